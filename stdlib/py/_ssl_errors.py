"""The exceptions of ssl, which _ssl raises."""
# like native code


class SSLError(OSError):
    """What the TLS library says went wrong."""

    __module__ = 'ssl'

    def __str__(self):
        return self.strerror if isinstance(self.strerror, str) else str(self.args)


class SSLCertVerificationError(SSLError, ValueError):
    """The certificate of the other side does not convince."""

    __module__ = 'ssl'


class SSLZeroReturnError(SSLError):
    """The other side ended the TLS session in good order."""

    __module__ = 'ssl'


class SSLWantReadError(SSLError):
    """The TLS library waits for bytes from a non-blocking socket: try again when it is readable."""

    __module__ = 'ssl'


class SSLWantWriteError(SSLError):
    """The TLS library waits to send bytes on a non-blocking socket: try again when it is writable."""

    __module__ = 'ssl'


class SSLSyscallError(SSLError):
    """The system refused what the TLS library asked of it."""

    __module__ = 'ssl'


class SSLEOFError(SSLError):
    """The other side hung up in the middle of a TLS session."""

    __module__ = 'ssl'
