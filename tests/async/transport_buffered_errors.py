# What can go wrong in a BufferedProtocol.
import asyncio
import socket
import _net


def report(loop, context):
    print('report:', context['message'], repr(context['exception']))


class Buffered(asyncio.BufferedProtocol):
    def __init__(self, kind):
        self.kind = kind
        self.lost = asyncio.get_running_loop().create_future()

    def get_buffer(self, sizehint):
        if self.kind == 'raise':
            raise KeyError('no buffer')
        return bytearray(0 if self.kind == 'empty' else 10)

    def buffer_updated(self, nbytes):
        raise ValueError('updated')

    def connection_lost(self, exc):
        print('lost', repr(exc))
        self.lost.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    for kind in ('raise', 'empty', 'update'):
        left, right = socket.socketpair()
        transport, protocol = await loop.create_connection(lambda: Buffered(kind), sock=left)
        right.send(b'data')
        await protocol.lost
        right.close()

_net.run(main)
