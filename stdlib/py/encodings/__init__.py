"""The codecs that are written in Python, and modules for the native ones, which the module codecs knows by itself.

A codec that needs no source of its own (the native ones, those of _pages and of _transforms) has a module that is filled when it is first used.
"""
import codecs
import sys
from _codecs import native_aliases

from . import aliases

_cache = {}
_native = {names.split()[0] for names in native_aliases()}
_tables = ('cp037', 'cp1026', 'cp1140', 'cp273', 'cp424', 'cp500', 'cp864', 'cp875', 'mac_arabic', 'mac_farsi')
_converters = ('base64_codec', 'bz2_codec', 'hex_codec', 'quopri_codec', 'rot_13', 'undefined', 'uu_codec', 'zlib_codec')
_eastern = ('big5', 'big5hkscs', 'cp932', 'cp949', 'cp950', 'euc_jp', 'euc_kr', 'gb18030', 'gb2312', 'gbk', 'iso2022_jp', 'iso2022_kr', 'shift_jis')
_with_source = ('charmap', 'idna', 'punycode', 'utf_7')


class CodecRegistryError(LookupError, SystemError):
    """A codec's registry entry is not what it should be."""


def normalize_encoding(encoding):
    """The name with runs of whatever is no letter, digit or dot made into one underscore; what is not ASCII is left out."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, 'ascii')
    parts, word = [], ''
    for char in encoding + ' ':
        if char.isalnum() or char == '.':
            word += char if char.isascii() else ''
        elif word:
            parts.append(word)
            word = ''
    return '_'.join(parts)


class _CodecModule(type(sys)):
    def __getattr__(self, name):
        if name.startswith('__') or 'getregentry' in self.__dict__:
            raise AttributeError(f'module {self.__name__!r} has no attribute {name!r}')
        self.__dict__.update(_members(self.__name__.partition('.')[2]))
        return getattr(self, name)


def _members(name):
    if name in _native or name in _eastern:
        info = codecs.lookup(name)
        return {'IncrementalEncoder': info.incrementalencoder, 'IncrementalDecoder': info.incrementaldecoder, 'StreamReader': info.streamreader,
                'StreamWriter': info.streamwriter, 'encode': info.encode, 'decode': info.decode, 'getregentry': lambda: info}
    if name in _tables:
        from . import _charmap, _pages
        return _charmap.make_codec(name.replace('_', '-'), _pages.TABLES[name])
    from . import _transforms
    return _transforms.make_codec(name)


def find_codec(encoding):
    """The CodecInfo of a codec that is not native, by its normalized name or an alias; or None."""
    name = aliases.aliases.get(encoding) or aliases.aliases.get(encoding.replace('.', '_')) or encoding
    if name in _with_source:
        from importlib import import_module
        return import_module('encodings.' + name).getregentry()
    if name in _tables or name in _converters:
        return sys.modules['encodings.' + name].getregentry()
    from . import _multibyte
    return _multibyte.find(encoding)


def search_function(encoding):
    """The codec's CodecInfo, or None."""
    try:
        return codecs.lookup(encoding)
    except LookupError:
        return None


for _name in (*_native, *_tables, *_converters, *_eastern):
    _module = sys.modules[f'encodings.{_name}'] = globals()[_name] = _CodecModule(f'encodings.{_name}', 'A codec.')
    _module.__package__ = 'encodings'
del _name, _module
