"""UTF-7, RFC 2152: runs of what is not plain ASCII are UTF-16 in a base64 without padding, between `+` and `-`."""
import codecs

_BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_VALUES = {ord(char): value for value, char in enumerate(_BASE64)}
_DIRECT = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'(),-./:? \t\r\n!\"#$%&*;<=>@[]^_`{|}")


def _encode_run(run):
    units = run.encode('utf-16-be', 'surrogatepass')
    bits = int.from_bytes(units, 'big')
    count = -(-len(units) * 8 // 6)
    bits <<= count * 6 - len(units) * 8
    return ''.join(_BASE64[bits >> 6 * (count - 1 - i) & 63] for i in range(count))


def encode(input, errors='strict'):
    """The bytes, and the length of the text."""
    out, at = [], 0
    while at < len(input):
        char = input[at]
        if char in _DIRECT:
            out.append(char)
            at += 1
        elif char == '+':
            out.append('+-')
            at += 1
        else:
            start = at
            while at < len(input) and input[at] not in _DIRECT:
                at += 1
            out.append('+' + _encode_run(input[start:at]))
            # The run's end is to be seen where what follows is no base64, except for the minus itself.
            if at == len(input) or input[at] == '-' or input[at] in _BASE64:
                out.append('-')
    return ''.join(out).encode('ascii'), len(input)


class _Reader:
    # One reading of the data. `start` is where the run begins that the position is in, `safe` up to where everything is settled.
    def __init__(self, data, errors, final):
        self.data, self.errors, self.final = data, errors, final
        self.out = []

    def fail(self, start, end, reason):
        error = UnicodeDecodeError('utf7', self.data, start, end, reason)
        text, at = codecs.lookup_error(self.errors or 'strict')(error)
        self.out.append(text)
        return at + len(self.data) if at < 0 else at

    def run(self, start):
        # A shifted run, from its plus on: the position behind it, or None where it goes on beyond the data.
        data, at, bits, count = self.data, start + 1, 0, 0
        if at < len(data) and data[at] == 45:
            self.out.append('+')
            return at + 1
        units = []
        while at < len(data) and data[at] in _VALUES:
            bits, count = bits << 6 | _VALUES[data[at]], count + 6
            if count >= 16:
                count -= 16
                units.append(bits >> count & 0xffff)
                bits &= (1 << count) - 1
            at += 1
        if at >= len(data):
            if not self.final:
                return None
            self.out.append(self.text(units))
            whole = count < 6 and not bits and not (units and 0xd800 <= units[-1] < 0xdc00)
            return at if whole else self.fail(start, len(data), 'unterminated shift sequence')
        self.out.append(self.text(units))
        if at == start + 1:
            return self.fail(start, at + 1, 'ill-formed sequence')
        if count >= 6:
            return self.fail(start, at + 1, 'partial character in shift sequence')
        if bits:
            return self.fail(start, at + 1, 'non-zero padding bits in shift sequence')
        return at + (data[at] == 45)

    @staticmethod
    def text(units):
        return b''.join(unit.to_bytes(2, 'big') for unit in units).decode('utf-16-be', 'surrogatepass')

    def read(self):
        at = 0
        while at < len(self.data):
            byte = self.data[at]
            if byte == 43:
                end = self.run(at)
                if end is None:
                    break
                at = end
            elif byte < 128:
                self.out.append(chr(byte))
                at += 1
            else:
                at = self.fail(at, at + 1, 'unexpected special character')
        return ''.join(self.out), at


def decode(input, errors='strict', final=True):
    """The text, and how many bytes it was made of."""
    return _Reader(bytes(input), errors, final).read()


def _decode_whole(input, errors='strict'):
    return decode(input, errors)


class IncrementalEncoder(codecs.IncrementalEncoder):
    def encode(self, input, final=False):
        return encode(input, self.errors)[0]


class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    _buffer_decode = staticmethod(decode)


class StreamWriter(codecs.StreamWriter):
    encode = staticmethod(encode)


class StreamReader(codecs.StreamReader):
    @staticmethod
    def decode(input, errors='strict'):
        return decode(input, errors, False)


def getregentry():
    """What codecs.lookup gives."""
    return codecs.CodecInfo(encode, _decode_whole, StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder, 'utf-7')
