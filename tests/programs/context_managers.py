# Context managers: classes, generators, ExitStack, suppress, redirect.
from contextlib import contextmanager, ExitStack, suppress, redirect_stdout, closing, nullcontext
import io


class Timer:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("start", self.name)
        return self

    def __exit__(self, kind, error, trace):
        print("stop", self.name, kind.__name__ if kind else None, error, trace is not None)
        return kind is ZeroDivisionError


with Timer("plain") as timer:
    print("inside", timer.name)
with Timer("swallows"):
    1 / 0
try:
    with Timer("lets pass"):
        raise KeyError("k")
except KeyError as error:
    print("outside", error)


@contextmanager
def tag(name, **attributes):
    shown = "".join(f' {k}="{v}"' for k, v in attributes.items())
    print(f"<{name}{shown}>")
    try:
        yield name.upper()
    except ValueError as error:
        print(f"<!-- {error} -->")
    finally:
        print(f"</{name}>")


with tag("div", id=3) as outer, tag("p") as inner:
    print(outer, inner)
    raise ValueError("bad text")
with (
    tag("a"),
    tag("b"),
):
    print("both")


@tag("decorated")
def body():
    return "result"


print(body())
with ExitStack() as stack:
    for name in "xyz":
        stack.enter_context(tag(name))
    stack.callback(print, "callback", sep="")
    print("stacked")
with suppress(FileNotFoundError, KeyError):
    {}["missing"]
    print("never")
buffer = io.StringIO()
with redirect_stdout(buffer):
    print("captured")
print(repr(buffer.getvalue()))


class Door:
    def close(self):
        print("door closed")


with closing(Door()) as door, nullcontext(5) as five:
    print(type(door).__name__, five)


class Broken:
    def __enter__(self):
        return self


try:
    with Broken():
        pass
except TypeError as error:
    print(error)
try:
    with 5:
        pass
except TypeError as error:
    print(error)


def early():
    for i in range(3):
        with Timer(i):
            if i == 1:
                return "left at 1"


print(early())


class Transaction:
    def __init__(self, data):
        self.data = data

    def __enter__(self):
        self.saved = dict(self.data)
        return self.data

    def __exit__(self, kind, *rest):
        if kind:
            self.data.clear()
            self.data.update(self.saved)


data = {"a": 1}
with suppress(RuntimeError), Transaction(data) as d:
    d["b"] = 2
    raise RuntimeError
print(data)
with Transaction(data) as d:
    d["c"] = 3
print(data)
