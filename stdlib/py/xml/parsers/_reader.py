"""The XML parser that expat, ElementTree, minidom and sax share: a document's text to events.

It checks what XML 1.0 calls well-formed, with Expat's error numbers and places. Of a document type it reads internal entities; it
fetches nothing, so external ones and external subsets are left out. The text that entities grow to is bounded.
"""

import re

__all__ = ['Reader', 'XMLError', 'ERRORS']

ERRORS = {
    1: 'out of memory', 2: 'syntax error', 3: 'no element found', 4: 'not well-formed (invalid token)', 5: 'unclosed token', 6: 'partial character',
    7: 'mismatched tag', 8: 'duplicate attribute', 9: 'junk after document element', 10: 'illegal parameter entity reference', 11: 'undefined entity',
    12: 'recursive entity reference', 13: 'asynchronous entity', 14: 'reference to invalid character number', 15: 'reference to binary entity',
    16: 'reference to external entity in attribute', 17: 'XML or text declaration not at start of entity', 18: 'unknown encoding',
    19: 'encoding specified in XML declaration is incorrect', 20: 'unclosed CDATA section', 21: 'error in processing external entity reference',
    22: 'document is not standalone', 23: 'unexpected parser state - please send a bug report', 24: 'entity declared in parameter entity',
    25: 'requested feature requires XML_DTD support in Expat', 26: 'cannot change setting once parsing has begun', 27: 'unbound prefix',
    28: 'must not undeclare prefix', 29: 'incomplete markup in parameter entity', 30: 'XML declaration not well-formed', 31: 'text declaration not well-formed',
    32: 'illegal character(s) in public id', 33: 'parser suspended', 34: 'parser not suspended', 35: 'parsing aborted', 36: 'parsing finished',
    37: 'cannot suspend in external parameter entity', 38: 'reserved prefix (xml) must not be undeclared or bound to another namespace name',
    39: 'reserved prefix (xmlns) must not be declared or undeclared', 40: 'prefix must not be bound to one of the reserved namespace names',
    41: 'invalid argument', 42: 'a successful prior call to function XML_GetBuffer was required',
    43: 'limit on input amplification factor (from DTD and entities) breached',
}

NAME_START = ':A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF'
NAME = f'[{NAME_START}][{NAME_START}\\-.0-9\xB7\u0300-\u036F\u203F-\u2040]*'
name_at = re.compile(NAME).match
spaces_at = re.compile(r'[ \t\r\n]*').match
attribute_at = re.compile(rf'({NAME})[ \t\r\n]*=[ \t\r\n]*(?:"([^<"]*)"|\'([^<\']*)\')').match
text_at = re.compile(r'[^<&]+').match
bad_character = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]').search
declaration_at = re.compile(r'''<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"([\w.:-]+)"|'([\w.:-]+)')'''
                            r'''(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"([A-Za-z][\w.-]*)"|'([A-Za-z][\w.-]*)'))?'''
                            r'''(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(yes|no)"|'(yes|no)'))?[ \t\r\n]*\?>''').match
encoding_in_bytes = re.compile(rb'''^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][\w.-]*)["']''').match
entity_declaration_at = re.compile(rf'''<!ENTITY[ \t\r\n]+(%[ \t\r\n]+)?({NAME})[ \t\r\n]+(?:"([^"]*)"|'([^']*)'|(SYSTEM|PUBLIC)[^>]*)[ \t\r\n]*>''').match
doctype_at = re.compile(rf'''<!DOCTYPE[ \t\r\n]+({NAME})(?:[ \t\r\n]+(?:SYSTEM[ \t\r\n]+("[^"]*"|'[^']*')'''
                        r'''|PUBLIC[ \t\r\n]+("[^"]*"|'[^']*')[ \t\r\n]+("[^"]*"|'[^']*')))?[ \t\r\n]*''').match

PREDEFINED = {'lt': '<', 'gt': '>', 'amp': '&', 'quot': '"', 'apos': "'"}
XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'
MAX_EXPANSION = 8 << 20
MAX_DEPTH = 100_000


