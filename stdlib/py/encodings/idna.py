"""The codec idna (RFC 3490): names of hosts with letters outside ASCII."""

import codecs
import re
import unicodedata

from encodings.punycode import punycode_decode, punycode_encode

_dots = re.compile('[\u002e\u3002\uff0e\uff61]')
_PREFIX = b'xn--'

# Characters that nameprep drops: soft hyphens, joiners, variation selectors and the like.
_dropped = re.compile('[\u00ad\u034f\u1806\u180b-\u180d\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]')
# Spaces, controls, private use, surrogates, characters for layout and tags: what it refuses.
_refused = re.compile('[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\u0080-\u009f\u06dd\u070f\u180e\u200c-\u200f\u2028-\u202e\u2060-\u2063'
                      '\u206a-\u206f\ufeff\ufff9-\uffff\U0001d173-\U0001d17a\ue000-\uf8ff\ud800-\udfff\u0340\u0341\u2ff0-\u2ffb'
                      '\ufdd0-\ufdef\U000e0001\U000e0020-\U000e007f\U000f0000-\U0010ffff]')


def nameprep(label):
    """A label in its normal form: without case, in NFKC."""
    label = _dropped.sub('', label)
    label = ''.join([unicodedata.normalize('NFKC', c.casefold()).casefold() if not c.isascii() else c.lower() for c in label])
    label = unicodedata.normalize('NFKC', label)
    found = _refused.search(label)
    if found:
        raise UnicodeError('Invalid character %r' % found[0])
    # Text from right to left must be so from its first to its last letter.
    directions = [unicodedata.bidirectional(c) for c in label]
    if any(d in ('R', 'AL') for d in directions):
        if 'L' in directions:
            raise UnicodeError('Violation of BIDI requirement 2')
        if directions[0] not in ('R', 'AL') or directions[-1] not in ('R', 'AL'):
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
