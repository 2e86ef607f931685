"""Trees of email._header_parts as lines: where a header is too long it is broken, best between the largest parts that fit on a line;
what is not ASCII (or not UTF-8, for a policy that allows it) becomes encoded words, or percent signs in parameters."""

import re
import sys

from email import errors
from email._header_parts import SPECIALS, Leaf, has_surrogates, quoted, unstructured

_SPACE = ' \t'
_LINE_ENDS = frozenset('\r\n')
_SPECIAL_OR_END = SPECIALS | _LINE_ENDS
_q_safe = frozenset(b'-!*+/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789')


def encode_word(text, charset='utf-8'):
    """The text as one encoded word, in the shorter of the two codings; Q wins unless it is some signs longer."""
    from binascii import b2a_base64
    data = text.encode('ascii', 'surrogateescape') if charset == 'unknown-8bit' else text.encode(charset)
    q = ''.join(chr(c) if c in _q_safe else '_' if c == 32 else '=%02X' % c for c in data)
    if len(q) - (len(data) + 2) // 3 * 4 < 5:
        return '=?%s?q?%s?=' % (charset, q)
    return '=?%s?b?%s?=' % (charset, b2a_base64(data, newline=False).decode('ascii'))


class _Lines:
    """The lines so far, and where the last encoded word on the last line begins."""

    def __init__(self, policy):
        self.limit = policy.max_line_length or sys.maxsize
        self.plain = 'utf-8' if policy.utf8 else 'us-ascii'
        self.lines = ['']
        self.word_at = self.word_charset = None

    def room(self):
        return self.limit - len(self.lines[-1])

    def steal_space(self):
        """The space at the end of the last line, which goes."""
        last = self.lines[-1]
        if last and last[-1] in _SPACE:
            self.lines[-1] = last[:-1]
            return last[-1]
        return ''

    def charset_of(self, text):
        """The charset that an encoded word for a text needs, None if it can stand as it is."""
        try:
            text.encode(self.plain)
            return None
        except UnicodeEncodeError:
            return 'unknown-8bit' if has_surrogates(text) else 'utf-8'

    def add_words(self, text, charset, combinable):
        """Add a text as encoded words, joined to the encoded word before it if that is on the same line."""
        if self.word_at is not None and charset != self.word_charset and (
                self.word_charset == 'unknown-8bit' or self.word_charset == 'utf-8' and charset != 'us-ascii'):
            self.word_at = None
        self.word_charset = charset
        if self.word_at is not None and combinable:
            text = str(unstructured(self.lines[-1][self.word_at:] + text))
            self.lines[-1] = self.lines[-1][:self.word_at]
        if text[0] in _SPACE:
            if not self.room():
                self.lines.append(self.steal_space())
            self.lines[-1] += text[0]
            text = text[1:]
        tail = ''
        if text and text[-1] in _SPACE:
            text, tail = text[:-1], text[-1]
        start = len(self.lines[-1]) if self.word_at is None else self.word_at
        charset = 'utf-8' if charset == 'us-ascii' else charset
        overhead = len(charset) + 7
        if overhead + 1 >= self.limit:
            raise errors.HeaderParseError('max_line_length is too small to fit an encoded word')
        while text:
            room = self.room()
            if room <= overhead:
                self.lines.append(' ')
                continue
            count = min(len(text), room - overhead)
            word = encode_word(text[:count], charset)
            while len(word) > room:
                count -= 1
                if not count:
                    break
                word = encode_word(text[:count], charset)
            if not count:
                self.lines.append(' ')
                continue
            self.lines[-1] += word
            text = text[count:]
            if text:
                self.lines.append(' ')
                start = len(self.lines[-1])
        self.lines[-1] += tail
        self.word_at = start if combinable else None

    def add_parameters(self, params):
        """Add name=value pairs; what is too long or not ASCII is written as RFC 2231 says."""
        import urllib.parse
        for name, value in params:
            if not self.lines[-1].rstrip().endswith(';'):
                self.lines[-1] += ';'
            charset = self.charset_of(value)
            handler = 'surrogateescape' if charset == 'unknown-8bit' else 'strict'
            if charset:
                text = "{}*={}''{}".format(name, charset, urllib.parse.quote(value, safe='', errors=handler))
            else:
                text = '{}={}'.format(name, quoted(value))
            if len(self.lines[-1]) + len(text) + 1 < self.limit:
                self.lines[-1] += ' ' + text
            elif len(text) + 2 <= self.limit:
                self.lines.append(' ' + text)
            else:
                self.add_sections(name, value, charset or self.plain, handler)

    def add_sections(self, name, value, charset, handler):
        """A parameter's value over several lines."""
        import urllib.parse
        limit, section, prefix = self.limit, 0, charset + "''"
        while value:
            overhead = len(name) + len(str(section)) + 3 + len(prefix)
            if limit <= overhead + 3:
                limit = 78
            most = count = limit - overhead - 2
            while len(piece := urllib.parse.quote(value[:count], safe='', errors=handler)) > most:
                count -= 1
            value = value[count:]
            self.lines.append(' {}*{}*={}{}{}'.format(name, section, prefix, piece, ';' if value else ''))
            section, prefix = section + 1, ''


def _begins_with_space(node):
    while not isinstance(node, str):
        if not node:
            return False
        node = node[0]
    return node.kind == 'fws' or node[:1] in _SPACE and node != ''


def fold(tree, policy):
    """The lines of a tree, each with the policy's line end."""
    out = _Lines(policy)
    allow_words = object()
    blocked = 0
    pending = list(reversed(tree))      # a stack: the next node is last
    encode_next = False
    while pending:
        node = pending.pop()
        if node is allow_words:
            blocked -= 1
            continue
        text = str(node)
        terminal = isinstance(node, str)
        encode = encode_next or not (_SPECIAL_OR_END if node.kind == 'ptext' else _LINE_ENDS).isdisjoint(text)
        encode_next = False
        charset = out.charset_of(text)
        encode = encode or charset is not None
        charset = charset or out.plain
        if node.kind == 'message-id':
            out.lines[-1] += text
            continue
        if node.kind == 'mime-parameters':
            out.add_parameters(node.params)
            continue
        if encode and not blocked:
            if not node.encodable:
                encode = False
                out.word_at = None
                if node.breaks:
                    inner = fold(node, policy)[:-len(policy.linesep)]
                    if policy.linesep not in inner:
                        if len(inner) > out.room():
                            out.lines.append(out.steal_space())
                        out.lines[-1] += inner
                        continue
            if not terminal:
                pending.extend(reversed(node))
                continue
            if node.encodable:
                out.add_words(text, charset, node.combinable)
                continue
        if len(text) <= out.room():
            out.lines[-1] += text
            continue
        if node.breaks and len(text) + 1 <= out.limit:
            space = out.steal_space()
            if space or _begins_with_space(node):
                out.lines.append(space + text)
                out.word_at = None
                continue
        if not terminal:
            if not node.encodable:
                blocked += 1
                pending.append(allow_words)
            pending.extend(reversed(node))
            continue
        if node.encodable and not blocked:
            pending.append(node)
            encode_next = True
            continue
        space = out.steal_space()
        if space or _begins_with_space(node):
            out.lines.append(space + text)
        else:
            out.lines[-1] += text
    return policy.linesep.join(out.lines) + policy.linesep
