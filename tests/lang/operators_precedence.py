# Operator precedence and associativity, shown by values and by tracing objects.
print(2 + 3 * 4, (2 + 3) * 4, 2 ** 3 ** 2, -2 ** 2, 2 ** -1, 10 - 4 - 3, 100 / 10 / 2, 7 // 2 * 2, 7 % 4 * 2, not 1 == 2, 1 + 2 << 3,
    1 | 2 ^ 3 & 4, ~1 + 2, -3 % 5, -(3 % 5), 1 < 2 == True, 5 - -3, 2 * -3)
class T:
    def __init__(self, s): self.s = s
    def __repr__(self): return self.s
    def __bool__(self): return True
for name, sym in [("add", "+"), ("sub", "-"), ("mul", "*"), ("truediv", "/"), ("floordiv", "//"), ("mod", "%"), ("pow", "**"),
        ("matmul", "@"), ("lshift", "<<"), ("rshift", ">>"), ("and", "&"), ("or", "|"), ("xor", "^"), ("lt", "<"), ("eq", "==")]:
    setattr(T, f"__{name}__", lambda a, b, sym=sym: T(f"({a}{sym}{b})"))
for name, sym in [("neg", "-"), ("pos", "+"), ("invert", "~")]:
    setattr(T, f"__{name}__", lambda a, sym=sym: T(f"({sym}{a})"))
T.__getitem__ = lambda a, k: T(f"{a}[{k}]")
T.__call__ = lambda a, *x: T(f"{a}({','.join(map(repr, x))})")
T.__getattr__ = lambda a, n: T(f"{a}.{n}")
env = {c: T(c) for c in "abcdef"}
for e in ["a + b * c", "a * b + c", "a ** b ** c", "-a ** b", "a ** -b", "-a * b", "~a ** -b", "a - b - c", "a / b // c % d @ e",
        "a << b + c", "a & b << c", "a ^ b & c", "a | b ^ c & d", "a < b | c", "a + b < c * d", "-+~a", "a[b] ** c", "a(b)[c].x ** -d.y(e)",
          "a if b else c if d else e", "a or b and c", "not a", "a == b", "a + b if c else d", "a @ b ** c", "a * -b", "a // b * c",
          "(a, b)[0] + c", "a.x.y[b](c)(d)", "a & b == c", "a ** b * c ** d", "- a . x"]:
    print(e, "=>", eval(e, dict(env)))
print([1, 2][0] + 3, (1,) + (2,) * 2, "a" "b" * 2, not not 0 or 5, 1 if 2 else 3 and 4, 3 in [1] + [3], not 3 in [1])
x = 5
print(x if x > 3 else -x)
print(1 or 1 / 0, 0 and 1 / 0, (1 or 1 / 0) + 1, 2 if True else 1 / 0)
print(True == 1 != False, 1 - 1 == 0, "ab" < "b" > "aa", 2 in (1, 2) and 3 not in (1, 2), 1 < 3 > 2 != 5 in [5])
