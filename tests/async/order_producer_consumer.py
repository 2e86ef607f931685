# A bounded queue lets producer and consumer alternate.
import asyncio


async def producer(queue):
    for i in range(5):
        await queue.put(i)
        print('put', i)
    await queue.put(None)
    print('producer ends')


async def consumer(queue):
    while (item := await queue.get()) is not None:
        print('got', item)
    print('consumer ends')


async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(queue), consumer(queue))

asyncio.run(main())
