# Special methods that return the wrong kind of thing.
from _t import t
vals = [5, "s", None, 1.5, [], -1, 10 ** 30]
def mk(name, v): return type("X", (), {name: lambda self, *a: v})()
ops = {"__len__": len, "__bool__": bool, "__index__": lambda x: [1, 2, 3, 4, 5, 6][x], "__int__": int, "__float__": float,
    "__complex__": complex, "__str__": str, "__repr__": repr, "__bytes__": bytes, "__format__": lambda x: f"{x}", "__iter__": list,
    "__hash__": lambda x: hash(x) is None, "__contains__": lambda x: 1 in x,
    "__length_hint__": lambda x: __import__("operator").length_hint(x), "__dir__": dir, "__round__": round, "__abs__": abs,
    "__reversed__": lambda x: type(reversed(x)).__name__, "__call__": lambda x: x(), "__enter__": lambda x: exec("with x: pass", {"x": x}),
    "__await__": lambda x: x.__await__() and 0, "__trunc__": lambda x: __import__("math").trunc(x), "__getattr__": lambda x: x.nope,
    "__missing__": lambda x: x["k"], "__instancecheck__": lambda x: isinstance(1, x), "__class_getitem__": lambda x: type(x)[1],
    "__neg__": lambda x: -x, "__lt__": lambda x: x < 1, "__add__": lambda x: x + 1, "__iadd__": lambda x: exec("x += 1", {"x": x}),
    "__mul__": lambda x: x * 2, "__getitem__": lambda x: x[0], "__setattr__": lambda x: setattr(x, "a", 1), "__del__": lambda x: 0,
    "__aiter__": lambda x: aiter(x), "__anext__": lambda x: anext(x).__class__.__name__, "__divmod__": lambda x: divmod(x, 1),
    "__pow__": lambda x: pow(x, 2, 3), "__sizeof__": lambda x: 1}
for name, op in ops.items():
    for v in vals: t(f"{name} {v!r}", lambda: op(mk(name, v)), True)
class I:
    def __init__(self, *a): return 5
class N:
    def __new__(cls): return None
class G:
    __slots__ = ()
t("init", I); t("new", N, True); t("prepare", lambda: type("M", (type,), {"__prepare__": classmethod(lambda *a: 5)})("X", (), {})); 
class M(type):
    @classmethod
    def __prepare__(cls, *a): return 5
t("class stmt", lambda: exec("class Y(metaclass=M): pass", {"M": M}))
t("mro", lambda: type("Q", (), {}).mro and exec("class Z(metaclass=K): pass", {"K": type("K", (type,), {"mro": lambda s: 5})}))
t("mro elems", lambda: exec("class Z(metaclass=K): pass", {"K": type("K", (type,), {"mro": lambda s: [5]})}))
t("iter self", lambda: list(type("S", (), {"__iter__": lambda s: s})()))
t("next missing", lambda: next(type("S", (), {})()))
t("getattribute", lambda: type("S", (), {"__getattribute__": 5})().x)
t("descr get", lambda: type("S", (), {"x": type("D", (), {"__get__": 5})()})().x)
t("call not", lambda: type("S", (), {"__call__": 5})()())
t("add none", lambda: type("S", (), {"__add__": None})() + 1)
t("len none", lambda: len(type("S", (), {"__len__": None})()))
t("mro entries", lambda: exec("class Z(x): pass", {"x": mk("__mro_entries__", 5)}))
t("set_name", lambda: type("S", (), {"x": type("D", (), {"__set_name__": 5})()}))
t("init_subclass", lambda: type("T", (type("S", (), {"__init_subclass__": 5}),), {}))
t("match_args", lambda: exec("match x():\n case x(1): pass", {"x": type("S", (), {"__match_args__": 5})}))
t("hash none", lambda: hash(type("S", (), {"__hash__": None})()))
t("name", lambda: setattr(type("S", (), {}), "__name__", "a\0b"))
t("bases", lambda: setattr(type("S", (), {}), "__bases__", (int,)))
t("doc", lambda: type("S", (), {"__doc__": 5}).__doc__, True)
t("qualname", lambda: type("S", (), {"__qualname__": 5}))
t("module", lambda: repr(type("S", (), {"__module__": 5})), True)
t("name null", lambda: type("a\0b", (), {}))
t("surrogate", lambda: type("\ud800", (), {}).__name__ == "\ud800", True)
