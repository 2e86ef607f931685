# match: class patterns with positional and keyword sub-patterns.
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Point3(Point):
    __match_args__ = ("x", "y", "z")
    def __init__(self, x, y, z): super().__init__(x, y); self.z = z
def m(p):
    match p:
        case Point3(0, 0, 0): return "origin 3d"
        case Point3(z=z): return f"3d z={z}"
        case Point(0, 0): return "origin"
        case Point(x=0, y=y): return f"on y axis at {y}"
        case Point(x, 0): return f"on x axis at {x}"
        case Point(x, y) if x == y: return f"diagonal {x}"
        case Point(): return "some point"
        case int(n) | float(n): return f"number {n}"
        case str() as s: return f"string {s}"
        case bool(): return "never: bool is int"
        case list([a, *_]): return f"list starts {a}"
        case dict({"k": v}): return f"dict k {v}"
        case tuple((1, x)) : return f"tuple {x}"
        case type(): return "a type"
        case Exception(args=[msg]): return f"exc {msg}"
        case _: return "?"
for p in [Point3(0, 0, 0), Point3(1, 2, 3), Point(0, 0), Point(0, 5), Point(5, 0), Point(3, 3), Point(1, 2), 5, 1.5, True, "s", [1, 2], [],
        {"k": 9}, {},
          (1, 2), (2, 1), int, ValueError("boom"), ValueError(1, 2), None]:
    print(m(p))
class NoArgs: pass
class BadArgs: __match_args__ = ["x"]
class BadElem: __match_args__ = (1,)
class Short: __match_args__ = ("a",)
for src in ["NoArgs()\n case NoArgs(1): pass", "BadArgs()\n case BadArgs(1): pass", "BadElem()\n case BadElem(1): pass",
        "Short()\n case Short(1, 2): pass",
            "Point(1, 2)\n case Point(1, x=2): pass", "5\n case int(1, 2): pass", "5\n case NotDefined(): pass", "5\n case m(): pass",
            "5\n case int(real=5, imag=0): print('attrs')"]:
    try: exec("match " + src)
    except Exception as e: print(type(e).__name__, e)
class Lazy:
    __match_args__ = ("a", "b")
    def __getattr__(self, n):
        print("getattr", n)
        if n == "b": raise AttributeError(n)
        return n
match Lazy():
    case Lazy("zz", _): print("no")
    case Lazy("a", _): print("no b")
    case Lazy(): print("bare")
class Meta(type):
    def __instancecheck__(cls, o): return o == 42
class Virtual(metaclass=Meta): pass
match 42:
    case Virtual(): print("virtual instance")
match Point(Point(1, 2), [Point(3, 4)]):
    case Point(Point(a, b), [Point(c, d)]): print(a, b, c, d)
