"""Reading TOML 1.0: tables as dicts, arrays as lists, dates and times as those of datetime."""

from datetime import date, datetime, time, timedelta, timezone

__all__ = ("loads", "load", "TOMLDecodeError")

_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
_CONTROL = frozenset(chr(c) for c in [*range(32), 127])
_NOT_IN_COMMENT = _CONTROL - {"\t"}
_NOT_IN_LINE = _CONTROL - {"\t"}
_NOT_IN_TEXT = _CONTROL - {"\t", "\n"}
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


class TOMLDecodeError(ValueError):
    """A text that TOML does not allow; the message names the line and column."""


def load(fp, /, *, parse_float=float):
    """The document of a binary file."""
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    """The document of a str."""
    text = s.replace("\r\n", "\n")
    return _Parser(text, _checked(parse_float)).document()


def _checked(parse_float):
    if parse_float is float:
        return float

    def parse(text):
        value = parse_float(text)
        if isinstance(value, (dict, list)):
            raise ValueError("parse_float must not return dicts or lists")
        return value
    return parse


class _Table(dict):
    """A table while the document is read: how it came about says what may still be added."""

    __slots__ = ("made",)       # "implied" by a longer header, "header", "dotted" keys, "inline"

    def __init__(self, made):
        self.made = made


class _Array(list):
    """An array of tables made by [[headers]]."""


