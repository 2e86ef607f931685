# A cancelled wait takes its watcher along; a later one for the same socket works.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    for s in (a, b):
        s.setblocking(False)
    for i in range(3):
        task = asyncio.create_task(loop.sock_recv(a, 10))
        await asyncio.sleep(0)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            print('cancelled', task.cancelled())
        await asyncio.sleep(0)
        print(loop.remove_reader(a.fileno()))
    b.send(b'late')
    print(await loop.sock_recv(a, 10))
    try:
        async with asyncio.timeout(0.01):
            await loop.sock_recv(a, 10)
    except TimeoutError:
        print('timeout')
    first = asyncio.create_task(loop.sock_recv(a, 10))
    await asyncio.sleep(0)
    second = asyncio.create_task(loop.sock_recv(a, 10))
    await asyncio.sleep(0)
    b.send(b'to one')
    print(await second, first.done())
    first.cancel()
    await asyncio.wait([first])
    print(first.cancelled())
    accepting = socket.create_server(('127.0.0.1', 0))
    accepting.setblocking(False)
    try:
        await asyncio.wait_for(loop.sock_accept(accepting), 0.01)
    except TimeoutError:
        print('nobody came')
    with socket.create_connection(accepting.getsockname()) as c:
        peer, _ = await loop.sock_accept(accepting)
        peer.close()
    accepting.close()
    n = 0
    try:
        async with asyncio.timeout(0.05):
            while True:
                await loop.sock_sendall(a, b'x' * 100000)
                n += 1
    except TimeoutError:
        print('full', n > 0)
    a.close()
    b.close()


asyncio.run(main())
