# test: moray only
# test: heavy
# Code objects whose parts are exchanged: what the instructions rely on cannot be changed, and nothing crashes.
import inspect
import types
import warnings

warnings.simplefilter("ignore")


def generator():
    yield 1


async def coroutine():
    return 1


def variable(a, *b, **c):
    return lambda: a


def maker(n):
    def inner():
        return n

    return inner


codes = [f.__code__ for f in (generator, coroutine, variable, maker, maker(1))] + [compile("1+1", "x", "eval"), compile("x=1", "x", "exec")]
values = [0, 1, 3, 0x20, 0x83, 255, 2**31 - 1, -1, 2**63, (), ("a",), b"", b"\0" * 16, "name", None]
changed = set()
for code in codes:
    for name in [n for n in dir(code) if n.startswith("co_")]:
        for value in values:
            try:
                other = code.replace(**{name: value})
            except (TypeError, ValueError, OverflowError):
                continue
            changed.add(name)
            for closure in None, (), (types.CellType(1),), (types.CellType(1), types.CellType(2)):
                try:
                    function = types.FunctionType(other, {}, "n", None, closure)
                    result = function(*[1] * function.__code__.co_argcount)
                    if hasattr(result, "send"):
                        result.send(None)
                except (TypeError, ValueError, StopIteration):
                    pass
            try:
                exec(other, {})
            except TypeError:
                pass
print(sorted(changed))
print(inspect.iscoroutinefunction(coroutine), generator.__code__.replace(co_flags=generator.__code__.co_flags | inspect.CO_ITERABLE_COROUTINE).co_flags & 0x100)
for flags in 0, inspect.CO_GENERATOR | 3, inspect.CO_VARARGS | 3:
    try:
        coroutine.__code__.replace(co_flags=flags)
    except ValueError as e:
        print(e)
