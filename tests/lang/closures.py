# Cells are shared, late-bound, and visible on the function.
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
def make():
    fs = []
    for i in range(3):
        def f():
            return i
        fs.append(f)
    i = 10
    return fs
print([f() for f in make()])

def shared():
    n = 0
    def inc():
        nonlocal n
        n += 1
    def get():
        return n
    return inc, get
inc, get = shared()
inc(); inc()
print(get(), get.__closure__[0].cell_contents, get.__code__.co_freevars)
print(inc.__closure__[0] is get.__closure__[0])

def param(p, *args, **kw):
    def inner():
        return p, args, kw
    p += 1
    return inner
print(param(1, 2, a=3)())

def late():
    def f():
        return later
    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)
    later = "now"
    return f()
print(late())

def compose(*fns):
    def run(x):
        for f in fns:
            x = f(x)
        return x
    return run
print(compose(lambda x: x + 1, lambda x: x * 2, str)(3))

def rec():
    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)
    return fact
print(rec()(20))
def depth(n):
    if n == 0:
        return lambda: 0
    inner = depth(n - 1)
    return lambda: inner() + n
print(depth(10)())
get.__closure__[0].cell_contents = 99
print(get())
class K:
    y = 5
    def m(self):
        return [lambda: self, lambda: __class__]
print(K().m()[1]() is K)
