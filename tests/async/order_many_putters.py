# Putters and getters queue up and are served in order.
import asyncio


async def put(q, x):
    await q.put(x)
    print('put', x)


async def get(q, name):
    print(name, 'got', await q.get())


async def main():
    q = asyncio.Queue(1)
    putters = [asyncio.create_task(put(q, i)) for i in range(4)]
    await asyncio.sleep(0)
    print(q)
    getters = [asyncio.create_task(get(q, n)) for n in 'wxyz']
    await asyncio.gather(*putters, *getters)
    print(q)

asyncio.run(main())
