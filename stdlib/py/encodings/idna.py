"""The codec idna (RFC 3490): names of hosts with letters outside ASCII."""

import codecs
import re
import unicodedata

from encodings.punycode import punycode_decode, punycode_encode

_dots = re.compile('[\u002e\u3002\uff0e\uff61]')
_PREFIX = b'xn--'


def nameprep(label):
    """A label in its normal form: without case, in NFKC."""
    import stringprep
    label = ''.join([stringprep.map_table_b2(char) for char in label if not stringprep.in_table_b1(char)])
    label = unicodedata.normalize('NFKC', label)
    refused = (stringprep.in_table_c12, stringprep.in_table_c22, stringprep.in_table_c3, stringprep.in_table_c4, stringprep.in_table_c5,
               stringprep.in_table_c6, stringprep.in_table_c7, stringprep.in_table_c8, stringprep.in_table_c9)
    for char in label:
        if any(table(char) for table in refused):
            raise UnicodeError('Invalid character %r' % char)
    # Text from right to left must be so from its first to its last letter.
    right_to_left = [stringprep.in_table_d1(char) for char in label]
    if any(right_to_left):
        if any(stringprep.in_table_d2(char) for char in label):
            raise UnicodeError('Violation of BIDI requirement 2')
        if not right_to_left[0] or not right_to_left[-1]:
            raise UnicodeError('Violation of BIDI requirement 3')
    return label


def ToASCII(label):
    """A label as it goes to the DNS."""
    for prepare in (str, nameprep):
        label = prepare(label)
        if label.isascii():
            if 0 < len(label) < 64:
                return label.encode('ascii')
            raise UnicodeError('label empty or too long')
    if label.startswith(_PREFIX.decode()):
        raise UnicodeError('Label starts with ACE prefix')
    encoded = _PREFIX + punycode_encode(label)
    if 0 < len(encoded) < 64:
        return encoded
    raise UnicodeError('label empty or too long')


def ToUnicode(label):
    """A label as people read it."""
    if len(label) > 1024:
        raise UnicodeError('label way too long')
    if isinstance(label, bytes):
        ascii_only = True
    else:
        ascii_only = label.isascii()
        if not ascii_only:
            label = nameprep(label)
        try:
            label = label.encode('ascii')
        except UnicodeError:
            raise UnicodeError('Invalid character in IDN label')
    if not label.startswith(_PREFIX):
        return str(label, 'ascii')
    decoded = punycode_decode(label[len(_PREFIX):], 'strict')
    if str(label, 'ascii').lower() != str(ToASCII(decoded), 'ascii'):
        raise UnicodeError('IDNA does not round-trip', label, ToASCII(decoded))
    return decoded


def _encode(input, errors='strict'):
    if errors != 'strict':
        raise UnicodeError('unsupported error handling ' + errors)
    if not input:
        return b'', 0
    if input.isascii():
        labels = input.encode('ascii').split(b'.')
        for label in labels[:-1]:
            if not 0 < len(label) < 64:
                raise UnicodeError('label empty or too long')
        if len(labels[-1]) >= 64:
            raise UnicodeError('label too long')
        return input.encode('ascii'), len(input)
    labels = _dots.split(input)
    trailing = b''
    if not labels[-1]:
        trailing = b'.'
        del labels[-1]
    return b'.'.join([ToASCII(label) for label in labels]) + trailing, len(input)


def _decode(input, errors='strict'):
    if errors != 'strict':
        raise UnicodeError('Unsupported error handling ' + errors)
    if not input:
        return '', 0
    data = bytes(input)
    if _PREFIX not in data:
        try:
            return data.decode('ascii'), len(data)
        except UnicodeDecodeError:
            pass
    labels = data.split(b'.')
    trailing = ''
    if labels and not labels[-1]:
        trailing = '.'
        del labels[-1]
    return '.'.join([ToUnicode(label) for label in labels]) + trailing, len(data)


class Codec(codecs.Codec):
    def encode(self, input, errors='strict'):
        return _encode(input, errors)

    def decode(self, input, errors='strict'):
        return _decode(input, errors)


class IncrementalEncoder(codecs.BufferedIncrementalEncoder):
    """Encodes label by label: the last one is kept until its end is known."""

    def _buffer_encode(self, input, errors, final):
        if errors != 'strict':
            raise UnicodeError('unsupported error handling ' + errors)
        if not input:
            return b'', 0
        labels = _dots.split(input)
        trailing = b''
        if not labels[-1]:
            trailing = b'.'
            del labels[-1]
        elif not final:
            del labels[-1]
            trailing = b'.' if labels else b''
        size = sum(map(len, labels)) + max(len(labels) - 1, 0) + len(trailing)
        return b'.'.join([ToASCII(label) for label in labels]) + trailing, size


class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    """Decodes label by label: the last one is kept until its end is known."""

    def _buffer_decode(self, input, errors, final):
        if errors != 'strict':
            raise UnicodeError('Unsupported error handling ' + errors)
        if not input:
            return '', 0
        labels = _dots.split(input) if isinstance(input, str) else str(input, 'ascii').split('.')
        trailing = ''
        if not labels[-1]:
            trailing = '.'
            del labels[-1]
        elif not final:
            del labels[-1]
            trailing = '.' if labels else ''
        size = sum(map(len, labels)) + max(len(labels) - 1, 0) + len(trailing)
        return '.'.join([ToUnicode(label) for label in labels]) + trailing, size


class StreamWriter(Codec, codecs.StreamWriter):
    pass


class StreamReader(Codec, codecs.StreamReader):
    pass


def getregentry():
    """What codecs.lookup gives."""
    return codecs.CodecInfo(_encode, _decode, StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder, 'idna')
