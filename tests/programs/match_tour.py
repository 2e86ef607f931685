def http(status):
    match status:
        case 200 | 201: return "ok"
        case 404: return "nf"
        case int(x) if 500 <= x < 600: return f"server {x}"
        case str() as s: return "str " + s
        case float(): return "float"
        case [] : return "empty"
        case [x]: return f"one {x}"
        case [x, y]: return f"two {x} {y}"
        case [1, *rest, 9]: return f"rest {rest}"
        case [str(a), [b, c], *_]: return f"nested {a} {b} {c}"
        case {"type": "circle", "r": r}: return f"circle {r}"
        case {"type": t, **rest} if rest: return f"{t} with {rest}"
        case {}: return "mapping"
        case None: return "none"
        case True: return "true"
        case -1 | -1.5 | 1j: return "neg"
        case b"x": return "bytes"
        case (1 | 2) as z: return z
        case _: return "other"
for v in (200, 404, 503, "hi", 1.5, [], [5], [5, 6], (1, 2, 3, 9), ["a", [1, 2], 3, 4], {"type": "circle", "r": 2, "q": 1}, {"type": "sq", "s": 1}, {"type": "x"}, {}, None, True, -1, 1j, b"x", object, 1, {1, 2}, "", range(3), bytearray(b"q")): print(repr(v), "=>", http(v))
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class C: RED = 1; BLUE = 2
def where(p):
    match p:
        case P(0, 0): return "origin"
        case P(0, y=yy): return f"y {yy}"
        case P(x=xx, y=0): return f"x {xx}"
        case P(x, y) if x == y: return "diag"
        case P(): return "point"
        case C.RED: return "red"
        case (P(x=a), P(x=b)): return f"pair {a} {b}"
        case {"p": P(y=q)}: return q
        case int() | float() as n: return n
for v in (P(0, 0), P(0, 3), P(4, 0), P(2, 2), P(1, 2), 1, 2, [P(1, 1), P(2, 2)], {"p": P(1, 7)}, "zz"): print(where(v))
try:
    match P(1, 2):
        case P(1, 2, 3): pass
except TypeError as e: print(e)
try:
    match 1:
        case int(1, 2): pass
except TypeError as e: print(e)
class NoArgs: pass
try:
    match NoArgs():
        case NoArgs(1): pass
except TypeError as e: print(e)
match = 1; case = 2; type = 3; _ = 4; print(match, case, type, _)
match (match, case):
    case (1, 2): print("soft")
match -match:
    case -1: print("neg")
match [1, 2, 3]:
    case [a, b, *c]: print(a, b, c)
type X = int | list[X]; print(X.__value__, X.__name__, X)
def first[T](l: list[T]) -> T: return l[0]
class Box[T, *Ts, **P]:
    def __init__(self, v: T): self.v = v
    def get(self) -> T: return self.v
print(first([1]), Box(3).get(), Box.__type_params__, first.__type_params__, first.__annotations__)
