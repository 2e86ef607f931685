"""Numbers and arrays of numbers in memory that processes share, with or without a lock.

A type is given by the letter that the array module has for it. There is no ctypes: its classes cannot be used here.
"""

import os

import _multiprocessing

from . import context
from . import reduction

__all__ = ['RawValue', 'RawArray', 'Value', 'Array', 'copy', 'synchronized']

_CODES = {'c': ('c_char', 'B', 8), 'b': ('c_byte', 'b', 8), 'B': ('c_ubyte', 'B', 8), 'h': ('c_short', 'h', 16), 'H': ('c_ushort', 'H', 16),
          'i': ('c_int', 'i', 32), 'I': ('c_uint', 'I', 32), 'l': ('c_long', 'l', 64), 'L': ('c_ulong', 'L', 64), 'q': ('c_long', 'q', 64),
          'Q': ('c_ulong', 'Q', 64), 'f': ('c_float', 'f', 0), 'd': ('c_double', 'd', 0), 'u': ('c_wchar', 'I', 32), '?': ('c_bool', '?', 0)}


class _Raw:
    """Memory for n items of a type."""

    def __init__(self, code, length, region=None):
        if code not in _CODES:
            raise TypeError('this type has no size')
        self._code = code
        _, form, self._bits = _CODES[code]
        self._region = region or _multiprocessing.Region(max(length, 1) * 8)
        self._length = length
        size = {8: 1, 16: 2, 32: 4, 64: 8}.get(self._bits) or {'f': 4, 'd': 8, '?': 1}[form]
        self._view = self._region.view()[:length * size].cast(form)

    def _encode(self, value):
        code = self._code
        if code == 'c':
            if isinstance(value, (bytes, bytearray)) and len(value) == 1:
                return value[0]
            if isinstance(value, int) and 0 <= value < 256:
                return value
            raise TypeError('one character bytes, bytearray or integer expected')
        if code == 'u':
            if isinstance(value, str) and len(value) == 1:
                return ord(value)
            raise TypeError('unicode string expected instead of %s instance' % type(value).__name__)
        if self._bits:
            if not hasattr(value, '__index__'):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
            value = value.__index__() & (1 << self._bits) - 1
            if code.islower() and value >> self._bits - 1:
                value -= 1 << self._bits
            return value
        if code == '?':
            return bool(value)
        if not isinstance(value, (int, float)) and not hasattr(value, '__float__') and not hasattr(value, '__index__'):
            raise TypeError('must be real number, not %s' % type(value).__name__)
        return float(value)

    def _decode(self, value):
        return bytes((value,)) if self._code == 'c' else chr(value) if self._code == 'u' else value

    def __reduce__(self):
        context.assert_spawning(self)
        return _rebuild, (_RawArray if isinstance(self, _RawArray) else None, self._code, self._length, reduction.DupFd(self._region.fileno()))


def _rebuild(cls, code, length, df):
    fd = df.detach()
    try:
        region = _multiprocessing.Region(max(length, 1) * 8, fd)
    finally:
        os.close(fd)
    cls = cls or _KINDS[_CODES[code][0]]
    self = cls.__new__(cls)
    _Raw.__init__(self, code, length, region)
    return self


class _RawValue(_Raw):
    def __init__(self, code, value=None):
        super().__init__(code, 1)
        if value is not None:
            self.value = value

    @property
    def value(self):
        return self._decode(self._view[0])

    @value.setter
    def value(self, value):
        self._view[0] = self._encode(value)

    def __repr__(self):
        return f'{_CODES[self._code][0]}({self.value!r})'


