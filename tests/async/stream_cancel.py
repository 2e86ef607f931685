# A cancelled read takes nothing out, and the next one goes on.
import asyncio
import _net


async def main():
    reader = asyncio.StreamReader()
    for method, args in ((reader.read, (10,)), (reader.readline, ()), (reader.readexactly, (100,)),
                         (reader.readuntil, (b'!',)), (reader.read, ())):
        task = asyncio.create_task(method(*args))
        await asyncio.sleep(0)
        print(reader._waiter is not None)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            print(method.__name__, 'cancelled', reader._waiter)
    reader.feed_data(b'all of it\n')
    print(await reader.readline())
    task = asyncio.create_task(reader.readexactly(4))
    await asyncio.sleep(0)
    reader.feed_data(b'ab')
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    print(reader)
    # Cancelled in the turn in which the data comes.
    task = asyncio.create_task(reader.readexactly(4))
    await asyncio.sleep(0)
    reader.feed_data(b'cd')
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    print(await reader.readexactly(4))
    try:
        await asyncio.wait_for(reader.readline(), 0.01)
    except TimeoutError:
        print('timeout', reader)
    reader.feed_data(b'x\n')
    print(await reader.readline())

_net.run(main)
