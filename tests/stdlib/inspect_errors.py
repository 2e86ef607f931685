# What cannot be inspected.
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
for f in (lambda: Signature([P('a',1,default=1),P('b',1)]), lambda: Signature([P('a',1),P('a',1)]), lambda: P('1',1), lambda: P(1,1), lambda:P('a',9), lambda:P('class',1), lambda:P('a',2,default=1), lambda:signature(3), lambda: signature(type), lambda:signature(dict), lambda:signature(max), lambda: signature(int), lambda:getsource(len), lambda:getfile(3), lambda:getfile(int), lambda: getfullargspec(3), lambda:unwrap(3), lambda:getmro(int),lambda:getsourcefile(int), lambda: Signature(3), lambda: P('.0',1), lambda: P('',1),lambda: P('_',1).replace(kind=9),lambda:getcallargs(g),lambda:getcallargs(g,1,2,d=3),lambda:getcallargs(h.__wrapped__,1,2,3),lambda:getcallargs(A(1).m,1,2),lambda:getcallargs(h.__wrapped__,z=1), lambda:getcallargs(g,1,2)):
    try: print(f())
    except Exception as e: print(type(e),e)
