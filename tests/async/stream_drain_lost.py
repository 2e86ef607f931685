# drain on a connection that was lost: the reader's exception, or ConnectionResetError.
import asyncio
import socket
import struct
import _net


async def main():
    left, right = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=left)
    writer.write(b'x' * (1 << 21))
    task = asyncio.create_task(writer.drain())
    await _net.settle()
    writer.transport.abort()
    print(await asyncio.gather(task, return_exceptions=True))
    for _ in range(2):
        try:
            await writer.drain()
        except ConnectionResetError as exc:
            print(repr(exc))
    await writer.wait_closed()
    right.close()

    server, (there, there_writer), (reader, writer) = await _net.streams()
    there_writer.get_extra_info('socket').setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    there_writer.transport.abort()
    try:
        await reader.read()
    except ConnectionResetError as exc:
        print(repr(exc))
    for call in (writer.drain, writer.wait_closed, reader.readline):
        try:
            await call()
        except ConnectionResetError as exc:
            print(call.__name__, repr(exc))
    server.close()

_net.run(main)
