"""Property lists, Apple's files of settings: in XML and in the binary form.

load() and loads() read, dump() and dumps() write. A list holds dicts with str keys, lists, str, int, float, bool, bytes, datetime and UID.
"""

import binascii
import codecs
import datetime
import enum
import itertools
import os
import re
import struct

from xml.parsers.expat import ParserCreate

__all__ = ["InvalidFileException", "FMT_XML", "FMT_BINARY", "load", "dump", "loads", "dumps", "UID"]


PlistFormat = enum.Enum('PlistFormat', 'FMT_XML FMT_BINARY', module=__name__)
globals().update(PlistFormat.__members__)


class UID:
    """A reference as NSKeyedArchiver writes it: a number."""

    def __init__(self, data):
        if not isinstance(data, int):
            raise TypeError("data must be an int")
        if data >= 1 << 64:
            raise ValueError("UIDs cannot be >= 2**64")
        if data < 0:
            raise ValueError("UIDs must be positive")
        self.data = data

    def __index__(self):
        return self.data

    def __repr__(self):
        return "%s(%s)" % (self.__class__.__name__, repr(self.data))

    def __reduce__(self):
        return self.__class__, (self.data,)

    def __eq__(self, other):
        return self.data == other.data if isinstance(other, UID) else NotImplemented

    def __hash__(self):
        return hash(self.data)


class InvalidFileException(ValueError):
    """The file is no property list, or a damaged one."""

    def __init__(self, message="Invalid file"):
        ValueError.__init__(self, message)


# ---- XML

_HEAD = b'''<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
'''
_control = re.compile(r"[\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f]").search
_date = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d))?)?)?)?)?Z", re.ASCII).match


def _read_date(text):
    parts = [int(part) for part in _date(text).groups() if part is not None]
    return datetime.datetime(*parts)


def _escape(text):
    if (found := _control(text)) is not None:
        raise ValueError("strings can't contain control characters; use bytes instead")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _XMLReader:
    """Handlers that build the value."""

    def __init__(self, dict_type):
        self.stack = []
        self.key = None
        self.root = None
        self.dict_type = dict_type
        self.data = []

    def read(self, file):
        parser = self.parser = ParserCreate()
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.data_append
        parser.EntityDeclHandler = self.entity
        parser.ParseFile(file)
        return self.root

    def data_append(self, text):
        self.data.append(text)

    def entity(self, *args):
        raise InvalidFileException("XML entity declarations are not supported in plist files")

    def start(self, element, attributes):
        self.data = []
        if element in ('dict', 'array'):
            value = self.dict_type() if element == 'dict' else []
            self.add(value)
            self.stack.append(value)

    def end(self, element):
        method = getattr(self, 'end_' + element, None)
        if method is not None:
            method()

    def text(self):
        text, self.data = ''.join(self.data), []
        return text

    def where(self):
        return self.parser.CurrentLineNumber

    def add(self, value):
        if self.key is not None:
            if not isinstance(self.stack[-1], dict):
                raise ValueError("unexpected element at line %d" % self.where())
            self.stack[-1][self.key] = value
            self.key = None
        elif not self.stack:
            self.root = value
        else:
            if not isinstance(self.stack[-1], list):
                raise ValueError("unexpected element at line %d" % self.where())
            self.stack[-1].append(value)

    def end_dict(self):
        if self.key:
            raise ValueError("missing value for key '%s' at line %d" % (self.key, self.where()))
        self.stack.pop()

    def end_key(self):
        if self.key or not self.stack or not isinstance(self.stack[-1], dict):
            raise ValueError("unexpected key at line %d" % self.where())
        self.key = self.text()

    def end_array(self):
        self.stack.pop()

    def end_true(self):
        self.add(True)

    def end_false(self):
        self.add(False)

    def end_integer(self):
        text = self.text()
        self.add(int(text, 16) if text.startswith(('0x', '0X')) else int(text))

    def end_real(self):
        self.add(float(self.text()))

    def end_string(self):
        self.add(self.text())

    def end_data(self):
        self.add(binascii.a2b_base64(self.text().encode()))

    def end_date(self):
        self.add(_read_date(self.text()))


