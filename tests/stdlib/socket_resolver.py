# Names and addresses of this machine: numeric ones need nobody.
import socket


def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(f.__name__, args, type(e).__name__, e)


print(socket.getaddrinfo('127.0.0.1', 80, type=socket.SOCK_STREAM))
print(socket.getaddrinfo(b'127.0.0.1', '80', socket.AF_INET, socket.SOCK_DGRAM))
print(socket.getaddrinfo('127.0.0.1', None, 0, socket.SOCK_STREAM, 0, socket.AI_NUMERICHOST))
print(socket.getaddrinfo(None, 80, socket.AF_INET, socket.SOCK_STREAM, 0, socket.AI_PASSIVE))
print(socket.getaddrinfo('::1', 80, type=socket.SOCK_STREAM))
for args in ((5, 80), ('127.0.0.1', 1.5), ('127.0.0.1', 'nosuchsvc'), ('127.0.0.1', 80, 99), ('127.0.0.1', '\ud800'), ('127.0.0.1', 2 ** 64), ('127.0.0.1', -1), (bytearray(b'1'), 80),
             ('127.0.0.1', 80, 0, 1, 0, 99999), (), ('a' * 300, 80), ('x..y', 80), ('x', 80, 0, 1, 0, socket.AI_NUMERICHOST)):
    show(socket.getaddrinfo, *args)
flags = socket.NI_NUMERICHOST | socket.NI_NUMERICSERV
for args in ((('127.0.0.1', 80), flags), (('127.0.0.1', 80),), (('::1', 80), flags), (5, flags), (('127.0.0.1', '80'), flags),
             (('127.0.0.1', 70000), flags), (('::1', 80, 0, 0), flags), (('::1', 80, 2 ** 21), flags), (('127.0.0.1', 80, 0), flags), ((), 0)):
    show(socket.getnameinfo, *args)
for host in ('127.0.0.1', '', 5, '<broadcast>', '255.255.255.255', '::1', b'127.0.0.1', 'a\0b'):
    show(socket.gethostbyname, host)
show(socket.gethostbyname_ex, '127.0.0.1')
show(socket.getservbyname, 'nosuchservice')
show(socket.getservbyname, 5)
show(socket.getservbyport, 70000)
show(socket.getservbyport, 'a')
show(socket.getprotobyname, 'nosuchprotocol')
print(isinstance(socket.gethostname(), str), isinstance(socket.getfqdn(), str))
show(socket.CMSG_SPACE, 0x7fffffff - socket.CMSG_SPACE(1) + 1)
show(socket.CMSG_LEN, 0x7fffffff - socket.CMSG_LEN(0) + 1)
print(socket.CMSG_SPACE(0x7fffffff - socket.CMSG_SPACE(1)), socket.CMSG_LEN(0x7fffffff - socket.CMSG_LEN(0)))
