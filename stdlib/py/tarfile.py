"""Tar archives: reading all formats of the day (ustar, GNU, pax), writing them, extracting with filters that keep members in their place.

An archive is a run of blocks of 512 bytes: a header for each member, then its data. Names and sizes that do not fit a header stand in members of
their own before it: GNU's longname, or pax records.
"""

import builtins
import copy
import io
import os
import stat
import struct
import sys
import time

from _tar_members import MemberFile, more_of_old_map, old_map, pax_map
from _tar_filters import (AbsoluteLinkError, AbsolutePathError, ExtractError, FilterError, LinkOutsideDestinationError, OutsideDestinationError, SpecialFileError,
                          TarError, _NAMED_FILTERS, data_filter, fully_trusted_filter, tar_filter)

__all__ = ["TarFile", "TarInfo", "is_tarfile", "TarError", "ReadError", "CompressionError", "StreamError", "ExtractError", "HeaderError", "ENCODING",
           "USTAR_FORMAT", "GNU_FORMAT", "PAX_FORMAT", "DEFAULT_FORMAT", "open", "fully_trusted_filter", "data_filter", "tar_filter", "FilterError",
           "AbsoluteLinkError", "OutsideDestinationError", "SpecialFileError", "AbsolutePathError", "LinkOutsideDestinationError"]

version = "0.9.0"

NUL = b"\0"
BLOCKSIZE = 512
RECORDSIZE = BLOCKSIZE * 20
GNU_MAGIC = b"ustar  \0"
POSIX_MAGIC = b"ustar\x0000"
LENGTH_NAME, LENGTH_LINK, LENGTH_PREFIX = 100, 100, 155

REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, CHRTYPE, BLKTYPE, DIRTYPE, FIFOTYPE, CONTTYPE = b"0", b"\0", b"1", b"2", b"3", b"4", b"5", b"6", b"7"
GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE = b"L", b"K", b"S"
XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE = b"x", b"g", b"X"
USTAR_FORMAT, GNU_FORMAT, PAX_FORMAT = 0, 1, 2
DEFAULT_FORMAT = PAX_FORMAT
GNU_TYPES = GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE

SUPPORTED_TYPES = (REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, DIRTYPE, FIFOTYPE, CONTTYPE, CHRTYPE, BLKTYPE, GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE)
REGULAR_TYPES = (REGTYPE, AREGTYPE, CONTTYPE, GNUTYPE_SPARSE)
PAX_NAME_FIELDS = frozenset(("path", "linkpath", "uname", "gname"))
PAX_FIELDS = ("path", "linkpath", "size", "mtime", "uid", "gid", "uname", "gname")
PAX_NUMBER_FIELDS = {"atime": float, "ctime": float, "mtime": float, "uid": int, "gid": int, "size": int}
ENCODING = "utf-8"

# What os.symlink() may raise.
symlink_exception = AttributeError, NotImplementedError, OSError


class ReadError(TarError):
    """The file is no archive that can be read."""


class CompressionError(TarError):
    """A compression that the interpreter lacks, or that fails."""


class StreamError(TarError):
    """What a stream, in which one cannot go back, does not allow."""


class HeaderError(TarError):
    """The common base of what is wrong with a member's header."""


class EmptyHeaderError(HeaderError):
    """Nothing where a header should be."""


class TruncatedHeaderError(HeaderError):
    """The file ends within a header."""


class EOFHeaderError(HeaderError):
    """A block of zeros: the archive ends here."""


class SubsequentHeaderError(HeaderError):
    """The header that another one goes before is missing or damaged."""


class InvalidHeaderError(HeaderError):
    """A block whose sum or numbers are wrong."""


# ---- fields of headers

def stn(s, length, encoding, errors):
    if s is None:
        raise ValueError("metadata cannot contain None")
    data = s.encode(encoding, errors)
    return data[:length] + (length - len(data)) * NUL


def nts(s, encoding, errors):
    """The text of a field, which ends at a zero byte."""
    return s.partition(NUL)[0].decode(encoding, errors)


def nti(s):
    """The int of octal digits, or of GNU's base 256."""
    if s[0] in (0o200, 0o377):
        n = int.from_bytes(s[1:], "big")
        return n - (256 ** (len(s) - 1)) if s[0] == 0o377 else n
    try:
        return int(nts(s, "ascii", "strict").strip() or "0", 8)
    except ValueError:
        raise InvalidHeaderError("invalid header") from None


def itn(n, digits=8, format=DEFAULT_FORMAT):
    """The field of an int: octal digits, in GNU's format base 256 where these do not suffice."""
    n = int(n)
    if 0 <= n < 8 ** (digits - 1):
        return b"%0*o" % (digits - 1, n) + NUL
    if format == GNU_FORMAT and -256 ** (digits - 1) <= n < 256 ** (digits - 1):
        return (b"\x80" if n >= 0 else b"\xff") + (n % 256 ** (digits - 1)).to_bytes(digits - 1, "big")
    raise ValueError("overflow in number field")


def calc_chksums(buf):
    """The checksum with unsigned and with signed bytes, the field itself counted as blanks."""
    plain = buf[:148] + b" " * 8 + buf[156:512]
    return sum(plain), sum(struct.unpack("512b", plain))


# ---- members

