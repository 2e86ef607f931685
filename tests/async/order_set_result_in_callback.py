# A chain of futures resolved by callbacks: one turn per link.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    links = [loop.create_future() for _ in range(4)]
    for i, (a, b) in enumerate(zip(links, links[1:])):
        a.add_done_callback(lambda f, i=i, b=b: (print('link', i), b.set_result(f.result() + 1)))

    async def ticker():
        for i in range(6):
            print('tick', i)
            await asyncio.sleep(0)

    task = asyncio.create_task(ticker())
    links[0].set_result(0)
    print(await links[-1])
    await task

asyncio.run(main())
