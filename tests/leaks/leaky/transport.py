import asyncio
import socket


async def main():
    a, b = socket.socketpair()
    transport, _ = await asyncio.get_running_loop().create_connection(asyncio.Protocol, sock=a)
    asyncio.kept = getattr(asyncio, 'kept', []) + [transport]
    transport.close()
    await asyncio.sleep(0)
    b.close()

asyncio.run(main())
