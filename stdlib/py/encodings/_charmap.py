"""Encodings by a map: bytes to texts or numbers, and characters to bytes or numbers; and the codecs of the tables in _pages."""
import codecs

_NOTHING = '\ufffe'


def charmap_build(table, /):
    """The map that undoes a table of up to 256 characters; of equal ones the last counts."""
    return {ord(char): byte for byte, char in enumerate(table) if char != _NOTHING}


def _meaning(mapping, byte):
    if isinstance(mapping, str):
        found = mapping[byte] if byte < len(mapping) else None
        return None if found == _NOTHING else found
    try:
        found = mapping[byte]
    except LookupError:
        return None
    if isinstance(found, int):
        if found == 0xfffe:
            return None
        if not 0 <= found < 0x110000:
            raise TypeError('character mapping must be in range(0x110000)')
        return chr(found)
    if found is None or isinstance(found, str):
        return None if found == _NOTHING else found
    raise TypeError('character mapping must return integer, None or str')


def charmap_decode(data, errors=None, mapping=None, /):
    """The text of bytes, by a map or a text of what each byte means; Latin-1 without one."""
    data = bytes(data)
    if mapping is None:
        return codecs.latin_1_decode(data, errors)
    parts, i = [], 0
    while i < len(data):
        found = _meaning(mapping, data[i])
        if found is None:
            fault = UnicodeDecodeError('charmap', data, i, i + 1, 'character maps to <undefined>')
            found, i = codecs.lookup_error(errors or 'strict')(fault)
            data = fault.object
            if i < 0:
                i += len(data)
        else:
            i += 1
        parts.append(found)
    return ''.join(parts), len(data)


def _code(mapping, char):
    try:
        found = mapping[ord(char)]
    except LookupError:
        return None
    if isinstance(found, int):
        if not 0 <= found < 256:
            raise TypeError('character mapping must be in range(256)')
        return bytes((found,))
    if found is None or isinstance(found, bytes):
        return found
    raise TypeError('character mapping must return integer, bytes or None, not ' + type(found).__name__)


def charmap_encode(text, errors=None, mapping=None, /):
    """The bytes of a text, by a map from code points; Latin-1 without one."""
    if mapping is None:
        return codecs.latin_1_encode(text, errors)
    out, i = bytearray(), 0
    while i < len(text):
        found = _code(mapping, text[i])
        if found is not None:
            out += found
            i += 1
            continue
        stop = i + 1
        while stop < len(text) and _code(mapping, text[stop]) is None:
            stop += 1
        fault = UnicodeEncodeError('charmap', text, i, stop, 'character maps to <undefined>')
        other, i = codecs.lookup_error(errors or 'strict')(fault)
        if i < 0:
            i += len(text)
        if isinstance(other, str):
            for char in other:
                found = _code(mapping, char)
                if found is None:
                    raise fault
                out += found
        else:
            out += other
    return bytes(out), len(text)


def make_codec(name, decoding_table):
    """The namespace of the module of a table's codec."""
    encoding_table = charmap_build(decoding_table)

    class Codec(codecs.Codec):
        def encode(self, input, errors='strict'):
            return charmap_encode(input, errors, encoding_table)

        def decode(self, input, errors='strict'):
            return charmap_decode(input, errors, decoding_table)

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return charmap_encode(input, self.errors, encoding_table)[0]

    class IncrementalDecoder(codecs.IncrementalDecoder):
        def decode(self, input, final=False):
            return charmap_decode(input, self.errors, decoding_table)[0]

    class StreamWriter(Codec, codecs.StreamWriter):
        pass

    class StreamReader(Codec, codecs.StreamReader):
        pass

    def getregentry():
        return codecs.CodecInfo(Codec().encode, Codec().decode, StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder, name)

    return {key: value for key, value in locals().items() if key != 'name'}
