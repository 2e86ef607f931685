"""ZIP archives: reading, writing, and paths inside of them."""

import io
import os
import shutil
import stat
import struct
import threading
import time
import zlib
from zlib import crc32

__all__ = ["BadZipFile", "BadZipfile", "error", "ZIP_STORED", "ZIP_DEFLATED", "ZIP_BZIP2", "ZIP_LZMA", "is_zipfile", "ZipInfo", "ZipFile", "PyZipFile",
           "LargeZipFile", "Path"]


class BadZipFile(Exception):
    pass


class LargeZipFile(Exception):
    """Raised when a file needs the ZIP64 extensions and these are turned off."""


error = BadZipfile = BadZipFile

ZIP64_LIMIT = (1 << 31) - 1
ZIP_FILECOUNT_LIMIT = (1 << 16) - 1
ZIP_MAX_COMMENT = (1 << 16) - 1

ZIP_STORED = 0
ZIP_DEFLATED = 8
ZIP_BZIP2 = 12
ZIP_LZMA = 14

DEFAULT_VERSION = 20
ZIP64_VERSION = 45
BZIP2_VERSION = 46
LZMA_VERSION = 63
MAX_EXTRACT_VERSION = 63

compressor_names = {0: 'store', 1: 'shrink', 2: 'reduce', 3: 'reduce', 4: 'reduce', 5: 'reduce', 6: 'implode', 7: 'tokenize', 8: 'deflate', 9: 'deflate64',
                    10: 'implode', 12: 'bzip2', 14: 'lzma', 18: 'terse', 19: 'lz77', 97: 'wavpack', 98: 'ppmd'}

# Records of the format: signature and layout.
stringFileHeader, structFileHeader = b"PK\003\004", "<4s2B4HL2L2H"
stringCentralDir, structCentralDir = b"PK\001\002", "<4s4B4HL2L5H2L"
stringEndArchive, structEndArchive = b"PK\005\006", b"<4s4H2LH"
stringEndArchive64Locator, structEndArchive64Locator = b"PK\x06\x07", "<4sLQL"
stringEndArchive64, structEndArchive64 = b"PK\x06\x06", "<4sQ2H2L4Q"

_END = stringEndArchive, struct.Struct(structEndArchive)
_CENTRAL = stringCentralDir, struct.Struct(structCentralDir)
_LOCAL = stringFileHeader, struct.Struct(structFileHeader)
_END64_LOCATOR = stringEndArchive64Locator, struct.Struct(structEndArchive64Locator)
_END64 = stringEndArchive64, struct.Struct(structEndArchive64)

sizeFileHeader, sizeCentralDir, sizeEndCentDir = _LOCAL[1].size, _CENTRAL[1].size, _END[1].size
sizeEndCentDir64Locator, sizeEndCentDir64 = _END64_LOCATOR[1].size, _END64[1].size

_ENCRYPTED, _DESCRIPTOR, _UTF8 = 1, 8, 0x800


def _check_compression(compression):
    if compression == ZIP_STORED:
        return
    if compression not in (ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA):
        raise NotImplementedError("That compression method is not supported")


class LZMACompressor:
    """LZMA as ZIP archives hold it: version, properties, raw stream."""

    def __init__(self):
        self._inner = None

    def _begin(self):
        import lzma
        properties = lzma._encode_filter_properties({'id': lzma.FILTER_LZMA1})
        self._inner = lzma.LZMACompressor(lzma.FORMAT_RAW, filters=[lzma._decode_filter_properties(lzma.FILTER_LZMA1, properties)])
        return struct.pack('<BBH', 9, 4, len(properties)) + properties

    def compress(self, data):
        head = b'' if self._inner else self._begin()
        return head + self._inner.compress(data)

    def flush(self):
        head = b'' if self._inner else self._begin()
        return head + self._inner.flush()


class LZMADecompressor:
    """The same read back."""

    def __init__(self):
        self._inner = None
        self._start = b''
        self.eof = False

    def decompress(self, data):
        if self._inner is None:
            import lzma
            self._start += data
            if len(self._start) < 4:
                return b''
            size, = struct.unpack('<H', self._start[2:4])
            if len(self._start) < 4 + size:
                return b''
            self._inner = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[lzma._decode_filter_properties(lzma.FILTER_LZMA1, self._start[4:4 + size])])
            data = self._start[4 + size:]
        result = self._inner.decompress(data)
        self.eof = self._inner.eof
        return result


def _get_compressor(kind, level=None):
    if kind == ZIP_DEFLATED:
        return zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION if level is None else level, zlib.DEFLATED, -15)
    if kind == ZIP_BZIP2:
        import bz2
        return bz2.BZ2Compressor() if level is None else bz2.BZ2Compressor(level)
    return LZMACompressor() if kind == ZIP_LZMA else None


def _get_decompressor(kind):
    _known_method(kind)
    if kind == ZIP_DEFLATED:
        return zlib.decompressobj(-15)
    if kind == ZIP_BZIP2:
        import bz2
        return bz2.BZ2Decompressor()
    return LZMADecompressor() if kind == ZIP_LZMA else None


def _known_method(kind):
    if kind not in (ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA):
        name = compressor_names.get(kind)
        raise NotImplementedError("compression type %d (%s)" % (kind, name) if name else "compression type %d" % kind)


# ---- the end of an archive

