# Readers and writers put together by hand, on a protocol of one's own.
import asyncio
import socket
import _net


class Shouting(asyncio.StreamReaderProtocol):
    def data_received(self, data):
        super().data_received(data.upper())


class Reader(asyncio.StreamReader):
    async def readword(self):
        return (await self.readuntil(b' '))[:-1].decode()


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    reader = Reader(limit=1000, loop=loop)
    reader.extra = 5
    protocol = Shouting(reader, loop=loop)
    transport, _ = await loop.create_connection(lambda: protocol, sock=left)
    writer = asyncio.StreamWriter(transport, protocol, reader, loop)
    right.send(b'some words here ')
    print(await reader.readword(), await reader.readword(), await reader.readword(), reader.extra)
    writer.write(b'ok')
    await writer.drain()
    print(right.recv(10), writer.transport is transport)
    right.close()
    print(await reader.read())
    writer.close()
    await writer.wait_closed()

_net.run(main)
