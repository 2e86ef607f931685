# Shadowing and replacing built-ins; module globals as a live dict; __builtins__.
import builtins
def show(): return sum([1, 2])
print(show())
sum = lambda x: "shadowed"
print(show())
del sum
print(show())
builtins.extra = "added"
print(extra)
del builtins.extra
try: extra
except NameError as e: print(e)
globals()["dyn"] = 1
print(dyn)
def f():
    return later
later = 5; print(f())
del later
try: f()
except NameError as e: print(e)
def change(): globals()["later"] = 6
change(); print(f())
print(vars() is globals(), locals() is globals(), "__name__" in globals(), __doc__)
old = builtins.len
builtins.len = lambda x: 42
print(len([]))
builtins.len = old
print(len([]))
def locs(a, b=2):
    c = 3
    l = locals()
    d = 4
    return sorted(l), sorted(locals())
print(locs(1))
class C:
    a = 1
    print(sorted(k for k in locals() if not k.startswith("__")))
exec("print(len([1]))", {"len": lambda x: "own len"})
exec("print(len([1]))", {"__builtins__": {"print": print, "len": lambda x: "from builtins dict"}})
try: exec("open", {"__builtins__": {}})
except NameError as e: print(e)
print(builtins.__name__, builtins.int is int, builtins.True_ if hasattr(builtins, "True_") else "-",
    sorted(n for n in dir(builtins) if n[0].islower())[:8])
True_ = 1
for kw in ("True", "None", "False"):
    try: exec(f"{kw} = 1")
    except SyntaxError as e: print(e.msg)
setattr(builtins, "my_attr", 9); print(my_attr); delattr(builtins, "my_attr")
missing = [n for n in "abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len list locals map max memoryview min next object oct open ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip __import__ __build_class__ __debug__ Ellipsis NotImplemented".split() if not hasattr(builtins,
    n)]
print(missing)
