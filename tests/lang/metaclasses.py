# Metaclasses: __prepare__, __new__, __init__, __call__, keywords, conflicts.
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, [b.__name__ for b in bases], kw)
        return {"injected": 1}
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", cls.__name__, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print("call", cls.__name__, a, k)
        return super().__call__(*a, **k)
    def meta_method(cls): return "meta of " + cls.__name__
    @property
    def prop(cls): return "metaprop " + cls.__name__
    def __len__(cls): return 99
    def __contains__(cls, x): return x == "in"
    def __iter__(cls): return iter("abc")
    def __getitem__(cls, k): return k
    def __getattr__(cls, n): return "meta getattr " + n
    def __add__(cls, o): return f"{cls.__name__}+{o}"
    def __repr__(cls): return f"<class {cls.__name__}>"
class A(metaclass=Meta, flag=True):
    x = 5
    def __init__(self, v=0): self.v = v
class B(A, other=2): pass
b = B(3)
print(b.v, A.injected, B.meta_method(), A.prop, len(A), "in" in A, list(A), A[1:2], A.nothing, A + 1, A, type(B) is Meta)
for n in ("meta_method", "prop"):
    try: getattr(b, n); print("?")
    except AttributeError as e: print(e)
class M2(type): pass
try:
    class Conflict(A, metaclass=M2): pass
except TypeError as e: print(e)
class M3(Meta): pass
class Derived(A, metaclass=M3): pass
print(type(Derived).__name__)
C = Meta("C", (A,), {"y": 1}, z=3)
print(C.y)
def func_meta(name, bases, ns, **kw): return name, bases, sorted(k for k in ns if k[0] != "_"), kw
class Weird(1, 2, metaclass=func_meta, k=5): attr = 1
print(Weird)
class NotCalled(type):
    def __call__(cls, *a): return "no instance"
class S(metaclass=NotCalled): pass
print(S(1, 2))
for src in ["class X(k=1): pass", "class X(metaclass=5): pass", "class X(5): pass", "class X(int, str): pass", "class X(bool): pass",
        "class X(object, int): pass", "class X(int, int): pass",
            "type('X', 5, {})", "type('X', (), 5)", "type(5, (), {})", "class X(type(None)): pass",
            "class X(A, metaclass=func_meta): print(1)"]:
    try: exec(src); print("ok")
    except TypeError as e: print(src, "->", e)
