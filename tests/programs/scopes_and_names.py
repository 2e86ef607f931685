# Scopes: global, nonlocal, class bodies, comprehensions, del, builtins, exec and eval.
x = "global"


def outer():
    x = "outer"

    def inner():
        nonlocal x
        x = "inner"

        def innermost():
            global x
            x = "changed global"
            return x

        return innermost()

    result = inner()
    return x, result


print(outer(), x)


class Scope:
    x = "class"
    y = [x for _ in range(2)] if False else x
    z = [i for i in range(3)]

    def method(self):
        return x, self.x

    def names(self, a, b=1, *c, d, **e):
        f = 1
        return sorted(locals())


print(Scope().method(), Scope.y, Scope.z, Scope().names(1, d=2))
try:
    class Broken:
        n = 3
        squares = [n * i for i in range(n)]
except NameError as error:
    print(error)
i = "untouched"
squares = [i * i for i in range(4)]
print(i, squares)
for i in range(3):
    pass
print(i)


def shadow(list=list, len=len):
    return list(range(len("abc")))


print(shadow())
try:
    del x
    print(x)
except NameError as error:
    print(error)


def delete():
    a = 1
    del a
    try:
        return a
    except UnboundLocalError as error:
        return str(error)


print(delete())
try:
    raise ValueError("gone after the block")
except ValueError as error:
    kept = error
try:
    error
except NameError as e:
    print(e, "|", kept)
namespace = {"a": 5}
exec("b = a * 2\ndef f(n): return n + b", namespace)
print(namespace["b"], namespace["f"](1), eval("a + b", namespace), eval("x * 2", {}, {"x": 21}), sorted(k for k in namespace if not k.startswith("__")))
code = compile("sum(range(10))", "<calc>", "eval")
print(eval(code), code.co_filename, type(code).__name__)
for text in ("1 +", "undefined_thing", "1/0", "'abc", "x = 1", "print('hi') or 3"):
    try:
        print(eval(text))
    except SyntaxError as error:
        print("SyntaxError", error.msg, error.lineno, error.offset)
    except Exception as error:
        print(type(error).__name__, error)


def f(a, b=[], *args, key="k", **kw):
    return a, b, args, key, kw


print(f(1), f(1, 2, 3, 4, key=5, z=6), f(*[1, 2], **{"key": 3}), f(b=1, a=2), f(*"ab", *"cd"))
for bad in (lambda: f(), lambda: f(1, a=2), lambda: f(1, **{"key": 1}, key=2), lambda: (lambda x, /: x)(x=1), lambda: (lambda *, k: k)(1), lambda: (lambda *, k: k)(), lambda: (lambda a, b, c: 0)(1),
            lambda: (lambda: 0)(1), lambda: (lambda a, b=2: 0)(1, 2, 3), lambda: (lambda a, *, b, c: 0)(1), lambda: f(1, *5), lambda: f(1, **5), lambda: print(1, foo=2), lambda: len(), lambda: len(1, 2), lambda: int(1, 2, 3)):
    try:
        print(bad())
    except TypeError as error:
        print(error)
print(f.__defaults__, f.__kwdefaults__, f.__code__.co_varnames, f.__code__.co_argcount, (lambda: 0).__name__)
a = b = []
b.append(1)
c = a[:]
c.append(2)
print(a, b, c, a is b, id(a) == id(b))
(a, (b, *c)), d = (1, "xyz"), 4
a, b = b, a
print(a, b, c, d)
global_count = 0


def count():
    global global_count
    global_count += 1
    if global_count < 5:
        count()


count()
print(global_count, "global_count" in globals(), callable(count), __name__)
