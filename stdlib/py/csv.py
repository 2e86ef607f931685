"""Tables as text: fields parted by a delimiter, quoted where they hold what would part them."""

import re

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error", "Dialect", "excel",
           "excel_tab", "unix_dialect", "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects",
           "unregister_dialect", "DictReader", "DictWriter", "Sniffer"]

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)

_dialects = {}
_limit = 131072
_UNCHANGED = object()
_OPTIONS = {"delimiter": ",", "doublequote": True, "escapechar": None, "lineterminator": "\r\n", "quotechar": '"',
            "quoting": QUOTE_MINIMAL, "skipinitialspace": False, "strict": False}


class Error(Exception):
    __module__ = "_csv"


class _Options:
    """The checked options of a dialect with changes."""

    __slots__ = tuple(_OPTIONS)

    def __init__(self, dialect=None, **changes):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in changes:
            if name not in _OPTIONS:
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        for name, default in _OPTIONS.items():
            setattr(self, name, changes[name] if name in changes else getattr(dialect, name, default))
        if "quotechar" in changes and changes["quotechar"] is None and "quoting" not in changes:
            self.quoting = QUOTE_NONE
        for name in ("delimiter", "quotechar", "escapechar"):
            value = getattr(self, name)
            if value is None and name != "delimiter":
                continue
            if not isinstance(value, str):
                raise TypeError(f'"{name}" must be string{"" if name == "delimiter" else " or None"}, not {type(value).__name__}')
            if len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
        if not isinstance(self.quoting, int):
            raise TypeError('"quoting" must be an integer')
        if not QUOTE_MINIMAL <= self.quoting <= QUOTE_NOTNULL:
            raise TypeError('bad "quoting" value')
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        if not isinstance(self.lineterminator, str):
            raise TypeError('lineterminator must be set' if self.lineterminator is None else '"lineterminator" must be a string')


class Dialect:
    """Options under a name; subclasses set them."""

    _name = ""
    _valid = False
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        try:
            _Options(self)
        except TypeError as e:
            raise Error(str(e))


class excel(Dialect):
    """What Excel writes."""

    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """What Excel writes with tabs."""

    delimiter = '\t'


class unix_dialect(Dialect):
    """What programs of Unix write."""

    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\n'
    quoting = QUOTE_ALL


