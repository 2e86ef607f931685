"""The scanner behind tokenize: text, line by line, to tokens with their places, comments and line ends included.

It follows the language's tokenizer in its liberal form, in which characters that mean nothing are operators and numbers are not checked against what follows. An f-string
is a run of tokens: its scanner is a mode, and modes lie on a stack. In a mode of an f-string `depth` counts the brackets that are open
inside it, and `field` is the depth of the replacement field that is being scanned, -1 outside of all.
"""

from token import *

__all__ = ['Scanner', 'TokenError']

TABSIZE = 8
MAX_INDENTS = 100

OPERATORS = {
    '!=', '%=', '&=', '**', '**=', '*=', '+=', '-=', '->', '...', '//', '//=', '/=', ':=', '<<', '<<=', '<=', '<>', '==', '>=', '>>', '>>=',
    '@=', '^=', '|=',
}
SINGLE = frozenset('!%&()*+,-./:;<=>@[]^{|}~$?`')
STRING_PREFIXES = frozenset(['', 'r', 'u', 'b', 'br', 'rb', 'f', 'fr', 'rf'])
DIGITS = frozenset('0123456789')
RADIXES = {'x': ('hexadecimal', frozenset('0123456789abcdefABCDEF')), 'o': ('octal', frozenset('01234567')), 'b': ('binary', frozenset('01'))}


class TokenError(Exception):
    """What cannot be divided into tokens: a message and where."""

    __module__ = 'tokenize'


class _FString:
    """The mode of an f-string."""

    __slots__ = ('quote', 'raw', 'depth', 'field', 'in_text', 'in_spec', 'start')

    def __init__(self, quote, raw, start):
        self.quote = quote
        self.raw = raw
        self.start = start
        self.depth = 0
        self.field = -1
        self.in_text = True
        self.in_spec = False


