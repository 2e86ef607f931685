# close sends what is buffered first, while nothing is read any more.
import asyncio
import socket
import _net


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    transport, protocol = await loop.create_connection(lambda: _net.Teller('p'), sock=left)
    transport.set_write_buffer_limits(1 << 24)
    transport.write(b'x' * (1 << 21))
    transport.close()
    right.send(b'too late')
    print(transport.is_closing(), transport.get_write_buffer_size() > 0)
    right.setblocking(False)
    got = 0
    while True:
        try:
            data = right.recv(1 << 16)
        except BlockingIOError:
            await asyncio.sleep(0)
            continue
        except ConnectionResetError:
            break
        if not data:
            break
        got += len(data)
    print(got == 1 << 21)
    await protocol.lost
    right.close()

_net.run(main)
