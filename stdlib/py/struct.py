"""Python values as the bytes of C structs, and back.

A format begins with the byte order: @ (the machine's order, sizes and alignment; the default), = (its order, standard sizes), < (little-endian),
> or ! (big-endian). Then come codes, each of which may have a count before it: x pad byte, c char, b B signed and unsigned byte, ? bool,
h H short, i I int, l L long, q Q long long, n N ssize_t and size_t, P pointer, e f d floats, s bytes, p bytes with their length before them.
"""

from _struct import *
from _struct import _clearcache

__all__ = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct', 'error']
