# A descriptor that belongs to a transport is not to be watched by others.
import asyncio
import re
import socket
import _net


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    transport, protocol = await loop.create_connection(lambda: _net.Teller('p'), sock=left)
    fd = left.fileno()
    for call in (lambda: loop.add_reader(fd, print), lambda: loop.add_writer(fd, print),
                 lambda: loop.remove_reader(fd), lambda: loop.remove_writer(fd)):
        try:
            call()
        except RuntimeError as exc:
            print(re.sub(r'\d+', 'N', str(exc)))
    transport.close()
    print(loop.remove_reader(fd))
    await protocol.lost
    right.close()

_net.run(main)
