# Decorators evaluate top-down, apply bottom-up, and accept any expression.
def trace(name):
    print("make", name)
    def deco(f):
        print("apply", name, f.__name__)
        return f
    return deco
@trace("outer")
@trace("inner")
def func(): return "called"
print(func())

def twice(f):
    def wrapper(*a, **k):
        return f(*a, **k), f(*a, **k)
    wrapper.__name__ = f.__name__
    wrapper.__wrapped__ = f
    return wrapper
@twice
def add(a, b=2): return a + b
print(add(1), add(1, b=5), add.__name__, add.__wrapped__(1))

@lambda c: (c.__name__, c.attr)
class Gone:
    attr = 5
print(Gone)
table = {"k": [twice]}
@table["k"][0]
def third(): return 3
print(third())
@(d := twice)
def fourth(): return 4
print(fourth(), d is twice)
@str
@(lambda c: c.__name__ * 2)
class Weird:
    pass
try:
    pass
finally:
    pass
class C:
    registry = []
    def register(f, registry=registry):
        registry.append(f.__name__)
        return f
    @register
    def one(self): pass
    @register
    @staticmethod
    def two(): return "static"
    @classmethod
    @property
    def both(cls): return cls.__name__
    @property
    def three(self): return 3
    @three.setter
    def three(self, v): print("set", v)
print(C.registry, C.two(), C().three)
C().three = 9
class count:
    def __init__(self, f): self.f, self.n = f, 0
    def __call__(self, *a):
        self.n += 1
        return self.f(*a)
@count
def hello(x): return "hello " + x
print(hello("a"), hello("b"), hello.n)
