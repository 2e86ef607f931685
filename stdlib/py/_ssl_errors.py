"""The exceptions of ssl, which _ssl raises."""
# like native code


class SSLError(OSError):
    """An error occurred in the SSL implementation."""

    __module__ = 'ssl'

    def __str__(self):
        return self.strerror if isinstance(self.strerror, str) else str(self.args)


class SSLCertVerificationError(SSLError, ValueError):
    """A certificate could not be verified."""

    __module__ = 'ssl'


class SSLZeroReturnError(SSLError):
    """SSL/TLS session closed cleanly."""

    __module__ = 'ssl'


class SSLWantReadError(SSLError):
    """Non-blocking SSL socket needs to read more data\nbefore the requested operation can be completed."""

    __module__ = 'ssl'


class SSLWantWriteError(SSLError):
    """Non-blocking SSL socket needs to write more data\nbefore the requested operation can be completed."""

    __module__ = 'ssl'


class SSLSyscallError(SSLError):
    """System error when attempting SSL operation."""

    __module__ = 'ssl'


class SSLEOFError(SSLError):
    """SSL/TLS connection terminated abruptly."""

    __module__ = 'ssl'
