# XML is read whole
#
# `xml.etree.ElementTree` reads a document with a parser of its own when all of it is there: `iterparse` and `XMLPullParser` give the same events, but not before the end. `canonicalize` is left out. Of `xml.sax` there
# is `saxutils`; `xml.dom`, `xml.parsers.expat` and the rest of `xml.sax` are left out.
import xml.etree.ElementTree as ET

parser = ET.XMLPullParser(['start'])
parser.feed('<a><b/>')
print([element.tag for event, element in parser.read_events()])
parser.feed('</a>')
print([element.tag for event, element in parser.read_events()])
print(hasattr(ET, 'canonicalize'))
