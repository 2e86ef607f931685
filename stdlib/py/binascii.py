"""Bytes as text and back: hexadecimal, base64; checksums CRC-32 and CRC of the HQX format."""
# like native code

from _binascii import decode64, encode64

__all__ = ['a2b_base64', 'a2b_hex', 'b2a_base64', 'b2a_hex', 'hexlify', 'unhexlify', 'crc32', 'crc_hqx', 'a2b_uu', 'b2a_uu', 'a2b_qp', 'b2a_qp', 'Error', 'Incomplete']

_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)}


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def _ascii(data):
    """Text or bytes as bytes; text has to be ASCII."""
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode("ascii")
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"argument should be bytes, buffer or ASCII string, not {type(data).__name__!r}") from None


def _buffer(data):
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not {type(data).__name__!r}") from None


def b2a_hex(data, sep=None, bytes_per_sep=1):
    """The bytes in hexadecimal."""
    data = _buffer(data)
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode("ascii")


def a2b_hex(hexstr, /):
    """The bytes that hexadecimal digits tell."""
    text = _ascii(hexstr)
    if len(text) % 2:
        raise Error("Odd-length string")
    if any(digit not in b"0123456789abcdefABCDEF" for digit in text):
        raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text.decode("ascii"))


hexlify = b2a_hex
unhexlify = a2b_hex


def b2a_base64(data, /, *, newline=True):
    """The bytes in base64."""
    return encode64(_buffer(data), bool(newline))


def a2b_base64(data, /, *, strict_mode=False):
    """The bytes that base64 tells; other characters are left out unless the mode is strict."""
    text = _ascii(data)
    if not strict_mode and (made := decode64(text)) is not None:
        return made
    out = bytearray()
    bits = count = pads = 0
    if strict_mode and text[:1] == b"=":
        raise Error("Leading padding not allowed")
    for at, letter in enumerate(text):
        if letter == 0x3D:
            pads += 1
            if count >= 2 and count + pads >= 4:
                # the group is full: what follows is no part of it
                if strict_mode and at + 1 < len(text):
                    raise Error("Excess data after padding")
                return bytes(out)
            if strict_mode and count < 2:
                raise Error("Discontinuous padding not allowed" if count else "Excess data after padding")
            continue
        value = _VALUES.get(letter)
        if value is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if strict_mode and pads:
            raise Error("Discontinuous padding not allowed")
        pads = 0
        bits = bits << 6 | value
        count += 1
        if count > 1:
            spare = 8 - 2 * count  # bits of the next byte: 4, 2, 0
            out.append(bits >> spare & 255)
            bits &= (1 << spare) - 1
        count %= 4
    if count == 1:
        raise Error("Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4"
                    % (len(out) // 3 * 4 + 1))
    if count:
        raise Error("Incorrect padding")
    return bytes(out)


def _crc_table():
    table = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ (0xEDB88320 if value & 1 else 0)
        table.append(value)
    return table


_CRC_TABLE = _crc_table()


def crc32(data, crc=0, /):
    """The CRC-32 of the bytes, begun with another's."""
    crc ^= 0xFFFFFFFF
    crc &= 0xFFFFFFFF
    for byte in _buffer(data):
        crc = _CRC_TABLE[(crc ^ byte) & 255] ^ crc >> 8
    return crc ^ 0xFFFFFFFF


def crc_hqx(data, crc, /):
    """The CRC of polynomial 0x1021."""
    crc &= 0xFFFF
    for byte in _buffer(data):
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ (0x1021 if crc & 0x8000 else 0)) & 0xFFFF
    return crc


def a2b_uu(data, /):
    """The bytes of a uuencoded line."""
    text = _ascii(data)
    if not text:
        return b""
    size = (text[0] - 32) & 63
    values = []
    for at in range(1, 1 + (size * 8 + 5) // 6):
        letter = text[at] if at < len(text) else 10
        if letter in b"\r\n":
            values.append(0)
        elif 32 <= letter <= 96:
            values.append((letter - 32) & 63)
        else:
            raise Error("Illegal char")
    if text[1 + len(values):].strip(b" `\r\n"):
        raise Error("Trailing garbage")
    bits = 0
    for value in values:
        bits = bits << 6 | value
    return (bits >> (len(values) * 6 - size * 8)).to_bytes(size, "big")


def b2a_uu(data, /, *, backtick=False):
    """A uuencoded line of at most 45 bytes."""
    data = _buffer(data)
    if len(data) > 45:
        raise Error("At most 45 bytes at once")
    zero = 96 if backtick else 32
    out = bytearray([32 + len(data) if data else zero])
    for at in range(0, len(data), 3):
        bits = int.from_bytes(data[at:at + 3].ljust(3, b"\0"), "big")
        out += bytes((bits >> shift & 63) + 32 if bits >> shift & 63 else zero for shift in (18, 12, 6, 0))
    return bytes(out) + b"\n"


def a2b_qp(data, header=False):
    """The bytes that quoted-printable text stands for; in a header an underscore is a space."""
    text = _ascii(data)
    out = bytearray()
    at = 0
    while at < len(text):
        letter = text[at]
        at += 1
        if letter != 0x3D:
            out.append(32 if header and letter == 0x5F else letter)
            continue
        if at == len(text):
            break
        letter = text[at]
        if letter in b"\r\n":  # a soft line break
            end = text.find(b"\n", at)
            at = len(text) if end < 0 else end + 1
        elif letter == 0x3D:
            out.append(letter)
            at += 1
        elif len(digits := text[at:at + 2]) == 2 and not digits.strip(b"0123456789abcdefABCDEF"):
            out.append(int(digits, 16))
            at += 2
        else:
            out.append(0x3D)
    return bytes(out)


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    """The bytes as quoted-printable text, in lines of at most 76 letters."""
    data = _buffer(data)
    first = data.find(b"\n")
    newline = b"\r\n" if first > 0 and data[first - 1] == 13 else b"\n"
    out = bytearray()
    length = at = 0
    while at < len(data):
        c = data[at]
        following = data[at + 1] if at + 1 < len(data) else None
        if (c > 126 or c == 0x3D or (header and c == 0x5F) or (c == 0x2E and not length and following in (None, 10, 13, 0))
                or (not istext and c in (10, 13)) or (c in (9, 32) and following is None)
                or (c < 33 and c not in (10, 13) and (quotetabs or c not in (9, 32)))):
            if length + 3 >= 76:
                out += b"=" + newline
                length = 0
            out += b"=%02X" % c
            length += 3
        elif istext and (c == 10 or (c == 13 and following == 10)):
            length = 0
            if out[-1:] in (b" ", b"\t"):
                out[-1:] = b"=%02X" % out[-1]
            out += newline
            at += c == 13
        else:
            if following is not None and following != 10 and length + 1 >= 76:
                out += b"=" + newline
                length = 0
            length += 1
            out.append(0x5F if header and c == 32 else c)
        at += 1
    return bytes(out)
