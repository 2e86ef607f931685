"""Blocks of memory with a name, which any process can open."""

__all__ = ['SharedMemory', 'ShareableList']

import os
import secrets
import struct
import types
from functools import partial

import _multiprocessing

_O_CREX = os.O_CREAT | os.O_EXCL
_SHM_SAFE_NAME_LENGTH = 14
_SHM_NAME_PREFIX = '/psm_'


def _make_filename():
    nbytes = (_SHM_SAFE_NAME_LENGTH - len(_SHM_NAME_PREFIX)) // 2
    name = _SHM_NAME_PREFIX + secrets.token_hex(nbytes)
    assert len(name) <= _SHM_SAFE_NAME_LENGTH
    return name


class SharedMemory:
    """A block of memory: made with create=True and a size, or opened by its name. unlink() removes it, once."""

    _name = None
    _fd = -1
    _buf = None
    _region = None
    _flags = os.O_RDWR
    _mode = 0o600
    _prepend_leading_slash = True

    def __init__(self, name=None, create=False, size=0):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create:
            self._flags = _O_CREX | os.O_RDWR
            if size == 0:
                raise ValueError("'size' must be a positive number different from zero")
        if name is None and not self._flags & os.O_EXCL:
            raise ValueError("'name' can only be None if create=True")
        if name is None:
            while True:
                name = _make_filename()
                try:
                    self._fd = _multiprocessing._shm_open(name, self._flags, mode=self._mode)
                except FileExistsError:
                    continue
                self._name = name
                break
        else:
            name = '/' + name if self._prepend_leading_slash else name
            self._fd = _multiprocessing._shm_open(name, self._flags, mode=self._mode)
            self._name = name
        try:
            if create and size:
                os.ftruncate(self._fd, size)
            size = os.fstat(self._fd).st_size
            self._region = _multiprocessing.Region(size, self._fd)
        except OSError:
            self.unlink()
            raise
        from . import resource_tracker
        resource_tracker.register(self._name, 'shared_memory')
        self._size = size
        self._buf = self._region.view()

    def __del__(self):
        try:
            self.close()
        except OSError:
            pass

    def __reduce__(self):
        return self.__class__, (self.name, False, self.size)

    def __repr__(self):
        return f'{self.__class__.__name__}({self.name!r}, size={self.size})'

    @property
    def buf(self):
        """The bytes of the block, writable in place."""
        return self._buf

    @property
    def name(self):
        """What other processes open the block by."""
        reported_name = self._name
        if self._prepend_leading_slash and self._name.startswith('/'):
            reported_name = self._name[1:]
        return reported_name

    @property
    def size(self):
        """How many bytes the block has, as the system rounded them up."""
        return self._size

    def close(self):
        """Unmap the block here; others keep it, and so does the system."""
        if self._buf is not None:
            self._buf.release()
            self._buf = None
        self._region = None
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def unlink(self):
        """Remove the block's name: the memory goes when nobody maps it."""
        if self._name:
            _multiprocessing._shm_unlink(self._name)
            from . import resource_tracker
            resource_tracker.unregister(self._name, 'shared_memory')


_encoding = 'utf8'


