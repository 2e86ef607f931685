# Comprehensions share the frame but not the names: locals(), classes, nesting, exceptions, same names.
import sys
def f():
    x = "outer"
    r = [x for x in range(3)]
    return x, r, sorted(k for k in locals())
print(f())
def unbound():
    try: return [i for i in range(2)], i
    except NameError as e: return type(e).__name__, str(e)
print(unbound())
def restored():
    i = 10
    try: [1 // (i - 1) for i in range(3)]
    except ZeroDivisionError: pass
    return i
print(restored())
def deleted():
    i = 1
    del i
    r = [i for i in range(2)]
    try: i
    except UnboundLocalError as e: return r, str(e)
print(deleted())
def cells():
    fs = [lambda: (i, j) for i in range(2) for j in range(2)]
    i = "own"
    return [g() for g in fs], i, (lambda: i)()
print(cells())
def nested():
    return [[(x, y) for y in range(x)] for x in range(3) if [x for _ in range(1)][0] != 1]
print(nested())
def frames(): return [sys._getframe().f_code.co_name for _ in range(1)], next(sys._getframe().f_code.co_name for _ in range(1))
print(frames())
def locs(): return [sorted(locals()) for a in range(1)], {k: sorted(locals()) for k in range(1)}
print(locs())
class C:
    x = 5
    lst = [x for x in range(3)]
    try: bad = [y for y in range(2) if x]
    except NameError as e: bad = str(e)
    fn = lambda self: [self.x for _ in range(2)]
    outer = [z for z in [x]]
print(C.lst, C.x, C.bad, C().fn(), C.outer)
x = "module"; [x for x in range(2)]; print(x, [x for _ in "a"])
def args(a, b=2): return [a for a in [b]], a, [b := a for a in range(2)], b
print(args(1))
def gen(): return [(yield_ for yield_ in [i]) for i in range(2)]
print([list(g) for g in gen()])
def glob():
    global x
    return [x for x in range(2)], x
print(glob())
