"""A document as a stream of events with nodes, of which the interesting ones are expanded to trees."""

import xml.sax
import xml.sax.handler
from xml.dom import minidom

START_ELEMENT = "START_ELEMENT"
END_ELEMENT = "END_ELEMENT"
COMMENT = "COMMENT"
START_DOCUMENT = "START_DOCUMENT"
END_DOCUMENT = "END_DOCUMENT"
PROCESSING_INSTRUCTION = "PROCESSING_INSTRUCTION"
IGNORABLE_WHITESPACE = "IGNORABLE_WHITESPACE"
CHARACTERS = "CHARACTERS"


class PullDOM(xml.sax.ContentHandler):
    """Makes nodes of SAX events and keeps them with the name of the event."""

    def __init__(self, documentFactory=None):
        xml.sax.ContentHandler.__init__(self)
        self.documentFactory = documentFactory or minidom
        self.events = []
        self.document = None
        self.open = []
        self.declared = []
        self.prefixes = [{'http://www.w3.org/XML/1998/namespace': 'xml'}]

    def startDocument(self):
        self.document = minidom.Document()
        self.events.append((START_DOCUMENT, self.document))

    def endDocument(self):
        self.events.append((END_DOCUMENT, self.document))

    def startPrefixMapping(self, prefix, uri):
        self.declared.append((prefix, uri))
        self.prefixes.append({**self.prefixes[-1], uri: prefix})

    def endPrefixMapping(self, prefix):
        self.prefixes.pop()

    def _written(self, pair):
        uri, local = pair
        prefix = self.prefixes[-1].get(uri) if uri else None
        return f'{prefix}:{local}' if prefix else local

    def startElement(self, name, attrs):
        self._start(self.document.createElement(name), [(None, key, value) for key, value in attrs.items()])

    def startElementNS(self, name, tagName, attrs):
        element = self.document.createElementNS(name[0], self._written(name))
        for prefix, uri in self.declared:
            element.setAttributeNS('http://www.w3.org/2000/xmlns/', 'xmlns:' + prefix if prefix else 'xmlns', uri)
        self.declared = []
        self._start(element, [(pair[0], self._written(pair), value) for pair, value in attrs.items()])

    def _start(self, element, attributes):
        for uri, name, value in attributes:
            element.setAttributeNS(uri, name, value)
        self.open.append(element)
        self.events.append((START_ELEMENT, element))

    def endElement(self, name):
        self.events.append((END_ELEMENT, self.open.pop()))

    def endElementNS(self, name, tagName):
        self.endElement(tagName)

    def comment(self, s):
        self.events.append((COMMENT, (self.document or minidom.Document()).createComment(s)))

    def processingInstruction(self, target, data):
        self.events.append((PROCESSING_INSTRUCTION, (self.document or minidom.Document()).createProcessingInstruction(target, data)))

    def ignorableWhitespace(self, chars):
        self.events.append((IGNORABLE_WHITESPACE, self.document.createTextNode(chars)))

    def characters(self, chars):
        self.events.append((CHARACTERS, self.document.createTextNode(chars)))

    def startDTD(self, name, public_id, system_id):
        """The document type is not an event."""

    endDTD = startCDATA = endCDATA = lambda self: None


class DOMEventStream:
    """Iterates over pairs of event and node."""

    def __init__(self, stream, parser, bufsize):
        self.stream = stream
        self.parser = parser
        self.bufsize = bufsize
        self.reset()

    def reset(self):
        """Begin anew."""
        self.pulldom = PullDOM()
        self.parser.setFeature(xml.sax.handler.feature_namespaces, 1)
        self.parser.setContentHandler(self.pulldom)
        try:
            self.parser.setProperty(xml.sax.handler.property_lexical_handler, self.pulldom)
        except xml.sax.SAXException:
            pass
        self._next = 0
        self._complete = False

    def __iter__(self):
        return self

    def __next__(self):
        event = self.getEvent()
        if event is None:
            raise StopIteration
        return event

    def getEvent(self):
        """The next event, or None."""
        events = self.pulldom.events
        while self._next >= len(events):
            if self._complete:
                return None
            data = self.stream.read(self.bufsize)
            if data:
                self.parser.feed(data)
            else:
                self._complete = True
                self.parser.close()
                del events[-1:]         # the end of the stream says as much as END_DOCUMENT
        self._next += 1
        return events[self._next - 1]

    def expandNode(self, node):
        """Read on to the end of the node and put all that comes into it."""
        parents = [node]
        while (event := self.getEvent()) is not None:
            token, each = event
            if each is node:
                return
            if token == END_ELEMENT:
                parents.pop()
            elif token != END_DOCUMENT:
                parents[-1].appendChild(each)
                if token == START_ELEMENT:
                    parents.append(each)

    def clear(self):
        """Give parser and stream back."""
        self.parser = self.stream = None
        self.pulldom.events.clear()


default_bufsize = (2 ** 14) - 20


def parse(stream_or_string, parser=None, bufsize=None):
    """The events of a file or a file object."""
    stream = open(stream_or_string, 'rb') if isinstance(stream_or_string, str) else stream_or_string
    return DOMEventStream(stream, parser or xml.sax.make_parser(), bufsize or default_bufsize)


def parseString(string, parser=None):
    """The events of a document that is a str."""
    import io
    return DOMEventStream(io.StringIO(string), parser or xml.sax.make_parser(), len(string) or default_bufsize)


def document_of(events):
    """The whole document of a stream of events."""
    token, document = events.getEvent()
    events.expandNode(document)
    events.clear()
    return document
