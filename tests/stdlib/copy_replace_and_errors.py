import copy, collections, datetime, re, types, fractions
class P:
    def __init__(self, a): self.a = a
    def __deepcopy__(self, memo): return P(copy.deepcopy(self.a, memo))
class Slots:
    __slots__ = ("x", "y")
class State:
    def __getstate__(self): return {"only": 1}
    def __setstate__(self, state): self.__dict__.update(state, seen=True)
class NewArgs(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    def __getnewargs__(self): return tuple(self)
class L(list): pass
s = Slots(); s.x = [1]
l = L([1]); l.extra = [2]
for x in ([1, [2]], {"a": [1]}, (1, [2]), (1, 2), {1, 2}, "s", b"b", 1, None, range(3), P([1]), s, State(), NewArgs(1, 2), l, collections.deque([1, [2]]), collections.OrderedDict(a=[1]), collections.Counter("ab"), collections.defaultdict(list, a=[1]), datetime.date(2020, 1, 1), re.compile("x"), len, P, types.SimpleNamespace(a=[1]), fractions.Fraction(1, 2), frozenset([1]), bytearray(b"x"), ..., NotImplemented, 1j, property(len), type, [][:], memoryview):
    for f in (copy.copy, copy.deepcopy):
        try:
            y = f(x); print(type(x).__name__, f.__name__, y is x, type(y) is type(x), getattr(y, "__dict__", None) if not isinstance(y, (type, types.FunctionType, property)) and not callable(y) else "")
        except Exception as e: print(type(x).__name__, f.__name__, type(e).__name__, e)
a = [1]; a.append(a); b = copy.deepcopy(a); print(b[1] is b, b is not a)
shared = [1]; c = copy.deepcopy([shared, shared]); print(c[0] is c[1]); memo = {}; copy.deepcopy(shared, memo); print(len(memo))
d = copy.copy(s); print(d.x is s.x, hasattr(d, "y")); e = copy.deepcopy(s); print(e.x is s.x, e.x)
for bad in ((i for i in []), open, __import__("sys"), __import__("threading").Lock()):
    for f in (copy.copy, copy.deepcopy):
        try: f(bad); print("fine")
        except TypeError as err: print(err)
class R:
    def __init__(self, r): self.r = r
    def __reduce_ex__(self, p): return self.r
for r in (5, (), (int,), (int, ()), (int, 5), (list, (), None, iter([1, 2])), (dict, (), None, None, iter([(1, 2)])), (list, (), {"a": 1}), (int, (), None, None, None, None), (1, 2, 3, 4, 5, 6, 7)):
    try: print(copy.copy(R(r)))
    except Exception as err: print(type(err).__name__, err)
print(copy.Error, copy.error is copy.Error)
