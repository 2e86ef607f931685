# Cancelling serve_forever, wait_closed and start_serving.
import asyncio
import _net


async def main():
    loop = asyncio.get_running_loop()
    server, there, here = await _net.pair(lambda: _net.Teller('server'), lambda: _net.Teller('client'))
    forever = asyncio.create_task(server.serve_forever())
    await _net.settle(3)
    forever.cancel()
    await _net.settle(3)
    print('serve_forever waits for the connection', forever.done(), server.is_serving())
    here.transport.close()
    print(await asyncio.gather(forever, return_exceptions=True))
    await here.lost

    server, there, here = await _net.pair(lambda: _net.Teller('server'), lambda: _net.Teller('client'))
    forever = asyncio.create_task(server.serve_forever())
    await _net.settle(3)
    forever.cancel()
    await _net.settle(3)
    forever.cancel()
    print(await asyncio.gather(forever, return_exceptions=True))
    here.transport.close()
    await there.lost
    server = await loop.create_server(asyncio.Protocol, '127.0.0.1', 0, start_serving=False)
    task = asyncio.create_task(server.start_serving())
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), server.is_serving())
    server.close()

_net.run(main)
