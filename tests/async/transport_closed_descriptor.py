# A descriptor that is closed behind the loop's back ends in an error or in silence, not in a crash.
import asyncio
import os
import socket
import _net


async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    loop.add_reader(r, print, 'never')
    os.close(r)
    await asyncio.sleep(0.01)
    loop.remove_reader(r)
    os.close(w)
    left, right = socket.socketpair()
    transport, protocol = await loop.create_connection(lambda: _net.Teller('p'), sock=left)
    transport.pause_reading()
    transport.resume_reading()
    left.close()
    await asyncio.sleep(0.01)
    transport.write(b'x')
    await protocol.lost
    right.close()

_net.run(main)
