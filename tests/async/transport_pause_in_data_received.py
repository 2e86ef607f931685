# Pausing from inside data_received stops the next chunk.
import asyncio
import socket
import _net


class OneByOne(_net.Teller):
    def data_received(self, data):
        super().data_received(data)
        self.transport.pause_reading()


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    transport, protocol = await loop.create_connection(lambda: OneByOne('p'), sock=left)
    for word in (b'one', b'two', b'three'):
        right.send(word)
        await _net.settle()
        print(transport.is_reading())
    transport.resume_reading()
    await _net.settle()
    transport.abort()
    await protocol.lost
    right.close()

_net.run(main)
