# wait_for(queue.get()) with the item and the timeout in the same turn.
import asyncio


async def main():
    queue = asyncio.Queue()
    for timeout in (0, 0.001):
        try:
            print(await asyncio.wait_for(queue.get(), timeout))
        except TimeoutError:
            print('none', len(queue._getters))
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.01
    loop.call_at(when, queue.put_nowait, 'item')
    try:
        async with asyncio.timeout_at(when):
            print(await queue.get())
    except TimeoutError:
        print('late', queue.qsize())
    print(len(queue._getters), queue.qsize())

asyncio.run(main())
