# open_connection on one end of a socket pair.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    rsock, wsock = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=rsock)
    loop.call_soon(wsock.send, b'abc')
    print('Received:', (await reader.read(100)).decode())
    writer.close()
    await writer.wait_closed()
    wsock.close()

asyncio.run(main())
