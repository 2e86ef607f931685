# One request at a time: streams, datagrams, time limits, errors, requests that are turned away.
import socket
import socketserver
import sys


class Shout(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            if line == b'boom\n':
                raise ValueError('boom')
            print(self.wfile.write(line.upper()), self.wfile.writable(), self.wfile.fileno() == self.request.fileno())


class Server(socketserver.TCPServer):
    timeout = 0.02
    banned = False

    def handle_timeout(self):
        print('timeout')

    def handle_error(self, request, client_address):
        print('error', repr(sys.exc_info()[1]), client_address[0])

    def verify_request(self, request, client_address):
        return not self.banned

    def service_actions(self):
        print('turn')


def ask(server, text):
    client = socket.create_connection(server.server_address)
    client.sendall(text)
    client.shutdown(socket.SHUT_WR)
    server.handle_request()
    with client:
        return client.makefile('rb').read()


with Server(('127.0.0.1', 0), Shout) as server:
    print(server.server_address == server.socket.getsockname(), server.RequestHandlerClass is Shout, server.fileno() == server.socket.fileno())
    server.handle_request()
    print(ask(server, b'abc\ndef\n'))
    print(ask(server, b'one\nboom\ntwo\n'))
    server.banned = True
    print(ask(server, b'abc\n'))
print(server.fileno())


class Reverse(socketserver.DatagramRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.read()[::-1])


with socketserver.UDPServer(('127.0.0.1', 0), Reverse) as server:
    with socket.socket(type=socket.SOCK_DGRAM) as client:
        client.sendto(b'hello', server.server_address)
        server.handle_request()
        print(client.recv(100))


class Steps(socketserver.BaseRequestHandler):
    def setup(self):
        print('setup', self.server.__class__.__name__)

    def handle(self):
        print('handle', self.request.recv(10))
        raise KeyError('x')

    def finish(self):
        print('finish')


Server.banned = False
with Server(('127.0.0.1', 0), Steps) as server:
    print(ask(server, b'steps'))
server = socketserver.TCPServer(('127.0.0.1', 0), Steps, bind_and_activate=False)
server.allow_reuse_address = True
server.server_bind()
server.server_activate()
server.server_close()
print(socketserver.ThreadingTCPServer.__mro__[1:3], socketserver.TCPServer.request_queue_size, socketserver.UDPServer.max_packet_size)
