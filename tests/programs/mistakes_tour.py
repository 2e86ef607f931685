# Generic classes, enums, exceptions of every kind, context managers, and what common mistakes say.
import sys, traceback, warnings, functools, dataclasses, enum, typing, contextlib
class Stack[T]:
    def __init__(self) -> None: self._items: list[T] = []
    def push(self, item: T) -> "Stack[T]": self._items.append(item); return self
    def pop(self) -> T:
        if not self._items: raise IndexError("pop from empty stack")
        return self._items.pop()
    def __len__(self): return len(self._items)
    def __repr__(self): return f"{type(self).__name__}({self._items})"
type Pair[A, B] = tuple[A, B]
def first[T: (int, str)](p: Pair[T, T]) -> T: return p[0]
print(Stack[int]().push(1).push(2), Stack.__type_params__, Pair.__value__, first.__type_params__[0].__constraints__, Stack[int], Pair[int, str], first.__annotations__)
class Color(enum.Enum):
    RED = 1; GREEN = 2; CRIMSON = 1
    @property
    def pretty(self): return self.name.title()
    @classmethod
    def default(cls): return cls.GREEN
    def __str__(self): return f"<{self.name}>"
print(Color.CRIMSON, repr(Color.RED), Color.__members__, Color.default().pretty, Color(2), f"{Color.RED}", list(Color), Color.RED is Color.CRIMSON)
class Planet(enum.Enum):
    EARTH = (5.97e24, 6.37e6); MARS = 6.4e23, 3.39e6
    def __init__(self, m, r): self.m, self.r = m, r
    @functools.cached_property
    def g(self): return round(6.67e-11 * self.m / self.r ** 2, 2)
print([p.g for p in Planet], Planet.EARTH.value)
try:
    class More(Color): X = 1
except TypeError as e: print(e)
class Err(Exception):
    def __init__(self, code, msg="x"): self.code = code; super().__init__(code, msg)
def parse(s):
    try: return int(s)
    except ValueError as e: raise Err(3, f"cannot parse {s!r}") from e
def deep(n): return parse("zz") if n == 0 else deep(n - 1)
try: deep(3)
except Err as e:
    print(e, e.args, repr(e), e.code); te = traceback.TracebackException.from_exception(e); print("".join(te.format())); print([f.name for f in te.stack], te.exc_type, te.__cause__)
    for fr in traceback.extract_tb(e.__traceback__): print(fr.filename.rsplit("/")[-1], fr.lineno, fr.name, fr.line)
try:
    try: raise ExceptionGroup("many", [ValueError(1), TypeError("t"), ExceptionGroup("in", [KeyError("k"), OSError(2, "no")])])
    except* (ValueError, KeyError) as g: print("got", g.exceptions, repr(g))
    except* OSError as g: print("os", g); raise
except ExceptionGroup as g: traceback.print_exception(g, file=sys.stdout); print(g.split(TypeError), g.subgroup(lambda e: isinstance(e, OSError)))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); warnings.warn("old", DeprecationWarning); warnings.warn_explicit("x", UserWarning, "f.py", 3)
    print([(str(x.message), x.category.__name__, x.lineno) for x in w])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: warnings.warn("boom")
    except UserWarning as e: print(repr(e))
class Ctx:
    def __init__(s, n, eat=False): s.n, s.eat = n, eat
    def __enter__(s): print("in", s.n); return s
    def __exit__(s, t, v, tb): print("out", s.n, t and t.__name__, v); return s.eat
with (Ctx(1) as a, Ctx(2, True) as b): raise ValueError(a.n + b.n)
@contextlib.contextmanager
def tag(n):
    print(f"<{n}>")
    try: yield n
    except KeyError as e: print("handled", e)
    else: print("clean")
    finally: print(f"</{n}>")
with tag("p"): print("text")
with tag("q"): {}["k"]
@tag("deco")
def f(): return 5
print(f())
for bad in ("int('x')", "[][1]", "{}['a']", "None.foo", "1 + 'a'", "'a' + 1", "len(5)", "f(1, 2, 3)", "undefined", "(lambda x: x)()", "int.nope", "''.jion([])", "range(1.5)", "[1,2].index(3)", "next(iter([]))", "open('/nonexistent')", "import_", "1/0", "1 % 0", "2.0 // 0", "0 ** -1", "'%d' % 'x'", "'{}{}'.format(1)", "'{a}'.format()", "bytes([256])", "chr(-1)", "ord('ab')", "a, b = 1, 2, 3", "[] < {}", "{[]}", "{}.popitem()", "set().pop()", "'x' * 'y'", "abs('x')", "sum(['a'])", "max()", "max([])", "sorted([1, 'a'])", "isinstance(1, 1)", "super().x", "print(sep=1)", "int('1', 99)", "float('abc')", "b'a' + 'b'", "'abc'.encode('ascii', 'bad') + 1", "'é'.encode('ascii')", "b'\\xff'.decode()", "round('a')", "pow(2, 3, 0)", "list(5)", "dict([1])", "dict([(1, 2, 3)])", "zip([1], [1, 2], strict=True)", "tuple(zip([1], [1, 2], strict=True))", "type('A', (int, str), {})", "object().x", "object().x = 1", "'abc'[5]", "'abc'['a']", "(1, 2)[0] = 3", "del (1, 2)[0]", "[1, 2, 3][::0]", "f.x", "f(*1)", "f(**1)", "f(**{1: 2})", "f(a=1, **{'a': 2})", "Color.BLUE", "Color(9)", "hash([])", "iter(5)", "float('nan').as_integer_ratio()", "(1).foo", "memoryview('a')", "__import__('nope.x')", "import os.nope", "eval('1 +')", "exec('if 1:')", "compile('a b', 'f', 'exec')", "exec('def f(:\\n pass')", "eval('(1, 2')"):
    try: exec(bad)
    except BaseException as e: print(f"{bad:40} {type(e).__name__}: {e}")
