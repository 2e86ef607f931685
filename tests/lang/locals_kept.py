def f():
    exec("y=5"); return locals()['y']
try: print(f())
except KeyError as e: print('KeyError', e)
def g():
    a=locals(); x=1; b=locals(); return a is b, sorted(a), sorted(b)
print(g())
def h(n):
    exec("n=99"); d=locals(); return n, d['n']
print(h(1))
def k():
    x=1; d=locals(); del x; e=locals(); return d is e, 'x' in d
print(k())
import sys
def fl():
    z=3; fr=sys._getframe(); d=fr.f_locals; d['extra']=1; w=4; return fr.f_locals is d, fr.f_locals is locals(), sorted(k for k in fr.f_locals if k not in('fr','d'))
print(fl())
def gen():
    a=1; d=locals(); yield d; b=2; yield locals() is d, sorted(d)
it=gen(); d0=next(it); d0['keep']=1; print(next(it))
def comp():
    return [sorted(locals()) for i in range(1)], locals()
print(comp())
def inner():
    v=1
    def q(): return v, locals()
    return q()
print(inner())
def e2(): return eval('locals()'), [eval('a', {}, {'a':1})]
print(e2())
def loopy():
    for i in range(3):
        exec(f'v{i}={i}')
    return sorted(locals())
print(loopy())
