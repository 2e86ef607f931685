"""The classes that transports derive from: what a protocol may ask of the thing it talks through."""

__all__ = ('BaseTransport', 'ReadTransport', 'WriteTransport', 'Transport', 'DatagramTransport', 'SubprocessTransport')


class BaseTransport:
    """What all transports have."""

    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        """Something about the transport under a name such as 'socket' or 'peername', or default."""
        return self._extra.get(name, default)

    def is_closing(self):
        """True once the transport is closed or about to be."""
        raise NotImplementedError

    def close(self):
        """Send what is buffered, then close; the protocol's connection_lost(None) comes later."""
        raise NotImplementedError

    def set_protocol(self, protocol):
        """Have another protocol from now on."""
        raise NotImplementedError

    def get_protocol(self):
        """The protocol in use."""
        raise NotImplementedError


class ReadTransport(BaseTransport):
    """A transport to read from."""

    def is_reading(self):
        """True while the protocol gets data."""
        raise NotImplementedError

    def pause_reading(self):
        """No data for the protocol until resume_reading()."""
        raise NotImplementedError

    def resume_reading(self):
        """Undo pause_reading()."""
        raise NotImplementedError


class WriteTransport(BaseTransport):
    """A transport to write to."""

    def set_write_buffer_limits(self, high=None, low=None):
        """Set the marks at which the protocol is told to pause and to go on; zero for high means never to buffer in peace."""
        raise NotImplementedError

    def get_write_buffer_size(self):
        """Bytes in the write buffer."""
        raise NotImplementedError

    def get_write_buffer_limits(self):
        """(low, high)."""
        raise NotImplementedError

    def write(self, data):
        """Write bytes, now or as soon as the other side takes them. Never waits."""
        raise NotImplementedError

    def writelines(self, list_of_data):
        """Write all the pieces."""
        self.write(b''.join(list_of_data))

    def write_eof(self):
        """Close the writing half once the buffer is empty."""
        raise NotImplementedError

    def can_write_eof(self):
        """Is there write_eof()?"""
        raise NotImplementedError

    def abort(self):
        """Close at once; what is buffered is lost."""
        raise NotImplementedError


class Transport(ReadTransport, WriteTransport):
    """A transport for both directions."""


class DatagramTransport(BaseTransport):
    """A transport of datagrams."""

    def sendto(self, data, addr=None):
        """Send one datagram, to addr or to the peer that the endpoint was made for."""
        raise NotImplementedError

    def abort(self):
        """Close at once; what is buffered is lost."""
        raise NotImplementedError


class SubprocessTransport(BaseTransport):
    """What a SubprocessProtocol knows its child process by."""

    def get_pid(self):
        raise NotImplementedError

    def get_returncode(self):
        """The exit status, negative for a signal, or None while the process runs."""
        raise NotImplementedError

    def get_pipe_transport(self, fd):
        """The transport of the pipe at the child's descriptor fd."""
        raise NotImplementedError

    def send_signal(self, signal):
        raise NotImplementedError

    def terminate(self):
        raise NotImplementedError

    def kill(self):
        raise NotImplementedError


class _FlowControlMixin(Transport):
    """Water marks for transports written in Python, which have get_write_buffer_size, _loop and _protocol."""

    def __init__(self, extra=None, loop=None):
        super().__init__(extra)
        self._loop = loop
        self._protocol_paused = False
        self._set_write_buffer_limits()

    def _tell_protocol(self, method):
        try:
            getattr(self._protocol, method)()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._loop.call_exception_handler({
                'message': f'protocol.{method}() failed',
                'exception': exc,
                'transport': self,
                'protocol': self._protocol,
            })

    def _maybe_pause_protocol(self):
        if self.get_write_buffer_size() > self._high_water and not self._protocol_paused:
            self._protocol_paused = True
            self._tell_protocol('pause_writing')

    def _maybe_resume_protocol(self):
        if self._protocol_paused and self.get_write_buffer_size() <= self._low_water:
            self._protocol_paused = False
            self._tell_protocol('resume_writing')

    def get_write_buffer_limits(self):
        return self._low_water, self._high_water

    def _set_write_buffer_limits(self, high=None, low=None):
        if high is None:
            high = 64 * 1024 if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f'high ({high!r}) must be >= low ({low!r}) must be >= 0')
        self._high_water = high
        self._low_water = low

    def set_write_buffer_limits(self, high=None, low=None):
        self._set_write_buffer_limits(high=high, low=low)
        self._maybe_pause_protocol()

    def get_write_buffer_size(self):
        raise NotImplementedError
