"""XML: documents as trees and as streams of events.

dom -- the W3C's tree of nodes, in the small form of minidom
etree -- trees of elements, the handiest of them
parsers -- the expat interface, on a parser of this interpreter's own
sax -- events to handlers
"""

__all__ = ["dom", "parsers", "sax", "etree"]
