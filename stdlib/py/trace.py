"""Counting and showing the lines that a program runs.

Trace(count, trace, ...) runs code or a function; results() has what was counted, and writes each module's source with the counts beside its lines.
python -m trace does so for a script.
"""

import inspect
import linecache
import os
import pickle
import sys
import sysconfig
import threading
import token
import tokenize
from time import monotonic as _time

__all__ = ['Trace', 'CoverageResults']

PRAGMA_NOCOVER = "#pragma NO COVER"


class _Ignore:
    """Which modules and folders are passed over."""

    def __init__(self, modules=None, dirs=None):
        self._mods = set(modules or [])
        self._dirs = [os.path.normpath(d) for d in dirs or []]
        self._known = {'<string>': 1}

    def names(self, filename, modulename):
        if modulename in self._known:
            return self._known[modulename]
        ignored = int(modulename in self._mods or any(modulename.startswith(mod + '.') for mod in self._mods) or filename is None or
                      any(filename.startswith(d + os.sep) for d in self._dirs))
        self._known[modulename] = ignored
        return ignored


def _modname(path):
    return os.path.splitext(os.path.basename(path))[0]


def _fullmodname(path):
    """The name under which the file would be imported."""
    compared = os.path.normcase(path)
    longest = ''
    for folder in sys.path:
        folder = os.path.normcase(folder)
        if compared.startswith(folder) and compared[len(folder):len(folder) + 1] == os.sep and len(folder) > len(longest):
            longest = folder
    base = path[len(longest) + 1:] if longest else path
    drive, base = os.path.splitdrive(base)
    base = base.replace(os.sep, '.')
    return os.path.splitext(base)[0].lstrip('.')


class CoverageResults:
    """What was counted: counts of (file, line), called functions, and pairs of caller and called."""

    def __init__(self, counts=None, calledfuncs=None, infile=None, callers=None, outfile=None):
        self.counts = {} if counts is None else counts
        self.counter = self.counts.copy()
        self.calledfuncs = {} if calledfuncs is None else calledfuncs
        self.callers = {} if callers is None else callers
        self.infile = infile
        self.outfile = outfile
        if self.infile:
            try:
                with open(self.infile, 'rb') as f:
                    counts, calledfuncs, callers = pickle.load(f)
                self.update(self.__class__(counts, calledfuncs, callers=callers))
            except (OSError, EOFError, ValueError) as err:
                print("Skipping counts file %r: %s" % (self.infile, err), file=sys.stderr)

    def is_ignored_filename(self, filename):
        """Is it no file at all?"""
        return filename.startswith('<') and filename.endswith('>')

    def update(self, other):
        """Add what another one counted."""
        for key, n in other.counts.items():
            self.counts[key] = self.counts.get(key, 0) + n
        for key in other.calledfuncs:
            self.calledfuncs[key] = 1
        for key in other.callers:
            self.callers[key] = 1

    def write_results(self, show_missing=True, summary=False, coverdir=None, *, ignore_missing_files=False):
        """Write a file NAME.cover for each module, print the functions and callers, and a summary."""
        if self.calledfuncs:
            print()
            print("functions called:")
            for filename, modulename, funcname in sorted(self.calledfuncs):
                print("filename: %s, modulename: %s, funcname: %s" % (filename, modulename, funcname))
        if self.callers:
            print()
            print("calling relationships:")
            lastfile = lastcfile = ""
            for (pfile, pmod, pfunc), (cfile, cmod, cfunc) in sorted(self.callers):
                if pfile != lastfile:
                    print()
                    print("***", pfile, "***")
                    lastfile, lastcfile = pfile, ""
                if cfile != pfile and lastcfile != cfile:
                    print("  -->", cfile)
                    lastcfile = cfile
                print("    %s.%s -> %s.%s" % (pmod, pfunc, cmod, cfunc))
        per_file = {}
        for (filename, lineno), n in self.counts.items():
            per_file.setdefault(filename, {})[lineno] = n
        sums = {}
        for filename, count in per_file.items():
            if self.is_ignored_filename(filename):
                continue
            if filename.endswith(".pyc"):
                filename = filename[:-1]
            if ignore_missing_files and not os.path.isfile(filename):
                continue
            if coverdir is None:
                folder, modulename = os.path.dirname(os.path.abspath(filename)), _modname(filename)
            else:
                folder, modulename = coverdir, _fullmodname(filename)
                os.makedirs(folder, exist_ok=True)
            executable = _find_executable_linenos(filename) if show_missing else {}
            source = linecache.getlines(filename)
            try:
                with open(filename, 'rb') as file:
                    encoding, _ = tokenize.detect_encoding(file.readline)
            except OSError:
                encoding = None
            hits, lines = self.write_results_file(os.path.join(folder, modulename + ".cover"), source, executable, count, encoding)
            if summary and lines:
                sums[modulename] = lines, int(100 * hits / lines), modulename, filename
        if summary and sums:
            print("lines   cov%   module   (path)")
            for name in sorted(sums):
                print("%5d   %3d%%   %s   (%s)" % sums[name])
        if self.outfile:
            try:
                with open(self.outfile, 'wb') as file:
                    pickle.dump((self.counts, self.calledfuncs, self.callers), file, 1)
            except OSError as err:
                print("Can't save counts files because %s" % err, file=sys.stderr)

    def write_results_file(self, path, lines, lnotab, lines_hit, encoding=None):
        """Write one file: counts and lines. The result is how many lines ran, and how many could."""
        try:
            file = open(path, "w", encoding=encoding)
        except OSError as err:
            print("trace: Could not open %r for writing: %s - skipping" % (path, err), file=sys.stderr)
            return 0, 0
        hits = total = 0
        with file:
            for number, line in enumerate(lines, 1):
                if number in lines_hit:
                    file.write("%5d: " % lines_hit[number])
                    hits += 1
                    total += 1
                elif number in lnotab and PRAGMA_NOCOVER not in line:
                    file.write(">>>>>> ")
                    total += 1
                else:
                    file.write("       ")
                file.write(line.expandtabs(8))
        return hits, total


