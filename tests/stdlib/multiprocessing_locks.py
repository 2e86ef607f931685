# Lock, RLock, Semaphore, Condition, Event, Barrier between processes.
import multiprocessing as mp
import threading
import time


def add(lock, value, n):
    for i in range(n):
        with lock:
            v = value.value
            value.value = v + 1


def hold(lock, ready, go):
    with lock:
        ready.set()
        go.wait()


def waiter(cond, counter):
    with cond:
        counter.value += 1
        cond.wait()
        counter.value += 100


def barrier_child(b, q):
    q.put(b.wait() >= 0)


def main():
    lock = mp.Lock()
    print(lock, lock.acquire(), lock, lock.acquire(False), lock.acquire(timeout=0.02), lock.release(), lock)
    with lock:
        print(lock)
    counter = mp.Value("i", 0, lock=False)
    children = [mp.Process(target=add, args=(lock, counter, 200)) for i in range(4)]
    for c in children:
        c.start()
    for c in children:
        c.join()
    print(counter.value)
    ready, go = mp.Event(), mp.Event()
    p = mp.Process(target=hold, args=(lock, ready, go))
    p.start()
    ready.wait()
    print(lock, lock.acquire(block=False), ready.is_set(), go.is_set(), go.wait(0.01))
    go.set()
    p.join()
    print(lock.acquire(), go.wait())
    lock.release()
    go.clear()
    print(go.is_set())
    r = mp.RLock()
    print(r, r.acquire(), r.acquire(), r, r.release(), r.release(), r)
    s = mp.Semaphore(2)
    print(s, s.get_value(), s.acquire(), s.acquire(), s.acquire(False), s, s.release(), s.get_value())
    b = mp.BoundedSemaphore(2)
    print(b, b.acquire(), b)
    cond = mp.Condition()
    counter = mp.Value("i", 0)
    waiters = [mp.Process(target=waiter, args=(cond, counter)) for i in range(3)]
    for w in waiters:
        w.start()
    while counter.value < 3:
        time.sleep(0.005)
    time.sleep(0.05)
    with cond:
        cond.notify()
    while counter.value < 103:
        time.sleep(0.005)
    with cond:
        cond.notify_all()
    for w in waiters:
        w.join()
    print(counter.value)
    with cond:
        print(cond.wait(0.02), cond.wait_for(lambda: False, 0.02), cond.wait_for(lambda: "ok"))
    barrier = mp.Barrier(3)
    q = mp.Queue()
    ps = [mp.Process(target=barrier_child, args=(barrier, q)) for i in range(2)]
    for p in ps:
        p.start()
    print(barrier.wait() >= 0, q.get(), q.get())
    for p in ps:
        p.join()
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    barrier.abort()
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        print("broken", barrier.broken)
    barrier.reset()
    try:
        barrier.wait(0.02)
    except threading.BrokenBarrierError:
        print("timed out")
    e = mp.Event()
    print(str(e).startswith("<Event at 0x"), str(e).endswith("unset>"))


if __name__ == "__main__":
    main()
