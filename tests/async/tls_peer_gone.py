# Peers that vanish: in the handshake, in mid-stream, without a goodbye.
import asyncio
import socket
import struct
from _tls import *

async def main():
    async def hang_up(reader, writer):
        writer.close()

    server = await asyncio.start_server(hang_up, '127.0.0.1', 0)
    async with server:
        try:
            await connect(server.sockets[0].getsockname()[1])
        except ConnectionResetError as exc:
            print('handshake:', type(exc).__name__)

    async def garbage(reader, writer):
        writer.write(b'220 mail.example ready\r\n')
        await reader.read(10)
        writer.close()

    server = await asyncio.start_server(garbage, '127.0.0.1', 0)
    async with server:
        try:
            await connect(server.sockets[0].getsockname()[1])
        except OSError as exc:
            print('garbage:', type(exc).__name__, exc)

    async def cut(reader, writer):
        await reader.read(1)
        writer.write(b'last words')
        await writer.drain()
        writer.transport._ssl_protocol._transport.close()

    async with serving(cut) as port:
        reader, writer = await connect(port)
        writer.write(b'x')
        print('cut:', await reader.read())
        await finish(writer)

    async def reset(reader, writer):
        await reader.read(1)
        sock = writer.get_extra_info('socket')
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
        writer.transport.abort()

    async with serving(reset) as port:
        reader, writer = await connect(port)
        writer.write(b'x')
        try:
            print('reset:', await reader.read())
        except ConnectionResetError as exc:
            print('reset:', exc)
        try:
            await writer.drain()
        except ConnectionResetError as exc:
            print('drain:', exc)
        await finish(writer)

    async with serving() as port:
        reader, writer = await asyncio.open_connection('127.0.0.1', port)
        writer.write(b'GET / HTTP/1.0\r\n\r\n')
        print('plain client:', await reader.read())
        await finish(writer)
        reader, writer = await asyncio.open_connection('127.0.0.1', port)
        await finish(writer)

asyncio.run(main())
