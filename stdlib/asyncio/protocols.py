"""The classes that protocols derive from. Every method is a hook that does nothing until somebody overrides it."""

__all__ = ('BaseProtocol', 'Protocol', 'DatagramProtocol', 'SubprocessProtocol', 'BufferedProtocol')


class BaseProtocol:
    """What all protocols have: the beginning, the end, and flow control of writing."""

    __slots__ = ()

    def connection_made(self, transport):
        """Called once, with the transport that the protocol is going to talk through."""

    def connection_lost(self, exc):
        """Called once at the end; exc is None if the connection was closed in good order."""

    def pause_writing(self):
        """Called when the transport's write buffer has grown past its high-water mark."""

    def resume_writing(self):
        """Called when the buffer has shrunk to the low-water mark again."""


class Protocol(BaseProtocol):
    """A protocol of byte streams: connection_made, data_received any number of times, eof_received at most once, connection_lost."""

    __slots__ = ()

    def data_received(self, data):
        """Called with some bytes; their limits have nothing to do with the peer's writes."""

    def eof_received(self):
        """Called when the peer has written its last. A true result keeps the transport open for writing."""


class BufferedProtocol(BaseProtocol):
    """A protocol of byte streams that lends the transport the memory to receive into."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """A writable, non-empty buffer; sizehint is a proposal, -1 for none."""

    def buffer_updated(self, nbytes):
        """Called when nbytes bytes stand at the beginning of the buffer."""

    def eof_received(self):
        """As for Protocol."""


class DatagramProtocol(BaseProtocol):
    """A protocol of datagrams."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        """Called with a datagram and its sender's address."""

    def error_received(self, exc):
        """Called with the OSError of a send or a receive."""


class SubprocessProtocol(BaseProtocol):
    """A protocol for the pipes of a child process."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """Called with bytes that the child wrote to its descriptor fd (1 or 2)."""

    def pipe_connection_lost(self, fd, exc):
        """Called when the pipe at the child's descriptor fd is closed."""

    def process_exited(self):
        """Called when the child has ended."""


def _feed_data_to_buffered_proto(proto, data):
    """Hand bytes that are already here to a BufferedProtocol, in as many pieces as its buffer asks for."""
    left = memoryview(data)
    while left:
        buffer = proto.get_buffer(len(left))
        room = len(buffer)
        if not room:
            raise RuntimeError('get_buffer() returned an empty buffer')
        piece = left[:room]
        buffer[:len(piece)] = piece
        proto.buffer_updated(len(piece))
        left = left[len(piece):]
