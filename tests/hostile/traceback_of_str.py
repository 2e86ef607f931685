# Exceptions whose text cannot be had.
import sys, traceback
class A(Exception):
    def __str__(self): raise A
class B(Exception):
    def __str__(self): return 3
class C(Exception):
    def __repr__(self): 1 / 0
    def __str__(self): return repr(self)
class D(Exception): pass
D.__qualname__ = "\n\t\0odd"; D.__module__ = 5 if False else "m"
class E(Exception):
    @property
    def __notes__(self): raise KeyError("notes")
class F(Exception):
    __notes__ = [1, None, A]
class G(Exception):
    def __getattribute__(self, n): raise RuntimeError("no attribute")
class H(Exception):
    __cause__ = property(lambda s: 1 / 0)
    __context__ = property(lambda s: 1 / 0)
class I(SyntaxError):
    text = 5; lineno = "x"; offset = []; filename = None; msg = None; end_offset = {}
for cls in (A, B, C, D, E, F):
    try: raise cls("t")
    except BaseException as e:
        try: print(traceback.format_exception_only(e))
        except BaseException as u: print(cls.__name__, "->", type(u).__name__)
for cls in (G, H, I):
    try: raise cls("t")
    except BaseException as e:
        try: traceback.format_exception(e)
        except BaseException as u: pass
        try: sys.__excepthook__(type(e), e, None) if False else None
        except BaseException as u: pass
print("done")
