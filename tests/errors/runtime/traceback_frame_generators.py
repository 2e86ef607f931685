def gen():
    q = 1
    yield q
    q = 2
    raise KeyError
def f():
    z = 3
    for x in gen(): pass
import inspect
try: f()
except KeyError as e:
    for fi in inspect.trace():
        print(fi.function, fi.lineno, {k: v for k, v in fi.frame.f_locals.items() if len(k) == 1 and type(v) is int})
