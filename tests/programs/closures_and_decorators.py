# Closures, nonlocal, decorators with and without arguments.
import functools


def make_counter(start=0):
    count = start

    def increment(step=1):
        nonlocal count
        count += step
        return count

    def reset():
        nonlocal count
        count = start

    increment.reset = reset
    return increment


a, b = make_counter(), make_counter(10)
print(a(), a(), b(5), a(10))
a.reset()
print(a(), b())
print(a.__closure__ is not None, a.__code__.co_freevars, a.__name__, a.__qualname__)


def logged(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        shown = ", ".join([repr(x) for x in args] + [f"{k}={v!r}" for k, v in kwargs.items()])
        result = func(*args, **kwargs)
        print(f"{func.__name__}({shown}) -> {result!r}")
        return result
    return wrapper


def repeat(times, *, between=" "):
    def decorator(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            return between.join(str(func(*args, **kwargs)) for _ in range(times))
        return wrapper
    return decorator


@logged
@repeat(3, between="-")
def shout(word, *, mark="!"):
    """Say it loud."""
    return word.upper() + mark


shout("hey")
shout("you", mark="?")
print(shout.__doc__, shout.__name__, shout.__wrapped__.__wrapped__("x"))


class CountCalls:
    def __init__(self, func):
        functools.update_wrapper(self, func)
        self.func = func
        self.calls = 0

    def __call__(self, *args):
        self.calls += 1
        return self.func(*args)


@CountCalls
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(10), fib.calls)


@functools.cache
def quick(n):
    return n if n < 2 else quick(n - 1) + quick(n - 2)


print(quick(90), quick.cache_info())
late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early])


def compose(*functions):
    return functools.reduce(lambda f, g: lambda x: f(g(x)), functions, lambda x: x)


print(compose(str, lambda x: x + 1, abs)(-41), functools.partial(int, base=2)("1010"))


def default_trap(item, bucket=[]):
    bucket.append(item)
    return bucket


default_trap(1)
print(default_trap(2), default_trap.__defaults__)
try:
    def broken():
        print(value)
        value = 1
    broken()
except UnboundLocalError as error:
    print(error)
