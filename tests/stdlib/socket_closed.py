# A closed socket keeps answering, with EBADF.
import socket

s = socket.socket()
print(s.close(), s.close(), s.fileno(), s.detach())
arguments = {'recv': (1,), 'send': (b'a',), 'bind': (('127.0.0.1', 0),), 'connect': (('127.0.0.1', 1),), 'connect_ex': (('127.0.0.1', 1),),
             'shutdown': (1,), 'settimeout': (1,), 'setblocking': (0,), 'getsockopt': (1, 2), 'setsockopt': (1, 2, 1), 'recvfrom': (1,), 'sendall': (b'',),
             'sendto': (b'a', ('127.0.0.1', 1)), 'recv_into': (bytearray(1),), 'set_inheritable': (True,), 'sendmsg': ([b'a'],), 'recvmsg': (1,)}
for name in sorted(arguments) + ['getsockname', 'getpeername', 'listen', 'accept', 'fileno', 'gettimeout', 'dup', 'get_inheritable', 'getblocking']:
    try:
        print(name, getattr(s, name)(*arguments.get(name, ())))
    except OSError as e:
        print(name, repr(e))
print(s)
a, b = socket.socketpair()
fd = a.detach()
print(a.fileno(), a._closed, b.fileno() >= 0)
c = socket.socket(fileno=fd)
c.send(b'still open')
print(b.recv(20), repr(c.family), repr(c.type))
c.close()
b.close()
with socket.socket() as t:
    t.close()
f = socket.socketpair()[0]
g = f.makefile('rb')
f.close()
print(f.fileno() >= 0, g.closed)
g.close()
print(f.fileno(), g.closed)
