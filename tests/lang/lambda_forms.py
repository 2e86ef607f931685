# Lambdas: parameters, defaults, nesting, conditional bodies, in odd places.
print((lambda: 1)(), (lambda x: x)(2), (lambda x, y=3: x + y)(1), (lambda *a: a)(1, 2), (lambda **k: k)(a=1), (lambda *, k: k)(k=4),
    (lambda a, /: a)(5), (lambda: (1, 2))())
print((lambda x: lambda y: lambda z: x + y + z)(1)(2)(3))
print([f(3) for f in [lambda x: x + 1, lambda x: x * 2]], (lambda x: "pos" if x > 0 else "neg")(-1), sorted([3, 1, 2], key=lambda x: -x))
f = lambda: None
print(f.__name__, f(), f.__qualname__)
print((lambda n, f: f(n, f))(10, lambda n, f: 1 if n < 2 else n * f(n - 1, f)))
d = {"add": lambda a, b: a + b, "sub": lambda a, b: a - b}
print({k: v(5, 3) for k, v in d.items()})
print((lambda: [i for i in range(3)])(), (lambda: (yield))().__class__.__name__, list((lambda: (yield 1))()))
print(*map(lambda x, y: (x, y), "ab", "cd"))
x = 1
g = lambda: x
x = 2
print(g(), (lambda x=x: x)())
def outer():
    v = 1
    h = lambda: v
    v = 5
    return h()
print(outer())
class C:
    y = 3
    m = lambda self, k=y: (self.y, k)
    st = staticmethod(lambda a: a * 2)
print(C().m(), C.st(4), C.m.__qualname__)
print((lambda a, b=2, *c, d=4, **e: (a, b, c, d, e))(1, 5, 6, d=7, z=8))
print((lambda: (lambda: (lambda: "deep")())())(), (lambda _: _)(0))
print({(lambda: 1)(): (lambda: 2)()}, [*(lambda: [1, 2])()], (lambda s: s[::-1])("abc"), f"{(lambda q: q + 1)(1)}")
try: (lambda x: y_undefined)(1)
except NameError as e: print(e)
print((lambda x: (x := x + 1, x))(1), (lambda: 5,)[0](), (lambda x, *, y: x - y)(y=1, x=9))
