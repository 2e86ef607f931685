"""Formats of the log: the three styles of writing them, and the formatters that turn records into text."""

import io
import string
import time
import traceback



class PercentStyle:
    """Formats written as '%(name)s'."""

    default_format = '%(message)s'
    asctime_format = '%(asctime)s'
    asctime_search = '%(asctime)'

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        return self._fmt.find(self.asctime_search) >= 0

    def validate(self):
        if not _has_percent_field(self._fmt):
            raise ValueError("Invalid format '%s' for '%s' style" % (self._fmt, self.default_format[0]))

    def _values(self, record):
        return {**self._defaults, **record.__dict__} if self._defaults else record.__dict__

    def _format(self, record):
        return self._fmt % self._values(record)

    def format(self, record):
        try:
            return self._format(record)
        except KeyError as e:
            raise ValueError('Formatting field not found in record: %s' % e)


def _has_percent_field(text):
    """Whether somewhere in the text is %(name), flags, width, precision and a conversion."""
    start = text.find("%(")
    while start >= 0:
        close = text.find(")", start)
        name = text[start + 2:close]
        if close > 0 and name.replace("_", "a").isalnum():
            rest = text[close + 1:].lstrip("#0+ -")
            rest = rest[1:] if rest[:1] == "*" else rest.lstrip("0123456789")
            if rest[:1] == ".":
                rest = rest[2:] if rest[1:2] == "*" else rest[1:].lstrip("0123456789")
            if rest[:1] and rest[0].lower() in "diouxefgcrsa%":
                return True
        start = text.find("%(", start + 1)
    return False


def _is_field_name(text):
    """Whether the text is name, name.attribute or name[item], to any depth; the name may be a number."""
    head = text
    for mark in ".[":
        head = head.split(mark, 1)[0]
    if not (head.isdigit() or (head.isidentifier() and head.isascii())):
        return False
    rest = text[len(head):]
    while rest:
        if rest[0] == ".":
            end = min((rest.find(mark, 1) for mark in ".[" if rest.find(mark, 1) > 0), default=len(rest))
            if not rest[1:end].isidentifier():
                return False
        else:
            end = rest.find("]") + 1
            if end < 3:
                return False
        rest = rest[end:]
    return True


def _is_format_spec(text):
    """Whether the text is a format spec of the built-in kinds; nested fields may stand for width and precision."""
    at = 1 if text[1:2] and text[1] in "<>=^" else 0
    rest = text[at + 1:] if at or text[:1] in tuple("<>=^") else text
    for flag in ("+- ", "#", "0"):
        if rest[:1] and rest[0] in flag:
            rest = rest[1:]

    def number(rest):
        if rest[:1] == "{":
            return rest[rest.find("}") + 1:] if "}" in rest else rest
        return rest.lstrip("0123456789")
    rest = number(rest)
    if rest[:1] and rest[0] in ",_":
        rest = rest[1:]
    if rest[:1] == ".":
        rest = number(rest[1:])
    return rest == "" or (len(rest) == 1 and rest.lower() in "bcdefgnosx%")


class StrFormatStyle(PercentStyle):
    """Formats written as '{name}'."""

    default_format = '{message}'
    asctime_format = '{asctime}'
    asctime_search = '{asctime'

    def _format(self, record):
        return self._fmt.format(**self._values(record))

    def validate(self):
        fields = set()
        try:
            for _, name, spec, conversion in string.Formatter().parse(self._fmt):
                if name:
                    if not _is_field_name(name):
                        raise ValueError('invalid field name/expression: %r' % name)
                    fields.add(name)
                if conversion and conversion not in 'rsa':
                    raise ValueError('invalid conversion: %r' % conversion)
                if spec and not _is_format_spec(spec):
                    raise ValueError('bad specifier: %r' % spec)
        except ValueError as e:
            raise ValueError('invalid format: %s' % e)
        if not fields:
            raise ValueError('invalid format: no fields')


class StringTemplateStyle(PercentStyle):
    """Formats written as '$name' or '${name}'."""

    default_format = '${message}'
    asctime_format = '${asctime}'
    asctime_search = '${asctime}'

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._tpl = string.Template(self._fmt)

    def usesTime(self):
        return self._fmt.find('$asctime') >= 0 or self._fmt.find(self.asctime_search) >= 0

    def validate(self):
        if not self._tpl.is_valid():
            rest = self._fmt.replace("$$", "")
            raise ValueError('invalid format: bare \'$\' not allowed' if "$" in rest else 'invalid format: no fields')
        if not self._tpl.get_identifiers():
            raise ValueError('invalid format: no fields')

    def _format(self, record):
        return self._tpl.substitute(**self._values(record))


BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"

_STYLES = {'%': (PercentStyle, BASIC_FORMAT), '{': (StrFormatStyle, '{levelname}:{name}:{message}'),
           '$': (StringTemplateStyle, '${levelname}:${name}:${message}')}


class Formatter:
    """Turns a record into text."""

    converter = time.localtime
    default_time_format = '%Y-%m-%d %H:%M:%S'
    default_msec_format = '%s,%03d'

    def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None):
        if style not in _STYLES:
            raise ValueError('Style must be one of: %s' % ','.join(_STYLES.keys()))
        self._style = _STYLES[style][0](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        """The record's time by a format of strftime, or as ISO 8601 with milliseconds behind a comma."""
        fields = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, fields)
        text = time.strftime(self.default_time_format, fields)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def formatException(self, ei):
        """The traceback of (type, value, traceback)."""
        out = io.StringIO()
        traceback.print_exception(ei[0], ei[1], ei[2], None, out)
        return out.getvalue().removesuffix("\n")

    def usesTime(self):
        """Whether the format asks for the time."""
        return self._style.usesTime()

    def formatMessage(self, record):
        """The record by the format alone."""
        return self._style.format(record)

    def formatStack(self, stack_info):
        """The stack as it is printed."""
        return stack_info

    def format(self, record):
        """The record by the format, then its exception and stack. The exception's text is kept in the record."""
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        for more in (record.exc_text, self.formatStack(record.stack_info) if record.stack_info else None):
            if more:
                text += more if text[-1:] == "\n" else "\n" + more
        return text


_defaultFormatter = Formatter()


class BufferingFormatter:
    """Formats a row of records with a header and a footer."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _defaultFormatter

    def formatHeader(self, records):
        return ""

    def formatFooter(self, records):
        return ""

    def format(self, records):
        if not records:
            return ""
        return self.formatHeader(records) + "".join(map(self.linefmt.format, records)) + self.formatFooter(records)


for _cls in (PercentStyle, StrFormatStyle, StringTemplateStyle, Formatter, BufferingFormatter):
    _cls.__module__ = 'logging'
