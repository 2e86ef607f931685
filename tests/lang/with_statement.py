# with: order, several managers, suppression, and errors in enter and exit.
class CM:
    def __init__(self, name, suppress=False, fail=""):
        self.name, self.suppress, self.fail = name, suppress, fail
    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter": raise RuntimeError("enter " + self.name)
        return self.name
    def __exit__(self, t, v, tb):
        print("exit", self.name, t and t.__name__, v, tb is not None)
        if self.fail == "exit": raise RuntimeError("exit " + self.name)
        return self.suppress
with CM("a") as a, CM("b") as b:
    print(a, b)
with (CM("p") as p, CM("q"),):
    print("paren", p)
with (CM("tuple")):
    pass
with CM("s", suppress=True):
    raise ValueError("gone")
print("after suppress")
try:
    with CM("a"), CM("b"):
        raise KeyError("k")
except KeyError as e:
    print("caught", e)
for fail in ("enter", "exit"):
    try:
        with CM("outer"), CM("inner", fail=fail):
            print("body")
    except RuntimeError as e:
        print("caught", e)
with CM("outer", suppress=True), CM("inner", fail="exit"):
    1 / 0
def f():
    with CM("ret"):
        return "returned"
print(f())
for i in range(3):
    with CM(i):
        if i == 0: continue
        break
class T: pass
with CM("attr") as T.x: print(T.x)
class Pair:
    def __enter__(self): return 1, (2, 3)
    def __exit__(self, *a): pass
with Pair() as (x, (y, z)): print(x, y, z)
class NoExit:
    def __enter__(self): pass
for src in ["with 5: pass", "with NoExit(): pass", "with T(): pass"]:
    try: exec(src)
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
class Inst: pass
o = Inst(); o.__enter__ = o.__exit__ = lambda *a: None
try:
    with o: pass
except TypeError as e: print(e)
def gen():
    with CM("gen"):
        yield 1
        yield 2
g = gen(); next(g); g.close()
