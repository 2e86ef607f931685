class A: __slots__=('a','a')
class G: __slots__=['a','b']
class H: __slots__=['b','a']
class I: __slots__=['a','c']
g=G(); g.a=1; g.b=2
g.__class__=H; print(g.a,g.b, type(g).__name__)
try: g.__class__=I
except TypeError as e: print(e)
class D1: pass
class D2: pass
d=D1(); d.x=1; d.__class__=D2; print(d.x)
class E1(D1): pass
class E2(D2): pass
e=E1(); e.x=2; e.__class__=E2; print(e.x)
class S1(G): __slots__=('z',)
class S2(G): __slots__=('z',)
class S3(H): __slots__=('z',)
s=S1(); s.a=1; s.z=3; s.__class__=S2; print(s.a,s.z)
try: s.__class__=S3; print(s.a, s.z)
except TypeError as e: print(e)
class T1(G): pass
class T2(G): pass
t=T1(); t.a=5; t.q=6; t.__class__=T2; print(t.a,t.q)
try: t.__class__=D1
except TypeError as e: print(e)
class L1(list): __slots__=('u',)
class L2(list): __slots__=('u',)
l=L1(); l.u=1; l.__class__=L2; print(l.u)
class Meta(type): pass
class Descr:
    def __get__(s,o,t): return 'get'
    def __set__(s,o,v): pass
class Descr2:
    def __set__(s,o,v): print('set')
class X(metaclass=Meta): pass
X.a=42
Meta.a=Descr2()
print(X.a)
X.a=43
class De:
    def __get__(self, obj, objtype=None):
        def getter(name):
            raise AttributeError(name)
        return getter
class B: __getattr__ = De()
try: B().foo
except AttributeError as e: print('AE', e)
class C: __getattribute__ = De()
try: C().foo
except AttributeError as e: print('AE', e)
try: type.__abstractmethods__
except AttributeError as e: print('AE', e)
import copy, pickle
class BA(bytearray): __slots__=('x','__dict__')
b=BA(b'abc'); b.x=1; b.y=2
c=copy.copy(b); print(c.x,c.y,c); c=copy.deepcopy(b); print(c.x,c.y,c); c=pickle.loads(pickle.dumps(b)); print(c.x,c.y)
class SS(set): __slots__=('x','__dict__')
b=SS('a'); b.x=1; b.y=2
c=copy.copy(b); print(c.x,c.y,c); c=copy.deepcopy(b); print(c.x,c.y,c); c=pickle.loads(pickle.dumps(b)); print(c.x,c.y)
import collections
for base in (list,dict,collections.deque,collections.OrderedDict,int,str,tuple,float,frozenset,bytes,collections.defaultdict,collections.Counter, Exception):
    class SS(base):
        if base not in (int,tuple,bytes): __slots__=('x',) if base in (Exception,collections.OrderedDict,collections.Counter) else ('x','__dict__')
    b=SS(); b.x=1; b.y=2
    try:
        c=copy.copy(b); print(base.__name__, c.x,c.y); c=copy.deepcopy(b); print(c.x,c.y); c=pickle.loads(pickle.dumps(b)); print(c.x,c.y)
    except Exception as e: print(base.__name__, type(e), e)
class L(list):
    def __init__(self, seq, newarg=None): super().__init__(seq); self.newarg=newarg
print(L([1,2], newarg=3), L([1], newarg=4).newarg)
for base, arg in ((list,[1]),(tuple,[1]),(set,[1]),(frozenset,[1]),(float,2.5),(int,3),(str,'a'),(bytes,b'a'),(bytearray,b'a'),(dict,{1:2}),(complex,1j),(range,3),(slice,3),(enumerate,'a'),(reversed,'a'),(zip,'a'),(filter,None),(map,None),(memoryview,b'a'),(property,None),(collections.deque,[1]),(bool,1)):
    try:
        class K(base):
            def __init__(self, a, newarg=None): self.newarg=newarg
        print(base.__name__, repr(K(arg, newarg=3))[:20].split(' at ')[0])
    except TypeError as e: print(base.__name__, e)
    try:
        class K(base):
            def __new__(cls, a, newarg=None):
                return super().__new__(cls, a)
        print(base.__name__, repr(K(arg, newarg=3))[:20].split(' at ')[0])
    except TypeError as e: print(base.__name__, e)
    try: print(base(arg, newarg=3))
    except TypeError as e: print(base.__name__, e)
