"""JSONEncoder: values to text, in one piece or chunk by chunk."""

from _json import encode_basestring, encode_basestring_ascii, make_encoder as c_make_encoder

c_encode_basestring = encode_basestring
c_encode_basestring_ascii = encode_basestring_ascii

INFINITY = float('inf')


class JSONEncoder:
    """A writer of JSON: dicts become objects, lists and tuples arrays; str, int, float, bool and None have their own forms.

    Subclasses support more types by their default(). Keys that are not str, int, float, bool or None raise TypeError unless skipkeys is
    true. ensure_ascii escapes all that is not ASCII, check_circular finds containers in themselves, allow_nan permits NaN and the
    infinities. indent, a str or a number of blanks, puts each item on a line. separators is a pair: between items, behind keys.
    """

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None,
                 separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        """Return what is to be written in place of o, which has no form of its own; this one raises TypeError."""
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        """Return the JSON of o."""
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        # a list rather than a generator goes to join(), so that errors have no frame of it
        chunks = self.iterencode(o, _one_shot=True)
        if not isinstance(chunks, (list, tuple)):
            chunks = list(chunks)
        return ''.join(chunks)

    def iterencode(self, o, _one_shot=False):
        """Return an iterator of strs that make up the JSON of o."""
        markers = {} if self.check_circular else None
        encoder = encode_basestring_ascii if self.ensure_ascii else encode_basestring
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        # odd separators are an error only where one is written, unless there is no indent
        if _one_shot and (indent is None or isinstance(self.key_separator, str) and isinstance(self.item_separator, str)):
            return c_make_encoder(markers, self.default, encoder, indent, self.key_separator, self.item_separator, self.sort_keys,
                                  self.skipkeys, self.allow_nan)(o, 0)
        return _Chunks(self, markers, encoder, indent).value(o, 0)


class _Chunks:
    """One run of iterencode(): generators of the chunks of values. A list's item that is a scalar shares a chunk with what precedes it."""

    def __init__(self, settings, markers, encoder, indent):
        self.default = settings.default
        self.item_separator = settings.item_separator
        self.key_separator = settings.key_separator
        self.sort_keys = settings.sort_keys
        self.skipkeys = settings.skipkeys
        self.allow_nan = settings.allow_nan
        self.markers = markers
        self.encoder = encoder
        self.indent = indent

    def scalar(self, o):
        """The text of a scalar, None for other values."""
        if isinstance(o, str):
            return self.encoder(o)
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, int):
            return int.__repr__(o)  # an enumeration's member is a number too
        if isinstance(o, float):
            return self.number(o)
        return None

    def number(self, o):
        if o != o:
            text = 'NaN'
        elif o == INFINITY:
            text = 'Infinity'
        elif o == -INFINITY:
            text = '-Infinity'
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError('Out of range float values are not JSON compliant: ' + repr(o))
        return text

    def key(self, key):
        """The text that a key becomes, None if it is to be skipped."""
        if isinstance(key, str):
            return key
        if key is None or isinstance(key, (int, float)):
            return self.scalar(key)
        if self.skipkeys:
            return None
        raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')

    def enter(self, o):
        if self.markers is not None:
            if id(o) in self.markers:
                raise ValueError('Circular reference detected')
            self.markers[id(o)] = o

    def leave(self, o):
        if self.markers is not None:
            del self.markers[id(o)]

    def value(self, o, level):
        text = self.scalar(o)
        if text is not None:
            yield text
        elif isinstance(o, (list, tuple)):
            yield from self.array(o, level)
        elif isinstance(o, dict):
            yield from self.object(o, level)
        else:
            self.enter(o)
            yield from self.value(self.default(o), level)
            self.leave(o)

    def array(self, items, level):
        if not items:
            yield '[]'
            return
        self.enter(items)
        level += 1
        before, separator = '[', self.item_separator
        if self.indent is not None:
            newline = '\n' + self.indent * level
            before = before + newline
            separator = separator + newline
        for item in items:
            text = self.scalar(item)
            if text is not None:
                yield before + text
            else:
                yield before
                yield from self.value(item, level)
            before = separator
        if self.indent is not None:
            yield '\n' + self.indent * (level - 1)
        yield ']'
        self.leave(items)

    def object(self, dct, level):
        if not dct:
            yield '{}'
            return
        self.enter(dct)
        yield '{'
        level += 1
        separator = self.item_separator
        if self.indent is not None:
            newline = '\n' + self.indent * level
            separator = separator + newline
            yield newline
        first = True
        for key, item in sorted(dct.items()) if self.sort_keys else dct.items():
            key = self.key(key)
            if key is None:
                continue
            if first:
                first = False
            else:
                yield separator
            yield self.encoder(key)
            yield self.key_separator
            text = self.scalar(item)
            if text is not None:
                yield text
            else:
                yield from self.value(item, level)
        if self.indent is not None:
            yield '\n' + self.indent * (level - 1)
        yield '}'
        self.leave(dct)
