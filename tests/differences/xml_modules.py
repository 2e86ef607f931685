# XML is read whole
#
# `xml.etree.ElementTree`, `xml.parsers.expat`, `xml.sax` and `xml.dom` read a document with a parser of their own when all of it is there: `iterparse`, `XMLPullParser`, `Parse` and `feed` give the same events, but not before the end.
# `canonicalize` is left out.
import xml.etree.ElementTree as ET

parser = ET.XMLPullParser(['start'])
parser.feed('<a><b/>')
print([element.tag for event, element in parser.read_events()])
parser.feed('</a>')
print([element.tag for event, element in parser.read_events()])
print(hasattr(ET, 'canonicalize'))
