"""Python source taken apart into tokens.

tokenize(readline) reads lines of bytes in the encoding that PEP 263 and byte order marks say, generate_tokens(readline) lines of text.

A token is a named tuple: its type (see token.py), its text, the (row, column) where it begins and ends, and the line
that it is on, several lines if it spans several. All text is covered: comments and line ends are tokens, too. Concatenated with the space
that lies between, tokens make the source again, which untokenize() does.
"""

import collections
import functools
import re
import sys
from codecs import lookup, BOM_UTF8
from io import TextIOWrapper
from token import *
from token import EXACT_TOKEN_TYPES
from builtins import open as _builtin_open
import token
from _tokenizer import Scanner, TokenError

cookie_re = re.compile(r'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', re.ASCII)
blank_re = re.compile(br'^[ \t\f]*(?:[#\r\n]|$)', re.ASCII)

__all__ = token.__all__ + ["tokenize", "generate_tokens", "detect_encoding", "untokenize", "TokenInfo"]
del token


class TokenInfo(collections.namedtuple('TokenInfo', 'type string start end line')):
    def __repr__(self):
        annotated_type = '%d (%s)' % (self.type, tok_name[self.type])
        return ('TokenInfo(type=%s, string=%r, start=%r, end=%r, line=%r)' %
                self._replace(type=annotated_type))

    @property
    def exact_type(self):
        if self.type == OP and self.string in EXACT_TOKEN_TYPES:
            return EXACT_TOKEN_TYPES[self.string]
        return self.type


class StopTokenizing(Exception):
    pass


# ---- regular expressions, for programs that build on them ----

def group(*choices): return '(' + '|'.join(choices) + ')'
def any(*choices): return group(*choices) + '*'
def maybe(*choices): return group(*choices) + '?'

Whitespace = r'[ \f\t]*'
Comment = r'#[^\r\n]*'
Ignore = Whitespace + any(r'\\\r?\n' + Whitespace) + maybe(Comment)
Name = r'\w+'

Hexnumber = r'0[xX](?:_?[0-9a-fA-F])+'
Binnumber = r'0[bB](?:_?[01])+'
Octnumber = r'0[oO](?:_?[0-7])+'
Decnumber = r'(?:0(?:_?0)*|[1-9](?:_?[0-9])*)'
Intnumber = group(Hexnumber, Binnumber, Octnumber, Decnumber)
Exponent = r'[eE][-+]?[0-9](?:_?[0-9])*'
Pointfloat = group(r'[0-9](?:_?[0-9])*\.(?:[0-9](?:_?[0-9])*)?', r'\.[0-9](?:_?[0-9])*') + maybe(Exponent)
Expfloat = r'[0-9](?:_?[0-9])*' + Exponent
Floatnumber = group(Pointfloat, Expfloat)
Imagnumber = group(r'[0-9](?:_?[0-9])*[jJ]', Floatnumber + r'[jJ]')
Number = group(Imagnumber, Floatnumber, Intnumber)


def _all_string_prefixes():
    """All spellings of the prefixes, the empty one included."""
    result = {''}
    for prefix in ('b', 'r', 'u', 'f', 'br', 'rb', 'fr', 'rf'):
        spellings = ['']
        for letter in prefix:
            spellings = [s + c for s in spellings for c in (letter, letter.upper())]
        result.update(spellings)
    return result


StringPrefix = group(*sorted(_all_string_prefixes()))
Single = r"[^'\\]*(?:\\.[^'\\]*)*'"
Double = r'[^"\\]*(?:\\.[^"\\]*)*"'
Single3 = r"[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''"
Double3 = r'[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"""'
Triple = group(StringPrefix + "'''", StringPrefix + '"""')
String = group(StringPrefix + r"'[^\n'\\]*(?:\\.[^\n'\\]*)*'", StringPrefix + r'"[^\n"\\]*(?:\\.[^\n"\\]*)*"')
Special = group(*map(re.escape, sorted(EXACT_TOKEN_TYPES, reverse=True)))
Funny = group(r'\r?\n', Special)
PlainToken = group(Number, Funny, String, Name)
Token = Ignore + PlainToken
ContStr = group(StringPrefix + r"'[^\n'\\]*(?:\\.[^\n'\\]*)*" + group("'", r'\\\r?\n'),
                StringPrefix + r'"[^\n"\\]*(?:\\.[^\n"\\]*)*' + group('"', r'\\\r?\n'))
PseudoExtras = group(r'\\\r?\n|\Z', Comment, Triple)
PseudoToken = Whitespace + group(PseudoExtras, Number, Funny, ContStr, Name)