class TarInfo:
    """What the archive says of a member."""

    __slots__ = dict(name='Name of the archive member.', mode='Permission bits.', uid='User ID of the user who originally stored this member.',
                     gid='Group ID of the user who originally stored this member.', size='Size in bytes.', mtime='Time of last modification.',
                     chksum='Header checksum.', type='File type.', linkname='Name of the target file name, for links.', uname='User name.', gname='Group name.',
                     devmajor='Device major number.', devminor='Device minor number.', offset='The tar header starts here.',
                     offset_data="The file's data starts here.", pax_headers='A dictionary of the pax extended header.', sparse='Sparse member information.',
                     tarfile=None, _sparse_structs=None, _link_target=None)

    def __init__(self, name=""):
        self.name = name
        self.mode = 0o644
        self.uid = self.gid = self.size = self.mtime = self.chksum = 0
        self.type = REGTYPE
        self.linkname = self.uname = self.gname = ""
        self.devmajor = self.devminor = self.offset = self.offset_data = 0
        self.sparse = self.tarfile = self._sparse_structs = self._link_target = None
        self.pax_headers = {}

    path = property(lambda self: self.name, lambda self, name: setattr(self, 'name', name))
    linkpath = property(lambda self: self.linkname, lambda self, name: setattr(self, 'linkname', name))

    def __repr__(self):
        return "<%s %r at %#x>" % (self.__class__.__name__, self.name, id(self))

    def replace(self, *, name=..., mtime=..., mode=..., linkname=..., uid=..., gid=..., uname=..., gname=..., deep=True):
        """A copy with other attributes."""
        result = copy.deepcopy(self) if deep else copy.copy(self)
        for field, value in (("name", name), ("mtime", mtime), ("mode", mode), ("linkname", linkname), ("uid", uid), ("gid", gid), ("uname", uname),
                             ("gname", gname)):
            if value is not ...:
                setattr(result, field, value)
        return result

    def get_info(self):
        """The attributes as a dict."""
        info = {"name": self.name, "mode": None if self.mode is None else self.mode & 0o7777, "uid": self.uid, "gid": self.gid, "size": self.size,
                "mtime": self.mtime, "chksum": self.chksum, "type": self.type, "linkname": self.linkname, "uname": self.uname, "gname": self.gname,
                "devmajor": self.devmajor, "devminor": self.devminor}
        if info["type"] == DIRTYPE and not info["name"].endswith("/"):
            info["name"] += "/"
        return info

    def tobuf(self, format=DEFAULT_FORMAT, encoding=ENCODING, errors="surrogateescape"):
        """The header as bytes, what must come before it included."""
        info = self.get_info()
        for name, value in info.items():
            if value is None:
                raise ValueError("%s may not be None" % name)
        if format == USTAR_FORMAT:
            return self._ustar(info, encoding, errors)
        if format == GNU_FORMAT:
            return self._gnu(info, encoding, errors)
        if format == PAX_FORMAT:
            return self._pax(info, encoding)
        raise ValueError("invalid format")

    def _ustar(self, info, encoding, errors):
        info["magic"] = POSIX_MAGIC
        if len(info["linkname"].encode(encoding, errors)) > LENGTH_LINK:
            raise ValueError("linkname is too long")
        if len(info["name"].encode(encoding, errors)) > LENGTH_NAME:
            info["prefix"], info["name"] = self._split_name(info["name"], encoding, errors)
        return self._header(info, USTAR_FORMAT, encoding, errors)

    def _gnu(self, info, encoding, errors):
        info["magic"] = GNU_MAGIC
        before = b""
        for field, kind, length in (("linkname", GNUTYPE_LONGLINK, LENGTH_LINK), ("name", GNUTYPE_LONGNAME, LENGTH_NAME)):
            data = info[field].encode(encoding, errors)
            if len(data) > length:
                before += self._extra_member("././@LongLink", kind, data + NUL, GNU_FORMAT, encoding, errors, GNU_MAGIC)
        return before + self._header(info, GNU_FORMAT, encoding, errors)

    def _pax(self, info, encoding):
        info["magic"] = POSIX_MAGIC
        records = self.pax_headers.copy()
        for field, key, length in (("name", "path", LENGTH_NAME), ("linkname", "linkpath", LENGTH_LINK), ("uname", "uname", 32), ("gname", "gname", 32)):
            if key in records:
                continue
            try:
                info[field].encode("ascii", "strict")
            except UnicodeEncodeError:
                records[key] = info[field]
                continue
            if len(info[field]) > length:
                records[key] = info[field]
        for field, digits in (("uid", 8), ("gid", 8), ("size", 12), ("mtime", 12)):
            value = info[field]
            needs = not 0 <= value < 8 ** (digits - 1)
            if needs or isinstance(value, float):
                info[field] = 0 if needs else int(round(value))
                if field not in records:
                    records[field] = str(value)
        before = self._pax_member(records, XHDTYPE, encoding) if records else b""
        return before + self._header(info, USTAR_FORMAT, "ascii", "replace")

    @classmethod
    def create_pax_global_header(cls, pax_headers):
        """A header of records for the whole archive."""
        return cls._pax_member(pax_headers, XGLTYPE, "utf-8")

    def _split_name(self, name, encoding, errors):
        parts = name.split("/")
        for i in range(1, len(parts)):
            prefix, rest = "/".join(parts[:i]), "/".join(parts[i:])
            if len(prefix.encode(encoding, errors)) <= LENGTH_PREFIX and len(rest.encode(encoding, errors)) <= LENGTH_NAME:
                return prefix, rest
        raise ValueError("name is too long")

    @staticmethod
    def _header(info, format, encoding, errors):
        device = info.get("type") in (CHRTYPE, BLKTYPE)
        major = itn(info.get("devmajor", 0), 8, format) if device else stn("", 8, encoding, errors)
        minor = itn(info.get("devminor", 0), 8, format) if device else stn("", 8, encoding, errors)
        parts = [stn(info.get("name", ""), 100, encoding, errors), itn(info.get("mode", 0) & 0o7777, 8, format), itn(info.get("uid", 0), 8, format),
                 itn(info.get("gid", 0), 8, format), itn(info.get("size", 0), 12, format), itn(info.get("mtime", 0), 12, format), b" " * 8,
                 info.get("type", REGTYPE), stn(info.get("linkname", ""), 100, encoding, errors), info.get("magic", POSIX_MAGIC),
                 stn(info.get("uname", ""), 32, encoding, errors), stn(info.get("gname", ""), 32, encoding, errors), major, minor,
                 stn(info.get("prefix", ""), 155, encoding, errors)]
        block = struct.pack("512s", b"".join(parts))
        return block[:148] + b"%06o\0" % calc_chksums(block)[0] + block[155:]

    @staticmethod
    def _padded(data):
        return data + NUL * (-len(data) % BLOCKSIZE)

    @classmethod
    def _extra_member(cls, name, kind, data, format, encoding, errors, magic):
        info = {"name": name, "type": kind, "size": len(data), "magic": magic}
        return cls._header(info, format, encoding, errors) + cls._padded(data)

    @classmethod
    def _pax_member(cls, records, kind, encoding):
        data = b""
        for key, value in records.items():
            key = key.encode("utf-8")
            value = value.encode("utf-8", "surrogateescape")
            length = len(key) + len(value) + 3
            total = 0
            while total != length + len(str(total)):
                total = length + len(str(total))
            data += b"%d %s=%s\n" % (total, key, value)
        return cls._extra_member("././@PaxHeader", kind, data, USTAR_FORMAT, "ascii", "replace", POSIX_MAGIC)

    @classmethod
    def frombuf(cls, buf, encoding, errors):
        """The member of a header block."""
        if len(buf) == 0:
            raise EmptyHeaderError("empty header")
        if len(buf) != BLOCKSIZE:
            raise TruncatedHeaderError("truncated header")
        if buf.count(NUL) == BLOCKSIZE:
            raise EOFHeaderError("end of file header")
        checksum = nti(buf[148:156])
        if checksum not in calc_chksums(buf):
            raise InvalidHeaderError("bad checksum")
        obj = cls()
        obj.name = nts(buf[0:100], encoding, errors)
        obj.mode, obj.uid, obj.gid = nti(buf[100:108]), nti(buf[108:116]), nti(buf[116:124])
        obj.size, obj.mtime, obj.chksum = nti(buf[124:136]), nti(buf[136:148]), checksum
        obj.type = buf[156:157]
        obj.linkname = nts(buf[157:257], encoding, errors)
        obj.uname, obj.gname = nts(buf[265:297], encoding, errors), nts(buf[297:329], encoding, errors)
        obj.devmajor, obj.devminor = nti(buf[329:337]), nti(buf[337:345])
        prefix = nts(buf[345:500], encoding, errors)
        if obj.type == AREGTYPE and obj.name.endswith("/"):
            obj.type = DIRTYPE
        if obj.type == GNUTYPE_SPARSE:
            obj._sparse_structs = old_map(buf, nti)
        if obj.isdir():
            obj.name = obj.name.rstrip("/")
        if prefix and obj.type not in (GNUTYPE_SPARSE, GNUTYPE_LONGNAME, GNUTYPE_LONGLINK):
            obj.name = prefix + "/" + obj.name
        return obj

    @classmethod
    def fromtarfile(cls, tarfile):
        """The next member of an archive."""
        offset = tarfile.fileobj.tell()
        obj = cls.frombuf(tarfile.fileobj.read(BLOCKSIZE), tarfile.encoding, tarfile.errors)
        obj.offset = offset
        return obj._complete(tarfile)

    def _blocks(self, count):
        return (count + BLOCKSIZE - 1) // BLOCKSIZE * BLOCKSIZE

    def _complete(self, tarfile):
        """Reads what belongs to the header: long names, records."""
        file = tarfile.fileobj
        if self.type in (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK):
            data = file.read(self._blocks(self.size))
            try:
                following = self.fromtarfile(tarfile)
            except HeaderError as e:
                raise SubsequentHeaderError(str(e)) from None
            following.offset = self.offset
            text = nts(data[:self.size], tarfile.encoding, tarfile.errors)
            if self.type == GNUTYPE_LONGNAME:
                following.name = text
            else:
                following.linkname = text
            if following.isdir():
                following.name = following.name.removesuffix("/")
            return following
        if self.type in (XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE):
            pairs = _pax_records(file.read(self._blocks(self.size))[:self.size], tarfile)
            records = dict(pairs)
            if self.type == XGLTYPE:
                tarfile.pax_headers.update(records)
                records = {}
            try:
                following = self.fromtarfile(tarfile)
            except HeaderError as e:
                raise SubsequentHeaderError(str(e)) from None
            if records:
                old_size = following.size
                holes = pax_map(file, records, pairs)
                if holes is not None:
                    following.sparse = holes
                    if records.get("GNU.sparse.major") == "1":
                        following.offset_data = file.tell()
                following._apply(records, tarfile.encoding, tarfile.errors)
                following.offset = self.offset
                if "size" in records and following.size != old_size:
                    tarfile.offset = following.offset_data + (following._blocks(following.size) if following.isreg() else 0)
            return following
        if self._sparse_structs:
            self.sparse, more, size = self._sparse_structs
            if more:
                more_of_old_map(file, self.sparse, nti)
        self.offset_data = file.tell()
        offset = self.offset_data
        if self.isreg() or self.type not in SUPPORTED_TYPES:
            offset += self._blocks(self.size)
        tarfile.offset = offset
        if self._sparse_structs:
            self.size, self._sparse_structs = size, None
        self._apply(tarfile.pax_headers, tarfile.encoding, tarfile.errors)
        if self.isdir():
            self.name = self.name.rstrip("/")
        return self

    def _apply(self, records, encoding, errors):
        for key, value in records.items():
            if key == "GNU.sparse.name":
                self.path = value
            elif key in ("GNU.sparse.size", "GNU.sparse.realsize"):
                self.size = int(value)
            elif key in PAX_FIELDS:
                if key in PAX_NUMBER_FIELDS:
                    try:
                        value = PAX_NUMBER_FIELDS[key](value)
                    except ValueError:
                        value = 0
                if key == "path":
                    value = value.rstrip("/")
                setattr(self, key, value)
        self.pax_headers = {**self.pax_headers, **records}

    def isreg(self):
        'Whether the member is a file with contents.'
        return self.type in REGULAR_TYPES

    isfile = isreg

    def isdir(self):
        'Whether the member is a folder.'
        return self.type == DIRTYPE

    def issym(self):
        'Whether the member is a symbolic link.'
        return self.type == SYMTYPE

    def islnk(self):
        'Whether the member is a second name of another one.'
        return self.type == LNKTYPE

    def ischr(self):
        'Whether the member is a device of characters.'
        return self.type == CHRTYPE

    def isblk(self):
        'Whether the member is a device of blocks.'
        return self.type == BLKTYPE

    def isfifo(self):
        'Whether the member is a named pipe.'
        return self.type == FIFOTYPE

    def issparse(self):
        return self.sparse is not None

    def isdev(self):
        'Whether the member is a device or a named pipe.'
        return self.type in (CHRTYPE, BLKTYPE, FIFOTYPE)


