# Streams over a Unix socket.
import asyncio
import os
import tempfile
import _net


async def handle(reader, writer):
    print('peer', repr(writer.get_extra_info('peername')))
    async for line in reader:
        writer.write(line.swapcase())
    writer.close()


async def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'socket')
        server = await asyncio.start_unix_server(handle, path)
        print(server.sockets[0].getsockname() == path, server.sockets[0].family.name)
        for _ in range(2):
            reader, writer = await asyncio.open_unix_connection(path)
            writer.write(b'Hello\n')
            print(await reader.readline(), writer.get_extra_info('peername') == path)
            writer.close()
            await writer.wait_closed()
        server.close()
        await server.wait_closed()
        print(os.path.exists(path))
        # What is left of a server is no obstacle to the next one.
        async with await asyncio.start_unix_server(handle, path):
            print('again')
        try:
            await asyncio.open_unix_connection(path)
        except ConnectionRefusedError as exc:
            print(repr(exc))
        try:
            await asyncio.open_unix_connection(path + '.none')
        except FileNotFoundError as exc:
            print(repr(exc))

_net.run(main)
