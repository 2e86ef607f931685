# Function, code and frame objects: the attributes programs use.
import sys
def f(a, /, b: int = 1, *args, c=2, **kw) -> str:
    "doc of f"
    x = y = 1
    def inner(): return x
    return inner
co = f.__code__
print(co.co_name, co.co_qualname, co.co_argcount, co.co_posonlyargcount, co.co_kwonlyargcount, co.co_nlocals >= 5, co.co_varnames[:5],
    co.co_cellvars, co.co_freevars, co.co_firstlineno, co.co_filename.endswith("function_objects.py"), bool(co.co_flags & 4),
    bool(co.co_flags & 8), type(co).__name__)
print(f.__doc__, f.__annotations__, f.__defaults__, f.__kwdefaults__, f.__name__, f.__qualname__, f(1).__qualname__,
    f(1).__code__.co_freevars, f(1).__closure__[0].cell_contents, type(f).__name__, type(f(1).__closure__[0]).__name__)
def g(): yield
async def h(): pass
async def i(): yield
print([bool(fn.__code__.co_flags & flag) for fn in (f, g, h, i) for flag in (0x20, 0x80, 0x200)])
fr = sys._getframe()
print(fr.f_code.co_name, fr.f_lineno, fr.f_back, fr.f_globals is globals(), fr.f_locals is globals(), type(fr).__name__,
    fr.f_builtins["len"] is len)
def outer(): v = 5; return who()
def who():
    fr = sys._getframe(1)
    return sys._getframe().f_code.co_name, fr.f_code.co_name, fr.f_locals["v"], fr.f_lineno, fr.f_back.f_code.co_name, sys._getframe(0).f_back is fr
print(outer())
try: sys._getframe(1000)
except ValueError as e: print(e)
def gen(): w = 1; yield sys._getframe().f_back.f_code.co_name; yield
it = gen()
print(next(it), it.gi_frame.f_locals, it.gi_frame.f_lineno, it.gi_code is gen.__code__, it.gi_suspended)
list(it); print(it.gi_frame)
class C:
    def m(self): return sys._getframe().f_code.co_qualname
    lam = lambda self: sys._getframe().f_code.co_qualname
print(C().m(), C().lam(), [sys._getframe().f_code.co_name for _ in range(1)], (lambda: sys._getframe().f_code.co_name)(),
    list(sys._getframe().f_code.co_name for _ in range(1)))
h().close()
for src in ("f.__code__ = 5", "f.__defaults__ = [1]", "f.__kwdefaults__ = 5", "f.__name__ = 1", "f.__qualname__ = None", "del f.__name__",
        "f.__closure__ = None", "f.__annotations__ = []", "del f.nope", "co.co_name = 'x'", "f(1).__closure__[0].cell_contents.x",
        "type(f)()", "type(f)(co)", "type(co)()"):
    try: exec(src); print(src, "ok")
    except Exception as e: print(src, "->", type(e).__name__, str(e)[:80])
k = co.replace(co_name="renamed")
print(k.co_name, co == co, co == k, hash(co) == hash(co), f.__code__ is co, (lambda: 0).__code__.co_consts[-1], sorted(f.__dict__),
    f.__module__, f.__get__(1)(2).__name__, f.__call__(1).__name__, f.__type_params__, f.__builtins__["len"] is len)
