# Matrices of fractions: product, determinant, inverse, power.
from math import gcd
class Fr:
    def __init__(self, n, d=1):
        if d == 0: raise ZeroDivisionError(f"Fr({n}, 0)")
        g = gcd(n, d) * (-1 if d < 0 else 1); self.n, self.d = n // g, d // g
    def _co(f):
        def op(a, b):
            if isinstance(b, int): b = Fr(b)
            return f(a, b) if isinstance(b, Fr) else NotImplemented
        return op
    __add__ = _co(lambda a, b: Fr(a.n * b.d + b.n * a.d, a.d * b.d)); __radd__ = __add__
    __mul__ = _co(lambda a, b: Fr(a.n * b.n, a.d * b.d)); __rmul__ = __mul__
    __sub__ = _co(lambda a, b: Fr(a.n * b.d - b.n * a.d, a.d * b.d))
    __truediv__ = _co(lambda a, b: Fr(a.n * b.d, a.d * b.n))
    __eq__ = _co(lambda a, b: (a.n, a.d) == (b.n, b.d))
    __lt__ = _co(lambda a, b: a.n * b.d < b.n * a.d)
    def __rsub__(self, o): return Fr(o) - self
    def __neg__(self): return Fr(-self.n, self.d)
    def __bool__(self): return self.n != 0
    def __hash__(self): return hash((self.n, self.d))
    def __repr__(self): return str(self.n) if self.d == 1 else f"{self.n}/{self.d}"
class M:
    def __init__(self, rows): self.r = [[x if isinstance(x, Fr) else Fr(x) for x in row] for row in rows]
    @classmethod
    def eye(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    def __matmul__(self, o): return M([[sum((a * b for a, b in zip(r, c)), Fr(0)) for c in zip(*o.r)] for r in self.r])
    def __pow__(self, n):
        if n < 0: return self.inv() ** -n
        out, base = M.eye(len(self.r)), self
        while n:
            if n & 1: out = out @ base
            base = base @ base; n >>= 1
        return out
    def __eq__(self, o): return self.r == o.r
    def reduce(self):
        a, det = [row[:] for row in self.r], Fr(1); n = len(a)
        for i in range(n):
            p = next((k for k in range(i, n) if a[k][i]), None)
            if p is None: return a, Fr(0)
            if p != i: a[i], a[p] = a[p], a[i]; det = -det
            det = det * a[i][i]; d = a[i][i]; a[i] = [x / d for x in a[i]]
            for k in range(n):
                if k != i and a[k][i]: f = a[k][i]; a[k] = [x - f * y for x, y in zip(a[k], a[i])]
        return a, det
    def det(self): return self.reduce()[1]
    def inv(self):
        n = len(self.r); a, d = M([r + e for r, e in zip(self.r, M.eye(n).r)]).reduce()
        if not d: raise ValueError("singular matrix")
        return M([r[n:] for r in a])
    def __str__(self):
        w = max(len(repr(x)) for r in self.r for x in r)
        return "\n".join("[" + " ".join(f"{x!r:>{w}}" for x in r) + "]" for r in self.r)
a = M([[2, 1, 1], [1, 3, 2], [1, 0, 0]])
print(a, a.det(), a.inv(), a @ a.inv() == M.eye(3), a ** 5, a ** -2, sep="\n")
try: M([[1, 2], [2, 4]]).inv()
except ValueError as e: print(e)
print((M([[1, 1], [1, 0]]) ** 100).r[0][1], Fr(1, 3) + Fr(1, 6), 1 - Fr(1, 4), sorted([Fr(1, 2), Fr(1, 3), Fr(-1)]), {Fr(2, 4), Fr(1, 2)},
    sum((Fr(1, k) for k in range(1, 20)), Fr(0)))
