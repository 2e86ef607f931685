# SAX: events with and without namespaces, lexical events, errors with places, XMLGenerator and filters.
import io
import xml.sax
from xml.sax import handler, saxutils, xmlreader

DOCUMENT = '''<?xml version="1.0"?>
<!DOCTYPE shop [<!ENTITY firm "Smith &amp; Sons">]>
<!-- the stock -->
<shop xmlns:p="urn:price" open="yes"><item p:of="3" name='a "b"'>Tea &firm;
 &#65;<![CDATA[<raw>]]></item><?print now?><p:empty/></shop>'''


class Log(handler.ContentHandler):
    def startDocument(self):
        print('begin')

    def endDocument(self):
        print('end')

    def startElement(self, name, attrs):
        print('start', name, sorted(attrs.items()), self._locator.getLineNumber(), len(attrs), attrs.get('none', 'default'), 'open' in attrs)

    def endElement(self, name):
        print('stop', name)

    def startElementNS(self, name, qname, attrs):
        print('startNS', name, qname, sorted((str(k), v) for k, v in attrs.items()), attrs.getQNames())

    def endElementNS(self, name, qname):
        print('stopNS', name)

    def startPrefixMapping(self, prefix, uri):
        print('prefix', prefix, uri)

    def endPrefixMapping(self, prefix):
        print('no prefix', prefix)

    def characters(self, content):
        print('text', repr(content))

    def processingInstruction(self, target, data):
        print('instruction', target, data)


class Lexical(handler.LexicalHandler):
    def comment(self, content):
        print('comment', content)

    def startDTD(self, *args):
        print('dtd', args)

    def endDTD(self):
        print('end of dtd')

    def startCDATA(self):
        print('cdata')

    def endCDATA(self):
        print('end of cdata')


xml.sax.parseString(DOCUMENT, Log())
print('---')
parser = xml.sax.make_parser()
parser.setFeature(handler.feature_namespaces, True)
parser.setContentHandler(Log())
parser.setProperty(handler.property_lexical_handler, Lexical())
parser.parse(io.BytesIO(DOCUMENT.encode()))
print('---')
for wrong in ('<a><b></a>', '', '<a>&none;</a>', '<a', 'text', '<a x="1" x="2"/>', '<a/><b/>'):
    try:
        xml.sax.parseString(wrong, handler.ContentHandler())
    except xml.sax.SAXParseException as error:
        print(repr(wrong), error, error.getLineNumber(), error.getColumnNumber(), error.getMessage(), type(error.getException()).__name__)

print('---')
out = io.StringIO()
writer = saxutils.XMLGenerator(out, 'utf-8')
writer.startDocument()
writer.startElement('a', {'x': '1 < 2', 'y': 'say "hi"'})
writer.characters('one & two')
writer.ignorableWhitespace(' ')
writer.startElement('empty', {})
writer.endElement('empty')
writer.processingInstruction('go', 'on')
writer.endElement('a')
writer.endDocument()
print(out.getvalue())
out = io.BytesIO()
writer = saxutils.XMLGenerator(out, 'ascii', short_empty_elements=True)
writer.startDocument()
writer.startPrefixMapping('n', 'urn:n')
writer.startElementNS(('urn:n', 'root'), 'n:root', {(None, 'plain'): 'é', ('urn:n', 'own'): '2'})
writer.startElementNS((None, 'child'), 'child', {})
writer.endElementNS((None, 'child'), 'child')
writer.endElementNS(('urn:n', 'root'), 'n:root')
writer.endPrefixMapping('n')
writer.endDocument()
print(out.getvalue())


class Upper(saxutils.XMLFilterBase):
    def startElement(self, name, attrs):
        super().startElement(name.upper(), attrs)

    def endElement(self, name):
        super().endElement(name.upper())


out = io.StringIO()
chain = Upper(xml.sax.make_parser())
chain.setContentHandler(saxutils.XMLGenerator(out, short_empty_elements=True))
source = xmlreader.InputSource('memory')
source.setCharacterStream(io.StringIO('<a><b k="v"/>t</a>'))
chain.parse(source)
print(out.getvalue())
print(saxutils.escape('<a & "b">'), saxutils.quoteattr('a\n"b"'), saxutils.unescape('&lt;&amp;lt;'), saxutils.escape('x', {'x': 'y'}))

for name in (handler.feature_validation, 'urn:unknown'):
    try:
        parser.setFeature(name, True)
    except xml.sax.SAXException as error:
        print(type(error).__name__, error)
try:
    parser.getProperty('urn:unknown')
except xml.sax.SAXNotRecognizedException as error:
    print(error, error.getException())
attributes = xmlreader.AttributesImpl({'a': '1', 'b': '2'})
print(attributes.getLength(), attributes.getNames(), attributes.getValue('b'), attributes.getType('a'), attributes.copy().items())
