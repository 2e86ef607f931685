# randrange, randint and what they reject; big ranges.
import random

r = random.Random(7)
print([r.randrange(10) for _ in range(20)])
print([r.randrange(1, 7) for _ in range(20)], [r.randint(1, 6) for _ in range(20)])
print([r.randrange(0, 100, 7) for _ in range(12)], [r.randrange(100, 0, -7) for _ in range(12)])
print([r.randrange(-5, 5) for _ in range(12)])
for n in (1, 2, 3, 2**31, 2**31 + 1, 2**32 - 1, 2**32, 2**32 + 1, 2**47, 2**53, 2**63, 2**64, 2**64 + 1, 10**40):
    print(n, r.randrange(n), r.randint(-n, n))
print(r.randrange(True + 4), r.randrange(0, 10**30, 10**28))


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n

    def __repr__(self):
        return f"Index({self.n})"


print(r.randrange(Index(50)), r.randrange(Index(5), Index(50), Index(9)))
for args in [(0,), (-3,), (5, 5), (5, 2), (0, 10, 0), (10, 0, 3), (0, 10, -2), (3.5,), ("3",), (1, 2.0), (1, 10, 1.0), (5, None, 2), (None,),
             (Index(0),), (Index(4), Index(4))]:
    try:
        print(args, r.randrange(*args))
    except Exception as e:
        print(args, type(e).__name__, e)
for args in [(3, 2), (1.0, 2), ("a", 2)]:
    try:
        print(r.randint(*args))
    except Exception as e:
        print(args, type(e).__name__, e)
