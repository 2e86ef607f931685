# __del__ at collection, cycles, weak references and resurrection (after an explicit gc.collect()).
import gc, weakref
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
def make():
    d = D("plain")
make(); gc.collect(); print("--1")
def cycle():
    a = D("cycle"); a.self = a
cycle(); gc.collect(); print("--2")
class Saver:
    saved = []
    def __del__(self): Saver.saved.append(self)
def res(): Saver()
res(); gc.collect()
print(len(Saver.saved)); Saver.saved.clear(); gc.collect(); print(len(Saver.saved))
def weak():
    d = D("weak")
    r = weakref.ref(d, lambda ref: print("callback", ref() is None))
    print(r() is d, r().name)
    return r
r = weak(); gc.collect(); print(r() is None)
wd = weakref.WeakValueDictionary(); ks = weakref.WeakKeyDictionary(); ws = weakref.WeakSet()
class K: pass
keep = K()
def fill():
    t = K()
    wd["keep"], wd["gone"] = keep, t
    ks[keep], ks[t] = 1, 2
    ws.add(keep); ws.add(t)
fill(); gc.collect()
print(list(wd), len(ks), len(ws), wd["keep"] is keep, ks[keep], keep in ws)
for bad in (5, "s", (1,), [], None):
    try: weakref.ref(bad)
    except TypeError as e: print(e)
p = weakref.proxy(keep); keep.x = 5
print(p.x, weakref.ref(keep) is weakref.ref(keep), weakref.getweakrefcount(keep) >= 1)
def fin():
    k = K()
    weakref.finalize(k, print, "finalized", 1)
fin(); gc.collect()
class M:
    def m(self): return "method"
m = M(); wm = weakref.WeakMethod(m.m); print(wm()())
def g():
    try: yield 1
    finally: print("generator finalized")
def drop():
    it = g(); next(it)
drop(); gc.collect()
class S:
    __slots__ = ("a",)
try: weakref.ref(S())
except TypeError as e: print(e)
def proxy_dead():
    return weakref.proxy(K())
pd = proxy_dead(); gc.collect()
try: pd.x
except ReferenceError as e: print(e)
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable())
