# No descriptors left: EMFILE, and all is well again after some are closed.
import resource
import socket

soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (64, hard))
kept = []
try:
    for i in range(200):
        kept.append(socket.socket())
except OSError as e:
    print(repr(e), 40 < len(kept) < 64)
try:
    socket.socketpair()
except OSError as e:
    print(repr(e))
for s in kept:
    s.close()
a, b = socket.socketpair()
a.send(b'fine')
print(b.recv(9))
a.close()
b.close()
for i in range(500):
    socket.socket().close()
print('many')
