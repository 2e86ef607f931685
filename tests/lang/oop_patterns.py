# Inheritance in use: template methods, mixins, delegation, operator classes, comparison keys.
class Account:
    rate = 0.05
    def __init__(self, owner, balance=0): self.owner, self._balance = owner, balance
    @property
    def balance(self): return self._balance
    def deposit(self, n):
        if n <= 0: raise ValueError("amount must be positive")
        self._balance += n; return self
    def __repr__(self): return f"{type(self).__name__}({self.owner!r}, {self._balance})"
    def __eq__(self, o): return isinstance(o, Account) and (self.owner, self._balance) == (o.owner, o._balance)
    def __lt__(self, o): return self._balance < o._balance
    def __bool__(self): return self._balance > 0
    def __iadd__(self, n): return self.deposit(n)
    def interest(self): return round(self._balance * self.rate, 2)
class Savings(Account):
    rate = 0.1
    def interest(self): return super().interest() + 1
a, s = Account("ann", 10), Savings("bob", 100)
a.deposit(5).deposit(1); a += 4
print(a, s, a.interest(), s.interest(), sorted([s, a]), a == Account("ann", 20), bool(Account("z")))
try: a.deposit(-1)
except ValueError as e: print(e)
try: a.balance = 5
except AttributeError as e: print(e)
class Vec:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y) if isinstance(o, Vec) else NotImplemented
    def __mul__(self, k): return Vec(self.x * k, self.y * k) if isinstance(k, (int, float)) else self.x * k.x + self.y * k.y
    __rmul__ = __mul__
    def __neg__(self): return self * -1
    def __sub__(self, o): return self + -o
    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __repr__(self): return f"Vec({self.x}, {self.y})"
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __iter__(self): yield from (self.x, self.y)
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __format__(self, spec): return f"<{self.x:{spec}}, {self.y:{spec}}>"
v, w = Vec(1, 2), Vec(3, 4)
print(v + w, v - w, 3 * v, v * 2.5, v * w, abs(w), -v, [*v], v[1], {v: 1}[Vec(1, 2)], f"{v:.1f}", max([v, w], key=abs), sum([v, w], Vec(0, 0)))
try: v + 1
except TypeError as e: print(e)
class Logged:
    def __init__(self, target): self._target, self._log = target, []
    def __getattr__(self, n):
        attr = getattr(self._target, n)
        if not callable(attr): return attr
        def call(*a):
            self._log.append((n, a)); return attr(*a)
        return call
p = Logged([3, 1, 2]); p.append(0); p.sort(); print(p._log, p._target, p.index(2))
class JsonMixin:
    def to_json(self): return "{" + ", ".join(f'"{k}": {v!r}' for k, v in sorted(vars(self).items())) + "}"
class EqMixin:
    def __eq__(self, o): return type(self) is type(o) and vars(self) == vars(o)
class Pt(JsonMixin, EqMixin):
    def __init__(self, x, y): self.x, self.y = x, y
print(Pt(1, 2).to_json(), Pt(1, 2) == Pt(1, 2), Pt(1, 2) == Pt(1, 3), Pt.__hash__)
class State:
    def on(self, ev): return getattr(self, "on_" + ev, lambda: self)()
class Off(State):
    def on_press(self): return On()
class On(State):
    def on_press(self): return Off()
st = Off()
for ev in ("press", "noop", "press", "press"): st = st.on(ev); print(type(st).__name__, end=" ")
print()
