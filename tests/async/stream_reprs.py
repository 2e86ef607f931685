# Reprs of readers and writers.
import asyncio
import re
import socket
import _net


def show(obj):
    print(re.sub(r'fd=\d+', 'fd=N', repr(obj)))


async def main():
    left, right = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=left)
    show(reader)
    show(writer)
    task = asyncio.create_task(reader.read(1))
    await asyncio.sleep(0)
    show(reader)
    right.send(b'hello')
    await task
    show(reader)
    right.close()
    await reader.read()
    show(reader)
    writer.close()
    await writer.wait_closed()
    show(writer)
    print(asyncio.StreamReader(limit=100), asyncio.StreamReader())
    print(type(reader), type(writer), asyncio.StreamReaderProtocol)
    print(isinstance(writer.transport.get_protocol(), asyncio.Protocol) or writer.transport.get_protocol())

_net.run(main)
