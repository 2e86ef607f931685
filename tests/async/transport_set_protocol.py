# The protocol of a transport can be changed while data comes in.
import asyncio
import socket
import _net


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    transport, first = await loop.create_connection(lambda: _net.Teller('first'), sock=left)
    print(transport.get_protocol() is first)
    right.send(b'1')
    await _net.settle()
    second = _net.Teller('second')
    transport.set_protocol(second)
    print(transport.get_protocol() is second)
    right.send(b'2')
    await _net.settle()
    right.close()
    await second.lost
    print(first.lost.done(), transport.get_protocol())

_net.run(main)
