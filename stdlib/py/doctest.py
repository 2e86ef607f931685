"""Examples in docstrings and texts, run and compared with the output that stands below them.

A DocTestRunner runs and reports; a DebugRunner raises at the first failure instead; DocTestCase makes a test of unittest of each docstring. What opens the
debugger (debug, debug_src, debug_script) imports pdb when it is called.
"""

import inspect
import io
import linecache
import os
import re
import sys
import traceback
import unittest
from collections import namedtuple

__all__ = ['register_optionflag', 'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE', 'ELLIPSIS', 'SKIP',
           'IGNORE_EXCEPTION_DETAIL', 'COMPARISON_FLAGS', 'REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF', 'REPORT_ONLY_FIRST_FAILURE',
           'REPORTING_FLAGS', 'FAIL_FAST', 'Example', 'DocTest', 'DocTestParser', 'DocTestFinder', 'DocTestRunner', 'OutputChecker',
           'testmod', 'testfile', 'run_docstring_examples', 'TestResults', 'DebugRunner', 'DocTestFailure', 'UnexpectedException', 'DocTestSuite',
           'DocFileSuite', 'set_unittest_reportflags', 'script_from_examples', 'testsource', 'debug_src', 'debug']

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


def _future_flags(globs):
    """The flags of the features that a namespace has imported from __future__."""
    import __future__
    flags = 0
    for name in __future__.all_feature_names:
        feature = getattr(__future__, name)
        if globs.get(name) is feature:
            flags |= feature.compiler_flag
    return flags


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

    def _parts(self):
        return self.examples, self.docstring, self.globs, self.name, self.filename, self.lineno

    def __eq__(self, other):
        return self._parts() == other._parts() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

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
            while i < len(lines) and lines[i].lstrip(' ').startswith('...'):
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
            for k, src in enumerate(source[1:]):
                if not src.startswith(' ' * indent + '.'):
                    raise ValueError('line %r of the docstring for %s has inconsistent leading whitespace: %r' % (start + k + 1, name, src))
            for k, w in enumerate(want):
                if not w.startswith(' ' * indent):
                    raise ValueError('line %r of the docstring for %s has inconsistent leading whitespace: %r' % (
                        start + len(source) + k + 1, name, w))
            code = '\n'.join(src[indent + 4:] for src in source)
            wanted = '\n'.join(w[indent:] for w in want)
            output.append('\n'.join(text) + '\n' if text else '')
            text = []
            options = self._find_options(code, name, start)
            if all(not s.strip() or s.strip().startswith('#') for s in code.split('\n')):
                if options:
                    raise ValueError('line %r of the doctest for %s has an option directive on a line with no example: %r' % (start, name, code))
                continue
            output.append(Example(code, wanted, self._exception_of(wanted), start, margin + indent, options))
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
        if module is False:
            module = None
        elif module is None:
            module = inspect.getmodule(obj)
        source_lines = _source_lines(obj, module)
        if globs is None:
            globs = module.__dict__.copy() if module else {}
        else:
            globs = globs.copy()
        if extraglobs is not None:
            globs.update(extraglobs)
        globs.setdefault('__name__', '__main__')
        tests = []
        self._find(tests, obj, name, module, source_lines, globs, {})
        tests.sort()
        return tests

    def _is_routine(self, obj):
        try:
            obj = inspect.unwrap(obj)
        except ValueError:
            pass        # it wraps itself
        return inspect.isroutine(obj)

    def _from_module(self, module, object):
        if module is None:
            return True
        if inspect.getmodule(object) is not None:
            return module is inspect.getmodule(object)
        if inspect.isfunction(object):
            return module.__dict__ is object.__globals__
        if inspect.ismethoddescriptor(object) or inspect.ismethodwrapper(object):
            owner = getattr(object, '__objclass__', None)
            home = owner.__module__ if owner is not None else getattr(object, '__module__', module.__name__)
            return module.__name__ == home
        if isinstance(object, type) or hasattr(object, '__module__'):
            return module.__name__ == object.__module__
        if isinstance(object, property):
            return True
        raise ValueError("object must be a class or function")

    def _find(self, tests, obj, name, module, source_lines, globs, seen):
        if self._verbose:
            print(f'Finding tests in {name}')
        if id(obj) in seen:
            return
        seen[id(obj)] = 1
        test = self._get_test(obj, name, module, globs, source_lines)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            for valname, val in obj.__dict__.items():
                if (self._is_routine(val) or isinstance(val, type)) and self._from_module(module, val):
                    self._find(tests, val, f'{name}.{valname}', module, source_lines, globs, seen)
            for valname, val in getattr(obj, '__test__', {}).items():
                self._find(tests, val, f'{name}.__test__.{valname}', module, source_lines, globs, seen)
        elif isinstance(obj, type):
            for valname, val in obj.__dict__.items():
                if isinstance(val, (staticmethod, classmethod)):
                    val = val.__func__
                if (inspect.isroutine(val) or isinstance(val, (type, property))) and self._from_module(module, val):
                    self._find(tests, val, f'{name}.{valname}', module, source_lines, globs, seen)

    def _get_test(self, obj, name, module, globs, source_lines):
        doc = obj if isinstance(obj, str) else getattr(obj, '__doc__', None)
        doc = doc if isinstance(doc, str) else '' if doc is None else str(doc)
        lineno = self._find_lineno(obj, source_lines)
        if self._exclude_empty and not doc:
            return None
        filename = (getattr(module, '__file__', None) or module.__name__) if module else None
        if filename and filename.endswith('.pyc'):
            filename = filename[:-1]
        return self._parser.get_doctest(doc, globs, name, filename, lineno)

    def _find_lineno(self, obj, source_lines):
        """The line on which the docstring begins, from 0; None where that is not known."""
        first = None
        doc = getattr(obj, '__doc__', None)
        if inspect.ismodule(obj) and doc is not None:
            first = 0
        elif isinstance(obj, type) and doc is not None:
            if source_lines is None:
                return None
            pattern = re.compile(r'^\s*class\s*%s\b' % re.escape(getattr(obj, '__name__', '-')))
            first = next((i for i, line in enumerate(source_lines) if pattern.match(line)), None)
        if inspect.ismethod(obj):
            obj = obj.__func__
        if inspect.isfunction(obj) and getattr(obj, '__doc__', None):
            obj = inspect.unwrap(obj).__code__
        if inspect.istraceback(obj):
            obj = obj.tb_frame
        if inspect.isframe(obj):
            obj = obj.f_code
        if inspect.iscode(obj):
            first = obj.co_firstlineno - 1
        if first is None:
            return None
        if source_lines is None:
            return first + 1
        return next((i for i in range(first, len(source_lines)) if re.match(r'(^|.*:)\s*\w*("|\')', source_lines[i])), None)


