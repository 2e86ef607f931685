# Handlers that send: to a socket, by datagrams, to a log of the system, over HTTP, by mail.
import http.server
import logging
import logging.config
import logging.handlers
import pickle
import socket
import socketserver
import struct
import threading

log = logging.getLogger('far')
log.setLevel(logging.DEBUG)
log.propagate = False


def received(server_class, handle, use):
    # What a server on a free port gets while `use` runs with its address.
    got, done = [], threading.Event()

    class Handler(socketserver.BaseRequestHandler):
        def handle(self):
            got.append(handle(self.request))
            done.set()

    with server_class(('127.0.0.1', 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        use(server.server_address)
        done.wait(20)
        server.shutdown()
        thread.join()
    return got


def read_all(sock):
    parts = []
    while data := sock.recv(65536):
        parts.append(data)
    return b''.join(parts)


def through(make):
    def use(address):
        handler = make(address)
        log.addHandler(handler)
        log.warning('watch %s', 'out', extra={'who': 'me'})
        try:
            1 / 0
        except ZeroDivisionError:
            log.exception('broken')
        log.removeHandler(handler)
        handler.close()
    return use


def show(data):
    while data:
        size = struct.unpack('>L', data[:4])[0]
        record = logging.makeLogRecord(pickle.loads(data[4:4 + size]))
        print(record.levelname, record.getMessage(), record.args, record.exc_info, getattr(record, 'who', None), (record.exc_text or '').splitlines()[-1:])
        data = data[4 + size:]


for data in received(socketserver.TCPServer, read_all, through(lambda address: logging.handlers.SocketHandler(*address))):
    show(data)
show(received(socketserver.UDPServer, lambda request: request[0], through(lambda address: logging.handlers.DatagramHandler(*address)))[0])
print(received(socketserver.UDPServer, lambda request: request[0], through(lambda address: logging.handlers.SysLogHandler(address)))[0])


def tcp_log(address):
    handler = logging.handlers.SysLogHandler(address, facility='local3', socktype=socket.SOCK_STREAM)
    handler.ident = 'prog: '
    handler.setFormatter(logging.Formatter('%(name)s %(levelname)s %(message)s'))
    return handler


print(received(socketserver.TCPServer, read_all, through(tcp_log))[0].splitlines()[0])
handler = logging.handlers.SysLogHandler.__new__(logging.handlers.SysLogHandler)
print(handler.encodePriority('mail', 'crit'), handler.mapPriority('ODD'), handler.LOG_LOCAL7, handler.facility_names['cron'])

closed = logging.handlers.SocketHandler('127.0.0.1', 1)
closed.createSocket()
print(closed.sock, closed.retryTime is not None, closed.retryPeriod)
closed.emit(logging.makeLogRecord({'msg': 'lost'}))
closed.close()

lines, replied = [], threading.Event()


class Web(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = self.rfile.read(int(self.headers.get('Content-Length', 0)))
        lines.append((self.command, self.path, self.headers.get('Content-type'), self.headers.get('Authorization'), body))
        self.send_response(204)
        self.end_headers()
    do_POST = do_GET

    def log_message(self, *args):
        pass


with http.server.ThreadingHTTPServer(('127.0.0.1', 0), Web) as server:
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    for method in 'GET', 'POST':
        class Short(logging.handlers.HTTPHandler):
            def mapLogRecord(self, record):
                return {'level': record.levelname, 'text': record.getMessage()}
        handler = Short('127.0.0.1:%d' % server.server_address[1], '/log?a=1', method, credentials=('u', 'p'))
        handler.emit(logging.makeLogRecord({'msg': 'hé %d', 'args': (3,), 'levelname': 'INFO'}))
    server.shutdown()
    thread.join()
for line in lines:
    print(line)
try:
    logging.handlers.HTTPHandler('h', '/', 'PUT')
except ValueError as error:
    print(error)
mail = logging.handlers.SMTPHandler(('localhost', 2525), 'a@b', 'c@d', 'Subject', credentials=('u', 'p'))
print(mail.mailhost, mail.mailport, mail.toaddrs, mail.username, mail.getSubject(None), mail.timeout)
logging.config.dictConfig({'version': 1, 'handlers': {'far': {'class': 'logging.handlers.SocketHandler', 'host': '127.0.0.1', 'port': 1}},
                           'loggers': {'other': {'handlers': ['far']}}})
print(type(logging.getLogger('other').handlers[0]))
