# Special methods: containers, attributes, comparison, conversion, calls, copying.
import copy


class Vector:
    __slots__ = ("x", "y")
    __match_args__ = ("x", "y")

    def __init__(self, x=0, y=0):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Vector({self.x!r}, {self.y!r})"

    def __eq__(self, other):
        if isinstance(other, Vector):
            return (self.x, self.y) == (other.x, other.y)
        return NotImplemented

    def __hash__(self):
        return hash((self.x, self.y))

    def __add__(self, other):
        if isinstance(other, Vector):
            return Vector(self.x + other.x, self.y + other.y)
        return NotImplemented

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        return self

    def __sub__(self, other):
        return self + -other

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __mul__(self, k):
        if isinstance(k, (int, float)):
            return Vector(self.x * k, self.y * k)
        return NotImplemented

    __rmul__ = __mul__

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __bool__(self):
        return bool(self.x or self.y)

    def __iter__(self):
        yield self.x
        yield self.y

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __complex__(self):
        return complex(self.x, self.y)

    def __round__(self, n=None):
        return Vector(round(self.x, n), round(self.y, n))

    def __divmod__(self, k):
        return Vector(self.x // k, self.y // k), Vector(self.x % k, self.y % k)

    def __format__(self, spec):
        return f"<{format(self.x, spec)}, {format(self.y, spec)}>"


v, w = Vector(3, 4), Vector(1, 1)
print(v + w, v - w, 2 * v, v * 0.5, abs(v), bool(Vector()), [*v], v[0], v[-1], v == Vector(3, 4), v != w, v == "v", sum([v, w]), complex(v))
u = v
u += w
print(u is v, v, hash(Vector(1, 2)) == hash(Vector(1, 2)), {Vector(1, 2), Vector(1, 2)}, round(Vector(1.26, 2.74), 1), divmod(Vector(7, 9), 4), f"{v:.1f} {v}")
for bad in (lambda: v + 1, lambda: 1 + v, lambda: v < w, lambda: v * "a", lambda: v @ w, lambda: setattr(v, "z", 1), lambda: v[2], lambda: v(), lambda: len(v), lambda: -"a", lambda: float(v), lambda: int(v)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Recorder:
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args: f"{name}{args}"

    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)

    def __dir__(self):
        return ["b", "a"]

    def __contains__(self, x):
        return x == 42

    def __call__(self, *args, **kwargs):
        return args, kwargs

    def __len__(self):
        return 7

    def __setitem__(self, key, value):
        print("item", key, value)

    def __getitem__(self, key):
        return key

    def __delitem__(self, key):
        print("delitem", key)

    def __index__(self):
        return 2


r = Recorder()
r.x = 1
print(r.x, r.jump(1, 2), 42 in r, 41 in r, r(1, k=2), len(r), dir(r), [10, 20, 30][r], hex(r), "ab" * 2)
del r.x
r[1] = 2
r[1:2, ...] = 3
del r["k"]
print(r[1], r[1:2], r[::2], r[..., 1], r[1, 2], hasattr(r, "__nothing__"), getattr(r, "q")())


class Money(float):
    def __new__(cls, value):
        return super().__new__(cls, round(value, 2))

    def __str__(self):
        return f"${float(self):.2f}"


m = Money(1.005)
print(m, repr(m), m + 1, type(m + 1).__name__, isinstance(m, float), Money(3) == 3)
a = [1, [2, 3], Vector(1, 2)]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(4)
a[2].x = 9
print(b, c, b[1] is a[1], c[2] is a[2])


class Singleton:
    instance = None

    def __new__(cls, *args):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance


print(Singleton() is Singleton(5))


class Meta(type):
    def __new__(mcls, name, bases, namespace, **kw):
        cls = super().__new__(mcls, name, bases, namespace)
        cls.created_with = kw
        return cls

    def __len__(cls):
        return len(cls.__name__)

    def __getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


class WithMeta(metaclass=Meta, flavor="sweet"):
    pass


print(len(WithMeta), WithMeta["x"], WithMeta.created_with, type(WithMeta).__name__)
