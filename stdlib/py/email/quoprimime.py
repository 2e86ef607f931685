"""Quoted-printable as mail uses it (RFC 2045): bodies, and words of headers."""
import re
from string import ascii_letters, digits

__all__ = ['body_decode', 'body_encode', 'body_length', 'decode', 'decodestring', 'header_decode', 'header_encode', 'header_length', 'quote', 'unquote']

_IN_HEADER = frozenset(b'-!*+/' + (ascii_letters + digits).encode())
_IN_BODY = frozenset(b' !"#$%&\'()*+,-./0123456789:;<>?@[\\]^_`{|}~\t' + ascii_letters.encode())


def header_check(octet):
    """Must the byte be quoted in a header?"""
    return octet not in _IN_HEADER


def body_check(octet):
    """Must the byte be quoted in a body?"""
    return octet not in _IN_BODY


def header_length(bytearray):
    """How long the bytes become in a header."""
    return sum(3 if header_check(octet) and octet != 32 else 1 for octet in bytearray)


def body_length(bytearray):
    """How long the bytes become in a body."""
    return sum(3 if body_check(octet) else 1 for octet in bytearray)


def quote(c):
    return f'={ord(c):02X}'


def unquote(s):
    """The character of '=' and two digits."""
    return chr(int(s[1:3], 16))


def header_encode(header_bytes, charset='iso-8859-1'):
    """An encoded word of a header."""
    if not header_bytes:
        return ''
    text = ''.join('_' if octet == 32 else f'={octet:02X}' if header_check(octet) else chr(octet) for octet in header_bytes)
    return f'=?{charset}?q?{text}?='


_QUOTED = {octet: f'={octet:02X}' for octet in range(256) if body_check(octet) and octet not in b'\r\n'}


def body_encode(body, maxlinelen=76, eol='\n'):
    """A text of Latin-1 characters in lines that are short enough; the ends of lines stay."""
    if maxlinelen < 4:
        raise ValueError('maxlinelen must be at least 4')
    if not body:
        return body
    body = body.translate(_QUOTED)
    lines, room = [], maxlinelen - 1
    for line in body.splitlines():
        start = 0
        while start <= len(line) - 1 - maxlinelen:
            stop = start + room
            if line[stop - 2] == '=':
                lines.append(line[start:stop - 1])
                start = stop - 2
            elif line[stop - 1] == '=':
                lines.append(line[start:stop])
                start = stop - 1
            else:
                lines.append(line[start:stop] + '=')
                start = stop
        if line and line[-1] in ' \t':
            space = start - len(line) + 1 + maxlinelen
            if space >= 3:
                last = quote(line[-1])
            elif space == 2:
                last = line[-1] + '=' + eol
            else:
                last = '=' + eol + quote(line[-1])
            lines.append(line[start:-1] + last)
        else:
            lines.append(line[start:])
    if body[-1] in '\r\n':
        lines.append('')
    return eol.join(lines)


def decode(encoded, eol='\n'):
    """The text of quoted-printable lines."""
    if not encoded:
        return encoded
    parts = []
    for line in encoded.splitlines():
        line = line.rstrip()
        soft = line.endswith('=')
        text = re.sub('=([0-9a-fA-F]{2})', lambda found: chr(int(found[1], 16)), line[:-1] if soft else line)
        parts.append(text if soft else text + eol)
    text = ''.join(parts)
    if encoded[-1] not in '\r\n' and text.endswith(eol):
        text = text[:-len(eol)]
    return text


body_decode = decodestring = decode


def header_decode(s):
    """The text of an encoded word's inside."""
    return re.sub('=[a-fA-F0-9]{2}', lambda found: unquote(found[0]), s.replace('_', ' '), flags=re.ASCII)
