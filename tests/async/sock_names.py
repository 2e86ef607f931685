# loop.getaddrinfo and getnameinfo, in the executor.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.getaddrinfo('127.0.0.1', 80, type=socket.SOCK_STREAM))
    print(await loop.getaddrinfo('::1', '8080', family=socket.AF_INET6, type=socket.SOCK_DGRAM))
    print(await loop.getnameinfo(('127.0.0.1', 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
    for call in (loop.getaddrinfo('127.0.0.1', 'nosuchservice'), loop.getaddrinfo(5, 5), loop.getnameinfo(5)):
        try:
            await call
        except Exception as e:
            print(type(e).__name__, e)
    print(await asyncio.gather(*[loop.getaddrinfo('127.0.0.1', port, type=socket.SOCK_STREAM) for port in (1, 2)]))


asyncio.run(main())
