"""Paragraphs filled to a width, and indentation put on and taken off. Works without `re`."""
from _lazy_pattern import LazyPattern as _LazyPattern, replaced as _replaced

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_whitespace = '\t\n\x0b\x0c\r '
_TO_SPACE = {ord(c): ' ' for c in _whitespace}


class TextWrapper:
    """Wraps text; the options are attributes and may be changed between calls."""

    # Where text is split, for those who put others in their places; _split does the same without them.
    wordsep_re = _LazyPattern(r"""
        (\s+                                                      # white space
        |(?<=[\w!"'&.,?])-{2,}(?=\w)                              # a dash between words
        |\S+?(?:-(?:(?<=[^\d\W]{2}-)|(?<=[^\d\W]-[^\d\W]-))(?=[^\d\W]-?[^\d\W])|(?=\s|\Z)|(?<=[\w!"'&.,?])(?=-{2,}\w)))""", 64)
    wordsep_simple_re = _LazyPattern(r'([\t\n\x0b\x0c\r ]+)')
    sentence_end_re = _LazyPattern(r'[a-z][\.\!\?][\"\']?\Z')
    unicode_whitespace_trans = _TO_SPACE

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(_TO_SPACE)
        return text

    def _split(self, text):
        # Chunks that are not broken: words (up to hyphens), dashes, runs of whitespace.
        if pattern := _replaced(self, 'wordsep_re' if self.break_on_hyphens else 'wordsep_simple_re'):
            return [chunk for chunk in pattern.split(text) if chunk]
        chunks = []
        pos = 0
        while pos < len(text):
            end = pos
            blank = text[pos] in _whitespace
            while end < len(text) and (text[end] in _whitespace) == blank:
                end += 1
            if blank or not self.break_on_hyphens:
                chunks.append(text[pos:end])
            else:
                chunks.extend(_split_word(text[pos:end]))
            pos = end
        return chunks

    def _fix_sentence_endings(self, chunks):
        # two spaces behind a full stop that ends a sentence
        pattern = _replaced(self, 'sentence_end_re')
        for i in range(len(chunks) - 1):
            if chunks[i + 1] == ' ' and (pattern.search(chunks[i]) if pattern else _ends_sentence(chunks[i])):
                chunks[i + 1] = '  '

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        # The last chunk does not fit on any line: break it, or give it a line of its own.
        space_left = 1 if width < 1 else width - cur_len
        if self.break_long_words:
            end = space_left
            chunk = reversed_chunks[-1]
            if self.break_on_hyphens and len(chunk) > space_left:
                hyphen = chunk.rfind('-', 0, space_left)
                if hyphen > 0 and any(c != '-' for c in chunk[:hyphen]):
                    end = hyphen + 1
            cur_line.append(chunk[:end])
            reversed_chunks[-1] = chunk[end:]
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            margin = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(margin) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()
        while chunks:
            line = []
            length = 0
            margin = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(margin)
            if self.drop_whitespace and lines and chunks[-1].strip() == '':
                chunks.pop()
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == '':
                length -= len(line.pop())
            if not line:
                continue
            if (self.max_lines is None or len(lines) + 1 < self.max_lines
                    or (not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
                    and length <= width):
                lines.append(margin + ''.join(line))
                continue
            self._truncate(lines, line, length, margin, width)
            break
        return lines

    def _truncate(self, lines, line, length, margin, width):
        # The last line that is allowed ends in the placeholder, which needs room.
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                lines.append(margin + ''.join([*line, self.placeholder]))
                return
            length -= len(line.pop())
        if lines:
            previous = lines[-1].rstrip()
            if len(previous) + len(self.placeholder) <= self.width:
                lines[-1] = previous + self.placeholder
                return
        lines.append(margin + self.placeholder.lstrip())

    def wrap(self, text):
        """Return the text as a list of lines of at most `width` columns, without newlines."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """Return the wrapped text as one string."""
        return "\n".join(self.wrap(text))


def _is_letter(ch):
    return ch == '_' or (ch.isalnum() and not ch.isdecimal())


def _is_word(ch):
    return ch == '_' or ch.isalnum()


def _split_word(word):
    # After a hyphen between letters ("well-known"), and around dashes between words ("so--what").
    pieces = []
    start = 0
    i = 1
    size = len(word)
    while i < size:
        if word[i] != '-':
            i += 1
            continue
        end = i
        while end < size and word[end] == '-':
            end += 1
        before = word[i - 1]
        if end - i >= 2 and end < size and (_is_word(before) or before in '!"\'&.,?') and _is_word(word[end]):
            if i > start:
                pieces.append(word[start:i])
            pieces.append(word[i:end])
            start = end
        elif end - i == 1 and _may_break(word, i):
            pieces.append(word[start:end])
            start = end
        i = end
    if start < size:
        pieces.append(word[start:])
    return pieces


def _may_break(word, i):
    letters_before = i >= 2 and _is_letter(word[i - 1]) and (
        _is_letter(word[i - 2]) or (i >= 3 and word[i - 2] == '-' and _is_letter(word[i - 3])))
    rest = word[i + 1:i + 4]
    letters_after = len(rest) >= 2 and _is_letter(rest[0]) and (
        _is_letter(rest[1]) or (len(rest) == 3 and rest[1] == '-' and _is_letter(rest[2])))
    return letters_before and letters_after


def _ends_sentence(chunk):
    # A lower-case letter, a mark, perhaps a quote.
    if chunk[-1:] in ('"', "'"):
        chunk = chunk[:-1]
    return len(chunk) >= 2 and chunk[-1] in '.!?' and 'a' <= chunk[-2] <= 'z'


def wrap(text, width=70, **kwargs):
    """Return the text as a list of lines of at most `width` columns."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """Return the text wrapped, as one string."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """Return the text with whitespace collapsed, cut at a word to fit the width."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    """Take the indentation common to all lines off; lines of blanks only become empty."""
    if not isinstance(text, str):
        if isinstance(text, (bytes, bytearray, memoryview)):
            raise TypeError("cannot use a string pattern on a bytes-like object")
        raise TypeError(f"expected string or bytes-like object, got {type(text).__name__!r}")
    lines = text.split('\n')
    margin = None
    for line in lines:
        stripped = line.lstrip(' \t')
        if not stripped:
            continue
        own = line[:len(line) - len(stripped)]
        if margin is None:
            margin = own
            continue
        common = 0
        while common < len(margin) and common < len(own) and margin[common] == own[common]:
            common += 1
        margin = margin[:common]
    cut = len(margin or '')
    return '\n'.join(line[cut:] if line.strip(' \t') else '' for line in lines)


def indent(text, prefix, predicate=None):
    """Put the prefix before each line that is not blank, or for which predicate(line) is true."""
    if predicate is None:
        predicate = str.strip
    return ''.join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
