# A queue with little room, and an object that cannot be sent.
import multiprocessing as mp, time, os
def producer(q, n):
    for i in range(n): q.put((os.getpid() == os.getpid(), i))
    q.put(None)
def consumer(q, r):
    s = 0
    while True:
        x = q.get()
        if x is None: break
        s += x[1]
    r.put(s)
if __name__ == '__main__':
    q = mp.Queue(5); r = mp.Queue()
    p = mp.Process(target=producer, args=(q, 500)); c = mp.Process(target=consumer, args=(q, r))
    p.start(); c.start(); print(r.get()); p.join(); c.join()
    import sys, io
    sys.stderr = io.StringIO()
    q.put(lambda: 1)
    time.sleep(0.1)
    q.put(5)
    print(q.get())
