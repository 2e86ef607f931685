# wait_closed waits for close and for the last connection, in either order.
import asyncio
import _net


async def main():
    server, there, here = await _net.pair(lambda: _net.Teller('server'), lambda: _net.Teller('client'))
    waiters = [asyncio.create_task(server.wait_closed()) for _ in range(3)]
    await _net.settle()
    print([task.done() for task in waiters])
    server.close()
    await _net.settle()
    print([task.done() for task in waiters])
    waiters[1].cancel()
    here.transport.write(b'still served')
    await _net.settle()
    here.transport.close()
    await here.lost
    await there.lost
    print(await asyncio.gather(*waiters, return_exceptions=True))
    await server.wait_closed()

    server = await asyncio.get_running_loop().create_server(asyncio.Protocol, '127.0.0.1', 0)
    task = asyncio.create_task(server.wait_closed())
    await _net.settle()
    print(task.done())
    server.close()
    await task
    print('closed')

_net.run(main)