endpats = {}
single_quoted = set()
triple_quoted = set()
for _prefix in _all_string_prefixes():
    endpats[_prefix + "'"] = Single
    endpats[_prefix + '"'] = Double
    endpats[_prefix + "'''"] = Single3
    endpats[_prefix + '"""'] = Double3
    single_quoted |= {_prefix + "'", _prefix + '"'}
    triple_quoted |= {_prefix + "'''", _prefix + '"""'}
del _prefix

tabsize = 8


@functools.lru_cache
def _compile(expr):
    return re.compile(expr, re.UNICODE)


# ---- tokens to text ----

class Untokenizer:

    def __init__(self):
        self.tokens = []
        self.prev_row = 1
        self.prev_col = 0
        self.prev_type = None
        self.encoding = None

    def add_whitespace(self, start):
        row, col = start
        if (row, col) < (self.prev_row, self.prev_col):
            raise ValueError("start ({},{}) precedes previous end ({},{})".format(row, col, self.prev_row, self.prev_col))
        if row > self.prev_row:
            self.tokens.append("\\\n" * (row - self.prev_row))
            self.prev_col = 0
        if col > self.prev_col:
            self.tokens.append(" " * (col - self.prev_col))

    def escape_brackets(self, token):
        """Double the braces of an f-string's text, but not those of a named character."""
        return re.sub(r'(\\N\{[^}]*\})|[{}]', lambda m: m[1] or m[0] * 2, token)

    def untokenize(self, iterable):
        it = iter(iterable)
        indents = []
        startline = False
        for t in it:
            if len(t) == 2:
                self.compat(t, it)
                break
            tok_type, token, start, end, line = t
            if tok_type == ENCODING:
                self.encoding = token
                continue
            if tok_type == ENDMARKER:
                break
            if tok_type == INDENT:
                indents.append(token)
                continue
            if tok_type == DEDENT:
                indents.pop()
                self.prev_row, self.prev_col = end
                continue
            if tok_type in (NEWLINE, NL):
                startline = True
            elif startline and indents:
                indent = indents[-1]
                if start[1] >= len(indent):
                    self.tokens.append(indent)
                    self.prev_col = len(indent)
                startline = False
            elif tok_type == FSTRING_MIDDLE and ('{' in token or '}' in token):
                token = self.escape_brackets(token)
                last_line = token.splitlines()[-1]
                end_line, end_col = end
                extra = last_line.count("{{") + last_line.count("}}")
                end = (end_line, end_col + extra)
            elif tok_type in (STRING, FSTRING_START) and self.prev_type in (STRING, FSTRING_END):
                self.add_whitespace(start)
            self.add_whitespace(start)
            self.tokens.append(token)
            self.prev_row, self.prev_col = end
            if tok_type in (NEWLINE, NL):
                self.prev_row += 1
                self.prev_col = 0
            self.prev_type = tok_type
        return "".join(self.tokens)

    def compat(self, token, iterable):
        """The rest of the tokens have no places: space is put where it keeps tokens apart."""
        indents = []
        is_line_start = token[0] in (NEWLINE, NL)
        is_behind_string = False
        for kind, text, *_ in [token, *iterable]:
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind in (NAME, NUMBER):
                text += ' '
            elif kind == STRING and is_behind_string:
                text = ' ' + text  # adjacent strings would become one
            is_behind_string = kind == STRING
            if kind == INDENT:
                indents.append(text)
            elif kind == DEDENT:
                indents.pop()
            else:
                if kind in (NEWLINE, NL):
                    is_line_start = True
                elif is_line_start and indents:
                    self.tokens.append(indents[-1])
                    is_line_start = False
                elif kind == FSTRING_MIDDLE:
                    text = self.escape_brackets(text)
                self.tokens.append(text)


def untokenize(iterable):
    """Source that gives the tokens: bytes if an ENCODING token comes first, else a str.

    Pairs of type and text are enough, but what lies between tokens may then differ from where they came from. With all five parts, the
    source comes out as it was, apart from space that no token tells of.
    """
    ut = Untokenizer()
    out = ut.untokenize(iterable)
    if ut.encoding is not None:
        out = out.encode(ut.encoding)
    return out


# ---- encodings ----

def _get_normal_name(orig_enc):
    """The name of an encoding as the interpreter spells the two most frequent ones."""
    enc = orig_enc[:12].lower().replace("_", "-")
    if enc == "utf-8" or enc.startswith("utf-8-"):
        return "utf-8"
    if enc in ("latin-1", "iso-8859-1", "iso-latin-1") or enc.startswith(("latin-1-", "iso-8859-1-", "iso-latin-1-")):
        return "iso-8859-1"
    return orig_enc


