# Two streams on a socketpair talk to each other; timeouts in between.
import asyncio
import socket
import _net


async def side(name, sock, first):
    reader, writer = await asyncio.open_connection(sock=sock)
    if first:
        writer.write(b'0\n')
    while True:
        line = await reader.readline()
        if not line:
            break
        n = int(line)
        if n >= 6:
            break
        print(name, n)
        writer.write(b'%d\n' % (n + 1))
        await writer.drain()
    try:
        async with asyncio.timeout(0.01):
            print(name, await reader.readline())
    except TimeoutError:
        print(name, 'nothing more')
    writer.close()
    await writer.wait_closed()


async def main():
    left, right = socket.socketpair()
    await asyncio.gather(side('left', left, True), side('right', right, False))

_net.run(main)
