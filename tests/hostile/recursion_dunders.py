# test: heavy
from _t import t
class R:
    def __repr__(self): return repr(self)
    def __str__(self): return str(self)
    def __eq__(self, o): return self == o
    def __lt__(self, o): return self < o
    def __hash__(self): return hash(self)
    def __len__(self): return len(self)
    def __bool__(self): return bool(self)
    def __getattr__(self, n): return getattr(self, n + "x")
    def __getitem__(self, k): return self[k]
    def __contains__(self, x): return x in self
    def __iter__(self): return iter(self)
    def __add__(self, o): return self + o
    def __format__(self, s): return format(self, s)
    def __int__(self): return int(self)
    def __index__(self): return self.__index__()
    def __setitem__(self, k, v): self[k] = v
r = R()
for name, f in dict(repr=lambda: repr(r), str=lambda: str(r), eq=lambda: r == 1, lt=lambda: r < 1, hash=lambda: hash(r), len=lambda: len(r),
        bool=lambda: bool(r), getattr=lambda: r.foo, getitem=lambda: r[0], contains=lambda: 1 in r, iter=lambda: list(r), add=lambda: r + 1,
        format=lambda: f"{r:x}", int=lambda: int(r), index=lambda: [1][r], dictkey=lambda: {r: 1}, listrepr=lambda: repr([r]),
        fstr=lambda: f"{r}").items():
    try: f(); print(name, "no error")
    except RecursionError as e: print(name, str(e).startswith("maximum recursion depth exceeded"))
class S:
    def __setattr__(self, n, v): self.x = v
    def __getattribute__(self, n): return self.n
for f in (lambda: setattr(S(), "a", 1), lambda: S().a):
    try: f()
    except RecursionError: print("RecursionError")
