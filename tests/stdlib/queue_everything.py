# queue: order of each kind, bounds, joins, non-blocking calls and their errors.
import queue
import threading

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    q = kind()
    for item in (3, 1, 2):
        q.put(item)
    print(kind.__name__, q.qsize(), q.empty(), [q.get(), q.get_nowait(), q.get(timeout=1)], q.empty(), q.qsize())
    for action in (q.get_nowait, lambda: q.get(False), lambda: q.get(timeout=0.001), lambda: q.get(timeout=-1), lambda: q.put(1, timeout=-1)):
        try:
            print(action())
        except Exception as error:
            print(type(error).__name__, error)
        while not q.empty():
            q.get()
q = queue.Queue(2)
q.put('a')
q.put_nowait('b')
print(q.full(), q.maxsize, q.unfinished_tasks)
for action in (lambda: q.put_nowait('c'), lambda: q.put('c', block=False), lambda: q.put('c', timeout=0.001), lambda: q.task_done(), lambda: q.task_done(), lambda: q.task_done()):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
q = queue.PriorityQueue()
for item in ((2, 'b'), (1, 'z'), (1, 'a')):
    q.put(item)
print([q.get() for _ in range(3)])
q.put((1, {}))
try:
    q.put((1, {}))
except TypeError as error:
    print(error)
work, done = queue.Queue(), []


def worker():
    while (item := work.get()) is not None:
        done.append(item * item)
        work.task_done()


threads = [threading.Thread(target=worker) for _ in range(3)]
for thread in threads:
    thread.start()
for n in range(20):
    work.put(n)
work.join()
for thread in threads:
    work.put(None)
for thread in threads:
    thread.join()
print(sorted(done), work.unfinished_tasks, queue.Queue(-1).full(), issubclass(queue.Empty, Exception), issubclass(queue.Full, Exception), queue.__all__)
