"""Files and bytes compressed with LZMA: the formats .xz and .lzma, and raw streams."""

__all__ = [
    "CHECK_NONE", "CHECK_CRC32", "CHECK_CRC64", "CHECK_SHA256", "CHECK_ID_MAX", "CHECK_UNKNOWN", "FILTER_LZMA1", "FILTER_LZMA2", "FILTER_DELTA",
    "FILTER_X86", "FILTER_IA64", "FILTER_ARM", "FILTER_ARMTHUMB", "FILTER_POWERPC", "FILTER_SPARC", "FORMAT_AUTO", "FORMAT_XZ", "FORMAT_ALONE",
    "FORMAT_RAW", "MF_HC3", "MF_HC4", "MF_BT2", "MF_BT3", "MF_BT4", "MODE_FAST", "MODE_NORMAL", "PRESET_DEFAULT", "PRESET_EXTREME", "LZMACompressor",
    "LZMADecompressor", "LZMAFile", "LZMAError", "open", "compress", "decompress", "is_check_supported"]

from _lzma import *
from _lzma import _encode_filter_properties, _decode_filter_properties
from _stream_file import StreamFile, expand_all, open_file


class LZMAFile(StreamFile):
    """A compressed file as a binary stream: mode 'r', 'w', 'x' or 'a', with or without 'b'."""

    def __init__(self, filename=None, mode="r", *, format=None, check=-1, preset=None, filters=None):
        if mode not in ("r", "w", "x", "a", "rb", "wb", "xb", "ab"):
            raise ValueError(f"Invalid mode: {mode!r}")
        machine = None
        if mode[0] == "r":
            for name, given in (("n integrity check", check != -1), (" preset compression level", preset is not None)):
                if given:
                    raise ValueError(f"Cannot specify a{name} when opening a file for reading")
            format = FORMAT_AUTO if format is None else format
            machine = lambda: LZMADecompressor(format=format, filters=filters)
            machine()       # for its errors
        else:
            format = FORMAT_XZ if format is None else format
            self._compressor = LZMACompressor(format=format, check=check, preset=preset, filters=filters)
        self._begin(filename, mode, machine, LZMAError)


def open(filename, mode="rb", *, format=None, check=-1, preset=None, filters=None, encoding=None, errors=None, newline=None):
    """A compressed file in binary, or with 't' in the mode in text mode."""
    return open_file(lambda plain: LZMAFile(filename, plain, format=format, check=check, preset=preset, filters=filters), mode, encoding, errors, newline)


def compress(data, format=FORMAT_XZ, check=-1, preset=None, filters=None):
    """The bytes compressed in one step."""
    machine = LZMACompressor(format, check, preset, filters)
    return machine.compress(data) + machine.flush()


def decompress(data, format=FORMAT_AUTO, memlimit=None, filters=None):
    """The bytes of one compressed stream, or of several in a row."""
    too_short = LZMAError("Compressed data ended before the end-of-stream marker was reached")
    return expand_all(data, lambda: LZMADecompressor(format, memlimit, filters), LZMAError, too_short)
