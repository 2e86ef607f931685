# Type parameters: functions, classes and type aliases, evaluated lazily.
def first[T](xs: list[T]) -> T:
    return xs[0]
print(first([1, 2]), first.__type_params__, first.__annotations__["xs"])
class Stack[T]:
    def __init__(self): self.items = []
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
    def map[U](self, f) -> U: return [f(x) for x in self.items]
s = Stack[int]()
s.push(1); s.push(2)
print(s.pop(), s.map(str), type(s).__name__, Stack.__type_params__, Stack.map.__type_params__)
type Alias = int | str
type Tree[T] = T | list[Tree[T]]
print(Alias, Alias.__name__, Alias.__value__, type(Alias).__name__, Tree.__type_params__)
type Lazy = undefined_name
print(Lazy.__name__)
try: Lazy.__value__
except NameError as e: print(e)
def bounded[T: int, U: (str, bytes), *Ts, **P](x: T, *a: *Ts): return x
for p in bounded.__type_params__:
    print(type(p).__name__, p.__name__, repr(p), getattr(p, "__bound__", "-"), getattr(p, "__constraints__", "-"))
class Sub[K](Stack[K]):
    kind = K
print(Sub.__mro__[1].__name__, Sub.kind, [b.__name__ for b in Sub.__bases__])
T = "global T"
def shadow[T](): return T
print(shadow().__name__, T)
class Scope[T]:
    inner = T
    def m(self): return T
print(Scope.inner.__name__, Scope().m().__name__)
def outer():
    x = "closure"
    def inner[Q](a=x): return a, x, Q.__name__
    return inner
print(outer()())
def deco(f): print("deco", f.__name__); return f
@deco
def decorated[T](a: T = 1, *, k: T = 2) -> T: return a + k
print(decorated(), decorated.__defaults__, decorated.__kwdefaults__)
lam = lambda: (type_ := 3)
type = 5
print(type)
class Bound[T: "Forward"]: pass
print(Bound.__type_params__[0].__bound__)
type X[A, *B, **C] = dict
print(X.__type_params__, X.__value__)
for src in ["def f[T, T](): pass", "class A[T: (yield)]: pass", "type X = (yield)", "def f[](): pass", "type X[T := int] = T"]:
    try: compile(src, "s", "exec"); print("ok")
    except SyntaxError as e: print(e.msg)
