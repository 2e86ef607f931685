"""Character sets of messages: their names, codecs and how headers and bodies in them are encoded."""

__all__ = ['Charset', 'add_alias', 'add_charset', 'add_codec']

EMPTYSTRING = ''
RFC2047_CHROME_LEN = 7
QP = 1
BASE64 = 2
SHORTEST = 3
DEFAULT_CHARSET = 'us-ascii'
UNKNOWN8BIT = 'unknown-8bit'

# name: (encoding of headers, encoding of bodies, charset of what is written)
CHARSETS = {name: (QP, QP, None) for name in (
    'iso-8859-1', 'iso-8859-2', 'iso-8859-3', 'iso-8859-4', 'iso-8859-9', 'iso-8859-10', 'iso-8859-13', 'iso-8859-14', 'iso-8859-15',
    'iso-8859-16', 'windows-1252', 'viscii')}
CHARSETS.update({
    'us-ascii': (None, None, None), 'big5': (BASE64, BASE64, None), 'gb2312': (BASE64, BASE64, None), 'koi8-r': (BASE64, BASE64, None),
    'euc-jp': (BASE64, None, 'iso-2022-jp'), 'shift_jis': (BASE64, None, 'iso-2022-jp'), 'iso-2022-jp': (BASE64, None, None),
    'utf-8': (SHORTEST, BASE64, 'utf-8')})
_LATIN = {1: 1, 2: 2, 3: 3, 4: 4, 5: 9, 6: 10, 7: 13, 8: 14, 9: 15, 10: 16}
ALIASES = {'latin%s%d' % (sign, n): 'iso-8859-%d' % part for n, part in _LATIN.items() for sign in '_-'}
ALIASES.update({'cp949': 'ks_c_5601-1987', 'euc_jp': 'euc-jp', 'euc_kr': 'euc-kr', 'ascii': 'us-ascii'})
CODEC_MAP = {'us-ascii': None}


def encode_text(text, codec):
    """The text in a codec; in the unknown one the bytes that it was made of."""
    return text.encode('ascii', 'surrogateescape') if codec == UNKNOWN8BIT else text.encode(codec)


def add_charset(charset, header_enc=None, body_enc=None, output_charset=None):
    """Say how headers and bodies in a character set are encoded."""
    if body_enc == SHORTEST:
        raise ValueError('SHORTEST not allowed for body_enc')
    CHARSETS[charset] = (header_enc, body_enc, output_charset)


def add_alias(alias, canonical):
    """Another name of a character set."""
    ALIASES[alias] = canonical


def add_codec(charset, codecname):
    """The codec that a character set is decoded with."""
    CODEC_MAP[charset] = codecname


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
        self.input_charset = ALIASES.get(name, name)
        self.header_encoding, self.body_encoding, converted = CHARSETS.get(self.input_charset, (SHORTEST, BASE64, None))
        converted = converted or self.input_charset
        self.output_charset = ALIASES.get(converted, converted)
        self.input_codec = CODEC_MAP.get(self.input_charset, self.input_charset)
        self.output_codec = CODEC_MAP.get(self.output_charset, self.output_charset)

    def __repr__(self):
        return self.input_charset.lower()

    __str__ = __repr__

    def __eq__(self, other):
        return str(self) == str(other).lower()

    def __hash__(self):
        return hash(str(self))

    def get_output_charset(self):
        """The name that goes into the message."""
        return self.output_charset or self.input_charset

    def get_body_encoding(self):
        """The name of the transfer encoding, or a function that encodes a message."""
        if self.body_encoding == QP:
            return 'quoted-printable'
        if self.body_encoding == BASE64:
            return 'base64'
        from email.encoders import encode_7or8bit
        return encode_7or8bit

    def _encoder(self, data):
        """The module that encodes bytes of a header, None if they stand as they are."""
        from email import base64mime, quoprimime
        if self.header_encoding == SHORTEST:
            return base64mime if base64mime.header_length(data) < quoprimime.header_length(data) else quoprimime
        return {BASE64: base64mime, QP: quoprimime}.get(self.header_encoding)

    def header_encode(self, string):
        """A text as one encoded word."""
        codec = self.output_codec or 'us-ascii'
        data = encode_text(string, codec)
        encoder = self._encoder(data)
        return string if encoder is None else encoder.header_encode(data, codec)

    def header_encode_lines(self, string, maxlengths):
        """A text as encoded words, each no longer than what `maxlengths` yields. The first is None if nothing fits on the first line."""
        codec = self.output_codec or 'us-ascii'
        encoder = self._encoder(encode_text(string, codec))
        extra = len(self.get_output_charset()) + 7
        lines, start = [], 0
        room = next(maxlengths) - extra
        for i in range(len(string)):
            if encoder.header_length(encode_text(string[start:i + 1], self.get_output_charset())) > room:
                if not lines and start == i:
                    lines.append(None)
                else:
                    lines.append(encoder.header_encode(encode_text(string[start:i], codec), codec))
                start = i
                room = next(maxlengths) - extra
        lines.append(encoder.header_encode(encode_text(string[start:], codec), codec))
        return lines

    def body_encode(self, string):
        """A body in its transfer encoding."""
        if not string:
            return string
        if self.body_encoding == BASE64:
            from email import base64mime
            return base64mime.body_encode(string.encode(self.output_charset) if isinstance(string, str) else string)
        if self.body_encoding == QP:
            from email import quoprimime
            data = string.encode(self.output_charset) if isinstance(string, str) else string
            return quoprimime.body_encode(data.decode('latin-1'))
        if isinstance(string, str):
            return string.encode(self.output_charset).decode('ascii')
        return string.decode('ascii', 'surrogateescape')
