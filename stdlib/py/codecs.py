"""Codec registry and base classes: encodings by name, incremental and stream codecs.

The encodings themselves are native (_codecs); this module gives them CodecInfo objects, adds the bytes-to-bytes and str-to-str codecs, and holds
the classes that stateful codecs derive from.
"""
import builtins
import sys

from _codecs import (escape_encode, find_error as _find_error, native_decode, native_encode, native_name, register,
                     register_error, search as _search, unregister as _unregister)

__all__ = ["register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE",
           "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE",
           "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader",
           "StreamWriter", "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder", "getincrementalencoder",
           "getincrementaldecoder", "getreader", "getwriter", "encode", "decode", "iterencode", "iterdecode",
           "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors",
           "namereplace_errors", "register_error", "lookup_error"]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM32_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = BOM32_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM64_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = BOM64_BE = b"\x00\x00\xfe\xff"
if sys.byteorder == "little":
    BOM = BOM_UTF16 = BOM_UTF16_LE
    BOM_UTF32 = BOM_UTF32_LE
else:
    BOM = BOM_UTF16 = BOM_UTF16_BE
    BOM_UTF32 = BOM_UTF32_BE


class CodecInfo(tuple):
    """What a codec is made of: the two functions, the stream classes and the incremental ones. A tuple of four with names."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamwriter = streamwriter
        self.streamreader = streamreader
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return "<%s.%s object for encoding %s at %#x>" % (
            self.__class__.__module__, self.__class__.__qualname__, self.name, id(self))


class Codec:
    """Interface of stateless encoders and decoders: each returns (output, length of input consumed)."""

    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes an input in several steps."""

    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Forget what is kept between calls."""

    def getstate(self):
        return 0

    def setstate(self, state):
        """Go on from a state that getstate() gave."""


class BufferedIncrementalEncoder(IncrementalEncoder):
    """Keeps input that cannot be encoded yet; subclasses define _buffer_encode."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = ""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        super().reset()
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder:
    """Decodes an input in several steps."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Forget the bytes that are kept between calls."""

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        """Go on from a state that getstate() gave."""


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps incomplete sequences for the next step; subclasses define _buffer_decode."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        super().reset()
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter(Codec):
    """Writes to a stream what its encode method makes of the text."""

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        data, _ = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        """Resets the codec's internal state."""

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReader(Codec):
    """Reads from a stream and decodes with its decode method."""

    charbuffertype = str

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors
        self.reset()

    def reset(self):
        """Forgets what was read ahead."""
        self.bytebuffer = b""
        self.charbuffer = self.charbuffertype()
        self._lines = []

    def read(self, size=-1, chars=-1, firstline=False):
        """Up to `chars` characters (`size` if that alone is given), reading about `size` bytes at a time; all that there is without either.

        With firstline a fault behind the first line is left for the next call.
        """
        if self._lines:
            self.charbuffer = self.charbuffertype().join(self._lines) + self.charbuffer
            self._lines = []
        if chars < 0:
            chars = size
        while chars < 0 or len(self.charbuffer) < chars:
            new = self.stream.read() if size < 0 else self.stream.read(size)
            data = self.bytebuffer + new
            if not data:
                break
            try:
                text, consumed = self.decode(data, self.errors)
            except UnicodeDecodeError as fault:
                if not firstline:
                    raise
                text, consumed = self.decode(data[:fault.start], self.errors)
                if len(text.splitlines()) <= 1:
                    raise
            self.bytebuffer = data[consumed:]
            self.charbuffer += text
            if not new:
                break
        end = len(self.charbuffer) if chars < 0 else chars
        result, self.charbuffer = self.charbuffer[:end], self.charbuffer[end:]
        return result

    def readline(self, size=None, keepends=True):
        """One line; `size` is how many bytes to read at first."""
        if self._lines:
            line = self._lines.pop(0)
            return line if keepends else line.splitlines(False)[0]
        step = size or 72
        line = self.charbuffertype()
        while True:
            data = self.read(step, firstline=True)
            if data and (data.endswith("\r") if isinstance(data, str) else data.endswith(b"\r")):
                data += self.read(1, 1)  # perhaps the other half of the line's end
            line += data
            lines = line.splitlines(True)
            if len(lines) > 1:
                line = lines[0]
                # what is behind stays; its last piece may not be whole
                self.charbuffer = lines.pop() + self.charbuffer
                self._lines = lines[1:]
                break
            if lines and lines[0] != lines[0].splitlines(False)[0]:
                break
            if not data or size is not None:
                break
            step = min(step * 2, 8000)
        return line if keepends or not line else line.splitlines(False)[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReaderWriter:
    """A reader and a writer on one stream."""

    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamRecoder:
    """Translates between two encodings: the caller sees `encode`/`decode`, the stream Reader and Writer."""

    data_encoding = "unknown"
    file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        self.stream = stream
        self.encode = encode
        self.decode = decode
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        return self.encode(self.reader.readline(size), self.errors)[0]

    def readlines(self, sizehint=None):
        return self.encode(self.reader.read(), self.errors)[0].splitlines(keepends=True)

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.write(b"".join(list))

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.reader.seek(offset, whence)
        self.writer.seek(offset, whence)

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


# ---- the built-in encodings

_MARKED = {"utf-16": (2, BOM_UTF16_LE, BOM_UTF16_BE), "utf-32": (4, BOM_UTF32_LE, BOM_UTF32_BE), "utf-8-sig": (3, BOM_UTF8, None)}
_cache = {}


def _make_info(name):
    mark = _MARKED.get(name)

    encode, decode = _make_pair(name, True)

    class NativeEncoder(IncrementalEncoder):
        started = False

        def encode(self, input, final=False):
            data = native_encode(name, input, self.errors)[0]
            if mark and self.started:
                data = data[mark[0]:]
            self.started = True
            return data

        def reset(self):
            self.started = False

        def getstate(self):
            return 0 if self.started or not mark else 1 if name == "utf-8-sig" else 2

        def setstate(self, state):
            self.started = not state

    class NativeDecoder(BufferedIncrementalDecoder):
        known = None if mark else name

        def _buffer_decode(self, input, errors, final):
            if self.known is None:
                size, little, big = mark
                if name == "utf-8-sig" and len(input) < size and little.startswith(input):
                    return "", 0  # even at the end, as in CPython
                if len(input) < size and not final and name != "utf-8-sig":
                    return "", 0
                marked = input[:size] in (little, big)
                if name == "utf-8-sig":
                    self.known = "utf-8"
                elif marked:
                    self.known = name + ("-be" if input[:size] == big else "-le")
                else:
                    text, consumed = native_decode(name + "-le", input, errors, final)
                    if consumed >= size:
                        raise UnicodeError(name.upper() + " stream does not start with BOM")
                    return text, consumed
                if marked:
                    text, consumed = native_decode(self.known, input[size:], errors, final)
                    return text, consumed + size
            return native_decode(self.known, input, errors, final)

        def reset(self):
            super().reset()
            self.known = None if mark else name

        def getstate(self):
            if not mark:
                return self.buffer, 0
            if name == "utf-8-sig":
                return self.buffer, int(self.known is None)
            return self.buffer, 2 if self.known is None else int(self.known.endswith("be"))

        def setstate(self, state):
            self.buffer = state[0]
            if name == "utf-8-sig":
                self.known = None if state[1] else "utf-8"
            elif mark:
                self.known = None if state[1] == 2 else name + ("-be" if state[1] else "-le")

    class NativeWriter(StreamWriter):
        started = False

        def encode(self, input, errors="strict"):
            data, consumed = native_encode(name, input, errors)
            if mark and self.started:
                data = data[mark[0]:]
            self.started = True
            return data, consumed

        def reset(self):
            self.started = False

    class NativeReader(StreamReader):
        def __init__(self, stream, errors="strict"):
            self._decoder = NativeDecoder(errors)
            super().__init__(stream, errors)

        def decode(self, input, errors="strict"):
            return self._decoder._buffer_decode(input, errors, False)

        def reset(self):
            super().reset()
            self._decoder.reset()

    for cls, public in (NativeEncoder, "IncrementalEncoder"), (NativeDecoder, "IncrementalDecoder"), \
            (NativeWriter, "StreamWriter"), (NativeReader, "StreamReader"):
        cls.__name__ = cls.__qualname__ = public
        cls.__module__ = "encodings." + name.replace("-", "_")
    return CodecInfo(encode, decode, NativeReader, NativeWriter, NativeEncoder, NativeDecoder, name)


def lookup(encoding, /):
    """The CodecInfo of an encoding's name, in any spelling; LookupError for an unknown one."""
    name = native_name(encoding)
    if name is None:
        return _search(encoding)
    info = _cache.get(name)
    if info is None:
        info = _cache[name] = _make_info(name)
    return info


def unregister(search_function, /):
    """Take a function out of the search for codecs; what was found before is forgotten."""
    _unregister(search_function)


def _run(function, obj, errors, doing, encoding):
    try:
        result = function(obj, errors)
    except Exception as error:
        error.add_note("%s with '%s' codec failed" % (doing, encoding))
        raise
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError("%sr must return a tuple (object, integer)" % doing[:-3])
    return result[0]


def _check_text(function, encoding, errors):
    for name, value in ("encoding", encoding), ("errors", errors):
        if not isinstance(value, str):
            kind = "None" if value is None else type(value).__name__
            raise TypeError(f"{function}() argument {name!r} must be str, not {kind}")


def encode(obj, encoding="utf-8", errors="strict"):
    """What the named codec's encoder makes of an object: bytes for text encodings."""
    _check_text("encode", encoding, errors)
    return _run(lookup(encoding).encode, obj, errors, "encoding", encoding)


def decode(obj, encoding="utf-8", errors="strict"):
    """What the named codec's decoder makes of an object: str for text encodings."""
    _check_text("decode", encoding, errors)
    return _run(lookup(encoding).decode, obj, errors, "decoding", encoding)


def _make_pair(name, whole=False):
    # whole: decoding takes what it gets for all there is unless it is told otherwise
    def encode(str, errors=None, /):
        return native_encode(name, str, errors)

    def decode(data, errors=None, final=whole, /):
        return native_decode(name, data, errors, final)
    encode.__name__ = encode.__qualname__ = name.replace('-', '_') + '_encode'
    decode.__name__ = decode.__qualname__ = name.replace('-', '_') + '_decode'
    return encode, decode


utf_8_encode, utf_8_decode = _make_pair("utf-8")
utf_16_encode, utf_16_decode = _make_pair("utf-16")
utf_16_le_encode, utf_16_le_decode = _make_pair("utf-16-le")
utf_16_be_encode, utf_16_be_decode = _make_pair("utf-16-be")
utf_32_encode, utf_32_decode = _make_pair("utf-32")
utf_32_le_encode, utf_32_le_decode = _make_pair("utf-32-le")
utf_32_be_encode, utf_32_be_decode = _make_pair("utf-32-be")
ascii_encode, ascii_decode = _make_pair("ascii", True)
latin_1_encode, latin_1_decode = _make_pair("latin-1", True)
unicode_escape_encode, unicode_escape_decode = _make_pair("unicode-escape", True)
raw_unicode_escape_encode, raw_unicode_escape_decode = _make_pair("raw-unicode-escape", True)


def _bytes_of(data):
    # The bytes of a buffer; an int is none.
    if not isinstance(data, bytes):
        try:
            data = memoryview(data)
        except TypeError:
            raise TypeError("a bytes-like object is required, not '%s'" % type(data).__name__) from None
    return bytes(data)


def _ex_decode(name):
    def decode(data, errors=None, byteorder=0, final=False, /):
        size, little, big = _MARKED[name]
        data = _bytes_of(data)
        start = data[:size]
        skip = 0
        if byteorder == 0 and (len(start) == size or final):
            if start in (little, big):
                byteorder = 1 if start == big else -1
                skip = size
        elif byteorder == 0:
            return "", 0, 0
        text, consumed = native_decode(name + ("-be" if byteorder == 1 else "-le"), data[skip:], errors, final)
        return text, consumed + skip, byteorder
    decode.__name__ = decode.__qualname__ = name.replace("-", "_") + "_ex_decode"
    decode.__doc__ = "Text, count of bytes used and order of bytes (-1 little, 1 big, 0 that of the machine): a mark at the start decides where it is 0."
    return decode


utf_16_ex_decode = _ex_decode("utf-16")
utf_32_ex_decode = _ex_decode("utf-32")


def escape_decode(data, errors="strict", /):
    """Resolves the escapes of a bytes literal."""
    data = data.encode() if isinstance(data, str) else _bytes_of(data)
    simple = {92: 92, 39: 39, 34: 34, 98: 8, 102: 12, 110: 10, 114: 13, 116: 9, 118: 11, 97: 7}
    out = bytearray()
    odd = None      # the first escape that is none; a warning tells of it
    i = 0
    while i < len(data):
        byte = data[i]
        i += 1
        if byte != 92:
            out.append(byte)
            continue
        if i == len(data):
            raise ValueError("Trailing \\ in string")
        byte = data[i]
        i += 1
        if byte == 10:
            continue
        if byte in simple:
            out.append(simple[byte])
        elif 48 <= byte < 56:
            stop = i
            while stop < i + 2 and stop < len(data) and 48 <= data[stop] < 56:
                stop += 1
            code = int(data[i - 1:stop], 8)
            if code > 255 and odd is None:
                odd = "octal escape", data[i - 1:stop]
            out.append(code & 255)
            i = stop
        elif byte == 120:
            digits = bytes(data[i:i + 2])
            good = len(digits) - len(digits.lstrip(b"0123456789abcdefABCDEF"))
            if good == 2:
                out.append(int(digits, 16))
            elif errors == "strict":
                raise ValueError("invalid \\x escape at position %d" % (i - 2))
            elif errors == "replace":
                out.append(63)
            elif errors != "ignore":
                raise ValueError("decoding error; unknown error handling code: %s" % errors)
            i += good
        else:
            if odd is None:
                odd = "escape", bytes([byte])
            out += bytes((92, byte))
    if odd is not None:
        import warnings
        warnings.warn("invalid %s sequence '\\%s'" % (odd[0], odd[1].decode("latin-1")), DeprecationWarning, stacklevel=2)
    return bytes(out), len(data)


# ---- codecs written in Python

def _find_module(name):
    # The codecs of the package encodings that are not native.
    from encodings import find_codec
    return find_codec(name)


register(_find_module)


def _lazy(module, name):
    # A function of a codec's module, which is imported by the first call.
    def call(*args):
        from importlib import import_module
        return getattr(import_module(module), name)(*args)
    call.__name__ = call.__qualname__ = name
    return call


utf_7_encode = _lazy("encodings.utf_7", "utf_7_encode")
utf_7_decode = _lazy("encodings.utf_7", "utf_7_decode")
charmap_encode = _lazy("encodings._charmap", "charmap_encode")
charmap_decode = _lazy("encodings._charmap", "charmap_decode")
charmap_build = _lazy("encodings._charmap", "charmap_build")


def readbuffer_encode(data, errors=None, /):
    """The bytes of a buffer, or of a text in UTF-8."""
    data = data.encode() if isinstance(data, str) else bytes(memoryview(data))
    return data, len(data)


# ---- error handlers as functions

def _cannot_handle(exc):
    return TypeError("don't know how to handle %s in error callback" % type(exc).__name__)


def _span(exc):
    # Where the fault is, inside of its object whatever the exception says.
    last = len(exc.object)
    return max(0, min(exc.start, last - 1)), max(min(exc.end, last), min(1, last))


def strict_errors(exc):
    """The handler 'strict': raise the error."""
    if isinstance(exc, Exception):
        raise exc
    raise TypeError("codec must pass exception instance")


def ignore_errors(exc):
    """The handler 'ignore': leave out what cannot be coded."""
    if isinstance(exc, (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)):
        return "", _span(exc)[1]
    raise _cannot_handle(exc)


def replace_errors(exc):
    """The handler 'replace': a '?' in bytes, U+FFFD in text."""
    if isinstance(exc, (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)):
        start, end = _span(exc)
        if isinstance(exc, UnicodeDecodeError):
            return "\ufffd", end
        return ("?" if isinstance(exc, UnicodeEncodeError) else "\ufffd") * (end - start), end
    raise _cannot_handle(exc)


def _escape(code):
    return ("\\x%02x" if code < 0x100 else "\\u%04x" if code < 0x10000 else "\\U%08x") % code


def xmlcharrefreplace_errors(exc):
    """The handler 'xmlcharrefreplace': a numeric reference of XML for each character, as in '&#8364;'. Only for encoding."""
    if isinstance(exc, UnicodeEncodeError):
        start, end = _span(exc)
        return "".join("&#%d;" % ord(ch) for ch in exc.object[start:end]), end
    raise _cannot_handle(exc)


def backslashreplace_errors(exc):
    """The handler 'backslashreplace': an escape with the code's hexadecimal digits."""
    if isinstance(exc, (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)):
        start, end = _span(exc)
        if isinstance(exc, UnicodeDecodeError):
            return "".join("\\x%02x" % byte for byte in exc.object[start:end]), end
        return "".join(_escape(ord(ch)) for ch in exc.object[start:end]), end
    raise _cannot_handle(exc)


def namereplace_errors(exc):
    """The handler 'namereplace': an escape with the character's Unicode name. Only for encoding."""
    if isinstance(exc, UnicodeEncodeError):
        import unicodedata
        start, end = _span(exc)
        names = ((ch, unicodedata.name(ch, None)) for ch in exc.object[start:end])
        return "".join("\\N{%s}" % name if name else _escape(ord(ch)) for ch, name in names), end
    raise _cannot_handle(exc)


def _surrogateescape_errors(exc):
    if isinstance(exc, UnicodeEncodeError):
        start, end = _span(exc)
        codes = [ord(ch) for ch in exc.object[start:end]]
        if all(0xDC80 <= code <= 0xDCFF for code in codes):
            return bytes(code - 0xDC00 for code in codes), end
        raise exc
    if isinstance(exc, UnicodeDecodeError):
        bad = exc.object[exc.start:exc.end]
        count = 0
        while count < min(4, len(bad)) and bad[count] >= 128:
            count += 1
        if not count:
            raise exc
        return "".join(chr(0xDC00 + byte) for byte in bad[:count]), exc.start + count
    raise _cannot_handle(exc)


def _surrogatepass_errors(exc):
    if isinstance(exc, UnicodeEncodeError):
        start, end = _span(exc)
        bad = exc.object[start:end]
        if all(0xD800 <= ord(ch) <= 0xDFFF for ch in bad):
            return bad.encode(exc.encoding, "surrogatepass"), end
        raise exc
    if isinstance(exc, UnicodeDecodeError):
        size = 3 if exc.encoding.startswith("utf-8") else 2 if exc.encoding.startswith("utf-16") else 4
        bad = exc.object[exc.start:exc.start + size]
        try:
            text = bad.decode(exc.encoding, "surrogatepass")
        except UnicodeDecodeError:
            text = ""
        if len(text) != 1 or not 0xD800 <= ord(text) <= 0xDFFF:
            raise exc
        return text, exc.start + size
    raise _cannot_handle(exc)


_handlers = {"strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors,
             "xmlcharrefreplace": xmlcharrefreplace_errors, "backslashreplace": backslashreplace_errors,
             "namereplace": namereplace_errors, "surrogateescape": _surrogateescape_errors,
             "surrogatepass": _surrogatepass_errors}


def lookup_error(name, /):
    """The function that register_error() was given for a name; LookupError for an unknown one."""
    handler = _find_error(name) or _handlers.get(name)
    if handler is None:
        raise LookupError("unknown error handler name '%s'" % name)
    return handler


# ---- shorthands

def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """Encodes the strings of an iterator one after the other; yields no empty results."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for piece in iterator:
        if made := encoder.encode(piece):
            yield made
    if rest := encoder.encode("", True):
        yield rest


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """Decodes the bytes of an iterator one after the other; yields no empty results."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for piece in iterator:
        if made := decoder.decode(piece):
            yield made
    if rest := decoder.decode(b"", True):
        yield rest


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Open a file whose text is of an encoding: what is written is encoded and what is read is decoded on the way."""
    if encoding is not None and "b" not in mode:
        mode += "b"
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        wrapped = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        wrapped.encoding = encoding
        return wrapped
    except:
        file.close()
        raise


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    """A file that speaks another encoding than the bytes below it: read() gives and write() takes `data_encoding`."""
    below = data_encoding if file_encoding is None else file_encoding
    outer, inner = lookup(data_encoding), lookup(below)
    made = StreamRecoder(file, outer.encode, outer.decode, inner.streamreader, inner.streamwriter, errors)
    made.data_encoding, made.file_encoding = data_encoding, below
    return made


def make_identity_dict(rng):
    """The dict that maps each element of a sequence to itself."""
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    """The decoding map turned round; a byte value that several keys lead to becomes None, which cannot be encoded."""
    result = {}
    for key, value in decoding_map.items():
        result[value] = None if value in result else key
    return result
