# test: heavy
# Recursive functions of several shapes, mutual recursion, deep but legal recursion.
def fact(n): return 1 if n <= 1 else n * fact(n - 1)
def ack(m, n): return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(fact(30), ack(2, 3), even(100), odd(7))
def hanoi(n, a, b, c):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)
print(list(hanoi(3, "A", "B", "C")))
def perms(xs):
    if not xs: return [[]]
    return [[x] + p for i, x in enumerate(xs) for p in perms(xs[:i] + xs[i + 1:])]
print(perms([1, 2, 3]))
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(depth(900))
class Tree:
    def __init__(self, v, kids=()): self.v, self.kids = v, kids
    def total(self): return self.v + sum(k.total() for k in self.kids)
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
    def __repr__(self): return f"T({self.v}{''.join(', ' + repr(k) for k in self.kids)})"
t = Tree(1, [Tree(2, [Tree(3)]), Tree(4)])
print(t.total(), list(t), t)
def memo(f):
    cache = {}
    def g(n):
        if n not in cache: cache[n] = f(n)
        return cache[n]
    return g
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(90))
def inf(): return inf()
try: inf()
except RecursionError as e: print(type(e).__name__, e)
import sys
old = sys.getrecursionlimit(); print(old)
sys.setrecursionlimit(150)
def d(n):
    try: return d(n + 1)
    except RecursionError: return n
print(40 < d(0) < 150)
sys.setrecursionlimit(3000)
print(depth(2500)); sys.setrecursionlimit(old)
for bad in (0, -1, "x", 1 << 40):
    try: sys.setrecursionlimit(bad)
    except (ValueError, TypeError, OverflowError) as e: print(type(e).__name__, e)
def gen_depth(n):
    if n: yield from gen_depth(n - 1)
    yield n
print(sum(gen_depth(200)))
def quick(xs): return xs if len(xs) < 2 else quick([x for x in xs[1:] if x < xs[0]]) + [xs[0]] + quick([x for x in xs[1:] if x >= xs[0]])
print(quick([5, 3, 8, 1, 9, 2, 7]))
