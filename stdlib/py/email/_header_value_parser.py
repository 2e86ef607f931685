"""Parts of header values by the names under which programs know them: each function reads one part at the start of a text and returns
it with the rest of the text."""

from email import _header_parts as parts
from email.errors import HeaderParseError


def get_mailbox(value):
    """`Name <local@domain>` or `local@domain`; HeaderParseError if it is neither."""
    reader = parts.Reader(value)
    box = parts.mailbox(reader, ',')
    if box.kind != 'mailbox':
        raise HeaderParseError("expected mailbox but found '{}'".format(value))
    return box, reader.rest()


def get_addr_spec(value):
    """`local@domain`."""
    reader = parts.Reader(value)
    spec = parts.addr_spec(reader)
    if spec.domain is None:
        raise HeaderParseError("expected '@' but found '{}'".format(reader.rest()))
    return spec, reader.rest()


def get_address_list(value):
    """All of a text: addresses and groups, with defects where it is neither."""
    return parts.address_list(value), ''


def get_unstructured(value):
    """All of a text, with its encoded words decoded."""
    return parts.unstructured(value)
