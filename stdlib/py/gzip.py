"""Files and bytes in the format of gzip (RFC 1952): members, each a header, a deflate stream, its CRC-32 and its length."""

import builtins
import io
import os
import struct
import sys
import time
import zlib

from _stream_file import CompressedFile, Expander, TOO_SHORT, open_file

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = 1, 2, 4, 8, 16

READ, WRITE = 1, 2

READ_BUFFER_SIZE = 128 * 1024
_WRITE_BUFFER_SIZE = 4 * io.DEFAULT_BUFFER_SIZE

# The level's mark in the header.
_LEVEL_MARKS = {1: 4, 9: 2}


def write32u(output, value):
    """Writes a number as four bytes, the lowest first."""
    output.write(struct.pack("<L", value))


class BadGzipFile(OSError):
    """Raised for what is not a gzip file."""


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    """A gzip file in binary, or with 't' in the mode in text mode. filename may be a binary file."""
    def make(plain):
        if isinstance(filename, (str, bytes, os.PathLike)):
            return GzipFile(filename, plain, compresslevel)
        if hasattr(filename, "read") or hasattr(filename, "write"):
            return GzipFile(None, plain, compresslevel, filename)
        raise TypeError("filename must be a str or bytes object, or a file")
    return open_file(make, mode, encoding, errors, newline)


def _header(name, mtime, level):
    """A member's header."""
    return struct.pack("<BBBBLBB", 0x1f, 0x8b, 8, FNAME if name else 0, int(mtime), _LEVEL_MARKS.get(level, 0), 255) + (name + b"\0" if name else b"")


def _read_header(take, start):
    """The time in a header that begins with the two bytes of start; take(n) gives what follows them."""
    if start != b"\x1f\x8b":
        raise BadGzipFile('Not a gzipped file (%r)' % start)
    method, flags, mtime = struct.unpack("<BBIxx", take(8))
    if method != 8:
        raise BadGzipFile('Unknown compression method')
    if flags & FEXTRA:
        take(*struct.unpack("<H", take(2)))
    for part in (FNAME, FCOMMENT):
        while flags & part and take(1) != b"\0":
            pass
    if flags & FHCRC:
        take(2)
    return mtime


class _GzipReader(Expander):
    """The raw stream of the bytes of a file's members."""

    chunk = READ_BUFFER_SIZE
    mtime = None

    def __init__(self, file):
        super().__init__(file, lambda: zlib._ZlibDecompressor(wbits=-zlib.MAX_WBITS))

    def begin_stream(self):
        start = self._rest[:2] or self._file.read(2)
        self._rest = self._rest[2:]
        if not start:
            return False
        if len(start) == 1 and start == b"\x1f":
            start += self._file.read(1)
        self.mtime = _read_header(self.take, start)
        self._crc = self._total = 0
        return True

    def see(self, data):
        self._crc = zlib.crc32(data, self._crc)
        self._total += len(data)

    def end_stream(self):
        crc, total = struct.unpack("<II", self.take(8))
        if crc != self._crc:
            raise BadGzipFile("CRC check failed %s != %s" % (hex(crc), hex(self._crc)))
        if total != self._total & 0xffffffff:
            raise BadGzipFile("Incorrect length of data produced")
        # Zeros may pad a member.
        while True:
            self._rest = self._rest.lstrip(b"\0")
            if self._rest:
                break
            self._rest = self._file.read(1)
            if not self._rest:
                break


class _Sink(io.RawIOBase):
    """What is below the write buffer of a GzipFile."""

    def __init__(self, write):
        self.write = write

    def writable(self):
        return True


