# loop.sock_*: refused connections, closed sockets, wrong arguments, debug mode.
import asyncio
import socket


async def show(awaitable):
    try:
        print(await awaitable)
    except Exception as e:
        print(type(e).__name__, e)


async def main():
    loop = asyncio.get_running_loop()
    server = socket.create_server(('127.0.0.1', 0))
    address = server.getsockname()
    server.close()
    s = socket.socket()
    s.setblocking(False)
    try:
        await loop.sock_connect(s, address)
    except ConnectionRefusedError as e:
        print(e.errno, str(e).startswith("[Errno 111] Connect call failed ('127.0.0.1', "))
    await show(loop.sock_recv(s, 1))
    await show(loop.sock_sendall(s, 'text'))
    await show(loop.sock_sendall(s, b'x'))
    s.close()
    await show(loop.sock_recv(s, 1))
    await show(loop.sock_sendall(s, b'x'))
    await show(loop.sock_accept(s))
    await show(loop.sock_recv_into(s, bytearray(1)))
    a, b = socket.socketpair()
    a.setblocking(False)
    await show(loop.sock_recv(a, -1))
    await show(loop.sock_recv_into(a, b'x'))
    b.close()
    await show(loop.sock_recv(a, 1))
    await show(loop.sock_sendall(a, b'x'))
    a.close()
    loop.set_debug(True)
    with socket.socket() as blocking:
        for call in (loop.sock_recv(blocking, 1), loop.sock_sendall(blocking, b''), loop.sock_connect(blocking, address), loop.sock_accept(blocking),
                     loop.sock_recv_into(blocking, bytearray(1)), loop.sock_recvfrom(blocking, 1), loop.sock_sendto(blocking, b'', address)):
            await show(call)
    loop.set_debug(False)


asyncio.run(main())
