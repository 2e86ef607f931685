import queue, threading, signal, time, sys, pickle  # test: heavy
from multiprocessing import Value, RawValue, RawArray, Array
print(type(RawValue('i',3)).__name__, RawValue('i',3), Value('d',1.5), RawValue('c',b'x'), type(RawValue('f')).__name__)
print(pickle.loads(pickle.dumps(queue.Empty("x"))).args, queue.Empty, queue.SimpleQueue, queue.SimpleQueue[int])
q=queue.SimpleQueue(); n=[0]
def h(*a): n[0]+=1; q.put(n[0])
signal.signal(signal.SIGALRM,h); signal.setitimer(signal.ITIMER_REAL,0.001,0.0005)
got=[]
for i in range(300): got.append(q.get())
signal.setitimer(signal.ITIMER_REAL,0); print(sorted(got)==list(range(1,301)))
for sw in (0.005,1e-6):
    sys.setswitchinterval(sw)
    q=queue.SimpleQueue(); res=[]; L=threading.Lock()
    def prod(k):
        for i in range(200): q.put((k,i))
    def cons():
        while True:
            x=q.get()
            if x is None: return
            with L: res.append(x)
    ps=[threading.Thread(target=prod,args=(k,)) for k in range(4)]; cs=[threading.Thread(target=cons) for _ in range(4)]
    [t.start() for t in ps+cs]; [t.join() for t in ps]; [q.put(None) for _ in cs]; [t.join() for t in cs]; print(len(res), len(set(res)))
    def waiter(i):
        try: q.get(timeout=0.01*i)
        except queue.Empty: res.append(i)
    res=[]; ts=[threading.Thread(target=waiter,args=(i,)) for i in range(6)]; [t.start() for t in ts]; q.put(1); [t.join() for t in ts]; print(len(res))
