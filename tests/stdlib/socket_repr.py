# How sockets print.
import re
import socket


def show(s):
    print(re.sub(r'fd=\d+', 'fd=N', re.sub(r'\d{4,5}\)', 'PORT)', repr(s))))


s = socket.socket()
show(s)
s.bind(('127.0.0.1', 0))
show(s)
s.listen()
c = socket.create_connection(s.getsockname())
show(c)
p, _ = s.accept()
show(p)
for x in (c, p, s):
    x.close()
    show(x)
a, b = socket.socketpair()
show(a)
a.close()
b.close()
u = socket.socket(type=socket.SOCK_DGRAM)
show(u)
u.close()
import _socket
raw = _socket.socket()
show(raw)
raw.close()
show(raw)
print(socket.socket, _socket.socket, socket.SocketIO)
