# ExceptionGroup: construction rules, split, subgroup, derive, nesting, str and repr.
g = ExceptionGroup("top", [ValueError(1), ExceptionGroup("mid", [TypeError(2), ValueError(3), ExceptionGroup("low", [OSError(4)])]),
    KeyError(5)])
print(repr(g), str(g), g.message, len(g.exceptions), g.args == ("top", list(g.exceptions)))
print(repr(g.subgroup(ValueError)), repr(g.subgroup((OSError, KeyError))), g.subgroup(IndexError),
    repr(g.subgroup(lambda e: isinstance(e, TypeError))), g.subgroup(ExceptionGroup) is g, repr(g.subgroup(lambda e: e.args == (4,))))
m, r = g.split(ValueError); print(repr(m), repr(r))
print(g.split(IndexError) == (None, g), g.split(Exception)[1]); m, r = g.split(lambda e: "2" in str(e))
print(m, r)
def leaves(x): return [l for e in x.exceptions for l in (leaves(e) if isinstance(e, BaseExceptionGroup) else [e])]
print(leaves(g), str(ExceptionGroup("one", [ValueError()])), str(ExceptionGroup("two", [ValueError(), KeyError()])))
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__,
    ExceptionGroup.__mro__[1:3], isinstance(g, Exception))
for f in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [5]), lambda: ExceptionGroup("x", ValueError()),
        lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup(),
        lambda: ExceptionGroup("x"), lambda: ExceptionGroup("x", [ValueError]), lambda: g.split(5), lambda: g.subgroup("a"),
        lambda: g.split((ValueError, 5)), lambda: ExceptionGroup("x", (ValueError(),), 1), lambda: g.split(ValueError, 1),
        lambda: ExceptionGroup("x", {ValueError()}), lambda: ExceptionGroup("x", (e for e in [ValueError()]))):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
try: g.message = "new"
except AttributeError as e: print(e)
g.add_note("note"); g.__cause__ = KeyError("cause"); m, r = g.split(ValueError)
print(m.__notes__, r.__notes__, repr(m.__cause__), m.message); d = g.derive([IndexError(1)])
print(repr(d), getattr(d, "__notes__", None), d.__cause__)
class MyG(ExceptionGroup):
    def __new__(cls, msg, excs, code=0):
        o = super().__new__(cls, msg, excs); o.code = code; return o
    def derive(self, excs): return MyG(self.message, excs, self.code)
x = MyG("mine", [ValueError(1), KeyError(2)], 7); m, r = x.split(KeyError); print(type(m).__name__, m.code, r.code, repr(m))
class NoDerive(ExceptionGroup): pass
print(type(NoDerive("n", [ValueError(), KeyError()]).split(KeyError)[0]).__name__)
class BadDerive(ExceptionGroup):
    def derive(self, e): return 5
try: BadDerive("n", [ValueError(), KeyError()]).split(KeyError)
except TypeError as e: print(e)
try:
    class Wrong(ExceptionGroup, TypeError): pass
    raise Wrong("w", [ValueError()])
except TypeError as e: print(repr(e))
try:
    try: raise g
    except* KeyError as k: print("star", repr(k), k.__notes__)
except ExceptionGroup as rest: print(repr(rest), rest is g, rest.__notes__, rest.__traceback__ is not None)
print(g == g, hash(g) == hash(g), ExceptionGroup[ValueError])
