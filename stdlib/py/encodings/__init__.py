"""The codecs that are written in Python, and modules for the most usual of the native ones, which the module codecs knows by itself."""
import codecs

_cache = {}


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


def search_function(encoding):
    """The codec's CodecInfo, or None."""
    try:
        return codecs.lookup(encoding)
    except LookupError:
        return None


def _publish(namespace, name):
    # Fills a module of this package with what codecs.lookup() has for it.
    info = codecs.lookup(name)
    for key, value in (('IncrementalEncoder', info.incrementalencoder), ('IncrementalDecoder', info.incrementaldecoder),
                       ('StreamReader', info.streamreader), ('StreamWriter', info.streamwriter), ('encode', info.encode), ('decode', info.decode)):
        namespace[key] = value
    namespace['getregentry'] = lambda: codecs.lookup(name)
