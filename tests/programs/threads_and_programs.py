"""Threads, locks, pools, events, queues, timers, local data; a scheduler and a bounded cache; processes that are started."""
# test: heavy
import concurrent.futures as cf, threading, queue, time, collections, contextlib, functools, os, sched, subprocess, sys, signal, weakref, atexit, logging, io, traceback, itertools
lock, total = threading.Lock(), 0
def add(n):
    global total
    for _ in range(n):
        with lock: total += 1
ts = [threading.Thread(target=add, args=(500,), name=f'T{i}', daemon=i % 2 == 0) for i in range(4)]
[t.start() for t in ts]; [t.join() for t in ts]; print(total, [t.name for t in ts], any(t.is_alive() for t in ts), threading.current_thread().name, threading.active_count())
with cf.ThreadPoolExecutor(3, thread_name_prefix='w') as ex:
    print(list(ex.map(pow, [2, 3], [5, 2])), [f.result() for f in [ex.submit(lambda i=i: i * i) for i in range(4)]])
    f = ex.submit(lambda: 1 / 0)
    try: f.result()
    except ZeroDivisionError as e: print(e, f.done(), repr(f.exception()))
    fs = {ex.submit(int, s): s for s in ('1', 'x', '3')}
    for fut in sorted(cf.as_completed(fs), key=fs.get): print(fs[fut], fut.exception() or fut.result())
q, out, SENTINEL = queue.Queue(2), [], object()
def work():
    while (item := q.get()) is not SENTINEL: out.append(item ** 2); q.task_done()
w = threading.Thread(target=work); w.start(); [q.put(i) for i in range(6)]; q.join(); q.put(SENTINEL); w.join(); print(out, q.empty())
for f in (lambda: q.get_nowait(), lambda: queue.Queue(1).get(timeout=0.01), lambda: (x := queue.LifoQueue(1), x.put(1), x.put_nowait(2)), lambda: lock.release(), lambda: threading.Thread(target=print).join(), lambda: ts[0].start(), lambda: threading.Barrier(2).wait(0.01), lambda: threading.Semaphore(-1), lambda: threading.BoundedSemaphore(1).release(), lambda: threading.Condition().notify(), lambda: threading.RLock().release()):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
ev, local = threading.Event(), threading.local(); local.x = 1; seen = []
def waiter(): seen.append(ev.wait(5)); seen.append(hasattr(local, 'x'))
t = threading.Thread(target=waiter); t.start(); ev.set(); t.join(); print(seen, local.x, ev.is_set())
r = threading.RLock()
with r, r: print('re-entered')
c, data = threading.Condition(), []
def consumer():
    with c: c.wait_for(lambda: len(data) >= 3, timeout=5); seen.append(list(data))
t = threading.Thread(target=consumer); t.start()
for i in range(3):
    with c: data.append(i); c.notify()
t.join(); print(seen[-1])
threading.excepthook = lambda a: print('hook', a.exc_type.__name__, a.exc_value, a.thread.name)
t = threading.Thread(target=lambda: [][1], name='broken'); t.start(); t.join()
tm = threading.Timer(0.001, lambda: out.append('tick')); tm.start(); tm.join(); print(out[-1], repr(tm).split(',')[0])
s = sched.scheduler(time.monotonic, time.sleep); s.enter(0.002, 1, print, ('second',)); s.enter(0.001, 1, print, kwargs={'sep': '', 'end': 'first\n'}); s.run(); print(s.empty())
class LRU(collections.OrderedDict):
    def __init__(self, n): super().__init__(); self.n = n
    def __getitem__(self, k): v = super().__getitem__(k); self.move_to_end(k); return v
    def __setitem__(self, k, v):
        super().__setitem__(k, v)
        if len(self) > self.n: print('drop', self.popitem(last=False))
    def __missing__(self, k): return f'no {k}'
l = LRU(2); l['a'] = 1; l['b'] = 2; l['a']; l['c'] = 3; print(l, l['zz'], list(reversed(l)), l == {'c': 3, 'a': 1})
p = subprocess.run([sys.executable, '-c', 'import sys; d = sys.stdin.read(); print(d.upper()); print("err", file=sys.stderr); sys.exit(3)'], input='hello', capture_output=True, text=True)
print(p.returncode, p.stdout, p.stderr, p.args[1:2])
for kw in ({'args': ['/no/such']}, {'args': 'exit 4', 'shell': True, 'check': True}, {'args': [sys.executable, '-c', 'import time; time.sleep(9)'], 'timeout': 0.2}, {'args': [sys.executable, '-c', 'import os; os.kill(os.getpid(), 9)'], 'check': True}):
    try: subprocess.run(**kw)
    except Exception as e: print(type(e).__name__, str(e).replace(sys.executable, 'PY'))
with subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as p: print(p.communicate(b'abc'), p.returncode, p.poll())
print(subprocess.check_output('echo a | tr a b; echo $X', shell=True, text=True, env={'X': 'y', 'PATH': os.environ['PATH']}).split())
@contextlib.contextmanager
def tag(name):
    print('<' + name + '>')
    try: yield name.upper()
    except KeyError as e: print('caught', e)
    else: print('fine')
    finally: print('</' + name + '>')
with tag('a') as x, tag('b'): print(x); raise KeyError('k')
with contextlib.ExitStack() as st:
    st.enter_context(tag('s')); st.callback(print, 'callback', 1); st.push(lambda *e: print('push', e[0]) or True); raise ValueError('swallowed')
with contextlib.suppress(OSError), contextlib.redirect_stdout(io.StringIO()) as buf: print('hidden'); raise FileNotFoundError
print(repr(buf.getvalue()), contextlib.nullcontext(5).__enter__())
def handler(sig, frame): raise TimeoutError(signal.Signals(sig).name)
signal.signal(signal.SIGALRM, handler)
try: signal.setitimer(signal.ITIMER_REAL, 0.01); time.sleep(5)
except TimeoutError as e: print('alarm', e)
class Res:
    def __enter__(self): print('enter'); return self
    def __exit__(self, t, v, tb): print('exit', t and t.__name__, v); return t is LookupError
try:
    with Res(): raise IndexError('i')
except IndexError as e: print('out', e, e.__traceback__.tb_lineno)
atexit.register(print, 'bye'); atexit.register(lambda: print('first'))
def f(): raise ValueError('deep')
try:
    try: f()
    except ValueError as e: raise RuntimeError('outer') from e
except RuntimeError: print(traceback.format_exc().replace(__file__, 'FILE'))
try: raise ExceptionGroup('many', [ValueError(1), ExceptionGroup('in', [KeyError('k'), OSError(2, 'no')])])
except* OSError as g: print(g.exceptions, g.exceptions[0].exceptions)
except* (ValueError, KeyError) as g: print(repr(g)); g.add_note('note'); traceback.print_exception(g, file=sys.stdout)
1 / 0