class _Parser:
    """Reads one document; `at` is the place in the text."""

    def __init__(self, text, parse_float):
        self.text = text
        self.at = 0
        self.parse_float = parse_float
        self.depth = 0

    def error(self, message, at=None):
        at = self.at if at is None else at
        if at >= len(self.text):
            place = "end of document"
        else:
            line = self.text.count("\n", 0, at) + 1
            column = at + 1 if line == 1 else at - self.text.rindex("\n", 0, at)
            place = f"line {line}, column {column}"
        return TOMLDecodeError(f"{message} (at {place})")

    def peek(self):
        return self.text[self.at:self.at + 1]

    def skip(self, chars):
        text, at = self.text, self.at
        while at < len(text) and text[at] in chars:
            at += 1
        self.at = at

    def comment(self):
        if self.peek() != "#":
            return
        self.at += 1
        end = self.text.find("\n", self.at)
        end = len(self.text) if end < 0 else end
        for i in range(self.at, end):
            if self.text[i] in _NOT_IN_COMMENT:
                raise self.error(f"Found invalid character {self.text[i]!r}", i)
        self.at = end

    def blanks_and_comments(self):
        while True:
            before = self.at
            self.skip(" \t\n")
            self.comment()
            if self.at == before:
                return

    # ---- the document

    def document(self):
        root = table = _Table("header")
        prefix = ()
        while True:
            self.skip(" \t")
            char = self.peek()
            if not char:
                break
            if char == "\n":
                self.at += 1
                continue
            if char == "[":
                table, prefix = self.header(root)
            elif char in _BARE or char in "\"'":
                self.key_value(table, prefix)
            elif char != "#":
                raise self.error("Invalid statement")
            self.skip(" \t")
            self.comment()
            char = self.peek()
            if not char:
                break
            if char != "\n":
                raise self.error("Expected newline or end of document after a statement")
            self.at += 1
        return _plain(root)

    def header(self, root):
        many = self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        self.skip(" \t")
        key = self.key()
        close = "]]" if many else "]"
        if many:
            table = self.array_table(root, key)
            if not self.text.startswith("]]", self.at):
                raise self.error("Expected ']]' at the end of an array declaration")
        else:
            table = self.table(root, key)
            if not self.text.startswith("]", self.at):
                raise self.error("Expected ']' at the end of a table declaration")
        self.at += len(close)
        return table, key

    def descend(self, root, key, frozen):
        """The table in which the last part of a header's key stands."""
        table = root
        for part in key:
            table = table.setdefault(part, _Table("implied"))
            if type(table) is _Array:
                table = table[-1]
            if type(table) is _Table and table.made == "inline":
                raise self.error(frozen)
            if type(table) is not _Table:
                raise self.error("Cannot overwrite a value")
        return table

    def table(self, root, key):
        owner = self.descend(root, key[:-1], f"Cannot declare {key} twice")
        found = owner.get(key[-1])
        if found is None:
            found = owner[key[-1]] = _Table("header")
        elif type(found) is not _Table:
            raise self.error(f"Cannot declare {key} twice" if type(found) is _Array else "Cannot overwrite a value")
        elif found.made != "implied":
            raise self.error(f"Cannot declare {key} twice")
        found.made = "header"
        return found

    def array_table(self, root, key):
        owner = self.descend(root, key[:-1], f"Cannot mutate immutable namespace {key}")
        found = owner.setdefault(key[-1], _Array())
        if type(found) is not _Array:
            if type(found) is list or (type(found) is _Table and found.made == "inline"):
                raise self.error(f"Cannot mutate immutable namespace {key}")
            raise self.error("Cannot overwrite a value")
        found.append(_Table("header"))
        return found[-1]

    def key_value(self, table, prefix):
        key, value, at = self.pair()
        path = prefix + key
        for i, part in enumerate(key[:-1]):
            found = table.get(part)
            if found is None:
                found = table[part] = _Table("dotted")
            elif type(found) is not _Table or found.made not in ("dotted", "implied"):
                raise self.error(f"Cannot redefine namespace {prefix + key[:i + 1]}" if type(found) is _Table and found.made == "header"
                                 else f"Cannot mutate immutable namespace {prefix + key[:i + 1]}" if type(found) in (_Table, list) else "Cannot overwrite a value")
            elif found.made == "implied":
                found.made = "dotted"
            table = found
        if key[-1] in table:
            raise self.error("Cannot overwrite a value")
        table[key[-1]] = value

    def pair(self):
        key = self.key()
        if self.peek() != "=":
            raise self.error("Expected '=' after a key in a key/value pair")
        self.at += 1
        self.skip(" \t")
        return key, self.value(), self.at

    def key(self):
        parts = []
        while True:
            char = self.peek()
            if char and char in _BARE:
                start = self.at
                self.skip(_BARE)
                parts.append(self.text[start:self.at])
            elif char == "'":
                parts.append(self.literal_line())
            elif char == '"':
                parts.append(self.basic_line())
            else:
                raise self.error("Invalid initial character for a key part")
            self.skip(" \t")
            if self.peek() != ".":
                return tuple(parts)
            self.at += 1
            self.skip(" \t")

    # ---- values

    def value(self):
        char = self.peek()
        if char == '"':
            return self.basic_text() if self.text.startswith('"""', self.at) else self.basic_line()
        if char == "'":
            return self.literal_text() if self.text.startswith("'''", self.at) else self.literal_line()
        for word, value in (("true", True), ("false", False)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        if char == "[":
            return self.nested(self.array)
        if char == "{":
            return self.nested(self.inline_table)
        return self.scalar()

    def nested(self, read):
        self.depth += 1
        if self.depth > 400:
            raise RecursionError("maximum recursion depth exceeded while reading TOML")
        value = read()
        self.depth -= 1
        return value

    def array(self):
        self.at += 1
        values = []
        self.blanks_and_comments()
        while self.peek() != "]":
            values.append(self.value())
            self.blanks_and_comments()
            char = self.peek()
            if char == "]":
                break
            if char != ",":
                raise self.error("Unclosed array")
            self.at += 1
            self.blanks_and_comments()
        self.at += 1
        return values

    def inline_table(self):
        self.at += 1
        table = _Table("inline")
        self.skip(" \t")
        if self.peek() == "}":
            self.at += 1
            return table
        while True:
            key, value, _ = self.pair()
            owner = table
            for i, part in enumerate(key[:-1]):
                found = owner.setdefault(part, _Table("dotted"))
                if type(found) is not _Table:
                    raise self.error("Cannot overwrite a value")
                if found.made == "inline":
                    raise self.error(f"Cannot mutate immutable namespace {key[:i + 1]}")
                owner = found
            if key[-1] in owner:
                raise self.error(f"Duplicate inline table key {key[-1]!r}")
            owner[key[-1]] = value
            self.skip(" \t")
            char = self.peek()
            self.at += 1
            if char == "}":
                _freeze(table)
                return table
            if char != ",":
                self.at -= 1
                raise self.error("Unclosed inline table")
            self.skip(" \t")

    # ---- texts

    def literal_line(self):
        start = self.at = self.at + 1
        while True:
            if self.at >= len(self.text):
                raise self.error("Expected \"'\"", self.at)
            char = self.text[self.at]
            if char == "'":
                self.at += 1
                return self.text[start:self.at - 1]
            if char in _NOT_IN_LINE:
                raise self.error(f"Found invalid character {char!r}")
            self.at += 1

    def literal_text(self):
        self.at += 3
        if self.peek() == "\n":
            self.at += 1
        end = self.text.find("'''", self.at)
        if end < 0:
            raise self.error("Expected \"'''\"", len(self.text))
        for i in range(self.at, end):
            if self.text[i] in _NOT_IN_TEXT:
                raise self.error(f"Found invalid character {self.text[i]!r}", i)
        value = self.text[self.at:end]
        self.at = end + 3
        return value + self.extra_quotes("'")

    def extra_quotes(self, quote):
        """Up to two quotes right before the closing ones belong to the text."""
        extra = ""
        while len(extra) < 2 and self.peek() == quote:
            extra += quote
            self.at += 1
        return extra

    def basic_line(self):
        self.at += 1
        parts = []
        start = self.at
        while True:
            char = self.peek()
            if not char:
                raise self.error("Unterminated string")
            if char == '"':
                parts.append(self.text[start:self.at])
                self.at += 1
                return "".join(parts)
            if char == "\\":
                parts.append(self.text[start:self.at])
                parts.append(self.escape(False))
                start = self.at
                continue
            if char in _NOT_IN_LINE:
                raise self.error(f"Illegal character {char!r}")
            self.at += 1

    def basic_text(self):
        self.at += 3
        if self.peek() == "\n":
            self.at += 1
        parts = []
        start = self.at
        while True:
            char = self.peek()
            if not char:
                raise self.error("Unterminated string")
            if char == '"' and self.text.startswith('"""', self.at):
                parts.append(self.text[start:self.at])
                self.at += 3
                return "".join(parts) + self.extra_quotes('"')
            if char == "\\":
                parts.append(self.text[start:self.at])
                parts.append(self.escape(True))
                start = self.at
                continue
            if char in _NOT_IN_TEXT:
                raise self.error(f"Illegal character {char!r}")
            self.at += 1

    def escape(self, multiline):
        letter = self.text[self.at + 1:self.at + 2]
        self.at += 2
        if multiline and letter in ("\n", " ", "\t"):
            # a backslash at the end of a line takes away what is blank up to the next text
            if letter != "\n":
                self.skip(" \t")
                char = self.peek()
                if not char:
                    return ""
                if char != "\n":
                    raise self.error("Unescaped '\\' in a string")
                self.at += 1
            self.skip(" \t\n")
            return ""
        if letter in ("u", "U"):
            length = 4 if letter == "u" else 8
            digits = self.text[self.at:self.at + length]
            if len(digits) != length or any(c not in "0123456789abcdefABCDEF" for c in digits):
                raise self.error("Invalid hex value")
            self.at += length
            code = int(digits, 16)
            if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
                raise self.error("Escaped character is not a Unicode scalar value")
            return chr(code)
        if letter in _ESCAPES and letter:
            return _ESCAPES[letter]
        if not letter:
            raise self.error("Unterminated string")
        raise self.error("Unescaped '\\' in a string")

    # ---- numbers and dates

    def scalar(self):
        start = self.at
        value = self.date_or_time()
        if value is None:
            value = self.number()
        if value is None:
            self.at = start
            for word in ("inf", "nan", "-inf", "+inf", "-nan", "+nan"):
                if self.text.startswith(word, start):
                    self.at += len(word)
                    return self.parse_float(word)
            raise self.error("Invalid value")
        return value

    def digits(self, at, n):
        """The int of exactly n digits at a place, or None."""
        part = self.text[at:at + n]
        return int(part) if len(part) == n and part.isascii() and part.isdigit() else None

    def clock(self, at):
        """(hour, minute, second, microsecond), place behind; None if no time stands there."""
        text = self.text
        hour, minute, second = self.digits(at, 2), self.digits(at + 3, 2), self.digits(at + 6, 2)
        if None in (hour, minute, second) or text[at + 2:at + 3] != ":" or text[at + 5:at + 6] != ":" or hour > 23 or minute > 59 or second > 59:
            return None
        at += 8
        micro = 0
        if text[at:at + 1] == "." and self.digits(at + 1, 1) is not None:
            end = at + 1
            while self.digits(end, 1) is not None:
                end += 1
            micro = int(text[at + 1:end][:6].ljust(6, "0"))
            at = end
        return (hour, minute, second, micro), at

    def date_or_time(self):
        text, at = self.text, self.at
        year, month, day = self.digits(at, 4), self.digits(at + 5, 2), self.digits(at + 8, 2)
        if None not in (year, month, day) and text[at + 4:at + 5] == "-" and text[at + 7:at + 8] == "-" and 1 <= month <= 12 and 1 <= day <= 31:
            behind = at + 10
            clock = self.clock(behind + 1) if text[behind:behind + 1] in ("T", "t", " ") and text[behind:behind + 1] else None
            try:
                if clock is None:
                    value = date(year, month, day)
                else:
                    parts, behind = clock
                    zone, behind = self.zone(behind)
                    value = datetime(year, month, day, *parts, tzinfo=zone)
            except ValueError:
                raise self.error("Invalid date or datetime") from None
            self.at = behind
            return value
        clock = self.clock(at)
        if clock is None:
            return None
        self.at = clock[1]
        return time(*clock[0])

    def zone(self, at):
        char = self.text[at:at + 1]
        if char and char in "Zz":
            return timezone.utc, at + 1
        hours, minutes = self.digits(at + 1, 2), self.digits(at + 4, 2)
        if char not in ("+", "-") or None in (hours, minutes) or self.text[at + 3:at + 4] != ":" or hours > 23 or minutes > 59:
            return None, at
        offset = timedelta(hours=hours, minutes=minutes)
        return timezone(-offset if char == "-" else offset), at + 6

    def run(self, at, digits):
        """The place behind digits with single underscores between them; `at` if there are none."""
        text, end = self.text, at
        while text[end:end + 1] and text[end] in digits:
            end += 1
            if text[end:end + 1] == "_" and text[end + 1:end + 2] and text[end + 1] in digits:
                end += 1
        return end

    def number(self):
        text, start = self.text, self.at
        for prefix, base, digits in (("0x", 16, "0123456789abcdefABCDEF"), ("0o", 8, "01234567"), ("0b", 2, "01")):
            if text.startswith(prefix, start):
                end = self.run(start + 2, digits)
                if end > start + 2:
                    self.at = end
                    return int(text[start:end], base)
        at = start + (text[start:start + 1] in ("+", "-") and bool(text[start:start + 1]))
        end = at + 1 if text[at:at + 1] == "0" else self.run(at, "0123456789")
        if end == at:
            return None
        whole, real = end, False
        if text[end:end + 1] == ".":
            fraction = self.run(end + 1, "0123456789")
            if fraction > end + 1:
                end, real = fraction, True
        if text[end:end + 1] in ("e", "E") and text[end:end + 1]:
            power = end + 1 + (text[end + 1:end + 2] in ("+", "-") and bool(text[end + 1:end + 2]))
            behind = self.run(power, "0123456789")
            if behind > power:
                end, real = behind, True
        self.at = end
        return self.parse_float(text[start:end]) if real else int(text[start:whole])


def _freeze(table):
    """Nothing may be added to an inline table, nor to what its dotted keys made."""
    table.made = "inline"
    for value in table.values():
        if type(value) is _Table and value.made == "dotted":
            _freeze(value)


def _plain(value):
    """The value with plain dicts and lists."""
    if isinstance(value, _Table):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value
