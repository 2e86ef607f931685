# Several coroutines may wait in drain; cancelling one leaves the others waiting.
import asyncio
import socket
import _net


async def main():
    left, right = socket.socketpair()
    right.setblocking(False)
    reader, writer = await asyncio.open_connection(sock=left)
    writer.write(b'x' * (1 << 21))
    tasks = [asyncio.create_task(writer.drain()) for _ in range(3)]
    await _net.settle()
    print([task.done() for task in tasks])
    tasks[1].cancel()
    await _net.settle()
    print([task.done() for task in tasks])
    got = 0
    while got < 1 << 21:
        try:
            got += len(right.recv(1 << 16))
        except BlockingIOError:
            await asyncio.sleep(0)
    print(await asyncio.gather(*tasks, return_exceptions=True))
    writer.close()
    await writer.wait_closed()
    right.close()

_net.run(main)
