if a: pass
if a:
    b
elif c:
    d
elif e:
    f
else:
    g
while a: b
while a:
    b
else:
    c
for a in b: c
for a, *b in c, d:
    pass
else:
    pass
for (x) in *a, b: pass
with a: pass
with a as b, c as (d, e), f: pass
with (a): pass
with (a, b): pass
with (a, b) as c: pass
with (a as b, c as d,): pass
with (yield): pass
with (a).b as c, (d): pass
try:
    a
except:
    b
try:
    a
except A:
    b
except (B, C) as e:
    c
else:
    d
finally:
    e
try: a
finally: b
try: a
except* A as b: c
except* B: d
@a
@b.c(d)
def f(a, b: int = 1, /, c=2, *args: *Ts, d, e: str = 3, **kw: dict) -> int:
    """doc"""
@x
class A(B, *C, metaclass=M, **k):
    a = 1
class D: pass
class E(): pass
class F[T: int, *Ts, **P](G[T]): pass
def g[T: (int, str), U](x: T) -> U: ...
async def h():
    async for a in b: await c
    else: pass
    async with a as b, c: pass
    async with (a as b): pass
    return [x async for x in y]
@a
async def i(*, k): pass
def j(a, /): pass
def k(*a): pass
def l(a, *, b=1, c, **d,): pass
