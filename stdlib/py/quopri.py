"""Quoted-printable text (RFC 1521): '=' and two hexadecimal digits for what mail may not carry."""

__all__ = ["encode", "decode", "encodestring", "decodestring"]

from binascii import a2b_qp, b2a_qp


def encode(input, output, quotetabs, header=False):
    """Encode one binary file into another.

    `quotetabs` also encodes spaces and tabs within lines; at the end of a line they always are. `header` writes a space
    as '_', as RFC 1522 has it.
    """
    output.write(b2a_qp(input.read(), quotetabs=quotetabs, header=header))


def encodestring(s, quotetabs=False, header=False):
    return b2a_qp(s, quotetabs=quotetabs, header=header)


def decode(input, output, header=False):
    """Decode one binary file into another; with `header` a '_' is a space."""
    output.write(a2b_qp(input.read(), header=header))


def decodestring(s, header=False):
    return a2b_qp(s, header=header)
