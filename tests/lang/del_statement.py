# `del` on names, attributes, items, slices and nests of them.
class Log:
    def __delitem__(self, key):
        print("delitem", key)
    def __delattr__(self, name):
        print("delattr", name)

log = Log()
del log[1], log["a"], log[1:2], log[1, 2:3], log[...]
del log.name
lst = list(range(10))
del lst[0]
del lst[-1], lst[2:4]
print(lst)
del lst[::2]
print(lst)
a = b = c = 1
del (a, [b, c])
for name in "abc":
    print(name, name in globals())
d = {"x": 1, "y": 2}
del d["x"]
print(d)
for source in ["del d['nope']", "del lst[50]", "del undefined", "del d.keys", "del (1).real", "del 'abc'[0]", "del (1, 2)[0]",
               "del lst['a']", "del object.__init__"]:
    try:
        exec(source)
    except Exception as e:
        print(source, "->", type(e).__name__, e)

def local():
    x = 1
    del x
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)
    x = 2
    print(x)
local()

def closure():
    v = 1
    def inner():
        return v
    del v
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
closure()
class C:
    a = 1
    del a
print(hasattr(C, "a"))
