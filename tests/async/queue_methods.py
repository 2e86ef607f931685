# Queue: sizes, errors, task_done and join, str.
import asyncio


async def main():
    q = asyncio.Queue(2)
    print(q, q.empty(), q.full(), q.qsize(), q.maxsize)
    q.put_nowait('a')
    await q.put('b')
    print(q, q.full())
    try:
        q.put_nowait('c')
    except asyncio.QueueFull as exc:
        print(repr(exc))
    print(q.get_nowait(), await q.get())
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as exc:
        print(repr(exc))
    print(q)
    getter = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    print(q)
    q.put_nowait('c')
    print(await getter)
    for _ in range(3):
        q.task_done()
    try:
        q.task_done()
    except ValueError as exc:
        print(exc)
    await q.join()
    print(q, asyncio.Queue[int], asyncio.Queue(-1).full())

asyncio.run(main())
