# Texts with null characters in them where C would stop reading.
import asyncio
import socket


def tell(call, *arguments):
    try:
        print(call.__name__, call(*arguments))
    except Exception as exc:
        print(call.__name__, repr(exc))

tell(socket.inet_aton, '1.2.3.4\0')
tell(socket.inet_pton, socket.AF_INET, '1.2.3.4\0')
tell(socket.inet_pton, socket.AF_INET6, '::1\0')
tell(socket.getservbyname, 'http\0')
tell(socket.getservbyname, 'http', 'tcp\0')
tell(socket.getservbyport, 80, 'tcp\0')
tell(socket.if_nametoindex, 'lo\0')
tell(lambda: asyncio.run(asyncio.open_connection('local\0host', 80)))
tell(lambda: asyncio.run(asyncio.start_server(print, '127.0.0.1\0', 0)))
