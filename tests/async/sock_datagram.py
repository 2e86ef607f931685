# loop.sock_recvfrom, sock_sendto and sock_recvfrom_into.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    a, b = (socket.socket(type=socket.SOCK_DGRAM) for _ in range(2))
    for s in (a, b):
        s.setblocking(False)
        s.bind(('127.0.0.1', 0))
    task = asyncio.create_task(loop.sock_recvfrom(a, 100))
    await asyncio.sleep(0)
    print(await loop.sock_sendto(b, b'datagram', a.getsockname()))
    data, sender = await task
    print(data, sender == b.getsockname())
    await loop.sock_sendto(a, b'back', sender)
    buffer = bytearray(10)
    n, sender = await loop.sock_recvfrom_into(b, buffer)
    print(n, buffer[:n], sender == a.getsockname())
    await loop.sock_sendto(a, b'0123456789', sender if False else b.getsockname())
    n, sender = await loop.sock_recvfrom_into(b, buffer, 4)
    print(n, buffer)
    a.close()
    b.close()


asyncio.run(main())
