"""Frames of tracebacks keep the locals of functions that have ended, and lead to their callers."""
import inspect
import sys
import traceback


def inner(a):
    doubled = a * 2
    squares = [i * i for i in range(doubled)]
    return 1 // 0


def outer():
    x, note = 3, "before"
    try:
        inner(x)
    finally:
        note = "after"


def catches(n):
    try:
        inner(n)
    except ZeroDivisionError as error:
        kept = error
    later = "set after the handler"
    return kept


class Maker:
    def method(self):
        base = 10

        def use():
            return base + undefined
        return use()


def generator(limit):
    k = 0
    while k < limit:
        yield k
        k += 1
    raise ValueError("end of the generator")


async def coroutine(n):
    below = n - 1
    if n == 0:
        raise LookupError("deep")
    await coroutine(below)


def show(error):
    tb = error.__traceback__.tb_next
    while tb:
        frame = tb.tb_frame
        caller = frame.f_back.f_code.co_name if frame.f_back else None
        print("  ", frame.f_code.co_name, tb.tb_lineno - frame.f_code.co_firstlineno, frame.f_lineno - frame.f_code.co_firstlineno,
              {k: v for k, v in frame.f_locals.items() if k not in ("self", "use", "kept")}, caller)
        tb = tb.tb_next


for call in (outer, Maker().method, lambda: list(generator(2)), lambda: [inner(i) for i in range(2)]):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
        show(error)

kept = catches(1)
frame = kept.__traceback__.tb_frame
print(sorted(frame.f_locals), frame.f_locals["later"])
print(frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno)

try:
    coroutine(2).send(None)
except LookupError as error:
    tb = error.__traceback__.tb_next
    while tb:
        print(tb.tb_frame.f_locals)
        tb = tb.tb_next


def here():
    mark = "live"
    try:
        raise KeyError
    except KeyError:
        frame = sys.exc_info()[2].tb_frame
        print(frame is sys._getframe(), frame.f_back.f_code.co_name, frame.f_locals["mark"])
    return frame


old = here()
print(sorted(old.f_locals))
old.clear()
print(old.f_locals)
g = generator(3)
next(g)
frame = g.gi_frame
frame.clear()
print(frame.f_locals, g.gi_frame, list(g))


def running():
    try:
        sys._getframe().clear()
    except RuntimeError as error:
        print(error)


running()


def ask():
    first, second = 1, "two"
    return sys._getframe()


print(ask().f_locals)


class Body:
    value = 5
    frame = sys._getframe()


print(Body.frame.f_locals["value"])

try:
    exec("a = 1\nb = 2\nraise OSError('in exec')", {"__builtins__": {"OSError": OSError}, "z": 0}, space := {})
except OSError as error:
    print(error.__traceback__.tb_next.tb_frame.f_locals, space)

try:
    outer()
except ZeroDivisionError as error:
    trace = traceback.TracebackException.from_exception(error, capture_locals=True)
    for entry in trace.stack[1:]:
        print(entry.name, entry.locals)
    print([record.function for record in inspect.trace()])

try:
    outer()
except ZeroDivisionError as error:
    traceback.clear_frames(error.__traceback__)
    print(error.__traceback__.tb_next.tb_frame.f_locals)
