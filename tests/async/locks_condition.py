# Condition: wait_for, errors, sharing a lock, repr.
import asyncio


def show(x):
    print(repr(x)[repr(x).index('['):])


async def main():
    cond = asyncio.Condition()
    show(cond)
    for f in (cond.notify, cond.notify_all):
        try:
            f()
        except RuntimeError as exc:
            print(exc)
    try:
        await cond.wait()
    except RuntimeError as exc:
        print(exc)
    state = []

    async def waiter():
        async with cond:
            print('value', await cond.wait_for(lambda: len(state) >= 2 and sum(state)))

    task = asyncio.create_task(waiter())
    for i in range(3):
        await asyncio.sleep(0)
        async with cond:
            state.append(i)
            show(cond)
            cond.notify()
    await task
    lock = asyncio.Lock()
    shared = asyncio.Condition(lock)
    async with lock:
        print(shared.locked())

asyncio.run(main())