class GzipFile(CompressedFile):
    """A gzip file as a binary stream, on a name or on another binary file, which then stays open."""

    myfileobj = None        # the file, if it was opened here
    mode = fileobj = _buffer = None

    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode and ('t' in mode or 'U' in mode):
            raise ValueError(f"Invalid mode: {mode!r}")
        if mode and 'b' not in mode:
            mode += 'b'
        if fileobj is None:
            fileobj = self.myfileobj = builtins.open(filename, mode or 'rb')
        if filename is not None:
            self.name = os.fspath(filename)
        else:
            self.name = getattr(fileobj, 'name', '')
            if not isinstance(self.name, (str, bytes)):
                self.name = ''
        kind = getattr(fileobj, 'mode', 'rb') if mode is None else mode
        if kind[:1] == 'r':
            self.mode = READ
            self._buffer = io.BufferedReader(_GzipReader(fileobj))
            self.fileobj = fileobj
        elif kind[:1] in ('w', 'a', 'x') and kind:
            if mode is None:
                import warnings
                warnings.warn("GzipFile was opened for writing, but this will change in future Python releases.  "
                              "Specify the mode argument for opening it for writing.", FutureWarning, 2)
            self.mode = WRITE
            self.size = self.offset = 0
            self.crc = zlib.crc32(b"")
            self.compress = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, 0)
            self._buffer = io.BufferedWriter(_Sink(self._write_raw), buffer_size=_WRITE_BUFFER_SIZE)
            self.fileobj = fileobj
            fileobj.write(_header(self._stored_name(), time.time() if mtime is None else mtime, compresslevel))
        else:
            raise ValueError(f"Invalid mode: {kind!r}")

    def _stored_name(self):
        """The name for the header: without folders and without .gz, nothing if Latin-1 cannot hold it."""
        name = os.path.basename(self.name)
        if isinstance(name, str):
            try:
                name = name.encode('latin-1')
            except UnicodeEncodeError:
                return b""
        return name.removesuffix(b".gz")

    @property
    def mtime(self):
        """The time in the header that was read last, or None."""
        return self._buffer.raw.mtime

    def __repr__(self):
        return f"<gzip {repr(self.fileobj)[1:-1]} {hex(id(self))}>"

    def _check_mode(self, mode, message):
        self._check_not_closed()
        if self.mode != mode:
            import errno
            raise OSError(errno.EBADF, message)

    def _write_raw(self, data):
        view = memoryview(data)
        length = view.nbytes
        if length:
            self.fileobj.write(self.compress.compress(view))
            self.crc = zlib.crc32(view, self.crc)
            self.size += length
            self.offset += length
        return length

    def write(self, data):
        self._check_mode(WRITE, "write() on read-only GzipFile object")
        return self._buffer.write(data)

    def read(self, size=-1):
        self._check_mode(READ, "read() on write-only GzipFile object")
        return self._buffer.read(size)

    def read1(self, size=-1):
        """Bytes with at most one read of the expanded stream."""
        self._check_mode(READ, "read1() on write-only GzipFile object")
        return self._buffer.read1(io.DEFAULT_BUFFER_SIZE if size < 0 else size)

    def peek(self, n):
        """Bytes that come next, without moving on."""
        self._check_mode(READ, "peek() on write-only GzipFile object")
        return self._buffer.peek(n)

    def readline(self, size=-1):
        self._check_not_closed()
        return self._buffer.readline(size)

    @property
    def closed(self):
        return self.fileobj is None

    def close(self):
        file, own = self.fileobj, self.myfileobj
        if file is None or self._buffer.closed:
            return
        try:
            if self.mode == WRITE:
                self._buffer.flush()
                file.write(self.compress.flush())
                file.write(struct.pack("<LL", self.crc, self.size & 0xffffffff))
            else:
                self._buffer.close()
        finally:
            self.fileobj = self.myfileobj = None
            if own:
                own.close()

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        """Writes out what was compressed so far, so that it can be read."""
        self._check_not_closed()
        if self.mode == WRITE:
            self._buffer.flush()
            self.fileobj.write(self.compress.flush(zlib_mode))
            self.fileobj.flush()

    def fileno(self):
        """The number of the descriptor that the compressed bytes come from or go to."""
        return self.fileobj.fileno()

    def rewind(self):
        """Goes back to the start of a file open for reading."""
        if self.mode != READ:
            raise OSError("Can't rewind in write mode")
        self._buffer.seek(0)

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def tell(self):
        self._check_not_closed()
        if self.mode == READ:
            return self._buffer.tell()
        self._buffer.flush()
        return self.offset

    def seek(self, offset, whence=io.SEEK_SET):
        """Goes to a place; one that is written can only go on, and writes zeros."""
        self._check_not_closed()
        if self.mode == READ:
            return self._buffer.seek(offset, whence)
        self._buffer.flush()
        if whence == io.SEEK_CUR:
            offset += self.offset
        elif whence != io.SEEK_SET:
            raise ValueError('Seek from end not supported')
        gap = offset - self.offset
        if gap < 0:
            raise OSError('Negative seek in write mode')
        while gap:
            gap -= self.write(bytes(min(gap, 1 << 16)))
        return self.offset


