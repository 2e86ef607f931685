"""Character sets of messages: their names, codecs and how headers and bodies in them are encoded."""

__all__ = ['Charset', 'add_alias', 'add_charset', 'add_codec']

QP = 1
BASE64 = 2
SHORTEST = 3
DEFAULT_CHARSET = 'us-ascii'
UNKNOWN8BIT = 'unknown-8bit'

# name: (encoding of headers, encoding of bodies)
_ENCODINGS = {'iso-8859-1': (QP, QP), 'iso-8859-2': (QP, QP), 'iso-8859-15': (QP, QP), 'windows-1252': (QP, QP),
              'us-ascii': (None, None), 'utf-8': (SHORTEST, BASE64), 'big5': (BASE64, BASE64), 'koi8-r': (BASE64, BASE64),
              'gb2312': (BASE64, BASE64)}
_ALIASES = {'latin_1': 'iso-8859-1', 'latin-1': 'iso-8859-1', 'ascii': 'us-ascii', 'utf8': 'utf-8', 'latin_2': 'iso-8859-2'}
_CODECS = {'us-ascii': None}


def add_charset(charset, header_enc=None, body_enc=None, output_charset=None):
    """Say how headers and bodies in a character set are encoded."""
    if body_enc == SHORTEST:
        raise ValueError('SHORTEST not allowed for body_enc')
    _ENCODINGS[charset] = (header_enc, body_enc)


def add_alias(alias, canonical):
    """Another name of a character set."""
    _ALIASES[alias] = canonical


def add_codec(charset, codecname):
    """The codec that a character set is decoded with."""
    _CODECS[charset] = codecname


class Charset:
    """A character set. str() is its name."""

    def __init__(self, input_charset=DEFAULT_CHARSET):
        from email import errors
        try:
            if isinstance(input_charset, str):
                input_charset.encode('ascii')
            else:
                input_charset = str(input_charset, 'ascii')
        except UnicodeError:
            raise errors.CharsetError(input_charset)
        name = input_charset.lower()
        self.input_charset = self.output_charset = _ALIASES.get(name, name)
        header, body = _ENCODINGS.get(self.input_charset, (SHORTEST, BASE64))
        self.header_encoding = {QP: 'q', BASE64: 'b', SHORTEST: 'shortest', None: None}[header]
        self.body_encoding = body
        self.input_codec = _CODECS.get(self.input_charset, self.input_charset)
        self.output_codec = self.input_codec

    def __repr__(self):
        return self.input_charset.lower()

    __str__ = __repr__

    def __eq__(self, other):
        return str(self) == str(other).lower()

    def __hash__(self):
        return hash(str(self))

    def get_output_charset(self):
        """The name that goes into the message."""
        return self.output_charset

    def get_body_encoding(self):
        """The name of the transfer encoding, or a function that encodes a message."""
        if self.body_encoding == QP:
            return 'quoted-printable'
        if self.body_encoding == BASE64:
            return 'base64'
        from email.encoders import encode_7or8bit
        return encode_7or8bit

    def body_encode(self, text):
        """A body in its transfer encoding."""
        import binascii
        from email.encoders import _base64_lines
        if isinstance(text, str):
            data = text.encode(self.output_charset)
        else:
            data = text
        if self.body_encoding == BASE64:
            return _base64_lines(data)
        if self.body_encoding == QP:
            from email.encoders import quoted_printable
            return quoted_printable(data)
        return data.decode('ascii', 'surrogateescape')
