# Shelves, executors and loops in one program.
import shelve, os, tempfile, pickletools, pickle
d=tempfile.mkdtemp()
with shelve.open(d+'/s') as s: s['k']=[1]; print(list(s.items()))
with shelve.open(d+'/s', writeback=True) as s: s['k'].append(2)
with shelve.open(d+'/s', 'r') as s: print(dict(s))
import collections.abc
print(isinstance(shelve.Shelf({}), collections.abc.MutableMapping))
from multiprocessing import shared_memory, Process, Value, cpu_count
from multiprocessing.pool import ThreadPool
import concurrent.futures, time, asyncio
def f(n): return sum(range(n))
if __name__=='__main__':
    with concurrent.futures.ProcessPoolExecutor() as ex:
        futs={ex.submit(f,n):n for n in (10,100,1000)}
        for fu in sorted(concurrent.futures.as_completed(futs), key=lambda x: futs[x]): print(futs[fu], fu.result())
    async def main():
        loop=asyncio.get_running_loop()
        with concurrent.futures.ProcessPoolExecutor() as pool:
            t=[loop.run_in_executor(pool, f, 10**5) for _ in range(4)]
            print(sum(await asyncio.gather(*t)))
            r = await asyncio.wait_for(loop.run_in_executor(pool, time.sleep, 0.01), 5); print(r)
    asyncio.run(main())