def _end_record(fpin):
    """[fields of the end record..., comment, its place]; None if there is none."""
    mark, layout = _END
    fpin.seek(0, 2)
    size = fpin.tell()
    room = min(size, layout.size + ZIP_MAX_COMMENT)
    fpin.seek(size - room)
    data = fpin.read(room)
    at = data.rfind(mark)
    while at >= 0:
        if len(data) - at >= layout.size:
            fields = list(layout.unpack_from(data, at))
            comment = data[at + layout.size:at + layout.size + fields[7]]
            fields += [comment, size - room + at]
            return _end_record64(fpin, fields)
        at = data.rfind(mark, 0, at)
    return None


def _end_record64(fpin, fields):
    """The fields as the ZIP64 records, if there are any, tell them."""
    place = fields[9]
    mark, layout = _END64_LOCATOR
    if place < layout.size:
        return fields
    fpin.seek(place - layout.size)
    sig, diskno, reloff, disks = layout.unpack(fpin.read(layout.size))
    if sig != mark:
        return fields
    if diskno != 0 or disks > 1:
        raise BadZipFile("zipfiles that span multiple disks are not supported")
    end_mark, end_layout = _END64
    start = place - layout.size - end_layout.size
    if start < 0:
        return fields
    fpin.seek(start)
    data = fpin.read(end_layout.size)
    if len(data) != end_layout.size or data[:4] != end_mark:
        return fields
    sig, sz, create, read, disk_num, disk_dir, dircount, dircount2, dirsize, diroffset = end_layout.unpack(data)
    fields[:7] = sig, disk_num, disk_dir, dircount, dircount2, dirsize, diroffset
    fields.append(start)
    return fields


def is_zipfile(filename):
    """Is there an archive in a file, given by name or open?"""
    try:
        if hasattr(filename, "read"):
            place = filename.tell()
            found = _end_record(filename) is not None
            filename.seek(place)
            return found
        with open(filename, "rb") as fp:
            return _end_record(fp) is not None
    except (OSError, BadZipFile):
        return False


# ---- members

class ZipInfo:
    """What the archive's directory says of a member."""

    __slots__ = ('orig_filename', 'filename', 'date_time', 'compress_type', '_compresslevel', 'comment', 'extra', 'create_system', 'create_version',
                 'extract_version', 'reserved', 'flag_bits', 'volume', 'internal_attr', 'external_attr', 'header_offset', 'CRC', 'compress_size', 'file_size',
                 '_raw_time', '_end_offset')

    def __init__(self, filename="NoName", date_time=(1980, 1, 1, 0, 0, 0)):
        self.orig_filename = filename
        end = filename.find(chr(0))
        if end >= 0:
            filename = filename[:end]
        if os.sep != "/" and os.sep in filename:
            filename = filename.replace(os.sep, "/")
        self.filename = filename
        self.date_time = date_time
        if date_time[0] < 1980:
            raise ValueError('ZIP does not support timestamps before 1980')
        self.compress_type = ZIP_STORED
        self._compresslevel = None
        self.comment = self.extra = b""
        self.create_system = 3
        self.create_version = self.extract_version = DEFAULT_VERSION
        self.reserved = self.flag_bits = self.volume = self.internal_attr = self.external_attr = 0
        self.compress_size = self.file_size = 0
        self._end_offset = None

    def __repr__(self):
        result = ['<%s filename=%r' % (self.__class__.__name__, self.filename)]
        if self.compress_type != ZIP_STORED:
            result.append(' compress_type=%s' % compressor_names.get(self.compress_type, self.compress_type))
        high, low = self.external_attr >> 16, self.external_attr & 0xFFFF
        if high:
            result.append(' filemode=%r' % stat.filemode(high))
        if low:
            result.append(' external_attr=%#x' % low)
        if not self.is_dir() or self.file_size:
            result.append(' file_size=%r' % self.file_size)
        if (not self.is_dir() or self.compress_size) and (self.compress_type != ZIP_STORED or self.file_size != self.compress_size):
            result.append(' compress_size=%r' % self.compress_size)
        return ''.join(result) + '>'

    def _dos_time(self):
        """(time, date) as DOS counts them."""
        year, month, day, hour, minute, second = self.date_time[:6]
        return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day

    def _needed_version(self, wide):
        least = {ZIP_BZIP2: BZIP2_VERSION, ZIP_LZMA: LZMA_VERSION}.get(self.compress_type, 0)
        least = max(least, ZIP64_VERSION if wide else 0)
        self.extract_version = max(least, self.extract_version)
        self.create_version = max(least, self.create_version)

    def _encoded_name(self):
        try:
            return self.filename.encode('ascii'), self.flag_bits & ~_UTF8
        except UnicodeEncodeError:
            return self.filename.encode('utf-8'), self.flag_bits | _UTF8

    def FileHeader(self, zip64=None):
        """The header before the member's data."""
        clock, day = self._dos_time()
        if self.flag_bits & _DESCRIPTOR:
            crc = compress_size = file_size = 0
        else:
            crc, compress_size, file_size = self.CRC, self.compress_size, self.file_size
        extra = self.extra
        wide = file_size > ZIP64_LIMIT or compress_size > ZIP64_LIMIT
        if zip64 is None:
            zip64 = wide
        elif wide and not zip64:
            raise LargeZipFile("Filesize would require ZIP64 extensions")
        if zip64:
            extra += struct.pack('<HHQQ', 1, 16, file_size, compress_size)
            file_size = compress_size = 0xffffffff
        self._needed_version(zip64)
        name, flags = self._encoded_name()
        mark, layout = _LOCAL
        return layout.pack(mark, self.extract_version, self.reserved, flags, self.compress_type, clock, day, crc, compress_size, file_size, len(name),
                           len(extra)) + name + extra

    def _decodeExtra(self, filename_crc=0):
        """Sizes and offset of the ZIP64 extra field."""
        extra = self.extra
        while len(extra) >= 4:
            tp, ln = struct.unpack('<HH', extra[:4])
            if ln + 4 > len(extra):
                raise BadZipFile("Corrupt extra field %04x (size=%d)" % (tp, ln))
            if tp == 1:
                data = extra[4:ln + 4]
                for name, label in (('file_size', 'File size'), ('compress_size', 'Compress size'), ('header_offset', 'Header offset')):
                    if getattr(self, name) in (0xFFFF_FFFF_FFFF_FFFF, 0xFFFF_FFFF):
                        if len(data) < 8:
                            raise BadZipFile(f"Corrupt zip64 extra field. {label} not found.")
                        setattr(self, name, struct.unpack('<Q', data[:8])[0])
                        data = data[8:]
            extra = extra[ln + 4:]

    @classmethod
    def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
        """The info for a file of the file system."""
        if isinstance(filename, os.PathLike):
            filename = os.fspath(filename)
        st = os.stat(filename)
        date_time = time.localtime(st.st_mtime)[0:6]
        if not strict_timestamps:
            date_time = max(date_time, (1980, 1, 1, 0, 0, 0))
            date_time = min(date_time, (2107, 12, 31, 23, 59, 59))
        if arcname is None:
            arcname = filename
        arcname = os.path.normpath(os.path.splitdrive(arcname)[1]).lstrip("/")
        is_dir = stat.S_ISDIR(st.st_mode)
        zinfo = cls(arcname + '/' if is_dir else arcname, date_time)
        zinfo.external_attr = (st.st_mode & 0xFFFF) << 16
        if is_dir:
            zinfo.file_size = 0
            zinfo.external_attr |= 0x10
        else:
            zinfo.file_size = st.st_size
        return zinfo

    def is_dir(self):
        """Whether the name ends in a slash, as those of folders do."""
        return self.filename.endswith('/')


