# Cancel and completion interleaved among siblings.
import asyncio


async def worker(name, turns):
    try:
        for i in range(turns):
            print(name, i)
            await asyncio.sleep(0)
        print(name, 'finished')
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise


async def main():
    tasks = [asyncio.create_task(worker(n, t)) for n, t in (('a', 3), ('b', 3), ('c', 3))]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.sleep(0)
    tasks[2].cancel()
    tasks[0].add_done_callback(lambda t: print('a done callback'))
    print(await asyncio.gather(*tasks, return_exceptions=True))

asyncio.run(main())
