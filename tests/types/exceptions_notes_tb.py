# add_note, with_traceback, traceback objects, exceptions as values.
import sys
e = ValueError("v"); e.add_note("first"); e.add_note("second"); print(e.__notes__, str(e))
try: e.add_note(5)
except TypeError as x: print(x)
print(hasattr(ValueError(), "__notes__"))
def a(): b()
def b(): raise KeyError("deep")
try: a()
except KeyError as err: tb = err.__traceback__; saved = err
names = []
while tb: names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno)); tb = tb.tb_next
print(names)
try: raise ValueError("with tb").with_traceback(saved.__traceback__)
except ValueError as x: print(x, x.__traceback__.tb_next is not None, x.with_traceback(None).__traceback__)
for bad in (5, "x"):
    try: ValueError().with_traceback(bad)
    except TypeError as x: print(x)
def reraise():
    try: b()
    except KeyError as k:
        k.add_note("seen"); raise
try: reraise()
except KeyError as k: print(k.__notes__, k.__traceback__.tb_lineno, k.__traceback__.tb_next.tb_next.tb_frame.f_code.co_name)
def loop():
    errs = []
    for i in range(3):
        try: raise IndexError(i)
        except IndexError as x: errs.append(x)
    return errs
es = loop()
print([x.args for x in es], [x.__context__ for x in es], [x.__traceback__.tb_lineno == es[0].__traceback__.tb_lineno for x in es])
t, v, tb = None, None, None
try: 1 / 0
except ZeroDivisionError: t, v, tb = sys.exc_info()
print(t.__name__, v, type(tb).__name__, tb.tb_frame.f_code.co_name, tb.tb_next, tb.tb_lasti >= 0, sorted(n for n in dir(tb) if n[0] != "_"))
e1 = ValueError(1); e2 = KeyError(2); e1.__cause__ = e2; print(e1.__suppress_context__, e1.__cause__ is e2)
e1.__context__ = e2; e1.__suppress_context__ = False; print(e1.__context__ is e2)
del e.__notes__; e.add_note("again"); print(e.__notes__); e.__notes__ = "not a list"
try: e.add_note("x")
except TypeError as x: print(x)
print(ValueError("a") == ValueError("a"), hash(e) == hash(e), isinstance(e, Exception), ValueError.__name__, ValueError.__bases__,
    issubclass(KeyError, LookupError), str(KeyError("k")), f"{ValueError('x')}", f"{ValueError('x')!r}", [KeyError("a")],
    "%s" % KeyError("a"))
