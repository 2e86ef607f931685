# Data that came before a reset is delivered before the error.
import asyncio
import socket
import struct
import _net


async def main():
    server, there, here = await _net.pair(lambda: _net.Teller('server'), lambda: _net.Teller('client'))
    there.transport.pause_reading()
    here.transport.write(b'last words')
    await _net.settle()
    here.transport.get_extra_info('socket').setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    here.transport.abort()
    await here.lost
    there.transport.resume_reading()
    await there.lost
    server.close()

_net.run(main)
