# A task is a coroutine that the loop runs by itself, next to everything else.
#
# `await coroutine()` runs it here and now and waits for it. `asyncio.create_task(coroutine())` only schedules it: it starts
# when the current coroutine next awaits something.
import asyncio


async def tick(name, times):
    for i in range(times):
        print(name, i)
        await asyncio.sleep(0)  # let the others have a turn
    return f"{name} is done"


async def forever():
    try:
        while True:
            await asyncio.sleep(0.01)
    except asyncio.CancelledError:
        print("cancelled: cleaning up")
        raise  # a task that is cancelled should end as cancelled


async def main():
    first = asyncio.create_task(tick("first", 3), name="first-task")
    second = asyncio.create_task(tick("second", 2))
    print("two tasks made, neither has started:", first.done(), second.done())
    print(await first)
    print(await second)
    print(first.get_name(), first.done(), first.result())

    background = asyncio.create_task(forever())
    await asyncio.sleep(0.03)
    background.cancel()
    try:
        await background
    except asyncio.CancelledError:
        print("background.cancelled():", background.cancelled())


asyncio.run(main())