class _Decrypter:
    """The traditional encryption, for reading."""

    def __init__(self, password):
        self.table = [self._entry(i) for i in range(256)]
        self.keys = [305419896, 591751049, 878082192]
        for byte in password:
            self._update(byte)

    @staticmethod
    def _entry(crc):
        for _ in range(8):
            crc = crc >> 1 ^ 0xEDB88320 if crc & 1 else crc >> 1
        return crc

    def _update(self, byte):
        k0, k1, k2 = self.keys
        k0 = k0 >> 8 ^ self.table[(k0 ^ byte) & 0xFF]
        k1 = ((k1 + (k0 & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        k2 = k2 >> 8 ^ self.table[(k2 ^ k1 >> 24) & 0xFF]
        self.keys = [k0, k1, k2]

    def __call__(self, data):
        out = bytearray()
        for byte in data:
            k = self.keys[2] | 2
            byte ^= k * (k ^ 1) >> 8 & 0xFF
            self._update(byte)
            out.append(byte)
        return bytes(out)


class ZipExtFile(io.BufferedIOBase):
    """A member open for reading."""

    MIN_READ_SIZE = 4096
    MAX_SEEK_READ = 1 << 24

    def __init__(self, archive, zipinfo, start, password, mode='r'):
        self._archive = archive
        self._info = zipinfo
        self._start = start
        self._password = password
        self.mode = mode
        self.name = zipinfo.filename
        self.newlines = None
        self._reset()

    def _reset(self):
        self._at = self._start
        self._left_packed = self._info.compress_size
        self._left = self._info.file_size
        self._decompressor = _get_decompressor(self._info.compress_type)
        self._decrypt = None
        if self._info.flag_bits & _ENCRYPTED:
            self._decrypt = _Decrypter(self._password)
            head = self._decrypt(self._raw(12))
            check = self._info._raw_time >> 8 & 0xff if self._info.flag_bits & _DESCRIPTOR else self._info.CRC >> 24 & 0xff
            if head[11] != check:
                raise RuntimeError("Bad password for file %r" % self.name)
        self._crc = crc32(b'')
        self._buffer = b''
        self._place = 0
        self._eof = False

    def _raw(self, n):
        """Packed bytes, at most n."""
        n = min(n, self._left_packed)
        with self._archive._lock:
            self._archive.fp.seek(self._at)
            data = self._archive.fp.read(n)
        self._at += len(data)
        self._left_packed -= len(data)
        if n and not data:
            raise EOFError
        return data

    def __repr__(self):
        result = ['<%s.%s' % (self.__class__.__module__, self.__class__.__qualname__)]
        if self.closed:
            return result[0] + ' [closed]>'
        result.append(' name=%r mode=%r' % (self.name, self.mode))
        if self._info.compress_type != ZIP_STORED:
            result.append(' compress_type=%s' % compressor_names.get(self._info.compress_type, self._info.compress_type))
        return ''.join(result) + '>'

    def _more(self, wanted):
        """The next expanded bytes, b'' at the end."""
        if self._eof or self._left <= 0 and self._info.compress_type == ZIP_STORED:
            self._finish()
            return b''
        data = b''
        while not data and not self._eof:
            packed = b''
            machine = self._decompressor
            if machine is None:
                data = packed = self._decrypted(min(max(wanted, self.MIN_READ_SIZE), self._left))
                self._eof = self._left_packed <= 0
            elif self._info.compress_type == ZIP_DEFLATED:
                packed = machine.unconsumed_tail or self._decrypted(self.MIN_READ_SIZE)
                data = machine.decompress(packed, max(wanted, self.MIN_READ_SIZE))
                self._eof = machine.eof or (self._left_packed <= 0 and not machine.unconsumed_tail)
                if self._eof:
                    data += machine.flush()
            else:
                packed = self._decrypted(self.MIN_READ_SIZE)
                data = machine.decompress(packed)
                self._eof = machine.eof or self._left_packed <= 0
            data = data[:self._left]
            self._left -= len(data)
            if self._left <= 0:
                self._eof = True
            self._crc = crc32(data, self._crc)
        if self._eof:
            self._finish()
        return data

    def _decrypted(self, n):
        data = self._raw(n)
        return self._decrypt(data) if self._decrypt else data

    def _finish(self):
        if self._crc is not None and self._crc != self._info.CRC:
            raise BadZipFile("Bad CRC-32 for file %r" % self.name)
        self._eof = True

    def readable(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        return True

    def read(self, n=-1):
        """Up to n bytes, fewer only at the end; all that are left without n, or with a negative one."""
        if self.closed:
            raise ValueError("read from closed file.")
        parts, have = [self._buffer], len(self._buffer)
        everything = n is None or n < 0
        while (everything or have < n) and not (self._eof and self._crc is not None and self._done()):
            data = self._more(self.MAX_SEEK_READ if everything else n - have)
            if not data:
                break
            parts.append(data)
            have += len(data)
        data = b''.join(parts)
        if everything:
            self._buffer = b''
        else:
            data, self._buffer = data[:n], data[n:]
        self._place += len(data)
        return data

    def _done(self):
        return self._left <= 0 or self._eof

    def read1(self, n=-1):
        """Up to n bytes, those that one read of the file gives."""
        if n is None or n < 0:
            if not self._buffer:
                self._buffer = self._more(self.MIN_READ_SIZE) if not self._eof else b''
            n = len(self._buffer)
        elif not self._buffer and n:
            self._buffer = self._more(n) if not self._eof else b''
        data, self._buffer = self._buffer[:n], self._buffer[n:]
        self._place += len(data)
        return data

    def readline(self, limit=-1):
        parts, have = [], 0
        while limit < 0 or have < limit:
            if not self._buffer:
                self._buffer = self._more(self.MIN_READ_SIZE) if not self._eof else b''
                if not self._buffer:
                    break
            end = self._buffer.find(b'\n') + 1 or len(self._buffer)
            if limit >= 0:
                end = min(end, limit - have)
            part, self._buffer = self._buffer[:end], self._buffer[end:]
            parts.append(part)
            have += len(part)
            if part.endswith(b'\n'):
                break
        self._place += have
        return b''.join(parts)

    def peek(self, n=1):
        """Bytes that come next; the position stays."""
        if n > len(self._buffer) and not self._eof:
            self._buffer += self._more(n)
        return self._buffer[:512] if len(self._buffer) > 512 else self._buffer

    def seekable(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        return self._archive.fp.seekable()

    def tell(self):
        if self.closed:
            raise ValueError("tell on closed file.")
        return self._place

    def seek(self, offset, whence=os.SEEK_SET):
        if self.closed:
            raise ValueError("seek on closed file.")
        if whence not in (0, 1, 2):
            raise ValueError("whence must be os.SEEK_SET (0), os.SEEK_CUR (1), or os.SEEK_END (2)")
        place = offset + (0, self._place, self._info.file_size)[whence]
        place = min(max(place, 0), self._info.file_size)
        if place < self._place:
            self._reset()
        while self._place < place and self.read(min(self.MAX_SEEK_READ, place - self._place)):
            pass
        return self._place


class _ZipWriteFile(io.BufferedIOBase):
    """A member open for writing."""

    def __init__(self, zf, zinfo, zip64):
        self._zinfo = zinfo
        self._zip64 = zip64
        self._zipfile = zf
        self._compressor = _get_compressor(zinfo.compress_type, zinfo._compresslevel)
        self._file_size = self._compress_size = self._crc = 0
        self.name = zinfo.filename
        self.mode = 'wb'

    def writable(self):
        return True

    def write(self, data):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        nbytes = len(data) if isinstance(data, (bytes, bytearray)) else memoryview(data).nbytes
        self._file_size += nbytes
        self._crc = crc32(data, self._crc)
        if self._compressor:
            data = self._compressor.compress(data)
            self._compress_size += len(data)
        self._zipfile.fp.write(data)
        return nbytes

    def close(self):
        if self.closed:
            return
        zinfo, zf = self._zinfo, self._zipfile
        try:
            super().close()
            if self._compressor:
                rest = self._compressor.flush()
                self._compress_size += len(rest)
                zf.fp.write(rest)
                zinfo.compress_size = self._compress_size
            else:
                zinfo.compress_size = self._file_size
            zinfo.CRC = self._crc
            zinfo.file_size = self._file_size
            if not self._zip64 and max(self._file_size, self._compress_size) > ZIP64_LIMIT:
                raise RuntimeError("File size too large, try using force_zip64")
            if zinfo.flag_bits & _DESCRIPTOR:
                zf.fp.write(struct.pack('<LLQQ' if self._zip64 else '<LLLL', 0x08074b50, zinfo.CRC, zinfo.compress_size, zinfo.file_size))
                zf.start_dir = zf.fp.tell()
            else:
                zf.start_dir = zf.fp.tell()
                zf.fp.seek(zinfo.header_offset)
                zf.fp.write(zinfo.FileHeader(self._zip64))
                zf.fp.seek(zf.start_dir)
            zf.filelist.append(zinfo)
            zf.NameToInfo[zinfo.filename] = zinfo
        finally:
            zf._writing = False


class _Tellable:
    """An output that cannot tell its place, with a count."""

    def __init__(self, fp):
        self.fp = fp
        self.offset = 0

    def write(self, data):
        n = self.fp.write(data)
        self.offset += n
        return n

    def tell(self):
        return self.offset

    def flush(self):
        self.fp.flush()

    def close(self):
        self.fp.close()


# ---- archives

class ZipFile:
    """An archive, open for reading ('r'), writing ('w', 'x') or adding to ('a')."""

    fp = None

    def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, compresslevel=None, *, strict_timestamps=True, metadata_encoding=None):
        if mode not in ('r', 'w', 'x', 'a'):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        _check_compression(compression)
        self._allowZip64 = allowZip64
        self._didModify = False
        self.debug = 0
        self.NameToInfo = {}
        self.filelist = []
        self.compression = compression
        self.compresslevel = compresslevel
        self.mode = mode
        self.pwd = None
        self._comment = b''
        self._strict_timestamps = strict_timestamps
        self.metadata_encoding = metadata_encoding
        self._writing = False
        self._lock = threading.RLock()
        self._seekable = True
        if self.metadata_encoding and mode != 'r':
            raise ValueError("metadata_encoding is only supported for reading files")
        if isinstance(file, os.PathLike):
            file = os.fspath(file)
        self._filePassed = not isinstance(file, str)
        if self._filePassed:
            self.fp = file
            self.filename = getattr(file, 'name', None)
        else:
            self.filename = file
            flags = {'r': 'rb', 'w': 'w+b', 'x': 'x+b', 'a': 'r+b'}[mode]
            try:
                self.fp = io.open(file, flags)
            except FileNotFoundError:
                if mode != 'a':
                    raise
                self.fp = io.open(file, 'w+b')
        try:
            self._begin()
        except BaseException:
            fp, self.fp = self.fp, None
            if not self._filePassed:
                fp.close()
            raise

    def _begin(self):
        self.start_dir = 0
        if self.mode == 'r':
            self._RealGetContents()
        elif self.mode in ('w', 'x'):
            self._didModify = True
            try:
                self.start_dir = self.fp.tell()
            except (AttributeError, OSError):
                self.fp = _Tellable(self.fp)
                self._seekable = False
            else:
                try:
                    self.fp.seek(self.start_dir)
                except (AttributeError, OSError):
                    self._seekable = False
        else:
            try:
                self._RealGetContents()
                self.fp.seek(self.start_dir)
            except BadZipFile:
                self.fp.seek(0, 2)
                self._didModify = True
                self.start_dir = self.fp.tell()

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __repr__(self):
        result = ['<%s.%s' % (self.__class__.__module__, self.__class__.__qualname__)]
        if self.fp is None:
            result.append(' [closed]')
        else:
            if self._filePassed:
                result.append(' file=%r' % self.fp)
            elif self.filename is not None:
                result.append(' filename=%r' % self.filename)
            result.append(' mode=%r' % self.mode)
        return ''.join(result) + '>'

    def _RealGetContents(self):
        """Reads the directory of the archive."""
        fp = self.fp
        try:
            end = _end_record(fp)
        except OSError:
            raise BadZipFile("File is not a zip file")
        if not end:
            raise BadZipFile("File is not a zip file")
        size, offset = end[5], end[6]
        self._comment = end[8]
        # The directory ends where the end records begin; what the archive was put behind shifts all offsets.
        concat = (end[10] if len(end) > 10 else end[9]) - size - offset
        self.start_dir = offset + concat
        if self.start_dir < 0:
            raise BadZipFile("Bad offset for central directory")
        fp.seek(self.start_dir, 0)
        data = fp.read(size)
        mark, layout = _CENTRAL
        at = 0
        while at < size:
            central = data[at:at + layout.size]
            if len(central) != layout.size:
                raise BadZipFile("Truncated central directory")
            fields = layout.unpack(central)
            if fields[0] != mark:
                raise BadZipFile("Bad magic number for central directory")
            (_, create_version, create_system, extract_version, reserved, flags, method, clock, day, crc, compress_size, file_size, n_name, n_extra, n_comment,
             volume, internal, external, header_offset) = fields
            at += layout.size
            raw = data[at:at + n_name]
            name = raw.decode('utf-8' if flags & _UTF8 else self.metadata_encoding or 'cp437')
            x = ZipInfo(name)
            x.extra = data[at + n_name:at + n_name + n_extra]
            x.comment = data[at + n_name + n_extra:at + n_name + n_extra + n_comment]
            at += n_name + n_extra + n_comment
            x.header_offset = header_offset
            x.create_version, x.create_system, x.extract_version, x.reserved = create_version, create_system, extract_version, reserved
            x.flag_bits, x.compress_type, x._raw_time, x.CRC, x.compress_size, x.file_size = flags, method, clock, crc, compress_size, file_size
            x.volume, x.internal_attr, x.external_attr = volume, internal, external
            if x.extract_version > LZMA_VERSION:
                raise NotImplementedError("zip file version %.1f" % (x.extract_version / 10))
            x.date_time = (day >> 9) + 1980, day >> 5 & 0xF, day & 0x1F, clock >> 11, clock >> 5 & 0x3F, (clock & 0x1F) * 2
            x._decodeExtra()
            x.header_offset += concat
            self.filelist.append(x)
            self.NameToInfo[x.filename] = x

    def namelist(self):
        """The name of every member, in order."""
        return [info.filename for info in self.filelist]

    def infolist(self):
        """The ZipInfo of every member, in order."""
        return self.filelist

    def printdir(self, file=None):
        """Print a table of the members: name, date, size."""
        print("%-46s %19s %12s" % ("File Name", "Modified    ", "Size"), file=file)
        for zinfo in self.filelist:
            date = "%d-%02d-%02d %02d:%02d:%02d" % zinfo.date_time[:6]
            print("%-46s %s %12d" % (zinfo.filename, date, zinfo.file_size), file=file)

    def testzip(self):
        """Read all members: the name of the first with a wrong checksum, or None."""
        for zinfo in self.filelist:
            try:
                with self.open(zinfo.filename, "r") as f:
                    while f.read(1 << 20):
                        pass
            except BadZipFile:
                return zinfo.filename

    def getinfo(self, name):
        """The ZipInfo of a name; KeyError if there is none."""
        info = self.NameToInfo.get(name)
        if info is None:
            raise KeyError('There is no item named %r in the archive' % name)
        return info

    def setpassword(self, pwd):
        """The password for members that are read without one."""
        if pwd and not isinstance(pwd, bytes):
            raise TypeError("pwd: expected bytes, got %s" % type(pwd).__name__)
        self.pwd = pwd or None

    @property
    def comment(self):
        """The comment of the archive as a whole, bytes."""
        return self._comment

    @comment.setter
    def comment(self, comment):
        if not isinstance(comment, bytes):
            raise TypeError("comment: expected bytes, got %s" % type(comment).__name__)
        if len(comment) > ZIP_MAX_COMMENT:
            import warnings
            warnings.warn('Archive comment is too long; truncating to %d bytes' % ZIP_MAX_COMMENT, stacklevel=2)
            comment = comment[:ZIP_MAX_COMMENT]
        self._comment = comment
        self._didModify = True

    def read(self, name, pwd=None):
        """The contents of one member."""
        with self.open(name, "r", pwd) as fp:
            return fp.read()

    def open(self, name, mode="r", pwd=None, *, force_zip64=False):
        """A member as a binary file, to read ('r') or to write ('w')."""
        if mode not in {"r", "w"}:
            raise ValueError('open() requires mode "r" or "w"')
        if pwd and mode == "w":
            raise ValueError("pwd is only supported for reading files")
        if not self.fp:
            raise ValueError("Attempt to use ZIP archive that was already closed")
        if isinstance(name, ZipInfo):
            zinfo = name
        elif mode == 'w':
            zinfo = ZipInfo(name)
            zinfo.compress_type = self.compression
            zinfo._compresslevel = self.compresslevel
        else:
            zinfo = self.getinfo(name)
        if mode == 'w':
            return self._open_to_write(zinfo, force_zip64=force_zip64)
        if self._writing:
            raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. Close the writing handle before trying to read.")
        mark, layout = _LOCAL
        with self._lock:
            self.fp.seek(zinfo.header_offset)
            head = self.fp.read(layout.size)
            if len(head) != layout.size:
                raise BadZipFile("Truncated file header")
            fields = layout.unpack(head)
            if fields[0] != mark:
                raise BadZipFile("Bad magic number for file header")
            raw = self.fp.read(fields[10])
            if fields[11]:
                self.fp.seek(fields[11], 1)
            start = self.fp.tell()
        if zinfo.flag_bits & 0x20:
            raise NotImplementedError("compressed patched data (flag bit 5)")
        if zinfo.flag_bits & 0x40:
            raise NotImplementedError("strong encryption (flag bit 6)")
        name_there = raw.decode("utf-8" if fields[3] & _UTF8 else self.metadata_encoding or "cp437")
        if name_there != zinfo.orig_filename:
            raise BadZipFile('File name in directory %r and header %r differ.' % (zinfo.orig_filename, raw))
        password = None
        if zinfo.flag_bits & _ENCRYPTED:
            password = pwd or self.pwd
            if password and not isinstance(password, bytes):
                raise TypeError("pwd: expected bytes, got %s" % type(password).__name__)
            if not password:
                raise RuntimeError("File %r is encrypted, password required for extraction" % name)
        return ZipExtFile(self, zinfo, start, password)

    def _open_to_write(self, zinfo, force_zip64=False):
        if force_zip64 and not self._allowZip64:
            raise ValueError("force_zip64 is True, but allowZip64 was False when opening the ZIP file.")
        if self._writing:
            raise ValueError("Can't write to the ZIP file while there is another write handle open on it. Close the first handle before opening another.")
        zinfo.compress_size = 0
        zinfo.CRC = 0
        zinfo.flag_bits = 2 if zinfo.compress_type == ZIP_LZMA else 0
        if not self._seekable:
            zinfo.flag_bits |= _DESCRIPTOR
        if not zinfo.external_attr:
            zinfo.external_attr = 0o600 << 16
        zip64 = force_zip64 or (zinfo.file_size * 1.05 > ZIP64_LIMIT)
        if not self._allowZip64 and zip64:
            raise LargeZipFile("Filesize would require ZIP64 extensions")
        if self._seekable:
            self.fp.seek(self.start_dir)
        zinfo.header_offset = self.fp.tell()
        self._writecheck(zinfo)
        self._didModify = True
        self.fp.write(zinfo.FileHeader(zip64))
        self._writing = True
        return _ZipWriteFile(self, zinfo, zip64)

    def extract(self, member, path=None, pwd=None):
        """Extract a member to a folder; its path there."""
        return self._extract_member(member, os.getcwd() if path is None else os.fspath(path), pwd)

    def extractall(self, path=None, members=None, pwd=None):
        """Extract all members, or those named."""
        for zipinfo in self.namelist() if members is None else members:
            self.extract(zipinfo, path, pwd)

    def _extract_member(self, member, targetpath, pwd):
        if not isinstance(member, ZipInfo):
            member = self.getinfo(member)
        parts = [part for part in os.path.splitdrive(member.filename)[1].split('/') if part not in ('', os.path.curdir, os.path.pardir)]
        targetpath = os.path.normpath(os.path.join(targetpath, *parts))
        if member.is_dir():
            os.makedirs(targetpath, exist_ok=True)
            return targetpath
        folder = os.path.dirname(targetpath)
        if folder:
            os.makedirs(folder, exist_ok=True)
        with self.open(member, pwd=pwd) as source, io.open(targetpath, "wb") as target:
            shutil.copyfileobj(source, target)
        return targetpath

    def _writecheck(self, zinfo):
        if zinfo.filename in self.NameToInfo:
            import warnings
            warnings.warn('Duplicate name: %r' % zinfo.filename, stacklevel=3)
        if self.mode not in ('w', 'x', 'a'):
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        if not self.fp:
            raise ValueError("Attempt to write ZIP archive that was already closed")
        _check_compression(zinfo.compress_type)
        if not self._allowZip64 and (len(self.filelist) >= ZIP_FILECOUNT_LIMIT or zinfo.file_size > ZIP64_LIMIT or zinfo.header_offset > ZIP64_LIMIT):
            what = ("Files count" if len(self.filelist) >= ZIP_FILECOUNT_LIMIT else "Filesize" if zinfo.file_size > ZIP64_LIMIT else "Zipfile size")
            raise LargeZipFile(what + " would require ZIP64 extensions")

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        """Put a file into the archive, as `arcname` if given."""
        if not self.fp:
            raise ValueError("Attempt to write to ZIP archive that was already closed")
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists")
        zinfo = ZipInfo.from_file(filename, arcname, strict_timestamps=self._strict_timestamps)
        if zinfo.is_dir():
            zinfo.compress_size = zinfo.CRC = 0
            self.mkdir(zinfo)
            return
        zinfo.compress_type = self.compression if compress_type is None else compress_type
        zinfo._compresslevel = self.compresslevel if compresslevel is None else compresslevel
        with io.open(filename, "rb") as src, self.open(zinfo, 'w') as dest:
            shutil.copyfileobj(src, dest, 1024 * 8)

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        """Put data into the archive, under a name or as a ZipInfo says."""
        if isinstance(data, str):
            data = data.encode("utf-8")
        if not isinstance(zinfo_or_arcname, ZipInfo):
            zinfo = ZipInfo(filename=zinfo_or_arcname, date_time=time.localtime(time.time())[:6])
            zinfo.compress_type = self.compression
            zinfo._compresslevel = self.compresslevel
            if zinfo.filename.endswith('/'):
                zinfo.external_attr = 0o40775 << 16 | 0x10
            else:
                zinfo.external_attr = 0o600 << 16
        else:
            zinfo = zinfo_or_arcname
        if not self.fp:
            raise ValueError("Attempt to write to ZIP archive that was already closed")
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists.")
        if compress_type is not None:
            zinfo.compress_type = compress_type
        if compresslevel is not None:
            zinfo._compresslevel = compresslevel
        zinfo.file_size = len(data)
        with self._lock, self.open(zinfo, mode='w') as dest:
            dest.write(data)

    def mkdir(self, zinfo_or_directory_name, mode=511):
        """Put an empty folder into the archive."""
        if isinstance(zinfo_or_directory_name, ZipInfo):
            zinfo = zinfo_or_directory_name
            if not zinfo.is_dir():
                raise ValueError("The given ZipInfo does not describe a directory")
        elif isinstance(zinfo_or_directory_name, str):
            name = zinfo_or_directory_name
            zinfo = ZipInfo(name if name.endswith("/") else name + "/")
            zinfo.compress_size = zinfo.CRC = 0
            zinfo.external_attr = ((0o40000 | mode) & 0xFFFF) << 16
            zinfo.file_size = 0
            zinfo.external_attr |= 0x10
        else:
            raise TypeError("Expected type str or ZipInfo")
        with self._lock:
            if self._seekable:
                self.fp.seek(self.start_dir)
            zinfo.header_offset = self.fp.tell()
            if zinfo.compress_type == ZIP_LZMA:
                zinfo.flag_bits |= 2
            self._writecheck(zinfo)
            self._didModify = True
            self.filelist.append(zinfo)
            self.NameToInfo[zinfo.filename] = zinfo
            self.fp.write(zinfo.FileHeader(False))
            self.start_dir = self.fp.tell()

    def __del__(self):
        self.close()

    def close(self):
        """Close the file; an archive that was written gets its directory first."""
        if self.fp is None:
            return
        if self._writing:
            raise ValueError("Can't close the ZIP file while there is an open writing handle on it. Close the writing handle before closing the zip.")
        try:
            if self.mode in ('w', 'x', 'a') and self._didModify:
                with self._lock:
                    if self._seekable:
                        self.fp.seek(self.start_dir)
                    self._write_end_record()
        finally:
            fp, self.fp = self.fp, None
            if not self._filePassed:
                fp.close()

    def _write_end_record(self):
        """Writes the directory and the end records."""
        mark, layout = _CENTRAL
        for zinfo in self.filelist:
            clock, day = zinfo._dos_time()
            wide = []
            file_size, compress_size, header_offset = zinfo.file_size, zinfo.compress_size, zinfo.header_offset
            if file_size > ZIP64_LIMIT or compress_size > ZIP64_LIMIT:
                wide += [file_size, compress_size]
                file_size = compress_size = 0xffffffff
            if header_offset > ZIP64_LIMIT:
                wide.append(header_offset)
                header_offset = 0xffffffff
            extra = zinfo.extra
            if wide:
                extra = struct.pack('<HH' + 'Q' * len(wide), 1, 8 * len(wide), *wide) + _without_zip64(extra)
            zinfo._needed_version(bool(wide))
            name, flags = zinfo._encoded_name()
            self.fp.write(layout.pack(mark, zinfo.create_version, zinfo.create_system, zinfo.extract_version, zinfo.reserved, flags, zinfo.compress_type, clock,
                                      day, zinfo.CRC, compress_size, file_size, len(name), len(extra), len(zinfo.comment), 0, zinfo.internal_attr,
                                      zinfo.external_attr, header_offset))
            self.fp.write(name + extra + zinfo.comment)
        place = self.fp.tell()
        count, size, offset = len(self.filelist), place - self.start_dir, self.start_dir
        if count > ZIP_FILECOUNT_LIMIT or offset > ZIP64_LIMIT or size > ZIP64_LIMIT:
            if not self._allowZip64:
                raise LargeZipFile("Files count would require ZIP64 extensions" if count > ZIP_FILECOUNT_LIMIT else
                                   "Central directory offset would require ZIP64 extensions" if offset > ZIP64_LIMIT else
                                   "Central directory size would require ZIP64 extensions")
            end_mark, end_layout = _END64
            self.fp.write(end_layout.pack(end_mark, end_layout.size - 12, 45, 45, 0, 0, count, count, size, offset))
            locator_mark, locator = _END64_LOCATOR
            self.fp.write(locator.pack(locator_mark, 0, place, 1))
            count, size, offset = min(count, 0xFFFF), min(size, 0xFFFFFFFF), min(offset, 0xFFFFFFFF)
        end_mark, end_layout = _END
        self.fp.write(end_layout.pack(end_mark, 0, 0, count, count, size, offset, len(self._comment)))
        self.fp.write(self._comment)
        if self.mode == "a":
            self.fp.truncate()
        self.fp.flush()


def _without_zip64(extra):
    out = b''
    while len(extra) >= 4:
        kind, length = struct.unpack('<HH', extra[:4])
        if kind != 1:
            out += extra[:length + 4]
        extra = extra[length + 4:]
    return out + extra


class PyZipFile(ZipFile):
    """An archive of Python modules; the sources themselves are stored."""

    def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, optimize=-1):
        ZipFile.__init__(self, file, mode=mode, compression=compression, allowZip64=allowZip64)

    def writepy(self, pathname, basename="", filterfunc=None):
        """Adds a module, or a package with all that is in it."""
        pathname = os.fspath(pathname)
        if filterfunc and not filterfunc(pathname):
            return
        folder, name = os.path.split(pathname)
        if not os.path.isdir(pathname):
            if not pathname.endswith(".py"):
                raise RuntimeError('Files added with writepy() must end with ".py"')
            self.write(pathname, f"{basename}/{name}" if basename else name)
            return
        if os.path.isfile(os.path.join(pathname, "__init__.py")):
            basename = f"{basename}/{name}" if basename else name
        for entry in sorted(os.listdir(pathname)):
            path = os.path.join(pathname, entry)
            if entry.endswith(".py") or (os.path.isdir(path) and os.path.isfile(os.path.join(path, "__init__.py"))):
                self.writepy(path, basename, filterfunc)


from _zipfile_path import Path


def _add_tree(archive, path, name):
    """Put a file, or a folder with all below it, into an archive; the folder itself, too, if it has a name there."""
    if os.path.isfile(path):
        archive.write(path, name, ZIP_DEFLATED)
    elif os.path.isdir(path):
        if name:
            archive.write(path, name)
        for entry in sorted(os.listdir(path)):
            _add_tree(archive, os.path.join(path, entry), os.path.join(name, entry))


def main(args=None):
    """python -m zipfile -l|-e|-c|-t archive ..."""
    import argparse
    parser = argparse.ArgumentParser(description='Lists, unpacks, makes and checks zip archives.')
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument('-l', '--list', metavar='<zipfile>', help='what is in the archive')
    group.add_argument('-e', '--extract', nargs=2, metavar=('<zipfile>', '<output_dir>'), help='unpack all of it into a folder')
    group.add_argument('-c', '--create', nargs='+', metavar=('<name>', '<file>'), help='a new archive of files and folders')
    group.add_argument('-t', '--test', metavar='<zipfile>', help='read all of it and compare the checksums')
    parser.add_argument('--metadata-encoding', metavar='<encoding>', help='how old archives encode their names; for -l, -e and -t')
    options = parser.parse_args(args)
    encoding = options.metadata_encoding
    if options.test is not None:
        with ZipFile(options.test, 'r', metadata_encoding=encoding) as zf:
            bad = zf.testzip()
        if bad:
            print("The following enclosed file is corrupted: {!r}".format(bad))
        print("Done testing")
    elif options.list is not None:
        with ZipFile(options.list, 'r', metadata_encoding=encoding) as zf:
            zf.printdir()
    elif options.extract is not None:
        with ZipFile(options.extract[0], 'r', metadata_encoding=encoding) as zf:
            zf.extractall(options.extract[1])
    else:
        with ZipFile(options.create[0], 'w') as zf:
            for path in options.create[1:]:
                name = os.path.basename(path) or os.path.basename(os.path.dirname(path))
                _add_tree(zf, path, '' if name in ('', os.curdir, os.pardir) else name)


if __name__ == "__main__":
    main()
