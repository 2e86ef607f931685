# A protocol may pause its transport before reading has begun.
import asyncio
import socket
import _net


class Shy(_net.Teller):
    def connection_made(self, transport):
        super().connection_made(transport)
        transport.pause_reading()


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    right.send(b'data')
    transport, protocol = await loop.create_connection(lambda: Shy('p'), sock=left)
    await _net.settle()
    print('paused', not transport.is_reading())
    transport.resume_reading()
    await _net.settle()
    transport.close()
    await protocol.lost
    right.close()

_net.run(main)
