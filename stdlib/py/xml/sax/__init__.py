"""Simple API for XML (SAX) implementation for Python.

This interpreter has the helpers of xml.sax.saxutils. Documents are read with xml.etree.ElementTree, whose XMLParser calls the methods of
any target object.
"""
