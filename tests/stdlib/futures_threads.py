"""concurrent.futures with threads."""
import concurrent.futures as cf
import threading
import time


def square(n):
    if n < 0:
        raise ValueError(f'negative: {n}')
    time.sleep(n / 60)
    return n * n


with cf.ThreadPoolExecutor(max_workers=4, thread_name_prefix='pool') as pool:
    print(list(pool.map(square, [3, 1, 2])))
    print(list(pool.map(pow, [2, 3], [5, 2])))
    futures = {pool.submit(square, n): n for n in (8, 1, 4)}
    print([futures[f] for f in cf.as_completed(futures)])
    bad = pool.submit(square, -1)
    print(repr(bad.exception()), bad.done(), bad.cancelled())
    try:
        bad.result()
    except ValueError as error:
        print(error)
    done, rest = cf.wait([pool.submit(square, 1), pool.submit(square, 30)], return_when=cf.FIRST_COMPLETED)
    print(len(done), len(rest))
    done, rest = cf.wait([pool.submit(square, -1), pool.submit(square, 30)], return_when=cf.FIRST_EXCEPTION)
    print(len(done), len(rest))
    print(pool.submit(lambda: threading.current_thread().name.startswith('pool_')).result())
    try:
        pool.submit(time.sleep, 0.2).result(timeout=0.01)
    except TimeoutError as error:
        print('TimeoutError', error, cf.TimeoutError is TimeoutError)
    try:
        for n in pool.map(square, [0, -5, 1]):
            print('got', n)
    except ValueError as error:
        print(error)
try:
    pool.submit(square, 1)
except RuntimeError as error:
    print(error)

gate = threading.Event()
with cf.ThreadPoolExecutor(1) as pool:
    first, second = pool.submit(gate.wait), pool.submit(square, 1)
    print(second.cancel(), second.cancelled(), second.done(), first.cancel())
    called = []
    second.add_done_callback(called.append)
    print(called == [second])
    gate.set()
    try:
        second.result()
    except cf.CancelledError as error:
        print(repr(error))
    print(first.result())
future = cf.Future()
print(str(future).split(' at ')[0], str(future).split('state=')[1])
future.set_running_or_notify_cancel()
print(future.running(), future.cancel())
future.add_done_callback(lambda f: print('callback', f.result()))
future.set_result(5)
print(str(future).split('state=')[1])
try:
    future.set_result(6)
except cf.InvalidStateError as error:
    print(type(error).__name__, str(error).split(': ')[0])
for make in (lambda: cf.ThreadPoolExecutor(0), lambda: cf.ThreadPoolExecutor(1, initializer=3)):
    try:
        make()
    except (ValueError, TypeError) as error:
        print(error)
start = []
with cf.ThreadPoolExecutor(1, initializer=start.append, initargs=('ready',)) as pool:
    pool.submit(int).result()
print(start)
pool = cf.ThreadPoolExecutor(1)
gate.clear()
blocker = pool.submit(gate.wait)
waiting = [pool.submit(int) for _ in range(3)]
pool.shutdown(wait=False, cancel_futures=True)
gate.set()
print([f.cancelled() for f in waiting], blocker.result())
