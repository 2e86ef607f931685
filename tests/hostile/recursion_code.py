# test: heavy
from _t import t
def f(): return f()
def g(n): return [g(n + 1)]
def a(): return b()
def b(): return a()
class C:
    def m(self): return self.m()
    def __call__(self): return self()
    @property
    def p(self): return self.p
lam = lambda: lam()
def gen(): yield from gen()
def comp(): return [comp() for _ in range(1)]
for name, fn in dict(f=f, g=lambda: g(0), a=a, m=C().m, call=C(), prop=lambda: C().p, lam=lam, gen=lambda: list(gen()),
        comp=comp).items(): t(name, fn)
def count(n=0):
    try: return count(n + 1)
    except RecursionError: return n
n = count(); print(900 < n < 1000)
for i in range(3): t("again", f)
