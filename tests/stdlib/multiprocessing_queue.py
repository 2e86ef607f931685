# Queue, SimpleQueue, JoinableQueue.
import multiprocessing as mp
import queue
import time


def put_all(q, items):
    for item in items:
        q.put(item)


def worker(q, out):
    while (item := q.get()) is not None:
        out.put(item * 2)
        q.task_done()
    q.task_done()


def echo(inq, outq):
    outq.put(inq.get())


def main():
    q = mp.Queue()
    print(q.empty(), q.full(), q.qsize())
    p = mp.Process(target=put_all, args=(q, [1, "two", [3], {"four": 4}, None]))
    p.start()
    print([q.get() for i in range(5)])
    p.join()
    for f in (q.get_nowait, lambda: q.get(False), lambda: q.get(timeout=0.05), lambda: q.get(True, 0.01)):
        try:
            f()
        except queue.Empty:
            print("Empty")
    small = mp.Queue(2)
    small.put(1)
    small.put(2)
    for f in (lambda: small.put_nowait(3), lambda: small.put(3, False), lambda: small.put(3, timeout=0.05)):
        try:
            f()
        except queue.Full:
            print("Full")
    print(small.full(), small.qsize(), small.get(), small.get(), small.qsize())
    small.close()
    small.join_thread()
    for f in (lambda: small.put(1), small.get):
        try:
            f()
        except ValueError as e:
            print(str(e)[:5], str(e)[-9:])
    big = mp.Queue()
    p = mp.Process(target=put_all, args=(big, ["x" * 500_000] * 4))
    p.start()
    print(sum(len(big.get()) for i in range(4)))
    p.join()
    s = mp.SimpleQueue()
    print(s.empty())
    t = mp.SimpleQueue()
    p = mp.Process(target=echo, args=(s, t))
    p.start()
    s.put(("tuple", 1))
    print(t.get())
    p.join()
    s.put(1)
    print(s.empty(), s.get())
    s.close()
    try:
        s.put(1)
    except OSError as e:
        print(e)
    j, out = mp.JoinableQueue(), mp.Queue()
    workers = [mp.Process(target=worker, args=(j, out)) for i in range(3)]
    for w in workers:
        w.start()
    for i in range(12):
        j.put(i)
    j.join()
    print("joined", sorted(out.get() for i in range(12)))
    for w in workers:
        j.put(None)
    for w in workers:
        w.join()
    try:
        j.task_done()
    except ValueError as e:
        print(e)
    print([w.exitcode for w in workers], mp.Queue.__name__ if hasattr(mp.Queue, "__name__") else "")
    print(issubclass(mp.queues.Empty, queue.Empty))


if __name__ == "__main__":
    main()
