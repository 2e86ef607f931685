# connection_made and connection_lost are plain callbacks: their errors are those of callbacks, and the socket is closed all the same.
import asyncio
import socket
import _net


def report(loop, context):
    print('report:', repr(context['exception']), sorted(context))


class Bad(asyncio.Protocol):
    def connection_made(self, transport):
        print('made')
        raise KeyError('made')

    def connection_lost(self, exc):
        print('lost')
        raise KeyError('lost')


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    left, right = socket.socketpair()
    transport, protocol = await loop.create_connection(Bad, sock=left)
    print('connected all the same')
    transport.close()
    await _net.settle()
    print(left.fileno())
    right.close()

_net.run(main)