def _source_lines(obj, module):
    """The lines of the file that has the object, None where there is none."""
    try:
        file = inspect.getsourcefile(obj)
        if not file:
            file = inspect.getfile(obj)
            if file[:1] + file[-2:] != '<]>':
                return None      # not another doctest either
    except TypeError:
        return None
    return linecache.getlines(file, *([module.__dict__] if module else [])) or None


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


def _exception_text(exc_info):
    """The exception's line with its notes; of a SyntaxError without the lines that show the place."""
    kind = exc_info[0]
    lines = traceback.format_exception_only(*exc_info[:2])
    if issubclass(kind, SyntaxError):
        starts = f'{kind.__qualname__}:', f'{kind.__module__}.{kind.__qualname__}:'
        lines = lines[next(i for i, line in enumerate(lines) if line.startswith(starts)):]
    return ''.join(lines)


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

    def __patched_linecache_getlines(self, filename, module_globals=None):
        m = re.match(r'<doctest (?P<name>.+)\[(?P<num>\d+)\]>$', filename)
        if m and m['name'] == self.test.name:
            return self.test.examples[int(m['num'])].source.splitlines(keepends=True)
        return self.save_linecache_getlines(filename, module_globals)

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Runs the examples of a test."""
        self.test = test
        if compileflags is None:
            compileflags = _future_flags(test.globs)
        if out is None:
            real = sys.stdout
            out = real.write
        kept = sys.stdout, sys.displayhook, linecache.getlines
        self._fakeout = sys.stdout = io.StringIO()
        sys.displayhook = sys.__displayhook__
        self.save_linecache_getlines = linecache.getlines
        linecache.getlines = self.__patched_linecache_getlines
        try:
            return self.__run(test, compileflags, out)
        finally:
            sys.stdout, sys.displayhook, linecache.getlines = kept
            if clear_globs:
                test.globs.clear()
                import builtins
                builtins._ = None

    def __run(self, test, compileflags, out):
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
                exec(compile(example.source, '<doctest %s[%d]>' % (test.name, number), "single", compileflags, True), test.globs)
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
                text = _exception_text(exc_info)
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
        self.__record_outcome(test, failures, tries)
        return TestResults(failures, tries)

    def __record_outcome(self, test, failures, tries):
        f, t = self._name2ft.get(test.name, (0, 0))
        self._name2ft[test.name] = failures + f, tries + t
        self.failures += failures
        self.tries += tries

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


    def merge(self, other):
        """Adds what another runner counted."""
        for name, (f, t) in other._name2ft.items():
            f2, t2 = self._name2ft.get(name, (0, 0))
            self._name2ft[name] = f + f2, t + t2


class DocTestFailure(Exception):
    """An example's output was not what was wanted: its test, the example, the output."""

    def __init__(self, test, example, got):
        self.test = test
        self.example = example
        self.got = got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example raised what was not wanted: its test, the example, exc_info."""

    def __init__(self, test, example, exc_info):
        self.test = test
        self.example = example
        self.exc_info = exc_info

    def __str__(self):
        return str(self.test)


class DebugRunner(DocTestRunner):
    """Raises at the first failure; the test keeps its globals then."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        result = super().run(test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return result

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


