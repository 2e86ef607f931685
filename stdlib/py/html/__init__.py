"""Escaping of text for HTML, and undoing it."""

import re as _re
from html.entities import html5 as _html5

__all__ = ['escape', 'unescape']


def escape(s, quote=True):
    """Replace &, < and > by what stands for them in HTML, with quote the two quotation marks as well."""
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    if quote:
        s = s.replace('"', '&quot;').replace("'", '&#x27;')
    return s


# What HTML 5 says of numbers that are no good: those of Windows' code page mean its characters, others nothing.
_invalid_charrefs = {0x00: '\ufffd', 0x0d: '\r'}
for _byte in range(0x80, 0xa0):
    try:
        _invalid_charrefs[_byte] = bytes([_byte]).decode('cp1252')
    except UnicodeDecodeError:
        _invalid_charrefs[_byte] = chr(_byte)
del _byte

_invalid_codepoints = {*range(0x1, 0x9), *range(0xe, 0x20), *range(0x7f, 0xa0), *range(0xfdd0, 0xfdf0), 0xb,
                       *[plane << 16 | low for plane in range(17) for low in (0xfffe, 0xffff)]}


def _replace_charref(found):
    text = found[1]
    if text[0] == '#':
        number = int(text[2:].rstrip(';'), 16) if text[1] in 'xX' else int(text[1:].rstrip(';'))
        if number in _invalid_charrefs:
            return _invalid_charrefs[number]
        if 0xd800 <= number <= 0xdfff or number > 0x10ffff:
            return '\ufffd'
        if number in _invalid_codepoints:
            return ''
        return chr(number)
    if text in _html5:
        return _html5[text]
    # The longest name at the beginning counts.
    for end in range(len(text) - 1, 1, -1):
        if text[:end] in _html5:
            return _html5[text[:end]] + text[end:]
    return '&' + text


_charref = _re.compile('&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)')


def unescape(s):
    """Replace named and numeric character references, such as &gt; and &#62;, by their characters, as HTML 5 has it."""
    if '&' not in s:
        return s
    return _charref.sub(_replace_charref, s)
