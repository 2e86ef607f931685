"""UTF-7 (RFC 2152): ASCII, with runs of other characters as UTF-16 in base64 between '+' and '-'."""
import codecs

_DIGITS = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_VALUES = {byte: value for value, byte in enumerate(_DIGITS)}
_PLAIN = frozenset(map(chr, range(32, 127))).union('\t\n\r') - set('+\\~')


def utf_7_encode(text, errors=None, /):
    """The bytes of a text; nothing is a fault."""
    if not isinstance(text, str):
        raise TypeError("utf_7_encode() argument 1 must be str, not %s" % type(text).__name__)
    out = bytearray()
    shifted, bits, buffer = False, 0, 0
    for char in text:
        if char in _PLAIN:
            if shifted:
                if bits:
                    out.append(_DIGITS[buffer << 6 - bits & 63])
                    bits = buffer = 0
                shifted = False
                if ord(char) in _VALUES or char == '-':
                    out.append(45)
            out.append(ord(char))
            continue
        if not shifted:
            if char == '+':
                out += b'+-'
                continue
            out.append(43)
            shifted = True
        for unit in _units(ord(char)):
            buffer, bits = buffer << 16 | unit, bits + 16
            while bits >= 6:
                bits -= 6
                out.append(_DIGITS[buffer >> bits])
                buffer &= (1 << bits) - 1
    if bits:
        out.append(_DIGITS[buffer << 6 - bits])
    if shifted:
        out.append(45)
    return bytes(out), len(text)


def _units(code):
    return (code,) if code < 0x10000 else (0xd7c0 + (code >> 10), 0xdc00 | code & 0x3ff)


def utf_7_decode(data, errors=None, final=False, /):
    """The text of bytes. Unless final, a run in base64 that has no end yet is left for the next call."""
    data = codecs._bytes_of(data)
    out = []
    i = start = 0           # start: of what the fault or the open run began with
    mark = 0                # the length of out where the open run began
    shifted, bits, buffer, surrogate = False, 0, 0, 0

    def fault(stop, reason):
        nonlocal data, i
        error = UnicodeDecodeError('utf7', data, start, stop, reason)
        if errors == 'surrogatepass':
            raise error
        result = codecs.lookup_error('strict' if errors is None else errors)(error)
        if not isinstance(result, tuple) or len(result) != 2 or not isinstance(result[0], str) or not isinstance(result[1], int):
            raise TypeError('decoding error handler must return (str, int) tuple')
        text, position = result
        data = error.object         # a handler may put other bytes there
        if not isinstance(data, bytes):
            raise TypeError('object attribute must be bytes')
        i = position + len(data) if position < 0 else position
        if not 0 <= i <= len(data):
            raise IndexError('position %d from error handler out of bounds' % position)
        out.append(text)

    while True:
        while i < len(data):
            byte = data[i]
            if shifted:
                if byte in _VALUES:
                    buffer, bits = buffer << 6 | _VALUES[byte], bits + 6
                    i += 1
                    if bits < 16:
                        continue
                    bits -= 16
                    unit, buffer = buffer >> bits, buffer & (1 << bits) - 1
                    if surrogate:
                        high, surrogate = surrogate, 0
                        if 0xdc00 <= unit < 0xe000:
                            out.append(chr((high - 0xd7c0 << 10) + (unit & 0x3ff)))
                            continue
                        out.append(chr(high))
                    if 0xd800 <= unit < 0xdc00:
                        surrogate = unit
                    else:
                        out.append(chr(unit))
                    continue
                shifted = False
                if bits >= 6:
                    fault(i + 1, 'partial character in shift sequence')
                elif bits and buffer:
                    fault(i + 1, 'non-zero padding bits in shift sequence')
                else:
                    if surrogate and byte < 128 and byte != 43:
                        out.append(chr(surrogate))
                    surrogate = 0
                    if byte == 45:
                        i += 1
            elif byte == 43:
                start = i
                i += 1
                if i < len(data) and data[i] == 45:
                    out.append('+')
                    i += 1
                elif i < len(data) and data[i] not in _VALUES:
                    fault(i + 1, 'ill-formed sequence')
                else:
                    shifted, bits, buffer, surrogate, mark = True, 0, 0, 0, len(out)
            elif byte < 128:
                out.append(chr(byte))
                i += 1
            else:
                start = i
                fault(i + 1, 'unexpected special character')
        if not shifted:
            return ''.join(out), len(data)
        if not final:
            return ''.join(out[:mark]), start
        shifted = False
        if not (surrogate or bits >= 6 or bits and buffer):
            return ''.join(out), len(data)
        fault(len(data), 'unterminated shift sequence')


def encode(input, errors='strict'):
    return utf_7_encode(input, errors)


def decode(input, errors='strict'):
    return utf_7_decode(input, errors, True)


class IncrementalEncoder(codecs.IncrementalEncoder):
    def encode(self, input, final=False):
        return utf_7_encode(input, self.errors)[0]


class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    _buffer_decode = staticmethod(utf_7_decode)


class StreamWriter(codecs.StreamWriter):
    encode = staticmethod(utf_7_encode)


class StreamReader(codecs.StreamReader):
    decode = staticmethod(utf_7_decode)


def getregentry():
    """What codecs.lookup gives."""
    return codecs.CodecInfo(encode, decode, StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder, 'utf-7')
