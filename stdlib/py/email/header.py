"""Header values with characters outside ASCII: encoded words (RFC 2047), read and written, and folding of long lines."""

__all__ = ['Header', 'decode_header', 'make_header']

import base64
import re

from email.charset import Charset, UNKNOWN8BIT, encode_text
from email.errors import HeaderParseError

NL = '\n'
SPACE = ' '
BSPACE = b' '
SPACE8 = ' ' * 8
EMPTYSTRING = ''
FWS = ' \t'

MAXLINELEN = 78

_word = re.compile(r'=\?([^?]*?)\?([qQbB])\?(.*?)\?=', re.MULTILINE)
_EMBEDDED_HEADER = re.compile(r'\n[^ \t]+:')


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
    return encode_text(text, str(charset))


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=' '):
    """A Header of what decode_header gives."""
    h = Header(maxlinelen=maxlinelen, header_name=header_name, continuation_ws=continuation_ws)
    for text, charset in decoded_seq:
        h.append(text, charset)
    return h


def _is_plain(charset):
    return charset in (None, 'us-ascii')


def _stands_apart(text):
    """Does a text of one character separate words?"""
    return text.isspace() or text in ('(', ')', '\\')


class Header:
    """A header value made of texts in character sets."""

    def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=' ', errors='strict'):
        if charset is None:
            charset = Charset('us-ascii')
        elif not isinstance(charset, Charset):
            charset = Charset(charset)
        self._charset = charset
        self._continuation_ws = continuation_ws
        self._chunks = []
        self._maxlinelen = MAXLINELEN if maxlinelen is None else maxlinelen
        self._headerlen = 0 if header_name is None else len(header_name) + 2
        if s is not None:
            self.append(s, charset, errors)

    def append(self, s, charset=None, errors='strict'):
        """Add a text."""
        if charset is None:
            charset = self._charset
        elif not isinstance(charset, Charset):
            charset = Charset(charset)
        if not isinstance(s, str):
            codec = charset.input_codec or 'us-ascii'
            s = s.decode('us-ascii', 'surrogateescape') if codec == UNKNOWN8BIT else s.decode(codec, errors)
        codec = charset.output_codec or 'us-ascii'
        if codec != UNKNOWN8BIT:
            try:
                s.encode(codec, errors)
            except UnicodeEncodeError:
                if codec != 'us-ascii':
                    raise
                charset = Charset('utf-8')
        self._chunks.append((s, charset))

    def _normalize(self):
        """Chunks of the same charset become one."""
        joined = []
        for text, charset in self._chunks:
            if joined and joined[-1][1] == charset:
                joined[-1] = (joined[-1][0] + ' ' + text, charset)
            else:
                joined.append((text, charset))
        self._chunks = joined

    def __str__(self):
        self._normalize()
        parts = []
        last, last_apart = None, False
        for text, charset in self._chunks:
            if charset == UNKNOWN8BIT:
                text = text.encode('ascii', 'surrogateescape').decode('ascii', 'replace')
            if parts:
                if not _is_plain(last):
                    if _is_plain(charset) and not (text and _stands_apart(text[0])):
                        parts.append(' ')
                        charset = None
                elif not _is_plain(charset) and not last_apart:
                    parts.append(' ')
            last, last_apart = charset, bool(text) and _stands_apart(text[-1])
            parts.append(text)
        return ''.join(parts)

    def __eq__(self, other):
        return other == str(self)

    def encode(self, splitchars=';, \t', maxlinelen=None, linesep='\n'):
        """The value as it is written, folded so that lines have at most maxlinelen characters; 0 is no limit."""
        self._normalize()
        if maxlinelen is None:
            maxlinelen = self._maxlinelen
        if maxlinelen == 0:
            maxlinelen = 1000000
        folder = _Folder(self._headerlen, maxlinelen, self._continuation_ws, splitchars)
        last, last_apart, first = None, False, True
        for text, charset in self._chunks:
            if not first:
                if not _is_plain(last):
                    if not (text and _stands_apart(text[0])) or not _is_plain(charset):
                        folder.add_space()
                elif not _is_plain(charset) and not last_apart:
                    folder.add_space()
            last, last_apart, first = charset, bool(text) and _stands_apart(text[-1]), False
            lines = text.splitlines() or ['']
            folder.add('', lines[0], charset)
            for line in lines[1:]:
                folder.end_line()
                bare = line.lstrip()
                if charset.header_encoding is not None:
                    folder.add(self._continuation_ws, ' ' + bare, charset)
                else:
                    folder.add(line[:len(line) - len(bare)], bare, charset)
            if len(lines) > 1:
                folder.end_line()
        if self._chunks:
            folder.add_space()
        folder.end_line()
        result = linesep.join(folder.lines)
        if _EMBEDDED_HEADER.search(result):
            raise HeaderParseError('header value appears to contain an embedded header: {!r}'.format(result))
        return result


class _Folder:
    """Finished lines, and a line that grows: a list of pairs of white space and text. `before` is what its beginning is taken by."""

    def __init__(self, before, limit, continuation, splitchars):
        self.lines = []
        self.parts = []
        self.before = before
        self.limit = limit
        self.continuation = continuation
        self.splitchars = splitchars

    def length(self):
        return self.before + sum(len(space) + len(text) for space, text in self.parts)

    def line(self):
        return ''.join([space + text for space, text in self.parts])

    def add_space(self):
        """A space that goes if the line ends here."""
        self.parts.append((' ', ''))

    def end_line(self):
        if self.parts and self.parts[-1] == (' ', ''):
            self.parts.pop()
        if self.length() > 0:
            line = self.line()
            if not self.before and self.lines and (not line or line.isspace()):
                self.lines[-1] += line
            else:
                self.lines.append(line)
        self.parts, self.before = [], 0

    def rooms(self):
        """How much goes on this line and on each that follows."""
        yield self.limit - self.length()
        while True:
            yield self.limit - len(self.continuation)

    def add(self, space, text, charset):
        """Add a text: broken at white space as it is, or as encoded words."""
        if charset.header_encoding is None:
            parts = re.split('([ \t]+)', space + text)
            if parts[0]:
                parts.insert(0, '')
            else:
                parts.pop(0)
            for at in range(0, len(parts) - 1, 2):
                self.push(parts[at], parts[at + 1])
            return
        words = charset.header_encode_lines(text, self.rooms())
        if not words:
            return
        if words[0] is not None:
            self.push(space, words[0])
        if len(words) > 1:
            self.end_line()
            self.lines.extend(self.continuation + word for word in words[1:-1])
            self.parts.append((self.continuation, words[-1]))

    def break_point(self):
        """Before which part the line is best broken; 0 if nowhere."""
        for c in self.splitchars:
            for i in range(len(self.parts) - 1, 0, -1):
                if c.isspace() and self.parts[i][0][:1] == c or self.parts[i - 1][1][-1:] == c:
                    return i
        return 0

    def push(self, space, text):
        self.parts.append((space, text))
        if self.length() <= self.limit:
            return
        at = self.break_point()
        if at:
            rest = self.parts[at:]
            del self.parts[at:]
            self.lines.append(self.line())
            self.parts, self.before = rest, 0
            return
        space, text = self.parts.pop()
        if self.before:
            # the name stays on a line of its own
            self.end_line()
            space = space or ' '
        self.parts.append((space, text))
