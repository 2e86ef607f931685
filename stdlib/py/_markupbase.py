"""What parsers of SGML-like languages share: places in the text, comments, declarations. Used by html.parser."""

import re

_name = re.compile(r'[a-zA-Z][-_.a-zA-Z0-9]*\s*')
_quoted = re.compile(r'(\'[^\']*\'|"[^"]*")\s*')
_comment_end = re.compile(r'--\s*>')
_standard_section_end = re.compile(r']\s*]\s*>')
_ms_section_end = re.compile(r']\s*>')


class ParserBase:
    """The text is in self.rawdata; what a method handles begins at i, and its result is where the rest begins, -1 if the
    text so far is not all of it."""

    def __init__(self):
        if self.__class__ is ParserBase:
            raise RuntimeError('_markupbase.ParserBase must be subclassed')

    def reset(self):
        self.lineno = 1
        self.offset = 0

    def getpos(self):
        """The line, counted from 1, and the column."""
        return self.lineno, self.offset

    def updatepos(self, i, j):
        """Count the lines between i and j; the result is j."""
        if i < j:
            text = self.rawdata[i:j]
            lines = text.count('\n')
            if lines:
                self.lineno += lines
                self.offset = len(text) - 1 - text.rindex('\n')
            else:
                self.offset += len(text)
        return j

    def parse_declaration(self, i):
        """<!...>, with comments, marked sections and DOCTYPE."""
        text = self.rawdata
        j = i + 2
        assert text[i:j] == '<!', 'unexpected call to parse_declaration'
        if text[j:j + 1] == '>':
            return j + 1
        if text[j:j + 1] in ('-', ''):
            return -1
        if text[j:j + 2] == '--':
            return self.parse_comment(i)
        if text[j] == '[':
            return self.parse_marked_section(i)
        kind, j = self._scan_name(j, i)
        if j < 0:
            return j
        while j < len(text):
            c = text[j]
            if c == '>':
                declaration = text[i + 2:j]
                if kind == 'doctype':
                    self.handle_decl(declaration)
                else:
                    self.unknown_decl(declaration)
                return j + 1
            if c in '"\'':
                found = _quoted.match(text, j)
                if not found:
                    return -1
                j = found.end()
            elif c.isascii() and c.isalpha():
                _, j = self._scan_name(j, i)
            elif c == '[' and kind == 'doctype':
                j = self._skip_subset(j + 1)
            else:
                j += 1
            if j < 0:
                return j
        return -1

    def _skip_subset(self, j):
        """Behind the ] of a DOCTYPE's inner part."""
        end = self.rawdata.find(']', j)
        if end < 0:
            return -1
        end += 1
        while end < len(self.rawdata) and self.rawdata[end].isspace():
            end += 1
        return end

    def parse_marked_section(self, i, report=1):
        """<![name[...]]>, or Microsoft's <![if ...]>."""
        text = self.rawdata
        assert text[i:i + 3] == '<![', 'unexpected call to parse_marked_section()'
        name, j = self._scan_name(i + 3, i)
        if j < 0:
            return j
        if name in {'temp', 'cdata', 'ignore', 'include', 'rcdata'}:
            found = _standard_section_end.search(text, i + 3)
        elif name in {'if', 'else', 'endif'}:
            found = _ms_section_end.search(text, i + 3)
        else:
            raise AssertionError('unknown status keyword %r in marked section' % text[i + 3:j])
        if not found:
            return -1
        if report:
            self.unknown_decl(text[i + 3:found.start()])
        return found.end()

    def parse_comment(self, i, report=1):
        """<!-- ... -->"""
        text = self.rawdata
        if text[i:i + 4] != '<!--':
            raise AssertionError('unexpected call to parse_comment()')
        found = _comment_end.search(text, i + 4)
        if not found:
            return -1
        if report:
            self.handle_comment(text[i + 4:found.start()])
        return found.end()

    def _scan_name(self, i, start):
        text = self.rawdata
        if i == len(text):
            return None, -1
        found = _name.match(text, i)
        if found:
            name = found[0].strip()
            if i + len(found[0]) == len(text):
                return None, -1
            return name.lower(), found.end()
        self.updatepos(start, i)
        raise AssertionError('expected name token at %r' % text[start:start + 20])

    def unknown_decl(self, data):
        """A declaration that is not DOCTYPE."""
