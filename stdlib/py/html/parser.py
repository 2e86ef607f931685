"""A parser of HTML that forgives: what looks like no tag is text.

Subclass HTMLParser, override the handle_ methods, give it text with feed() in any pieces, and close() it.
"""

import re

import _markupbase
from html import unescape

__all__ = ['HTMLParser']

_raw_text_stop = re.compile('[&<]')
_unfinished_reference = re.compile('&[a-zA-Z#]')
_reference_end = re.compile(r'[\s;]')
_named = re.compile('&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]')
_numbered = re.compile('&#(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]')
_tag_open = re.compile('<[a-zA-Z]')
_pi_end = re.compile('>')
_comment_end = re.compile(r'--\s*>')
_tag_name = re.compile(r'([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*')
_VALUE = r'''(?:'[^']*'|"[^"]*"|(?!['"])[^>\s]*)'''
_NAME = r'''(?<=['"\s/])[^\s/>][^\s/=>]*'''
_attribute = re.compile(r'(' + _NAME + r')(\s*=+\s*(' + _VALUE + r'))?(?:\s|/(?!>))*')
_start_tag = re.compile(r'<[a-zA-Z][^\t\n\r\f />\x00]*(?:[\s/]*(?:' + _NAME + r'(?:\s*=+\s*' + _VALUE + r'\s*)?(?:\s|/(?!>))*)*)?\s*')
_end_tag_end = re.compile('>')
_end_tag = re.compile(r'</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>')


