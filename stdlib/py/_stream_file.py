"""Files of compressed streams: what gzip, bz2 and lzma share.

Expander is the raw stream of the expanded bytes of a file that holds one compressed stream or several in a row. CompressedFile is the base of
the file objects, StreamFile that of the two of them which differ in their compressors only.
"""

import builtins
import io
import os

CHUNK = io.DEFAULT_BUFFER_SIZE
TOO_SHORT = "Compressed file ended before the end-of-stream marker was reached"


class Expander(io.RawIOBase):
    """Reads the bytes that the compressed streams of a file stand for.

    `machine` makes a decompressor for the next stream. Errors of the kind `junk` at the start of a further stream say that there is none, and
    that what follows is to be ignored. Bytes read from the file and not used yet are in _rest.
    """

    chunk = CHUNK

    def __init__(self, file, machine, junk=()):
        self._file = file
        self._new_machine = machine
        self._junk = junk
        self._length = None
        self._reset()

    def _reset(self):
        self._place = 0
        self._rest = b""
        self._machine = None
        self._streams = 0       # begun so far
        self._over = False      # the stream has ended, its end is still to be dealt with

    # What a format may add.

    def begin_stream(self):
        """Reads what comes before a stream; false if the file has no further one."""
        if self._streams and not self._rest:
            self._rest = self._file.read(self.chunk)
        return not self._streams or bool(self._rest)

    def see(self, data):
        """Is told of each piece of expanded bytes."""

    def end_stream(self):
        """Reads what comes behind a stream."""

    def take(self, n):
        """Exactly n bytes of the file."""
        while len(self._rest) < n:
            more = self._file.read(n - len(self._rest))
            if not more:
                raise EOFError(TOO_SHORT)
            self._rest += more
        taken, self._rest = self._rest[:n], self._rest[n:]
        return taken

    def _expand(self, size):
        """Some bytes, at most size, b"" at the end."""
        while True:
            if self._over:
                self.end_stream()
                self._over = False
                self._machine = None
            fresh = self._machine is None
            if fresh:
                if not self.begin_stream():
                    break
                self._machine = self._new_machine()
                self._streams += 1
            source = b""
            if self._machine.needs_input:
                source, self._rest = self._rest or self._file.read(self.chunk), b""
                if not source:
                    raise EOFError(TOO_SHORT)
            try:
                data = self._machine.decompress(source, size)
            except self._junk:
                if not fresh or self._streams == 1:
                    raise
                self._machine = None
                break
            if self._machine.eof:
                self._over = True
                self._rest = self._machine.unused_data
            if data:
                self.see(data)
                self._place += len(data)
                return data
        self._length = self._place
        return b""

    def readable(self):
        return True

    def seekable(self):
        return self._file.seekable()

    def read(self, size=-1):
        if size < 0:
            return self.readall()
        return self._expand(size) if size else b""

    def readall(self):
        pieces = []
        while piece := self._expand(-1):
            pieces.append(piece)
        return b"".join(pieces)

    def readinto(self, buffer):
        with memoryview(buffer) as view, view.cast("B") as room:
            data = self._expand(len(room)) if len(room) else b""
            room[:len(data)] = data
        return len(data)

    def tell(self):
        return self._place

    def seek(self, offset, whence=io.SEEK_SET):
        """Goes on to a place, or back to the start and on from there."""
        if whence == io.SEEK_CUR:
            offset += self._place
        elif whence == io.SEEK_END:
            while self._length is None and self._expand(CHUNK):
                pass
            offset += self._length
        elif whence != io.SEEK_SET:
            raise ValueError(f"Invalid value for whence: {whence}")
        if offset < self._place:
            self._file.seek(0)
            self._reset()
        while self._place < offset and self._expand(min(CHUNK, offset - self._place)):
            pass
        return self._place


