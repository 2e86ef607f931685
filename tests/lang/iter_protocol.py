# Iteration: __iter__/__next__, the __getitem__ fallback, iter(callable, sentinel), reversed.
class Count:
    def __init__(self, n): self.n, self.i = n, 0
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
print(list(Count(3)), sum(Count(4)), max(Count(5)), 3 in Count(5), [*Count(2)], dict(zip("ab", Count(2))))
class Seq:
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10
print(list(Seq()), 20 in Seq(), 5 in Seq(), [x for x in Seq()], type(iter(Seq())).__name__)
class Rev:
    def __len__(self): return 3
    def __getitem__(self, i): return "abc"[i]
print(list(reversed(Rev())))
class Rev2:
    def __reversed__(self): return iter("custom")
print(list(reversed(Rev2())))
vals = iter([1, 2, 0, 3])
print(list(iter(lambda: next(vals), 0)), list(vals))
class NoNext:
    def __iter__(self): return 5
class NoneIter:
    __iter__ = None
    def __getitem__(self, i): return i
class Raises:
    def __iter__(self): raise KeyError("iter failed")
class NextRaises:
    def __iter__(self): return self
    def __next__(self): raise ValueError("next failed")
for x in (NoNext(), NoneIter(), Raises(), NextRaises(), 5, None, len, type):
    try: [y for y in x]
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: reversed(5), lambda: reversed({1}), lambda: reversed(Count(2)), lambda: next([]), lambda: iter(5, 1), lambda: iter(),
        lambda: 5 in 5, lambda: 1 in NextRaises()):
    try: f()
    except Exception as e: print(type(e).__name__, e)
it = iter([1, 2, 3])
for a in it:
    print(a, next(it, "none"))
c = Count(2); print(list(c), list(c))
z = zip(range(3), c, "abc"); print(list(z))
m = map(lambda a, b: a + b, [1, 2, 3], [10, 20]); print(list(m), list(m))
print(list(enumerate("ab", 5)), list(filter(None, [0, 1, "", "x"])), list(filter(lambda x: x > 1, [1, 2])))
try: list(zip([1, 2], [1], strict=True))
except ValueError as e: print(e)
try: list(zip([1], [1, 2], strict=True))
except ValueError as e: print(e)
try: list(zip([1], [1], [1, 2], strict=True))
except ValueError as e: print(e)
class Hint:
    def __iter__(self): return iter([1])
    def __length_hint__(self): return 10
print(list(Hint()), it.__length_hint__(), iter("abc").__length_hint__())
