# Signatures of all kinds of callables.
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
for o in (g,h,A,B,A.m,A(1).m,A.cm,A.sm,A(1),A.pm,A(1).pm,N,WM,Empty,Sig,lam,functools.partial(g,1),functools.partial(g,1,c=3),functools.partial(g,1,b=2),functools.partial(A,1),len,sorted,str.join,[].append,object,Exception,functools.partial(h,b=3), print, pow, abs, ''.split, int.from_bytes, ExceptionGroup if 0 else object):
    try: print(getattr(o,'__name__',type(o).__name__), signature(o))
    except Exception as e: print(type(e), str(e).split(' at 0x')[0])
    try: print(getfullargspec(o))
    except Exception as e: print(type(e), str(e).split(' at 0x')[0])
print(signature(lambda a,*,b=1,**k:0), signature(lambda *,a:0), signature(lambda a,/:0), signature(lambda a,/,b:0), signature(lambda:0))
