# Three stages joined by queues of one.
import asyncio

END = object()


async def source(out):
    for i in range(4):
        print('source', i)
        await out.put(i)
    await out.put(END)


async def double(inp, out):
    while (x := await inp.get()) is not END:
        print('double', x)
        await out.put(x * 2)
    await out.put(END)


async def sink(inp):
    total = 0
    while (x := await inp.get()) is not END:
        print('sink', x)
        total += x
    return total


async def main():
    a, b = asyncio.Queue(1), asyncio.Queue(1)
    print(await asyncio.gather(source(a), double(a, b), sink(b)))

asyncio.run(main())
