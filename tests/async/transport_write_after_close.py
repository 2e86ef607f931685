# Writes to a closed transport are dropped; after a few of them the log says so.
import asyncio
import logging
import socket
import sys
import _net

logging.basicConfig(stream=sys.stdout, format='%(name)s %(levelname)s %(message)s')


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    transport, protocol = await loop.create_connection(lambda: _net.Teller('p'), sock=left)
    transport.close()
    for n in range(8):
        transport.write(b'x')
    await protocol.lost
    transport.write(b'x')
    right.close()

_net.run(main)
