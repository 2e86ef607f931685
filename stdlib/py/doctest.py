"""Examples in docstrings and texts, run and compared with the output that stands below them.

Not here: the debugger's helpers and the suites for unittest.
"""

import inspect
import io
import linecache
import os
import re
import sys
import traceback
from collections import namedtuple

__all__ = ['register_optionflag', 'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE', 'ELLIPSIS', 'SKIP',
           'IGNORE_EXCEPTION_DETAIL', 'COMPARISON_FLAGS', 'REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF', 'REPORT_ONLY_FIRST_FAILURE',
           'REPORTING_FLAGS', 'FAIL_FAST', 'Example', 'DocTest', 'DocTestParser', 'DocTestFinder', 'DocTestRunner', 'OutputChecker',
           'testmod', 'testfile', 'run_docstring_examples', 'TestResults']

TestResults = namedtuple('TestResults', 'failed attempted')
OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """A new flag, or the one of that name."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag('DONT_ACCEPT_TRUE_FOR_1')
DONT_ACCEPT_BLANKLINE = register_optionflag('DONT_ACCEPT_BLANKLINE')
NORMALIZE_WHITESPACE = register_optionflag('NORMALIZE_WHITESPACE')
ELLIPSIS = register_optionflag('ELLIPSIS')
SKIP = register_optionflag('SKIP')
IGNORE_EXCEPTION_DETAIL = register_optionflag('IGNORE_EXCEPTION_DETAIL')
COMPARISON_FLAGS = DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP | IGNORE_EXCEPTION_DETAIL
REPORT_UDIFF = register_optionflag('REPORT_UDIFF')
REPORT_CDIFF = register_optionflag('REPORT_CDIFF')
REPORT_NDIFF = register_optionflag('REPORT_NDIFF')
REPORT_ONLY_FIRST_FAILURE = register_optionflag('REPORT_ONLY_FIRST_FAILURE')
FAIL_FAST = register_optionflag('FAIL_FAST')
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST
BLANKLINE_MARKER = '<BLANKLINE>'
ELLIPSIS_MARKER = '...'


def _indent(s, indent=4):
    return re.sub('(?m)^(?!$)', indent * ' ', s)


def _exception_traceback(exc_info):
    return ''.join(traceback.format_exception(*exc_info))


class Example:
    """A statement, the output that is wanted, and options of its own."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith('\n') else source + '\n'
        self.want = want + '\n' if want and not want.endswith('\n') else want
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options
        self.exc_msg = exc_msg + '\n' if exc_msg is not None and not exc_msg.endswith('\n') else exc_msg

    def _parts(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        return self._parts() == other._parts() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """Examples that share a namespace."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples = examples
        self.docstring = docstring
        self.globs = globs.copy()
        self.name = name
        self.filename = filename
        self.lineno = lineno

    def __repr__(self):
        n = len(self.examples)
        count = 'no examples' if n == 0 else '1 example' if n == 1 else '%d examples' % n
        return '<%s %s from %s:%s (%s)>' % (self.__class__.__name__, self.name, self.filename, self.lineno, count)

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        def key(test):
            return test.name, test.filename, -1 if test.lineno is None else test.lineno, id(test)
        return key(self) < key(other)


_DIRECTIVE = re.compile(r'#\s*doctest:\s*([^\n\'"]*)$', re.MULTILINE)


class DocTestParser:
    """Takes texts apart."""

    def parse(self, string, name='<string>'):
        """Texts and examples in turns."""
        lines = string.expandtabs().split('\n')
        margins = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
        margin = min(margins, default=0)
        lines = [line[margin:] for line in lines]
        output = []
        text = []
        i = 0
        while i < len(lines):
            line = lines[i]
            stripped = line.lstrip(' ')
            if not (stripped.startswith('>>>')):
                text.append(line)
                i += 1
                continue
            indent = len(line) - len(stripped)
            start = i
            source = [line]
            i += 1
            while i < len(lines) and lines[i].startswith(' ' * indent + '...'):
                source.append(lines[i])
                i += 1
            want = []
            while i < len(lines) and lines[i].strip() and not lines[i].lstrip(' ').startswith('>>>'):
                want.append(lines[i])
                i += 1
            for k, src in enumerate(source):
                if len(src) >= indent + 4 and src[indent + 3] != ' ':
                    raise ValueError('line %r of the docstring for %s lacks blank after %s: %r' % (
                        start + k + 1, name, src[indent:indent + 3], src))
            for k, w in enumerate(want):
                if not w.startswith(' ' * indent):
                    raise ValueError('line %r of the docstring for %s has inconsistent leading whitespace: %r' % (
                        start + len(source) + k + 1, name, w))
            code = '\n'.join(src[indent + 4:] for src in source)
            wanted = '\n'.join(w[indent:] for w in want)
            output.append('\n'.join(text) + '\n' if text else '')
            text = []
            if all(not s.strip() or s.strip().startswith('#') for s in code.split('\n')):
                continue
            output.append(Example(code, wanted, self._exception_of(wanted), start, margin + indent, self._find_options(code, name, start)))
        output.append('\n'.join(text))
        return output

    def _exception_of(self, want):
        lines = want.split('\n')
        if not re.match(r'Traceback \((?:most recent call last|innermost last)\):\s*$', lines[0]):
            return None
        for i, line in enumerate(lines[1:], 1):
            if line[:1] and (line[0].isalnum() or line[0] == '_'):
                return '\n'.join(lines[i:])
        return None

    def _find_options(self, source, name, lineno):
        options = {}
        for m in _DIRECTIVE.finditer(source):
            for option in m.group(1).replace(',', ' ').split():
                if option[0] not in '+-' or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError('line %r of the doctest for %s has an invalid option: %r' % (lineno + 1, name, option))
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == '+'
        return options

    def get_examples(self, string, name='<string>'):
        """The examples alone."""
        return [x for x in self.parse(string, name) if isinstance(x, Example)]

    def get_doctest(self, string, globs, name, filename, lineno):
        """A DocTest of all examples."""
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)


class DocTestFinder:
    """Finds the docstrings of an object and of what it contains."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._verbose = verbose
        self._parser = parser
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """The tests, sorted by name."""
        if name is None:
            name = getattr(obj, '__name__', None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when obj.__name__ doesn't exist: %r" % (type(obj),))
        if module is None:
            module = inspect.getmodule(obj)
        if globs is None:
            globs = module.__dict__.copy() if module else {}
        else:
            globs = globs.copy()
        if extraglobs is not None:
            globs.update(extraglobs)
        globs.setdefault('__name__', '__main__')
        tests = []
        self._find(tests, obj, name, module, globs, set())
        tests.sort()
        return tests

    def _from_module(self, module, obj):
        if not module:
            return True
        if inspect.isfunction(obj):
            return module.__dict__ is obj.__globals__
        if isinstance(obj, type) or hasattr(obj, '__module__'):
            return module.__name__ == obj.__module__
        return isinstance(obj, property)

    def _find(self, tests, obj, name, module, globs, seen):
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._get_test(obj, name, module, globs)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            for valname, val in obj.__dict__.items():
                if (inspect.isroutine(inspect.unwrap(val)) or isinstance(val, type)) and self._from_module(module, val):
                    self._find(tests, val, f'{name}.{valname}', module, globs, seen)
            for valname, val in getattr(obj, '__test__', {}).items():
                self._find(tests, val, f'{name}.__test__.{valname}', module, globs, seen)
        elif isinstance(obj, type):
            for valname, val in obj.__dict__.items():
                if isinstance(val, (staticmethod, classmethod)):
                    val = val.__func__
                if (inspect.isroutine(val) or isinstance(val, (type, property))) and self._from_module(module, val):
                    self._find(tests, val, f'{name}.{valname}', module, globs, seen)

    def _get_test(self, obj, name, module, globs):
        doc = obj if isinstance(obj, str) else getattr(obj, '__doc__', None)
        doc = doc if isinstance(doc, str) else '' if doc is None else str(doc)
        if self._exclude_empty and not doc:
            return None
        filename = getattr(module, '__file__', None) or getattr(module, '__name__', None) if module else None
        return self._parser.get_doctest(doc, globs, name, filename, self._find_lineno(obj, doc, filename))

    def _find_lineno(self, obj, doc, filename):
        lines = linecache.getlines(filename) if filename else []
        first = None
        if inspect.ismodule(obj):
            first = 0
        elif isinstance(obj, type):
            pattern = re.compile(r'^\s*class\s*%s\b' % re.escape(getattr(obj, '__name__', '-')))
            first = next((i for i, line in enumerate(lines) if pattern.match(line)), None)
        elif isinstance(obj, property):
            obj = obj.fget
        if hasattr(obj, '__wrapped__'):
            obj = inspect.unwrap(obj)
        if inspect.isfunction(obj):
            first = obj.__code__.co_firstlineno - 1
        if first is None:
            return None
        for i in range(first, len(lines)):
            if re.match(r'(^|.*:)\s*\w*("|\')', lines[i]):
                return i
        return None


class OutputChecker:
    """Compares what came with what was wanted, and shows the difference."""

    def check_output(self, want, got, optionflags):
        """Is it what was wanted?"""
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(r'(?m)^%s\s*?$' % re.escape(BLANKLINE_MARKER), '', want)
            got = re.sub(r'(?m)^[^\S\n]+$', '', got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = ' '.join(got.split()), ' '.join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _ellipsis_match(want, got)

    def output_difference(self, example, got, optionflags):
        """A text about the difference."""
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub('(?m)^[ ]*(?=\n)', BLANKLINE_MARKER, got)
        fancy = optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF)
        if fancy and (optionflags & REPORT_NDIFF or want.count('\n') > 2 and got.count('\n') > 2):
            import difflib
            a, b = want.splitlines(keepends=True), got.splitlines(keepends=True)
            if optionflags & REPORT_UDIFF:
                diff, kind = list(difflib.unified_diff(a, b, n=2))[2:], 'unified diff with -expected +actual'
            elif optionflags & REPORT_CDIFF:
                diff, kind = list(difflib.context_diff(a, b, n=2))[2:], 'context diff with expected followed by actual'
            else:
                diff, kind = list(difflib.ndiff(a, b)), 'ndiff with -expected +actual'
            return 'Differences (%s):\n' % kind + _indent(''.join(diff))
        if want and got:
            return 'Expected:\n%sGot:\n%s' % (_indent(want), _indent(got))
        if want:
            return 'Expected:\n%sGot nothing\n' % _indent(want)
        return 'Expected nothing\nGot:\n%s' % _indent(got) if got else 'Expected nothing\nGot nothing\n'


def _ellipsis_match(want, got):
    if ELLIPSIS_MARKER not in want:
        return want == got
    first, *middle, last = want.split(ELLIPSIS_MARKER)
    if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
        return False
    at, end = len(first), len(got) - len(last)
    for part in middle:
        at = got.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return True


def _strip_exception_details(msg):
    line = msg.split('\n', 1)[0]
    name = line.split(':', 1)[0]
    return name.rpartition('.')[2].strip()


class DocTestRunner:
    """Runs tests and reports."""

    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = 0
        self.failures = 0
        self._name2ft = {}

    def report_start(self, out, test, example):
        if self._verbose:
            want = 'Expecting:\n' + _indent(example.want) if example.want else 'Expecting nothing\n'
            out('Trying:\n' + _indent(example.source) + want)

    def report_success(self, out, test, example, got):
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        out(self._failure_header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        out(self._failure_header(test, example) + 'Exception raised:\n' + _indent(_exception_traceback(exc_info)))

    def _failure_header(self, test, example):
        out = [self.DIVIDER]
        if test.filename:
            lineno = test.lineno + example.lineno + 1 if test.lineno is not None and example.lineno is not None else '?'
            out.append('File "%s", line %s, in %s' % (test.filename, lineno, test.name))
        else:
            out.append('Line %s, in %s' % (example.lineno + 1, test.name))
        out.append('Failed example:')
        out.append(_indent(example.source))
        return '\n'.join(out)

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Runs the examples of a test."""
        self.test = test
        if out is None:
            real = sys.stdout
            out = real.write
        kept = sys.stdout, sys.displayhook, linecache.getlines
        self._fakeout = sys.stdout = io.StringIO()
        sys.displayhook = sys.__displayhook__
        original_getlines = linecache.getlines

        def getlines(filename, module_globals=None):
            m = re.match(r'<doctest (?P<name>.+)\[(?P<num>\d+)\]>$', filename)
            if m and m['name'] == test.name:
                return test.examples[int(m['num'])].source.splitlines(keepends=True)
            return original_getlines(filename, module_globals)
        linecache.getlines = getlines
        try:
            return self._run(test, out)
        finally:
            sys.stdout, sys.displayhook, linecache.getlines = kept
            if clear_globs:
                test.globs.clear()
                import builtins
                builtins._ = None

    def _run(self, test, out):
        failures = tries = 0
        original = self.optionflags
        check = self._checker.check_output
        for number, example in enumerate(test.examples):
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = original
            for flag, on in example.options.items():
                self.optionflags = self.optionflags | flag if on else self.optionflags & ~flag
            if self.optionflags & SKIP:
                continue
            tries += 1
            if not quiet:
                self.report_start(out, test, example)
            exc_info = None
            try:
                exec(compile(example.source, '<doctest %s[%d]>' % (test.name, number), "single", 0, True), test.globs)
            except KeyboardInterrupt:
                raise
            except:
                exc_info = sys.exc_info()
                exc_info = exc_info[0], exc_info[1], exc_info[2].tb_next
            got = self._fakeout.getvalue()
            self._fakeout.seek(0)
            self._fakeout.truncate()
            if got and not got.endswith('\n'):
                got += '\n'
            passed = False
            if exc_info is None:
                passed = check(example.want, got, self.optionflags)
            else:
                text = ''.join(traceback.format_exception_only(*exc_info[:2])[-1:])
                if not quiet:
                    got += _exception_traceback(exc_info)
                if example.exc_msg is not None:
                    passed = check(example.exc_msg, text, self.optionflags) or bool(self.optionflags & IGNORE_EXCEPTION_DETAIL) and check(
                        _strip_exception_details(example.exc_msg), _strip_exception_details(text), self.optionflags)
            if passed:
                if not quiet:
                    self.report_success(out, test, example, got)
                continue
            failures += 1
            if not quiet:
                if exc_info is not None and example.exc_msg is None:
                    self.report_unexpected_exception(out, test, example, exc_info)
                else:
                    self.report_failure(out, test, example, got)
            if self.optionflags & FAIL_FAST:
                break
        self.optionflags = original
        f, t = self._name2ft.get(test.name, (0, 0))
        self._name2ft[test.name] = failures + f, tries + t
        self.failures += failures
        self.tries += tries
        return TestResults(failures, tries)

    def summarize(self, verbose=None):
        """Prints how many examples passed and failed."""
        if verbose is None:
            verbose = self._verbose
        empty, passed, failed = [], [], []
        tries = failures = 0
        for name, (f, t) in self._name2ft.items():
            tries += t
            failures += f
            if t == 0:
                empty.append(name)
            elif f == 0:
                passed.append((name, t))
            else:
                failed.append((name, f, t))
        if verbose:
            if empty:
                print(len(empty), "items had no tests:")
                for name in sorted(empty):
                    print("   ", name)
            if passed:
                print(len(passed), "items passed all tests:")
                for name, t in sorted(passed):
                    print(" %3d tests in %s" % (t, name))
        if failed:
            print(self.DIVIDER)
            print(len(failed), "items had failures:")
            for name, f, t in sorted(failed):
                print(" %3d of %3d in %s" % (f, t, name))
        if verbose:
            print(tries, "tests in", len(self._name2ft), "items.")
            print(tries - failures, "passed and", failures, "failed.")
        if failures:
            print("***Test Failed***", failures, "failures.")
        elif verbose:
            print("Test passed.")
        return TestResults(failures, tries)


master = None


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False,
            exclude_empty=False):
    """Runs the examples in a module's docstrings, __main__'s by default."""
    if m is None:
        m = sys.modules.get('__main__')
    if not inspect.ismodule(m):
        raise TypeError("testmod: module required; %r" % (m,))
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(exclude_empty=exclude_empty).find(m, name or m.__name__, globs=globs, extraglobs=extraglobs, module=m):
        runner.run(test)
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries)


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True, optionflags=0,
             extraglobs=None, raise_on_error=False, parser=DocTestParser(), encoding=None):
    """Runs the examples in a text file."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    if module_relative and not os.path.isabs(filename):
        base = getattr(sys.modules['__main__'] if package is None else package, '__file__', None)
        filename = os.path.join(os.path.dirname(base) if base else '', filename)
    with open(filename, encoding=encoding or 'utf-8') as file:
        text = file.read()
    globs = {} if globs is None else globs.copy()
    globs.update(extraglobs or {})
    globs.setdefault('__name__', '__main__')
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    runner.run(parser.get_doctest(text, globs, name or os.path.basename(filename), filename, 0))
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    """Runs the examples in one object's docstring."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test)


def _test():
    import argparse
    parser = argparse.ArgumentParser(description="doctest runner")
    parser.add_argument('-v', '--verbose', action='store_true', default=False, help='print very verbose output for all tests')
    parser.add_argument('-o', '--option', action='append', choices=OPTIONFLAGS_BY_NAME.keys(), default=[], help='an option flag, by name')
    parser.add_argument('-f', '--fail-fast', action='store_true', help='stop at the first failure')
    parser.add_argument('file', nargs='+', help='file containing the tests to run')
    args = parser.parse_args()
    options = FAIL_FAST if args.fail_fast else 0
    for option in args.option:
        options |= OPTIONFLAGS_BY_NAME[option]
    for filename in args.file:
        if filename.endswith(".py"):
            folder, filename = os.path.split(filename)
            sys.path.insert(0, folder)
            failures, _ = testmod(__import__(filename[:-3]), verbose=args.verbose, optionflags=options)
        else:
            failures, _ = testfile(filename, module_relative=False, verbose=args.verbose, optionflags=options)
        if failures:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(_test())
