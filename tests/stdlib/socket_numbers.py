# Byte order and addresses as bytes.
import socket


def show(f, *args):
    try:
        print(f.__name__, args, f(*args))
    except Exception as e:
        print(f.__name__, args, type(e).__name__, e)


for f in (socket.htons, socket.ntohs):
    for x in (0, 1, 258, 65535, 70000, -1, 'a', 2 ** 70, 1.0):
        show(f, x)
for f in (socket.htonl, socket.ntohl):
    for x in (0, 1, 2 ** 32 - 1, 2 ** 32, -1, 'a', 2 ** 70, True):
        show(f, x)
for x in ('127.0.0.1', '127.1', '0x7f.1', 'x', '1.2.3.4 x', 5, '255.255.255.255', '', '1.2.3.4.5'):
    show(socket.inet_aton, x)
for x in (b'\x7f\0\0\1', b'abc', 'abcd', bytearray(4), memoryview(b'abcd')):
    show(socket.inet_ntoa, x)
for args in ((2, '127.0.0.1'), (10, '::1'), (10, 'fe80::1:2'), (10, '::ffff:1.2.3.4'), (2, '127.1'), (10, 'x'), (99, 'x'), (2, 5)):
    show(socket.inet_pton, *args)
for args in ((2, b'abcd'), (10, b'a' * 16), (10, bytes(15) + b'\1'), (2, b'abc'), (10, b'abc'), (99, b'abcd'), (2, 'abcd')):
    show(socket.inet_ntop, *args)
for args in ((0,), (4,), (-1,), (2 ** 70,), ('a',)):
    show(socket.CMSG_LEN, *args)
    show(socket.CMSG_SPACE, *args)
show(socket.dup, -1)
show(socket.close, -1)
show(socket.close, 'x')
print((1, 'lo') in socket.if_nameindex(), socket.if_nametoindex('lo'), socket.if_indextoname(1))
show(socket.if_nametoindex, 'nosuchinterface')
show(socket.if_nametoindex, 5)
show(socket.if_indextoname, -1)
show(socket.if_indextoname, 'a')
