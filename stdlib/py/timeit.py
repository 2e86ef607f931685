"""The time that small pieces of code take: statements compiled into a loop of their own, with the collector off.

As a command:
    python timeit.py [-n N] [-r N] [-s S] [-p] [-u U] [-v] [-h] [--] [statement]

-n/--number N: how often the statement runs in a measurement (default: enough to take 0.2 seconds)
-r/--repeat N: how many measurements there are (default 5)
-s/--setup S: what runs once at the start of each, 'pass' by default; several are lines of one
-p/--process: time.process_time() instead of time.perf_counter()
-u/--unit U: nsec, usec, msec or sec
-v/--verbose: raw times too; again for more digits
-h/--help: this text
Several statements are lines of one; a line may begin with spaces for indentation.
"""

import gc
import itertools
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter

dummy_src_name = "<timeit-src>"

# The function that a Timer runs.
template = """
def inner(_it, _timer{init}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""

_globals = globals


def reindent(src, indent):
    """The lines behind the first one moved to the right."""
    return src.replace("\n", "\n" + " " * indent)


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
                compile(setup + "\n" + code if word == "stmt" and isinstance(setup, str) else code, dummy_src_name, "exec")
                parts[word] = reindent(code, width)
            elif callable(code):
                names["_" + word] = code
                parts[word] = f"_{word}()"
            else:
                raise ValueError(f"{word} is neither a string nor callable")
        arguments = "".join(f", {name}={name}" for name in names)
        self.src = template.format(stmt=parts["stmt"], setup=parts["setup"], init=arguments)
        made = dict(names)
        exec(compile(self.src, dummy_src_name, "exec"), space, made)
        self.inner = made["inner"]

    def print_exc(self, file=None):
        """Prints the traceback of an exception of the timed code."""
        import linecache
        import traceback
        linecache.cache[dummy_src_name] = (len(self.src), None, self.src.split("\n"), dummy_src_name)
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
        for number in (step * 10 ** power for power in itertools.count() for step in (1, 2, 5)):
            taken = self.timeit(number)
            if callback:
                callback(number, taken)
            if taken >= 0.2:
                return number, taken


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """The time of so many runs of a statement."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """The times of several measurements of a statement."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


_UNITS = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}


def main(args=None, *, _wrap_timer=None):
    """The command; returns its exit status."""
    import getopt
    import os
    import sys
    try:
        options, words = getopt.getopt(sys.argv[1:] if args is None else args, "n:u:s:r:pvh",
                                       ["number=", "setup=", "repeat=", "process", "verbose", "unit=", "help"])
    except getopt.error as error:
        print(error)
        print("use -h/--help for command line help")
        return 2
    timer, number, setup, times, verbose, unit, precision = default_timer, 0, [], default_repeat, 0, None, 3
    for option, value in options:
        if option in ("-n", "--number"):
            number = int(value)
        elif option in ("-s", "--setup"):
            setup.append(value)
        elif option in ("-u", "--unit"):
            if value not in _UNITS:
                print("Unrecognized unit. Please select nsec, usec, msec, or sec.", file=sys.stderr)
                return 2
            unit = value
        elif option in ("-r", "--repeat"):
            times = max(int(value), 1)
        elif option in ("-p", "--process"):
            timer = time.process_time
        elif option in ("-v", "--verbose"):
            precision += bool(verbose)
            verbose += 1
        else:
            print(__doc__, end=' ')
            return 0
    sys.path.insert(0, os.curdir)  # for imports of the timed code
    if _wrap_timer is not None:
        timer = _wrap_timer(timer)
    timed = Timer("\n".join(words) or "pass", "\n".join(setup) or "pass", timer)

    def in_unit(seconds):
        name = unit or next((n for n, scale in sorted(_UNITS.items(), key=lambda item: -item[1]) if seconds >= scale), "nsec")
        return "%.*g %s" % (precision, seconds / _UNITS[name], name)

    def tell(number, taken):
        print(f"{number} loop{'' if number == 1 else 's'} -> {taken:.{precision}g} secs")

    try:
        if number == 0:
            number, _ = timed.autorange(tell if verbose else None)
            if verbose:
                print()
        raw = timed.repeat(times, number)
    except:
        timed.print_exc()
        return 1
    if verbose:
        print("raw times: %s" % ", ".join(map(in_unit, raw)))
        print()
    best, worst = min(raw) / number, max(raw) / number
    print("%d loop%s, best of %d: %s per loop" % (number, '' if number == 1 else 's', times, in_unit(best)))
    if worst >= best * 4:
        import warnings
        warnings.warn_explicit("The test results are likely unreliable. The worst time (%s) was more than four times slower than the best "
                               "time (%s)." % (in_unit(worst), in_unit(best)), UserWarning, '', 0)
    return None


if __name__ == "__main__":
    import sys
    sys.exit(main())
