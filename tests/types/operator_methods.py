import gc, sys, traceback
class V:
    def __init__(s, x): s.x = x
    def __add__(s, o):
        if not isinstance(o, V): return NotImplemented
        return V(s.x + o.x)
    def __radd__(s, o): return V(o + s.x)
    def __eq__(s, o):
        if not isinstance(o, V): return NotImplemented
        return s.x == o.x
    def __lt__(s, o): return NotImplemented
    def __gt__(s, o): return 'gt'
    def __mul__(s, o):
        s = o = None; gc.collect()
        return NotImplemented
    def __rmul__(s, o): return ('rmul', o)
    def __iadd__(s, o): s.x += 100; return s
    def __sub__(s, o): return NotImplemented
    def __le__(s, o): return []
    def __ge__(s, o): return [1]
    def __matmul__(s, o): return s.x @ o
    def __repr__(s): return f'V({s.x})'
class W(V):
    def __radd__(s, o): return 'W.radd'
    def __eq__(s, o): return 'W.eq'
a, b = V(1), V(2)
print(a + b, a + 5 if False else 'x', 5 + a, a == b, a == V(1), a != b, a < b, a > b, a <= b, a >= b)
print(a + W(3), a == W(1), W(1) == a)
try: print(a + 5)
except TypeError as e: print(e)
try: print(a - 5)
except TypeError as e: print(e)
try: a -= 'x'
except TypeError as e: print(e)
try: print(a - b)
except TypeError as e: print(e)
for i in range(3):
    try: print(V(i) * i)
    except TypeError as e: print(e)
try: V(1) * V(2)
except TypeError as e: print(e)
c = V(1); c += 5; print(c)
def br(x, y):
    r = []
    if x == y: r.append('eq')
    if x != y: r.append('ne')
    if x < y: r.append('lt')
    if x > y: r.append('gt')
    if x <= y: r.append('le')
    if x >= y: r.append('ge')
    while x == 3: r.append('no')
    return r
print(br(a, b), br(a, V(1)))
try: br(a, 3)
except TypeError as e: print(e)
def br3(x):
    if x == 3: return 1
    if not x > 3: return 2
    return 3
print(br3(a))
def gen():
    x = V(1)
    for i in range(3):
        x = x + V(i)
        if x == V(100): print('?')
        yield x
print(list(gen()))
import asyncio
async def co():
    x = V(1)
    for i in range(3):
        x = x + V(i); await asyncio.sleep(0)
    return x
print(asyncio.run(co()))
class R:
    def __add__(s, o): return s + o
    def __eq__(s, o): return s == o
    def __lt__(s, o): raise ValueError('lt')
try: R() + 1
except RecursionError as e: print(e)
try: R() == R()
except RecursionError as e: print(e)
try: R() < 1
except ValueError: traceback.print_exc(file=sys.stdout)
class B:
    def __bool__(s): raise KeyError('bool')
class C:
    def __eq__(s, o): return B()
def f(x):
    if x == 1: pass
try: f(C())
except KeyError: traceback.print_exc(file=sys.stdout)
class D:
    def __add__(s, o): yield 1
    __sub__ = lambda s, o, *r: ('sub', r)
    def __mul__(s, o, z=3): return z
    async def __or__(s, o): pass
    __and__ = staticmethod(lambda o: o)
    @classmethod
    def __xor__(c, o): return c, o
print(list(D() + 1), D() - 1, D() * 2, D() & 7, (D() ^ 3)[1])
(D() | 1).close()
class E:
    def __add__(s, o): return sys._getframe().f_back.f_code.co_name, sys._getframe().f_back.f_lineno
def g():
    return E() + 1
print(g())
class F:
    __add__ = None
try: F() + 1
except TypeError as e: print(e)
l = [V(3), V(1), V(2)]
print(V(1) in l, l.index(V(2)), l.count(V(3)), sum(l, V(0)))
def deep(n): return V(n) + (deep(n-1) if n else V(0))
print(deep(200))
sys.settrace(lambda *a: None)
print(a + b, a == b)
sys.settrace(None)