def _find_lines(code, strings):
    found = {line: 1 for _, _, line in code.co_lines() if line is not None and line not in strings}
    for constant in code.co_consts:
        if inspect.iscode(constant):
            found.update(_find_lines(constant, strings))
    return found


def _find_strings(filename, encoding=None):
    """The lines with docstrings: statements that are a string."""
    lines = {}
    before = token.INDENT
    with open(filename, encoding=encoding) as file:
        for kind, _, start, end, _ in tokenize.generate_tokens(file.readline):
            if kind == token.STRING and before == token.INDENT:
                for number in range(start[0], end[0] + 1):
                    lines[number] = 1
            before = kind
    return lines


def _find_executable_linenos(filename):
    """The lines that have code."""
    try:
        with tokenize.open(filename) as file:
            text = file.read()
            encoding = file.encoding
    except OSError as err:
        print("Not printing coverage data for %r: %s" % (filename, err), file=sys.stderr)
        return {}
    return _find_lines(compile(text, filename, "exec"), _find_strings(filename, encoding))


class Trace:
    """Runs code and counts or shows its lines.

    count: count lines; trace: print them; countfuncs: note functions; countcallers: note who calls whom; ignoremods and ignoredirs: pass these
    over; infile and outfile: counts of earlier runs; timing: print the time before each line.
    """

    def __init__(self, count=1, trace=1, countfuncs=0, countcallers=0, ignoremods=(), ignoredirs=(), infile=None, outfile=None, timing=False):
        self.infile = infile
        self.outfile = outfile
        self.ignore = _Ignore(ignoremods, ignoredirs)
        self.counts = {}
        self.pathtobasename = {}
        self.donothing = 0
        self.trace = trace
        self._calledfuncs = {}
        self._callers = {}
        self._caller_cache = {}
        self.start_time = _time() if timing else None
        if countcallers:
            self.globaltrace = self.globaltrace_trackcallers
        elif countfuncs:
            self.globaltrace = self.globaltrace_countfuncs
        elif trace or count:
            self.globaltrace = self.globaltrace_lt
            self.localtrace = self.localtrace_trace_and_count if trace and count else self.localtrace_trace if trace else self.localtrace_count
        else:
            self.donothing = 1

    def run(self, cmd):
        """Run a str or code in the main module."""
        import __main__
        self.runctx(cmd, __main__.__dict__, __main__.__dict__)

    def runctx(self, cmd, globals=None, locals=None):
        """Run a str or code in the given namespaces."""
        globals = {} if globals is None else globals
        locals = {} if locals is None else locals
        if not self.donothing:
            threading.settrace(self.globaltrace)
            sys.settrace(self.globaltrace)
        try:
            exec(cmd, globals, locals)
        finally:
            if not self.donothing:
                sys.settrace(None)
                threading.settrace(None)

    def runfunc(self, func, /, *args, **kw):
        """Call a function; its result is the result."""
        if not self.donothing:
            sys.settrace(self.globaltrace)
        try:
            return func(*args, **kw)
        finally:
            if not self.donothing:
                sys.settrace(None)

    def file_module_function_of(self, frame):
        """(file, module, function) of a frame, with the class before a method's name where that can be found."""
        code = frame.f_code
        filename = code.co_filename
        modulename = _modname(filename) if filename else None
        name = code.co_name
        if code not in self._caller_cache:
            prefix = code.co_qualname.rpartition('.')[0]
            self._caller_cache[code] = prefix if prefix and not prefix.endswith('<locals>') and '.' not in prefix else None
        owner = self._caller_cache[code]
        return filename, modulename, f"{owner}.{name}" if owner else name

    def globaltrace_trackcallers(self, frame, why, arg):
        """Note who calls whom."""
        if why == 'call':
            self._callers[self.file_module_function_of(frame.f_back), self.file_module_function_of(frame)] = 1

    def globaltrace_countfuncs(self, frame, why, arg):
        """Note which functions are called."""
        if why == 'call':
            self._calledfuncs[self.file_module_function_of(frame)] = 1

    def globaltrace_lt(self, frame, why, arg):
        """Look at each call whether its lines count."""
        if why == 'call':
            filename = frame.f_globals.get('__file__', None)
            if filename:
                modulename = _modname(filename)
                if modulename is not None and not self.ignore.names(filename, modulename):
                    if self.trace:
                        print((" --- modulename: %s, funcname: %s" % (modulename, frame.f_code.co_name)))
                    return self.localtrace
        return None

    def _show(self, frame):
        filename, lineno = frame.f_code.co_filename, frame.f_lineno
        if self.start_time:
            print('%.2f' % (_time() - self.start_time), end=' ')
        line = linecache.getline(filename, lineno)
        print("%s(%d)%s" % (os.path.basename(filename), lineno, ": " + line if line else ""), end='' if line else '\n')

    def _count(self, frame):
        key = frame.f_code.co_filename, frame.f_lineno
        self.counts[key] = self.counts.get(key, 0) + 1

    def localtrace_trace_and_count(self, frame, why, arg):
        """Print and count a line."""
        if why == "line":
            self._count(frame)
            self._show(frame)
        return self.localtrace

    def localtrace_trace(self, frame, why, arg):
        """Print a line."""
        if why == "line":
            self._show(frame)
        return self.localtrace

    def localtrace_count(self, frame, why, arg):
        """Count a line."""
        if why == "line":
            self._count(frame)
        return self.localtrace

    def results(self):
        """What was counted, as CoverageResults."""
        return CoverageResults(self.counts, infile=self.infile, outfile=self.outfile, calledfuncs=self._calledfuncs, callers=self._callers)


