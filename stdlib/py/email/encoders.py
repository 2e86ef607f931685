"""Transfer encodings of bodies: functions that encode the payload of a message and set the header."""

__all__ = ['encode_7or8bit', 'encode_base64', 'encode_noop', 'encode_quopri']

import base64


def _base64_lines(data):
    """Base64 in lines of 76 characters."""
    return base64.encodebytes(data).decode('ascii')


def quoted_printable(data, limit=76):
    """Bytes as quoted-printable text, in lines of at most `limit` characters."""
    lines = []
    for raw in data.split(b'\n'):
        cr = raw.endswith(b'\r')
        raw = raw[:-1] if cr else raw
        parts = []
        for i, b in enumerate(raw):
            plain = 33 <= b <= 126 and b != 61 or (b in (32, 9) and i < len(raw) - 1)
            parts.append(chr(b) if plain else '=%02X' % b)
        line = ''
        for part in parts:
            if len(line) + len(part) > limit - 1:
                lines.append(line + '=\n')
                line = ''
            line += part
        lines.append(line + '\n')
    lines[-1] = lines[-1][:-1]
    return ''.join(lines)


def encode_base64(msg):
    """Encode the payload in base64."""
    data = msg.get_payload(decode=True)
    msg.set_payload(_base64_lines(data))
    msg['Content-Transfer-Encoding'] = 'base64'


def encode_quopri(msg):
    """Make the payload quoted-printable and say so in a header."""
    data = msg.get_payload(decode=True)
    msg.set_payload(quoted_printable(data).replace(' ', '=20'))
    msg['Content-Transfer-Encoding'] = 'quoted-printable'


def encode_7or8bit(msg):
    """Leave the payload alone, and say whether it is ASCII."""
    data = msg.get_payload(decode=True)
    if data is None:
        msg['Content-Transfer-Encoding'] = '7bit'
        return
    msg['Content-Transfer-Encoding'] = '7bit' if data.isascii() else '8bit'


def encode_noop(msg):
    """Do nothing."""