class _XMLWriter:
    def __init__(self, file, indent_level=0, indent=b'\t', write_head=1, sort_keys=True, skipkeys=False):
        if write_head:
            file.write(_HEAD)
        self.file = file
        self.level = indent_level
        self.indent = indent
        self.sort_keys = sort_keys
        self.skipkeys = skipkeys

    def write(self, value):
        self.line('<plist version="1.0">')
        self.value(value)
        self.line('</plist>')

    def line(self, text):
        self.file.write(self.indent * self.level + text.encode() + b'\n')

    def simple(self, element, text=None):
        self.line(f'<{element}/>' if text is None else f'<{element}>{_escape(text)}</{element}>')

    def value(self, value):
        if isinstance(value, str):
            self.simple('string', value)
        elif value is True:
            self.simple('true')
        elif value is False:
            self.simple('false')
        elif isinstance(value, int):
            if not -1 << 63 <= value < 1 << 64:
                raise OverflowError(value)
            self.simple('integer', '%d' % value)
        elif isinstance(value, float):
            self.simple('real', repr(value))
        elif isinstance(value, dict):
            self.dictionary(value)
        elif isinstance(value, (bytes, bytearray)):
            self.bytes(value)
        elif isinstance(value, datetime.datetime):
            self.simple('date', '%04d-%02d-%02dT%02d:%02d:%02dZ' % value.timetuple()[:6])
        elif isinstance(value, (tuple, list)):
            self.array(value)
        else:
            raise TypeError("unsupported type: %s" % type(value))

    def bytes(self, data):
        self.line('<data>')
        width = max(16, 76 - len((self.indent * self.level).replace(b'\t', b' ' * 8)))
        size = width // 4 * 3
        for at in range(0, len(data), size):
            self.line(binascii.b2a_base64(data[at:at + size], newline=False).decode())
        self.line('</data>')

    def dictionary(self, value):
        if not value:
            return self.simple('dict')
        self.line('<dict>')
        self.level += 1
        for key, item in sorted(value.items()) if self.sort_keys else value.items():
            if not isinstance(key, str):
                if self.skipkeys:
                    continue
                raise TypeError("keys must be strings")
            self.simple('key', key)
            self.value(item)
        self.level -= 1
        self.line('</dict>')

    def array(self, value):
        if not value:
            return self.simple('array')
        self.line('<array>')
        self.level += 1
        for item in value:
            self.value(item)
        self.level -= 1
        self.line('</array>')


def _is_xml(head):
    if head.startswith((b'<?xml', b'<plist')):
        return True
    for mark, encoding in ((codecs.BOM_UTF8, 'utf-8'), (codecs.BOM_UTF16_BE, 'utf-16-be'), (codecs.BOM_UTF16_LE, 'utf-16-le')):
        if head.startswith(mark):
            return head[len(mark):].startswith(tuple(start.decode().encode(encoding) for start in (b'<?xml', b'<plist')))
    return False


# ---- the binary form: objects by number, a table of their places, a trailer

_EPOCH = datetime.datetime(2001, 1, 1)


def _size_of(n):
    return 1 if n < 1 << 8 else 2 if n < 1 << 16 else 4 if n < 1 << 32 else 8


