# current_task and all_tasks.
import asyncio


async def child(expected):
    print(asyncio.current_task().get_name(), expected)
    await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print('in a callback', asyncio.current_task()))
    tasks = [asyncio.create_task(child(n), name=n) for n in 'ab']
    print(sorted(t.get_name() for t in asyncio.all_tasks()), len(asyncio.all_tasks(loop)))
    await asyncio.gather(*tasks)
    print(len(asyncio.all_tasks()), asyncio.current_task(loop) in asyncio.all_tasks())

asyncio.run(main())
for f in asyncio.current_task, asyncio.all_tasks:
    try:
        f()
    except RuntimeError as exc:
        print(exc)
