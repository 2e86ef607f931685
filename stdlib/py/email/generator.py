"""Messages as text or bytes."""

__all__ = ['Generator', 'DecodedGenerator', 'BytesGenerator']

import random
import re
import sys
import time

UNDERSCORE = '_'
NL = '\n'

_line_end = re.compile(r'\r\n|\r|\n')


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
    _changed = ()

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
        changes = {'linesep': '\n'}
        if self.maxheaderlen is not None:
            changes['max_line_length'] = self.maxheaderlen
        self._policy = policy.clone(**changes)
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
        changed, self._changed = self._changed, ()
        return self._headers(msg, dict(changed)) + body

    def _headers(self, msg, changed):
        lines = []
        if changed:
            from copy import copy
            msg = copy(msg)
            msg._headers = msg._headers[:]
            for name, value in changed.items():
                if name in msg:
                    msg.replace_header(name, value)
                else:
                    msg[name] = value
        for name, value in msg.raw_items():
            lines.append(self._fold(name, value))
        return ''.join(lines) + '\n'

    def _fold(self, name, value):
        policy = self._policy
        if self._is_bytes:
            return policy.fold_binary(name, value).decode('ascii', 'surrogateescape')
        return policy.fold(name, value)

    # Bodies by type.

    def _body(self, msg):
        main, sub = msg.get_content_maintype(), msg.get_content_subtype()
        if main == 'multipart':
            if sub != 'signed':
                return self._multipart(msg)
            # what is signed must stay as it is, long lines too
            policy = self._policy
            self._policy = policy.clone(max_line_length=0)
            try:
                return self._multipart(msg)
            finally:
                self._policy = policy
        if main == 'message':
            return self._message(msg)
        return self._handle_text(msg)

    def _handle_text(self, msg):
        payload = msg._payload
        if payload is None:
            return ''
        if isinstance(payload, str) and not self._is_bytes and '\udc80' <= max(payload, default='') and msg.get_param('charset') is None:
            payload = msg.get_payload()
        if not isinstance(payload, str):
            raise TypeError('string payload expected: %s' % type(payload))
        if any('\udc80' <= c <= '\udcff' for c in payload) and not (self._is_bytes and self._policy.cte_type != '7bit'):
            charset = msg.get_param('charset')
            if charset is not None:
                from copy import copy
                encoded = copy(msg)
                encoded._headers = msg._headers[:]
                del encoded['content-transfer-encoding']
                encoded.set_payload(payload, charset)
                payload = encoded._payload
                self._changed = [(name, encoded[name]) for name in ('Content-Transfer-Encoding', 'Content-Type')]
        return _line_end.sub('\n', self._mangled(payload))

    def _mangled(self, text):
        return re.sub('^From ', '>From ', text, flags=re.MULTILINE) if self._mangle_from_ else text

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
            out.append(_line_end.sub('\n', self._mangled(msg.preamble)) + '\n')
        out.append('--' + boundary + '\n')
        if texts:
            out.append(texts[0])
        for text in texts[1:]:
            out.append('\n--' + boundary + '\n' + text)
        out.append('\n--' + boundary + '--\n')
        if msg.epilogue is not None:
            out.append(_line_end.sub('\n', self._mangled(msg.epilogue)))
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
        self._fp.write(s.encode('utf-8' if getattr(self._policy, 'utf8', False) else 'ascii', 'surrogateescape'))


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
