"""Header values with characters outside ASCII: encoded words (RFC 2047), read and written, and folding of long lines."""

__all__ = ['Header', 'decode_header', 'make_header']

import base64
import re

from email.charset import Charset
from email.errors import HeaderParseError

MAXLINELEN = 78

_word = re.compile(r'=\?([^?]*?)\?([qQbB])\?(.*?)\?=', re.MULTILINE)
_HEADER_SAFE = frozenset(b'-!*+/' + b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789')
_EMBEDDED_HEADER = re.compile(r'\n[^ \t]+:')


def _q_text(data):
    return ''.join('_' if b == 32 else chr(b) if b in _HEADER_SAFE else '=%02X' % b for b in data)


def encode_word(text, charset='utf-8'):
    """A text as one encoded word, base64 or quoted-printable, whichever is shorter."""
    charset = Charset(charset)
    data = text.encode(charset.output_codec or 'utf-8')
    q, b = _q_text(data), base64.b64encode(data).decode('ascii')
    use_q = charset.header_encoding == 'q' or (charset.header_encoding != 'b' and len(q) < len(b))
    return '=?%s?%s?%s?=' % (charset, 'q' if use_q else 'b', q if use_q else b)


def decode_header(header):
    """A list of pairs (bytes or str, charset or None): the pieces of a header value."""
    if hasattr(header, '_chunks'):
        return [(_encoded_piece(text, charset), str(charset)) for text, charset in header._chunks]
    header = str(header)
    if not _word.search(header):
        return [(header, None)]
    words = []
    for line in header.splitlines():
        parts = _word.split(line)
        first = True
        while parts:
            plain = parts.pop(0)
            if first:
                plain = plain.lstrip()
                first = False
            if plain:
                words.append((plain, None, None))
            if parts:
                charset, encoding, text = parts[0].lower(), parts[1].lower(), parts[2]
                del parts[:3]
                words.append((text, encoding, charset))
    # White space between two encoded words does not count.
    words = [w for i, w in enumerate(words)
             if not (w[1] is None and w[0].isspace() and 0 < i < len(words) - 1 and words[i - 1][1] and words[i + 1][1])]
    pieces = []
    for text, encoding, charset in words:
        if encoding is None:
            pieces.append((text.encode('raw-unicode-escape'), charset))
        elif encoding == 'q':
            data = re.sub(rb'=([0-9a-fA-F]{2})', lambda m: bytes([int(m[1], 16)]), text.replace('_', ' ').encode('latin-1', 'replace'))
            pieces.append((data, charset))
        else:
            text += '==='[:-len(text) % 4]
            try:
                data = base64.b64decode(text)
            except ValueError:
                raise HeaderParseError('Base64 decoding error')
            pieces.append((data, charset))
    joined = []
    for data, charset in pieces:
        if joined and joined[-1][1] == charset:
            separator = b' ' if charset is None else b''
            joined[-1] = (joined[-1][0] + separator + data, charset)
        else:
            joined.append((data, charset))
    return joined


def _encoded_piece(text, charset):
    return text.encode(Charset(str(charset)).output_codec or 'ascii', 'surrogateescape')


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=' '):
    """A Header of what decode_header gives."""
    h = Header(maxlinelen=maxlinelen, header_name=header_name, continuation_ws=continuation_ws)
    for text, charset in decoded_seq:
        h.append(text, charset)
    return h


class Header:
    """A header value made of texts in character sets."""

    def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=' ', errors='strict'):
        self._charset = Charset(str(charset) if charset is not None else 'us-ascii')
        self._continuation_ws = continuation_ws
        self._chunks = []
        self._maxlinelen = MAXLINELEN if maxlinelen is None else maxlinelen
        self._headerlen = 0 if header_name is None else len(header_name) + 2
        if s is not None:
            self.append(s, charset, errors)

    def append(self, s, charset=None, errors='strict'):
        """Add a text."""
        charset = self._charset if charset is None else Charset(str(charset))
        if not isinstance(s, str):
            s = s.decode(charset.input_codec or 'us-ascii', errors)
        if charset.input_charset == 'us-ascii':
            try:
                s.encode('ascii')
            except UnicodeEncodeError:
                charset = Charset('utf-8')
        self._chunks.append((s, charset))

    def __str__(self):
        parts = []
        last = None
        for text, charset in self._chunks:
            encoded = charset.input_charset not in (None, 'us-ascii')
            if parts and parts[-1] and text and not (encoded and last):
                if parts[-1][-1] not in ' \t' and text[0] not in ' \t':
                    parts.append(' ')
            parts.append(text)
            last = encoded
        return ''.join(parts)

    def __eq__(self, other):
        return other == str(self)

    def encode(self, splitchars=';, \t', maxlinelen=None, linesep='\n'):
        """The value as it is written, folded so that lines have at most maxlinelen characters; 0 is no limit."""
        if maxlinelen is None:
            maxlinelen = self._maxlinelen
        if maxlinelen == 0:
            maxlinelen = 1000000
        tokens = []
        for text, charset in self._chunks:
            if charset.input_charset in (None, 'us-ascii') or charset.header_encoding is None:
                tokens.append((text, False))
            else:
                tokens.append((text, charset))
        lines = ['']
        room = maxlinelen - self._headerlen
        for i, (text, charset) in enumerate(tokens):
            if i and lines[-1] and not lines[-1].endswith((' ', '\t')):
                lines[-1] += ' '
            if charset:
                self._fold_words(lines, text, charset, maxlinelen)
            else:
                self._fold_plain(lines, text, splitchars, maxlinelen)
        result = (linesep + self._continuation_ws).join(line.rstrip() if n < len(lines) - 1 else line for n, line in enumerate(lines))
        if _EMBEDDED_HEADER.search(result):
            raise HeaderParseError('header value appears to contain an embedded header: {!r}'.format(result))
        return result

    def _used(self, lines):
        return len(lines[-1]) + (self._headerlen if len(lines) == 1 else len(self._continuation_ws))

    def _fold_words(self, lines, text, charset, limit):
        while text:
            room = limit - self._used(lines)
            n = len(text)
            while n > 1 and len(encode_word(text[:n], charset.input_charset)) > room:
                n -= max(1, (len(encode_word(text[:n], charset.input_charset)) - room) // 8)
                n = max(n, 1)
            word = encode_word(text[:n], charset.input_charset)
            if len(word) > room and lines[-1].strip():
                lines.append('')
                continue
            lines[-1] += word
            text = text[n:]
            if text:
                lines.append('')

    def _fold_plain(self, lines, text, splitchars, limit):
        first = True
        for line in text.splitlines() or ['']:
            if not first:
                lines.append('')
                line = line.lstrip()
            first = False
            while self._used(lines) + len(line) > limit:
                room = limit - self._used(lines)
                at = -1
                for c in splitchars:
                    at = line.rfind(c, 0, room + (1 if c in ' \t' else 0))
                    if at > 0 or (at == 0 and lines[-1]):
                        if c not in ' \t':
                            at += 1
                        break
                    at = -1
                if at < 0:
                    spaces = [p for p in (line.find(c) for c in ' \t') if p > 0]
                    if not spaces:
                        break
                    at = min(spaces)
                lines[-1] += line[:at]
                line = line[at:].lstrip(' \t')
                lines.append('')
            lines[-1] += line
