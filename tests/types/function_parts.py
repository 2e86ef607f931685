# types.FunctionType with parts of the wrong kinds.
from types import CellType, FunctionType


def outer():
    x = 5

    def inner(a, b=2):
        return a, b, x
    return inner


def plain(a, b=2, *, k=3):
    return a, b, k


f, code, free = outer(), plain.__code__, outer().__code__


def show(*args, **kw):
    try:
        g = FunctionType(*args, **kw)
    except Exception as e:
        return print(type(e).__name__, e)
    try:
        print(g.__name__, g.__defaults__, g.__kwdefaults__, g.__closure__ and len(g.__closure__), g(1))
    except Exception as e:
        print(g.__name__, type(e).__name__, e)


show(code, {})
show(code, {}, 'name', (7,))
show(code, {}, None, None, None)
show(code, {}, None, (1, 2, 3))
show(code, {}, None, 5)
show(code, {}, None, [1])
show(code, {}, 5)
show(code, {}, b'n')
show(code, [])
show(code, None)
show(5, {})
show(code, {}, None, None, (1,))
show(code, {}, None, None, ())
show(code, {}, None, None, [])
show(code, {}, None, None, (CellType(1),))
show(free, {}, None, (4,), None)
show(free, {}, None, (4,), ())
show(free, {}, None, (4,), (1,))
show(free, {}, None, (4,), [CellType(1)])
show(free, {}, None, (4,), (CellType(1), CellType(2)))
show(free, {}, None, (4,), (CellType(1),))
show(free, {}, None, (4,), (CellType(),))
show(free, {}, argdefs=(4,), closure=f.__closure__)
for name, values in (('__defaults__', (5, [1], (1,), None)), ('__kwdefaults__', (5, (1,), {'k': 1}, {1: 2}, None)), ('__code__', (5, free, code)), ('__closure__', (None, ())),
                     ('__name__', (5, 'n')), ('__qualname__', (5, 'q')), ('__dict__', (5, {})), ('__annotations__', (5, {}, None)), ('__globals__', ({},))):
    for v in values:
        try:
            setattr(plain, name, v)
            print(name, 'set')
        except Exception as e:
            print(name, type(e).__name__, e)
