"""What can be wrong with a message. Defects are noted in its list `defects` and are raised only by a strict policy."""


class MessageError(Exception):
    """Base of the package's exceptions."""


class MessageParseError(MessageError):
    """Base of what parsing raises."""


class HeaderParseError(MessageParseError):
    """A header cannot be read."""


class BoundaryError(MessageParseError):
    """The last boundary was not found."""


class MultipartConversionError(MessageError, TypeError):
    """The message cannot be a multipart one."""


class CharsetError(MessageError):
    """A character set that is not known."""


class MessageDefect(ValueError):
    """Base of the defects."""

    def __init__(self, line=None):
        if line is not None:
            super().__init__(line)
        self.line = line


class NoBoundaryInMultipartDefect(MessageDefect): pass
class StartBoundaryNotFoundDefect(MessageDefect): pass
class CloseBoundaryNotFoundDefect(MessageDefect): pass
class FirstHeaderLineIsContinuationDefect(MessageDefect): pass
class MisplacedEnvelopeHeaderDefect(MessageDefect): pass
class MissingHeaderBodySeparatorDefect(MessageDefect): pass


MalformedHeaderDefect = MissingHeaderBodySeparatorDefect


class MultipartInvariantViolationDefect(MessageDefect): pass
class InvalidMultipartContentTransferEncodingDefect(MessageDefect): pass
class UndecodableBytesDefect(MessageDefect): pass
class InvalidBase64PaddingDefect(MessageDefect): pass
class InvalidBase64CharactersDefect(MessageDefect): pass
class InvalidBase64LengthDefect(MessageDefect): pass


class HeaderDefect(MessageDefect):
    """Base of the defects of headers."""

    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)


class InvalidHeaderDefect(HeaderDefect): pass
class HeaderMissingRequiredValue(HeaderDefect): pass


class NonPrintableDefect(HeaderDefect):
    """Characters that cannot be printed."""

    def __init__(self, non_printables):
        super().__init__(non_printables)
        self.non_printables = non_printables

    def __str__(self):
        return 'the following ASCII non-printables found in header: {}'.format(self.non_printables)


class ObsoleteHeaderDefect(HeaderDefect): pass
class NonASCIILocalPartDefect(HeaderDefect): pass
class InvalidDateDefect(HeaderDefect): pass
