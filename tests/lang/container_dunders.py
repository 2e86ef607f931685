# __getitem__, __setitem__, __delitem__, __contains__, __len__, __missing__, slices and ellipsis as keys.
class Rec:
    def __getitem__(self, k): return ("get", k)
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
r = Rec()
print(r[1], r[1:2], r[::2], r[:], r[1, 2], r[1:2, ...], r[()], r["k"], r[-1], r[None:None:None], r[(1, 2)], r[*[1, 2], 3])
r[1] = 2; r[1:3] = "x"; r[...] = 0; r[(a := 5)] = 7; r[a] = a
del r[1], r[::-1]
r[0] += (1,)
class D(dict):
    def __missing__(self, k):
        self[k] = v = f"made {k}"
        return v
d = D(a=1)
print(d["a"], d["b"], d, d.get("c"), "c" in d)
class In:
    def __contains__(self, x): return [] if x == 1 else "truthy"
print(1 in In(), 2 in In(), 1 not in In())
class NoContains: __contains__ = None
class Len:
    def __init__(self, v): self.v = v
    def __len__(self): return self.v
class Idx:
    def __index__(self): return 2
print([10, 20, 30][Idx()], "abc"[Idx():], list(range(5))[:Idx()], (1, 2, 3)[Idx()], range(10)[Idx()], "ab" * Idx(), hex(Idx()),
    b"abc"[Idx()])
class BadIdx:
    def __index__(self): return "2"
def at(o, k): return o[k]
for f in (lambda: 1 in NoContains(), lambda: len(Len(-1)), lambda: len(Len("a")), lambda: len(Len(2.0)), lambda: len(Len(1 << 70)),
        lambda: len(5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for o, k in (([1], BadIdx()), (5, 0), (None, 0), ({}, []), ([1], 1), ((1,), 5), ("a", 3), (b"a", 1), ([1], "a"), ((1,), 1.5), ("a", "b"),
        (range(3), 3), ({}, "k"), ({1}, 0), ([1, 2], 1 << 80),
             ([1], slice(None, None, 0)), ("a", slice(1, "b")), (bytearray(b"x"), 9), (range(2), "a"), (print, 0), (int, 0), (object(), 1),
             (b"a", "a"), (memoryview(b"ab"), 2), (1.5, 0), (True, 0), (..., 0)):
    try: print(at(o, k))
    except Exception as e: print(type(e).__name__, e)
def setter(o, k, v): o[k] = v
def deleter(o, k): del o[k]
for f in (lambda: setter([1], 5, 1), lambda: setter((1,), 0, 1), lambda: setter("a", 0, "b"), lambda: setter(5, 0, 1),
        lambda: setter([1], "a", 1), lambda: setter([1, 2], slice(0, 2, 2), [1, 2]),
          lambda: setter([1], slice(0, 1), 5), lambda: deleter([1], 2), lambda: deleter((1,), 0), lambda: deleter(5, 0),
          lambda: deleter({}, "k"), lambda: setter({}, [], 1), lambda: setter(b"a", 0, 1),
          lambda: setter(bytearray(b"a"), 0, 300), lambda: setter(bytearray(b"a"), 0, "a"), lambda: setter(range(3), 0, 1),
          lambda: deleter("abc", 1), lambda: setter(None, 0, 0)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