def compress(data, compresslevel=9, *, mtime=None):
    """The bytes as one gzip member; mtime goes into its header (now, by default)."""
    if mtime == 0:
        return zlib.compress(data, level=compresslevel, wbits=31)
    head = _header(b"", time.time() if mtime is None else mtime, compresslevel)
    body = zlib.compress(data, level=compresslevel, wbits=-zlib.MAX_WBITS)
    return head + body + struct.pack("<LL", zlib.crc32(data), len(data) & 0xffffffff)


def decompress(data):
    """The bytes of one gzip member, or of several in a row."""
    pieces = []
    while data:
        place = 2

        def take(n):
            nonlocal place
            if place + n > len(data):
                raise EOFError(TOO_SHORT)
            place += n
            return data[place - n:place]

        _read_header(take, bytes(data[:2]))
        machine = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
        piece = machine.decompress(data[place:])
        data = machine.unused_data
        if not machine.eof or len(data) < 8:
            raise EOFError(TOO_SHORT)
        crc, total = struct.unpack_from("<II", data)
        if crc != zlib.crc32(piece):
            raise BadGzipFile("CRC check failed")
        if total != len(piece) & 0xffffffff:
            raise BadGzipFile("Incorrect length of data produced")
        pieces.append(piece)
        data = data[8:].lstrip(b"\0")
    return b"".join(pieces)


def main():
    """python -m gzip [-d] [file...]: compresses or expands files, beside them; '-' is standard input to output."""
    import argparse
    parser = argparse.ArgumentParser(description="Compresses or expands files; they are kept, the result stands beside them.")
    group = parser.add_mutually_exclusive_group()
    group.add_argument('--fast', action='store_true', help='in a shorter time')
    group.add_argument('--best', action='store_true', help='into fewer bytes')
    group.add_argument("-d", "--decompress", action="store_true", help="expand")
    parser.add_argument("args", nargs="*", default=["-"], metavar='file')
    options = parser.parse_args()
    level = 1 if options.fast else 9 if options.best else 6
    for name in options.args:
        plain_name = name.removesuffix(".gz")
        if options.decompress and name != "-" and plain_name == name:
            sys.exit(f"filename doesn't end in .gz: {name!r}")
        if name == "-":
            source, target = sys.stdin.buffer, sys.stdout.buffer
        else:
            source = builtins.open(name, "rb")
            target = builtins.open(plain_name if options.decompress else name + ".gz", "wb")
        if options.decompress:
            reader, writer = GzipFile(filename="", mode="rb", fileobj=source), target
        else:
            reader, writer = source, GzipFile(filename="" if name == "-" else name, mode="wb", fileobj=target, compresslevel=level)
        while data := reader.read(READ_BUFFER_SIZE):
            writer.write(data)
        if writer is not target:
            writer.close()
        target.flush()
        if name != "-":
            source.close()
            target.close()


if __name__ == '__main__':
    main()
