# loop.sock_sendfile: parts of files, what it refuses.
import asyncio
import socket
import tempfile


async def main():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    for s in (a, b):
        s.setblocking(False)
    with tempfile.TemporaryFile() as f:
        f.write(b'0123456789' * 100000)
        f.flush()
        f.seek(0)

        async def collect(n):
            while n:
                n -= len(await loop.sock_recv(b, min(n, 65536)))
            return n

        print(await asyncio.gather(loop.sock_sendfile(a, f), collect(1000000)), f.tell())
        print(await loop.sock_sendfile(a, f, 10, 5), f.tell(), await loop.sock_recv(b, 100))
        print(await loop.sock_sendfile(a, f, 999995), f.tell(), await loop.sock_recv(b, 100))
        print(await loop.sock_sendfile(a, f, 2000000), f.tell())
        for arguments in (('a',), (-1,), (0, 0), (0, 'a'), (0, -1), (1.5,)):
            try:
                await loop.sock_sendfile(a, f, *arguments)
            except Exception as e:
                print(type(e).__name__, e)
    with tempfile.TemporaryFile('w+') as text:
        try:
            await loop.sock_sendfile(a, text)
        except ValueError as e:
            print(e)
    with tempfile.TemporaryFile() as empty:
        print(await loop.sock_sendfile(a, empty))
    import io
    try:
        await loop.sock_sendfile(a, io.BytesIO(b'x'), fallback=False)
    except asyncio.SendfileNotAvailableError as e:
        print(e)
    a.close()
    b.close()


asyncio.run(main())
