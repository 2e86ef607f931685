"""Regular expressions, in Python's syntax.

Matching is native (`_re`). Here are the module's functions with their cache, the error, and the flags: the enum RegexFlag is made
when a flag is first asked for, so that importing `re` stays cheap.
"""
import _re
from _re import Match, Pattern, escape

__version__ = "2.2.1"
__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "template", "escape",
           "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE",
           "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag"]

_FLAGS = {"NOFLAG": 0, "ASCII": 256, "A": 256, "IGNORECASE": 2, "I": 2, "LOCALE": 4, "L": 4, "UNICODE": 32, "U": 32,
          "MULTILINE": 8, "M": 8, "DOTALL": 16, "S": 16, "VERBOSE": 64, "X": 64, "TEMPLATE": 1, "T": 1, "DEBUG": 128}
_MAXCACHE = 512
_cache = {}  # by type, pattern and flags, the least recently compiled first


class error(Exception):
    """A pattern that is no regular expression.

    `msg` is the bare reason and `pattern` what was compiled; `pos` is the index where the trouble lies, `lineno` and `colno` are the
    same place in lines and columns, all three None if nobody knows.
    """

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


def _make_flags():
    from enum import KEEP, IntFlag, global_flag_repr
    module = globals()
    kind = IntFlag("RegexFlag", _FLAGS, module=__name__, boundary=KEEP)
    kind.__repr__ = global_flag_repr
    kind._numeric_repr_ = hex
    kind.__str__ = object.__str__
    module["RegexFlag"] = kind
    module.update(kind.__members__)


def __getattr__(name):
    if name == "RegexFlag" or name in _FLAGS:
        _make_flags()
        return globals()[name]
    if name == "Scanner":
        from _re_scanner import Scanner
        globals()[name] = Scanner
        return Scanner
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), *_FLAGS, "RegexFlag", "Scanner"})


def _warn(message):
    # Called while a pattern is compiled, below the function of this module that a script called.
    import warnings
    warnings.warn(message, FutureWarning, stacklevel=4)


def _compile(pattern, flags):
    if not isinstance(flags, int):
        hash((pattern, flags))
        if not isinstance(pattern, (str, bytes, Pattern)) and not hasattr(pattern, "__buffer__"):
            raise TypeError("first argument must be string or compiled pattern")
        raise TypeError(f"unsupported operand type(s) for &: {type(flags).__name__!r} and 'RegexFlag'")
    flags = int(flags)
    key = type(pattern), pattern, flags
    try:
        return _cache[key]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    compiled = _re.compile(pattern, flags)
    if flags & 128:
        return compiled
    if len(_cache) >= _MAXCACHE:
        _cache.pop(next(iter(_cache)), None)
    _cache[key] = compiled
    return compiled


def compile(pattern, flags=0):
    """The Pattern of a regular expression; patterns used lately are kept."""
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    """The Match at the beginning of the string, or None."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """The Match that covers the whole string, or None."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """The first Match anywhere in the string, or None."""
    return _compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    """Return the string obtained by replacing the leftmost non-overlapping occurrences of the pattern in string by repl.

    repl is a template, whose backslash escapes are processed, or a function that is called with the Match object and
    returns what to put in its place.
    """
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    """Return a tuple of what sub() returns and the number of replacements made."""
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    """The pieces between matches, with the groups of each match among them."""
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    """All matches from left to right as a list of str, or of groups if the pattern has any."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """The Match objects from left to right, one at a time."""
    return _compile(pattern, flags).finditer(string)


def purge():
    """Forget the compiled patterns that are kept."""
    _cache.clear()


def template(pattern, flags=0):
    """An older name of compile(), deprecated."""
    import warnings
    warnings.warn("The re.template() function is deprecated as it is an undocumented feature without an obvious purpose. "
                  "Use re.compile() instead.", DeprecationWarning)
    return _compile(pattern, flags)
