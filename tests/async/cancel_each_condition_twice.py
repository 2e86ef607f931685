# Cancelled again while it waits for the lock back.
import asyncio


async def waiter(cond, log):
    async with cond:
        try:
            await cond.wait()
        except asyncio.CancelledError as error:
            log.append((cond.locked(), error.args))
            raise


async def main():
    cond, log = asyncio.Condition(), []
    task = asyncio.create_task(waiter(cond, log))
    await asyncio.sleep(0)
    await cond.acquire()
    for i in range(3):
        print(task.cancel(f'no {i}'), task.cancelling())
        await asyncio.sleep(0)
        print(task.done(), log)
    cond.release()
    try:
        await task
    except asyncio.CancelledError as error:
        print('out', error.args)
    print(log, cond.locked())

asyncio.run(main())
