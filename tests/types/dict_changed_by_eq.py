# Lookups whose __eq__ changes the dict, and OrderedDicts of another size during iteration.
import collections
class K:
    def __init__(self, n, act=None): self.n, self.act = n, act
    def __hash__(self): return 1
    def __repr__(self): return f"K{self.n}"
    def __eq__(self, o):
        print("eq", self, o)
        act = self.act or getattr(o, "act", None)
        if act: act(self, o)
        return self.n == o.n
def clear(d):
    def act(a, b):
        d.clear()
    return act
for N in (2, 20):
    d = {}
    ks = [K(i) for i in range(N)]
    for k in ks[:3]: d[k] = k.n
    for i in range(N): d["s%d" % i] = i
    cnt = [0]
    def add(a, b):
        cnt[0] += 1
        if cnt[0] < 50: d[object()] = cnt[0]
    d.pop
    print(d.get(K(2, add)), len(d))
    print(d.get(K(7, add)), len(d))
    d = {K(0): 0, K(1): 1, K(2): 2}
    def clr(a, b): d.clear()
    print(d.get(K(2, clr)), len(d), d)
    d = {K(0): 0, K(1): 1, K(2): 2}
    def dele(a, b):
        for k in list(d):
            if k is b or k is a:
                pass
        if len(d) > 1: d.popitem()
    print(d.get(K(2, dele)), d)
    d = {K(0): 0, K(1): 1, K(2): 2}
    once = []
    def rein(a, b):
        if not once:
            once.append(1)
            d.clear(); d[K(5)] = 5; d[K(2)] = 22
    print(d.get(K(2, rein)), d)
    d = {K(0): 0, K(1): 1, K(2): 2}
    once.clear()
    d[K(2, rein)] = 7
    print(d)
    d = {K(0): 0, K(1): 1, K(2): 2}
    once.clear()
    def upd(a, b):
        if not once:
            once.append(1)
            d.update({i + 100: i for i in range(100)})
    print(d.setdefault(K(9, upd), 7), len(d))
    d = {K(0): 0, K(1): 1, K(2): 2}
    once.clear()
    try: print(d.pop(K(2, rein)), d)
    except KeyError as e: print(repr(e), d)
OD = collections.OrderedDict
def attempt(f):
    d = OD.fromkeys("abc", 1)
    for view in (lambda d: d, lambda d: d.keys(), lambda d: d.values(), lambda d: d.items(), reversed):
        d = OD.fromkeys("abc", 1)
        try:
            for k in view(d):
                f(d)
            print("fine", list(d))
        except RuntimeError as e: print(repr(e), list(d))
        except KeyError as e: print(repr(e), list(d))
n=[0]
attempt(lambda d: d.popitem())
attempt(lambda d: d.__setitem__("z", 1))
attempt(lambda d: d.__setitem__("a", 2))
attempt(lambda d: d.clear())
attempt(lambda d: d.pop("c", None))
attempt(lambda d: d.pop("a", None))
attempt(lambda d: d.update(a=5, b=6))
it = iter(OD(a=1)); print(next(it), next(it, "end"), next(it, "end"))
