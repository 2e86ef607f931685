# FIRST_EXCEPTION, ALL_COMPLETED, timeout.
import asyncio


async def job(name, delay, error=None):
    await asyncio.sleep(delay)
    if error:
        raise error
    return name


def names(tasks):
    return sorted(t.get_name() for t in tasks)


async def main():
    def start():
        return [asyncio.create_task(job('a', 0.001), name='a'),
                asyncio.create_task(job('b', 0.01, ValueError('b')), name='b'),
                asyncio.create_task(job('c', 0.04), name='c')]

    for kwargs in ({'return_when': asyncio.FIRST_EXCEPTION}, {}, {'timeout': 0.025}, {'timeout': 0}):
        tasks = start()
        done, pending = await asyncio.wait(tasks, **kwargs)
        print(kwargs, names(done), names(pending))
        for t in pending:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

asyncio.run(main())
