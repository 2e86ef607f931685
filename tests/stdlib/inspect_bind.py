# Arguments bound to parameters.
import inspect, functools, types, sys, typing
from inspect import *
P=Parameter
def deco(f):
    @functools.wraps(f)
    def w(*a, **k): return f(*a, **k)
    return w
# comment for g
# two
def g(a,/,b: int,c:str='x',*args,d,e=5,**kw) -> list[int]:
    """Doc
       string
         indented
    """
    x = """
multi
"""
    if a:
        return 1
    # trailing in body
# outside comment
@deco
def h(a, b=2): return a
class A:
    """A doc"""
    z = 3
    def __init__(self, x, y=1): pass
    def m(self, q): "m doc"; return q
    @classmethod
    def cm(cls, q): pass
    @staticmethod
    def sm(q): pass
    @property
    def p(self): "pdoc"
    def __call__(self, k): pass
    pm = functools.partialmethod(m, 3)
    async def co(self): pass
    async def ag(self): yield
    def gn(self): yield
    class Inner:
        def f(self):
            return (1,
   2)
        y = 2
class B(A):
    def m(self, q): pass
class N:
    def __new__(cls, a, *, b): pass
class M(type):
    def __call__(cls, meta): pass
class WM(metaclass=M): pass
class Empty: pass
class Sig:
    __signature__ = Signature([P('k',1)])
lam = lambda x, *y: (x,
    y)
s = signature(g)
for args,kw in (((),{}),((1,2,3,4,5),{'d':1,'zz':2}),((1,2),{}),((1,),{'b':1,'a':3,'d':3}),((1,2),{'b':3,'d':1}),((1,),{'d':3}),((1,),{'b':3,'d':1})):
    try: b=s.bind(*args,**kw); print(b, b.args, b.kwargs); b.apply_defaults(); print(b.arguments)
    except TypeError as e: print(e)
def f(a,/,**k): pass
def f2(a,b=1,*,c): pass
def f3(a,*args,c): pass
for fn in (f,f2,f3):
  for args,kw in (((),{'a':1}),((1,),{'a':1}),((1,),{}),((1,2),{}),((1,2,3),{}),((),{'c':1})):
    try: b=signature(fn).bind(*args,**kw); print(b, b.args, b.kwargs)
    except TypeError as e: print(e)
