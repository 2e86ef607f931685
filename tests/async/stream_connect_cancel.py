# open_connection cancelled before and after the connection stands leaves nothing behind.
import asyncio
import _net


async def main():
    server = await asyncio.start_server(lambda r, w: w.close(), '127.0.0.1', 0)
    address = server.sockets[0].getsockname()
    for turns in range(6):
        task = asyncio.create_task(asyncio.open_connection(*address))
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        try:
            reader, writer = await task
            writer.close()
            await writer.wait_closed()
        except asyncio.CancelledError:
            pass
    print('cancelled')
    await asyncio.sleep(0.02)
    server.close()
    await server.wait_closed()

_net.run(main)
