# A frame object keeps the locals of a call that is over.
import sys, inspect
def get(): 
    a = 1
    f = sys._getframe()
    b = 2
    return f
def outer():
    z = 1
    return get()
f = outer()
print({k: v for k, v in f.f_locals.items() if k in 'ab'}, f.f_lineno, f.f_back.f_code.co_name, f.f_back.f_locals, f.f_back.f_back.f_code.co_name)
def gen():
    x = 1
    yield sys._getframe()
    x = 2
g = gen()
f = next(g)
print(f.f_locals, f.f_back, g.gi_frame is f)
list(g)
print(f.f_locals, f.f_back, g.gi_frame)
class A:
    q = 1
    fr = inspect.currentframe()
print(A.fr.f_locals['q'])
def deco(n):
    fr = inspect.currentframe()
    if n: return deco(n-1)
    return fr
f = deco(5)
while f: print(f.f_code.co_name, f.f_locals.get('n')); f = f.f_back
class I:
    def __init__(self): self.f = sys._getframe()
print(sorted(I().f.f_locals))