class _BinaryReader:
    def __init__(self, dict_type):
        self.dict_type = dict_type

    def read(self, file):
        try:
            self.file = file
            file.seek(-32, os.SEEK_END)
            trailer = file.read(32)
            if len(trailer) != 32:
                raise InvalidFileException()
            offset_size, self.ref_size, count, top, table = struct.unpack('>6xBBQQQ', trailer)
            file.seek(table)
            self.places = self.ints(count, offset_size)
            self.objects = [None] * count
            self.known = [False] * count
            return self.object(top)
        except (OSError, IndexError, struct.error, OverflowError, ValueError):
            raise InvalidFileException()

    def ints(self, n, size):
        data = self.file.read(size * n)
        if not size or len(data) != size * n:
            raise InvalidFileException()
        return [int.from_bytes(data[at:at + size], 'big') for at in range(0, len(data), size)]

    def size(self, low):
        if low != 15:
            return low
        (marker,) = self.file.read(1)
        return self.ints(1, 1 << (marker & 3))[0]

    def take(self, n):
        data = self.file.read(n)
        if len(data) != n:
            raise InvalidFileException()
        return data

    def keep(self, number, value):
        self.objects[number] = value
        self.known[number] = True
        return value

    def object(self, number):
        if self.known[number]:
            return self.objects[number]
        self.file.seek(self.places[number])
        token = self.file.read(1)[0]
        high, low = token & 0xF0, token & 0x0F
        if token in (0x00, 0x0f):
            value = None if token == 0 else b''
        elif token in (0x08, 0x09):
            value = token == 0x09
        elif high == 0x10:
            value = int.from_bytes(self.take(1 << low), 'big', signed=low >= 3)
        elif token in (0x22, 0x23):
            (value,) = struct.unpack('>f' if token == 0x22 else '>d', self.take(4 if token == 0x22 else 8))
        elif token == 0x33:
            value = _EPOCH + datetime.timedelta(seconds=struct.unpack('>d', self.take(8))[0])
        elif high == 0x40:
            value = self.take(self.size(low))
        elif high == 0x50:
            value = self.take(self.size(low)).decode('ascii')
        elif high == 0x60:
            value = self.take(self.size(low) * 2).decode('utf-16be')
        elif high == 0x80:
            value = UID(int.from_bytes(self.take(1 + low), 'big'))
        elif high == 0xA0:
            numbers = self.ints(n, self.ref_size) if (n := self.size(low)) else []
            value = self.keep(number, [])
            value.extend(self.object(each) for each in numbers)
        elif high == 0xD0:
            n = self.size(low)
            keys = self.ints(n, self.ref_size) if n else []
            numbers = self.ints(n, self.ref_size) if n else []
            value = self.keep(number, self.dict_type())
            try:
                for key, each in zip(keys, numbers):
                    value[self.object(key)] = self.object(each)
            except TypeError:
                raise InvalidFileException()
        else:
            raise InvalidFileException()
        return self.keep(number, value)


_scalars = (str, int, float, datetime.datetime, bytes)


