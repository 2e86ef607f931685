# A connection over TCP: listen, connect, accept, names of both ends.
import socket

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('127.0.0.1', 0))
server.listen()
address = server.getsockname()
print(address[0], address[1] > 0, server.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
client = socket.socket()
client.connect(address)
peer, who = server.accept()
print(who == client.getsockname() == peer.getpeername(), peer.getsockname() == address, type(peer) is socket.socket)
print(peer.gettimeout(), peer.get_inheritable(), repr(peer.family), repr(peer.type), peer.proto)
client.sendall(b'GET /\r\n')
print(peer.recv(100))
big = bytes(range(256)) * 40
peer.sendall(big)
got = b''
while len(got) < len(big):
    got += client.recv(4096)
print(got == big)
client.shutdown(socket.SHUT_WR)
print(peer.recv(10))
peer.close()
print(client.recv(10))
try:
    client.connect(address)
except OSError as e:
    print(type(e).__name__, e)
client.close()
server.close()
probe = socket.socket()
try:
    probe.connect(address)
except OSError as e:
    print(repr(e))
print(probe.connect_ex(address))
try:
    probe.getpeername()
except OSError as e:
    print(repr(e))
probe.close()
server = socket.socket()
try:
    server.accept()
except OSError as e:
    print(repr(e))
server.settimeout(0.01)
server.bind(('127.0.0.1', 0))
server.listen(1)
try:
    server.accept()
except TimeoutError as e:
    print(repr(e))
c = socket.create_connection(server.getsockname(), 1)
print(c.gettimeout())
peer, _ = server.accept()
print(peer.gettimeout())
server.setblocking(False)
try:
    server.accept()
except BlockingIOError as e:
    print(repr(e))
for s in (c, peer, server):
    s.close()
