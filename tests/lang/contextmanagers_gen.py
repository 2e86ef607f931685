# Generator-based context managers and re-entrant, nested and returning uses of with.
class contextmanager:
    """A small version of contextlib's, so that the test needs no module."""
    def __init__(self, f): self.f = f
    def __call__(self, *a, **k): return Manager(self.f(*a, **k))
class Manager:
    def __init__(self, gen): self.gen = gen
    def __enter__(self): return next(self.gen)
    def __exit__(self, t, v, tb):
        if t is None:
            try: next(self.gen)
            except StopIteration: return False
            raise RuntimeError("generator didn't stop")
        try: self.gen.throw(v)
        except StopIteration as e: return e is not v
        except BaseException as e:
            if e is v: return False
            raise
        raise RuntimeError("generator didn't stop after throw()")
@contextmanager
def tag(name):
    print(f"<{name}>")
    try: yield name.upper()
    except ValueError as e: print("swallowed", e)
    finally: print(f"</{name}>")
with tag("a") as a, tag("b") as b:
    print(a, b)
with tag("v"): raise ValueError("inside")
try:
    with tag("k"): raise KeyError("passes")
except KeyError as e: print("got", e)
def find(items):
    for i in items:
        with tag(f"i{i}"):
            if i == 2: return i
            if i == 0: continue
            print("body", i)
print(find(range(4)))
@contextmanager
def twice():
    yield 1
    yield 2
try:
    with twice(): pass
except RuntimeError as e: print(e)
class Stack:
    def __init__(self): self.depth = 0
    def __enter__(self): self.depth += 1; return self.depth
    def __exit__(self, *a): self.depth -= 1
s = Stack()
with s as x, s as y, s as z: print(x, y, z, s.depth)
print(s.depth)
with s:
    with s:
        try:
            with s: 1 / 0
        except ZeroDivisionError: print("depth in except", s.depth)
print(s.depth)
