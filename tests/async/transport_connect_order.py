# connection_made is a callback of its own, before the coroutine that connects goes on; reading begins after it.
import asyncio
import socket
import _net


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    right.send(b'early')
    loop.call_soon(print, 'before')

    def factory():
        print('factory')
        loop.call_soon(print, 'after the factory')
        return _net.Teller('p')

    transport, protocol = await loop.create_connection(factory, sock=left)
    print('connected')
    await _net.settle(3)
    transport.close()
    print('close returns')
    await protocol.lost
    right.close()

_net.run(main)
