# socket(): families, kinds, descriptors taken over, wrong ones.
import socket

for args in ((), (socket.AF_INET,), (socket.AF_INET, socket.SOCK_DGRAM), (socket.AF_UNIX, socket.SOCK_SEQPACKET), (-1, -1, -1), (2, 1, 6)):
    with socket.socket(*args) as s:
        print(args, repr(s.family), repr(s.type), s.proto, s.fileno() > 2)
for keywords in (dict(family='a'), dict(type='a'), dict(proto='a'), dict(fileno=-1), dict(fileno=1.5), dict(fileno='a'), dict(fileno=1234),
                 dict(family=99), dict(family=2, type=99), dict(family=2, proto=99), dict(family=2 ** 40), dict(type=2 ** 80), dict(foo=1)):
    try:
        print(socket.socket(**keywords))
    except Exception as e:
        print(keywords, type(e).__name__, e, getattr(e, 'errno', '-'))
with open('/dev/null') as f:
    try:
        socket.socket(fileno=f.fileno())
    except OSError as e:
        print(repr(e))
a, b = socket.socketpair(type=socket.SOCK_DGRAM)
c = socket.socket(fileno=a.detach())
print(repr(c.family), repr(c.type), c.proto)
d = c.dup()
print(d.fileno() != c.fileno(), repr(d.type))
d.send(b'dup')
print(b.recv(9))
e = socket.fromfd(c.fileno(), c.family, c.type)
e.send(b'fromfd')
print(b.recv(9))
for s in (b, c, d, e):
    s.close()


class Mine(socket.socket):
    pass


with Mine() as m:
    print(repr(m).replace(str(m.fileno()), 'N', 1), m.dup().__class__.__name__)
    m.extra = 5
    print(m.extra, isinstance(m, socket.SocketType))
s = socket.socket()
for name, value in (('foo', 1),):
    try:
        setattr(s, name, value)
    except AttributeError as e:
        print(e)
s.close()
