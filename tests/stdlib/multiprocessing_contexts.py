# Executors, managers and locks of the spawn context.
# test: heavy
import multiprocessing as mp, os, sys
from concurrent.futures import ProcessPoolExecutor
def sq(x): return x*x
def pid(_): return os.getpid()
def chg(d, l): d['x']=1; l.append(2)
def boom(): raise RuntimeError('in worker')
if __name__ == '__main__':
    ctx = mp.get_context('spawn')
    with ProcessPoolExecutor(2, mp_context=ctx) as ex: print(list(ex.map(sq, range(5))))
    with ProcessPoolExecutor(1, max_tasks_per_child=2) as ex: print(len({ex.submit(pid, 0).result() for i in range(4)}))
    with ctx.Manager() as m:
        d, l = m.dict(), m.list()
        p = ctx.Process(target=chg, args=(d, l)); p.start(); p.join(); print(dict(d), list(l))
    p = mp.get_context('forkserver').Process(target=chg, args=({}, [])); p.start(); p.join(); print(p.exitcode, type(p).__name__)
    b = ctx.Barrier(2); s = ctx.Semaphore(2); c = ctx.Condition(); e = ctx.Event(); jq = ctx.JoinableQueue(); sq_ = ctx.SimpleQueue(); a = ctx.Array('c', b'abc')
    print(b.parties, s, e.is_set(), sq_.empty(), a.value)
    try:
        with mp.Pool(2) as pool: pool.apply(boom)
    except RuntimeError as ex: print('caught', ex)
