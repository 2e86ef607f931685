"""Python interfaces to XML parsers.

This package contains one module:

expat -- events of a document, as James Clark's parser of that name gives them.
"""
