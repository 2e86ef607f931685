# With a high-water mark of zero anything that is buffered pauses the protocol.
import asyncio
import socket
import _net


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    transport, protocol = await loop.create_connection(lambda: _net.Teller('p'), sock=left)
    transport.set_write_buffer_limits(0)
    sent = 0
    while not transport.get_write_buffer_size():
        transport.write(b'z' * 10000)
        sent += 10000
    right.setblocking(False)
    got = 0
    while got < sent:
        try:
            got += len(right.recv(65536))
        except BlockingIOError:
            await asyncio.sleep(0)
    await _net.settle()
    print(got == sent, transport.get_write_buffer_size())
    transport.close()
    await protocol.lost
    right.close()

_net.run(main)
