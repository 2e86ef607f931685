# A handler that closes its own server, and one that is still busy when it is closed.
import asyncio
import _net


async def main():
    async def last_one(reader, writer):
        server.close()
        writer.write(b'closing')
        writer.close()
        await writer.wait_closed()
        print('handler done', server.is_serving())

    server = await asyncio.start_server(last_one, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    await server.wait_closed()
    print(await reader.read())
    writer.close()
    await writer.wait_closed()

    async def slow(reader, writer):
        await release.wait()
        writer.write(b'done')
        writer.close()

    release = asyncio.Event()
    async with await asyncio.start_server(slow, '127.0.0.1', 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        await _net.settle()
        server.close()
        asyncio.get_running_loop().call_soon(release.set)
    print(await reader.read())
    writer.close()
    await writer.wait_closed()

_net.run(main)
