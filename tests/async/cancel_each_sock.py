# sock_recv, sock_accept and sock_sendall cancelled; the descriptor is watched no more and works again.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    listener = socket.create_server(('127.0.0.1', 0))
    for s in (a, b, listener):
        s.setblocking(False)
    for make in (lambda: loop.sock_recv(a, 10), lambda: loop.sock_recv_into(a, bytearray(4)), lambda: loop.sock_accept(listener),
                 lambda: loop.sock_sendall(a, bytes(5_000_000))):
        task = asyncio.create_task(make())
        await asyncio.sleep(0.005)
        print(task.done(), task.cancel())
        print(await asyncio.gather(task, return_exceptions=True))
        await asyncio.sleep(0)
        print(loop.remove_reader(a), loop.remove_writer(a), loop.remove_reader(listener))
    b.send(b'still')
    print(await loop.sock_recv(a, 10))
    for s in (a, b, listener):
        s.close()

asyncio.run(main())
