"""Locks, conditions, semaphores, events, barriers."""
import threading
import time

lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01))
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)
total = 0


def add():
    global total
    for _ in range(5000):
        with lock:
            n = total
            total = n + 1


threads = [threading.Thread(target=add) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(total)

rlock = threading.RLock()
with rlock, rlock:
    print(rlock._is_owned())
    other = []
    t = threading.Thread(target=lambda: other.append(rlock.acquire(blocking=False)))
    t.start()
    t.join()
    print(other)
try:
    rlock.release()
except RuntimeError as error:
    print(error)

cond = threading.Condition()
items, taken = [], []


def consumer():
    while True:
        with cond:
            while not items:
                cond.wait()
            item = items.pop(0)
        if item is None:
            return
        taken.append(item)


t = threading.Thread(target=consumer)
t.start()
for i in [*range(5), None]:
    with cond:
        items.append(i)
        cond.notify()
t.join()
print(taken)
try:
    cond.notify()
except RuntimeError as error:
    print(error)
try:
    cond.wait()
except RuntimeError as error:
    print(error)
with cond:
    print(cond.wait(0.01), cond.wait_for(lambda: False, 0.01), cond.wait_for(lambda: 7))

semaphore = threading.BoundedSemaphore(2)
peak = active = 0


def limited():
    global peak, active
    with semaphore:
        with lock:
            active += 1
            peak = max(peak, active)
        time.sleep(0.01)
        with lock:
            active -= 1


threads = [threading.Thread(target=limited) for _ in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(peak, repr(semaphore).split(': ')[1])
try:
    semaphore.release()
except ValueError as error:
    print(error)
for make in (lambda: threading.Semaphore(-1), lambda: threading.Semaphore().release(0)):
    try:
        make()
    except ValueError as error:
        print(error)

event = threading.Event()
print(repr(event).split(': ')[1], event.wait(0.01))
threading.Timer(0.02, event.set).start()
print(event.wait(5), event.is_set(), repr(event).split(': ')[1])
timer = threading.Timer(10, print, ['never'])
timer.start()
timer.cancel()
timer.join()

barrier = threading.Barrier(3, action=lambda: print('all here'))
numbers = []
threads = [threading.Thread(target=lambda: numbers.append(barrier.wait())) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(numbers), repr(barrier).split(': ')[1])
broken = threading.Barrier(2)
try:
    broken.wait(0.01)
except threading.BrokenBarrierError as error:
    print(repr(error), broken.broken, repr(broken).split(': ')[1])
broken.reset()
print(broken.broken, broken.parties, broken.n_waiting)