class HTMLParser(_markupbase.ParserBase):
    """Calls handle_starttag(tag, attrs), handle_endtag(tag), handle_startendtag(tag, attrs), handle_data(text),
    handle_comment(text), handle_decl(text), handle_pi(text) as it finds these. With convert_charrefs, character references
    in text are resolved; without it they go to handle_charref and handle_entityref."""

    CDATA_CONTENT_ELEMENTS = ('script', 'style')

    def __init__(self, *, convert_charrefs=True):
        super().__init__()
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        """Forget all text that was not handled yet."""
        self.rawdata = ''
        self.lasttag = '???'
        self.interesting = _raw_text_stop
        self.cdata_elem = None
        super().reset()

    def feed(self, data):
        """Take more text and handle what is complete."""
        self.rawdata = self.rawdata + data
        self.goahead(0)

    def close(self):
        """Handle what is left, complete or not."""
        self.goahead(1)

    __starttag_text = None

    def get_starttag_text(self):
        """The text of the last start tag."""
        return self.__starttag_text

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()
        self.interesting = re.compile(r'</\s*%s\s*>' % self.cdata_elem, re.I)

    def clear_cdata_mode(self):
        self.interesting = _raw_text_stop
        self.cdata_elem = None

    def _text(self, text):
        if self.convert_charrefs and not self.cdata_elem:
            text = unescape(text)
        self.handle_data(text)

    def goahead(self, end):
        """Handle the text as far as it is complete; if end, all of it."""
        text = self.rawdata
        i = 0
        n = len(text)
        while i < n:
            j = self._end_of_text(i, end)
            if j is None:
                break
            if i < j:
                self._text(text[i:j])
            i = self.updatepos(i, j)
            if i == n:
                break
            if text.startswith('<', i):
                k = self._markup(i)
                if k is None:
                    break
                if k < 0:
                    if not end:
                        break
                    k = self._unfinished(i)
                i = self.updatepos(i, k)
            else:
                k = self._reference(i, end)
                if k is None:
                    break
                if k < 0:
                    i = ~k
                    break
                i = k
        if end and i < n and not self.cdata_elem:
            self._text(text[i:n])
            i = self.updatepos(i, n)
        elif end and i < n:
            self.handle_data(text[i:n])
            i = self.updatepos(i, n)
        self.rawdata = text[i:]

    def _end_of_text(self, i, end):
        """Where plain text from i on ends; None if that is not known yet."""
        text = self.rawdata
        n = len(text)
        if self.convert_charrefs and not self.cdata_elem:
            j = text.find('<', i)
            if j < 0:
                # A reference may go on in what is still to come.
                ampersand = text.rfind('&', max(i, n - 34))
                if ampersand >= 0 and not _reference_end.search(text, ampersand) and not end:
                    return None
                j = n
            return j
        found = self.interesting.search(text, i)
        if found:
            return found.start()
        return None if self.cdata_elem else n

    def _markup(self, i):
        """Handle what begins with <: where it ends, -1 if it is not complete, None for a lone < at the end."""
        text = self.rawdata
        if _tag_open.match(text, i):
            return self.parse_starttag(i)
        if text.startswith('</', i):
            return self.parse_endtag(i)
        if text.startswith('<!--', i):
            return self.parse_comment(i)
        if text.startswith('<?', i):
            return self.parse_pi(i)
        if text.startswith('<!', i):
            return self.parse_html_declaration(i)
        if i + 1 < len(text):
            self.handle_data('<')
            return i + 1
        return None

    def _unfinished(self, i):
        """At the end of the text: what looked like a tag is text, up to the next > or <."""
        text = self.rawdata
        k = text.find('>', i + 1)
        if k < 0:
            k = text.find('<', i + 1)
            if k < 0:
                k = i + 1
        else:
            k += 1
        self._text(text[i:k])
        return k

    def _reference(self, i, end):
        """Handle a & when references are not resolved in text: where the rest begins, None if more is needed; its
        complement if the rest has to wait for more text."""
        text = self.rawdata
        if text.startswith('&#', i):
            found = _numbered.match(text, i)
            if found:
                self.handle_charref(found[0][2:-1])
                k = found.end()
                if not text.startswith(';', k - 1):
                    k -= 1
                return self.updatepos(i, k)
            if ';' in text[i:]:
                self.handle_data(text[i:i + 2])
                return ~self.updatepos(i, i + 2)
            return None
        found = _named.match(text, i)
        if found:
            self.handle_entityref(found[1])
            k = found.end()
            if not text.startswith(';', k - 1):
                k -= 1
            return self.updatepos(i, k)
        found = _unfinished_reference.match(text, i)
        if found:
            # At the very end the sign itself is dropped, as CPython does.
            return ~self.updatepos(i, i + 1) if end and found.end() == len(text) else None
        if i + 1 < len(text):
            self.handle_data('&')
            return self.updatepos(i, i + 1)
        return None

    def parse_html_declaration(self, i):
        """<!DOCTYPE ...>, <![CDATA[...]]>, and what is none of these: a bogus comment."""
        text = self.rawdata
        assert text[i:i + 2] == '<!', 'unexpected call to parse_html_declaration()'
        if text[i:i + 4] == '<!--':
            return self.parse_comment(i)
        if text[i:i + 3] == '<![':
            return self.parse_marked_section(i)
        if text[i:i + 9].lower() == '<!doctype':
            end = text.find('>', i + 9)
            if end == -1:
                return -1
            self.handle_decl(text[i + 2:end])
            return end + 1
        return self.parse_bogus_comment(i)

    def parse_bogus_comment(self, i, report=1):
        text = self.rawdata
        assert text[i:i + 2] in ('<!', '</'), 'unexpected call to parse_comment()'
        end = text.find('>', i + 2)
        if end == -1:
            return -1
        if report:
            self.handle_comment(text[i + 2:end])
        return end + 1

    def parse_pi(self, i):
        """<?...>"""
        text = self.rawdata
        assert text[i:i + 2] == '<?', 'unexpected call to parse_pi()'
        found = _pi_end.search(text, i + 2)
        if not found:
            return -1
        self.handle_pi(text[i + 2:found.start()])
        return found.end()

    def parse_starttag(self, i):
        self.__starttag_text = None
        end = self.check_for_whole_start_tag(i)
        if end < 0:
            return end
        text = self.rawdata
        self.__starttag_text = text[i:end]
        found = _tag_name.match(text, i + 1)
        assert found, 'unexpected call to parse_starttag()'
        k = found.end()
        self.lasttag = tag = found[1].lower()
        attributes = []
        while k < end:
            found = _attribute.match(text, k)
            if not found:
                break
            name, rest, value = found.group(1, 2, 3)
            if not rest:
                value = None
            elif value[:1] == value[-1:] and value[:1] in ('"', "'") and value:
                value = value[1:-1]
            if value:
                value = unescape(value)
            attributes.append((name.lower(), value))
            k = found.end()
        closing = text[k:end].strip()
        if closing not in ('>', '/>'):
            self.handle_data(text[i:end])
            return end
        if closing.endswith('/>'):
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return end

    def check_for_whole_start_tag(self, i):
        """Where the start tag at i ends, -1 if it is not complete."""
        text = self.rawdata
        found = _start_tag.match(text, i)
        if not found:
            raise AssertionError('we should not get here!')
        j = found.end()
        following = text[j:j + 1]
        if following == '>':
            return j + 1
        if following == '/':
            if text.startswith('/>', j):
                return j + 2
            if text.startswith('/', j):
                return -1
        if following == '':
            return -1
        if following in 'abcdefghijklmnopqrstuvwxyz=/ABCDEFGHIJKLMNOPQRSTUVWXYZ':
            return -1
        return j if j > i else i + 1

    def parse_endtag(self, i):
        text = self.rawdata
        assert text[i:i + 2] == '</', 'unexpected call to parse_endtag'
        found = _end_tag_end.search(text, i + 1)
        if not found:
            return -1
        end = found.end()
        found = _end_tag.match(text, i)
        if not found:
            if self.cdata_elem is not None:
                self.handle_data(text[i:end])
                return end
            name = _tag_name.match(text, i + 2)
            if not name:
                if text[i:i + 3] == '</>':
                    return i + 3
                return self.parse_bogus_comment(i)
            end = text.find('>', name.end())
            self.handle_endtag(name[1].lower())
            return end + 1
        tag = found[1].lower()
        if self.cdata_elem is not None and tag != self.cdata_elem:
            self.handle_data(text[i:end])
            return end
        self.handle_endtag(tag)
        self.clear_cdata_mode()
        return end

    # What subclasses override.

    def handle_startendtag(self, tag, attrs):
        """<tag .../>"""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        """<tag ...>; attrs is a list of pairs (name, value or None)."""

    def handle_endtag(self, tag):
        """</tag>"""

    def handle_charref(self, name):
        """&#name;"""

    def handle_entityref(self, name):
        """&name;"""

    def handle_data(self, data):
        """Text."""

    def handle_comment(self, data):
        """<!--data-->"""

    def handle_decl(self, decl):
        """<!decl>"""

    def handle_pi(self, data):
        """<?data>"""
