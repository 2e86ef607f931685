"""Finding files whose indentation means different things with different widths of tabs."""

import os
import sys
import tokenize

__version__ = "6"
__all__ = ["check", "NannyNag", "process_tokens"]

verbose = 0
filename_only = 0


def errprint(*args):
    """Print to standard error and end."""
    sys.stderr.write(' '.join(map(str, args)) + '\n')
    sys.exit(1)


class NannyNag(Exception):
    """A line whose indentation is ambiguous."""

    def __init__(self, lineno, msg, line):
        self.lineno, self.msg, self.line = lineno, msg, line

    def get_lineno(self):
        return self.lineno

    def get_msg(self):
        return self.msg

    def get_line(self):
        return self.line


def check(file):
    """Check a file, or all sources of a folder, and print what is found."""
    if os.path.isdir(file) and not os.path.islink(file):
        if verbose:
            print("%r: listing directory" % (file,))
        for name in os.listdir(file):
            path = os.path.join(file, name)
            if os.path.isdir(path) and not os.path.islink(path) or os.path.normcase(name[-3:]) == ".py":
                check(path)
        return
    try:
        stream = tokenize.open(file)
    except OSError as msg:
        errprint("%r: I/O Error: %s" % (file, msg))
        return
    if verbose > 1:
        print("checking %r ..." % file)
    try:
        process_tokens(tokenize.generate_tokens(stream.readline))
    except tokenize.TokenError as msg:
        errprint("%r: Token Error: %s" % (file, msg))
    except SyntaxError as msg:
        errprint("%r: Token Error: %s" % (file, msg))
    except NannyNag as nag:
        if verbose:
            print("%r: *** Line %d: trouble in tab city! ***" % (file, nag.get_lineno()))
            print("offending line: %r" % (nag.get_line(),))
            print(nag.get_msg())
        else:
            shown = '"' + file + '"' if ' ' in file else file
            print(shown) if filename_only else print(shown, nag.get_lineno(), repr(nag.get_line()))
        return
    finally:
        stream.close()
    if verbose:
        print("%r: Clean bill of health." % (file,))


class Whitespace:
    """The blanks before a line, and how wide they are with tabs of any size."""

    def __init__(self, ws):
        end = len(ws) - len(ws.lstrip(' \t'))
        self.raw = ws
        self.n = end
        self.nt = ws[:end].count('\t')

    def width(self, tabsize):
        """Columns with tabs of a size."""
        return len(self.raw[:self.n].expandtabs(tabsize))

    def longest(self):
        return self.n

    def sizes(self, other):
        return range(1, max(self.n, other.n) + 2)

    def equal(self, other):
        return all(self.width(size) == other.width(size) for size in self.sizes(other))

    def less(self, other):
        return all(self.width(size) < other.width(size) for size in self.sizes(other))

    def not_equal_witness(self, other):
        return [(size, self.width(size), other.width(size)) for size in self.sizes(other) if self.width(size) != other.width(size)]

    def not_less_witness(self, other):
        return [(size, self.width(size), other.width(size)) for size in self.sizes(other) if self.width(size) >= other.width(size)]


def format_witnesses(w):
    """The widths of tabs at which something is wrong, in words."""
    return ("at tab sizes " if len(w) > 1 else "at tab size ") + ', '.join(str(size) for size, _, _ in w)


def process_tokens(tokens):
    """Raise NannyNag at the first ambiguous line."""
    try:
        _process(tokens)
    except TabError as error:
        raise NannyNag(error.lineno, error.msg, error.text)


def _process(tokens):
    indents = [Whitespace("")]
    check_equal = 0
    for kind, text, start, end, line in tokens:
        if kind == tokenize.NEWLINE:
            check_equal = 1
        elif kind == tokenize.INDENT:
            check_equal = 0
            this = Whitespace(text)
            if not indents[-1].less(this):
                raise NannyNag(start[0], "indent not greater e.g. " + format_witnesses(indents[-1].not_less_witness(this)), line)
            indents.append(this)
        elif kind == tokenize.DEDENT:
            check_equal = 1
            del indents[-1]
        elif check_equal and kind not in (tokenize.COMMENT, tokenize.NL):
            check_equal = 0
            this = Whitespace(line)
            if not indents[-1].equal(this):
                raise NannyNag(start[0], "indent not equal e.g. " + format_witnesses(indents[-1].not_equal_witness(this)), line)


def main():
    """The command line: -q names only, -v more."""
    import getopt
    global verbose, filename_only
    try:
        opts, args = getopt.getopt(sys.argv[1:], "qv")
    except getopt.error as msg:
        errprint(msg)
        return
    for o, _ in opts:
        if o == '-q':
            filename_only += 1
        if o == '-v':
            verbose += 1
    if not args:
        errprint("Usage:", sys.argv[0], "[-v] file_or_directory ...")
        return
    for arg in args:
        check(arg)


if __name__ == '__main__':
    main()