def _pax_records(data, tarfile):
    """The pairs of a pax header, in order. Names that are not UTF-8 have the archive's encoding, as have those said to be binary."""
    pairs = []
    encoding = "utf-8"
    while data and data[0] != 0:
        length, space, rest = data.partition(b" ")
        if not space or not length.isdigit() or not 5 <= int(length) <= len(data):
            raise InvalidHeaderError("invalid header")
        length = int(length)
        record = data[len(data) - len(rest):length]
        if data[length - 1:length] != b"\n" or b"=" not in record:
            raise InvalidHeaderError("invalid header")
        key, _, value = record[:-1].partition(b"=")
        if key == b"hdrcharset":
            encoding = tarfile.encoding if value == b"BINARY" else "utf-8"
        key = key.decode("utf-8", tarfile.errors)
        try:
            value = value.decode(encoding if key in PAX_NAME_FIELDS else "utf-8", "strict")
        except UnicodeDecodeError:
            value = value.decode(tarfile.encoding if key in PAX_NAME_FIELDS else "utf-8", tarfile.errors)
        pairs.append((key, value))
        data = data[length:]
    return pairs


class ExFileObject(io.BufferedReader):
    """A member open for reading."""

    def __init__(self, tarfile, tarinfo):
        super().__init__(MemberFile(tarfile.fileobj, tarinfo.offset_data, tarinfo.size, tarinfo.name, tarinfo.sparse, ReadError))


