# The first result counts, the losers are cancelled.
import asyncio


async def racer(name, delay):
    try:
        await asyncio.sleep(delay)
        return name
    except asyncio.CancelledError:
        print(name, 'lost')
        raise


async def main():
    tasks = [asyncio.create_task(racer(n, d)) for n, d in (('a', 0.5), ('b', 0.01), ('c', 0.5))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print('winner', done.pop().result())
    for t in tasks:
        if t in pending:
            t.cancel()
            await asyncio.wait([t])
    print([t.cancelled() for t in tasks])

asyncio.run(main())