def detect_encoding(readline):
    """The encoding of a Python source, and the lines, two at most, that had to be read for it.

    The encoding is what a byte order mark or a cookie says, as PEP 263 has it, and 'utf-8' without either, 'utf-8-sig' with a mark. If the two
    contradict one another, or the cookie names an unknown encoding, a SyntaxError is raised.
    """
    filename = getattr(getattr(readline, '__self__', None), 'name', None)
    has_mark = False
    lines = []
    for number in (1, 2):
        line = _line_or_nothing(readline)
        if number == 1 and line.startswith(BOM_UTF8):
            has_mark, line = True, line[len(BOM_UTF8):]
        if not line:
            break
        lines.append(line)
        if encoding := _cookie_of(line, filename, has_mark):
            return encoding, lines
        if not blank_re.match(line):
            break  # behind a line of code no cookie counts
    return 'utf-8-sig' if has_mark else 'utf-8', lines


def _line_or_nothing(readline):
    try:
        return readline()
    except StopIteration:
        return b''


def _cookie_of(line, filename, has_mark):
    """The encoding that a line declares, or None; SyntaxError if it is unknown or contradicts a byte order mark."""
    where = '' if filename is None else ' for {!r}'.format(filename)
    try:
        found = cookie_re.match(line.decode('utf-8'))
    except UnicodeDecodeError:
        raise SyntaxError('invalid or missing encoding declaration' + where) from None
    if not found:
        return None
    encoding = _get_normal_name(found[1])
    try:
        lookup(encoding)
    except LookupError:
        raise SyntaxError(f'unknown encoding{where}: {encoding}') from None
    if not has_mark:
        return encoding
    if encoding != 'utf-8':
        raise SyntaxError(f'encoding problem{where}: utf-8')
    return 'utf-8-sig'


def open(filename):
    """Open a Python source as text, in the encoding that detect_encoding() finds."""
    buffer = _builtin_open(filename, 'rb')
    try:
        encoding = detect_encoding(buffer.readline)[0]
        buffer.seek(0)
        made = TextIOWrapper(buffer, encoding, line_buffering=True)
        made.mode = 'r'
    except:
        buffer.close()
        raise
    return made


# ---- text to tokens ----

def tokenize(readline):
    """The tokens of a source, which `readline` gives as lines of bytes, one at each call.

    A token is a named tuple: type, an int; string, its text; start and end, pairs of row and column; line, where it was found, several
    lines if it spans several. Its exact_type tells operators apart. An ENCODING token comes before all others, ENDMARKER after
    them.
    """
    encoding, consumed = detect_encoding(readline)
    rest = iter(consumed)
    decoded_as = 'utf-8' if encoding == 'utf-8-sig' else encoding

    def next_line():
        line = next(rest, None)
        if line is None:
            line = readline()
        return line.decode(decoded_as)

    if encoding is not None:
        yield TokenInfo(ENCODING, decoded_as, (0, 0), (0, 0), '')
    yield from map(TokenInfo._make, Scanner(next_line).tokens())


def generate_tokens(readline):
    """As tokenize(), for lines that are str; no ENCODING token comes then."""
    return map(TokenInfo._make, Scanner(readline).tokens())


# ---- the command line ----

def main():
    import argparse

    def perror(message):
        sys.stderr.write(message)
        sys.stderr.write('\n')

    def error(message, filename=None, location=None):
        if location:
            perror("%s:%d:%d: error: %s" % ((filename,) + location + (message,)))
        elif filename:
            perror("%s: error: %s" % (filename, message))
        else:
            perror("error: %s" % message)
        sys.exit(1)

    parser = argparse.ArgumentParser(prog='python -m tokenize')
    parser.add_argument(dest='filename', nargs='?', metavar='filename.py', help='the Python file; standard input by default')
    parser.add_argument('-e', '--exact', dest='exact', action='store_true', help='tell operators apart by their own names')
    args = parser.parse_args()
    try:
        if args.filename:
            filename = args.filename
            with _builtin_open(filename, 'rb') as f:
                tokens = list(tokenize(f.readline))
        else:
            filename = "<stdin>"
            tokens = generate_tokens(sys.stdin.readline)
        for token in tokens:
            token_type = token.exact_type if args.exact else token.type
            token_range = "%d,%d-%d,%d:" % (token.start + token.end)
            print("%-20s%-15s%-15r" % (token_range, tok_name[token_type], token.string))
    except IndentationError as err:
        line, column = err.args[1][1:3]
        error(err.args[0], filename, (line, column))
    except TokenError as err:
        line, column = err.args[1]
        error(err.args[0], filename, (line, column))
    except SyntaxError as err:
        error(err, filename)
    except OSError as err:
        error(err)
    except KeyboardInterrupt:
        print("interrupted\n")


if __name__ == "__main__":
    main()
