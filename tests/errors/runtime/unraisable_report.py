# What the interpreter prints of exceptions that nobody can catch: no chain, no notes, no suggestions.
import sys, gc
class A:
    def __del__(self):
        try: 1/0
        except Exception:
            e = KeyError("x"); e.add_note("note"); raise e
def f(): A()
f()
gc.collect()
def hook(u): raise ValueError("hk")
sys.unraisablehook = hook
f(); gc.collect()
sys.unraisablehook = None
f(); gc.collect()
del sys.unraisablehook
f(); gc.collect()
class E(Exception):
    __module__ = "a.b"
    def __str__(self): 1/0
class A:
    def __del__(self): raise E
f(); gc.collect()
class A:
    def __del__(self): sys.foo_modules
f(); gc.collect()
class A:
    def __del__(self): sys.modulez
f(); gc.collect()
class A:
    def __del__(self): raise SyntaxError("x", ("f", 1, 2, "abc", 1, 3))
f(); gc.collect()
class A:
    def __del__(self): raise ExceptionGroup("x", [ValueError(1)])
f(); gc.collect()
class A:
    def __repr__(self): 1/0
    def __del__(self): raise SystemExit(3)
f(); gc.collect()
class A:
    def __del__(self): raise KeyboardInterrupt
f(); gc.collect()
