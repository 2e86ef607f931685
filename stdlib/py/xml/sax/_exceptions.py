"""The exceptions of SAX."""


class SAXException(Exception):
    """An error or a warning, with the exception that is behind it, if any."""

    def __init__(self, msg, exception=None):
        self._msg = msg
        self._exception = exception
        Exception.__init__(self, msg)

    def getMessage(self):
        """What happened."""
        return self._msg

    def getException(self):
        """The exception behind this one, or None."""
        return self._exception

    def __str__(self):
        return self._msg

    def __getitem__(self, ix):
        raise AttributeError("__getitem__")


class SAXParseException(SAXException):
    """Something about a document, with the place where it is."""

    def __init__(self, msg, exception, locator):
        SAXException.__init__(self, msg, exception)
        self._locator = locator
        # A locator goes on with the parser: the place is taken now.
        self._systemId = locator.getSystemId()
        self._colnum = locator.getColumnNumber()
        self._linenum = locator.getLineNumber()

    def getColumnNumber(self):
        """The column where it ends."""
        return self._colnum

    def getLineNumber(self):
        """The line where it ends."""
        return self._linenum

    def getPublicId(self):
        """The public name of the document with the mistake, or None."""
        return self._locator.getPublicId()

    def getSystemId(self):
        """The address of the document with the mistake, or None."""
        return self._systemId

    def __str__(self):
        def shown(value):
            return '?' if value is None else value
        return f'{self.getSystemId() or "<unknown>"}:{shown(self._linenum)}:{shown(self._colnum)}: {self._msg}'


class SAXNotRecognizedException(SAXException):
    """The reader does not know a feature or property."""


class SAXNotSupportedException(SAXException):
    """The reader knows a feature or property but cannot give it that value."""


class SAXReaderNotAvailable(SAXNotSupportedException):
    """The parser cannot be loaded."""
