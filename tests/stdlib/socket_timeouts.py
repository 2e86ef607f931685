# Time limits: None waits, 0 does not, a number waits that long.
import socket
import time

a, b = socket.socketpair()


def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e, getattr(e, 'errno', '-'))


print(a.gettimeout(), a.getblocking(), a.timeout)
for limit in (0, 0.0, 0.02, 1, None, True, False):
    a.settimeout(limit)
    print(limit, a.gettimeout(), a.getblocking())
a.settimeout(0.02)
before = time.monotonic()
show(a.recv, 10)
print(time.monotonic() - before >= 0.015)
show(a.recv_into, bytearray(3))
show(a.recvfrom, 3)
show(a.recvmsg, 3)
a.setblocking(False)
show(a.recv, 10)
print(a.gettimeout())
a.setblocking(True)
print(a.gettimeout())
for wrong in (-1, -0.1, 'x', float('nan'), 1e300, 10 ** 30, [], 1j):
    show(a.settimeout, wrong)
a.settimeout(0.02)
print(issubclass(socket.timeout, OSError), socket.timeout is TimeoutError)
n = 0
try:
    while True:
        n += a.send(b'x' * 65536)
except TimeoutError as e:
    print(repr(e), n > 0)
try:
    a.sendall(b'x' * 1000)
except TimeoutError as e:
    print(repr(e))
a.close()
b.close()
print(socket.getdefaulttimeout())
socket.setdefaulttimeout(2.5)
s = socket.socket()
print(socket.getdefaulttimeout(), s.gettimeout())
s.close()
show(socket.setdefaulttimeout, -1)
show(socket.setdefaulttimeout, 'a')
socket.setdefaulttimeout(None)
print(socket.getdefaulttimeout())
s = socket.socket(type=socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
print(s.type, s.gettimeout())
s.close()
