# match: sequence patterns over lists, tuples and what does not count as one.
def m(x):
    match x:
        case []: return "empty"
        case [a]: return f"one {a}"
        case [1, 2]: return "one two"
        case [a, b]: return f"two {a} {b}"
        case [1, *rest]: return f"1 then {rest}"
        case [first, *_, last] if first == last: return f"same ends {first}"
        case (a, [b, c], *d): return f"nested {a} {b} {c} {d}"
        case [*all]: return f"all {all}"
        case _: return "not a sequence"
from_range = range(3)
for x in [[], (), [7], [1, 2], (3, 4), [1, 2, 3], (1, 2, 3), [5, 6, 5], [0, (1, 2), 3], (0, [1, 2]), from_range, [3, 4, 5], "ab", b"ab",
        bytearray(b"a"),
          {1, 2}, {1: 2}, 5, None, iter([1])]:
    print(type(x).__name__, "->", m(x))
match [1, [2, [3, [4]]]]:
    case [a, [b, [c, [d]]]]: print(a, b, c, d)
match ["go", "north", 3]:
    case ["go", ("north" | "south") as dir, int(n)]: print(dir, n)
match (1, 2, 3, 4):
    case a, *b, c: print(a, b, c)
match [1, 2]:
    case *a,: print(a)
match "abc":
    case ["a", *_]: print("no")
    case str(): print("strings are no sequences")
class Seq:
    def __len__(self): return 2
    def __getitem__(self, i): return [10, 20][i]
match Seq():
    case [a, b]: print("?")
    case _: print("not registered")
class Sub(list):
    def __getitem__(self, i):
        print("get", i); return super().__getitem__(i)
match Sub([1, 2, 3]):
    case [_, x, _]: print("x", x)
match Sub([1, 2, 3]):
    case [x, *_, y]: print(x, y)
try:
    match [1, 2]:
        case [1, zz, 3]: pass
    print(zz)
except NameError as e: print(e)
for src in ["match x:\n case [a, a]: pass", "match x:\n case [*a, *b]: pass", "match x:\n case a | 1: pass",
        "match x:\n case a: pass\n case 1: pass",
            "match x:\n case [a] | [b]: pass", "match x:\n case _: pass\n case 1: pass", "match x:\n case {**_}: pass",
            "match x:\n case a.b(): pass",
            "match x:\n case A(x=1, x=2): pass", "match x:\n case {1: a, 1: b}: pass", "match x:\n case 1 + 2: pass",
            "match x:\n case _ as y: pass", "match x:\n case y as _: pass"]:
    try: compile(src, "s", "exec"); print("ok")
    except SyntaxError as e: print(e.msg)
