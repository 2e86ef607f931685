"""The only thread waits for something that a signal's handler will do."""
import queue
import signal
import threading


def later(action):
    signal.signal(signal.SIGALRM, lambda number, frame: action())
    signal.setitimer(signal.ITIMER_REAL, 0.03)


stop = threading.Event()
later(stop.set)
print(stop.wait())

lock = threading.Lock()
lock.acquire()
later(lock.release)
print(lock.acquire())

items = queue.SimpleQueue()
later(lambda: items.put('item'))
print(items.get())

items = queue.Queue()
later(lambda: items.put('item'))
print(items.get())

semaphore = threading.Semaphore(0)
later(semaphore.release)
print(semaphore.acquire())


def fail():
    raise LookupError('from the handler')


later(fail)
try:
    lock.acquire()
except LookupError as e:
    print(e, lock.locked())