class Scanner:
    """tokens() yields (type, string, start, end, line); `readline` gives lines, '' at the end. Line ends are kept as they are."""

    def __init__(self, readline):
        self.readline = readline
        self.row = 0
        self.line = ''
        self.pos = 0
        self.level = 0          # of open brackets
        self.modes = []

    def next_line(self):
        try:
            line = self.readline()
        except StopIteration:
            line = ''
        if '\0' in line:
            raise TokenError('source code cannot contain null bytes', (self.row + 1, 0))
        if line:
            self.row += 1
            self.line = line
        return bool(line)

    def end_of_text(self):
        """Where the text of the line ends and its line end begins."""
        line = self.line
        if line.endswith('\r\n'):
            return len(line) - 2
        return len(line) - 1 if line.endswith('\n') else len(line)

    def error(self, message, column=None, row=None):
        return TokenError(message, (row or self.row, self.pos if column is None else column))

    def token(self, type, start, end, line=None):
        return type, self.line[start:end], (self.row, start), (self.row, end), self.line if line is None else line

    # ---- lines ----

    def tokens(self):
        indents, alternatives = [0], [0]
        continued = False
        while self.next_line():
            self.pos = 0
            if not self.level and not self.modes and not continued:
                start = self.pos
                column = alternative = 0
                line = self.line
                while self.pos < len(line):
                    c = line[self.pos]
                    if c == ' ':
                        column += 1
                        alternative += 1
                    elif c == '\t':
                        column = (column // TABSIZE + 1) * TABSIZE
                        alternative += 1
                    elif c == '\f':
                        column = alternative = 0
                    else:
                        break
                    self.pos += 1
                if line[self.pos:self.pos + 1] in ('', '#', '\n') or line[self.pos:] == '\r\n':
                    yield from self.blank_line()
                    continue
                if not (line[self.pos] == '\\' and self.pos + 1 == self.end_of_text()):
                    yield from self.indentation(column, alternative, indents, alternatives)
            continued = False
            yield from self.statement_part()
            if self.modes and self.modes[-1].in_text:
                raise self.unterminated()
            text_end = self.end_of_text()
            if self.line[self.pos:self.pos + 1] == '\\':
                continued = True
                continue
            if self.pos >= text_end:
                kind = NL if self.level or self.modes else NEWLINE
                end = len(self.line) if text_end < len(self.line) else text_end + 1
                yield kind, self.line[text_end:], (self.row, text_end), (self.row, end), self.line
        if continued:
            raise self.error('unexpected EOF in multi-line statement', len(self.line) + 1)
        if self.level or self.modes:
            raise TokenError('unexpected EOF in multi-line statement', (self.row, 0))
        end = (self.row + 1, 0)
        for _ in indents[1:]:
            yield DEDENT, '', end, end, ''
        yield ENDMARKER, '', end, end, ''

    def blank_line(self):
        """A line of nothing, or of a comment alone."""
        text_end = self.end_of_text()
        if self.pos < text_end:
            yield self.token(COMMENT, self.pos, text_end)
        end = len(self.line) if text_end < len(self.line) else text_end + 1
        yield NL, self.line[text_end:], (self.row, text_end), (self.row, end), self.line

    def indentation(self, column, alternative, indents, alternatives):
        def complain(kind, message):
            text = self.line[:self.end_of_text()]
            return kind(message, ('<string>', self.row, len(text) + 1, text, None, None))

        inconsistent = 'inconsistent use of tabs and spaces in indentation'
        if column == indents[-1]:
            if alternative != alternatives[-1]:
                raise complain(TabError, inconsistent)
        elif column > indents[-1]:
            if len(indents) >= MAX_INDENTS:
                raise complain(IndentationError, 'too many levels of indentation')
            if alternative <= alternatives[-1]:
                raise complain(TabError, inconsistent)
            indents.append(column)
            alternatives.append(alternative)
            yield self.token(INDENT, 0, self.pos)
        else:
            while column < indents[-1]:
                indents.pop()
                alternatives.pop()
                if column > indents[-1]:
                    raise complain(IndentationError, 'unindent does not match any outer indentation level')
                if column == indents[-1] and alternative != alternatives[-1]:
                    raise complain(TabError, inconsistent)
                yield DEDENT, '', (self.row, self.pos), (self.row, self.pos), self.line

    # ---- tokens of a line ----

    def statement_part(self):
        """Tokens up to the end of the line, or to a backslash at its end."""
        while True:
            if self.modes and self.modes[-1].in_text:
                yield from self.fstring_text(self.modes[-1])
                continue
            line = self.line
            text_end = self.end_of_text()
            while self.pos < text_end and line[self.pos] in ' \t\f':
                self.pos += 1
            start = self.pos
            if start >= text_end:
                return
            c = line[start]
            if c == '#':
                self.pos = text_end
                yield self.token(COMMENT, start, text_end)
            elif c == '\\':
                if start + 1 < text_end:
                    raise self.error('unexpected character after line continuation character', text_end + 1)
                return
            elif c in DIGITS or (c == '.' and line[start + 1:start + 2] in DIGITS and start + 1 < len(line)):
                self.number()
                yield self.token(NUMBER, start, self.pos)
            elif c.isidentifier() or c == '_' or c >= '\x80':
                end = start + 1
                while end < text_end and (line[end].isalnum() or line[end] == '_' or line[end] >= '\x80'):
                    end += 1
                if line[end:end + 1] in ("'", '"') and end < len(line) and line[start:end].lower() in STRING_PREFIXES:
                    yield from self.string(start, end)
                else:
                    self.pos = end
                    yield self.token(NAME, start, end)
            elif c in '\'"':
                yield from self.string(start, start)
            elif c in SINGLE:
                yield self.operator(start)
            else:
                raise self.error('invalid non-printable character U+%04X' % ord(c), start + 1)

    def operator(self, start):
        line = self.line
        c = line[start]
        mode = self.modes[-1] if self.modes else None
        size = 1
        at_top = mode is not None and mode.depth - 1 == mode.field
        if c == ':' and at_top:
            mode.in_text = mode.in_spec = True
        else:
            for n in (3, 2):
                if line[start:start + n] in OPERATORS:
                    size = n
                    break
        if size == 1:
            if c in '([{':
                self.level += 1
                if mode:
                    mode.depth += 1
            elif c in ')]}':
                if mode and c == '}' and not mode.depth:
                    raise self.error("f-string: single '}' is not allowed", start + 1)
                self.level = max(0, self.level - 1)
                if mode:
                    mode.depth -= 1
                    if c == '}' and mode.depth == mode.field:
                        mode.field -= 1
                        mode.in_text = True
                        mode.in_spec = mode.field >= 0
        self.pos = start + size
        return self.token(OP, start, self.pos)

    # ---- numbers ----

    def digits(self, allowed, name):
        """Digits with single underscores between; the place is behind the first."""
        line = self.line
        while True:
            while line[self.pos:self.pos + 1] in allowed and self.pos < len(line):
                self.pos += 1
            if line[self.pos:self.pos + 1] != '_':
                return
            self.pos += 1
            self.expect_digit(allowed, name)

    def expect_digit(self, allowed, name):
        c = self.line[self.pos:self.pos + 1]
        if c not in allowed or not c:
            if c and c in DIGITS:
                raise self.error(f"invalid digit '{c}' in {name} literal", self.pos + 1)
            raise self.error(f'invalid {name} literal')

    def number(self):
        line = self.line
        if line[self.pos] == '0' and line[self.pos + 1:self.pos + 2].lower() in RADIXES:
            name, allowed = RADIXES[line[self.pos + 1].lower()]
            self.pos += 2
            if line[self.pos:self.pos + 1] == '_':
                self.pos += 1
            self.expect_digit(allowed, name)
            self.digits(allowed, name)
            c = line[self.pos:self.pos + 1]
            if c and c in DIGITS:
                raise self.error(f"invalid digit '{c}' in {name} literal", self.pos + 1)
            return
        if line[self.pos] != '.':
            self.digits(DIGITS, 'decimal')
        if line[self.pos:self.pos + 1] == '.':
            self.pos += 1
            if line[self.pos:self.pos + 1] in DIGITS and self.pos < len(line):
                self.digits(DIGITS, 'decimal')
        if line[self.pos:self.pos + 1] in ('e', 'E'):
            after = line[self.pos + 1:self.pos + 2]
            if after and after in '+-':
                if line[self.pos + 2:self.pos + 3] not in DIGITS or self.pos + 2 >= len(line):
                    raise self.error('invalid decimal literal', self.pos + 2)
                self.pos += 2
                self.digits(DIGITS, 'decimal')
            elif after and after in DIGITS:
                self.pos += 1
                self.digits(DIGITS, 'decimal')
        if line[self.pos:self.pos + 1] in ('j', 'J'):
            self.pos += 1

    # ---- strings ----

    def string(self, start, quote_at):
        line = self.line
        quote = line[quote_at]
        prefix = line[start:quote_at].lower()
        triple = line.startswith(quote * 3, quote_at)
        quotes = quote * 3 if triple else quote
        if 'f' in prefix:
            self.pos = quote_at + len(quotes)
            self.modes.append(_FString(quotes, 'r' in prefix, (self.row, start)))
            yield self.token(FSTRING_START, start, self.pos)
            return
        row, lines = self.row, [line]
        self.pos = quote_at + len(quotes)
        while True:
            c = self.line[self.pos:self.pos + 1]
            if c == '' or (c in '\r\n' and not triple and self.pos >= self.end_of_text()):
                if c == '' and (triple or self.pos > 0 and self.escaped_end):
                    self.escaped_end = False
                    if self.next_line():
                        lines.append(self.line)
                        self.pos = 0
                        continue
                if self.modes and self.modes[-1].quote == quotes:
                    raise TokenError("f-string: expecting '}'", (row, start + 1))
                if triple:
                    raise TokenError('EOF in multi-line string', (row, start + 1))
                raise TokenError('unterminated string literal (detected at line %d)' % self.row, (row, start + 1))
            if c == '\\':
                # the escaped character may be the line's end, of one or two characters
                self.pos += 2
                if self.line.startswith('\r\n', self.pos - 1):
                    self.pos += 1
                self.escaped_end = self.pos >= len(self.line)
                if self.escaped_end:
                    self.pos = len(self.line)
                continue
            if c == quote and self.line.startswith(quotes, self.pos):
                self.pos += len(quotes)
                break
            self.pos += 1
        if len(lines) == 1:
            yield self.token(STRING, start, self.pos)
        else:
            text = lines[0][start:] + ''.join(lines[1:-1]) + lines[-1][:self.pos]
            yield STRING, text, (row, start), (self.row, self.pos), ''.join(lines)

    escaped_end = False

    def unterminated(self, mode=None):
        mode = mode or self.modes[-1]
        triple = 'triple-quoted ' if len(mode.quote) == 3 else ''
        return TokenError(f'unterminated {triple}f-string literal (detected at line {self.row})', (mode.start[0], mode.start[1] + 1))

    def fstring_text(self, mode):
        """Literal text up to a brace or the end, or the end itself; then the mode changes."""
        line = self.line
        start, row, lines = self.pos, self.row, [line]
        if line.startswith('{', start) and (not line.startswith('{{', start) or mode.in_spec):
            self.open_field(mode)
            return
        if not mode.in_spec and line.startswith(mode.quote, start):
            self.pos += len(mode.quote)
            self.modes.pop()
            yield self.token(FSTRING_END, start, self.pos)
            return
        named = False
        triple = len(mode.quote) == 3
        skip = 0
        while True:
            c = self.line[self.pos:self.pos + 1]
            if c == '' or (c in '\r\n' and not triple and self.pos >= self.end_of_text()):
                if mode.in_spec and not triple and c:
                    mode.in_text = False  # what comes is scanned as an expression, and fails there
                    break
                if c == '' and (triple or self.escaped_end):
                    self.escaped_end = False
                    if self.next_line():
                        lines.append(self.line)
                        self.pos = 0
                        continue
                raise self.unterminated(mode)
            if self.line.startswith(mode.quote, self.pos):
                break
            if c == '{':
                if self.line.startswith('{{', self.pos) and not mode.in_spec:
                    self.pos += 1
                    skip = 1
                break
            if c == '}':
                if named:
                    named = False
                    self.pos += 1
                    continue
                if self.line.startswith('}}', self.pos) and not mode.in_spec:
                    self.pos += 1
                    skip = 1
                else:
                    mode.in_text = False
                break
            if c == '\\':
                after = self.line[self.pos + 1:self.pos + 2]
                if after in ('{', '}') and after:
                    self.pos += 1
                    continue
                if after == 'N' and not mode.raw:
                    self.pos += 2
                    if self.line.startswith('{', self.pos):
                        named = True
                        self.pos += 1
                    continue
                self.pos += 2
                if self.line.startswith('\r\n', self.pos - 1):
                    self.pos += 1
                self.escaped_end = self.pos >= len(self.line)
                if self.escaped_end:
                    self.pos = len(self.line)
                continue
            self.pos += 1
        if len(lines) == 1:
            yield self.token(FSTRING_MIDDLE, start, self.pos)
        else:
            text = lines[0][start:] + ''.join(lines[1:-1]) + lines[-1][:self.pos]
            yield FSTRING_MIDDLE, text, (row, start), (self.row, self.pos), ''.join(lines)
        self.pos += skip

    def open_field(self, mode):
        """A replacement field begins: its brace is an operator."""
        mode.field = mode.depth
        mode.in_text = mode.in_spec = False
