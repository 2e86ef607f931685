# __context__ and __cause__ over nested handlers, finally clauses and with blocks.
def chain(e):
    out = []
    while e:
        out.append(f"{type(e).__name__}({e})" + (" suppressed" if e.__suppress_context__ else ""))
        e = e.__cause__ or e.__context__
    return " <- ".join(out)
def attempt(f):
    try: f()
    except Exception as e: print(f.__name__, chain(e))
def three():
    try:
        try: raise KeyError(1)
        except KeyError: raise ValueError(2)
    except ValueError: raise TypeError(3)
def in_finally():
    try: raise KeyError("k")
    finally: int("x")
def in_else():
    try: pass
    except KeyError: pass
    else: raise ValueError("from else")
def handled_between():
    try: raise KeyError("k")
    except KeyError:
        try: raise ValueError("inner")
        except ValueError: pass
        raise IndexError("i")
class Ctx:
    def __enter__(self): return self
    def __exit__(self, *a): raise RuntimeError("exit")
def with_exit():
    with Ctx(): raise KeyError("body")
def from_func():
    def g():
        try: raise KeyError("k")
        except KeyError: raise ValueError("v") from None
    try: g()
    except ValueError as e: raise OSError("o") from e
def gen_context():
    def g():
        try: yield 1
        finally: raise ValueError("in finally")
    it = g(); next(it)
    try: raise KeyError("driver")
    except KeyError: it.throw(TypeError("thrown"))
def no_cycle():
    e = ValueError("same")
    try: raise e
    except ValueError:
        try: raise KeyError("other")
        except KeyError: raise e
for f in (three, in_finally, in_else, handled_between, with_exit, from_func, gen_context, no_cycle):
    attempt(f)
try:
    try: raise ValueError("a")
    except ValueError as e: saved = e
    raise KeyError("b")
except KeyError as e:
    print(chain(e), saved.__context__)
import sys
print(sys.exc_info())
try: 1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__, sys.exception())
    def inner(): return sys.exception()
    print(inner())
print(sys.exception())
