"""Files and streams in memory. The classes are native; here they get their public names and abstract bases."""
import abc
import _io

__all__ = ["BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO",
           "BytesIO", "StringIO", "BufferedIOBase", "BufferedReader", "BufferedWriter", "BufferedRWPair",
           "BufferedRandom", "TextIOBase", "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR",
           "SEEK_END", "DEFAULT_BUFFER_SIZE", "text_encoding", "IncrementalNewlineDecoder"]

BlockingIOError = BlockingIOError
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = getattr(_io, 'DEFAULT_BUFFER_SIZE', 8192)

# What the native module offers.
for _name in __all__:
    if hasattr(_io, _name):
        globals()[_name] = getattr(_io, _name)
del _name

if 'UnsupportedOperation' not in globals():
    class UnsupportedOperation(OSError, ValueError):
        """The stream cannot do this: it is not readable, not seekable, ..."""
        __module__ = "io"


class IOBase(getattr(_io, '_IOBase', object), metaclass=abc.ABCMeta):
    """Base of all streams."""


class RawIOBase(getattr(_io, '_RawIOBase', object), IOBase):
    """Base of unbuffered streams of bytes."""


class BufferedIOBase(getattr(_io, '_BufferedIOBase', object), IOBase):
    """Base of buffered streams of bytes."""


class TextIOBase(getattr(_io, '_TextIOBase', object), IOBase):
    """Base of streams of text."""


class BufferedRWPair(_io._BufferedIOBase):
    """A buffered reader and a buffered writer together, over two streams that cannot seek, as sockets and pipes are."""

    __module__ = '_io'

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        for stream, able, title in ((reader, 'readable', 'reader'), (writer, 'writable', 'writer')):
            if not getattr(stream, able)():
                raise UnsupportedOperation(f'"{title}" argument must be {able}.')
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /):
        return self.reader.read(size)

    def read1(self, size=-1, /):
        return self.reader.read1(size)

    def readinto(self, buffer, /):
        return self.reader.readinto(buffer)

    def readinto1(self, buffer, /):
        return self.reader.readinto1(buffer)

    def peek(self, size=0, /):
        return self.reader.peek(size)

    def readable(self):
        return self.reader.readable()

    def write(self, buffer, /):
        return self.writer.write(buffer)

    def flush(self):
        return self.writer.flush()

    def writable(self):
        return self.writer.writable()

    def close(self):
        try:
            self.writer.close()
        finally:
            self.reader.close()

    def isatty(self):
        return self.writer.isatty() or self.reader.isatty()

    @property
    def closed(self):
        return self.writer.closed


def _register_natives():
    for base, names in ((RawIOBase, ('FileIO',)),
                        (BufferedIOBase, ('BytesIO', 'BufferedReader', 'BufferedWriter', 'BufferedRandom', 'BufferedRWPair')),
                        (TextIOBase, ('StringIO', 'TextIOWrapper'))):
        for name in names:
            if name in globals():
                base.register(globals()[name])


_register_natives()
del _register_natives
