"""Itertools recipes, recursion, matrices, memoising, generators as coroutines, number theory."""
import collections, functools, itertools, math, operator, random, sys
from itertools import *
def take(n, it): return list(islice(it, n))
def sliding(it, n):
    it = iter(it); w = collections.deque(islice(it, n - 1), maxlen=n)
    for x in it: w.append(x); yield tuple(w)
def roundrobin(*its):
    for n in range(len(its), 0, -1):
        its = cycle(islice(its, n)) if False else list(its)
        break
    nexts = cycle(iter(i).__next__ for i in its); n = len(its)
    while n:
        try:
            for nx in nexts: yield nx()
        except StopIteration: n -= 1; nexts = cycle(islice(nexts, n))
def powerset(s): s = list(s); return chain.from_iterable(combinations(s, r) for r in range(len(s) + 1))
def sieve(n):
    data = bytearray((0, 1)) * (n // 2); data[:3] = 0, 0, 0
    for p in compress(range(int(n ** 0.5) + 1), data): data[p * p:n:p + p] = bytes(len(range(p * p, n, p + p)))
    data[2] = 1; return list(compress(range(n), data))
def factor(n):
    for p in chain([2], count(3, 2)):
        while n % p == 0: yield p; n //= p
        if p * p > n: break
    if n > 1: yield n
print(take(5, count(10, -3)), list(sliding('abcde', 3)), list(roundrobin('ABC', 'D', 'EF')), len(list(powerset(range(5)))), sieve(50), list(factor(360360)), list(pairwise('abc')), list(batched('abcdefg', 3)))
print(list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate([1, 2, 3], operator.mul, initial=10)), list(zip_longest('ab', 'xyz', fillvalue='-')), list(starmap(pow, [(2, 3), (3, 2)])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(str.isalpha, 'ab1c')), list(filterfalse(None, [0, 1, '', 'a'])), [list(g) for k, g in groupby('aabbba')], list(product('ab', repeat=2)), list(permutations('abc', 2)), list(combinations_with_replacement('ab', 3)), list(islice('abcdefg', 1, None, 2)), [list(t) for t in tee('ab', 2)], list(repeat('x', 3)), list(compress('abcd', [1, 0, 1, 0])))
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]; assert len({len(r) for r in self.rows}) == 1, 'ragged'
    @classmethod
    def eye(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    def __matmul__(self, o):
        if len(self.rows[0]) != len(o.rows): return NotImplemented
        return Matrix([[sum(map(operator.mul, r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __pow__(self, n, mod=None):
        r, b = Matrix.eye(len(self.rows)), self
        while n: r, b, n = (r @ b if n & 1 else r), b @ b, n >> 1
        return r
    def __getitem__(self, k): i, j = k; return self.rows[i][j] if isinstance(i, int) else Matrix([r[j] if isinstance(j, slice) else [r[j]] for r in self.rows[i]])
    def __setitem__(self, k, v): self.rows[k[0]][k[1]] = v
    def __neg__(self): return Matrix([map(operator.neg, r) for r in self.rows])
    def __eq__(self, o): return self.rows == o.rows
    def __repr__(self): return f'Matrix({self.rows})'
    def __iter__(self): yield from self.rows
    def det(self):
        if len(self.rows) == 1: return self.rows[0][0]
        return sum((-1) ** j * x * Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]]).det() for j, x in enumerate(self.rows[0]))
    T = property(lambda s: Matrix(zip(*s.rows)))
f = Matrix([[1, 1], [1, 0]]); print((f ** 90)[0, 1], f.T == f, -f, f[:, 0], Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 4]]).det(), [*f]); f[0, 0] = 9; print(f, f @ Matrix.eye(2) == f)
for e in ('Matrix([[1], [1, 2]])', 'f @ Matrix([[1, 2, 3]])', 'f @ 3', 'f[5, 5]', 'f["a"]', '{f: 1}', 'f + f', 'f < f', 'f ** 2.5', 'abs(f)', 'f()', 'len(f)', 'f.no', 'del_', 'iter(f).send', 'f[::]', '-None', '[] @ []', 'f @= 1' if 0 else '1'):
    try: print(e, eval(e))
    except Exception as x: print(e, type(x).__name__, x)
@functools.lru_cache(maxsize=None)
def lev(a, b): return len(a or b) if not a or not b else min(lev(a[1:], b) + 1, lev(a, b[1:]) + 1, lev(a[1:], b[1:]) + (a[0] != b[0]))
def hanoi(n, a='A', b='B', c='C'):
    if n: yield from hanoi(n - 1, a, c, b); yield a + c; yield from hanoi(n - 1, b, a, c)
def ack(m, n): return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
def flatten(x): return [z for y in x for z in flatten(y)] if isinstance(x, (list, tuple)) else [x]
def perms(s): return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]
def change(n, coins): return 1 if n == 0 else 0 if n < 0 or not coins else change(n - coins[0], coins) + change(n, coins[1:])
print(lev('kitten', 'sitting'), lev.cache_info(), ' '.join(hanoi(3)), ack(2, 3), flatten([1, [2, (3, [4, []])], []]), perms('abc'), change(50, (25, 10, 5, 1)))
def averager():
    total = n = 0; avg = None
    while True:
        try: x = yield avg
        except ZeroDivisionError: x = 0; print('reset'); total = n = 0; avg = None; continue
        if x is None: return ('final', n)
        total += x; n += 1; avg = total / n
def outer(): r = yield from averager(); print('got', r); yield r
g = outer(); next(g); print(g.send(10), g.send(20), g.throw(ZeroDivisionError), g.send(5), g.send(None)); g.close()
try: g.send(1)
except StopIteration as e: print('stopped', e.value)
def gen():
    try: yield 1; yield 2
    except GeneratorExit: print('closing'); raise
    finally: print('finally')
for x in gen(): print(x); break
h = gen(); next(h); h.close(); print(h.gi_frame, h.gi_running, sys.getrecursionlimit() > 500)
def bad():
    yield
    raise StopIteration
try: list(bad())
except RuntimeError as e: print(e, repr(e.__cause__))
try: (lambda f: f(f))(lambda f: f(f))
except RecursionError as e: print(str(e)[:40])
print(math.comb(10, 3), math.perm(5), math.gcd(12, 18, 27), math.lcm(4, 6), math.isqrt(10 ** 20), math.dist((0, 0), (3, 4)), math.prod([1, 2, 3]), math.fsum([.1] * 10), math.sumprod([1, 2], [3, 4]), math.nextafter(1, 2), math.ulp(1.0), math.cbrt(27), math.frexp(8.5), math.modf(-2.5), math.remainder(7, 4), math.copysign(1, -0.0), pow(3, -1, 7), divmod(-7, 3), round(2.5), round(-1250, -2), (2 ** 100).bit_length(), (255).bit_count(), int('z', 36), float.fromhex('0x1.8p1'), (0.1).as_integer_ratio(), 10 ** 20 // 3, -7 // 2, -7 % 3, 7 % -3, 1e308 * 10, complex('1+2j') ** 2)
