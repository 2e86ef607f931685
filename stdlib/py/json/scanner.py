"""The scanner that a decoder reads with: make_scanner(decoder)(text, index) returns a value and the index behind it."""

from _json import make_scanner

__all__ = ['make_scanner']

c_make_scanner = make_scanner
