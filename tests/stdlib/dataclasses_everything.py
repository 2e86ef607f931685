from dataclasses import *
import dataclasses, typing
@dataclass
class A:
    x: int
    y: list = field(default_factory=list, repr=False)
    z: str = field(default="z", compare=False, metadata={"m": 1})
    k: typing.ClassVar[int] = 5
    i: InitVar[int] = 3
    def __post_init__(self, i): self.total = self.x + i
a = A(1, i=5); print(a, a.total, a == A(1, [], "other"), fields(a)[0].name, [f.name for f in fields(A)], fields(A)[2].metadata, asdict(a), astuple(a), replace(a, x=2, i=1), is_dataclass(A), is_dataclass(a), is_dataclass(int), A.__match_args__, A.__doc__, A.k)
@dataclass(order=True, frozen=True, slots=True, kw_only=True)
class B: p: int; q: float = 1.5
b = B(p=1); print(b, b < B(p=2), hash(b) == hash(B(p=1)), B.__slots__, sorted([B(p=2), B(p=1)]))
@dataclass(eq=False, repr=False, init=False, unsafe_hash=True)
class C: a: int = 1
print(C() != C(), repr(C()).startswith("<__main__.C"), C.__init__ is object.__init__)
@dataclass
class Base: a: int; b: int = 2
@dataclass
class Child(Base): c: int = 3; _: KW_ONLY = None; d: int = 4; a: str = "re"
print(Child(), Child("x", 1, d=9), [f.kw_only for f in fields(Child)])
M = make_dataclass("M", ["x", ("y", int), ("z", int, field(default=5))], bases=(Base,), namespace={"n": lambda s: s.x}, frozen=False) if False else make_dataclass("M", ["x", ("y", int), ("z", int, field(default=5))], namespace={"n": lambda s: s.x}); print(M(1, 2), M(1, 2).n())
def t(src, **k):
    try: ns = {**globals(), **k}; exec(src, ns); print("fine", ns.get("r"))
    except Exception as e: print(type(e).__name__, e)
t("@dataclass\nclass X:\n a: int = 1\n b: int"); t("@dataclass\nclass X:\n a: list = []"); t("@dataclass\nclass X:\n a: int = field(default=1, default_factory=int)"); t("@dataclass(frozen=True)\nclass X:\n a: int\nX(1).a = 2"); t("@dataclass(frozen=True)\nclass X:\n a: int\ndel X(1).a"); t("@dataclass(order=True, eq=False)\nclass X: pass"); t("@dataclass(order=True)\nclass X:\n def __lt__(s, o): pass"); t("@dataclass(frozen=True)\nclass X: pass\n@dataclass\nclass Y(X): pass"); t("@dataclass(slots=True)\nclass X:\n __slots__ = ()"); t("A()"); t("A(1, 2, 3, 4, 5)"); t("B(1)"); t("replace(A(1), k=1)"); t("replace(A(1), x=2)"); t("fields(5)"); t("asdict(A)"); t("replace(5)"); t("make_dataclass('x', ['1a'])"); t("make_dataclass('x', ['a', 'a'])"); t("@dataclass\nclass X:\n a: KW_ONLY\n b: KW_ONLY"); t("@dataclass(weakref_slot=True)\nclass X: pass"); t("hash(A(1))"); t("A(1) < A(2)"); t("@dataclass\nclass X:\n a: typing.ClassVar[int] = field(default_factory=int)"); t("@dataclass\nclass X:\n x: int = field(init=False)\nr = repr(X.__init__.__annotations__)\nX().x")
@dataclass
class R: kids: list = field(default_factory=list)
r = R(); r.kids.append(r); print(r, field(default=1).__class__.__name__, MISSING.__class__.__name__, repr(fields(A)[0])[:60])
