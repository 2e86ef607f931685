# TLS over unix sockets.
import asyncio
import os
import tempfile
from _tls import *

async def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'socket')
        server = await asyncio.start_unix_server(echo, path, ssl=server_context())
        async with server:
            reader, writer = await asyncio.open_unix_connection(path, ssl=client_context(), server_hostname='localhost')
            writer.write(b'hello\n')
            print(await reader.readline(), writer.get_extra_info('cipher')[1])
            await finish(writer)
            try:
                await asyncio.open_unix_connection(path, ssl=client_context())
            except ValueError as exc:
                print(exc)

asyncio.run(main())
