# Exceptions and timeouts through as_completed; wrong arguments fail at the first step.
import asyncio


async def job(delay, error=False):
    await asyncio.sleep(delay)
    if error:
        raise ValueError(delay)
    return delay


async def main():
    for nth in asyncio.as_completed([job(0.01), job(0, error=True)]):
        try:
            print(await nth)
        except ValueError as exc:
            print('ValueError', exc)
    tasks = [asyncio.create_task(job(0.001)), asyncio.create_task(job(5))]
    for nth in asyncio.as_completed(tasks, timeout=0.02):
        try:
            print(await nth)
        except TimeoutError as exc:
            print(repr(exc))
    print([t.done() for t in tasks])
    it = asyncio.as_completed(tasks[1])
    try:
        next(it)
    except TypeError as exc:
        print(exc)

asyncio.run(main())
