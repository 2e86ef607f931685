"""Objects printed so that they are read well: one item a line where a line would be too long, dicts sorted, recursion marked."""

import collections as _collections
import dataclasses as _dataclasses
import sys as _sys
import types as _types
from io import StringIO as _StringIO

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Prints an object to a stream, stdout by default."""
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """An object as text."""
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """Prints an object with dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """The repr, with recursion marked."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Whether the text of the object could be evaluated."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """Whether the object contains itself."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _safe_key:
    """Orders what has no order of its own: by type, then by address."""

    __slots__ = ['obj']

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _safe_tuple(pair):
    return _safe_key(pair[0]), _safe_key(pair[1])


class PrettyPrinter:
    """Prints objects; the methods that print types are found by the types' __repr__."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        indent = int(indent)
        width = int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = _sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._format(object, self._stream, 0, 0, {}, 0)
            self._stream.write("\n")

    def pformat(self, object):
        out = _StringIO()
        self._format(object, out, 0, 0, {}, 0)
        return out.getvalue()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """The text of an object, whether it is readable, whether recursive; for subclasses to replace."""
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        text, readable, recursive = self.format(object, context.copy(), self._depth, level)
        self._readable = getattr(self, '_readable', True) and readable
        self._recursive = getattr(self, '_recursive', False) or recursive
        return text

    def _format(self, object, stream, indent, allowance, context, level):
        identity = id(object)
        if identity in context:
            stream.write(_recursion(object))
            self._recursive = True
            self._readable = False
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            function = self._dispatch.get(type(object).__repr__)
            if function is None and self._is_plain_dataclass(object):
                function = PrettyPrinter._pprint_dataclass
            if function is not None:
                context[identity] = 1
                function(self, object, stream, indent, allowance, context, level + 1)
                del context[identity]
                return
        stream.write(text)

    @staticmethod
    def _is_plain_dataclass(object):
        return (_dataclasses.is_dataclass(object) and not isinstance(object, type) and object.__dataclass_params__.repr
                and hasattr(object.__repr__, "__wrapped__") and "__create_fn__" in object.__repr__.__wrapped__.__qualname__)

    # ---- layouts

    def _pprint_dataclass(self, object, stream, indent, allowance, context, level):
        name = object.__class__.__name__
        items = [(field.name, getattr(object, field.name)) for field in _dataclasses.fields(object) if field.repr]
        stream.write(name + '(')
        self._format_namespace_items(items, stream, indent + len(name) + 1, allowance, context, level)
        stream.write(')')

    def _pprint_dict(self, object, stream, indent, allowance, context, level):
        stream.write('{')
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * ' ')
        if len(object):
            items = sorted(object.items(), key=_safe_tuple) if self._sort_dicts else object.items()
            self._format_dict_items(items, stream, indent, allowance + 1, context, level)
        stream.write('}')

    def _pprint_ordered_dict(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + '(')
        self._format(list(object.items()), stream, indent + len(name) + 1, allowance + 1, context, level)
        stream.write(')')

    def _pprint_list(self, object, stream, indent, allowance, context, level):
        stream.write('[')
        self._format_items(object, stream, indent, allowance + 1, context, level)
        stream.write(']')

    def _pprint_tuple(self, object, stream, indent, allowance, context, level):
        end = ',)' if len(object) == 1 else ')'
        stream.write('(')
        self._format_items(object, stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _pprint_set(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        if type(object) is set:
            stream.write('{')
            end = '}'
        else:
            name = object.__class__.__name__
            stream.write(name + '({')
            end = '})'
            indent += len(name) + 1
        self._format_items(sorted(object, key=_safe_key), stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _pprint_str(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        room = widest = self._width - indent
        text = ''
        for i, line in enumerate(lines):
            text = repr(line)
            if i == len(lines) - 1:
                room -= allowance
            if len(text) <= room:
                chunks.append(text)
                continue
            # words with the white space behind them, as many to a line as fit
            parts = _words(line)
            limit = widest
            current = ''
            for j, part in enumerate(parts):
                candidate = current + part
                if j == len(parts) - 1 and i == len(lines) - 1:
                    limit -= allowance
                if len(repr(candidate)) > limit:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            stream.write(text)
            return
        stream.write('(' * (level == 1) + ('\n' + ' ' * indent).join(chunks) + ')' * (level == 1))

    def _pprint_bytes(self, object, stream, indent, allowance, context, level):
        if len(object) <= 4:
            stream.write(repr(object))
            return
        parens = level == 1
        if parens:
            indent += 1
            allowance += 1
            stream.write('(')
        between = ''
        for text in _wrapped_bytes(object, self._width - indent, allowance):
            stream.write(between + text)
            between = '\n' + ' ' * indent
        if parens:
            stream.write(')')

    def _pprint_bytearray(self, object, stream, indent, allowance, context, level):
        stream.write('bytearray(')
        self._pprint_bytes(bytes(object), stream, indent + 10, allowance + 1, context, level + 1)
        stream.write(')')

    def _pprint_mappingproxy(self, object, stream, indent, allowance, context, level):
        stream.write('mappingproxy(')
        self._format(object.copy(), stream, indent + 13, allowance + 1, context, level)
        stream.write(')')

    def _pprint_simplenamespace(self, object, stream, indent, allowance, context, level):
        name = 'namespace' if type(object) is _types.SimpleNamespace else object.__class__.__name__
        stream.write(name + '(')
        self._format_namespace_items(object.__dict__.items(), stream, indent + len(name) + 1, allowance, context, level)
        stream.write(')')

    def _pprint_default_dict(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        name = object.__class__.__name__
        indent += len(name) + 1
        stream.write('%s(%s,\n%s' % (name, factory, ' ' * indent))
        self._pprint_dict(object, stream, indent, allowance + 1, context, level)
        stream.write(')')

    def _pprint_counter(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + '({')
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * ' ')
        self._format_dict_items(object.most_common(), stream, indent + len(name) + 1, allowance + 2, context, level)
        stream.write('})')

    def _pprint_chain_map(self, object, stream, indent, allowance, context, level):
        if not len(object.maps):
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + '(')
        indent += len(name) + 1
        for i, mapping in enumerate(object.maps):
            last = i == len(object.maps) - 1
            self._format(mapping, stream, indent, allowance + 1 if last else 1, context, level)
            stream.write(')' if last else ',\n' + ' ' * indent)

    def _pprint_deque(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + '(')
        indent += len(name) + 1
        stream.write('[')
        if object.maxlen is None:
            self._format_items(object, stream, indent, allowance + 2, context, level)
            stream.write('])')
        else:
            self._format_items(object, stream, indent, 2, context, level)
            maxlen = self._repr(object.maxlen, context, level)
            stream.write('],\n%smaxlen=%s)' % (' ' * indent, maxlen))

    def _pprint_user_data(self, object, stream, indent, allowance, context, level):
        self._format(object.data, stream, indent, allowance, context, level - 1)

    _dispatch = {dict.__repr__: _pprint_dict, _collections.OrderedDict.__repr__: _pprint_ordered_dict, list.__repr__: _pprint_list,
                 tuple.__repr__: _pprint_tuple, set.__repr__: _pprint_set, frozenset.__repr__: _pprint_set, str.__repr__: _pprint_str,
                 bytes.__repr__: _pprint_bytes, bytearray.__repr__: _pprint_bytearray,
                 _types.MappingProxyType.__repr__: _pprint_mappingproxy, _types.SimpleNamespace.__repr__: _pprint_simplenamespace,
                 _collections.defaultdict.__repr__: _pprint_default_dict, _collections.Counter.__repr__: _pprint_counter,
                 _collections.ChainMap.__repr__: _pprint_chain_map, _collections.deque.__repr__: _pprint_deque,
                 _collections.UserDict.__repr__: _pprint_user_data, _collections.UserList.__repr__: _pprint_user_data,
                 _collections.UserString.__repr__: _pprint_user_data}

    # ---- items

    def _format_dict_items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        items = list(items)
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            text = self._repr(key, context, level)
            stream.write(text + ': ')
            self._format(value, stream, indent + len(text) + 2, allowance if last else 1, context, level)
            if not last:
                stream.write(',\n' + ' ' * indent)

    def _format_namespace_items(self, items, stream, indent, allowance, context, level):
        items = list(items)
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            stream.write(key + '=')
            if id(value) in context:
                stream.write("...")
            else:
                self._format(value, stream, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                stream.write(',\n' + ' ' * indent)

    def _format_items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * ' ')
        newline = ',\n' + ' ' * indent
        between = ''
        items = list(items)
        width = room = self._width - indent + 1
        for i, item in enumerate(items):
            if i == len(items) - 1:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                needed = len(text) + 2
                if width < needed:
                    width = room
                    if between:
                        between = newline
                if width >= needed:
                    width -= needed
                    stream.write(between + text)
                    between = ', '
                    continue
            stream.write(between)
            between = newline
            self._format(item, stream, indent, allowance if i == len(items) - 1 else 1, context, level)

    # ---- one line

    def _safe_repr(self, object, context, maxlevels, level):
        kind = type(object)
        if kind in (str, bytes, bytearray, float, complex, bool, type(None)):
            return repr(object), True, False
        slot = getattr(kind, "__repr__", None)
        if issubclass(kind, int) and slot is int.__repr__:
            return (f"{object:_d}" if self._underscore_numbers else repr(object)), True, False
        is_dict = issubclass(kind, dict) and slot is dict.__repr__
        if not is_dict and not (issubclass(kind, list) and slot is list.__repr__) \
                and not (issubclass(kind, tuple) and slot is tuple.__repr__):
            text = repr(object)
            return text, bool(text) and not text.startswith('<'), False
        if is_dict:
            form, empty = "{%s}", "{}"
        elif issubclass(kind, list):
            form, empty = "[%s]", "[]"
        else:
            form, empty = ("(%s,)" if len(object) == 1 else "(%s)"), "()"
        if not object:
            return empty, True, False
        identity = id(object)
        if maxlevels and level >= maxlevels:
            return form.replace("%s", "..."), False, identity in context
        if identity in context:
            return _recursion(object), False, True
        context[identity] = 1
        readable, recursive = True, False
        level += 1
        parts = []
        if is_dict:
            for key, value in sorted(object.items(), key=_safe_tuple) if self._sort_dicts else object.items():
                shown, ok, again = self.format(key, context, maxlevels, level)
                shown2, ok2, again2 = self.format(value, context, maxlevels, level)
                parts.append("%s: %s" % (shown, shown2))
                readable = readable and ok and ok2
                recursive = recursive or again or again2
        else:
            for item in object:
                shown, ok, again = self.format(item, context, maxlevels, level)
                parts.append(shown)
                readable = readable and ok
                recursive = recursive or again
        del context[identity]
        return form % ", ".join(parts), readable, recursive


def _words(line):
    """The line in pieces: each word with the white space behind it."""
    parts = []
    at = 0
    while at < len(line):
        end = at
        while end < len(line) and not line[end].isspace():
            end += 1
        while end < len(line) and line[end].isspace():
            end += 1
        parts.append(line[at:end])
        at = end
    return parts


def _recursion(object):
    return "<Recursion on %s with id=%s>" % (type(object).__name__, id(object))


def _wrapped_bytes(object, width, allowance):
    line = b''
    for start in range(0, len(object), 4):
        group = object[start:start + 4]
        if len(group) < 4:
            width -= allowance
        if line and len(repr(line + group)) > width:
            yield repr(line)
            line = b''
        line += group
    if line:
        yield repr(line)
