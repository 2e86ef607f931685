# The numbers are members of enumerations; they print and combine as such.
import socket

print(repr(socket.AF_INET), repr(socket.SOCK_STREAM), repr(socket.MSG_PEEK), repr(socket.AI_PASSIVE))
print(socket.AF_INET, socket.SOCK_STREAM, f'{socket.AF_UNIX}', '%d' % socket.AF_INET6)
print(socket.AF_INET == 2, socket.AddressFamily(2), socket.SocketKind['SOCK_DGRAM'], socket.AddressFamily.AF_UNIX.name)
print(repr(socket.MSG_PEEK | socket.MSG_DONTWAIT), repr(socket.AI_PASSIVE | socket.AI_NUMERICHOST))
print(type(socket.SO_REUSEADDR), type(socket.IPPROTO_TCP), type(socket.SOL_SOCKET))
print(socket.AddressFamily.__name__, socket.SocketKind.__module__, isinstance(socket.MSG_OOB, socket.MsgFlag), isinstance(socket.AI_ALL, socket.AddressInfo))
print(socket.gaierror.__mro__[:2], socket.herror.__module__, socket.error is OSError, socket.timeout)
print(socket.SHUT_RD, socket.SHUT_WR, socket.SHUT_RDWR, socket.INADDR_ANY, socket.INADDR_BROADCAST, socket.has_ipv6, socket.SOMAXCONN > 0)
print([n for n in ('AF_INET', 'socket', 'create_server', 'gaierror', 'AddressFamily', 'send_fds', 'fromfd', 'timeout') if n in socket.__all__])
print(socket.EAI_NONAME, socket.NI_NUMERICHOST, socket.TCP_NODELAY, socket.IPV6_V6ONLY, socket.SO_KEEPALIVE)
print(socket.gaierror(-2, 'text'), repr(socket.gaierror(1)), socket.gaierror.__doc__)
