# Datagrams between Unix sockets.
import asyncio
import os
import socket
import tempfile
import _net


class Receiver(asyncio.DatagramProtocol):
    def __init__(self):
        self.queue = asyncio.Queue()

    def datagram_received(self, data, addr):
        self.queue.put_nowait((data, addr))


async def main():
    loop = asyncio.get_running_loop()
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ('a', 'b')]
        first, protocol = await loop.create_datagram_endpoint(Receiver, local_addr=paths[0], family=socket.AF_UNIX)
        second, _ = await loop.create_datagram_endpoint(Receiver, local_addr=paths[1], remote_addr=paths[0],
                                                        family=socket.AF_UNIX)
        second.sendto(b'hello')
        data, addr = await protocol.queue.get()
        print(data, addr == paths[1])
        first.close()
        second.close()
        await _net.settle(3)
        # A stale file is replaced.
        third, _ = await loop.create_datagram_endpoint(Receiver, local_addr=paths[0], family=socket.AF_UNIX)
        third.close()
        await _net.settle(3)

_net.run(main)
