class L(list):
    def __iter__(s): return iter("xyz")
class T(tuple):
    def __iter__(s): return iter("xyz")
class D(dict):
    def __iter__(s): return iter("pq")
    def keys(s): return ["p", "q"]
    def __getitem__(s, k): return k * 2
    def items(s): return [("i", "j")]
class S(str):
    def __iter__(s): return iter([1, 2])
class SE(set):
    def __iter__(s): return iter("mn")
class B(bytes):
    def __iter__(s): return iter([65, 66])
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def fn(*a, **k): return a, k
for X in (L("ab"), T("ab"), D(a=1), S("hi"), SE("k"), B(b"zz")):
    for g in (lambda: list(X), lambda: tuple(X), lambda: [*X], lambda: (*X,), lambda: sorted(X, key=str), lambda: ",".join(map(str, X)), lambda: ",".join(X), lambda: fn(*X), lambda: [y for y in X], lambda: dict.fromkeys(X), lambda: list(zip(X)), lambda: list(enumerate(X)), lambda: max(X), lambda: list(map(str, X)), lambda: [1] + X if isinstance(X, list) else 0, lambda: (1,) + X if isinstance(X, tuple) else 0, lambda: fn(**X) if isinstance(X, dict) else 0, lambda: dict(X) if isinstance(X, dict) else 0, lambda: {**X} if isinstance(X, dict) else 0, lambda: "a" in X, lambda: X == X, lambda: all(X), lambda: [].extend(X), lambda: (lambda q: q.extend(X) or q)([]), lambda: (lambda q: q.__setitem__(slice(None), X) or q)([1]), lambda: (lambda q: q.__iadd__(X))([]), lambda: len(X), lambda: list(reversed(X)) if not isinstance(X, (set,)) else 0, lambda: "%s" % X, lambda: "%s %s %s" % X, lambda: bytes(X), lambda: bytearray(X), lambda: {0} | X, lambda: {"a": 1} | X, lambda: dict(a=1, **X) if isinstance(X, dict) else 0):
        t(g)
    try: a, b, c = X; print(a, b, c)
    except Exception as e: print(e)
    try: a, *b = X; print(a, b)
    except Exception as e: print(e)
    match X:
        case [*r]: print("seq", r)
        case {"a": q, **r}: print("map", q, r)
        case _: print("no")
