"""Text or bytes to messages. What is malformed gives no exception but an entry in the message's list of defects."""

__all__ = ['Parser', 'HeaderParser', 'BytesParser', 'BytesHeaderParser', 'FeedParser', 'BytesFeedParser']

import io

from email.feedparser import FeedParser, BytesFeedParser


class Parser:
    """Parses text. _class makes the message objects."""

    def __init__(self, _class=None, *, policy=None):
        self._class = _class
        self.policy = policy

    def parse(self, fp, headersonly=False):
        """The message in a text file."""
        feeder = FeedParser(self._class, policy=self.policy)
        if headersonly:
            feeder._headersonly = True
        while data := fp.read(8192):
            feeder.feed(data)
        return feeder.close()

    def parsestr(self, text, headersonly=False):
        """The message that a text is."""
        return self.parse(io.StringIO(text), headersonly=headersonly)


class HeaderParser(Parser):
    """Parses the headers only; the rest is the payload."""

    def parse(self, fp, headersonly=True):
        return Parser.parse(self, fp, True)

    def parsestr(self, text, headersonly=True):
        return Parser.parsestr(self, text, True)


class BytesParser:
    """Parses bytes."""

    def __init__(self, *args, **kw):
        self.parser = Parser(*args, **kw)

    def parse(self, fp, headersonly=False):
        """The message in a binary file."""
        return self.parsebytes(fp.read(), headersonly)

    def parsebytes(self, text, headersonly=False):
        """The message that bytes are."""
        return self.parser.parsestr(text.decode('ASCII', errors='surrogateescape'), headersonly)


class BytesHeaderParser(BytesParser):
    """Parses the headers only."""

    def parse(self, fp, headersonly=True):
        return BytesParser.parse(self, fp, headersonly=True)

    def parsebytes(self, text, headersonly=True):
        return BytesParser.parsebytes(self, text, headersonly=True)
