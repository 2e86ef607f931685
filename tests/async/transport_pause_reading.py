# Nothing arrives between pause_reading and resume_reading, and then everything does.
import asyncio
import socket
import _net


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    transport, protocol = await loop.create_connection(lambda: _net.Teller('p'), sock=left)
    print(transport.is_reading())
    transport.pause_reading()
    transport.pause_reading()
    print(transport.is_reading())
    right.send(b'one')
    await _net.settle()
    print('nothing yet')
    transport.resume_reading()
    transport.resume_reading()
    print(transport.is_reading())
    await _net.settle()
    transport.pause_reading()
    right.send(b'two')
    right.close()
    await _net.settle()
    transport.resume_reading()
    await protocol.lost
    print(transport.is_reading())
    transport.pause_reading()
    transport.resume_reading()

_net.run(main)
