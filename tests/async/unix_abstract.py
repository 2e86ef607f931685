# A socket in Linux' abstract namespace leaves no file.
import asyncio
import os
import _net


async def handle(reader, writer):
    writer.write(await reader.read(100))
    writer.close()


async def main():
    path = f'\0moray-test-{os.getpid()}'
    server = await asyncio.start_unix_server(handle, path)
    print(isinstance(server.sockets[0].getsockname(), bytes))
    reader, writer = await asyncio.open_unix_connection(path)
    writer.write(b'abstract')
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()

_net.run(main)
