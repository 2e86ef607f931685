# Threads that end in every way while others collect, import and print.
# test: heavy
import threading, gc, sys, queue, weakref
out = []
class D:
    def __init__(self, n): self.n = n; self.me = self
    def __del__(self): out.append(self.n)
def work(n):
    for i in range(200): D(n)
    gc.collect()
threads = [threading.Thread(target=work, args=(i,)) for i in range(6)]
for x in threads: x.start()
for x in threads: x.join()
gc.collect(); print(len(out), sorted(set(out)))
d = {}
def fill(n):
    for i in range(2000): d[(n, i)] = i; d.pop((n, i - 1), None)
threads = [threading.Thread(target=fill, args=(i,)) for i in range(4)]
for x in threads: x.start()
seen = 0
while any(x.is_alive() for x in threads):
    try: seen += len(list(d))
    except RuntimeError: pass
for x in threads: x.join()
print(len(d))
L = list(range(1000))
def shuffle():
    import random
    for _ in range(50):
        try: L.sort(key=lambda x: -x)
        except ValueError: pass
        L.reverse()
threads = [threading.Thread(target=shuffle) for _ in range(3)]
for x in threads: x.start()
for x in threads: x.join()
print(len(L) in range(0, 1001))
def bad(): sys.exit(5)
x = threading.Thread(target=bad); x.start(); x.join(); print("exited")
def recurse(n): recurse(n + 1)
threading.excepthook = lambda a: print(a.exc_type.__name__)
x = threading.Thread(target=recurse, args=(0,)); x.start(); x.join()
q = queue.Queue(); r = [threading.Thread(target=lambda: q.put(q.get() + 1)) for _ in range(10)]
for x in r: x.start()
q.put(0)
for x in r: x.join()
print(q.get())
