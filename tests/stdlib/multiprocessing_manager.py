# Manager: proxies of dicts, lists, namespaces, locks and more.
import multiprocessing as mp
from multiprocessing.managers import BaseManager


def change(d, l, ns, lock, n):
    with lock:
        d[n] = n * n
        l.append(n)
        ns.total += n


class Counter:
    def __init__(self, start=0):
        self.n = start

    def increment(self, by=1):
        self.n += by
        return self.n

    def fail(self):
        raise ValueError("from the server")

    def _private(self):
        pass


class MyManager(BaseManager):
    pass


MyManager.register("Counter", Counter)


def bump(c):
    for i in range(10):
        c.increment()


def main():
    with mp.Manager() as m:
        d, l, ns, lock = m.dict(), m.list([0]), m.Namespace(total=0), m.Lock()
        ps = [mp.Process(target=change, args=(d, l, ns, lock, i)) for i in range(1, 4)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        print(sorted(d.items()), sorted(l), ns.total, type(d).__name__, type(l).__name__)
        print(len(d), 2 in d, d.get(9, "no"), sorted(d.keys()), sorted(d.values()), d.pop(1), d.copy() == {2: 4, 3: 9})
        try:
            d["missing"]
        except KeyError as e:
            print("KeyError", e)
        d.update({"a": [1, 2]})
        d["a"].append(3)
        print(d["a"])
        print(str(l) == repr(list(l)), l[0], l[1:2] == [l[1]], len(l), l.count(0))
        l += [10]
        l.sort()
        l.reverse()
        print(list(l))
        for key in sorted(str(k) for k in d):
            print(key)
        ns.x = {"k": 1}
        print(ns.x, ns)
        del ns.x
        try:
            ns.x
        except AttributeError as e:
            print(e)
        q = m.Queue(2)
        q.put(1)
        print(q.get(), q.empty(), q.qsize())
        e = m.Event()
        print(e.is_set(), e.set(), e.is_set(), e.wait(1), e.clear())
        v = m.Value("i", 5)
        v.value += 1
        print(v.value, v.get(), v)
        s = m.Semaphore(1)
        print(s.acquire(), s.acquire(False), s.release())
        with m.RLock():
            print("in the lock")
        c = m.Condition()
        with c:
            print(c.wait(0.01), c.notify_all())
        b = m.Barrier(1)
        print(b.parties, b.wait(), b.broken)
        nested = m.list([m.dict(a=1)])
        nested[0]["b"] = 2
        print(dict(nested[0]))
        with mp.Pool(2) as pool:
            pool.starmap(change, [(d, l, ns, lock, i) for i in (7, 8)])
        print(d[7], ns.total)
        print(repr(d)[:28])
    with MyManager() as m:
        c = m.Counter(5)
        ps = [mp.Process(target=bump, args=(c,)) for i in range(2)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        print(c.increment(), c.increment(by=4))
        try:
            c.fail()
        except ValueError as e:
            print(e)
        try:
            c._private()
        except AttributeError as e:
            print(e)
        print(type(c).__name__)
    try:
        m.start()
    except mp.ProcessError as e:
        print(e)


if __name__ == "__main__":
    main()
