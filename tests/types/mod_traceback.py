# traceback: formatting to strings, extraction, TracebackException.
import traceback, io
def a(): b()
def b(): raise ValueError("deep")
try: a()
except ValueError as e: err = e; print(traceback.format_exc())
print("".join(traceback.format_exception(err)), end="")
print(traceback.format_exception_only(err), traceback.format_exception_only(KeyError("k")), traceback.format_exception_only(ValueError()),
    traceback.format_exception_only(type(err), err))
for f in traceback.extract_tb(err.__traceback__): print(f.name, f.lineno, f.line, f[1:3])
print("".join(traceback.format_tb(err.__traceback__)), end="")
out = io.StringIO(); traceback.print_exception(err, file=out); traceback.print_exc(file=out)
traceback.print_tb(err.__traceback__, file=out); print(out.getvalue(), end="")
try:
    try: 1 / 0
    except ZeroDivisionError as z: raise KeyError("second") from z
except KeyError as k: print(traceback.format_exc(), end=""); print("".join(traceback.format_exception(k, chain=False)), end="")
te = traceback.TracebackException.from_exception(err)
print(te.exc_type.__name__, str(te), len(te.stack), list(te.format_exception_only()), te.stack[0].name, te.__cause__)
print("".join(te.format()) == "".join(traceback.format_exception(err)))
err.add_note("a note"); print(traceback.format_exception_only(err))
def stack(): return [f.name for f in traceback.extract_stack()]
print(stack(), traceback.format_list([("file.py", 3, "fn", "the line")]),
    traceback.format_exception_only(SyntaxError("bad", ("f.py", 1, 2, "a b", 1, 3))))
def deep(n):
    if n: deep(n - 1)
    else: raise IndexError("bottom")
try: deep(6)
except IndexError as e: print("".join(traceback.format_exception(e, limit=2)), "".join(traceback.format_exception(e, limit=-1)),
        traceback.format_exc(limit=0), sep="")
try: raise ExceptionGroup("g", [ValueError(1), TypeError("t")])
except ExceptionGroup: print(traceback.format_exc())
print(repr(traceback.format_exc()), [type(x).__name__ for x in traceback.walk_tb(err.__traceback__).__next__()])
