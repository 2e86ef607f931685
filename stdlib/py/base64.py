"""Bytes as text of 16, 32, 64 and 85 letters (RFC 4648, Ascii85)."""

import binascii

bytes_types = bytes, bytearray

__all__ = ['encode', 'decode', 'encodebytes', 'decodebytes', 'b64encode', 'b64decode', 'b32encode', 'b32decode', 'a85encode', 'a85decode', 'b32hexencode',
           'b32hexdecode', 'b16encode', 'b16decode', 'b85encode', 'b85decode', 'standard_b64encode', 'standard_b64decode',
           'urlsafe_b64encode', 'urlsafe_b64decode']

_URL = bytes.maketrans(b'+/', b'-_')
_FROM_URL = bytes.maketrans(b'-_', b'+/')
_B32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_B32_HEX = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'
_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
MAXLINESIZE = 76
MAXBINSIZE = MAXLINESIZE // 4 * 3


def _text(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, not %r" % s.__class__.__name__) from None


def b64encode(s, altchars=None):
    """The bytes in base64; altchars are the letters for + and /."""
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b'+/', altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    """The bytes that base64 tells."""
    s = _text(s)
    if altchars is not None:
        altchars = _text(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b'+/'))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    """Base64 with - and _ for + and /."""
    return b64encode(s).translate(_URL)


def urlsafe_b64decode(s):
    return b64decode(_text(s).translate(_FROM_URL))


def _encode32(alphabet, s):
    s = s if isinstance(s, (bytes, bytearray)) else memoryview(s).tobytes()
    out = bytearray()
    for at in range(0, len(s), 5):
        group = bytes(s[at:at + 5])
        bits = int.from_bytes(group + bytes(5 - len(group)), 'big')
        letters = bytes(alphabet[bits >> shift & 31] for shift in range(35, -1, -5))
        used = (len(group) * 8 + 4) // 5
        out += letters[:used] + b'=' * (8 - used)
    return bytes(out)


