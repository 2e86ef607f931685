# loop.sock_*: a connection without transports.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    server = socket.create_server(('127.0.0.1', 0))
    server.setblocking(False)
    client = socket.socket()
    client.setblocking(False)
    (peer, who), result = await asyncio.gather(loop.sock_accept(server), loop.sock_connect(client, server.getsockname()))
    print(who == client.getsockname(), peer.gettimeout(), result)
    task = asyncio.create_task(loop.sock_recv(peer, 100))
    await asyncio.sleep(0.01)
    print(task.done())
    await loop.sock_sendall(client, b'hello')
    print(await task)
    big = bytes(range(256)) * 8192

    async def collect():
        got = bytearray()
        while len(got) < len(big):
            got += await loop.sock_recv(peer, 65536)
        return bytes(got) == big

    print(await asyncio.gather(collect(), loop.sock_sendall(client, big)))
    buffer = bytearray(10)
    task = asyncio.create_task(loop.sock_recv_into(client, buffer))
    await asyncio.sleep(0)
    await loop.sock_sendall(peer, bytearray(b'abc'))
    print(await task, buffer)
    await loop.sock_sendall(peer, b'')
    peer.close()
    print(await loop.sock_recv(client, 10))
    client.close()
    server.close()


asyncio.run(main())
