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
    """Exception raised for invalid regular expressions.

    Attributes:

        msg: The unformatted error message
        pattern: The regular expression pattern
        pos: The index in the pattern where compilation failed (may be None)
        lineno: The line corresponding to pos (may be None)
        colno: The column corresponding to pos (may be None)
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
    """Compile a regular expression pattern, returning a Pattern object."""
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    """Try to apply the pattern at the start of the string, returning a Match object, or None if no match was found."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """Try to apply the pattern to all of the string, returning a Match object, or None if no match was found."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """Scan through string looking for a match to the pattern, returning a Match object, or None if no match was found."""
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
    """Split the source string by the occurrences of the pattern, returning a list; groups are put into it too."""
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    """Return a list of all non-overlapping matches in the string: the matches, or the groups if the pattern has any."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """Return an iterator over all non-overlapping matches in the string; for each, it returns a Match object."""
    return _compile(pattern, flags).finditer(string)


def purge():
    """Clear the regular expression cache."""
    _cache.clear()


def template(pattern, flags=0):
    """Compile a template pattern, returning a Pattern object. Deprecated: it is compile()."""
    import warnings
    warnings.warn("The re.template() function is deprecated as it is an undocumented feature without an obvious purpose. "
                  "Use re.compile() instead.", DeprecationWarning)
    return _compile(pattern, flags)