master = None


def _count(runner, report):
    """The end of testmod and testfile: the summary, and the runner merged into the one of all calls."""
    global master
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries)


def _read_relative(filename, package, module_relative, encoding):
    """A text file's text, newlines made uniform, and its path."""
    if module_relative:
        module = package or sys._getframe(2).f_globals
        filename = _relative_path(module, filename)
    with open(filename, encoding=encoding or 'utf-8') as file:
        return file.read(), filename


def _relative_path(module, path):
    if os.path.isabs(path):
        raise ValueError('Module-relative files may not have absolute paths')
    base = module.get('__file__') if isinstance(module, dict) else getattr(module, '__file__', None)
    if base is None and isinstance(module, dict) and module.get('__name__') == '__main__':
        base = os.path.join(os.getcwd(), '') if not sys.argv or not sys.argv[0] else sys.argv[0]
    if base is None:
        raise ValueError("Can't resolve paths relative to the module %r (it has no __file__)" % (module,))
    return os.path.join(os.path.dirname(base), *path.split('/'))


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False,
            exclude_empty=False):
    """Runs the examples in a module's docstrings, __main__'s by default."""
    if m is None:
        m = sys.modules.get('__main__')
    if not inspect.ismodule(m):
        raise TypeError("testmod: module required; %r" % (m,))
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(exclude_empty=exclude_empty).find(m, name or m.__name__, globs=globs, extraglobs=extraglobs, module=m):
        runner.run(test)
    return _count(runner, report)


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True, optionflags=0,
             extraglobs=None, raise_on_error=False, parser=DocTestParser(), encoding=None):
    """Runs the examples in a text file."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    text, filename = _read_relative(filename, package and _module_of(package), module_relative, encoding)
    globs = {} if globs is None else globs.copy()
    globs.update(extraglobs or {})
    globs.setdefault('__name__', '__main__')
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    runner.run(parser.get_doctest(text, globs, name or os.path.basename(filename), filename, 0))
    return _count(runner, report)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    """Runs the examples in one object's docstring."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test)


