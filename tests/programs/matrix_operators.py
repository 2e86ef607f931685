# A matrix class with operators, indexing and iteration.
class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows of different length")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    def __getitem__(self, key):
        if isinstance(key, tuple):
            i, j = key
            return self.rows[i][j]
        return self.rows[key]

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __iter__(self):
        return (x for row in self.rows for x in row)

    def __contains__(self, x):
        return any(x in row for row in self.rows)

    def __add__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __mul__(self, k):
        return Matrix([[k * x for x in row] for row in self.rows])

    __rmul__ = __mul__

    def __matmul__(self, other):
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(row, col)) for col in columns] for row in self.rows])

    def __pow__(self, n):
        result = Matrix.identity(self.shape[0])
        for _ in range(n):
            result = result @ self
        return result

    def __neg__(self):
        return -1 * self

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __bool__(self):
        return any(self)

    def __len__(self):
        return len(self.rows)

    def __str__(self):
        width = max(len(str(x)) for x in self)
        return "\n".join(" ".join(f"{x:>{width}}" for x in row) for row in self.rows)

    def __repr__(self):
        return f"Matrix({self.rows})"

    def transposed(self):
        return Matrix(zip(*self.rows))


m = Matrix([[1, 2], [3, 4]])
print(m)
print(repr(m + m), m * 2 == 2 * m == m + m, m @ Matrix.identity(2) == m)
print(m ** 10)
print(m[0, 1], m[1], m[-1][-1], list(m), 4 in m, 9 in m, len(m), bool(Matrix([[0]])), -m)
m[0, 0] = 100
print(m, m.transposed(), m.shape, sep="\n")
for bad in (lambda: m + 1, lambda: 1 + m, lambda: m @ 3, lambda: Matrix([[1], [2, 3]]), lambda: m[5, 5], lambda: {m: 1}, lambda: m < m, lambda: m["a"]):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, "-", error)
a = b = Matrix([[1]])
a += Matrix([[1]])
print(a, b, a is b)
fib = Matrix([[1, 1], [1, 0]])
print([(fib ** n)[0, 1] for n in range(12)], (fib ** 100)[0, 1])
