# LEGB, global and nonlocal, and names that are local to a whole function.
x = "module"
def read():
    return x
def shadow():
    x = "local"
    return x
def write():
    global x
    x = "changed"
print(read(), shadow(), read())
write()
print(read())

def counter():
    n = 0
    def step(by=1):
        nonlocal n
        n += by
        return n
    def peek():
        return n
    return step, peek
step, peek = counter()
step(); step(5)
print(peek())

def outer():
    v = 1
    def middle():
        def inner():
            nonlocal v
            v += 1
            return v
        return inner
    return middle()(), v
print(outer())

def unbound():
    try:
        print(x)
    except UnboundLocalError as e:
        print(type(e).__name__, e)
    x = 1
unbound()
def make_global():
    global brand_new
    brand_new = [1]
    def inner():
        return brand_new
    return inner
print(make_global()(), brand_new)
def g():
    global gx
    class gx: pass
    def h():
        global gy
        import sys as gy
    h()
g()
print(gx.__qualname__, gy.__name__)
len_ = len
def len(x): return "shadowed builtin"
print(len([1]))
del len
print(len([1]))
def loop_var():
    for i in range(3): pass
    return i
print(loop_var())
def exc_var():
    e = 1
    try:
        raise KeyError("k")
    except KeyError as e:
        pass
    try:
        return e
    except UnboundLocalError as err:
        return str(err)
print(exc_var())
print(sorted(k for k in globals() if k in ("x", "e", "step", "i")))
