# A class body is a scope of its own that nested functions do not see.
x = "global"
class A:
    x = "class"
    y = x + "!"
    def get(self):
        return x
    print("in body:", x, __qualname__, __module__)
    lst = [x for _ in range(1)]
    from_iter = [c for c in x]
    for i in range(2):
        pass
    del i
    if True:
        cond = 1
print(A.y, A().get(), A.lst, A.from_iter[:2], hasattr(A, "i"), A.cond)

def f():
    x = "enclosing"
    class B:
        print(x)
        x = "own"
        print(x)
        del x
        try:
            print(x)
        except NameError as e:
            print("after del:", e)
    class C:
        nonlocal x
        x = "changed by class"
    print(x, hasattr(C, "x"))
f()
class D:
    z = 1
    class Inner:
        try:
            print(z)
        except NameError as e:
            print(e)
        def m(self): pass
    print(Inner.__qualname__, Inner.m.__qualname__)
class E:
    """Doc of E."""
    locals()["dynamic"] = 42
    print(dynamic)
print(E.__doc__, E.dynamic)
class F:
    a: int
    b: str = "b"
    def m(self, q: "later") -> None: ...
print(F.__annotations__, F.m.__annotations__)
class G: x = 1; y = 2
print(G.x + G.y)
class H:
    def __init__(self): self.v = len(self)
    def __len__(self): return 7
print(H().v)
def ret():
    class Local:
        def method(self):
            return type(self).__qualname__
    return Local
print(ret().__qualname__, ret()().method(), ret().method.__qualname__)
class Empty: ...
print(Empty.__name__, Empty.__bases__, Empty.__dict__.get("__doc__", "missing"))