class CompressedFile(io.BufferedIOBase):
    """Checks of what may be done with a file."""

    def _check_not_closed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def _check_can_read(self):
        if not self.readable():
            raise io.UnsupportedOperation("File not open for reading")

    def _check_can_write(self):
        if not self.writable():
            raise io.UnsupportedOperation("File not open for writing")

    def _check_can_seek(self):
        if not self.readable():
            raise io.UnsupportedOperation("Seeking is only supported on files open for reading")
        if not self.seekable():
            raise io.UnsupportedOperation("The underlying file object does not support seeking")


class StreamFile(CompressedFile):
    """A compressed file as a binary stream, on a name or on another binary file.

    While it is open, _buffer is the buffered reader of a file being read, _compressor the compressor of one being written.
    """

    _fp = _buffer = _compressor = None
    _owned = False

    def _begin(self, filename, mode, machine, junk):
        """Opens, or takes over, the underlying file. A compressor, if any, is there already."""
        if isinstance(filename, (str, bytes, os.PathLike)):
            self._fp = builtins.open(filename, mode if mode.endswith("b") else mode + "b")
            self._owned = True
        elif hasattr(filename, "read") or hasattr(filename, "write"):
            self._fp = filename
        else:
            raise TypeError("filename must be a str, bytes, file or PathLike object")
        if self._compressor:
            self._written = 0
        else:
            self._buffer = io.BufferedReader(Expander(self._fp, machine, junk))

    def close(self):
        """Writes out what is due and closes. May be called again."""
        if self.closed:
            return
        file, owned, reader, compressor = self._fp, self._owned, self._buffer, self._compressor
        try:
            if reader:
                reader.close()
            else:
                file.write(compressor.flush())
        finally:
            self._fp = self._buffer = self._compressor = None
            if owned:
                file.close()

    @property
    def closed(self):
        return self._fp is None

    def fileno(self):
        """The number of the descriptor that the bytes come from."""
        self._check_not_closed()
        return self._fp.fileno()

    def readable(self):
        self._check_not_closed()
        return self._buffer is not None

    def writable(self):
        self._check_not_closed()
        return self._compressor is not None

    def seekable(self):
        return self.readable() and self._buffer.seekable()

    def peek(self, n=0):
        """Bytes that come next, without moving on."""
        self._check_can_read()
        return self._buffer.peek(n)

    def read(self, size=-1):
        self._check_can_read()
        return self._buffer.read(size)

    def read1(self, size=-1):
        """Bytes with at most one read of the expanded stream."""
        self._check_can_read()
        return self._buffer.read1(CHUNK if size < 0 else size)

    def readline(self, size=-1):
        self._check_can_read()
        return self._buffer.readline(size)

    def __iter__(self):
        self._check_can_read()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def write(self, data):
        """Compresses the bytes; how many there were."""
        self._check_can_write()
        length = len(data) if isinstance(data, (bytes, bytearray)) else memoryview(data).nbytes
        self._fp.write(self._compressor.compress(data))
        self._written += length
        return length

    def seek(self, offset, whence=io.SEEK_SET):
        """Goes to a place in the expanded stream, which may take long."""
        self._check_can_seek()
        return self._buffer.seek(offset, whence)

    def tell(self):
        self._check_not_closed()
        return self._buffer.tell() if self._buffer else self._written


def open_file(make, mode, encoding, errors, newline):
    """What the open() functions do: make(binary mode) opens; text modes get a text layer on top."""
    if "t" in mode:
        if "b" in mode:
            raise ValueError(f"Invalid mode: {mode!r}")
        return io.TextIOWrapper(make(mode.replace("t", "")), io.text_encoding(encoding), errors, newline)
    for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
        if value is not None:
            raise ValueError(f"Argument {name!r} not supported in binary mode")
    return make(mode)


def expand_all(data, machine, junk, too_short):
    """The expanded bytes of one stream or several; errors of the kind junk behind the first one mean that the rest is none."""
    pieces = []
    while data or not pieces:
        one = machine()
        try:
            pieces.append(one.decompress(data))
        except junk:
            if not pieces:
                raise
            break
        if not one.eof:
            raise too_short
        data = one.unused_data
    return b"".join(pieces)
