"""Queues between threads."""
import queue
import threading
import time

q = queue.Queue(maxsize=2)
got = []


def consumer():
    while (item := q.get()) is not None:
        got.append(item)
        q.task_done()
    q.task_done()


t = threading.Thread(target=consumer)
t.start()
for i in range(100):
    q.put(i)
q.put(None)
q.join()
t.join()
print(got == list(range(100)), q.empty(), q.unfinished_tasks)
for action in (lambda: q.get(timeout=0.01), q.get_nowait, lambda: queue.Queue(1).get(timeout=-1), q.task_done):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, type(error).__module__, error)
full = queue.Queue(1)
full.put(1)
for action in (lambda: full.put(2, timeout=0.01), lambda: full.put_nowait(2)):
    try:
        action()
    except queue.Full as error:
        print('Full', full.full(), full.qsize())
simple = queue.SimpleQueue()
threading.Timer(0.01, simple.put, ['late']).start()
print(simple.get(), simple.empty(), simple.qsize())
p = queue.PriorityQueue()
workers = [threading.Thread(target=p.put, args=((n % 3, n),)) for n in range(6)]
for w in workers:
    w.start()
for w in workers:
    w.join()
print([p.get() for _ in range(6)])
lifo = queue.LifoQueue()
for i in range(3):
    lifo.put(i)
print([lifo.get() for _ in range(3)])
start = time.monotonic()
try:
    q.get(timeout=0.05)
except queue.Empty:
    print(0.04 < time.monotonic() - start < 2)
