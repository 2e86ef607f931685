# Datagrams: each is received whole or cut off, with its sender.
import socket

a = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
b = socket.socket(type=socket.SOCK_DGRAM)
a.bind(('127.0.0.1', 0))
b.bind(('127.0.0.1', 0))
print(b.sendto(b'first', a.getsockname()))
data, sender = a.recvfrom(100)
print(data, sender == b.getsockname())
print(b.sendto(b'with flags', 0, a.getsockname()))
buf = bytearray(20)
n, sender = a.recvfrom_into(buf)
print(n, bytes(buf[:n]), sender == b.getsockname())
b.sendto(b'truncated', a.getsockname())
print(a.recv(5))
b.sendto(b'', a.getsockname())
print(a.recvfrom(5)[0])
a.connect(b.getsockname())
a.send(b'connected')
print(b.recv(100))
b.sendto(b'message', a.getsockname())
data, ancillary, flags, sender = a.recvmsg(4)
print(data, ancillary, flags == socket.MSG_TRUNC, sender == b.getsockname())
print(b.sendmsg([b'part1', bytearray(b'part2')], [], 0, a.getsockname()))
one, two = bytearray(7), bytearray(7)
print(a.recvmsg_into([one, two])[:3], one, two)
try:
    b.sendto(b'x' * 70000, a.getsockname())
except OSError as e:
    print(repr(e))
try:
    b.send(b'x')
except OSError as e:
    print(repr(e))
a.close()
b.close()
