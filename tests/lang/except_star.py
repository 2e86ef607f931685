# except*: splitting groups, leftovers, naked exceptions, raising in handlers.
def run(exc):
    try:
        try:
            raise exc
        except* ValueError as g:
            print("  value", repr(g))
        except* (KeyError, TypeError) as g:
            print("  key/type", repr(g), g.exceptions)
        else:
            print("  else")
        finally:
            print("  finally")
    except BaseException as e:
        print("  left", repr(e))
run(ExceptionGroup("g", [ValueError(1), KeyError(2)]))
run(ExceptionGroup("g", [ValueError(1), OSError(3)]))
run(ExceptionGroup("g", [ExceptionGroup("in", [TypeError(1), ValueError(2)]), ValueError(3), IndexError(4)]))
run(ValueError("naked"))
run(OSError("unmatched naked"))
run(BaseExceptionGroup("b", [KeyboardInterrupt(), KeyError(1)]))
try:
    pass
except* ValueError:
    print("no")
else:
    print("else runs")
try:
    try:
        raise ExceptionGroup("eg", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        raise KeyError("from handler")
except ExceptionGroup as g:
    print(repr(g), repr(g.exceptions[0].__context__))
try:
    try:
        raise ExceptionGroup("eg", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError:
        raise
    except* TypeError:
        pass
except ExceptionGroup as g:
    print(repr(g), g.message)
for bad in (ExceptionGroup, (ValueError, BaseExceptionGroup)):
    try:
        try: raise ValueError(1)
        except* bad: pass
    except TypeError as e:
        print(e)
def loop():
    for i in range(3):
        try:
            raise ExceptionGroup("x", [ValueError(i)])
        except* ValueError as g:
            print("loop", g.exceptions[0])
    try:
        print(g)
    except UnboundLocalError as e:
        print(e)
loop()
for src in ["try: pass\nexcept* A: return", "def f():\n try: pass\n except* A: return", "for x in y:\n try: pass\n except* A: break",
            "for x in y:\n try: pass\n except* A: continue", "try: pass\nexcept A: pass\nexcept* B: pass", "try: pass\nexcept*: pass"]:
    try: compile(src, "s", "exec")
    except SyntaxError as e: print(e.msg)
