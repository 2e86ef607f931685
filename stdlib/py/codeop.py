"""Is a text a whole statement, the beginning of one, or wrong?"""

import __future__
import warnings

__all__ = ["compile_command", "Compile", "CommandCompiler"]

_features = [getattr(__future__, fname) for fname in __future__.all_feature_names]
PyCF_DONT_IMPLY_DEDENT = 0x200
PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000


def _wants_more(source, error):
    # The text ended where the statement did not.
    text = str(error.msg or '')
    if 'was never closed' in text or 'unterminated triple-quoted' in text or 'unexpected EOF' in text:
        return True
    if text.startswith("expected an indented block"):
        last = source.rstrip().count('\n') + 1
        return (error.lineno or 0) >= last
    if all(line.startswith('@') for line in source.strip().split('\n')):
        return True
    if 'incomplete input' in text or 'expected \'except\' or \'finally\' block' in text:
        return True
    return False


def _maybe_compile(compiler, source, filename, symbol):
    for line in source.split("\n"):
        line = line.strip()
        if line and line[0] != '#':
            break
    else:
        if symbol != "eval":
            source = "pass"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", (SyntaxWarning, DeprecationWarning))
        first = None
        try:
            compiler(source, filename, symbol)
        except SyntaxError as e:
            first = e
    if first is None:
        # A block may go on until an empty line.
        if symbol == "single" and not source.endswith("\n") and _opens_block(source):
            return None
        return compiler(source, filename, symbol)
    if _wants_more(source, first) or source.rstrip(' \t').endswith('\\'):
        return None
    if source.endswith('\\\n'):
        return None
    raise first.with_traceback(None)


def _opens_block(source):
    lines = [line for line in source.split('\n') if line.strip() and not line.strip().startswith('#')]
    if not lines:
        return False
    if len(lines) > 1 and lines[-1][:1] in ' \t':
        return True
    if lines[0].startswith('@'):
        return True
    last = lines[-1]
    import re
    if re.match(r'(if|for|while|with|def|class|try|async|match)\b', lines[0]):
        return True
    return re.match(r'(else|elif|except|finally)\b', last) is not None


class Compile:
    """Compiles, and remembers the `from __future__` statements of what it compiled."""

    def __init__(self):
        self.flags = 0

    def __call__(self, source, filename, symbol, **kwargs):
        code = compile(source, filename, symbol, self.flags, True)
        for feature in _features:
            if code.co_flags & feature.compiler_flag:
                self.flags |= feature.compiler_flag
        return code


class CommandCompiler:
    """compile_command() with a memory for `from __future__` statements."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename="<input>", symbol="single"):
        return _maybe_compile(self.compiler, source, filename, symbol)


def _compile(source, filename, symbol, **kwargs):
    return compile(source, filename, symbol, 0, True)


def compile_command(source, filename="<input>", symbol="single"):
    """A code object; None if the text is incomplete; SyntaxError, OverflowError or ValueError if it is wrong."""
    return _maybe_compile(_compile, source, filename, symbol)
