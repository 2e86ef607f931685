"""Expat's interface: a parser that calls handlers for what it finds in a document.

The parser is this interpreter's own. It reads a document when the last piece of it was given, so handlers run in that call of Parse().
"""

import re
import sys
import types

from xml.parsers._reader import ERRORS, Reader, XMLError, decode

__all__ = ['ErrorString', 'ExpatError', 'ParserCreate', 'XMLParserType', 'error', 'errors', 'model', 'EXPAT_VERSION', 'XML_PARAM_ENTITY_PARSING_ALWAYS',
           'XML_PARAM_ENTITY_PARSING_NEVER', 'XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE', 'features', 'native_encoding', 'version_info']

EXPAT_VERSION = 'expat_2.5.0'
version_info = (2, 5, 0)
native_encoding = 'UTF-8'
features = [('sizeof(XML_Char)', 1), ('sizeof(XML_LChar)', 1), ('XML_DTD', 0), ('XML_NS', 0)]
XML_PARAM_ENTITY_PARSING_NEVER, XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE, XML_PARAM_ENTITY_PARSING_ALWAYS = range(3)


class ExpatError(Exception):
    """What is wrong with a document: code, lineno and offset say more."""


ExpatError.__module__ = 'xml.parsers.expat'
error = ExpatError


def ErrorString(code, /):
    """The text of an error's number."""
    return ERRORS.get(code)


_NAMES = {
    1: 'NO_MEMORY', 2: 'SYNTAX', 3: 'NO_ELEMENTS', 4: 'INVALID_TOKEN', 5: 'UNCLOSED_TOKEN', 6: 'PARTIAL_CHAR', 7: 'TAG_MISMATCH', 8: 'DUPLICATE_ATTRIBUTE',
    9: 'JUNK_AFTER_DOC_ELEMENT', 10: 'PARAM_ENTITY_REF', 11: 'UNDEFINED_ENTITY', 12: 'RECURSIVE_ENTITY_REF', 13: 'ASYNC_ENTITY', 14: 'BAD_CHAR_REF',
    15: 'BINARY_ENTITY_REF', 16: 'ATTRIBUTE_EXTERNAL_ENTITY_REF', 17: 'MISPLACED_XML_PI', 18: 'UNKNOWN_ENCODING', 19: 'INCORRECT_ENCODING',
    20: 'UNCLOSED_CDATA_SECTION', 21: 'EXTERNAL_ENTITY_HANDLING', 22: 'NOT_STANDALONE', 23: 'UNEXPECTED_STATE', 24: 'ENTITY_DECLARED_IN_PE',
    25: 'FEATURE_REQUIRES_XML_DTD', 26: 'CANT_CHANGE_FEATURE_ONCE_PARSING', 27: 'UNBOUND_PREFIX', 28: 'UNDECLARING_PREFIX', 29: 'INCOMPLETE_PE', 30: 'XML_DECL',
    31: 'TEXT_DECL', 32: 'PUBLICID', 33: 'SUSPENDED', 34: 'NOT_SUSPENDED', 35: 'ABORTED', 36: 'FINISHED', 37: 'SUSPEND_PE', 38: 'RESERVED_PREFIX_XML',
    39: 'RESERVED_PREFIX_XMLNS', 40: 'RESERVED_NAMESPACE_URI', 41: 'INVALID_ARGUMENT', 42: 'NO_BUFFER', 43: 'AMPLIFICATION_LIMIT_BREACH'}


def _submodule(name, doc, **names):
    module = types.ModuleType('pyexpat.' + name, doc)
    vars(module).update(names)
    sys.modules[f'{__name__}.{name}'] = module
    return module


errors = _submodule('errors', "The texts of Expat's errors, as constants; codes and messages lead from one to the other.",
                    codes={text: code for code, text in ERRORS.items()}, messages=dict(ERRORS),
                    **{'XML_ERROR_' + _NAMES[code]: text for code, text in ERRORS.items()})
model = _submodule('model', 'Kinds and quantifiers in the content models of declared elements.', XML_CTYPE_EMPTY=1, XML_CTYPE_ANY=2, XML_CTYPE_MIXED=3,
                   XML_CTYPE_NAME=4, XML_CTYPE_CHOICE=5, XML_CTYPE_SEQ=6, XML_CQUANT_NONE=0, XML_CQUANT_OPT=1, XML_CQUANT_REP=2, XML_CQUANT_PLUS=3)

