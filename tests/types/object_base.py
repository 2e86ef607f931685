# object(): default methods, equality, sentinel use, subclasses without behaviour.
o, p = object(), object()
print(o == o, o == p, o != p, o is o, bool(o), isinstance(o, object), type(o), object.__name__, object.__bases__, object.__mro__,
    hash(o) == hash(o), callable(object))
print(repr(o).startswith("<object object at 0x"), str(o) == repr(o), format(o) == str(o), o.__eq__(p), o.__ne__(p), o.__eq__(o),
    o.__lt__(p), object.__eq__(5, 5), type(object.__doc__))
for src in ("o.x = 1", "object(1)", "object.__new__(object, 1)", "o < p", "o + p", "o[0]", "len(o)", "iter(o)", "o()", "format(o, 'x')",
        "del o.x", "o.__class__ = int", "object.x = 1", "object.__setattr__(o, 'a', 1)", "object.__getattribute__(o, 'zz')", "vars(o)",
        "o.__dict__", "object.__init__(o, 1)", "object.__format__(o)", "abs(o)", "round(o)", "o in o", "with o: pass", "o @ o",
        "o and 1 / 0"):
    try: exec(src); print(src, "ok")
    except Exception as e: print(src, "->", type(e).__name__, e)
class A: pass
class B(A):
    def __init__(self, x): self.x = x
print(repr(A()).split(" at ")[0], A().__dict__, A() == A(), len({A(), A()}), B(1).__dict__, vars(B(2)), A.__doc__, A.__module__,
    A().__module__, A().__doc__)
for f in (lambda: A(1), lambda: A(x=1), lambda: B(), lambda: B(1, 2), lambda: B(y=1), lambda: object.__new__(B, 5).x,
        lambda: A.__new__(A, 1), lambda: A().__init__(1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print([n for n in dir(object)],
    object.__subclasshook__(), object().__dir__() == dir(object()) or sorted(object().__dir__()) == dir(object()))
a = A(); a.x = 1; a.__dict__["y"] = 2; print(a.y, a.__dict__, getattr(a, "x"), sorted(a.__dir__())[-2:])
print(A.__eq__ is object.__eq__, A.__hash__ is object.__hash__, A.__init__ is object.__init__, type(A.__dict__["__dict__"]).__name__,
    A.__dict__.get("__weakref__") is not None, A.__sizeof__ is not None)
MISSING = object()
def get(d, k, default=MISSING):
    v = d.get(k, MISSING)
    if v is MISSING:
        if default is MISSING: raise KeyError(k)
        return default
    return v
print(get({"a": None}, "a"), get({}, "a", 5))
try: get({}, "z")
except KeyError as e: print(repr(e))
