# Targets that are closures and bound methods, pools in methods, children with threads and loops of their own.
import multiprocessing as mp, logging, sys, os
from functools import partial
class Acc:
    def __init__(self): self.total = 0
    def add(self, x): self.total += x; return self.total
    def run_pool(self):
        with mp.Pool(2) as p: return p.map(self.work, range(5))
    def work(self, x): return x * 10
def f(a, b, c=0): return a + b + c
def init_worker(l): global lock; lock = l
def locked(i):
    with lock: return i
def gen(n):
    yield from range(n)
if __name__ == '__main__':
    print(Acc().run_pool())
    with mp.Pool(2, initializer=init_worker, initargs=(mp.Lock(),)) as p:
        print(p.map(partial(f, 1, c=5), [1,2,3]), p.map(locked, range(4)))
        r = [p.apply_async(f, (i, i)) for i in range(4)]
        print([x.get(timeout=10) for x in r])
        for x in p.imap(str, gen(4)): print(x, end=' ')
        print()
        res = p.map_async(f, [1]); 
        try: res.get()
        except TypeError as e: print(e)
    p = mp.Pool(3); r = p.starmap_async(f, [(1,2),(3,4)]); p.close(); p.join(); print(r.get())
    ctx = mp.get_context('fork')
    q = ctx.SimpleQueue()
    def local(q): q.put(mp.current_process().name)
    ps = [ctx.Process(target=local, args=(q,), name=f'w{i}') for i in range(3)]
    [x.start() for x in ps]; [x.join() for x in ps]
    print(sorted(q.get() for _ in ps))
    parent, child = mp.Pipe()
    def talk(c):
        for m in iter(c.recv, 'stop'): c.send(m[::-1])
    x = mp.Process(target=talk, args=(child,)); x.start()
    for m in ('abc', [1,2]): parent.send(m); print(parent.recv())
    parent.send('stop'); x.join(); print(x.exitcode)
    e = mp.Event()
    def waits(e, q): q.put(e.wait(5))
    x = mp.Process(target=waits, args=(e, q)); x.start(); e.set(); print(q.get()); x.join()
    def crash(): os.kill(os.getpid(), 9)
    x = mp.Process(target=crash); x.start(); x.join(); print(x.exitcode)
    import threading
    def threads(q):
        r=[]
        t=[threading.Thread(target=r.append,args=(i,)) for i in range(3)]
        [y.start() for y in t];[y.join() for y in t]; q.put(sorted(r))
    x = mp.Process(target=threads, args=(q,)); x.start(); print(q.get()); x.join()
    import asyncio
    async def am(): await asyncio.sleep(0.01); return 'async in child'
    def loopy(q): q.put(asyncio.run(am()))
    x = mp.Process(target=loopy, args=(q,)); x.start(); print(q.get()); x.join()
