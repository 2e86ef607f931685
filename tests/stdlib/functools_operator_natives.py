# functools and operator: results, reprs, pickles and errors of their native halves.
import operator as o,functools as f
class A: pass
def t(s):
    try: r = repr(eval(s,globals()))
    except BaseException as e: r = type(e).__name__ + ' ' + str(e)
    print(s,'->',r.split(' at 0x')[0])
SRC='''o.itemgetter()
o.itemgetter(1,a=2)
o.itemgetter(1)()
o.itemgetter(1)(1,2)
o.itemgetter(1)(x=1)
o.itemgetter(1,2)
o.itemgetter(1,2).__reduce__()
o.attrgetter()
o.attrgetter(1)
o.attrgetter('a','b.c')
o.attrgetter('a')(1,2)
o.attrgetter('a')(x=2)
o.attrgetter('a.b').__reduce__()
o.attrgetter('real.imag')(3)
o.methodcaller()
o.methodcaller(1)
o.methodcaller(name='a')
o.methodcaller('f',1,a=2)
o.methodcaller('f',1,a=2).__reduce__()
o.methodcaller('f',1).__reduce__()
o.methodcaller('f')
o.methodcaller('f')(1,2)
o.methodcaller('f')(x=2)
o.methodcaller('f')()
o.concat(1,2)
o.concat([1],2)
o.concat([1],(2,))
o.concat(1,[2])
o.iconcat(1,2)
o.iconcat([1],'ab')
o.countOf(1,2)
o.countOf([1,2,1],1)
o.indexOf(1,2)
o.indexOf([1,2],3)
o.length_hint(1,'a')
o.length_hint([1,2])
o.length_hint(A(),7)
o.length_hint(A(),True)
o.length_hint(A())
o.index(1.0)
o.index(True)
o.call()
o.call(len,[1])
o.call(dict,a=1)
o.add(1)
o.add(1,2,3)
o.add(a=1,b=2)
o.neg()
o.not_(1,2)
o.contains(1,2)
o.getitem(1,2)
o.setitem(1,2,3)
o.setitem((),0,3)
o.delitem((),0)
o.delitem([1],0)
o.is_not(1,None)
o.lt(1,'a')
o.ipow(2,'a')
o.iadd(2,'a')
o.pow(2,'a')
f.reduce()
f.reduce(len)
f.reduce(len,1)
f.reduce(len,[])
f.reduce(len,[],3)
f.reduce(len,[1])
f.reduce(len,[1],3,4)
f.reduce(lambda a,b:a+b,[1,2,3],10)
f.partial()
f.partial(1)
f.partial(a=1)
f.partial(len,1,a=2)
f.partial(len,1,a=2).__reduce__()
f.partial(f.partial(len,1,a=2),3,a=4,b=5)
f.partial(len).__setstate__(1)
f.partial(len).__setstate__((len,1,2,3))
f.partial(len).__setstate__((len,1))
f.partial(len).foo
f.partial(len).__dict__
f.partial(len).func
f.partial(len).keywords
f.cmp_to_key()
f.cmp_to_key(1)
f.cmp_to_key(mycmp=len)
f.cmp_to_key(len)(obj=3).obj
f.cmp_to_key(len)(3)<4
f.cmp_to_key(lambda a,b:a-b)(3)<f.cmp_to_key(lambda a,b:a-b)(4)
f.cmp_to_key(lambda a,b:'x')(3)<f.cmp_to_key(lambda a,b:a-b)(4)
hash(f.cmp_to_key(len)(3))
f.cmp_to_key(len)()
f.cmp_to_key(len).obj
f.cmp_to_key(len)(1)==3
f.lru_cache(2)(len)([[]])
f.lru_cache(2)(1)
f.lru_cache(2)(len)
f.lru_cache(2)(len).cache_info(1)
f._lru_cache_wrapper(1,2,3,4)
f._lru_cache_wrapper(len,'a',3,4)
f._lru_cache_wrapper(len,2,3,4).cache_info()
f._lru_cache_wrapper(len,2,3,4).__reduce__()
f._lru_cache_wrapper(len,2,3,4).__dict__
f._lru_cache_wrapper(len,2,3,4).cache_info
f._lru_cache_wrapper(len,2,3,4).__wrapped__
f._lru_cache_wrapper(len,2,3,4).__get__(1)
f._lru_cache_wrapper(len,2,3,4).__get__(None)
f.lru_cache(2)(lambda:1).__reduce__()
f.partial(len) == f.partial(len)
f.partial[int]
f.partial(len).args.__class__
setattr(f.partial(len),'func',3)
o.itemgetter(1).__class__.__module__
type('X',(o.itemgetter,),{})'''
for s in SRC.split('\n'): t(s)
p=f.partial(len); p.__setstate__((print,(1,),{'a':2},{'z':3})); print(p, p.__dict__, p.__reduce__())
p.__setstate__((p,(p,),{},{})); print(p)
p.__setstate__((print,(1,),None,None)); print(p.__dict__, p.keywords, p.__reduce__())
class P(f.partial): pass
print(P(len,1).__reduce__()[0], P(len,2), P(P(len,1),2).args,f.partial(P(len,1),2).args,P(f.partial(len,1),2).args)
p.zz=3;print(f.partial(p,1))
@f.lru_cache(maxsize=3)
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print([fib(i) for i in range(20)], fib.cache_info(), fib.__name__)
fib.cache_clear(); print(fib.cache_info(), fib.cache_parameters())
@f.lru_cache(typed=True)
def g(*a,**k): print("call",a,k); return a
g(1); g(1.0); g(True); g(1); g(a=1); g(a=1.0); g(a=1); g(1,2,b=3); print(g.cache_info())
class C:
    @f.lru_cache
    def m(self,x): print("m",x); return x
    @f.cached_property
    def q(self): print("q"); return 3
c=C(); c.m(1); c.m(1); C.m(c,1); print(C.m.cache_info(), c.q, c.q)
@f.cache
def h(x): return x
for i in range(5): h(i%3)
print(h.cache_info())
@f.lru_cache(0)
def z(x): return x
z(1);z(1);print(z.cache_info())
def cmp(a,b): return (a>b)-(a<b)
print(sorted([3,1,2],key=f.cmp_to_key(cmp)), max([3,1,2],key=f.cmp_to_key(cmp)))
import copy
print(copy.copy(fib) is fib, copy.deepcopy(fib) is fib)
calls=[]
@f.lru_cache(2)
def re(n):
    calls.append(n)
    if n: re(n-1); re(n-1)
    return n
re(5); print(calls, re.cache_info())
@f.singledispatch
def sd(x): return "obj"
@sd.register
def _(x:int): return "int"
@sd.register(list)
def _(x): return "list"
print(sd(1),sd([]),sd("a"),sd(True))
@f.total_ordering
class T:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v
    def __lt__(s,o): return s.v<o.v
print(T(1)<=T(2),T(1)>T(2),T(2)>=T(2))
