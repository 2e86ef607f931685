"""A pool of processes counts primes and words; pipes and queues between processes."""
# test: heavy
import multiprocessing as mp, math
from collections import Counter
from functools import partial, reduce
def is_prime(n):
    if n<2: return False
    return all(n%i for i in range(2,math.isqrt(n)+1))
def count(r): return sum(map(is_prime,range(*r)))
def words(line): return Counter(line.lower().split())
def scale(f,x): return f*x
def worker(inq,outq):
    for job in iter(inq.get,None): outq.put((job,job**2))
def gen(n,conn):
    for i in range(n): conn.send(i)
    conn.close()
if __name__=='__main__':
    with mp.Pool(3) as pool:
        print(sum(pool.map(count,[(i,i+500) for i in range(0,3000,500)])))
        text=['the quick brown fox','the lazy dog','The fox']*5
        print(sorted(reduce(lambda a,b:a+b,pool.map(words,text)).items()))
        print(pool.map(partial(scale,3),range(5)), pool.starmap(pow,[(2,3),(3,2)]))
        for r in pool.imap_unordered(abs,[-1]): print(r)
    iq,oq=mp.Queue(),mp.Queue(); ws=[mp.Process(target=worker,args=(iq,oq)) for _ in range(2)]
    for w in ws: w.start()
    for i in range(6): iq.put(i)
    for w in ws: iq.put(None)
    print(sorted(oq.get() for _ in range(6)))
    for w in ws: w.join(); print(w.exitcode)
    a,b=mp.Pipe(duplex=False); p=mp.Process(target=gen,args=(3,b)); p.start(); b.close(); out=[]
    try:
        while True: out.append(a.recv())
    except EOFError: print(out,'EOF')
    p.join()
