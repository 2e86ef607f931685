"""Character classes as strings, templates with $names, and the machinery of str.format() to build upon.

Templates are read by a small scanner; only a subclass that changes the pattern needs `re`.
"""
import _string

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords",
           "digits", "hexdigits", "octdigits", "printable", "punctuation",
           "whitespace", "Formatter", "Template"]

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Capitalise each word; without `sep`, runs of whitespace become one space."""
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


# ---- templates

_missing = {}


class _Pattern:
    """A template's pattern: compiled when it is first looked at, since few look and re costs an import."""

    def __init__(self, text=None):
        self.text = text

    def __get__(self, template, cls):
        import re
        text = self.text
        if text is None:
            mark = re.escape(cls.delimiter)
            name = cls.idpattern
            text = (f'{mark}(?:(?P<escaped>{mark})|(?P<named>{name})|'
                    f'{{(?P<braced>{cls.braceidpattern or name})}}|(?P<invalid>))')
        owner = next(base for base in cls.__mro__ if base.__dict__.get('pattern') is self)
        owner.pattern = re.compile(text, (re.IGNORECASE if cls.flags is None else cls.flags) | re.VERBOSE)
        return owner.pattern


class Template:
    """Text with $name or ${name} to be replaced, and $$ for a dollar sign."""

    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = None
    pattern = _Pattern()

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls.pattern = _Pattern(cls.__dict__.get('pattern'))

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        # (kind, text, start): kinds are 'text', 'escaped', 'named', 'braced', 'invalid'
        if type(self) is Template and isinstance(self.template, str):
            return self._scan()
        return self._scan_by_pattern()

    def _scan(self):
        text = self.template
        mark = self.delimiter
        pos = 0
        while True:
            found = text.find(mark, pos)
            if found < 0:
                yield 'text', text[pos:], pos
                return
            yield 'text', text[pos:found], pos
            start = found + len(mark)
            if text.startswith(mark, start):
                yield 'escaped', mark * 2, found
                pos = start + len(mark)
                continue
            braced = text[start:start + 1] == '{'
            begin = end = start + braced
            if begin < len(text) and text[begin] in _ASCII_START:
                while end < len(text) and text[end] in _ASCII_REST:
                    end += 1
            if end > begin and not braced:
                yield 'named', text[begin:end], found
                pos = end
            elif end > begin and text[end:end + 1] == '}':
                yield 'braced', text[begin:end], found
                pos = end + 1
            else:
                yield 'invalid', mark, found
                pos = start

    def _scan_by_pattern(self):
        pattern = self.pattern
        text = self.template
        pos = 0
        for match in pattern.finditer(text):
            yield 'text', text[pos:match.start()], pos
            pos = match.end()
            for kind in ('named', 'braced', 'escaped', 'invalid'):
                if match.group(kind) is not None:
                    piece = match.group(kind) if kind in ('named', 'braced') else match.group()
                    yield kind, piece, match.start()
                    break
            else:
                raise ValueError('Unrecognized named group in pattern', pattern)
        yield 'text', text[pos:], pos

    def _fail(self, start):
        lines = self.template[:start + len(self.delimiter)].splitlines(keepends=True)
        if not lines:
            column = lineno = 1
        else:
            column = start - len(''.join(lines[:-1])) + 1
            lineno = len(lines)
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (lineno, column))

    def substitute(self, mapping=_missing, /, **kws):
        """Return the text with all placeholders replaced; KeyError if one has no value."""
        mapping = _combined(mapping, kws)
        out = []
        for kind, piece, start in self._pieces():
            if kind == 'text':
                out.append(piece)
            elif kind == 'escaped':
                out.append(self.delimiter)
            elif kind == 'invalid':
                self._fail(start)
            else:
                out.append(str(mapping[piece]))
        return ''.join(out)

    def safe_substitute(self, mapping=_missing, /, **kws):
        """Like substitute(), but what cannot be replaced stays as it is."""
        mapping = _combined(mapping, kws)
        out = []
        pieces = list(self._pieces())
        for i, (kind, piece, start) in enumerate(pieces):
            if kind == 'text' or kind == 'invalid':
                out.append(piece)
            elif kind == 'escaped':
                out.append(self.delimiter)
            else:
                try:
                    out.append(str(mapping[piece]))
                except KeyError:
                    out.append(self.template[start:pieces[i + 1][2]])  # a text, perhaps an empty one, is behind each
        return ''.join(out)

    def is_valid(self):
        """Would substitute() accept the template, given all values?"""
        return all(kind != 'invalid' for kind, _, _ in self._pieces())

    def get_identifiers(self):
        """Return the names in the template, each once, in order."""
        names = {}
        for kind, piece, _ in self._pieces():
            if kind in ('named', 'braced'):
                names[piece] = None
        return list(names)


_ASCII_START = frozenset(ascii_letters + '_')
_ASCII_REST = _ASCII_START | frozenset(digits)


def _combined(mapping, kws):
    if mapping is _missing:
        return kws
    if kws:
        from collections import ChainMap
        return ChainMap(kws, mapping)
    return mapping


# ---- str.format() in parts


class Formatter:
    """str.format() in overridable steps."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            if name == '':
                if auto_arg_index is False:
                    raise ValueError('cannot switch from manual field specification to automatic '
                                     'field numbering')
                name = str(auto_arg_index)
                auto_arg_index += 1
            elif name.isdigit():
                if auto_arg_index:
                    raise ValueError('cannot switch from manual field specification to automatic '
                                     'field numbering')
                auto_arg_index = False
            obj, used = self.get_field(name, args, kwargs)
            used_args.add(used)
            obj = self.convert_field(obj, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1,
                                                 auto_arg_index=auto_arg_index)
            result.append(self.format_field(obj, spec))
        return ''.join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        convert = {'s': str, 'r': repr, 'a': ascii}.get(conversion)
        if convert is None:
            raise ValueError("Unknown conversion specifier {0!s}".format(conversion))
        return convert(value)

    def parse(self, format_string):
        """Iterate over (literal text, field name, format spec, conversion)."""
        return _string.formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        """Return the object that a field name stands for, and the argument it starts from."""
        first, steps = _string.formatter_field_name_split(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attr, key in steps:
            obj = getattr(obj, key) if is_attr else obj[key]
        return obj, first