# What joins doctest and unittest.

_unittest_reportflags = 0


def set_unittest_reportflags(flags):
    """The reporting flags of tests that have none of their own; returns the former ones."""
    global _unittest_reportflags
    if flags & REPORTING_FLAGS != flags:
        raise ValueError("Only reporting flags allowed", flags)
    old, _unittest_reportflags = _unittest_reportflags, flags
    return old


class DocTestCase(unittest.TestCase):
    """A docstring's examples as one test."""

    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._dt_optionflags = optionflags
        self._dt_checker = checker
        self._dt_test = test
        self._dt_setUp = setUp
        self._dt_tearDown = tearDown

    def setUp(self):
        test = self._dt_test
        self._dt_globs = test.globs.copy()
        if self._dt_setUp is not None:
            self._dt_setUp(test)

    def tearDown(self):
        test = self._dt_test
        if self._dt_tearDown is not None:
            self._dt_tearDown(test)
        test.globs.clear()
        test.globs.update(self._dt_globs)

    def runTest(self):
        flags = self._dt_optionflags
        if not flags & REPORTING_FLAGS:
            flags |= _unittest_reportflags
        out, kept = io.StringIO(), sys.stdout
        runner = DocTestRunner(optionflags=flags, checker=self._dt_checker, verbose=False)
        runner.DIVIDER = "-" * 70
        try:
            failures, _ = runner.run(self._dt_test, out=out.write, clear_globs=False)
        finally:
            sys.stdout = kept
        if failures:
            raise self.failureException(self.format_failure(out.getvalue()))

    def format_failure(self, err):
        test = self._dt_test
        line = 'unknown line number' if test.lineno is None else test.lineno
        return (f'Failed doctest test for {test.name}\n  File "{test.filename}", line {line}, in {test.name.rpartition(".")[2]}\n\n{err}')

    def debug(self):
        self.setUp()
        DebugRunner(optionflags=self._dt_optionflags, checker=self._dt_checker, verbose=False).run(self._dt_test, clear_globs=False)
        self.tearDown()

    def id(self):
        return self._dt_test.name

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name)
                   for name in ('_dt_test', '_dt_optionflags', '_dt_setUp', '_dt_tearDown', '_dt_checker'))

    def __hash__(self):
        return hash((self._dt_optionflags, self._dt_setUp, self._dt_tearDown, self._dt_checker))

    def __repr__(self):
        parent, _, name = self._dt_test.name.rpartition('.')
        return f"{name} ({parent})"

    __str__ = object.__str__

    def shortDescription(self):
        return "Doctest: " + self._dt_test.name


class SkipDocTestCase(DocTestCase):
    """Stands for a module whose docstrings were optimized away."""

    def __init__(self, module):
        self.module = module
        super().__init__(None)

    def setUp(self):
        self.skipTest("DocTestSuite will not work with -O2 and above")

    def test_skip(self):
        pass

    def shortDescription(self):
        return f"Skipping tests from {self.module.__name__}"

    __str__ = shortDescription


class _DocTestSuite(unittest.TestSuite):

    def _removeTestAtIndex(self, index):
        pass


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """A test of each docstring with examples of a module."""
    if test_finder is None:
        test_finder = DocTestFinder()
    module = _module_of(module)
    tests = test_finder.find(module, globs=globs, extraglobs=extraglobs)
    suite = _DocTestSuite()
    if not tests and sys.flags.optimize >= 2:
        suite.addTest(SkipDocTestCase(module))
    tests.sort()
    for test in tests:
        if test.examples:
            if not test.filename:
                name = module.__file__
                test.filename = name[:-1] if name.endswith('.pyc') else name
            suite.addTest(DocTestCase(test, **options))
    return suite


