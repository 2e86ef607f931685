"""Plain values as bytes, in CPython's format of version 2 (what later versions add are references to repeated objects, which loads() reads).

Code objects are refused: theirs is CPython's bytecode.
"""
# like native code

import struct as _struct

__all__ = ['dump', 'dumps', 'load', 'loads', 'version']
version = 4


def _size(n):
    return _struct.pack('<i', n)


def _write(out, value, depth):
    if depth > 2000:
        raise ValueError('object too deeply nested to marshal')
    kind = type(value)
    if value is None:
        out.append(b'N')
    elif value is True:
        out.append(b'T')
    elif value is False:
        out.append(b'F')
    elif value is Ellipsis:
        out.append(b'.')
    elif value is StopIteration:
        out.append(b'S')
    elif kind is int:
        if -2**31 <= value < 2**31:
            out.append(b'i' + _struct.pack('<i', value))
        else:
            digits = []
            rest = abs(value)
            while rest:
                digits.append(rest & 0x7fff)
                rest >>= 15
            out.append(b'l' + _size(len(digits) if value > 0 else -len(digits)) + _struct.pack('<%dH' % len(digits), *digits))
    elif kind is float:
        out.append(b'g' + _struct.pack('<d', value))
    elif kind is complex:
        out.append(b'y' + _struct.pack('<dd', value.real, value.imag))
    elif kind is str:
        data = value.encode('utf-8', 'surrogatepass')
        out.append(b'u' + _size(len(data)) + data)
    elif kind in (bytes, bytearray, memoryview):
        data = bytes(value)
        out.append(b's' + _size(len(data)) + data)
    elif kind in (tuple, list, set, frozenset):
        code = {tuple: b'(', list: b'[', set: b'<', frozenset: b'>'}[kind]
        out.append(code + _size(len(value)))
        for item in value:
            _write(out, item, depth + 1)
    elif kind is dict:
        out.append(b'{')
        for key, item in value.items():
            _write(out, key, depth + 1)
            _write(out, item, depth + 1)
        out.append(b'0')
    else:
        raise ValueError('unmarshallable object')


class _Reader:
    def __init__(self, data):
        self.data = memoryview(data).cast('B')
        self.at = 0
        self.refs = []

    def take(self, n):
        part = self.data[self.at:self.at + n]
        if n < 0 or len(part) < n:
            raise EOFError('marshal data too short')
        self.at += n
        return part

    def size(self, width='i'):
        n, = _struct.unpack('<' + width, self.take(_struct.calcsize('<' + width)))
        if n < 0:
            raise ValueError('bad marshal data (size out of range)')
        return n

    def read(self, depth=0):
        if depth > 2000:
            raise ValueError('bad marshal data (too deeply nested)')
        try:
            code = self.take(1)[0]
        except EOFError:
            raise EOFError('EOF read where object expected') from None
        slot = None
        if code & 0x80:
            slot = len(self.refs)
            self.refs.append(None)
        value = self.body(chr(code & 0x7f), slot, depth)
        if slot is not None:
            self.refs[slot] = value
        return value

    def body(self, code, slot, depth):
        constants = {'N': None, 'T': True, 'F': False, '.': Ellipsis, 'S': StopIteration, '0': _NULL}
        if code in constants:
            return constants[code]
        if code == 'i':
            return _struct.unpack('<i', self.take(4))[0]
        if code == 'l':
            n, = _struct.unpack('<i', self.take(4))
            digits = _struct.unpack('<%dH' % abs(n), self.take(2 * abs(n)))
            if any(d > 0x7fff for d in digits):
                raise ValueError('bad marshal data (digit out of range in long)')
            value = sum(d << (15 * i) for i, d in enumerate(digits))
            return -value if n < 0 else value
        if code == 'g':
            return _struct.unpack('<d', self.take(8))[0]
        if code == 'y':
            return complex(*_struct.unpack('<dd', self.take(16)))
        if code in 'ut':
            return str(self.take(self.size()), 'utf-8', 'surrogatepass')
        if code in 'zZ':
            return str(self.take(self.size('B')), 'latin-1')
        if code in 'aA':
            return str(self.take(self.size()), 'latin-1')
        if code == 's':
            return bytes(self.take(self.size()))
        if code == 'r':
            n = self.size()
            if n >= len(self.refs):
                raise ValueError('bad marshal data (invalid reference)')
            return self.refs[n]
        if code in '()[<>':
            n = self.size('B' if code == ')' else 'i')
            items = []
            if code == '[' and slot is not None:
                self.refs[slot] = items
            for _ in range(n):
                items.append(self.item(depth))
            return items if code == '[' else {'(': tuple, ')': tuple, '<': set, '>': frozenset}[code](items)
        if code == '{':
            result = {}
            if slot is not None:
                self.refs[slot] = result
            while (key := self.read(depth + 1)) is not _NULL:
                result[key] = self.item(depth)
            return result
        if code == 'c':
            raise ValueError('bad marshal data (code of CPython cannot be run)')
        raise ValueError('bad marshal data (unknown type code)')

    def item(self, depth):
        value = self.read(depth + 1)
        if value is _NULL:
            raise TypeError('NULL object in marshal data')
        return value


_NULL = object()


def dumps(value, version=version, /):
    """The value as bytes."""
    out = []
    _write(out, value, 0)
    return b''.join(out)


def loads(bytes, /):
    """The value of bytes; what follows it is ignored."""
    value = _Reader(bytes).read()
    if value is _NULL:
        raise TypeError('NULL object in marshal data for object')
    return value


def dump(value, file, version=version, /):
    """Writes the value to a binary file."""
    return file.write(dumps(value, version))


def load(file, /):
    """Reads a value from a binary file."""
    data = file.read()
    reader = _Reader(data)
    value = reader.read()
    if reader.at < len(data) and hasattr(file, 'seek'):
        file.seek(reader.at - len(data), 1)
    return value
