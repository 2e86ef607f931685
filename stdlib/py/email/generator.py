"""Messages as text or bytes."""

__all__ = ['Generator', 'DecodedGenerator', 'BytesGenerator']

import random
import re
import sys
import time

from email.header import Header
from email.errors import HeaderWriteError

_line_end = re.compile(r'\r\n|\r|\n')
_NEWLINE_WITHOUT_SPACE = re.compile(r'\r\n[^ \t]|\r[^ \n\t]|\n[^ \t]')


def _make_boundary(text=None):
    """A boundary that does not stand in a text."""
    boundary = ('=' * 15) + ('%019d' % random.randrange(sys.maxsize)) + '=='
    if text is None:
        return boundary
    candidate, n = boundary, 0
    while re.search('^--' + re.escape(candidate) + '(--)?$', text, re.MULTILINE):
        candidate = boundary + '.' + str(n)
        n += 1
    return candidate


class Generator:
    """Writes messages to a text file."""

    _is_bytes = False

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None):
        if mangle_from_ is None:
            mangle_from_ = True if policy is None else policy.mangle_from_
        self._fp = outfp
        self._mangle_from_ = mangle_from_
        self.maxheaderlen = maxheaderlen
        self.policy = policy

    def write(self, s):
        self._fp.write(s)

    def clone(self, fp):
        return self.__class__(fp, self._mangle_from_, None, policy=self.policy)

    def flatten(self, msg, unixfrom=False, linesep=None):
        """Write a message with all its parts."""
        policy = msg.policy if self.policy is None else self.policy
        self._linesep = policy.linesep if linesep is None else linesep
        self._policy = policy
        limit = self.maxheaderlen
        if limit is None:
            limit = policy.max_line_length or 0
        self._limit = limit
        lines = []
        if unixfrom:
            lines.append(msg.get_unixfrom() or 'From nobody ' + time.ctime(time.time()))
            lines.append('\n')
        text = ''.join(lines) + self._text(msg)
        if self._linesep != '\n':
            text = text.replace('\n', self._linesep)
        self.write(text)

    def _text(self, msg):
        body = self._body(msg)      # first, since it may give the message a boundary
        return self._headers(msg) + body

    def _headers(self, msg):
        lines = []
        for name, value in msg.raw_items():
            lines.append(self._fold(name, value))
        return ''.join(lines) + '\n'

    def _fold(self, name, value):
        policy = self._policy
        new_style = type(policy).__name__ == 'EmailPolicy'
        if isinstance(value, Header):
            text = value.encode(maxlinelen=self._limit)
        elif new_style:
            text = self._fold_new(name, value)
        elif self._is_bytes and any('\udc80' <= c <= '\udcff' for c in value):
            text = value
        else:
            value = str(value)
            text = value
            limit = self._limit
            too_long = limit and any(len(line) + (len(name) + 2 if i == 0 else 0) > limit for i, line in enumerate(value.splitlines()))
            if too_long or not value.isascii():
                text = Header(value, maxlinelen=limit, header_name=name).encode(maxlinelen=limit)
        line = '%s: %s' % (name, _line_end.sub('\n', text))
        if policy.verify_generated_headers and _NEWLINE_WITHOUT_SPACE.search(line):
            raise HeaderWriteError(f'folded header contains newline: {line + chr(10)!r}')
        return line + '\n'

    def _fold_new(self, name, value):
        """Words outside ASCII are encoded words, lines are broken at spaces."""
        value = str(value)
        if not value.isascii() and not (self._policy.utf8):
            from email.header import encode_word
            words = re.split(r'( )', value)
            bad = [i for i, w in enumerate(words) if not w.isascii()]
            middle = ''.join(words[bad[0]:bad[-1] + 1])
            value = ''.join(words[:bad[0]]) + encode_word(middle) + ''.join(words[bad[-1] + 1:])
        limit = self._limit or 1000000
        lines, used = [''], len(name) + 2
        for word in re.findall(r'[ \t]*[^ \t]+|[ \t]+', value.replace('\n', '').replace('\r', '')):
            if used + len(word) > limit and lines[-1].strip():
                lines.append('')
                used = 0
            lines[-1] += word
            used += len(word)
        return '\n'.join(lines)

    # Bodies by type.

    def _body(self, msg):
        main, sub = msg.get_content_maintype(), msg.get_content_subtype()
        if main == 'multipart':
            return self._multipart(msg)
        if main == 'message':
            return self._message(msg)
        return self._handle_text(msg)

    def _handle_text(self, msg):
        payload = msg._payload
        if payload is None:
            return ''
        if not isinstance(payload, str):
            raise TypeError('string payload expected: %s' % type(payload))
        if any('\udc80' <= c <= '\udcff' for c in payload) and not self._is_bytes:
            import copy
            charset = msg.get_param('charset')
            if charset is not None:
                decoded = copy.deepcopy(msg)
                del decoded['content-transfer-encoding']
                decoded.set_payload(msg.get_payload(decode=True).decode(charset, 'replace'), charset)
                payload = decoded._payload
                msg._headers = decoded._headers
        if self._mangle_from_:
            payload = re.sub('^From ', '>From ', payload, flags=re.MULTILINE)
        return _line_end.sub('\n', payload)

    def _multipart(self, msg):
        parts = msg._payload
        if parts is None:
            parts = []
        elif isinstance(parts, str):
            return _line_end.sub('\n', parts)
        elif not isinstance(parts, list):
            parts = [parts]
        texts = []
        for part in parts:
            texts.append(self._text(part))
        boundary = msg.get_boundary()
        if not boundary:
            boundary = _make_boundary('\n'.join(texts))
            msg.set_boundary(boundary)
        out = []
        if msg.preamble is not None:
            out.append(_line_end.sub('\n', msg.preamble) + '\n')
        out.append('--' + boundary + '\n')
        if texts:
            out.append(texts[0])
        for text in texts[1:]:
            out.append('\n--' + boundary + '\n' + text)
        out.append('\n--' + boundary + '--\n')
        if msg.epilogue is not None:
            out.append(_line_end.sub('\n', msg.epilogue))
        return ''.join(out)

    def _message(self, msg):
        payload = msg._payload
        if isinstance(payload, list):
            if msg.get_content_subtype() == 'delivery-status':
                blocks = []
                for part in payload:
                    text = self._text(part)
                    blocks.append(text.rstrip('\n') + '\n')
                return '\n'.join(blocks)
            return self._text(payload[0]) if payload else ''
        return payload or ''


class BytesGenerator(Generator):
    """Writes messages to a binary file."""

    _is_bytes = True

    def write(self, s):
        self._fp.write(s.encode('utf-8' if self._policy.utf8 else 'ascii', 'surrogateescape'))


class DecodedGenerator(Generator):
    """Writes texts, and a line about each part that is none."""

    _FORMAT = '[Non-text (%(type)s) part of message omitted, filename %(filename)s]'

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, fmt=None, *, policy=None):
        super().__init__(outfp, mangle_from_, maxheaderlen, policy=policy)
        self._fmt = self._FORMAT if fmt is None else fmt

    def _multipart(self, msg):
        lines = []
        for part in msg.walk():
            main = part.get_content_maintype()
            if main == 'text':
                lines.append(part.get_payload(decode=False))
            elif main != 'multipart':
                lines.append(self._fmt % {
                    'type': part.get_content_type(), 'maintype': main, 'subtype': part.get_content_subtype(),
                    'filename': part.get_filename('[no filename]'),
                    'description': part.get('Content-Description', '[no description]'),
                    'encoding': part.get('Content-Transfer-Encoding', '[no encoding]')})
        return ''.join(line + '\n' for line in lines)
