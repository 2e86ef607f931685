# inspect: predicates, signatures, docs, stacks.
import inspect
def f(a, b: int = 2, /, c=3, *args, d, e: str = "x", **kw) -> bool:
    """Doc of f.

        indented
    end."""
def gen(): yield
async def co(): pass
async def ag(): yield
class C:
    """Class doc."""
    def __init__(self, x, y=1): pass
    def m(self, q): "m doc"
    @classmethod
    def cm(cls, z): pass
    @staticmethod
    def sm(w): pass
    def __call__(self, v): pass
print(inspect.signature(f), inspect.signature(C), inspect.signature(C(1).m), inspect.signature(C.m), inspect.signature(C.cm),
    inspect.signature(C.sm), inspect.signature(C(1)), inspect.signature(lambda *a, k=1: 0), inspect.signature(gen))
for n, p in inspect.signature(f).parameters.items(): print(n, p.kind.name, p.default is inspect.Parameter.empty or p.default,
        p.annotation is inspect.Parameter.empty or p.annotation, p)
s = inspect.signature(f)
print(s.return_annotation, list(s.parameters), s.bind(1, d=4).arguments, s == inspect.signature(f))
ba = s.bind(1, 2, 3, 4, d=5, z=6); print(ba.args, ba.kwargs); ba = s.bind(1, d=2); ba.apply_defaults()
print(ba.arguments)
for a, k in (((), {}), ((1,), {}), ((1,), {"d": 1, "a": 2})):
    try: print(s.bind(*a, **k))
    except TypeError as e: print(e)
g, c, a = gen(), co(), ag()
for name in ("isfunction", "ismethod", "isclass", "ismodule", "isbuiltin", "isroutine", "isgenerator", "isgeneratorfunction", "iscoroutine",
        "iscoroutinefunction", "isawaitable", "isasyncgen", "isasyncgenfunction", "isabstract", "istraceback", "isframe", "iscode",
        "ismethoddescriptor", "isdatadescriptor"):
    print(name, "".join("01"[bool(getattr(inspect, name)(x))] for x in (f, C, C(1).m, C.m, gen, co, ag, g, c, a, len, inspect, 5,
        f.__code__, property(), [].append, str.join)))
print(inspect.getgeneratorstate(g), inspect.getcoroutinestate(c)); next(g); c.close()
print(inspect.getgeneratorstate(g), inspect.getcoroutinestate(c))
print(repr(inspect.getdoc(f)), inspect.getdoc(C), inspect.getdoc(C.m), inspect.getdoc(5) is not None, inspect.cleandoc("  a\n    b\n    c"),
    inspect.getmodule(f).__name__, inspect.getmro(C), [n for n, v in inspect.getmembers(C) if n[0] != "_"],
    [n for n, v in inspect.getmembers(C, inspect.isfunction)], inspect.currentframe().f_lineno, inspect.stack()[0].function,
    inspect.getfile(f).endswith("mod_inspect.py"), inspect.unwrap(f) is f)
def caller(): return inspect.stack()[1].lineno, inspect.currentframe().f_back.f_code.co_name, inspect.getframeinfo(inspect.currentframe()).function
print(caller(), inspect.getsource(gen).strip(), inspect.getsourcelines(co)[1],
    inspect.signature(inspect.signature).parameters.keys().__class__.__name__, inspect.getattr_static(C, "cm").__class__.__name__,
    inspect.getclosurevars(lambda: f).globals.keys() if hasattr(inspect, "getclosurevars") else "")
for bad in (5, "x"):
    try: inspect.signature(bad)
    except TypeError as e: print(e)
