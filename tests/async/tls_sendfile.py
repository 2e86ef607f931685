# loop.sendfile over TLS copies through the transport; sockets that are encrypted already are refused.
import asyncio
import socket
import tempfile
from _tls import *

async def main():
    loop = asyncio.get_running_loop()
    async with serving() as port:
        reader, writer = await connect(port)
        with tempfile.TemporaryFile() as file:
            file.write(b'0123456789' * 1000)
            file.flush()
            print(await loop.sendfile(writer.transport, file, 5, 9000))
            print(await reader.readexactly(9000) == (b'5678901234' * 900))
            try:
                await loop.sendfile(writer.transport, file, fallback=False)
            except RuntimeError as exc:
                print(str(exc).split('<')[0])
        await finish(writer)
        blocking = await asyncio.to_thread(lambda: client_context().wrap_socket(socket.create_connection(('127.0.0.1', port)), server_hostname='localhost'))
        with blocking:
            for call in (lambda: asyncio.open_connection(sock=blocking), lambda: loop.sock_recv(blocking, 1)):
                try:
                    await call()
                except TypeError as exc:
                    print(exc)

asyncio.run(main())