def _decode32(alphabet, s, casefold=False, map01=None):
    s = _text(s)
    if len(s) % 8:
        raise binascii.Error('Incorrect padding')
    if map01 is not None:
        map01 = _text(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b'01', b'O' + map01))
    if casefold:
        s = s.upper()
    data = s.rstrip(b'=')
    pads = len(s) - len(data)
    values = {letter: value for value, letter in enumerate(alphabet)}
    out = bytearray()
    for at in range(0, len(data), 8):
        bits = 0
        for letter in data[at:at + 8].ljust(8, alphabet[:1]):
            if letter not in values:
                raise binascii.Error('Non-base32 digit found')
            bits = bits << 5 | values[letter]
        out += bits.to_bytes(5, 'big')
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error('Incorrect padding')
    return bytes(out[:len(out) - (pads * 5 + 7) // 8] if pads else out)


def b32encode(s):
    return _encode32(_B32, s)


def b32decode(s, casefold=False, map01=None):
    return _decode32(_B32, s, casefold, map01)


def b32hexencode(s):
    return _encode32(_B32_HEX, s)


def b32hexdecode(s, casefold=False):
    return _decode32(_B32_HEX, s, casefold)


def b16encode(s):
    """The bytes in upper-case hexadecimal."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _text(s)
    if casefold:
        s = s.upper()
    if s.strip(b'0123456789ABCDEF'):
        raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


def b85encode(b, pad=False):
    """The bytes in base85, of the letters that git uses."""
    b = b if isinstance(b, (bytes, bytearray)) else memoryview(b).tobytes()
    padding = -len(b) % 4
    out = bytearray()
    for at in range(0, len(b), 4):
        bits = int.from_bytes(bytes(b[at:at + 4]).ljust(4, b'\0'), 'big')
        out += bytes(_B85[bits // 85 ** power % 85] for power in (4, 3, 2, 1, 0))
    return bytes(out[:len(out) - padding] if padding and not pad else out)


def b85decode(b):
    b = _text(b)
    values = {letter: value for value, letter in enumerate(_B85)}
    padding = -len(b) % 5
    out = bytearray()
    padded = b + b'~' * padding
    for at in range(0, len(padded), 5):
        bits = 0
        for place, letter in enumerate(padded[at:at + 5]):
            if letter not in values:
                raise ValueError('bad base85 character at position %d' % (at + place))
            bits = bits * 85 + values[letter]
        if bits >> 32:
            raise ValueError('base85 overflow in hunk starting at byte %d' % at)
        out += bits.to_bytes(4, 'big')
    return bytes(out[:len(out) - padding] if padding else out)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """The bytes in Ascii85: z for four zeros, y for four spaces if they are to be folded."""
    b = b if isinstance(b, (bytes, bytearray)) else memoryview(b).tobytes()
    padding = -len(b) % 4
    chunks = []
    for at in range(0, len(b), 4):
        bits = int.from_bytes(bytes(b[at:at + 4]).ljust(4, b'\0'), 'big')
        if not bits:
            chunks.append(b'z')
        elif foldspaces and bits == 0x20202020:
            chunks.append(b'y')
        else:
            chunks.append(bytes(33 + bits // 85 ** power % 85 for power in (4, 3, 2, 1, 0)))
    if padding and not pad:
        last = b'!!!!!' if chunks[-1] == b'z' else chunks[-1]
        chunks[-1] = last[:-padding]
    made = b''.join(chunks)
    if adobe:
        made = b'<~' + made
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [made[at:at + wrapcol] for at in range(0, len(made), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b'')
        made = b'\n'.join(lines)
    return made + b'~>' if adobe else made


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    """The bytes that Ascii85 text stands for."""
    b = _text(b)
    if adobe:
        if not b.endswith(b'~>'):
            raise ValueError("Ascii85 encoded byte sequences must end with {!r}".format(b'~>'))
        b = b[2 if b.startswith(b'<~') else 0:-2]
    out = bytearray()
    group = []
    for letter in bytes(b) + b'u' * 4:
        if 33 <= letter <= 117:
            group.append(letter)
            if len(group) == 5:
                bits = 0
                for digit in group:
                    bits = bits * 85 + digit - 33
                if bits >> 32:
                    raise ValueError('Ascii85 overflow')
                out += bits.to_bytes(4, 'big')
                group.clear()
        elif letter == 122 or (foldspaces and letter == 121):
            if group:
                raise ValueError('%c inside Ascii85 5-tuple' % letter)
            out += b'\0\0\0\0' if letter == 122 else b'    '
        elif letter not in ignorechars:
            raise ValueError('Non-Ascii85 digit found: %c' % letter)
    padding = 4 - len(group)
    return bytes(out[:-padding] if padding else out)


def _plain_bytes(s):
    try:
        m = memoryview(s)
    except TypeError as error:
        raise TypeError("expected bytes-like object, not %s" % s.__class__.__name__) from error
    if m.format not in ('c', 'b', 'B'):
        raise TypeError("expected single byte elements, not %r from %s" % (m.format, s.__class__.__name__))
    return m.tobytes()


def encodebytes(s):
    """Base64 in lines of 76 letters."""
    s = _plain_bytes(s)
    return b''.join(binascii.b2a_base64(s[at:at + MAXBINSIZE]) for at in range(0, len(s), MAXBINSIZE))


def decodebytes(s):
    return binascii.a2b_base64(_plain_bytes(s))


def encode(input, output):
    """Encodes a file."""
    while s := input.read(MAXBINSIZE):
        while len(s) < MAXBINSIZE and (more := input.read(MAXBINSIZE - len(s))):
            s += more
        output.write(binascii.b2a_base64(s))


def decode(input, output):
    """Decodes a file."""
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


def main():
    """The command: encodes or decodes a file or standard input."""
    import getopt
    import sys
    usage = f"""usage: {sys.argv[0]} [-h|-d|-e|-u] [file|-]
        -e: to base64; the default
        -d, -u: from base64
        -h: this text"""
    try:
        options, names = getopt.getopt(sys.argv[1:], 'hdeu')
    except getopt.error as error:
        sys.stdout = sys.stderr
        print(error)
        print(usage)
        sys.exit(2)
    work = encode
    for option, _ in options:
        if option == '-e':
            work = encode
        elif option in ('-d', '-u'):
            work = decode
        else:
            print(usage)
            return
    if names and names[0] != '-':
        with open(names[0], 'rb') as file:
            work(file, sys.stdout.buffer)
    else:
        work(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == '__main__':
    main()
