# Subclasses of built-in numbers and containers keep their methods and lose their type in arithmetic.
class Cents(int):
    def __new__(cls, v, currency="EUR"): o = super().__new__(cls, round(v * 100)); o.currency = currency; return o
    def __str__(self): return f"{self // 100}.{self % 100:02d} {self.currency}"
    def __repr__(self): return f"Cents({int(self) / 100})"
    def __add__(self, o): return Cents((int(self) + int(o)) / 100, self.currency)
    __radd__ = __add__
a, b = Cents(1.5), Cents(2.25, "USD")
print(a, b, a + b, [a, b], sum([a, b]), a * 2, type(a * 2).__name__, a < b, a == 150, hash(a) == hash(150), {150: "x"}[a], f"{a}", f"{a:d}",
    f"{a:>6d}", "%d %s" % (a, a), max(a, b), a.currency, sorted([b, a]), range(a)[-1], bool(Cents(0)), a.bit_length(), int(a),
    abs(Cents(-1)), -a, divmod(b, 100), [0] * Cents(0.02))
class Meters(float):
    def __repr__(self): return f"{float(self)}m"
    def __mul__(self, k): return Meters(float(self) * k)
    __rmul__ = __mul__
m = Meters(2.5)
print(m, m * 2, 2 * m, m + 1, type(m + 1).__name__, type(m * 2).__name__, round(m), m.is_integer(), f"{m:.1f}", m == 2.5, [m], str(m),
    max(m, Meters(1)), sum([m, m]), float(m), int(m), m // 1, abs(m))
class Stack(list):
    def push(self, x): self.append(x); return self
    @property
    def top(self): return self[-1]
    def __bool__(self): return len(self) > 2
s = Stack().push(1).push(2)
print(s, s.top, bool(s), bool(s.push(3)), s + [4], type(s + [4]).__name__, type(s[:]).__name__, s == [1, 2, 3], isinstance(s, list), s * 2,
    list(s), [*s], len(s), Stack("ab"), s.index(2), Stack.__mro__[1].__name__)
class Default(dict):
    def __init__(self, f, *a, **k): super().__init__(*a, **k); self.f = f
    def __missing__(self, k): v = self[k] = self.f(); return v
d = Default(list, x=[0]); d["a"].append(1); d["a"].append(2)
print(d, d["b"], len(d), d.get("zz"), "q" in d, type(d | {}).__name__, d == {"x": [0], "a": [1, 2], "b": []}, dict(d), {**d}, list(d))
class Upper(str):
    def __new__(cls, s): return super().__new__(cls, s.upper())
    def __add__(self, o): return Upper(str.__add__(self, o))
u = Upper("abc")
print(u, u + "def", type(u + "x").__name__, type(u.lower()).__name__, u == "ABC", {u: 1}["ABC"], u[0], f"{u:>5}", "".join([u, u]),
    u.join("xy"), u in "xABCx", hash(u) == hash("ABC"), repr(u), type(str(u)).__name__, u.replace("A", "z"), u % ())
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def __getitem__(self, i): return ("got", super().__getitem__(i))
t = T(1, 2, 3); print(t, t[0], t[1:], list(t), len(t), t == (1, 2, 3), t + (4,), hash(t) == hash((1, 2, 3)), [*t], *t)
a1, *rest = t; print(a1, rest, max(t), T(*"ab"), T() == ())
class FS(frozenset): pass
class By(bytes):
    def __getitem__(self, i): return chr(super().__getitem__(i))
print(FS([1]) | {2} == {1, 2}, type(FS([1]) | {2}).__name__, By(b"xyz")[1], list(By(b"a")), By(b"q") + b"r",
    type(By(b"q").upper()).__name__)
