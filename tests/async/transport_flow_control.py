# The protocol is paused above the high-water mark and goes on at the low one.
import asyncio
import socket
import _net


class Counter(_net.Teller):
    def data_received(self, data):
        self.received += data


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    left.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    transport, writer = await loop.create_connection(lambda: _net.Teller('writer'), sock=left)
    print(transport.get_write_buffer_limits(), transport.get_write_buffer_size())
    transport.set_write_buffer_limits(high=1000, low=100)
    print(transport.get_write_buffer_limits())
    n = 0
    while not transport.get_write_buffer_size():
        transport.write(b'x' * 500)
        n += 500
    print('some is buffered', transport.get_write_buffer_size() <= 500)
    transport.write(b'y' * 2000)
    print('above', transport.get_write_buffer_size() > 1000)
    _, reader = await loop.create_connection(lambda: Counter('reader'), sock=right)
    while len(reader.received) < n + 2000:
        await asyncio.sleep(0)
    await _net.settle()
    print(transport.get_write_buffer_size(), reader.received == b'x' * n + b'y' * 2000)
    transport.close()
    await writer.lost
    await reader.lost

_net.run(main)