_HANDLERS = ('StartElementHandler', 'EndElementHandler', 'ProcessingInstructionHandler', 'CharacterDataHandler', 'UnparsedEntityDeclHandler',
             'NotationDeclHandler', 'StartNamespaceDeclHandler', 'EndNamespaceDeclHandler', 'CommentHandler', 'StartCdataSectionHandler',
             'EndCdataSectionHandler', 'DefaultHandler', 'DefaultHandlerExpand', 'NotStandaloneHandler', 'ExternalEntityRefHandler', 'StartDoctypeDeclHandler',
             'EndDoctypeDeclHandler', 'EntityDeclHandler', 'XmlDeclHandler', 'ElementDeclHandler', 'AttlistDeclHandler', 'SkippedEntityHandler')
_pieces = re.compile('[^\n]+|\n').findall


class _Target:
    """What the reader calls: passes events on to the handlers that the parser has."""

    def __init__(self, parser):
        self.parser = parser
        self.texts = []

    def call(self, name, *args):
        self.flush()
        handler = getattr(self.parser, name)
        if handler is not None:
            handler(*args)

    def flush(self):
        if self.texts:
            whole = ''.join(self.texts)
            self.texts.clear()
            handler = self.parser.CharacterDataHandler
            size = self.parser.buffer_size
            while whole and handler is not None:
                handler(whole[:size])
                whole = whole[size:]

    def fix(self, name):
        """The name, made one with its equals."""
        return self.parser.intern.setdefault(name, name)

    def xml_declaration(self, version, encoding, standalone):
        self.call('XmlDeclHandler', version, encoding, standalone)

    def start_doctype(self, name, system, public, subset):
        self.call('StartDoctypeDeclHandler', name, system, public, int(bool(subset)))

    def end_doctype(self):
        self.call('EndDoctypeDeclHandler')

    def entity(self, name, value):
        self.call('EntityDeclHandler', name, 0, value, self.parser._base, None, None, None)

    def start(self, name, attributes):
        if self.parser.ordered_attributes:
            given = [part for key, value in attributes for part in (self.fix(key), value)]
        else:
            given = {self.fix(key): value for key, value in attributes}
        self.call('StartElementHandler', self.fix(name), given)

    def end(self, name):
        self.call('EndElementHandler', self.fix(name))

    def text(self, text):
        parser = self.parser
        if parser.CharacterDataHandler is None:
            for name in ('DefaultHandlerExpand', 'DefaultHandler'):
                handler = getattr(parser, name)
                if handler is not None:
                    return handler(text)
        elif parser.buffer_text:
            self.texts.append(text)
        else:
            for piece in _pieces(text):
                parser.CharacterDataHandler(piece)

    def comment(self, text):
        self.call('CommentHandler', text)

    def instruction(self, target, text):
        self.call('ProcessingInstructionHandler', self.fix(target), text)

    def start_cdata(self):
        self.call('StartCdataSectionHandler')

    def end_cdata(self):
        self.call('EndCdataSectionHandler')

    def start_ns(self, prefix, uri):
        self.call('StartNamespaceDeclHandler', prefix, uri)

    def end_ns(self, prefix):
        self.call('EndNamespaceDeclHandler', prefix)

    def skipped(self, name):
        self.call('SkippedEntityHandler', name, 0)


