# Pool: all its ways of giving out work; errors; closing.
import multiprocessing as mp
import os
import time
from multiprocessing.pool import AsyncResult, ThreadPool


def square(x):
    return x * x


def add(x, y, z=0):
    return x + y + z


def fail(x):
    if x == 3:
        raise ValueError("three")
    return x


def slow(x):
    time.sleep(0.05)
    return x


def unpicklable(x):
    return lambda: x


def nap(x):
    time.sleep(30)


def pid(x):
    return os.getpid()


def bad_iterable():
    yield 1
    raise KeyError("iterable")


def init(value):
    global shared
    shared = value


def get_shared(x):
    return shared + x


def main():
    with mp.Pool(3) as pool:
        print(repr(pool))
        print(pool.map(square, range(10)), pool.map(square, [], 1), pool.map(square, (i for i in range(4)), chunksize=2))
        print(pool.starmap(add, [(1, 2), (3, 4, 5)]), pool.apply(add, (1, 2), {"z": 3}))
        print(list(pool.imap(square, range(6))), list(pool.imap(square, range(6), chunksize=2)))
        print(sorted(pool.imap_unordered(square, range(6))), sorted(pool.imap_unordered(square, range(6), chunksize=4)))
        r = pool.apply_async(square, (12,))
        print(type(r) is AsyncResult, r.get(timeout=5), r.ready(), r.successful())
        called = []
        m = pool.map_async(square, range(5), callback=called.append)
        print(m.get(), called)
        e = pool.apply_async(fail, (3,), error_callback=lambda e: called.append(repr(e)))
        e.wait()
        print(e.ready(), e.successful(), called[1:])
        for f in (lambda: pool.map(fail, range(5)), lambda: pool.apply(fail, (3,)), lambda: list(pool.imap(fail, range(5))), lambda: e.get(),
                  lambda: pool.starmap_async(add, [(1,)]).get()):
            try:
                print(f())
            except (ValueError, TypeError) as exc:
                print(type(exc).__name__, exc, type(exc.__cause__).__name__)
        it = pool.imap(fail, range(5))
        print([next(it) for i in range(3)])
        try:
            next(it)
        except ValueError as exc:
            print(exc, next(it))
        try:
            pool.apply(unpicklable, (1,))
        except mp.pool.MaybeEncodingError as exc:
            print(type(exc).__name__, str(exc)[:35])
        try:
            pool.map(square, bad_iterable())
        except KeyError as exc:
            print("KeyError", exc)
        r = pool.apply_async(nap, (1,))
        try:
            r.get(timeout=0.05)
        except mp.TimeoutError:
            print("TimeoutError", r.ready())
        try:
            r.successful()
        except ValueError as exc:
            print(str(exc)[-9:])
        it = pool.imap(slow, range(2))
        print(it.next(timeout=5), it.next(5))
        try:
            it.next()
        except StopIteration:
            print("StopIteration")
    try:
        pool.map(square, [1])
    except ValueError as exc:
        print(exc)
    pool = mp.Pool(2, init, (100,))
    print(pool.map(get_shared, range(3)))
    try:
        pool.join()
    except ValueError as exc:
        print(exc)
    result = pool.map_async(slow, range(6))
    pool.close()
    pool.join()
    print(result.get())
    with mp.Pool(1, maxtasksperchild=2) as pool:
        print(len(set(pool.map(pid, range(6), chunksize=1))))
    pool = mp.Pool(2)
    pool.map_async(nap, range(10))
    time.sleep(0.05)
    start = time.monotonic()
    pool.terminate()
    pool.join()
    print(time.monotonic() - start < 5, pool._state)
    with ThreadPool(3) as pool:
        print(pool.map(square, range(5)), pool.apply(lambda: "lambda"), sorted(pool.imap_unordered(lambda x: -x, range(3))))
        try:
            pool.map(fail, [3])
        except ValueError as exc:
            print(exc, exc.__cause__)
    import pickle
    try:
        pickle.dumps(pool)
    except NotImplementedError as exc:
        print(exc)


if __name__ == "__main__":
    main()
