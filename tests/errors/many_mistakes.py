"""What the front end says to some five hundred mistakes: text, place, caret, arguments."""
import warnings
warnings.simplefilter("ignore")
import traceback
T=r'''
if x = 3: pass
if x == 3 print(x)
while True print(1)
for i in range(10) print(i)
for i range(10): pass
for in range(10): pass
for i in : pass
def f() pass
def f(: pass
def f(x, x): pass
def f(x=1, y): pass
def f(*, **k): pass
def f(**k, x): pass
def f(*a, *b): pass
def f(**k, **l): pass
def f(a, /, b, /): pass
def f(/, a): pass
def f(*a, /): pass
def f(*): pass
def f(x:): pass
def f(1): pass
def f("a"): pass
def f(None): pass
def f(x.y): pass
def (x): pass
def f(x) -> : pass
class : pass
class A(: pass
class A() pass
class 1: pass
class A.B: pass
return 1
yield 1
await x
async x
async def f(): yield 1; return 2
def f(): await x
def f(): async with x: pass
def f(): async for i in x: pass
[x async for x in y]
def f(): return [await x for x in y]
break
continue
if 1: break
def f(): break
x = 
= x
x + = 1
x =+
x == 
1 = x
1 += x
"a" = x
f() = 1
f() += 1
a + b = c
-a = 1
None = 1
True = 1
x = None = 1
[a, 1] = x
(a, b()) = x
{a: 1} = x
{1} = x
(x for x in y) = 1
[x for x in y] = 1
lambda: 1 = x
a if b else c = 1
a < b = 1
not a = 1
a and b = c
f"{x}" = 1
... = 1
x.1 = 2
del 1
del f()
del a + b
del (a, 1)
del None
del *a
import
import a.
import a as
import a as b.c
from a import
from import b
from a import (b
from a import b,
from . import *; def f(): pass
from a import b as c.d
from a import b c
def f(): from a import *
class A: from a import *
import a, 
import *
from a import *, b
from .. import
from a.b import c as 1
print "hello"
print x
print 1, 2
exec "x"
print("a" "b" c)
print("a" x)
print(x y)
f(a b)
f(a, b c)
f(a=1, 2)
f(**k, 1)
f(**k, *a)
f(a=1, a=2)
f(1=2)
f(a.b=2)
f("a"=1)
f(None=1)
f(True=1)
f(x for x in y, 1)
f(1, x for x in y)
f(a, b=1 for b in c)
f(a := 1 for a in b)
f(a=)
f(a=b:=1)
f(*)
f(**)
f(,)
f(a,,b)
f(a;b)
[1, 2
[1, 2,, 3]
[1 2 3]
[,]
(1, 2
(1 2)
(,)
{1: 2
{1: 2, 3}
{1, 2: 3}
{1:}
{:1}
{1: 2,, 3: 4}
{1: 2 3: 4}
{**a, *b}
{*a, **b}
{1: *a}
{a: b for a in b, c}
[*a for a in b]
(*a for a in b)
{**a for a in b}
*a
*a = 1
a = *b
print(*a for a in b)
x = (yield) = 1
x[1:2:3:4]
x[
x[]
x[1
x.
x..y
x.(y)
x->y
x++
x--
++x
x ? y : z
x && y
x || y
!x
x <> y
x === y
a := 1
(a := 1) = 2
(a.b := 1)
(a[0] := 1)
((a, b) := 1)
x = a := 1
lambda x: yield
lambda: (yield)
lambda x=1, y: x
lambda *: x
lambda x x: x
lambda (x): x
lambda x:
"abc
'abc
"abc'
"""abc
f"{x"
f"{x!}"
f"{x!z}"
f"{}"
f"{ }"
f"{x:{y}"
f"{x}}"
f"}"
f"{x y}"
f"{x = = y}"
f"{lambda x: 1}"
f"{*x}"
f"{a b}"
f"{x!r:}}"
f"{!r}"
f"{:x}"
f"{x;y}"
f"{x#}"
f"{'a}"
f'{a["b]}'
b"é"
u"a" b"b"
"a" b"b"
"\x1"
"\u12"
"\U0011FFFF"
"\N{no such}"
"\N{"
b"\x1"
0777
00
0x
0b2
0o8
0b
1_
1__0
_1__
1a
1.2.3
1e
1e+
0xg
1_000_
0_7
08
1.a
1if 1else 2
1 if 1
x if y
x if y else
if: pass
elif x: pass
else: pass
if x: pass else: pass
if x:
if x:\npass
if x:\n    pass\n  pass
  x = 1
x = 1\n  y = 2
if x:\n\tpass\n        pass
def f():\nreturn 1
class A:\nx = 1
for i in x:\nprint(i)
while x:\nprint(i)
try:\nprint(i)
try:\n    pass
try:\n    pass\nx = 1
try: pass\nfinally: pass\nexcept: pass
try: pass\nexcept: pass\nexcept A: pass
try: pass\nexcept A, B: pass
try: pass\nexcept A as b.c: pass
try: pass\nexcept A as 1: pass
try: pass\nexcept* A: pass\nexcept B: pass
try: pass\nexcept*: pass
try: pass\nexcept A pass
try: pass\nelse: pass
except: pass
finally: pass
try: pass\nexcept* A: break
with x as 1: pass
with x as f(): pass
with x pass
with: pass
with x as: pass
with (a as b, c as d: pass
with a as b, : pass
with (a, b) as 1: pass
async with x: pass
assert
assert x,
assert (x, "msg")
raise x, y
raise from y
raise x from
global x, 
global 1
def f():\n    x = 1\n    global x
def f(x):\n    global x
def f():\n    print(x)\n    global x
nonlocal x
def f():\n    nonlocal x
def f():\n    x = 1\n    def g():\n        x = 2\n        nonlocal x
def f():\n    global x\n    nonlocal x
class A:\n    nonlocal x
pass x
pass 1
match x:\n    case 1 pass
match x:\n    pass
match x:\ncase 1: pass
match x:\n    case a: pass\n    case b: pass
match x:\n    case a | b: pass
match x:\n    case [a, a]: pass
match x:\n    case {**r, 1: a}: pass
match x:\n    case {a: 1}: pass
match x:\n    case A(b=1, 2): pass
match x:\n    case A(b=1, b=2): pass
match x:\n    case 1 + 2: pass
match x:\n    case -a: pass
match x:\n    case f(): pass\n    case _: pass\n    case 1: pass
match x:\n    case *a: pass
match x:\n    case [*a, *b]: pass
match x:\n    case 1 as _: pass
match x:\n    case 1 as a.b: pass
match x:\n    case _ | 1: pass
match x\n    case 1: pass
case 1: pass
match x:\n    case: pass
match x:\n    case "a" + "b": pass
match x:\n    case {**_}: pass
match x:\n    case a.b.c(): pass\n    case a.b(c.d=1): pass
@
@x
@x\nx = 1
@x y\ndef f(): pass
type X
type X = 
type X[T = int
type 1 = 2
type X[T, T] = int
def f[T, T](): pass
def f[](): pass
class A[T: pass
def f[*T: int](): pass
def f[T: (yield)](): pass
type X = (yield)
class A[T](x := 1): pass
def f(x: (yield)): pass
from __future__ import nope
x = 1\nfrom __future__ import annotations
from __future__ import braces
x: int: str
x: int = 
(x): int = 1
(x, y): int
x, y: int
[x]: int
f(): int = 1
"a": int
x.y: int = 1\n1: int
a = b: int
a: b += 1
def f():\n    x: int\n    global x
while x: pass\nelse pass
for x in y: pass\nelse pass
if x:\n    pass\nelif: pass
if x:\n    pass\nelif y\n    pass
if x:\n    pass\nelse\n    pass
if x:\n    pass\nelse if y:\n    pass
if (x:\n    pass
print("a"\nx = 1
x = (1,\ny = 2
x = [1,\n     2\ny = 3
x = {1: 2\ny = 3
f(1, 2))
x = ]
x = (]
x = [)
x = {]
x = (1, 2]
if x == 1 and:\n    pass
if not: pass
x = 5 +
x = 5 *
x = * 5
x = 5 5
x = 5 y
x y
x y z
hello world
import a b
retrun 1
esle: pass
whlie x: pass
fro x in y: pass
x = lambda
x is is y
x not y
x in in y
x is not
x not in
$x
x = 5$
x = `y`
x = 5 # é
x = “a”
x = 5；
x　=　5
é = 1 2
x = 'a' + “b
print(‘hi’)
a = 1 ÷ 2
\
x = \ 1
x = 1 \ 
x = \
def f():\n    """doc
def f():\n    pass\n   x = 1
def f():\n    if x:\n        pass\n      y
def f(a, b):\n    return a b
def f(a b): pass
def f(a, (b, c)): pass
def f(a=): pass
def f(*a=1): pass
def f(**a=1): pass
def f(a, *, b, *c): pass
def f(a:int=1, b:str): pass
def f(self, self): pass
def f(a, b=1, c, d=2): pass
lambda a=1, b: 0
lambda a, a: 0
class A(x=1, x=2): pass
class A(*): pass
super().x = = 1
async def f():\n    await
async def f():\n    await = 1
await = 1
async = 1
None.x = 1\nTrue.y = 1\nFalse = 1
__debug__ = 1
def f(__debug__): pass
x.__debug__ = 1
import __debug__
for __debug__ in x: pass
f(__debug__=1)
del __debug__
x = {1, 2, 3\nprint(x)
x = "a" 'b
print('It's ok')
print("a" + "b"
print "a" % x
if x:\n    print("a"\nelse:\n    print("b")
def f(:\n    pass
x = {'a': 1 'b': 2}
x = {'a': 1, 'b' 2}
x = {'a', 'b': 2}
x = [1, 2 3]
x = (1, 2 3)
x = f(1 2)
d['a' = 1
d['a']] = 1
for x in range(10):print(x) y
return
def f(): return return
x = yield
def f(): x = yield = 1
def f(): yield x = 1
[yield x for x in y]
[(yield x) for x in y]
class A: yield x
class A: await x
class A: return 1
lambda: await x
[x := 1 for x in y]
[i for i in (j := [1])]
[(i := 0) for i in x]
[[(i := 0) for j in x] for i in y]
class A: [(x := i) for i in y]
[x for x in y if]
[x for in y]
[x for x y]
[for x in y]
[x for x in y, z]
[x, y for x in z]
{x, y for x in z}
(x, y for x in z)
{x: y, for x in z}
[x if y for x in z]
[x for x in lambda: y, 1]
x = 1 if 2 else 3 = 4
x[a:=1]
x[a:=1, b:=2]
x[a:b:=1]
x[*a]
x[*a:b]
x[lambda: 1:2]
x{1}
x{'a': 1}
10 + x y
"%s" % x y
a.b c
a[1] b
a() b
(a) b
'''
cases=[l for l in T.strip('\n').split('\n')]
for c in cases:
    src=c.replace('\\n','\n').replace('\\t','\t') if '\\n' in c and not c.startswith('"\\N') else c
    for text in (src+'\n',):
        try: compile(text,'<t>','exec'); r='ok'
        except SyntaxError as e: r=''.join(traceback.format_exception_only(e))+repr((e.args[1] if len(e.args)>1 else e.args))
        except BaseException as e: r=type(e).__name__+str(e)
        print('###',repr(text)); print(r)
for s in ("def f():\n    print(x)\n    global x\n","def f(x,x):pass\n","[x:=1 for x in y]\n","from __future__ import nope\n"):
    try: compile(s,'<t>','exec')
    except SyntaxError as e: print(e, e.args, e.filename,e.lineno,e.offset,e.text,e.end_lineno,e.end_offset)

