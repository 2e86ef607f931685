"""Where a program spends its time, found out by hooks on calls and returns.

The profiler is written in Python, on sys.setprofile: it can be changed and subclassed, and is slow. cProfile has the same interface
and is the one to use otherwise.
"""

import importlib.machinery
import io
import sys
import time

__all__ = ["run", "runctx", "Profile"]


class _Utils:
    """What run() and runctx() of profile and cProfile share; `profiler` is the class."""

    def __init__(self, profiler):
        self.profiler = profiler

    def run(self, statement, filename, sort):
        prof = self.profiler()
        try:
            prof.run(statement)
        except SystemExit:
            pass
        finally:
            self._show(prof, filename, sort)

    def runctx(self, statement, globals, locals, filename, sort):
        prof = self.profiler()
        try:
            prof.runctx(statement, globals, locals)
        except SystemExit:
            pass
        finally:
            self._show(prof, filename, sort)

    def _show(self, prof, filename, sort):
        if filename is None:
            prof.print_stats(sort)
        else:
            prof.dump_stats(filename)


def run(statement, filename=None, sort=-1):
    """Profile a statement in the names of __main__.

    The statement is passed to exec(). Without a file name the report is printed, sorted by `sort`; with one, the
    figures are written to the file, for pstats to read.
    """
    return _Utils(Profile).run(statement, filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    """As run(), with the names that the statement runs with."""
    return _Utils(Profile).runctx(statement, globals, locals, filename, sort)


class _Activation:
    """A call in progress: the function's key, when it began, what its callees have taken."""

    __slots__ = ('key', 'caller', 'start', 'children', 'frame')

    def __init__(self, key, caller, start, frame):
        self.key = key
        self.caller = caller
        self.start = start
        self.children = 0.0
        self.frame = frame


class Profile:
    """Profiler class.

    timings maps a function (file, line, name) to
        [count of all calls, depth of its activations, own time, total time, {caller: count of calls}].
    A bias, in seconds, is taken off each measured interval: what a call costs the profiler itself (see calibrate).
    """

    bias = 0

    def __init__(self, timer=None, bias=None):
        self.timings = {}
        self.bias = self.bias if bias is None else bias
        self.timer = self.get_time = timer or time.process_time
        self.c_func_name = ""
        self._stack = []
        self._paused = 0.0

    # ---- the profile function ----

    def dispatcher(self, frame, event, arg):
        now = self._now()
        if event == 'call':
            code = frame.f_code
            self._begin((code.co_filename, code.co_firstlineno, code.co_name), now, frame)
        elif event == 'c_call':
            self.c_func_name = arg.__name__
            self._begin(("", 0, arg.__name__), now, None)
        elif event in ('return', 'c_return', 'c_exception'):
            self._end(now)
        self._left = self._now()

    def _now(self):
        value = self.timer()
        return value if isinstance(value, (int, float)) else sum(value)

    def _begin(self, key, now, frame):
        caller = self._stack[-1].key if self._stack else None
        row = self.timings.setdefault(key, [0, 0, 0.0, 0.0, {}, 0])
        row[1] += 1
        self._stack.append(_Activation(key, caller, now, frame))

    def _end(self, now):
        if not self._stack:
            return
        done = self._stack.pop()
        elapsed = now - done.start - self.bias
        if self._stack:
            self._stack[-1].children += elapsed
        row = self.timings[done.key]
        row[0] += 1
        row[1] -= 1
        row[2] += elapsed - done.children
        if row[1] == 0:
            row[3] += elapsed
            row[5] += 1
        if done.caller is not None:
            row[4][done.caller] = row[4].get(done.caller, 0) + 1

    def set_cmd(self, cmd):
        """Enter a call that stands for the statement that is profiled."""
        self._begin(('profile', 0, str(cmd)), self._now(), None)

    def simulate_call(self, name):
        self._begin(('profile', 0, name), self._now(), None)

    def simulate_cmd_complete(self):
        """End all that is on the stack: the profiled code is over."""
        now = self._now()
        while self._stack:
            self._end(now)

    # ---- results ----

    def print_stats(self, sort=-1):
        import pstats
        if not isinstance(sort, tuple):
            sort = (sort,)
        pstats.Stats(self).strip_dirs().sort_stats(*sort).print_stats()

    def dump_stats(self, file):
        with open(file, 'wb') as f:
            self.create_stats()
            import marshal
            marshal.dump(self.stats, f)

    def create_stats(self):
        self.simulate_cmd_complete()
        self.snapshot_stats()

    def snapshot_stats(self):
        self.stats = {}
        for func, (count, depth, own, total, callers, primitive) in self.timings.items():
            self.stats[func] = primitive, count, own, total, callers.copy()

    # ---- running code ----

    def run(self, cmd):
        import __main__
        names = __main__.__dict__
        return self.runctx(cmd, names, names)

    def runctx(self, cmd, globals, locals):
        self.set_cmd(cmd)
        sys.setprofile(self.dispatcher)
        try:
            exec(cmd, globals, locals)
        finally:
            sys.setprofile(None)
        return self

    def runcall(self, func, /, *args, **kw):
        self.set_cmd(repr(func))
        sys.setprofile(self.dispatcher)
        try:
            return func(*args, **kw)
        finally:
            sys.setprofile(None)

    def calibrate(self, m, verbose=0):
        """Measure, in m rounds, what one call costs the profiler: a value for `bias`."""
        if self.__class__ is not Profile:
            raise TypeError("Subclasses must override .calibrate().")
        saved, self.bias = self.bias, 0
        try:
            def callee(n):
                for i in range(n):
                    x = 1

            def caller(m):
                for i in range(m):
                    callee(100)

            start = self._now()
            caller(m)
            plain = self._now() - start
            prof = Profile()
            start = self._now()
            prof.runctx('caller(m)', {'caller': caller, 'm': m}, {})
            profiled = self._now() - start
            if verbose:
                print("elapsed time without profiling =", plain)
                print("elapsed time with profiling =", profiled)
            return max(profiled - plain, 0.0) / 2 / (m + 1)
        finally:
            self.bias = saved


def main():
    import os
    from optparse import OptionParser

    parser = OptionParser(usage="profile.py [-o output_file_path] [-s sort] [-m module | scriptfile] [arg] ...")
    parser.allow_interspersed_args = False
    parser.add_option('-o', '--outfile', dest="outfile", help="write the figures to a file instead of printing them", default=None)
    parser.add_option('-m', dest="module", action="store_true", help="the program is a module", default=False)
    parser.add_option('-s', '--sort', dest="sort", help="the column of the printed report that decides the order", default=-1)
    if not sys.argv[1:]:
        parser.print_usage()
        sys.exit(2)
    options, args = parser.parse_args()
    sys.argv[:] = args
    if options.outfile is not None:
        options.outfile = os.path.abspath(options.outfile)
    if not args:
        parser.print_usage()
        return parser
    if options.module:
        import runpy
        code = "run_module(modname, run_name='__main__')"
        globs = {'run_module': runpy.run_module, 'modname': args[0]}
    else:
        progname = args[0]
        sys.path.insert(0, os.path.dirname(progname))
        with io.open_code(progname) as fp:
            code = compile(fp.read(), progname, 'exec')
        spec = importlib.machinery.ModuleSpec(name='__main__', loader=None, origin=progname)
        globs = {'__spec__': spec, '__file__': spec.origin, '__name__': spec.name, '__package__': None, '__cached__': None}
    try:
        runctx(code, globs, None, options.outfile, options.sort)
    except BrokenPipeError as exc:
        sys.stdout = None
        sys.exit(exc.errno)
    return parser


if __name__ == '__main__':
    main()
