"""The time that small pieces of code take: statements compiled into a loop of their own, with the collector off."""

import gc
import itertools
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter

_globals = globals


def _indented(text, width):
    return text.replace("\n", "\n" + " " * width)


class Timer:
    """A statement with its setup, each source text or a function."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        names = {}
        space = _globals() if globals is None else globals
        parts = {}
        for word, code, width in (("setup", setup, 4), ("stmt", stmt, 8)):
            if isinstance(code, str):
                # an error of syntax is told of the text itself
                compile(setup + "\n" + code if word == "stmt" and isinstance(setup, str) else code, "<timeit-src>", "exec")
                parts[word] = _indented(code, width)
            elif callable(code):
                names["_" + word] = code
                parts[word] = f"_{word}()"
            else:
                raise ValueError(f"{word} is neither a string nor callable")
        arguments = "".join(f", {name}={name}" for name in names)
        self.src = (f"def inner(_it, _timer{arguments}):\n    {parts['setup']}\n    _t0 = _timer()\n"
                    f"    for _i in _it:\n        {parts['stmt']}\n        pass\n    _t1 = _timer()\n    return _t1 - _t0\n")
        made = dict(names)
        exec(compile(self.src, "<timeit-src>", "exec"), space, made)
        self.inner = made["inner"]

    def print_exc(self, file=None):
        """Prints the traceback of an exception of the timed code."""
        import linecache
        import traceback
        linecache.cache["<timeit-src>"] = (len(self.src), None, self.src.split("\n"), "<timeit-src>")
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """The time of so many runs of the statement, in seconds."""
        enabled = gc.isenabled()
        gc.disable()
        try:
            return self.inner(itertools.repeat(None, number), self.timer)
        finally:
            if enabled:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """The times of several measurements."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """(number, time) of the first number of 1, 2, 5, 10, 20 ... whose runs take at least 0.2 seconds."""
        scale = 1
        while True:
            for step in (1, 2, 5):
                number = scale * step
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """The time of so many runs of a statement."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """The times of several measurements of a statement."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
