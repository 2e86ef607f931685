# HTTPS: http.client and urllib.request against a server of http.server.
import http.client
import http.server
import ssl
import threading
import urllib.request
from _tls import *

class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = f'you asked for {self.path}'.encode()
        self.send_response(200)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass

class Server(http.server.HTTPServer):
    def handle_error(self, request, address):
        pass

server = Server(('127.0.0.1', 0), Handler)
server.socket = server_context().wrap_socket(server.socket, server_side=True)
port = server.server_port
thread = threading.Thread(target=server.serve_forever, args=(0.01,))
thread.start()
connection = http.client.HTTPSConnection('127.0.0.1', port, context=client_context())
connection.request('GET', '/one')
reply = connection.getresponse()
print(reply.status, reply.read())
connection.close()
with urllib.request.urlopen(f'https://127.0.0.1:{port}/two', context=client_context()) as reply:
    print(reply.status, reply.read())
try:
    urllib.request.urlopen(f'https://127.0.0.1:{port}/three')
except OSError as exc:
    print(type(exc).__name__, exc)
try:
    http.client.HTTPSConnection('127.0.0.1', port).request('GET', '/')
except ssl.SSLError as exc:
    print(type(exc).__name__, exc)
with urllib.request.urlopen(f'https://127.0.0.1:{port}/four', context=ssl._create_unverified_context()) as reply:
    print(reply.read())
server.shutdown()
thread.join()
server.server_close()
