# raise: classes, instances, re-raise, from, and what cannot be raised.
def show(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, e.args, "| cause", repr(e.__cause__), "| context", repr(e.__context__), "| suppress", e.__suppress_context__)
def f1(): raise ValueError
def f2(): raise ValueError("a", 1)
def f3():
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError("x") from e
def f4():
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("x")
def f5():
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("x") from None
def f6(): raise ValueError from KeyError
def f7(): raise ValueError from 5
def f8(): raise 5
def f9(): raise "text"
def f10(): raise int
def f11(): raise
def f12(): raise ValueError from KeyError("inst")
class NoArgs(Exception):
    def __init__(self, a): super().__init__("made", a)
def f13(): raise NoArgs
def f14(): raise NoArgs(7)
class NotExc(Exception):
    def __new__(cls): return 5
def f15(): raise NotExc
def f16():
    e = ValueError("self"); e.__cause__ = e2 = KeyError(); raise e
def f17():
    try:
        try: raise KeyError("first")
        except KeyError as e: raise e
    except KeyError as e2:
        raise TypeError("second")
def f18():
    try: raise ValueError("v")
    except ValueError as e:
        try: raise KeyError("k")
        except KeyError: pass
        raise
def f19():
    def inner(): raise
    try: raise OSError("live")
    except OSError: inner()
for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19):
    print(f.__name__, end=" "); show(f)
for attr, v in [("__cause__", 5), ("__context__", 5), ("__traceback__", 5), ("args", 5)]:
    try:
        setattr(ValueError(), attr, v)
    except TypeError as e:
        print(attr, e)
