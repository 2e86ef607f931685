"""Producers and consumers on a bounded queue."""
# test: heavy
import threading, queue, random, time
SENT=object()
def producer(q,n,seed):
    r=random.Random(seed)
    for i in range(n): q.put((seed,i,r.randint(1,100)))
def consumer(q,res,lock):
    while (item:=q.get()) is not SENT:
        with lock: res.append(item)
        q.task_done()
    q.task_done()
q=queue.Queue(maxsize=5); res=[]; lock=threading.Lock()
ps=[threading.Thread(target=producer,args=(q,50,s),name=f'P{s}') for s in range(3)]
cs=[threading.Thread(target=consumer,args=(q,res,lock)) for _ in range(4)]
for t in ps+cs: t.start()
for t in ps: t.join()
for _ in cs: q.put(SENT)
q.join()
for t in cs: t.join()
print(len(res), sorted(res)[:3], sum(x[2] for x in res), q.unfinished_tasks, q.empty())
