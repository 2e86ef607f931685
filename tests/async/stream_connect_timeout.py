# A connect that never ends runs into asyncio.timeout.
import asyncio
import socket
import _net


async def main():
    # A listener whose queue is full answers no further connects.
    listener = socket.socket()
    listener.bind(('127.0.0.1', 0))
    listener.listen(0)
    fillers = []
    for _ in range(4):
        sock = socket.socket()
        sock.setblocking(False)
        sock.connect_ex(listener.getsockname())
        fillers.append(sock)
    try:
        async with asyncio.timeout(0.05):
            await asyncio.open_connection(*listener.getsockname())
    except TimeoutError as exc:
        print(repr(exc))
    for sock in (listener, *fillers):
        sock.close()

_net.run(main)
