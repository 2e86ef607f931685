# References, dictionaries, sets, methods and finalizers while the object lives and after.
import copy, reprlib, weakref, gc

class P:

    def __init__(s):
        s.a = [1]
        s.b = s


class S:
    __slots__ = ('x', '__y')

    def __init__(s):
        s.x = [1]
        s.__y = 2


p = P()
r = copy.deepcopy(p)
s = S()
x = [1]
z = []
r = reprlib.repr


class RR:

    @reprlib.recursive_repr()
    def __repr__(s):
        return f'<{s.x!r}>'


a = RR()
a.x = [a]


class K:

    def m(self):
        return 5

    def __repr__(s):
        return 'K'


k = K()
wr = weakref.ref(k)
print(wr() is k, weakref.getweakrefcount(k), type(wr))
wm = weakref.WeakMethod(k.m, lambda r: print('wm dead', r()))
print(wm()(), wm == weakref.WeakMethod(k.m), hash(wm) == hash(weakref.WeakMethod(k.m)))
wv = weakref.WeakValueDictionary(a=k)
wk = weakref.WeakKeyDictionary({k: 1})
ws = weakref.WeakSet([k])
print(len(wv), list(wv.items()), wv['a'], 'a' in wv, list(wk.items()), wk[k], k in ws, len(ws), list(ws), wv.get('z', 3), wv.setdefault('a', None), dict(wv), ws | {k} == ws, ws <= ws)
fin = weakref.finalize(k, print, 'finalized', end='!\n')
print(fin.alive, fin.peek()[1:], fin.atexit)
pr = weakref.proxy(k)
print(pr.m(), isinstance(pr, weakref.ProxyTypes))
del k
gc.collect()
print(len(wv), len(wk), len(ws), fin.alive, wr(), wm(), fin())
