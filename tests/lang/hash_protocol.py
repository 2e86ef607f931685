# __hash__: defaults, removal by __eq__, results of odd types, use as keys.
class Plain: pass
p = Plain()
print(hash(p) == hash(p), {p: 1}[p])
class EqOnly:
    def __eq__(self, o): return True
print(EqOnly.__hash__)
try: hash(EqOnly())
except TypeError as e: print(e)
try: {EqOnly()}
except TypeError as e: print(e)
class Both:
    def __init__(self, k): self.k = k
    def __eq__(self, o): return isinstance(o, Both) and self.k == o.k
    def __hash__(self): return hash(self.k)
d = {Both(1): "a"}; d[Both(1)] = "b"
print(len(d), d[Both(1)], Both(2) in d, len({Both(1), Both(1), Both(2)}))
class Child(EqOnly): __hash__ = object.__hash__
print(isinstance(hash(Child()), int))
class Const:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, o): return self.n == o.n
m = {Const(i): i for i in range(20)}
print(len(m), m[Const(13)], Const(50) in m, [m.pop(Const(i)) for i in (3, 7)], len(m))
class Big:
    def __hash__(self): return 1 << 100
class Neg:
    def __hash__(self): return -1
class Str:
    def __hash__(self): return "x"
class Flt:
    def __hash__(self): return 1.0
class Bool:
    def __hash__(self): return True
print(hash(Big()) == hash(1 << 100), hash(Neg()), hash(Bool()))
for c in (Str, Flt):
    try: hash(c())
    except TypeError as e: print(e)
for v in ([], {}, set(), bytearray(b"a"), slice(1), (1, []), [1], {1: 2}.keys()):
    try: print(hash(v) == hash(v))
    except TypeError as e: print(e)
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash(0.5), hash(2 ** 61 - 1), hash(-1), hash(-2), hash(2 ** 61),
    hash(float("inf")), hash(float("-inf")), hash(1e300), hash(10 ** 40), hash(-10 ** 40), hash(3.75), hash(1 + 2j))
print(hash(()) == hash(()), hash((1, 2)) == hash((1, 2)), hash((1, 2, 3)), hash(()), hash((1,)),
    hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash("a") == hash("a"), hash(b"a") == hash(b"a"))
print({1: "int", 1.0: "float", True: "bool"}, {0, False, 0.0, 0j}, {(1, 2): 3}[(1.0, 2)], len({float("nan"), float("nan")}))
print(hash(range(3)) == hash(range(0, 3, 1)), hash(range(0)) == hash(range(5, 5)), hash(None) == hash(None), hash(int) == hash(int),
    hash(...) == hash(...))