class _Forward:
    """A file read once from start to end, as the archive is read; seeking goes forward only."""

    def __init__(self, file, kind="tar"):
        self._file = file
        self._kind = kind
        self._place = 0

    def _read_some(self, size):
        try:
            return self._file.read(size)
        except Exception as e:
            if self._kind == "tar" or not (isinstance(e, (OSError, EOFError)) or type(e).__module__ in ("zlib", "_lzma")):
                raise
            raise ReadError("not a gzip file" if self._kind == "gz" and not self._place else "invalid compressed data") from e

    def read(self, size):
        parts = []
        while size > 0:
            data = self._read_some(size)
            if not data:
                break
            parts.append(data)
            size -= len(data)
        data = b"".join(parts)
        self._place += len(data)
        return data

    def tell(self):
        return self._place

    def seek(self, place):
        if place < self._place:
            raise StreamError("seeking backwards is not allowed")
        while self._place < place and self.read(min(place - self._place, 1 << 16)):
            pass
        return self._place

    def seekable(self):
        return False

    def write(self, data):
        self._file.write(data)
        self._place += len(data)

    def close(self):
        pass


def copyfileobj(src, dst, length=None, exception=OSError, bufsize=None):
    """Copies exactly length bytes; without a length, what there is."""
    bufsize = bufsize or 16384 * 4
    while length is None or length:
        data = src.read(bufsize if length is None else min(length, bufsize))
        if not data:
            if length is None:
                return
            raise exception("unexpected end of data")
        dst.write(data)
        if length is not None:
            length -= len(data)


# ---- archives

