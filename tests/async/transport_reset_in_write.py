# A peer that goes away in the middle of a large write.
import asyncio
import socket
import struct
import _net


async def main():
    server, there, here = await _net.pair(lambda: _net.Teller('server'), lambda: _net.Teller('client'))
    there.transport.pause_reading()
    here.transport.write(b'x' * (1 << 23))
    await _net.settle()
    print('stuck', here.transport.get_write_buffer_size() > 0)
    there.transport.get_extra_info('socket').setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    there.transport.abort()
    await here.lost
    print(here.transport.get_write_buffer_size(), here.transport.is_closing())
    here.transport.write(b'nobody hears this')
    server.close()

_net.run(main)