class DocFileCase(DocTestCase):
    """A text file's examples as one test."""

    def id(self):
        return '_'.join(self._dt_test.name.split('.'))

    def __repr__(self):
        return self._dt_test.filename

    def format_failure(self, err):
        return f'Failed doctest test for {self._dt_test.name}\n  File "{self._dt_test.filename}", line 0\n\n{err}'


def DocFileTest(path, module_relative=True, package=None, globs=None, parser=DocTestParser(), encoding=None, **options):
    globs = {} if globs is None else globs.copy()
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    text, path = _read_relative(path, package, module_relative, encoding)
    globs.setdefault('__file__', path)
    return DocFileCase(parser.get_doctest(text, globs, os.path.basename(path), path, 0), **options)


def DocFileSuite(*paths, **kw):
    """A test of each text file."""
    suite = _DocTestSuite()
    if kw.get('module_relative', True):
        package = kw.get('package')
        kw['package'] = sys._getframe(1).f_globals if package is None else _module_of(package)
    for path in paths:
        suite.addTest(DocFileTest(path, **kw))
    return suite


def _module_of(module):
    """A module itself, by name, or the caller's caller's if it is None."""
    if inspect.ismodule(module) or isinstance(module, dict):
        return module
    if isinstance(module, str):
        return __import__(module, globals(), locals(), ["*"])
    if module is None:
        return sys.modules[sys._getframe(2).f_globals['__name__']]
    raise TypeError("Expected a module, string, or None")


# Examples as a script, and in the debugger.

def script_from_examples(s):
    """The examples of a text as a script: what was wanted and the text between as comments."""
    output = []
    for piece in DocTestParser().parse(s):
        if isinstance(piece, Example):
            output.append(piece.source[:-1])
            if piece.want:
                output.append('# Expected:')
                output += ['## ' + line for line in piece.want.split('\n')[:-1]]
        else:
            output += ['# ' + line if line else '#' for line in piece.split('\n')[:-1]]
    while output and output[-1] == '#':
        output.pop()
    while output and output[0] == '#':
        output.pop(0)
    return '\n'.join(output) + '\n'


def testsource(module, name):
    """The examples of a docstring, by the name of its test, as a script."""
    for test in DocTestFinder().find(_module_of(module)):
        if test.name == name:
            return script_from_examples(test.docstring)
    raise ValueError(name, "not found in tests")


def debug_src(src, pm=False, globs=None):
    """Examples from a text in the debugger."""
    debug_script(script_from_examples(src), pm, globs)


def debug_script(src, pm=False, globs=None):
    """A script in the debugger; with pm only after an error of it."""
    import pdb
    globs = globs.copy() if globs else {}
    if not pm:
        pdb.Pdb(nosigint=True).run(f"exec({src!r})", globs, globs)
        return
    try:
        exec(src, globs, globs)
    except:
        print(sys.exc_info()[1])
        p = pdb.Pdb(nosigint=True)
        p.reset()
        p.interaction(None, sys.exc_info()[2])


def debug(module, name, pm=False):
    """The examples of a docstring in the debugger."""
    module = _module_of(module)
    debug_script(testsource(module, name), pm, module.__dict__)


def _test():
    import argparse
    parser = argparse.ArgumentParser(description="doctest runner")
    parser.add_argument('-v', '--verbose', action='store_true', default=False, help='tell of every example')
    parser.add_argument('-o', '--option', action='append', choices=OPTIONFLAGS_BY_NAME.keys(), default=[], help='turn on an option by its name')
    parser.add_argument('-f', '--fail-fast', action='store_true', help='end with the first example that fails')
    parser.add_argument('file', nargs='+', help='a text with examples, or a module')
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
