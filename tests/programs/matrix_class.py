class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __add__(self, o): return Matrix([[a + b for a, b in zip(x, y)] for x, y in zip(self.rows, o.rows)])
    def __mul__(self, k): return Matrix([[a * k for a in r] for r in self.rows]) if isinstance(k, (int, float)) else NotImplemented
    __rmul__ = __mul__
    def __neg__(self): return self * -1
    def __sub__(self, o): return self + -o
    def __pow__(self, n): 
        r = Matrix.identity(len(self.rows))
        for _ in range(n): r = r @ self
        return r
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    def __getitem__(self, ij): i, j = ij; return self.rows[i][j]
    def __setitem__(self, ij, v): self.rows[ij[0]][ij[1]] = v
    def __imatmul__(self, o): self.rows = (self @ o).rows; return self
    def __iter__(self): return (x for r in self.rows for x in r)
    def __repr__(self): return f"Matrix({self.rows})"
    def __str__(self): 
        w = max(len(str(x)) for x in self)
        return "\n".join("[" + " ".join(f"{x:>{w}}" for x in r) + "]" for r in self.rows)
    def __format__(self, spec): return ";".join(",".join(format(x, spec) for x in r) for r in self.rows)
    def __abs__(self): return self.det()
    def __bool__(self): return any(self)
    def __len__(self): return len(self.rows)
    def __hash__(self): return hash(tuple(map(tuple, self.rows)))
    @property
    def T(self): return Matrix(zip(*self.rows))
    def det(self):
        if len(self.rows) == 1: return self[0, 0]
        return sum((-1) ** j * self[0, j] * Matrix([r[:j] + r[j+1:] for r in self.rows[1:]]).det() for j in range(len(self)))
m = Matrix([[1, 2], [3, 40]]); print(m); print(m @ m, m + m, 2 * m, m - m, -m, m ** 3, m.T, abs(m), f"{m:.1f}", m == Matrix(m.rows), bool(m - m), len(m), {m: 1}[Matrix(m.rows)])
m[0, 1] = 9; m @= Matrix.identity(2); print(repr(m), list(m))
try: m * "a"
except TypeError as e: print(e)
try: m @ 3
except AttributeError as e: print(e)
try: "a" * m
except TypeError as e: print(e)
try: m[5, 5]
except IndexError as e: print(e)
try: m[1]
except TypeError as e: print(e)
