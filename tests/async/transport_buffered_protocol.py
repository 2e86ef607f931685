# A BufferedProtocol lends its own memory.
import asyncio
import socket
import _net


class Buffered(asyncio.BufferedProtocol):
    def __init__(self, size):
        self.buffer = bytearray(size)
        self.lost = asyncio.get_running_loop().create_future()

    def get_buffer(self, sizehint):
        print('get_buffer', sizehint)
        return self.buffer

    def buffer_updated(self, nbytes):
        print('buffer_updated', nbytes, bytes(self.buffer[:nbytes]))

    def eof_received(self):
        print('eof')

    def connection_lost(self, exc):
        print('lost', exc)
        self.lost.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    transport, protocol = await loop.create_connection(lambda: Buffered(4), sock=left)
    right.send(b'abcdefghij')
    await _net.settle()
    protocol.buffer = memoryview(bytearray(100))[10:20]
    right.send(b'klm')
    await _net.settle()
    right.close()
    await protocol.lost

_net.run(main)
