# Producers, consumers and a bounded queue.
import asyncio, random, itertools
async def produce(q, name, n):
    for i in range(n):
        await q.put((name, i)); print('put', name, i, q.qsize(), q.full())
    print(name, 'done')
async def consume(q, name):
    while (item := await q.get()) is not None:
        print(name, 'got', item); await asyncio.sleep(0); q.task_done()
    q.task_done(); print(name, 'exits')
async def main():
    q = asyncio.Queue(maxsize=2)
    ps = [asyncio.create_task(produce(q, n, 3)) for n in 'AB']
    cs = [asyncio.create_task(consume(q, n)) for n in ('c1', 'c2')]
    await asyncio.gather(*ps)
    for _ in cs: await q.put(None)
    await q.join(); await asyncio.gather(*cs)
    print(q.empty(), q.maxsize)
asyncio.run(main())
