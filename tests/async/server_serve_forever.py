# serve_forever runs until it is cancelled or the server is closed.
import asyncio
import _net


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(asyncio.Protocol, '127.0.0.1', 0)
    task = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    try:
        await server.serve_forever()
    except RuntimeError as exc:
        print(str(exc).split('>')[-1])
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled', server.is_serving(), server.sockets)
    server = await loop.create_server(asyncio.Protocol, '127.0.0.1', 0)
    task = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    server.close()
    print(await asyncio.gather(task, return_exceptions=True))
    async with await loop.create_server(asyncio.Protocol, '127.0.0.1', 0) as server:
        try:
            async with asyncio.timeout(0.01):
                await server.serve_forever()
        except TimeoutError:
            print('timeout', server.is_serving())
    print(server.sockets)

_net.run(main)