class ShareableList:
    """A list of a fixed length in shared memory, of ints, floats, bools, strs, bytes and None.

    The block holds the number of items, the place where each ends, the format of each, how each is read back, and then the items. A str or bytes may be replaced by one
    that fits the place of the first one.
    """

    _types_mapping = {int: 'q', float: 'd', bool: 'xxxxxxx?', str: '%ds', bytes: '%ds', None.__class__: 'xxxxxx?x'}
    _alignment = 8
    _back_transforms_mapping = {
        0: lambda value: value,                                 # int, float, bool
        1: lambda value: value.rstrip(b'\x00').decode(_encoding),
        2: lambda value: value.rstrip(b'\x00'),
        3: lambda _value: None,
    }

    @staticmethod
    def _extract_recreation_code(value):
        if isinstance(value, str):
            return 1
        if isinstance(value, bytes):
            return 2
        return 3 if value is None else 0

    def __init__(self, sequence=None, *, name=None):
        if name is None or sequence is not None:
            sequence = sequence or ()
            formats = [
                self._types_mapping[type(item)] if not isinstance(item, (str, bytes))
                else self._types_mapping[type(item)] % (
                    self._alignment * (len(item.encode(_encoding) if isinstance(item, str) else item) // self._alignment + 1),)
                for item in sequence]
            self._list_len = len(formats)
            assert sum(len(fmt) <= 8 for fmt in formats) == self._list_len
            offset = 0
            self._allocated_offsets = [0]
            for fmt in formats:
                offset += self._alignment if fmt[-1] != 's' else int(fmt[:-1])
                self._allocated_offsets.append(offset)
            codes = [self._extract_recreation_code(item) for item in sequence]
            requested_size = struct.calcsize('q' + self._format_size_metainfo + ''.join(formats) + self._format_packing_metainfo
                                             + self._format_back_transform_codes)
            self.shm = SharedMemory(name, create=True, size=requested_size)
        else:
            self.shm = SharedMemory(name)
        if sequence is not None:
            struct.pack_into('q' + self._format_size_metainfo, self.shm.buf, 0, self._list_len, *self._allocated_offsets)
            for i, (fmt, item) in enumerate(zip(formats, sequence)):
                struct.pack_into(fmt, self.shm.buf, self._offset_data_start + self._allocated_offsets[i],
                                 item.encode(_encoding) if isinstance(item, str) else item)
            struct.pack_into(self._format_packing_metainfo, self.shm.buf, self._offset_packing_formats, *(f.encode(_encoding) for f in formats))
            struct.pack_into(self._format_back_transform_codes, self.shm.buf, self._offset_back_transform_codes, *codes)
        else:
            self._list_len = len(self)
            self._allocated_offsets = list(struct.unpack_from(self._format_size_metainfo, self.shm.buf, 8))

    def _get_packing_format(self, position):
        position = position if position >= 0 else position + self._list_len
        if position >= self._list_len or self._list_len < 0:
            raise IndexError('Requested position out of range.')
        v = struct.unpack_from('8s', self.shm.buf, self._offset_packing_formats + position * 8)[0]
        return v.rstrip(b'\x00').decode(_encoding)

    def _get_back_transform(self, position):
        if position >= self._list_len or self._list_len < 0:
            raise IndexError('Requested position out of range.')
        code = struct.unpack_from('b', self.shm.buf, self._offset_back_transform_codes + position)[0]
        return self._back_transforms_mapping[code]

    def _set_packing_format_and_transform(self, position, fmt, value):
        if position >= self._list_len or self._list_len < 0:
            raise IndexError('Requested position out of range.')
        struct.pack_into('8s', self.shm.buf, self._offset_packing_formats + position * 8, fmt.encode(_encoding))
        struct.pack_into('b', self.shm.buf, self._offset_back_transform_codes + position, self._extract_recreation_code(value))

    def __getitem__(self, position):
        position = position if position >= 0 else position + self._list_len
        try:
            offset = self._offset_data_start + self._allocated_offsets[position]
            (v,) = struct.unpack_from(self._get_packing_format(position), self.shm.buf, offset)
        except IndexError:
            raise IndexError('index out of range')
        return self._get_back_transform(position)(v)

    def __setitem__(self, position, value):
        position = position if position >= 0 else position + self._list_len
        try:
            offset = self._offset_data_start + self._allocated_offsets[position]
            current = self._get_packing_format(position)
        except IndexError:
            raise IndexError('assignment index out of range')
        if not isinstance(value, (str, bytes)):
            new = self._types_mapping[type(value)]
            encoded = value
        else:
            room = self._allocated_offsets[position + 1] - self._allocated_offsets[position]
            encoded = value.encode(_encoding) if isinstance(value, str) else value
            if len(encoded) > room:
                raise ValueError('bytes/str item exceeds available storage')
            new = current if current[-1] == 's' else self._types_mapping[str] % (room,)
        self._set_packing_format_and_transform(position, new, value)
        struct.pack_into(new, self.shm.buf, offset, encoded)

    def __reduce__(self):
        return partial(self.__class__, name=self.shm.name), ()

    def __len__(self):
        return struct.unpack_from('q', self.shm.buf, 0)[0]

    def __repr__(self):
        return f'{self.__class__.__name__}({list(self)}, name={self.shm.name!r})'

    @property
    def format(self):
        """The formats of all items, one after the other."""
        return ''.join(self._get_packing_format(i) for i in range(self._list_len))

    @property
    def _format_size_metainfo(self):
        return 'q' * (self._list_len + 1)

    @property
    def _format_packing_metainfo(self):
        return '8s' * self._list_len

    @property
    def _format_back_transform_codes(self):
        return 'b' * self._list_len

    @property
    def _offset_data_start(self):
        return (self._list_len + 2) * 8

    @property
    def _offset_packing_formats(self):
        return self._offset_data_start + self._allocated_offsets[-1]

    @property
    def _offset_back_transform_codes(self):
        return self._offset_packing_formats + self._list_len * 8

    def count(self, value):
        """How many items equal a value."""
        return sum(value == entry for entry in self)

    def index(self, value):
        """Where the first item is that equals a value; ValueError if there is none."""
        for position, entry in enumerate(self):
            if value == entry:
                return position
        raise ValueError(f'{value!r} not in this container')

    __class_getitem__ = classmethod(types.GenericAlias)