class XMLParserType:
    """A parser: set handlers as attributes, then give it the document with Parse() or ParseFile()."""

    __slots__ = ('intern', 'buffer_text', 'buffer_size', 'ordered_attributes', 'specified_attributes', 'namespace_prefixes', '_encoding', '_separator',
                 '_base', '_given', '_reader', '_done', '_error', *_HANDLERS)

    def __init__(self, encoding=None, separator=None, intern=None):
        self.intern = {} if intern is None else intern
        self.buffer_text = self.ordered_attributes = self.specified_attributes = self.namespace_prefixes = False
        self.buffer_size = 8192
        self._encoding = encoding
        self._separator = separator
        self._base = None
        self._given = []
        self._reader = None
        self._done = False
        self._error = 0, 1, 0
        for name in _HANDLERS:
            setattr(self, name, None)

    def __repr__(self):
        return f'<pyexpat.xmlparser object at {id(self):#x}>'

    def Parse(self, data, isfinal=False, /):
        """Take a piece of the document; with the last one, read it."""
        if self._done:
            self._fail(36, *self._position())
        if isinstance(data, str):
            if self._encoding is None:
                self._encoding = 'utf-8'
            data = data.encode('utf-8', 'surrogatepass')
        self._given.append(bytes(data))
        if not isfinal:
            return 1
        self._done = True
        target = _Target(self)
        self._reader = Reader(target, self._separator, bool(self.namespace_prefixes and self._separator))
        try:
            self._reader.read(decode(b''.join(self._given), self._encoding))
        except XMLError as exc:
            target.flush()
            raise self._expat_error(exc.code, exc.lineno, exc.offset, str(exc)) from None
        target.flush()
        self._reader.event_place = self._reader.pos
        return 1

    def ParseFile(self, file, /):
        """Read the document from a file object."""
        read = getattr(file, 'read', None)
        if read is None:
            raise TypeError("argument must have 'read' attribute")
        while True:
            data = read(1 << 16)
            if not isinstance(data, (bytes, bytearray)):
                raise TypeError(f"read() did not return a bytes object (type={type(data).__name__})")
            if not data:
                return self.Parse(b'', True)
            self.Parse(data)

    def _expat_error(self, code, line, column, text):
        self._error = code, line, column
        exc = ExpatError(text)
        exc.code, exc.lineno, exc.offset = code, line, column
        return exc

    def _fail(self, code, line, column):
        raise self._expat_error(code, line, column, f'{ERRORS[code]}: line {line}, column {column}')

    def _position(self):
        return self._reader.place(self._reader.event_place) if self._reader else (1, 0)

    def SetBase(self, base, /):
        """Set what relative addresses are relative to."""
        self._base = base

    def GetBase(self):
        """What SetBase() was given, or None."""
        return self._base

    def GetInputContext(self):
        """The text around the event that is being handled, or None."""
        return None if self._reader is None else self._reader.text[self._reader.pos:].encode()

    def ExternalEntityParserCreate(self, context, encoding=None, /):
        """A parser for an external entity, with the handlers of this one."""
        parser = XMLParserType(encoding or self._encoding, self._separator, self.intern)
        for name in (*_HANDLERS, 'buffer_text', 'buffer_size', 'ordered_attributes', 'specified_attributes', 'namespace_prefixes'):
            setattr(parser, name, getattr(self, name))
        return parser

    def SetParamEntityParsing(self, flag, /):
        """Tell whether parameter entities are read. They never are here: 0 for anything but that."""
        return int(flag == XML_PARAM_ENTITY_PARSING_NEVER)

    def UseForeignDTD(self, flag=True, /):
        """Behave as if there were an external subset; there is none for this parser, so this changes nothing."""

    @property
    def CurrentLineNumber(self):
        return self._position()[0]

    @property
    def CurrentColumnNumber(self):
        return self._position()[1]

    @property
    def CurrentByteIndex(self):
        return -1 if self._reader is None else len(self._reader.text[:self._reader.event_place].encode('utf-8', 'surrogatepass'))

    @property
    def ErrorCode(self):
        return self._error[0]

    @property
    def ErrorLineNumber(self):
        return self._error[1] if self._error[0] else self._position()[0]

    @property
    def ErrorColumnNumber(self):
        return self._error[2] if self._error[0] else self._position()[1]

    @property
    def ErrorByteIndex(self):
        return self.CurrentByteIndex


XMLParserType.__name__ = XMLParserType.__qualname__ = 'xmlparser'
XMLParserType.__module__ = 'pyexpat'


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    """A new parser. With a separator it joins namespaces and names with it; `intern` is a dict of names that are shared."""
    if encoding is not None and not isinstance(encoding, str):
        raise TypeError(f"ParserCreate() argument 'encoding' must be str or None, not {type(encoding).__name__}")
    if namespace_separator is not None:
        if not isinstance(namespace_separator, str):
            raise TypeError(f"ParserCreate() argument 'namespace_separator' must be str or None, not {type(namespace_separator).__name__}")
        if len(namespace_separator) > 1:
            raise ValueError("namespace_separator must be at most one character, omitted, or None")
    return XMLParserType(encoding, namespace_separator, intern)
