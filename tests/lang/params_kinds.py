# Positional-only, keyword-only, star parameters, defaults and how they bind.
def f(a, b, /, c, d=4, *args, e, g=7, **kw):
    return a, b, c, d, args, e, g, kw
print(f(1, 2, 3, e=5))
print(f(1, 2, c=3, e=5, b=9, a=8))
print(f(1, 2, 3, 4, 5, 6, e=0, z=1))
print(f(*[1, 2], *(3,), **{"e": 5}, x=1, **{"y": 2}))
def po(a, b=2, /): return a, b
def ko(*, a, b=2): return a, b
def star(*args): return args
def kws(**kw): return kw
print(po(1), po(1, 3), ko(a=1), ko(b=1, a=2), star(), star(*"ab", 1), kws(), kws(a=1, **{"b c": 2}))
def mutable(x, acc=[]):
    acc.append(x)
    return acc
print(mutable(1), mutable(2), mutable(3, []), mutable.__defaults__)
def default_once(v=print("default evaluated")): return v
default_once(); default_once()
print(f.__defaults__, f.__kwdefaults__, f.__code__.co_argcount, f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount)
def self_ref(a, b=lambda: a0): pass
def posonly_kw(a, /, **kw): return a, kw
print(posonly_kw(1, a=2))
def nested_default(x, y=(lambda z=3: z)()): return x + y
print(nested_default(1))
print((lambda a, /, b=2, *c, d, **e: (a, b, c, d, e))(1, d=4, q=5))
def change(a, *args, **kw):
    a = 2
    kw["new"] = 1
    return a, args, kw
d = {"k": 0}
print(change(1, **d), d)
f.__defaults__ = (40,)
print(f(1, 2, 3, e=5))
f.__kwdefaults__ = {"e": 50, "g": 70}
print(f(1, 2, 3))
f.__defaults__ = None
try:
    f(1, 2)
except TypeError as e:
    print(e)