class TarFile:
    """An archive, open for reading ('r'), writing ('w', 'x') or adding to ('a')."""

    debug = 0
    dereference = False
    ignore_zeros = False
    errorlevel = 1
    format = DEFAULT_FORMAT
    encoding = ENCODING
    errors = None
    tarinfo = TarInfo
    fileobject = ExFileObject
    extraction_filter = None

    def __init__(self, name=None, mode="r", fileobj=None, format=None, tarinfo=None, dereference=None, ignore_zeros=None, encoding=None,
                 errors="surrogateescape", pax_headers=None, debug=None, errorlevel=None, copybufsize=None):
        modes = {"r": "rb", "a": "r+b", "w": "wb", "x": "xb"}
        if mode not in modes:
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        self.mode = mode
        self._mode = modes[mode]
        if not fileobj:
            if self.mode == "a" and not os.path.exists(name):
                self.mode, self._mode = "w", "wb"
            fileobj = builtins.open(name, self._mode)
            self._extfileobj = False
        else:
            if name is None and hasattr(fileobj, "name") and isinstance(fileobj.name, (str, bytes)):
                name = fileobj.name
            self._mode = getattr(fileobj, "mode", self._mode)
            self._extfileobj = True
        self.name = os.path.abspath(name) if name else None
        self.fileobj = fileobj
        for attribute, value in (("format", format), ("tarinfo", tarinfo), ("dereference", dereference), ("ignore_zeros", ignore_zeros), ("encoding", encoding),
                                 ("debug", debug), ("errorlevel", errorlevel)):
            if value is not None:
                setattr(self, attribute, value)
        self.errors = errors
        self.pax_headers = pax_headers if pax_headers is not None and self.format == PAX_FORMAT else {}
        self.closed = False
        self.members = []
        self._loaded = False
        self.offset = self.fileobj.tell()
        self.inodes = {}
        self._unames, self._gnames = {}, {}
        self.firstmember = None
        try:
            if self.mode == "r":
                self.firstmember = self.next()
            elif self.mode == "a":
                while True:
                    self.fileobj.seek(self.offset)
                    try:
                        self.members.append(self.tarinfo.fromtarfile(self))
                    except EOFHeaderError:
                        self.fileobj.seek(self.offset)
                        break
                    except HeaderError as e:
                        raise ReadError(str(e)) from None
            if self.mode in ("a", "w", "x"):
                self._loaded = True
                if self.pax_headers:
                    buf = self.tarinfo.create_pax_global_header(self.pax_headers.copy())
                    self.fileobj.write(buf)
                    self.offset += len(buf)
        except BaseException:
            if not self._extfileobj:
                self.fileobj.close()
            self.closed = True
            raise

    # ---- opening

    OPEN_METH = {"tar": "taropen", "gz": "gzopen", "bz2": "bz2open", "xz": "xzopen"}

    @classmethod
    def open(cls, name=None, mode="r", fileobj=None, bufsize=RECORDSIZE, **kwargs):
        """Opens an archive: mode 'r' finds the compression, 'r:gz', 'w:xz' and so on name it, 'r|gz' reads or writes a stream."""
        if not name and not fileobj:
            raise ValueError("nothing to open")
        if mode in ("r", "r:*"):
            place = fileobj.tell() if fileobj is not None else None
            errors = []
            for kind in sorted(cls.OPEN_METH, key=lambda kind: kind == "tar"):
                try:
                    return getattr(cls, cls.OPEN_METH[kind])(name, "r", fileobj, **kwargs)
                except (ReadError, CompressionError) as e:
                    errors.append(f'\n- method {kind}: {e!r}')
                    if fileobj is not None:
                        fileobj.seek(place)
            raise ReadError(f"file could not be opened successfully:{''.join(errors)}")
        if ":" in mode:
            filemode, kind = mode.split(":", 1)
            if kind and kind not in cls.OPEN_METH:
                raise CompressionError("unknown compression type %r" % kind)
            return getattr(cls, cls.OPEN_METH[kind or "tar"])(name, filemode or "r", fileobj, **kwargs)
        if "|" in mode:
            filemode, kind = mode.split("|", 1)
            filemode = filemode or "r"
            if filemode not in ("r", "w"):
                raise ValueError("mode must be 'r' or 'w'")
            return cls._stream(name, filemode, kind or "tar", fileobj, kwargs)
        if mode in ("a", "w", "x"):
            return cls.taropen(name, mode, fileobj, **kwargs)
        raise ValueError("undiscernible mode")

    @classmethod
    def _stream(cls, name, mode, kind, fileobj, kwargs):
        compresslevel = kwargs.pop("compresslevel", 9)
        raw = fileobj or builtins.open(name, mode + "b")
        if kind == "*":
            raw = io.BufferedReader(_Raw(raw))
            head = raw.peek(6)
            kind = "gz" if head[:2] == b"\x1f\x8b" else "bz2" if head[:3] == b"BZh" else "xz" if head[:6] == b"\xfd7zXZ\0" else "tar"
        if kind == "gz":
            import gzip
            stream = gzip.GzipFile(name, mode + "b", compresslevel, raw)
        elif kind == "bz2":
            import bz2
            stream = bz2.BZ2File(raw, mode, compresslevel=compresslevel)
        elif kind == "xz":
            import lzma
            stream = lzma.LZMAFile(raw, mode)
        elif kind == "tar":
            stream = raw
        else:
            raise CompressionError("unknown compression type %r" % kind)
        archive = cls(name, mode, _Forward(stream, kind), **kwargs)
        archive._to_close = [f for f in (stream if stream is not raw else None, None if fileobj else raw) if f]
        return archive

    @classmethod
    def taropen(cls, name, mode="r", fileobj=None, **kwargs):
        """Open an archive without compression."""
        if mode not in ("r", "a", "w", "x"):
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        return cls(name, mode, fileobj, **kwargs)

    @classmethod
    def _write_compressed(cls, opener, name, mode, kwargs):
        if mode not in ("w", "x"):
            raise ValueError("mode must be 'r', 'w' or 'x'")
        stream = opener()
        try:
            archive = cls.taropen(name, mode, stream, **kwargs)
        except BaseException:
            stream.close()
            raise
        archive._extfileobj = False
        return archive

    @classmethod
    def gzopen(cls, name, mode="r", fileobj=None, compresslevel=9, **kwargs):
        """Open an archive in gzip's format."""
        from gzip import GzipFile
        if mode == "r":
            return cls._read_compressed("gzip", lambda: GzipFile(name, "rb", compresslevel, fileobj), name, kwargs)
        return cls._write_compressed(lambda: GzipFile(name, mode + "b", compresslevel, fileobj), name, mode, kwargs)

    @classmethod
    def _read_compressed(cls, what, opener, name, kwargs):
        stream = opener()
        try:
            archive = cls.taropen(name, "r", stream, **kwargs)
        except BaseException as e:
            stream.close()
            import zlib
            kinds = [OSError, EOFError, zlib.error]
            if what == "lzma":
                import lzma
                kinds.append(lzma.LZMAError)
            if isinstance(e, tuple(kinds)):
                raise ReadError(f"not a{"n" if what == "lzma" else ""} {what} file") from e
            raise
        archive._extfileobj = False
        return archive

    @classmethod
    def bz2open(cls, name, mode="r", fileobj=None, compresslevel=9, **kwargs):
        """Open an archive in bzip2's format."""
        from bz2 import BZ2File
        if mode == "r":
            return cls._read_compressed("bzip2", lambda: BZ2File(fileobj or name, "r"), name, kwargs)
        return cls._write_compressed(lambda: BZ2File(fileobj or name, mode, compresslevel=compresslevel), name, mode, kwargs)

    @classmethod
    def xzopen(cls, name, mode="r", fileobj=None, preset=None, **kwargs):
        """Open an archive in xz's format."""
        from lzma import LZMAFile
        if mode == "r":
            return cls._read_compressed("lzma", lambda: LZMAFile(fileobj or name, "r"), name, kwargs)
        return cls._write_compressed(lambda: LZMAFile(fileobj or name, mode, preset=preset), name, mode, kwargs)

    _to_close = ()

    def close(self):
        """Close the archive; one that is written gets its end mark, two blocks of zeros."""
        if self.closed:
            return
        self.closed = True
        try:
            if self.mode in ("a", "w", "x"):
                self.fileobj.write(NUL * (BLOCKSIZE * 2))
                self.offset += BLOCKSIZE * 2
                rest = self.offset % RECORDSIZE
                if rest:
                    self.fileobj.write(NUL * (RECORDSIZE - rest))
        finally:
            if not self._extfileobj:
                self.fileobj.close()
            for file in self._to_close:
                file.close()

    def _check(self, mode=None):
        if self.closed:
            raise OSError("%s is closed" % self.__class__.__name__)
        if mode is not None and self.mode not in mode:
            raise OSError("bad operation for mode %r" % self.mode)

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, type, value, traceback):
        if type is None:
            self.close()
        elif not self.closed:
            if not self._extfileobj:
                self.fileobj.close()
            self.closed = True

    # ---- members

    def next(self):
        """The next member, None at the end."""
        self._check("ra")
        if self.firstmember is not None:
            member, self.firstmember = self.firstmember, None
            return member
        if self.offset != self.fileobj.tell():
            if self.offset == 0:
                return None
            self.fileobj.seek(self.offset - 1)
            if not self.fileobj.read(1):
                raise ReadError("unexpected end of data")
        member = None
        while True:
            try:
                member = self.tarinfo.fromtarfile(self)
            except EOFHeaderError:
                if self.ignore_zeros:
                    self.offset += BLOCKSIZE
                    continue
            except InvalidHeaderError as e:
                if self.ignore_zeros:
                    self.offset += BLOCKSIZE
                    continue
                if self.offset == 0:
                    raise ReadError(str(e)) from None
            except EmptyHeaderError:
                if self.offset == 0:
                    raise ReadError("empty file") from None
            except TruncatedHeaderError as e:
                if self.offset == 0:
                    raise ReadError(str(e)) from None
            except SubsequentHeaderError as e:
                raise ReadError(str(e)) from None
            except Exception as e:
                if type(e).__module__ == "zlib":
                    raise ReadError(f"zlib error: {e}") from None
                raise
            break
        if member is not None:
            self.members.append(member)
        else:
            self._loaded = True
        return member

    def _load(self):
        while not self._loaded and self.next() is not None:
            pass
        self._loaded = True

    def getmembers(self):
        """The TarInfo of every member, in order."""
        self._check()
        self._load()
        return self.members

    def getnames(self):
        """The name of every member, in order."""
        return [member.name for member in self.getmembers()]

    def _getmember(self, name, tarinfo=None, normalize=False):
        members = self.getmembers()
        if tarinfo is not None:
            members = members[:next((i for i, m in enumerate(members) if m is tarinfo or m.offset == tarinfo.offset), len(members))]
        if normalize:
            name = os.path.normpath(name)
        for member in reversed(members):
            if name == (os.path.normpath(member.name) if normalize else member.name):
                return member

    def getmember(self, name):
        """The TarInfo of a name; the last one counts, KeyError if there is none."""
        member = self._getmember(name.rstrip('/'))
        if member is None:
            raise KeyError("filename %r not found" % name)
        return member

    def __iter__(self):
        if self._loaded:
            yield from self.members
            return
        index = 0
        if self.firstmember is not None:
            yield self.next()
            index = 1
        while True:
            if index < len(self.members):
                member = self.members[index]
            elif not self._loaded:
                member = self.next()
                if not member:
                    self._loaded = True
                    return
            else:
                return
            index += 1
            yield member

    def list(self, verbose=True, *, members=None):
        """Print a line for each member; with `verbose` as "ls -l" does."""
        for member in self if members is None else members:
            parts = []
            if verbose:
                parts.append('??????????' if member.mode is None else stat.filemode(member.mode))
                parts.append("%s/%s" % (member.uname or member.uid, member.gname or member.gid))
                parts.append("%10s" % ("%d,%d" % (member.devmajor, member.devminor) if member.ischr() or member.isblk() else "%d" % member.size))
                parts.append("????-??-?? ??:??:??" if member.mtime is None else "%d-%02d-%02d %02d:%02d:%02d" % time.localtime(member.mtime)[:6])
            parts.append(member.name + ("/" if member.isdir() else ""))
            if verbose and member.issym():
                parts.append("-> " + member.linkname)
            if verbose and member.islnk():
                parts.append("link to " + member.linkname)
            encoding = getattr(sys.stdout, "encoding", None)
            line = " ".join(parts)
            print(line.encode(encoding, "backslashreplace").decode(encoding) if encoding else line, end=" \n")

    # ---- adding

    def gettarinfo(self, name=None, arcname=None, fileobj=None):
        """The TarInfo of a file of the file system."""
        self._check("awx")
        if fileobj is not None:
            name = fileobj.name
        if arcname is None:
            arcname = name
        arcname = os.path.splitdrive(arcname)[1].replace(os.sep, "/").lstrip("/")
        member = self.tarinfo()
        member.tarfile = self
        statres = os.fstat(fileobj.fileno()) if fileobj is not None else os.stat(name) if self.dereference else os.lstat(name)
        mode = statres.st_mode
        linkname = ""
        if stat.S_ISREG(mode):
            inode = statres.st_ino, statres.st_dev
            if not self.dereference and statres.st_nlink > 1 and inode in self.inodes and arcname != self.inodes[inode]:
                kind, linkname = LNKTYPE, self.inodes[inode]
            else:
                kind = REGTYPE
                if inode[0]:
                    self.inodes[inode] = arcname
        elif stat.S_ISLNK(mode):
            kind, linkname = SYMTYPE, os.readlink(name)
        else:
            kind = next((kind for test, kind in ((stat.S_ISDIR, DIRTYPE), (stat.S_ISFIFO, FIFOTYPE), (stat.S_ISCHR, CHRTYPE), (stat.S_ISBLK, BLKTYPE)) if test(mode)),
                        None)
            if kind is None:
                return None
        member.name, member.mode, member.uid, member.gid = arcname, mode, statres.st_uid, statres.st_gid
        member.size = statres.st_size if kind == REGTYPE else 0
        member.mtime, member.type, member.linkname = statres.st_mtime, kind, linkname
        import grp
        import pwd
        for table, number, field, find in ((self._unames, member.uid, "uname", lambda n: pwd.getpwuid(n)[0]), (self._gnames, member.gid, "gname",
                                                                                                               lambda n: grp.getgrgid(n)[0])):
            if number not in table:
                try:
                    table[number] = find(number)
                except KeyError:
                    table[number] = ''
            setattr(member, field, table[number])
        if kind in (CHRTYPE, BLKTYPE):
            member.devmajor, member.devminor = os.major(statres.st_rdev), os.minor(statres.st_rdev)
        return member

    def add(self, name, arcname=None, recursive=True, *, filter=None):
        """Put a file into the archive, a folder with all below it; filter may change a TarInfo, or leave it out with None."""
        self._check("awx")
        if arcname is None:
            arcname = name
        if self.name is not None and os.path.abspath(name) == self.name:
            return
        member = self.gettarinfo(name, arcname)
        if member is None:
            return
        if filter is not None:
            member = filter(member)
            if member is None:
                return
        if member.isreg():
            with builtins.open(name, "rb") as f:
                self.addfile(member, f)
            return
        self.addfile(member)
        if member.isdir() and recursive:
            for entry in sorted(os.listdir(name)):
                self.add(os.path.join(name, entry), os.path.join(arcname, entry), recursive, filter=filter)

    def addfile(self, tarinfo, fileobj=None):
        """Add a member, with tarinfo.size bytes read from fileobj."""
        self._check("awx")
        tarinfo = copy.copy(tarinfo)
        buf = tarinfo.tobuf(self.format, self.encoding, self.errors)
        self.fileobj.write(buf)
        self.offset += len(buf)
        if fileobj is not None:
            copyfileobj(fileobj, self.fileobj, tarinfo.size)
            rest = -tarinfo.size % BLOCKSIZE
            self.fileobj.write(NUL * rest)
            self.offset += tarinfo.size + rest
        self.members.append(tarinfo)

    # ---- extracting

    def _filter_function(self, filter):
        if filter is None:
            filter = self.extraction_filter
            if filter is None:
                import warnings
                warnings.warn('Python 3.14 will, by default, filter extracted tar archives and reject files or modify their metadata. '
                              'Use the filter argument to control this behavior.', DeprecationWarning)
                return fully_trusted_filter
            if isinstance(filter, str):
                raise TypeError('String names are not supported for TarFile.extraction_filter. Use a function such as tarfile.data_filter directly.')
            return filter
        if callable(filter):
            return filter
        try:
            return _NAMED_FILTERS[filter]
        except KeyError:
            raise ValueError(f"filter {filter!r} not found") from None

    def _handle(self, error, fatal):
        if fatal and self.errorlevel > 0:
            raise error
        if self.errorlevel > 1:
            raise error

    def _selected(self, member, filter, path):
        """The member as the filter leaves it; None to skip it."""
        tarinfo = self.getmember(member) if isinstance(member, str) else member
        try:
            tarinfo = filter(tarinfo, path)
        except (OSError, FilterError) as e:
            self._handle(e, True)
            return None
        except ExtractError as e:
            self._handle(e, False)
            return None
        if tarinfo is None:
            return None
        if tarinfo.islnk():
            tarinfo = copy.copy(tarinfo)
            tarinfo._link_target = os.path.join(path, tarinfo.linkname)
        return tarinfo

    def extractall(self, path=".", members=None, *, numeric_owner=False, filter=None):
        """Extract all members, or those given, to a folder. filter: 'data', 'tar', 'fully_trusted' or a function."""
        function = self._filter_function(filter)
        folders = []
        for member in self if members is None else members:
            tarinfo = self._selected(member, function, path)
            if tarinfo is None:
                continue
            if tarinfo.isdir():
                folders.append(tarinfo)
            self._extract_one(tarinfo, path, set_attrs=not tarinfo.isdir(), numeric_owner=numeric_owner)
        for tarinfo in sorted(folders, key=lambda a: a.name, reverse=True):
            target = os.path.join(path, tarinfo.name)
            try:
                self._set_attributes(tarinfo, target, numeric_owner)
            except ExtractError as e:
                self._handle(e, False)

    def extract(self, member, path="", set_attrs=True, *, numeric_owner=False, filter=None):
        """Extract a member to a folder."""
        tarinfo = self._selected(member, self._filter_function(filter), path)
        if tarinfo is not None:
            self._extract_one(tarinfo, path, set_attrs, numeric_owner)

    def _extract_one(self, tarinfo, path, set_attrs, numeric_owner):
        self._check("r")
        try:
            self._extract_member(tarinfo, os.path.join(path, tarinfo.name), set_attrs, numeric_owner)
        except (OSError, FilterError) as e:
            self._handle(e, True)
        except ExtractError as e:
            self._handle(e, False)

    def extractfile(self, member):
        """A member open for reading; None for what has no data."""
        self._check("r")
        tarinfo = self.getmember(member) if isinstance(member, str) else member
        if tarinfo.isreg() or tarinfo.type not in SUPPORTED_TYPES:
            return self.fileobject(self, tarinfo)
        if tarinfo.islnk() or tarinfo.issym():
            if isinstance(self.fileobj, _Forward):
                raise StreamError("cannot extract (sym)link as file object")
            return self.extractfile(self._find_link_target(tarinfo))
        return None

    def _find_link_target(self, tarinfo):
        if tarinfo.issym():
            linkname = "/".join(filter(None, (os.path.dirname(tarinfo.name), tarinfo.linkname)))
            limit = None
        else:
            linkname, limit = tarinfo.linkname, tarinfo
        member = self._getmember(linkname, tarinfo=limit, normalize=True)
        if member is None:
            raise KeyError("linkname %r not found" % linkname)
        return member

    def _extract_member(self, tarinfo, target, set_attrs, numeric_owner):
        target = target.rstrip("/")
        folder = os.path.dirname(target)
        if folder and not os.path.exists(folder):
            os.makedirs(folder, exist_ok=True)
        if tarinfo.isdir():
            try:
                os.mkdir(target, 0o700) if tarinfo.mode is not None else os.mkdir(target)
            except FileExistsError:
                if not os.path.isdir(target):
                    raise
        elif tarinfo.isfifo():
            os.mkfifo(target)
        elif tarinfo.ischr() or tarinfo.isblk():
            mode = (tarinfo.mode or 0o600) | (stat.S_IFBLK if tarinfo.isblk() else stat.S_IFCHR)
            os.mknod(target, mode, os.makedev(tarinfo.devmajor, tarinfo.devminor))
        elif tarinfo.issym():
            if os.path.lexists(target):
                os.unlink(target)
            os.symlink(tarinfo.linkname, target)
            return
        elif tarinfo.islnk():
            if os.path.exists(tarinfo._link_target):
                if os.path.lexists(target):
                    os.unlink(target)
                os.link(tarinfo._link_target, target)
            else:
                self._extract_member(self._find_link_target(tarinfo), target, set_attrs, numeric_owner)
        else:
            with builtins.open(target, "wb") as f:
                source = self.fileobj
                source.seek(tarinfo.offset_data)
                if tarinfo.sparse is None:
                    copyfileobj(source, f, tarinfo.size, ReadError)
                else:
                    for offset, size in tarinfo.sparse:
                        f.seek(offset)
                        copyfileobj(source, f, size, ReadError)
                    f.truncate(tarinfo.size)
        if set_attrs:
            self._set_attributes(tarinfo, target, numeric_owner)

    def _set_attributes(self, tarinfo, target, numeric_owner):
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            uid, gid = tarinfo.uid, tarinfo.gid
            if not numeric_owner:
                import grp
                import pwd
                try:
                    gid = grp.getgrnam(tarinfo.gname)[2] if tarinfo.gname else gid
                except KeyError:
                    pass
                try:
                    uid = pwd.getpwnam(tarinfo.uname)[2] if tarinfo.uname else uid
                except KeyError:
                    pass
            try:
                os.chown(target, -1 if uid is None else uid, -1 if gid is None else gid)
            except OSError as e:
                raise ExtractError("could not change owner") from e
        if tarinfo.mode is not None:
            try:
                os.chmod(target, tarinfo.mode)
            except OSError as e:
                raise ExtractError("could not change mode") from e
        if tarinfo.mtime is not None:
            try:
                os.utime(target, (tarinfo.mtime, tarinfo.mtime))
            except OSError as e:
                raise ExtractError("could not change modification time") from e


class _Raw(io.RawIOBase):
    """A raw stream over any object with read()."""

    def __init__(self, file):
        self._file = file

    def readable(self):
        return True

    def readinto(self, b):
        data = self._file.read(len(b))
        b[:len(data)] = data
        return len(data)


def is_tarfile(name):
    """Is there an archive in a file, given by name or open?"""
    try:
        if hasattr(name, "read"):
            place = name.tell()
            try:
                TarFile.open(fileobj=name).close()
            finally:
                name.seek(place)
        else:
            TarFile.open(name).close()
        return True
    except TarError:
        return False


open = TarFile.open


def main():
    """python -m tarfile -l|-e|-c|-t archive ..."""
    from _tar_command import main as run
    run()


if __name__ == "__main__":
    main()
