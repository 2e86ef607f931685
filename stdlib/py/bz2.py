"""Files and bytes compressed with bzip2."""

__all__ = ["BZ2File", "BZ2Compressor", "BZ2Decompressor", "open", "compress", "decompress"]

from _bz2 import BZ2Compressor, BZ2Decompressor
from _stream_file import StreamFile, expand_all, open_file


def _line_size(size):
    if not isinstance(size, int):
        if not hasattr(size, "__index__"):
            raise TypeError("Integer argument expected")
        size = size.__index__()
    return size


class BZ2File(StreamFile):
    """A bzip2 file as a binary stream: mode 'r', 'w', 'x' or 'a', with or without 'b'."""

    def __init__(self, filename, mode="r", *, compresslevel=9):
        if not (1 <= compresslevel <= 9):
            raise ValueError("compresslevel must be between 1 and 9")
        mode = mode or "r"
        if mode not in ("r", "w", "x", "a", "rb", "wb", "xb", "ab"):
            raise ValueError(f"Invalid mode: {mode!r}")
        if mode[0] != "r":
            self._compressor = BZ2Compressor(compresslevel)
        self._begin(filename, mode, BZ2Decompressor, OSError)

    def readinto(self, b):
        """Fills a buffer; how many bytes were read."""
        self._check_can_read()
        return self._buffer.readinto(b)

    def readline(self, size=-1):
        return super().readline(_line_size(size))

    def readlines(self, size=-1):
        """The lines left; if size is positive, those that make about as many bytes."""
        size = _line_size(size)
        self._check_can_read()
        return self._buffer.readlines(size)


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    """A bzip2 file in binary, or with 't' in the mode in text mode."""
    return open_file(lambda plain: BZ2File(filename, plain, compresslevel=compresslevel), mode, encoding, errors, newline)


def compress(data, compresslevel=9):
    """The bytes compressed in one step."""
    machine = BZ2Compressor(compresslevel)
    return machine.compress(data) + machine.flush()


def decompress(data):
    """The bytes of one compressed stream, or of several in a row."""
    if not data:
        return b""
    return expand_all(data, BZ2Decompressor, OSError, ValueError("Compressed data ended before the end-of-stream marker was reached"))
