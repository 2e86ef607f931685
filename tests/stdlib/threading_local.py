"""threading.local: attributes of one thread each."""
import gc
import threading
import weakref

data = threading.local()
data.x = 1
seen = []


def look():
    seen.append(hasattr(data, 'x'))
    data.x = 2
    data.y = 3
    seen.append(sorted(data.__dict__.items()))
    del data.y
    try:
        data.y
    except AttributeError as error:
        seen.append(str(error))


t = threading.Thread(target=look)
t.start()
t.join()
print(seen, data.x, data.__dict__)


class Counter(threading.local):
    kind = 'counter'
    made = []

    def __init__(self, start, *, step=1):
        self.made.append(threading.current_thread().name)
        self.n = start
        self.step = step

    def tick(self):
        self.n += self.step
        return self.n


c = Counter(10, step=5)
out = [c.tick(), c.tick()]
threads = [threading.Thread(target=lambda: out.append(c.tick()), name=f'n{i}') for i in range(2)]
for t in threads:
    t.start()
    t.join()
print(out, Counter.made, c.n, c.kind)
try:
    threading.local(1)
except TypeError as error:
    print(error)
try:
    data.__dict__ = {}
except AttributeError as error:
    print(error)
for i in range(100):
    throwaway = threading.local()
    throwaway.value = i
print(throwaway.value)


class Thing:
    pass


thing = Thing()
alive = weakref.ref(thing)


def hold():
    data.thing = thing


t = threading.Thread(target=hold)
t.start()
t.join()
del thing
gc.collect()
print(alive())
