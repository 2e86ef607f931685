# try, except, else, finally, chains, groups, notes, assertions.
import traceback


def check(thing):
    try:
        print("trying", repr(thing))
        result = 10 / int(thing)
    except ValueError as error:
        print("  not a number:", error)
        return "value"
    except (ZeroDivisionError, TypeError) as error:
        print("  ", type(error).__name__, error)
        return "other"
    else:
        print("  result", result)
        return "fine"
    finally:
        print("  done")


print([check(x) for x in ("5", "x", 0, None, [1])])


class ConfigError(Exception):
    pass


def load(text):
    try:
        return dict(pair.split("=") for pair in text.split(";"))
    except ValueError as error:
        raise ConfigError(f"bad config {text!r}") from error


try:
    load("a=1;b")
except ConfigError as error:
    print(error, "| cause:", repr(error.__cause__))
try:
    try:
        {}["x"]
    except KeyError:
        raise RuntimeError("while handling")
except RuntimeError as error:
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)
try:
    try:
        [][0]
    except IndexError:
        raise LookupError("hidden") from None
except LookupError as error:
    print(repr(error.__context__), error.__suppress_context__)


def finals():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                return i
        finally:
            print("finally", i)


print(finals())


def override():
    try:
        return "try"
    finally:
        return "finally"


print(override())
try:
    assert 1 + 1 == 3, "arithmetic is broken"
except AssertionError as error:
    print("AssertionError:", error)
error = ValueError("with notes")
error.add_note("first note")
error.add_note("second")
print(error.__notes__)
print("".join(traceback.format_exception(error)), end="")
try:
    raise ExceptionGroup("several", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [KeyError("k"), ValueError(2)])])
except* ValueError as group:
    print("values", group.exceptions)
except* (TypeError, KeyError) as group:
    print("others", [type(e).__name__ for e in group.exceptions])
for make in (lambda: int("12x"), lambda: [1, 2][5], lambda: {"a": 1}["b"], lambda: None.x, lambda: "a" + 1, lambda: undefined_name, lambda: len(5),
             lambda: (1, 2).append(3), lambda: int(), lambda: open("/nonexistent/file"), lambda: [].pop(), lambda: next(iter([])), lambda: "abc".index("z"),
             lambda: float("one"), lambda: 5(), lambda: check(), lambda: check(1, 2), lambda: check(x=1), lambda: "x" * "y", lambda: [1] < 3, lambda: 2 ** "a",
             lambda: {}.popitem(), lambda: {[]: 1}, lambda: (lambda a, b: 0)(1), lambda: chr(-1), lambda: bytes([256]), lambda: "é".encode("ascii"), lambda: import_me,
             lambda: sorted(3), lambda: max([]), lambda: 1 << -1, lambda: 10 ** 400 * 1.0, lambda: range(1, 2, 0), lambda: "%d" % "s", lambda: [1, 2, 3]["a"]):
    try:
        make()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print("no error")
