# The default pool of threads, and one of one's own.
import asyncio
import concurrent.futures
import functools


def blocking_io(path):
    with open(path, 'rb') as f:
        return f.read(10)


def cpu_bound(n):
    return sum(i * i for i in range(n))


async def main():
    loop = asyncio.get_running_loop()
    print(len(await loop.run_in_executor(None, blocking_io, '/dev/zero')))
    with concurrent.futures.ThreadPoolExecutor() as pool:
        print(await loop.run_in_executor(pool, functools.partial(cpu_bound, n=10000)))

asyncio.run(main())