class _BinaryWriter:
    def __init__(self, file, sort_keys, skipkeys):
        self.file = file
        self.sort_keys = sort_keys
        self.skipkeys = skipkeys

    def write(self, value):
        self.values = []
        self.by_value = {}
        self.by_id = {}
        self.flatten(value)
        count = len(self.values)
        places = [0] * count
        self.ref_size = _size_of(count)
        self.file.write(b'bplist00')
        for number, each in enumerate(self.values):
            places[number] = self.file.tell()
            self.object(each)
        table = self.file.tell()
        size = _size_of(table)
        self.file.write(b''.join(place.to_bytes(size, 'big') for place in places))
        self.file.write(struct.pack('>5xBBBQQQ', 0, size, self.ref_size, count, self.number(value), table))

    def flatten(self, value):
        if isinstance(value, _scalars):
            if (type(value), value) in self.by_value:
                return
        elif id(value) in self.by_id:
            return
        number = len(self.values)
        self.values.append(value)
        if isinstance(value, _scalars):
            self.by_value[type(value), value] = number
        else:
            self.by_id[id(value)] = number
        if isinstance(value, dict):
            keys, items = [], []
            for key, item in sorted(value.items()) if self.sort_keys else value.items():
                if not isinstance(key, str):
                    if self.skipkeys:
                        continue
                    raise TypeError("keys must be strings")
                keys.append(key)
                items.append(item)
            for each in itertools.chain(keys, items):
                self.flatten(each)
        elif isinstance(value, (list, tuple)):
            for each in value:
                self.flatten(each)

    def number(self, value):
        return self.by_value[type(value), value] if isinstance(value, _scalars) else self.by_id[id(value)]

    def head(self, token, size):
        if size < 15:
            return bytes([token | size])
        width = _size_of(size)
        return bytes([token | 15, 0x10 | width.bit_length() - 1]) + size.to_bytes(width, 'big')

    def references(self, values):
        return b''.join(self.number(each).to_bytes(self.ref_size, 'big') for each in values)

    def object(self, value):
        write = self.file.write
        if value is None:
            write(b'\x00')
        elif value is False:
            write(b'\x08')
        elif value is True:
            write(b'\x09')
        elif isinstance(value, int):
            if value < 0:
                try:
                    write(b'\x13' + value.to_bytes(8, 'big', signed=True))
                except OverflowError:
                    raise OverflowError(value) from None
            elif value < 1 << 63:
                width = _size_of(value)
                write(bytes([0x10 | width.bit_length() - 1]) + value.to_bytes(width, 'big'))
            elif value < 1 << 64:
                write(b'\x14' + value.to_bytes(16, 'big'))
            else:
                raise OverflowError(value)
        elif isinstance(value, float):
            write(struct.pack('>Bd', 0x23, value))
        elif isinstance(value, datetime.datetime):
            write(struct.pack('>Bd', 0x33, (value - _EPOCH).total_seconds()))
        elif isinstance(value, (bytes, bytearray)):
            write(self.head(0x40, len(value)) + value)
        elif isinstance(value, str):
            try:
                text = value.encode('ascii')
                write(self.head(0x50, len(text)) + text)
            except UnicodeEncodeError:
                text = value.encode('utf-16be')
                write(self.head(0x60, len(text) // 2) + text)
        elif isinstance(value, UID):
            width = _size_of(value.data)
            write(bytes([0x80 | width - 1]) + value.data.to_bytes(width, 'big'))
        elif isinstance(value, (list, tuple)):
            write(self.head(0xA0, len(value)) + self.references(value))
        elif isinstance(value, dict):
            pairs = [(key, item) for key, item in (sorted(value.items()) if self.sort_keys else value.items()) if isinstance(key, str)]
            write(self.head(0xD0, len(pairs)) + self.references(key for key, _ in pairs) + self.references(item for _, item in pairs))
        else:
            raise TypeError(value)


# ---- the interface


def load(fp, *, fmt=None, dict_type=dict):
    """Read a property list from a binary file; fmt None: in whichever form it is."""
    if fmt is None:
        head = fp.read(32)
        fp.seek(0)
        if head[:8] == b'bplist00':
            fmt = PlistFormat.FMT_BINARY
        elif _is_xml(head):
            fmt = PlistFormat.FMT_XML
        else:
            raise InvalidFileException()
    return (_BinaryReader if fmt is PlistFormat.FMT_BINARY else _XMLReader)(dict_type).read(fp)


def loads(value, *, fmt=None, dict_type=dict):
    """Read a property list from bytes."""
    import io
    return load(io.BytesIO(value), fmt=fmt, dict_type=dict_type)


def dump(value, fp, *, fmt=PlistFormat.FMT_XML, sort_keys=True, skipkeys=False):
    """Write a property list to a binary file."""
    if fmt is PlistFormat.FMT_XML:
        _XMLWriter(fp, sort_keys=sort_keys, skipkeys=skipkeys).write(value)
    elif fmt is PlistFormat.FMT_BINARY:
        _BinaryWriter(fp, sort_keys=sort_keys, skipkeys=skipkeys).write(value)
    else:
        raise ValueError("Unsupported format: %r" % (fmt,))


def dumps(value, *, fmt=PlistFormat.FMT_XML, skipkeys=False, sort_keys=True):
    """A property list as bytes."""
    import io
    file = io.BytesIO()
    dump(value, file, fmt=fmt, skipkeys=skipkeys, sort_keys=sort_keys)
    return file.getvalue()
