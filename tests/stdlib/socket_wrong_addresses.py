# Addresses that are none, with the words for each.
import socket

four = socket.socket()
for address in (5, 'x', [], ('x',), ('127.0.0.1',), ('127.0.0.1', 70000), ('127.0.0.1', -1), ('127.0.0.1', '80'), (1, 80), ('127.0.0.1', 80.0),
                ('127.0.0.1', 2 ** 40), ('127.0.0.1', 2 ** 80), ('a\0b', 1), (bytearray(b'127.0.0.1'), -2), (None, 3), ('127.0.0.1', 1, 2),
                ['127.0.0.1', 0], ('::1', 0), ('300.1.1.1', 1)):
    for method in (four.bind, four.connect, four.connect_ex):
        try:
            print(method(address))
        except Exception as e:
            print(address, type(e).__name__, e)
        if isinstance(address, tuple):
            break
four.close()
try:
    six = socket.socket(socket.AF_INET6)
except OSError:
    six = None
if six is not None:
    for address in (5, ('::1',), ('::1', 70000), ('::1', 1, -1), ('::1', 1, 1 << 20, 0), ('::1', 0, 0, 0, 0), ('127.0.0.1', 0), ('::1', 'x'), ('::1', 1, 'x')):
        try:
            print(six.bind(address))
        except Exception as e:
            print(address, type(e).__name__, e)
    six.close()
for flags in ([], [1], ['x'], [1, 2], [1, 2, 3]):
    s = socket.socket(type=socket.SOCK_DGRAM)
    try:
        print(s.sendto(b'abc', *flags))
    except Exception as e:
        print(flags, type(e).__name__, e)
    s.close()
