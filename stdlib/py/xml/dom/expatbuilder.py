"""Reading for minidom: handlers of xml.parsers.expat that build the tree."""

from xml.dom import XMLNS_NAMESPACE
from xml.dom.minidom import Attr, CDATASection, Document, DOMImplementation, Element, Text
from xml.parsers import expat


class ExpatBuilder:
    """Builds a Document. Namespaces are worked out from the attributes that declare them, so that these stay in the tree."""

    def __init__(self, namespaces=True):
        self.namespaces = namespaces
        self.document = Document()
        self.current = self.document
        self.scopes = [{'xml': 'http://www.w3.org/XML/1998/namespace', 'xmlns': XMLNS_NAMESPACE}]
        self.cdata = False
        self.in_doctype = False
        self.parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.CommentHandler = self.comment
        parser.ProcessingInstructionHandler = self.instruction
        parser.StartCdataSectionHandler = lambda: setattr(self, 'cdata', True)
        parser.EndCdataSectionHandler = lambda: setattr(self, 'cdata', False)
        parser.StartDoctypeDeclHandler = self.doctype
        parser.EndDoctypeDeclHandler = self.end_doctype
        parser.XmlDeclHandler = self.declaration

    def add(self, node):
        node.ownerDocument = self.document
        self.current.appendChild(node)
        return node

    def declaration(self, version, encoding, standalone):
        self.document.version = version
        self.document.encoding = encoding
        if standalone >= 0:
            self.document.standalone = bool(standalone)

    def doctype(self, name, system, public, subset):
        node = self.document.implementation.createDocumentType(name, public, system)
        node.name = node.nodeName = name
        self.add(node)
        self.document.doctype = node
        self.in_doctype = True

    def end_doctype(self):
        self.in_doctype = False
        self.document.doctype.internalSubset = self.parser._reader.subset

    def start(self, name, attributes):
        scope = self.scopes[-1]
        pairs = list(zip(attributes[::2], attributes[1::2]))
        if self.namespaces:
            declared = {key[6:]: value for key, value in pairs if key == 'xmlns' or key.startswith('xmlns:')}
            if declared:
                scope = {**scope, **declared}
            self.scopes.append(scope)
            prefix, colon, _ = name.partition(':')
            if colon and prefix not in scope:
                self.unbound()
            element = Element(name, scope.get(prefix if colon else '') or None, prefix if colon else None)
        else:
            element = Element(name)
        self.add(element)
        for key, value in sorted(pairs, key=lambda pair: not (pair[0] == 'xmlns' or pair[0].startswith('xmlns:'))) if self.namespaces else pairs:
            uri = prefix = local = None
            if self.namespaces:
                prefix, colon, local = key.partition(':')
                if key == 'xmlns':
                    uri, prefix, local = XMLNS_NAMESPACE, None, 'xmlns'
                elif colon:
                    if prefix not in scope:
                        self.unbound()
                    uri = scope[prefix]
                else:
                    prefix, local = None, key
            attr = Attr(key, uri, local, prefix)
            attr.ownerDocument = self.document
            attr.specified = True
            attr.ownerElement = element
            attr.childNodes[0].data = value
            attr.childNodes[0].ownerDocument = self.document
            element._attrs[key] = attr
        self.current = element

    def unbound(self):
        self.parser._fail(27, *self.parser._position())

    def end(self, name):
        if self.namespaces:
            self.scopes.pop()
        self.current = self.current.parentNode

    def text(self, data):
        children = self.current.childNodes
        if self.cdata:
            if children and children[-1].nodeType == CDATASection.nodeType and self.cdata == 'begun':
                children[-1].appendData(data)
                return
            self.cdata = 'begun'
            node = CDATASection()
        elif children and children[-1].nodeType == Text.nodeType:
            children[-1].appendData(data)
            return
        else:
            node = Text()
        node._data = data
        self.add(node)

    def comment(self, data):
        if not self.in_doctype:
            self.add(self.document.createComment(data))

    def instruction(self, target, data):
        if not self.in_doctype:
            self.add(self.document.createProcessingInstruction(target, data))

    def parseFile(self, file):
        """Read a file object that is open."""
        self.parser.ParseFile(file)
        return self.document

    def parseString(self, string):
        """Read a str or bytes."""
        self.parser.Parse(string, True)
        return self.document


def parse(file, namespaces=True):
    """The Document of a file or a file object."""
    builder = ExpatBuilder(namespaces)
    if isinstance(file, str) or hasattr(file, '__fspath__'):
        with open(file, 'rb') as stream:
            return builder.parseFile(stream)
    data = file.read()
    return builder.parseString(data)


def parseString(string, namespaces=True):
    """The Document of a str or bytes."""
    return ExpatBuilder(namespaces).parseString(string)


theDOMImplementation = DOMImplementation()
