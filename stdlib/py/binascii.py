"""Bytes as text and back: hexadecimal, base64; checksums CRC-32 and CRC of the HQX format."""
# like native code

__all__ = ['a2b_base64', 'a2b_hex', 'b2a_base64', 'b2a_hex', 'hexlify', 'unhexlify', 'crc32', 'crc_hqx', 'Error', 'Incomplete']

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
    data = _buffer(data)
    out = bytearray()
    for at in range(0, len(data), 3):
        group = data[at:at + 3]
        bits = int.from_bytes(group + bytes(3 - len(group)), "big")
        letters = bytes(_ALPHABET[bits >> shift & 63] for shift in (18, 12, 6, 0))
        out += letters[:len(group) + 1] + b"=" * (3 - len(group))
    if newline:
        out += b"\n"
    return bytes(out)


def a2b_base64(data, /, *, strict_mode=False):
    """The bytes that base64 tells; other characters are left out unless the mode is strict."""
    text = _ascii(data)
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
