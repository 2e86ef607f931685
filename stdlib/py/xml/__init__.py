"""Core XML support for Python.

This package contains these sub-packages:

dom -- The W3C Document Object Model, in the small form of minidom.

parsers -- The expat interface, on a parser of this interpreter's own.

sax -- The Simple API for XML: events to handlers.

etree -- The ElementTree XML library.
"""

__all__ = ["dom", "parsers", "sax", "etree"]
