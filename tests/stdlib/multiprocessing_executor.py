# ProcessPoolExecutor, by itself and under asyncio.
import asyncio
import concurrent.futures
import os
import time
from concurrent.futures import ProcessPoolExecutor, as_completed, wait


def square(x):
    return x * x


def boom(x):
    raise ValueError("boom", x)


def die():
    os._exit(3)


def slow(x):
    time.sleep(0.1)
    return x


def init(value):
    global shared
    shared = value


def get_shared():
    return shared


def bad_init():
    os._exit(1)


def main():
    with ProcessPoolExecutor(max_workers=2) as ex:
        print(list(ex.map(square, range(6))), list(ex.map(square, range(7), chunksize=3)), list(ex.map(pow, [2, 3], [4, 2])))
        f = ex.submit(pow, 2, exp=10)
        print(f.result(), f.done(), f)if 0 else print(f.result(), f.done())
        f = ex.submit(boom, 1)
        print(repr(f.exception()), type(f.exception().__cause__).__name__)
        try:
            f.result()
        except ValueError as e:
            print(e, '"""' in str(e.__cause__), "in boom" in str(e.__cause__))
        try:
            ex.submit(lambda: 1).result()
        except Exception as e:
            print(type(e).__name__, str(e)[:22])
        print(sorted(f.result() for f in as_completed([ex.submit(square, i) for i in range(5)])))
        done, not_done = wait([ex.submit(square, i) for i in range(3)])
        print(len(done), len(not_done))
        try:
            list(ex.map(boom, range(3)))
        except ValueError as e:
            print(e)
        try:
            list(ex.map(slow, range(2), timeout=0.01))
        except TimeoutError:
            print("TimeoutError")
        try:
            ex.map(square, [1], chunksize=0)
        except ValueError as e:
            print(e)
    try:
        ex.submit(square, 1)
    except RuntimeError as e:
        print(e)
    with ProcessPoolExecutor(1) as ex:
        try:
            ex.submit(die).result()
        except concurrent.futures.process.BrokenProcessPool as e:
            print(e)
        try:
            ex.submit(square, 2)
        except concurrent.futures.BrokenExecutor as e:
            print(e)
    with ProcessPoolExecutor(1, initializer=init, initargs=("from the initializer",)) as ex:
        print(ex.submit(get_shared).result())
    with ProcessPoolExecutor(1, initializer=bad_init) as ex:
        try:
            ex.submit(square, 1).result()
        except concurrent.futures.process.BrokenProcessPool as e:
            print(type(e).__name__)
    ex = ProcessPoolExecutor(1)
    futures = [ex.submit(slow, i) for i in range(8)]
    futures[0].result()
    ex.shutdown(cancel_futures=True)
    print(futures[0].result(), futures[-1].cancelled(), all(f.done() for f in futures))
    for kwargs in ({"max_workers": 0}, {"initializer": 5}, {"max_tasks_per_child": 0}, {"max_tasks_per_child": "x"}):
        try:
            ProcessPoolExecutor(**kwargs)
        except (ValueError, TypeError) as e:
            print(e)

    async def run():
        loop = asyncio.get_running_loop()
        with ProcessPoolExecutor(2) as pool:
            print(await loop.run_in_executor(pool, square, 7))
            print(await asyncio.gather(*(loop.run_in_executor(pool, square, i) for i in range(5))))
            try:
                await loop.run_in_executor(pool, boom, 2)
            except ValueError as e:
                print(e)
            try:
                async with asyncio.timeout(0.02):
                    await loop.run_in_executor(pool, slow, 1)
            except TimeoutError:
                print("timeout")
    asyncio.run(run())


if __name__ == "__main__":
    main()
