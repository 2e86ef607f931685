# isinstance, issubclass, callable, hasattr, getattr, setattr, delattr, vars, dir, id, hash, type, repr, ascii, format.
class A:
    x = 1
    def m(self): pass
class B(A): pass
b = B(); b.y = 2
print(isinstance(b, A), isinstance(b, (int, A)), isinstance(b, ()), isinstance(5, int | str), isinstance(True, int), issubclass(B, A),
    issubclass(B, (int, (A,))), issubclass(A, B), issubclass(int, object), issubclass(bool, int | str), isinstance(A, type),
    isinstance(type, type), isinstance(None, type(None)), isinstance(len, object))
print(callable(len), callable(A), callable(b), callable(b.m), callable(lambda: 0), callable("x"), hasattr(b, "x"), hasattr(b, "zz"),
    getattr(b, "y"), getattr(b, "zz", "dflt"), getattr(b, "m").__name__, vars(b), id(b) == id(b), id(b) != id(A), type(b) is B, hash(5),
    repr("a"), ascii("é"), format(3.14159, ".2f"), format("a", ">3"))
setattr(b, "z", 3); setattr(b, "not an identifier", 4); delattr(b, "y"); print(vars(b), getattr(b, "not an identifier"))
for f in (lambda: isinstance(1), lambda: isinstance(1, 5), lambda: isinstance(1, (int, 5)), lambda: isinstance("a", (int, 5)),
        lambda: isinstance(1, "int"), lambda: issubclass(1, int), lambda: issubclass(int, 5), lambda: issubclass(int),
        lambda: isinstance(1, list[int]), lambda: getattr(b), lambda: getattr(b, 5), lambda: getattr(b, "nope"), lambda: setattr(b, "a"),
        lambda: delattr(b, "nope"), lambda: hasattr(b, 5), lambda: hasattr(b), lambda: vars(5), lambda: vars(1, 2), lambda: dir(1, 2),
        lambda: callable(), lambda: id(), lambda: hash(), lambda: hash([1]), lambda: type(), lambda: repr(), lambda: ascii(),
        lambda: format(), lambda: format(1, 2, 3), lambda: isinstance(1, [int]), lambda: isinstance(1, None),
        lambda: getattr(1, "real", 2, 3), lambda: callable(1, 2), lambda: globals(1), lambda: isinstance(x=1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class M(type):
    def __instancecheck__(c, o): return "truthy" if o == 1 else 0
    def __subclasscheck__(c, s): return s is int
class V(metaclass=M): pass
print(isinstance(1, V), isinstance(2, V), issubclass(int, V), issubclass(str, V), isinstance(2, (str, V)), isinstance(V(), V))
class P:
    @property
    def bad(self): raise ValueError("in prop")
    @property
    def attr(self): raise AttributeError("attr in prop")
for n in ("bad", "attr"):
    try: print(hasattr(P(), n), getattr(P(), n, "dflt"))
    except ValueError as e: print("passes through:", e)
print(any([]), all([]), any([0, 1]), all([1, 0]), any(x > 1 for x in [1, 2]), bool(any("")), len("abc"), len({}), len(range(5)), len(b"a"),
    __import__("sys").__name__, sorted(globals())[:3], type(locals()).__name__, "b" in vars(), input.__name__, print.__name__,
    eval.__module__, exec.__self__.__name__, __build_class__.__name__)
