# A peer that resets the connection: the error reaches connection_lost, as a ConnectionResetError.
import asyncio
import socket
import struct
import _net


async def main():
    server, there, here = await _net.pair(lambda: _net.Teller('server'), lambda: _net.Teller('client'))
    sock = here.transport.get_extra_info('socket')
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    here.transport.abort()
    await there.lost
    await here.lost
    server.close()

_net.run(main)