class _RawArray(_Raw):
    def __init__(self, code, size_or_initializer):
        if isinstance(size_or_initializer, int):
            super().__init__(code, size_or_initializer)
            return
        items = size_or_initializer if hasattr(size_or_initializer, '__len__') else list(size_or_initializer)
        super().__init__(code, len(items))
        for i, item in enumerate(items):
            self[i] = item

    def __len__(self):
        return self._length

    def __getitem__(self, i):
        if isinstance(i, slice):
            items = [self._decode(v) for v in self._view[i].tolist()]
            return b''.join(items) if self._code == 'c' else ''.join(items) if self._code == 'u' else items
        try:
            return self._decode(self._view[i])
        except IndexError:
            raise IndexError('invalid index') from None

    def __setitem__(self, i, value):
        if isinstance(i, slice):
            places = range(*i.indices(self._length))
            value = list(value)
            if len(places) != len(value):
                raise ValueError('Can only assign sequence of same size')
            for place, item in zip(places, value):
                self._view[place] = self._encode(item)
            return
        value = self._encode(value)
        try:
            self._view[i] = value
        except IndexError:
            raise IndexError('invalid index') from None

    def __iter__(self):
        for i in range(self._length):
            yield self[i]

    @property
    def raw(self):
        if self._code != 'c':
            raise AttributeError("'%s_Array_%d' object has no attribute 'raw'" % (_CODES[self._code][0], self._length))
        return self[:]

    @raw.setter
    def raw(self, value):
        if len(value) > self._length:
            raise ValueError('byte string too long')
        self[:len(value)] = value

    @property
    def value(self):
        if self._code not in 'cu':
            raise AttributeError("'%s_Array_%d' object has no attribute 'value'" % (_CODES[self._code][0], self._length))
        zero = b'\0' if self._code == 'c' else '\0'
        return self[:].split(zero, 1)[0]

    @value.setter
    def value(self, value):
        if len(value) > self._length:
            raise ValueError('byte string too long' if self._code == 'c' else 'string too long')
        self[:len(value)] = value
        if len(value) < self._length:
            self._view[len(value)] = 0

    def __repr__(self):
        return f'<multiprocessing.sharedctypes.{_CODES[self._code][0]}_Array_{self._length} object at {id(self):#x}>'


# A class for each type, named as the type is; two letters may mean the same one.
_KINDS = {name: type(name, (_RawValue,), {'__module__': 'ctypes'}) for name, _, _ in _CODES.values()}


def RawValue(typecode_or_type, *args):
    """A shared number, without a lock."""
    kind = _KINDS[_CODES[typecode_or_type][0]] if typecode_or_type in _CODES else _RawValue
    return kind(typecode_or_type, *args)


def RawArray(typecode_or_type, size_or_initializer):
    """A shared array, without a lock."""
    return _RawArray(typecode_or_type, size_or_initializer)


def _check_lock(lock):
    if lock not in (True, None) and not hasattr(lock, 'acquire'):
        raise AttributeError('%r has no method \'acquire\'' % lock)


def Value(typecode_or_type, *args, lock=True, ctx=None):
    """A shared number with its lock."""
    obj = RawValue(typecode_or_type, *args)
    if lock is False:
        return obj
    _check_lock(lock)
    return synchronized(obj, None if lock in (True, None) else lock, ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    """A shared array with its lock."""
    obj = RawArray(typecode_or_type, size_or_initializer)
    if lock is False:
        return obj
    _check_lock(lock)
    return synchronized(obj, None if lock in (True, None) else lock, ctx)


def copy(obj):
    """A copy in new shared memory."""
    if isinstance(obj, _RawValue):
        return _RawValue(obj._code, obj.value)
    return _RawArray(obj._code, obj[:])


def synchronized(obj, lock=None, ctx=None):
    """The object wrapped so that each access takes the lock."""
    assert not isinstance(obj, SynchronizedBase), 'object already synchronized'
    ctx = ctx or context._default_context
    if isinstance(obj, _RawValue):
        return Synchronized(obj, lock, ctx)
    return SynchronizedString(obj, lock, ctx) if obj._code == 'c' else SynchronizedArray(obj, lock, ctx)


class SynchronizedBase:
    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        self._lock = lock or (ctx or context._default_context.get_context()).RLock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __reduce__(self):
        context.assert_spawning(self)
        return _rebuild_synchronized, (type(self), self._obj, self._lock)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return '<%s wrapper for %s>' % (type(self).__name__, self._obj)


def _rebuild_synchronized(cls, obj, lock):
    return cls(obj, lock)


def _locked(name):
    def get(self):
        with self._lock:
            return getattr(self._obj, name)

    def set(self, value):
        with self._lock:
            setattr(self._obj, name, value)
    return property(get, set)


class Synchronized(SynchronizedBase):
    value = _locked('value')


class SynchronizedArray(SynchronizedBase):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, i):
        with self._lock:
            return self._obj[i]

    def __setitem__(self, i, value):
        with self._lock:
            self._obj[i] = value

    def __getslice__(self, start, stop):
        with self._lock:
            return self._obj[start:stop]

    def __setslice__(self, start, stop, values):
        with self._lock:
            self._obj[start:stop] = values


class SynchronizedString(SynchronizedArray):
    value = _locked('value')
    raw = _locked('raw')
