# abort drops what is buffered; connection_lost gets None.
import asyncio
import socket
import _net


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    transport, protocol = await loop.create_connection(lambda: _net.Teller('p'), sock=left)
    transport.set_write_buffer_limits(1 << 24)
    transport.write(b'x' * (1 << 22))
    print('buffered', transport.get_write_buffer_size() > 0)
    transport.abort()
    print(transport.get_write_buffer_size(), transport.is_closing())
    transport.abort()
    transport.close()
    await protocol.lost
    right.close()

_net.run(main)