def register_dialect(name, dialect=None, **fmtparams):
    """Gives options a name."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Options(dialect, **fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    """The options of a name."""
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(new_limit=_UNCHANGED, /):
    """The former greatest size of a field; sets a new one."""
    global _limit
    former = _limit
    if new_limit is not _UNCHANGED:
        if not isinstance(new_limit, int):
            raise TypeError("limit must be an integer")
        _limit = new_limit
    return former


class _Reader:
    """The rows of an iterable of lines."""

    def __init__(self, lines, dialect):
        self._lines = iter(lines)
        self.dialect = dialect
        self.line_num = 0
        self._plain = None  # what a line must not have that the delimiter alone parts
        if not dialect.skipinitialspace and dialect.quoting != QUOTE_NONNUMERIC:
            self._plain = re.compile("[" + re.escape((dialect.quotechar or "") + (dialect.escapechar or "") + "\0") + "]")

    def __iter__(self):
        return self

    def __next__(self):
        d = self.dialect
        row, field, state, bare = [], [], "start", True

        def close():
            text = "".join(field)
            if len(text) > _limit:
                raise Error(f"field larger than field limit ({_limit})")
            row.append(float(text) if d.quoting == QUOTE_NONNUMERIC and bare and text else text)
            field.clear()

        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if state == "start" and not row and not field:
                    raise
                if d.strict and (field or state in ("quoted", "escape-quoted")):
                    raise Error("unexpected end of data") from None
                close()
                return row
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)")
            self.line_num += 1
            if state == "start" and self._plain and not self._plain.search(line):
                body = line.rstrip("\r\n")
                if len(body) <= _limit and "\n" not in body and "\r" not in body:
                    return body.split(d.delimiter) if body else []
            body = line.rstrip("\r\n") if state not in ("quoted", "escape-quoted", "escape") else line
            ended = state not in ("quoted", "escape-quoted", "escape")
            if ended and not body and not row and not field and state == "start":
                return []
            for place, char in enumerate(line):
                if state in ("quoted", "escape-quoted"):
                    if state == "escape-quoted":
                        field.append(char)
                        state = "quoted"
                    elif char == d.escapechar:
                        state = "escape-quoted"
                    elif char == d.quotechar and d.quoting != QUOTE_NONE:
                        state = "quote-seen" if d.doublequote else "plain"
                    else:
                        field.append(char)
                elif state == "escape":
                    field.append(char)
                    state = "escaped-end" if char in "\r\n" else "plain"
                elif char in "\r\n":
                    if line[place:].strip("\r\n"):
                        raise Error("new-line character seen in unquoted field - do you need to open the file in universal-newline mode?")
                    break
                elif state == "quote-seen" and char == d.quotechar and d.quoting != QUOTE_NONE:
                    field.append(char)
                    state = "quoted"
                elif char == d.delimiter:
                    close()
                    state, bare = "start-field", True
                elif state == "quote-seen":
                    if d.strict:
                        raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")
                    field.append(char)
                    state = "plain"
                elif char == d.escapechar:
                    state = "escape"
                elif state in ("start", "start-field"):
                    if char == d.quotechar and d.quoting != QUOTE_NONE:
                        state, bare = "quoted", False
                    elif not (char == " " and d.skipinitialspace):
                        field.append(char)
                        state = "plain"
                else:
                    field.append(char)
            if state == "escape":  # the record goes on in the next line
                field.append("\n")
                state = "plain"
                continue
            if state == "escaped-end":
                continue
            if state not in ("quoted", "escape-quoted"):
                close()
                return row


def reader(iterable, dialect="excel", **fmtparams):
    """The rows of lines, as lists of text."""
    return _Reader(iterable, _Options(dialect, **fmtparams))


class _Writer:
    """Writes rows to what has a write method."""

    def __init__(self, file, dialect):
        if not callable(getattr(file, "write", None)):
            raise TypeError('argument 1 must have a "write" method')
        self._write = file.write
        self.dialect = dialect

    def _field(self, value, alone):
        d = self.dialect
        text = "" if value is None else str(value)
        is_number = isinstance(value, (int, float)) or any(hasattr(type(value), name) for name in ("__float__", "__int__", "__index__"))
        quoted = (d.quoting == QUOTE_ALL or (d.quoting == QUOTE_NONNUMERIC and not is_number)
                  or (d.quoting == QUOTE_STRINGS and isinstance(value, str)) or (d.quoting == QUOTE_NOTNULL and value is not None))
        out = []
        for char in text:
            special = char in (d.delimiter, d.escapechar, d.quotechar, "\r", "\n") or char in d.lineterminator
            if special:
                escape = d.quoting == QUOTE_NONE
                if not escape:
                    if char == d.quotechar:
                        if d.doublequote:
                            out.append(d.quotechar)
                        else:
                            escape = True
                    elif char == d.escapechar:
                        escape = True
                    if not escape:
                        quoted = True
                if escape:
                    if d.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    out.append(d.escapechar)
            out.append(char)
        if alone and not text and not quoted:
            if d.quoting == QUOTE_NONE or (value is None and d.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL)):
                raise Error("single empty field record must be quoted")
            quoted = True
        return d.quotechar + "".join(out) + d.quotechar if quoted else "".join(out)

    def writerow(self, row, /):
        """Writes one row; what write returns is the result."""
        try:
            row = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        fields = [self._field(value, len(row) == 1) for value in row]
        return self._write(self.dialect.delimiter.join(fields) + self.dialect.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)


def writer(fileobj, dialect="excel", **fmtparams):
    """What writes rows to a file."""
    return _Writer(fileobj, _Options(dialect, **fmtparams))


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


class DictReader:
    """Rows as dicts; the first row has the names unless they are given."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = list(fieldnames) if fieldnames is not None and iter(fieldnames) is fieldnames else fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        names = self.fieldnames
        made = dict(zip(names, row))
        if len(row) > len(names):
            made[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            made[name] = self.restval
        return made


class DictWriter:
    """Writes dicts as rows in the order of the names."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames = list(fieldnames) if iter(fieldnames) is fieldnames else fieldnames
        self.restval = restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction.lower()
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _dict_to_list(self, rowdict):
        if self.extrasaction == "raise":
            wrong = rowdict.keys() - self.fieldnames
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(x) for x in wrong]))
        return [rowdict.get(key, self.restval) for key in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._dict_to_list(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._dict_to_list, rowdicts))


class Sniffer:
    """Guesses the dialect of a sample of text, and whether its first row is a header."""

    def __init__(self):
        self.preferred = [',', '\t', ';', ' ', ':']

    def sniff(self, sample, delimiters=None):
        """A dialect class for the sample; Error where no delimiter stands out."""
        quotechar, doublequote, delimiter, skipinitialspace = self._by_quotes(sample, delimiters)
        if not delimiter:
            delimiter, skipinitialspace = self._by_counts(sample, delimiters)
        if not delimiter:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator = '\r\n'
            quoting = QUOTE_MINIMAL

        dialect.doublequote = doublequote
        dialect.delimiter = delimiter
        dialect.quotechar = quotechar or '"'
        dialect.skipinitialspace = skipinitialspace
        return dialect

    def _by_quotes(self, data, delimiters):
        """What quoted fields tell: (quote, whether it is doubled inside, delimiter, space behind delimiters)."""
        quoted = r'(?P<quote>["\']).*?(?P=quote)'
        before, after = r'(?P<delim>[^\w\n"\'])(?P<space> ?)', r'(?P<delim>[^\w\n"\'])(?P<space> ?)'
        for pattern in (before + quoted + '(?P=delim)', r'(?:^|\n)' + quoted + after, before + quoted + r'(?:$|\n)',
                        r'(?:^|\n)' + quoted + r'(?:$|\n)'):
            regexp = re.compile(pattern, re.DOTALL | re.MULTILINE)
            found = list(regexp.finditer(data))
            if found:
                break
        else:
            return '', False, None, 0
        quotes, delims, spaces = {}, {}, 0
        for m in found:
            quotes[m['quote']] = quotes.get(m['quote'], 0) + bool(m['quote'])
            key = m['delim'] if 'delim' in regexp.groupindex else None
            if key and (delimiters is None or key in delimiters):
                delims[key] = delims.get(key, 0) + 1
            spaces += bool(key is not None and m['space'])
        quote = max(quotes, key=quotes.get)
        delim, skip = '', 0
        if delims:
            delim = max(delims, key=delims.get)
            skip = delims[delim] == spaces
            if delim == '\n':  # a single column
                delim = ''
        d = re.escape(delim)
        doubled = re.compile(rf'(({d})|^)\W*{quote}[^{d}\n]*{quote}[^{d}\n]*{quote}\W*(({d})|$)', re.MULTILINE)
        return quote, bool(doubled.search(data)), delim, skip

    def _by_counts(self, data, delimiters):
        """(delimiter, space behind it) of the character whose count in a line varies least."""
        lines = [line for line in data.split('\n') if line]
        step = min(10, len(lines))
        counts = {chr(c): {} for c in range(127)}
        delims = {}
        for start in range(0, len(lines), step or 1):
            for line in lines[start:start + step]:
                for char, frequency in counts.items():
                    n = line.count(char)
                    frequency[n] = frequency.get(n, 0) + 1
            modes = {}
            for char, frequency in counts.items():
                if list(frequency) == [0]:
                    continue
                count, times = max(frequency.items(), key=lambda item: item[1])
                modes[char] = count, 2 * times - sum(frequency.values())
            total = float(min(start + step, len(lines)))
            consistency = 1.0
            while not delims and consistency >= 0.9:
                for char, (count, times) in modes.items():
                    if count > 0 and times > 0 and times / total >= consistency and (delimiters is None or char in delimiters):
                        delims[char] = count, times
                consistency -= 0.01
            if len(delims) == 1:
                break
        if not delims:
            return '', 0
        best = next((d for d in self.preferred if d in delims), None) if len(delims) > 1 else next(iter(delims))
        if best is None:
            best = max((value, char) for char, value in delims.items())[1]
        return best, lines[0].count(best) == lines[0].count(best + " ")

    def has_header(self, sample):
        """Does the first row differ in kind or length from those below it, column by column?"""
        from io import StringIO
        rows = reader(StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        for number, row in enumerate(rows):
            if number > 20:
                break
            if len(row) != len(header):
                continue
            for column in list(kinds):
                kind = complex
                try:
                    complex(row[column])
                except (ValueError, OverflowError):
                    kind = len(row[column])
                if kinds[column] is None:
                    kinds[column] = kind
                elif kinds[column] != kind:
                    del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if isinstance(kind, int):
                votes += 1 if len(header[column]) != kind else -1
                continue
            try:
                kind(header[column])
            except (ValueError, TypeError):
                votes += 1
            else:
                votes -= 1
        return votes > 0
