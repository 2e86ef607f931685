# Servers that run in a thread, and handle requests in threads.
import socket
import socketserver
import threading


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        barrier.wait(5)     # all requests are being handled at once
        self.wfile.write(self.rfile.readline().upper())


barrier = threading.Barrier(3)
with socketserver.ThreadingTCPServer(('127.0.0.1', 0), Handler) as server:
    loop = threading.Thread(target=server.serve_forever, kwargs={'poll_interval': 0.01})
    loop.start()
    clients = [socket.create_connection(server.server_address) for _ in range(3)]
    for i, c in enumerate(clients):
        c.sendall(b'client %d\n' % i)
    print([c.makefile('rb').read() for c in clients])
    for c in clients:
        c.close()
    server.shutdown()
    loop.join()
print(server.fileno(), threading.active_count())


class Shout(socketserver.DatagramRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.read().upper())


with socketserver.ThreadingUDPServer(('127.0.0.1', 0), Shout) as server:
    loop = threading.Thread(target=server.serve_forever, args=(0.01,))
    loop.start()
    with socket.socket(type=socket.SOCK_DGRAM) as c:
        c.sendto(b'datagram', server.server_address)
        print(c.recv(100))
    server.shutdown()
    loop.join()


class Forked(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.sendall(b'from a child')


with socketserver.ForkingTCPServer(('127.0.0.1', 0), Forked) as server:
    c = socket.create_connection(server.server_address)
    server.handle_request()
    print(c.makefile('rb').read(), len(server.active_children))
    c.close()
print(len(server.active_children))
