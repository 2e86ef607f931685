# dir(), vars(), getattr-based introspection over modules, classes and instances.
class A:
    ca = 1
    def m(self): pass
    @property
    def p(self): return 1
    @staticmethod
    def s(): pass
class B(A):
    cb = 2
    def __init__(self): self.ib = 3
pub = lambda o: [n for n in dir(o) if not n.startswith("__")]
print(pub(A), pub(B), pub(B()), vars(B()), sorted(k for k in vars(B) if not k.startswith("__")))
def f(): pass
f.attr = 1
print(pub(f), vars(f))
import sys, types
m = types.ModuleType("made", "doc of made")
m.x = 1
print(m.__name__, m.__doc__, sorted(vars(m)), pub(m), repr(m))
try: m.nope
except AttributeError as e: print(e)
del m.x
try: del m.x
except AttributeError as e: print(e)
sys.modules["made"] = m
m.val = "imported"
from made import val
import made
print(val, made is m)
def loc():
    z = 1; a = 2
    return dir()
print(loc())
print(hasattr(A, "m"), hasattr(A(), "nope"), hasattr(5, "real"), getattr(A, "nope", None), getattr(B(), "ib"))
setattr(A, "new", 5); print(B().new); delattr(A, "new"); print(hasattr(B, "new"))
for n in ("__class__", "__eq__", "__hash__", "__init__", "__repr__", "__str__", "__getattribute__", "__setattr__", "__reduce__",
        "__sizeof__", "__subclasshook__", "__dir__", "__format__", "__init_subclass__", "__new__", "__ne__", "__doc__"):
    if not hasattr(object(), n): print("missing", n)
print([n for n in dir([]) if not n.startswith("_")])
print([n for n in dir({}) if not n.startswith("_")])
print([n for n in dir("") if not n.startswith("_")])
print([n for n in dir(set()) if not n.startswith("_")])
print([n for n in dir(b"") if n not in dir("") and not n.startswith("_")],
    [n for n in dir(bytearray()) if n not in dir(b"") and not n.startswith("_")])
print([n for n in dir(5) if not n.startswith("_")], [n for n in dir(1.5) if not n.startswith("_")], [n for n in dir(()) if n[0] != "_"],
    [n for n in dir(1j) if n[0] != "_"], [n for n in dir(range(1)) if n[0] != "_"], [n for n in dir(memoryview(b"")) if n[0] != "_"])
print([n for n in dir((i for i in ())) if n[0] != "_"], [n for n in dir(ValueError()) if n[0] != "_"],
    [n for n in dir(frozenset()) if n[0] != "_"], [n for n in dir(property()) if n[0] != "_"], [n for n in dir(slice(1)) if n[0] != "_"])
type.__setattr__(A, "viatype", 1); object.__setattr__(b := B(), "viaobj", 2); print(A.viatype, b.viaobj)
try: object.__setattr__(A, "x", 1)
except TypeError as e: print(e)
