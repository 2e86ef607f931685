# Every special method calling itself through its operator.
# test: heavy
from _t import t
import operator, math, copy, pickle
ops = {"__repr__": repr, "__str__": str, "__hash__": hash, "__bool__": bool, "__len__": len, "__iter__": iter, "__next__": next, "__int__": int, "__float__": float,
       "__complex__": complex, "__index__": operator.index, "__neg__": operator.neg, "__invert__": operator.invert, "__abs__": abs, "__round__": round, "__trunc__": math.trunc,
       "__floor__": math.floor, "__reversed__": reversed, "__bytes__": bytes, "__enter__": lambda x: x.__enter__(), "__format__": None, "__copy__": copy.copy, "__sizeof__": lambda x: x.__sizeof__(),
       "__reduce_ex__": None, "__getitem__": None, "__contains__": None, "__add__": None, "__eq__": None, "__lt__": None, "__call__": None, "__instancecheck__": None, "__deepcopy__": None}
two = {"__format__": lambda s, o: format(s, ""), "__getitem__": lambda s, o: s[o], "__contains__": lambda s, o: o in s, "__add__": lambda s, o: s + o, "__eq__": lambda s, o: s == o,
       "__lt__": lambda s, o: s < o, "__reduce_ex__": lambda s, o: pickle.dumps(s), "__deepcopy__": lambda s, o: copy.deepcopy(s), "__instancecheck__": lambda s, o: isinstance(o, s)}
for name, f in ops.items():
    if name == "__call__":
        cls = type("T", (), {name: lambda s: s()}); run = lambda: cls()()
    elif f is None:
        g = two[name]; cls = type("T", (), {name: g}); run = lambda: g(cls(), cls())
    else:
        cls = type("T", (), {name: (lambda f: lambda s: f(s))(f)}); run = lambda: f(cls())
    try: run(); print(name, "returned")
    except RecursionError: print(name, "RecursionError")
    except Exception as e: print(name, type(e).__name__)
