a = 1
a = b = c, d = e
a.b, c[d], *e = f
[a, (b, *c)] = d
(a) = 1
a += 1; a -= 1; a *= 1; a @= 1; a /= 1; a %= 1; a &= 1; a |= 1; a ^= 1; a <<= 1; a >>= 1; a **= 1; a //= 1
a: int
a: int = 1
a: tuple = 1, 2
(a): int = 1
a.b: int
a[0]: int = b
del a
del a, b.c, d[0]
del (a, [b, c]), ()
pass
assert a
assert a, b
raise
raise a
raise a from b
import a
import a.b.c as d, e
from a import b
from a.b import (c, d as e,)
from . import a
from ...a import *
from .... import a as b
global x, y
nonlocal_ = 1
type = 1
match = type
type X = int
type Y[T, *Ts, **P] = dict[T, P]
print(match, case, type, _)
type(x)
match(x)
match[x]
def f():
    return
    return a
    return a, *b
    yield
    yield a, b
    x = yield
    x = yield from a
    nonlocal p, q
for i in x:
    break
    continue
