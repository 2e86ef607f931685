# A server that serves until it is cancelled, and one that is closed by `async with`.
import asyncio


async def welcome(reader, writer):
    writer.write(b'welcome ' + await reader.readline())
    writer.close()


async def call(server, name):
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(name + b'\n')
    print(await reader.read())
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(welcome, '127.0.0.1', 0)
    forever = asyncio.create_task(server.serve_forever())
    await call(server, b'ann')
    forever.cancel()
    print(await asyncio.gather(forever, return_exceptions=True), server.is_serving())

    server = await asyncio.get_running_loop().create_server(
        lambda: asyncio.StreamReaderProtocol(asyncio.StreamReader(), welcome), '127.0.0.1', 0)
    async with server:
        await call(server, b'bob')
        print(server.is_serving())
    print(server.is_serving(), server.sockets)

asyncio.run(main())