class XMLError(Exception):
    """code, and the place: lineno from 1, offset from 0."""

    def __init__(self, code, lineno, offset, detail=None):
        self.code = code
        self.lineno = lineno
        self.offset = offset
        super().__init__(f"{detail or ERRORS[code]}: line {lineno}, column {offset}")


def decode(data, encoding=None):
    """A document's bytes as text: by the byte order mark, the name that is given, or the declaration's."""
    if encoding is None:
        for mark, name in (b'\xef\xbb\xbf', 'utf-8-sig'), (b'\xff\xfe', 'utf-16'), (b'\xfe\xff', 'utf-16'):
            if data.startswith(mark):
                encoding = name
                break
        else:
            if data[:4] == b'<\0?\0':
                encoding = 'utf-16-le'
            elif data[:4] == b'\0<\0?':
                encoding = 'utf-16-be'
            else:
                match = encoding_in_bytes(data[:1024])
                encoding = match[1].decode() if match else 'utf-8'
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[:error.start].decode(encoding, 'replace')
        line_start = before.rfind('\n') + 1
        raise XMLError(4, before.count('\n') + 1, len(before) - line_start) from None
    except LookupError:
        raise XMLError(18, 1, 30 if len(data) > 30 else len(data)) from None


class Reader:
    """Reads a whole document and calls the target, an object with any of the methods

    xml_declaration(version, encoding, standalone), start_doctype(name, system id, public id, has a subset), end_doctype(), entity(name, value),
    start(name, attributes: list of pairs), end(name), text(text), comment(text), instruction(target, text), start_cdata(), end_cdata(),
    start_ns(prefix, uri), end_ns(prefix), skipped(entity's name).

    With a separator, names are namespace + separator + local name, with `prefixes` + separator + prefix, and attributes that declare namespaces are
    not reported.
    """

    EVENTS = ('xml_declaration', 'start_doctype', 'end_doctype', 'entity', 'start', 'end', 'text', 'comment', 'instruction', 'start_cdata',
              'end_cdata', 'start_ns', 'end_ns', 'skipped')

    def __init__(self, target, separator=None, prefixes=False):
        self.separator = separator
        self.prefixes = prefixes
        self.subset = None       # what stands between the brackets of the document type
        self.event_place = 0     # where the text or markup begins that is being told of
        self.entities = {}
        self.has_external = False
        self.expanded = 0
        self.text = ''
        self.pos = 0
        self.base = None         # in an entity's text: the place in the document that refers to it
        for name in self.EVENTS:
            setattr(self, 'text_event' if name == 'text' else name, getattr(target, name, None))

    # ---- places ----

    def place(self, pos=None):
        if self.base is not None:
            return self.base
        pos = self.pos if pos is None else pos
        start = self.text.rfind('\n', 0, pos) + 1
        return self.text.count('\n', 0, pos) + 1, pos - start

    def fail(self, code, pos=None, detail=None):
        raise XMLError(code, *self.place(pos), detail)

    # ---- the document ----

    def read(self, text):
        self.text = text = text.replace('\r\n', '\n').replace('\r', '\n') if '\r' in text else text
        bad = bad_character(text)
        limit = bad.start() if bad else None
        try:
            self.prolog()
            self.content()
            self.epilog()
        except XMLError as error:
            if limit is not None and (error.lineno, error.offset) > self.place(limit):
                self.fail(4, limit)
            raise
        if limit is not None:
            self.fail(4, limit)

    def prolog(self):
        text = self.text
        if text.startswith('\ufeff'):
            text = self.text = text[1:]
        if text.startswith('<?xml') and text[5:6] in ('', ' ', '\t', '\n'):
            match = declaration_at(text)
            if not match:
                self.fail(30 if text.find('?>') >= 0 else 5, 6 if text.find('?>') >= 0 else 0)
            version, encoding, standalone = match[1] or match[2], match[3] or match[4], match[5] or match[6]
            if self.xml_declaration:
                self.xml_declaration(version, encoding, -1 if standalone is None else int(standalone == 'yes'))
            self.pos = match.end()
        seen_doctype = False
        while True:
            self.pos = spaces_at(text, self.pos).end()
            if self.pos >= len(text):
                self.fail(3)
            if text.startswith('<!--', self.pos):
                self.read_comment()
            elif text.startswith('<?', self.pos):
                self.read_instruction()
            elif text.startswith('<!DOCTYPE', self.pos) and not seen_doctype:
                seen_doctype = True
                self.read_doctype()
            elif text[self.pos] == '<' and name_at(text, self.pos + 1):
                return
            elif text[self.pos] == '<':
                if self.pos + 1 >= len(text):
                    self.fail(5)
                self.fail(4, self.pos + 1)
            else:
                self.fail(2)

    def epilog(self):
        text = self.text
        while True:
            self.pos = spaces_at(text, self.pos).end()
            if self.pos >= len(text):
                return
            if text.startswith('<!--', self.pos):
                self.read_comment()
            elif text.startswith('<?', self.pos):
                self.read_instruction()
            else:
                self.fail(9)

    def content(self):
        """The document element with all that is in it, without recursion."""
        text = self.text
        open_names = []          # (name as written, name reported, prefixes declared)
        scopes = [{'xml': XML_NAMESPACE}] if self.separator is not None else None
        while True:
            pos = self.event_place = self.pos
            if open_names:
                match = text_at(text, pos)
                if match:
                    chunk = match[0]
                    if ']]>' in chunk:
                        self.fail(4, pos + chunk.index(']]>') + 2)
                    if self.text_event:
                        self.text_event(chunk)
                    pos = self.pos = self.event_place = match.end()
            if pos >= len(text):
                self.fail(3, len(text))
            c = text[pos]
            if c == '&':
                self.read_reference(open_names, scopes)
                continue
            following = text[pos + 1:pos + 2]
            if following == '/':
                self.read_end_tag(open_names, scopes)
            elif following == '!':
                if text.startswith('<!--', pos):
                    self.read_comment()
                elif text.startswith('<![CDATA[', pos):
                    self.read_cdata()
                else:
                    self.fail(4 if len(text) - pos > 9 else 5, pos + 2 if len(text) - pos > 9 else pos)
            elif following == '?':
                self.read_instruction()
            else:
                self.read_start_tag(open_names, scopes)
            if not open_names:
                return

    # ---- elements ----

    def read_start_tag(self, open_names, scopes):
        text = self.text
        start = self.pos
        match = name_at(text, start + 1)
        if not match:
            self.fail(5 if start + 1 >= len(text) else 4, start if start + 1 >= len(text) else start + 1)
        name = match[0]
        pos = match.end()
        attributes = []
        while True:
            after = spaces_at(text, pos).end()
            c = text[after:after + 1]
            if c == '>' or (c == '/' and text[after + 1:after + 2] == '>'):
                break
            if not c or (c == '/' and after + 1 >= len(text)):
                self.fail(5, start)
            if after == pos:
                self.fail(4, after + (c == '/'))
            match = attribute_at(text, after)
            if not match:
                self.bad_attribute(start, after)
            key, value = match[1], match[2]
            if value is None:
                value = match[3]
            if '&' in value:
                value = self.attribute_text(value, match.start(2) if match[2] is not None else match.start(3), ())
            elif '\n' in value or '\t' in value:
                value = value.replace('\n', ' ').replace('\t', ' ')
            for other, _ in attributes:
                if other == key:
                    self.fail(8, after)
            attributes.append((key, value))
            pos = match.end()
        self.pos = start
        empty = c == '/'
        declared = ()
        reported = name
        if scopes is not None:
            reported, attributes, declared = self.qualify(name, attributes, scopes)
        if len(open_names) > MAX_DEPTH:
            self.fail(1)
        self.pos = after + 1 + empty
        if self.start:
            self.start(reported, attributes)
        if empty:
            if self.end:
                self.end(reported)
            self.undeclare(declared, scopes)
        else:
            open_names.append((name, reported, declared))

    def bad_attribute(self, start, pos):
        """Where an attribute that cannot be read goes wrong."""
        text = self.text
        match = name_at(text, pos)
        if not match:
            self.fail(4, pos)
        pos = spaces_at(text, match.end()).end()
        if text[pos:pos + 1] != '=':
            self.fail(4 if pos < len(text) else 5, pos if pos < len(text) else start)
        pos = spaces_at(text, pos + 1).end()
        quote = text[pos:pos + 1]
        if quote not in ('"', "'") or not quote:
            self.fail(4 if pos < len(text) else 5, pos if pos < len(text) else start)
        end, less = text.find(quote, pos + 1), text.find('<', pos + 1)
        if less >= 0 and (end < 0 or less < end):
            self.fail(4, less)
        self.fail(5, start)

    def read_end_tag(self, open_names, scopes):
        text = self.text
        match = name_at(text, self.pos + 2)
        if not match:
            self.fail(5 if self.pos + 2 >= len(text) else 4, self.pos if self.pos + 2 >= len(text) else self.pos + 2)
        after = spaces_at(text, match.end()).end()
        if text[after:after + 1] != '>':
            self.fail(5 if after >= len(text) else 4, self.pos if after >= len(text) else after)
        if not open_names:
            self.fail(4, self.pos)
        name, reported, declared = open_names[-1]
        if match[0] != name:
            self.fail(7, self.pos + 2)
        open_names.pop()
        self.pos = after + 1
        if self.end:
            self.end(reported)
        self.undeclare(declared, scopes)

    # ---- namespaces ----

    def qualify(self, name, attributes, scopes):
        declared = {}
        rest = attributes
        if any(key.startswith('xmlns') for key, _ in attributes):
            rest = []
            for key, value in attributes:
                if key == 'xmlns':
                    declared[''] = value
                elif key.startswith('xmlns:'):
                    prefix = key[6:]
                    if not value:
                        self.fail(28)
                    if prefix == 'xmlns':
                        self.fail(39)
                    if (prefix == 'xml') != (value == XML_NAMESPACE):
                        self.fail(38 if prefix == 'xml' else 40)
                    declared[prefix] = value
                else:
                    rest.append((key, value))
        scopes.append({**scopes[-1], **declared} if declared else scopes[-1])
        if self.start_ns:
            for prefix, uri in declared.items():
                self.start_ns(prefix or None, uri)
        scope = scopes[-1]
        separator = self.separator

        def full(key, default):
            prefix, colon, local = key.partition(':')
            if not colon:
                uri = scope.get('') if default else None
                return uri + separator + key if uri else key
            if prefix not in scope:
                self.fail(27)
            return scope[prefix] + separator + local + (separator + prefix if self.prefixes else '')

        pairs = [(full(key, False), value) for key, value in rest] if rest else rest
        if len({separator.join(key.split(separator)[:2]) if self.prefixes else key for key, _ in pairs}) != len(pairs):
            self.fail(8)
        return full(name, True), pairs, tuple(declared)

    def undeclare(self, declared, scopes):
        if scopes is None:
            return
        scopes.pop()
        if self.end_ns:
            for prefix in reversed(declared):
                self.end_ns(prefix or None)

    # ---- references ----

    def character(self, body, pos):
        """The character of `#...`."""
        try:
            if body[1:2] == 'x':
                if not re.fullmatch('[0-9a-fA-F]+', body[2:]):
                    raise ValueError
                number = int(body[2:], 16)
            else:
                if not re.fullmatch('[0-9]+', body[1:]):
                    raise ValueError
                number = int(body[1:])
        except ValueError:
            self.fail(4, pos + 2)
        if number > 0x10FFFF or bad_character(chr(number)):
            self.fail(14, pos)
        return chr(number)

    def count_expansion(self, n):
        self.expanded += n
        if self.expanded > MAX_EXPANSION and self.expanded > 100 * len(self.text):
            self.fail(43)

    def read_reference(self, open_names, scopes):
        text, pos = self.text, self.pos
        if text.startswith('&#', pos):
            end = text.find(';', pos, pos + 20)
            if end < 0:
                self.fail(4 if len(text) - pos > 12 else 5, pos)
            replacement = self.character(text[pos + 1:end], pos)
            self.pos = end + 1
            if self.text_event:
                self.text_event(replacement)
            return
        match = name_at(text, pos + 1)
        if not match or text[match.end():match.end() + 1] != ';':
            bad = match.end() if match else pos + 1
            self.fail(4 if bad < len(text) else 5 if open_names else 3, bad if bad < len(text) else pos)
        name = match[0]
        if name in PREDEFINED:
            self.pos = match.end() + 1
            if self.text_event:
                self.text_event(PREDEFINED[name])
            return
        if name not in self.entities:
            if self.has_external and self.skipped:
                self.skipped(name)
                self.pos = match.end() + 1
                return
            if self.has_external:
                self.pos = match.end() + 1
                return
            self.fail(11, pos)
        value = self.entities[name]
        if value is None:            # external, or in use
            self.pos = match.end() + 1
            if name in self.active:
                self.fail(12, pos)
            return
        self.expand(name, value, match.end() + 1, open_names, scopes)

    active = frozenset()

    def expand(self, name, value, resume, open_names, scopes):
        """The entity's text is content at this place: elements that begin in it end in it."""
        self.count_expansion(len(value))
        if len(self.active) > 100:
            self.fail(1)
        saved = self.text, self.base, self.active, self.entities[name]
        self.base = self.place()
        self.active = self.active | {name}
        self.entities[name] = None
        self.text, self.pos = value, 0
        depth = len(open_names)
        try:
            while self.pos < len(value):
                match = text_at(value, self.pos)
                if match:
                    self.pos = match.end()
                    if self.text_event:
                        self.text_event(match[0])
                elif value[self.pos] == '&':
                    self.read_reference(open_names, scopes)
                elif value.startswith('</', self.pos):
                    if len(open_names) <= depth:
                        self.fail(13)
                    self.read_end_tag(open_names, scopes)
                elif value.startswith('<!--', self.pos):
                    self.read_comment()
                elif value.startswith('<![CDATA[', self.pos):
                    self.read_cdata()
                elif value.startswith('<?', self.pos):
                    self.read_instruction()
                else:
                    self.read_start_tag(open_names, scopes)
            if len(open_names) != depth:
                self.fail(13)
        finally:
            self.text, self.base, self.active, self.entities[name] = saved
        self.pos = resume

    def attribute_text(self, value, pos, active):
        """An attribute's value with its references replaced."""
        parts = []
        at = 0
        while True:
            amp = value.find('&', at)
            if amp < 0:
                parts.append(value[at:].replace('\n', ' ').replace('\t', ' '))
                return ''.join(parts)
            parts.append(value[at:amp].replace('\n', ' ').replace('\t', ' '))
            end = value.find(';', amp)
            if end < 0:
                self.fail(4, pos + amp + 1)
            body = value[amp + 1:end]
            if body.startswith('#'):
                parts.append(self.character(body, pos + amp))
            elif body in PREDEFINED:
                parts.append(PREDEFINED[body])
            else:
                match = name_at(body)
                if not match or match.end() != len(body):
                    self.fail(4, pos + amp + 1 + (match.end() if match else 0))
                if body in active:
                    self.fail(12)
                if body not in self.entities:
                    self.fail(11)
                inner = self.entities[body]
                if inner is None:
                    self.fail(16 if body not in self.active else 12)
                self.count_expansion(len(inner))
                if len(active) > 100:
                    self.fail(1)
                parts.append(self.attribute_text(inner, pos + amp, (*active, body)))
            at = end + 1

    # ---- what is not elements ----

    def read_comment(self):
        text, pos = self.text, self.pos
        end = text.find('--', pos + 4)
        if end < 0:
            self.fail(5, pos)
        if text[end + 2:end + 3] != '>':
            self.fail(4 if end + 2 < len(text) else 5, end + 2 if end + 2 < len(text) else pos)
        self.pos = end + 3
        if self.comment:
            self.comment(text[pos + 4:end])

    def read_instruction(self):
        text, pos = self.text, self.pos
        match = name_at(text, pos + 2)
        if not match:
            self.fail(4 if pos + 2 < len(text) else 5, pos + 2 if pos + 2 < len(text) else pos)
        end = text.find('?>', match.end())
        if end < 0:
            self.fail(5, pos)
        if match[0].lower() == 'xml':
            self.fail(17 if match[0] == 'xml' else 4, pos)
        after = spaces_at(text, match.end()).end()
        if after == match.end() and after != end:
            self.fail(4, after)
        self.pos = end + 2
        if self.instruction:
            self.instruction(match[0], text[min(after, end):end])

    def read_cdata(self):
        text, pos = self.text, self.pos
        end = text.find(']]>', pos + 9)
        if end < 0:
            self.fail(20, len(text))
        self.pos = end + 3
        if self.start_cdata:
            self.start_cdata()
        if self.text_event and end > pos + 9:
            self.text_event(text[pos + 9:end])
        if self.end_cdata:
            self.end_cdata()

    # ---- the document type ----

    def read_doctype(self):
        text = self.text
        match = doctype_at(text, self.pos)
        if not match:
            self.fail(4 if text.find('>', self.pos) >= 0 else 5, self.pos + 9 if text.find('>', self.pos) >= 0 else self.pos)
        unquoted = [part[1:-1] if part else None for part in match.group(2, 3, 4)]
        system, public = (unquoted[0], None) if match[2] else (unquoted[2], unquoted[1])
        self.has_external = system is not None
        pos = match.end()
        has_subset = text[pos:pos + 1] == '['
        if self.start_doctype:
            self.start_doctype(match[1], system, public, has_subset)
        if has_subset:
            start = pos + 1
            pos = self.read_subset(start)
            self.subset = text[start:pos - 1]
            pos = spaces_at(text, pos).end()
        if text[pos:pos + 1] != '>':
            self.fail(4 if pos < len(text) else 3, pos)
        self.pos = pos + 1
        if self.end_doctype:
            self.end_doctype()

    def read_subset(self, pos):
        text = self.text
        while True:
            pos = spaces_at(text, pos).end()
            if pos >= len(text):
                self.fail(3, pos)
            if text[pos] == ']':
                return pos + 1
            self.pos = pos
            if text.startswith('<!--', pos):
                self.read_comment()
                pos = self.pos
            elif text.startswith('<?', pos):
                self.read_instruction()
                pos = self.pos
            elif text.startswith('<!ENTITY', pos):
                match = entity_declaration_at(text, pos)
                if not match:
                    self.fail(4, pos + 8)
                value = match[3] if match[3] is not None else match[4]
                if not match[1] and match[2] not in self.entities:
                    self.entities[match[2]] = None if value is None else re.sub('&#(x?[0-9a-fA-F]+);', lambda m: self.character('#' + m[1], pos), value)
                    if self.entity:
                        self.entity(match[2], value)
                pos = match.end()
            elif text.startswith(('<!ELEMENT', '<!ATTLIST', '<!NOTATION'), pos):
                match = re.compile(r'''<![A-Z]+(?:[^>"']|"[^"]*"|'[^']*')*>''').match(text, pos)
                if not match:
                    self.fail(4, pos + 2)
                pos = match.end()
            elif text[pos] == '%':
                end = text.find(';', pos)
                if end < 0:
                    self.fail(4, pos)
                self.has_external = True
                pos = end + 1
            else:
                self.fail(4, pos)