def main():
    """The command line."""
    import argparse
    parser = argparse.ArgumentParser(prog='trace')
    parser.add_argument('--version', action='version', version='trace 2.0')
    parser.add_argument('-c', '--count', action='store_true', help='count the lines that run and write MODULE.cover files')
    parser.add_argument('-t', '--trace', action='store_true', help='print each line as it runs')
    parser.add_argument('-l', '--listfuncs', action='store_true', help='list the functions that were called')
    parser.add_argument('-T', '--trackcalls', action='store_true', help='list which function called which')
    parser.add_argument('-r', '--report', action='store_true', help='report from a counts file, without running anything')
    parser.add_argument('-f', '--file', help='counts file of several runs')
    parser.add_argument('-C', '--coverdir', help='folder for the report files')
    parser.add_argument('-m', '--missing', action='store_true', help='mark lines that did not run with >>>>>>')
    parser.add_argument('-s', '--summary', action='store_true', help='print a summary')
    parser.add_argument('-R', '--no-report', action='store_true', help='write no report files')
    parser.add_argument('-g', '--timing', action='store_true', help='print the time before each line')
    parser.add_argument('--ignore-module', action='append', default=[], help='modules that are not traced, with commas between')
    parser.add_argument('--ignore-dir', action='append', default=[], help='folders to pass over, between path separators')
    parser.add_argument('--module', action='store_true', default=False, help='trace a module')
    parser.add_argument('progname', nargs='?', help='file to run as main program')
    parser.add_argument('arguments', nargs=argparse.REMAINDER, help='arguments of the program')
    opts = parser.parse_args()
    modules = [name.strip() for names in opts.ignore_module for name in names.split(',')]
    places = {'$prefix': sysconfig.get_path('stdlib'), '$exec_prefix': sysconfig.get_path('platstdlib')}
    dirs = []
    for names in opts.ignore_dir:
        for name in names.split(os.pathsep):
            for word, place in places.items():
                name = name.replace(word, place)
            dirs.append(os.path.normpath(os.path.expandvars(os.path.expanduser(name))))
    if opts.report:
        if not opts.file:
            parser.error('-r/--report requires -f/--file')
        return CoverageResults(infile=opts.file, outfile=opts.file).write_results(opts.missing, opts.summary, opts.coverdir)
    if not any([opts.trace, opts.count, opts.listfuncs, opts.trackcalls]):
        parser.error('must specify one of --trace, --count, --report, --listfuncs, or --trackcalls')
    if opts.listfuncs and (opts.count or opts.trace):
        parser.error('cannot specify both --listfuncs and (--trace or --count)')
    if opts.summary and not opts.count:
        parser.error('--summary can only be used with --count or --report')
    if opts.progname is None:
        parser.error('progname is missing: required with the main options')
    tracer = Trace(opts.count, opts.trace, countfuncs=opts.listfuncs, countcallers=opts.trackcalls, ignoremods=modules, ignoredirs=dirs,
                   infile=opts.file, outfile=opts.file, timing=opts.timing)
    try:
        if opts.module:
            import runpy
            name, spec, code = runpy._get_module_details(opts.progname)
            sys.argv = [code.co_filename, *opts.arguments]
            globs = {'__name__': '__main__', '__file__': code.co_filename, '__package__': name.rpartition('.')[0], '__loader__': spec.loader, '__spec__': spec, '__cached__': None}
        else:
            import io
            sys.argv = [opts.progname, *opts.arguments]
            sys.path[0] = os.path.dirname(opts.progname)
            with io.open_code(opts.progname) as file:
                code = compile(file.read(), opts.progname, 'exec')
            globs = {'__file__': opts.progname, '__name__': '__main__', '__package__': None, '__cached__': None}
        tracer.runctx(code, globs, globs)
    except OSError as err:
        sys.exit("Cannot run file %r because: %s" % (sys.argv[0], err))
    except SystemExit:
        pass
    results = tracer.results()
    if not opts.no_report:
        results.write_results(opts.missing, opts.summary, opts.coverdir)


if __name__ == '__main__':
    main()
