# Unix sockets by path, as str and bytes, and Linux's abstract names.
import os
import socket
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'sock')
server = socket.socket(socket.AF_UNIX)
server.bind(path)
server.listen()
print(server.getsockname() == path, os.path.exists(path))
client = socket.socket(socket.AF_UNIX)
client.connect(os.fsencode(path))
peer, who = server.accept()
print(repr(who), client.getpeername() == path, repr(client.getsockname()))
client.sendall(b'over a path')
print(peer.recv(100))
for s in (client, peer, server):
    s.close()
os.unlink(path)
os.rmdir(folder)
name = b'\0moray-%d' % os.getpid()
server = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
server.bind(name)
print(server.getsockname() == name)
client = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
client.sendto(b'abstract', name.decode())
print(server.recvfrom(100))
client.close()
server.close()
s = socket.socket(socket.AF_UNIX)
for address in (5, None, ('a',), 'x' * 200, b'x' * 108, '\0' + 'x' * 108, '', 'nowhere/sock', 'a\0b'):
    try:
        print(s.connect(address))
    except Exception as e:
        print(repr(address)[:30], type(e).__name__, e)
s.close()
