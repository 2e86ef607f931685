# What create_server and start_server refuse, and an address that is taken.
import asyncio
import errno
import socket
import _net


async def main():
    loop = asyncio.get_running_loop()
    stream = socket.socket()
    datagram = socket.socket(type=socket.SOCK_DGRAM)
    for kwargs in ({}, {'host': 'h', 'sock': stream}, {'sock': datagram}, {'host': 'h', 'ssl': True},
                   {'host': 'h', 'ssl_handshake_timeout': 1}, {'host': 'h', 'ssl_shutdown_timeout': 1}):
        try:
            await loop.create_server(asyncio.Protocol, **kwargs)
        except (ValueError, TypeError) as exc:
            print(type(exc).__name__, str(exc).split(', got')[0])
    for call in (loop.connect_accepted_socket(asyncio.Protocol, datagram),
                 loop.connect_accepted_socket(asyncio.Protocol, stream, ssl_handshake_timeout=1)):
        try:
            await call
        except ValueError as exc:
            print(str(exc).split(', got')[0])
    stream.close()
    datagram.close()
    server = await loop.create_server(asyncio.Protocol, '127.0.0.1', 0)
    address = server.sockets[0].getsockname()
    try:
        await loop.create_server(asyncio.Protocol, *address)
    except OSError as exc:
        print(exc.errno == errno.EADDRINUSE, str(exc).replace(str(address[1]), 'PORT'))
    second = None
    try:
        second = await loop.create_server(asyncio.Protocol, *address, reuse_port=True)
    except OSError as exc:
        print('the first one did not share')
    server.close()
    one = await loop.create_server(asyncio.Protocol, '127.0.0.1', 0, reuse_port=True)
    two = await loop.create_server(asyncio.Protocol, *one.sockets[0].getsockname(), reuse_port=True)
    print(one.sockets[0].getsockname() == two.sockets[0].getsockname())
    one.close()
    two.close()

_net.run(main)
