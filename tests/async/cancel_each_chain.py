# Cancellation arrives at the innermost await of a chain of coroutines and passes every finally.
import asyncio


async def level(n, log):
    try:
        if n:
            return await level(n - 1, log)
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        log.append((n, error.args))
        if n == 2:
            return 'stopped at 2'
        raise
    finally:
        log.append(n)


async def main():
    log = []
    task = asyncio.create_task(level(4, log))
    await asyncio.sleep(0)
    task.cancel('deep')
    print(await task, log, task.cancelling())

asyncio.run(main())
