# Annotations: where they are stored and when they are evaluated.
def ev(x):
    print("ev", x); return x
def f(a: ev("a"), b: ev("b") = 1, /, *args: ev("args"), k: ev("k") = 2, **kw: ev("kw")) -> ev("ret"):
    local: undefined = 5
    other: also_undefined
    return local
print(f.__annotations__, f(1))
x: ev("mod x") = ev("value")
y: ev("mod y")
print(__annotations__, "y" in globals())
class C:
    a: int = 1
    b: ev("cls b")
    def m(self, q: "C") -> "C": ...
    self_ref: "C"
print(C.__annotations__, C.m.__annotations__, hasattr(C, "b"))
class D(C): pass
print(D.__annotations__ is C.__annotations__, "__annotations__" in D.__dict__)
class Holder: pass
h = Holder()
h.attr: ev("attr ann") = 5
(z): ev("paren") = 3
h.other: ev("bare attr")
d = {}
d[ev("idx")]: ev("item ann") = 1
print(h.attr, z, d, "z" in __annotations__)
def g():
    a: int
    try: a
    except UnboundLocalError as e: print(e)
g()
f.__annotations__["new"] = 1
print(list(f.__annotations__))
f.__annotations__ = {}
print(f.__annotations__)
try: f.__annotations__ = 5
except TypeError as e: print(e)
print((lambda: 0).__annotations__)
if False:
    never: int = 1
print("never" in __annotations__)
t: tuple = 1, 2
print(t)
u: "any str at all {" = 1
for src in ["x: int: str", "(a, b): int = 1", "[a]: int", "a: int, b: str", "5: int", "f(): int", "a: int += 1", "global q; q: int",
        "def f():\n global q\n q: int", "x: yield"]:
    try: compile(src, "s", "exec"); print("ok", src)
    except SyntaxError as e: print(src, "->", e.msg)
