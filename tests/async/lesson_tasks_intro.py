# Tasks: names, reprs, stacks, and mistakes with them.
import asyncio


async def nested():
    await asyncio.sleep(0.001)
    return 42


async def worker(n):
    await nested()
    if n == 2:
        raise RuntimeError("two is bad")
    return n


async def main():
    t = asyncio.create_task(nested(), name="my task")
    print(t)
    print(t.get_name(), t.done(), t.get_coro().__name__)
    await asyncio.sleep(0)
    print(t)
    print(await t, t)
    ts = [asyncio.create_task(worker(i)) for i in range(4)]
    print(len(asyncio.all_tasks()), asyncio.current_task().get_name())
    res = await asyncio.gather(*ts, return_exceptions=True)
    print(res)
    for t in ts:
        print(t)
    try:
        ts[0].set_result(1)
    except RuntimeError as e:
        print(e)
    t = asyncio.create_task(worker(5))
    await asyncio.sleep(0)
    t.print_stack()
    print(t.get_stack())
    t.cancel("enough")
    print(t, t.cancelling())
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancelled", e)
    print(t, t.cancelled(), t.cancelling(), t.uncancel())
    for bad in (nested, 42, None):
        try:
            asyncio.create_task(bad)
        except TypeError as e:
            print(str(e)[:30])
    try:
        await 42
    except TypeError as e:
        print(e)
    try:
        await asyncio.gather(1, 2)
    except TypeError as e:
        print(e)
    try:
        await asyncio.wait([])
    except ValueError as e:
        print(e)
    try:
        c = nested()
        await asyncio.wait([c])
    except TypeError as e:
        print(e)
        c.close()
    print(await asyncio.gather(), await asyncio.gather(nested(), nested()))
    try:
        asyncio.run(c := nested())
    except RuntimeError as e:
        print(e)
        c.close()


asyncio.run(main())
try:
    asyncio.run(42)
except ValueError as e:
    print(e)
try:
    asyncio.create_task(c := main())
except RuntimeError as e:
    print(e)
    c.close()
try:
    asyncio.current_task()
except RuntimeError as e:
    print(e)
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
