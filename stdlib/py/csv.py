"""Tables as text: fields parted by a delimiter, quoted where they hold what would part them."""

import re
import types
from _csv import (Error, QUOTE_ALL, QUOTE_MINIMAL, QUOTE_NONE, QUOTE_NONNUMERIC, QUOTE_NOTNULL, QUOTE_STRINGS, Dialect as _Dialect, __version__,
                  field_size_limit, get_dialect, list_dialects, reader, register_dialect, unregister_dialect, writer)
from io import StringIO

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error", "Dialect", "__doc__", "excel",
           "excel_tab", "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "Sniffer",
           "unregister_dialect", "__version__", "DictReader", "DictWriter", "unix_dialect"]


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
            _Dialect(self)
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

    __class_getitem__ = classmethod(types.GenericAlias)

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
        elif len(row) < len(names):
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

    __class_getitem__ = classmethod(types.GenericAlias)


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
