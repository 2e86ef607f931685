"""Sound in WAV files, uncompressed: open() reads or writes them.

A file is a RIFF chunk that holds a chunk 'fmt ' with channels, rate and size of samples, and a chunk 'data' with the samples.
"""

import builtins
import collections
import struct
import sys

__all__ = ["open", "Error", "Wave_read", "Wave_write"]

WAVE_FORMAT_PCM = 0x0001
WAVE_FORMAT_EXTENSIBLE = 0xFFFE
_PCM_GUID = b'\x01\x00\x00\x00\x00\x00\x10\x00\x80\x00\x00\xaa\x008\x9bq'


class Error(Exception):
    """The file is no such sound, or something was asked for out of order."""


_wave_params = collections.namedtuple('_wave_params', 'nchannels sampwidth framerate nframes comptype compname')


def _swapped(data, width):
    """The samples with their bytes in the other order."""
    if width == 1:
        return data
    out = bytearray(len(data))
    for i in range(width):
        out[i::width] = data[width - 1 - i::width]
    return bytes(out)


class Wave_read:
    """A sound that is read."""

    def __init__(self, f):
        self._own = None
        if isinstance(f, (str, bytes)) or hasattr(f, '__fspath__'):
            f = self._own = builtins.open(f, 'rb')
        try:
            self._begin(f)
        except BaseException:
            if self._own:
                self._own.close()
            raise

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def _begin(self, file):
        self._file = file
        self._position = 0
        self._data_start = None
        self._channels = 0
        head = file.read(12)
        if len(head) < 8:
            raise EOFError
        if head[:4] != b'RIFF':
            raise Error('file does not start with RIFF id')
        if head[8:12] != b'WAVE':
            raise Error('not a WAVE file')
        while True:
            head = file.read(8)
            if len(head) < 8:
                break
            name, size = head[:4], int.from_bytes(head[4:], 'little')
            if name == b'fmt ':
                self._read_format(file.read(size))
                if size & 1:
                    file.read(1)
            elif name == b'data':
                if not self._channels:
                    raise Error('data chunk before fmt chunk')
                self._nframes = size // self._framesize
                self._left = size
                try:
                    self._data_start = file.tell()
                except (AttributeError, OSError):
                    self._data_start = -1
                break
            else:
                file.read(size + (size & 1))
        if not self._channels or self._data_start is None:
            raise Error('fmt chunk and/or data chunk missing')

    def _read_format(self, data):
        try:
            form, self._channels, self._rate, _, _ = struct.unpack_from('<HHLLH', data)
        except struct.error:
            raise EOFError from None
        if form not in (WAVE_FORMAT_PCM, WAVE_FORMAT_EXTENSIBLE):
            raise Error('unknown format: %r' % (form,))
        try:
            (bits,) = struct.unpack_from('<H', data, 14)
        except struct.error:
            raise EOFError from None
        if form == WAVE_FORMAT_EXTENSIBLE:
            guid = data[24:40]
            if len(guid) < 16:
                raise EOFError
            if guid != _PCM_GUID:
                raise Error('unknown extended format')
        self._width = (bits + 7) // 8
        if not self._width:
            raise Error('bad sample width')
        if not self._channels:
            raise Error('bad # of channels')
        self._framesize = self._channels * self._width

    def getfp(self):
        """The file that is read."""
        return self._file

    def rewind(self):
        """Go back to the first frame."""
        self.setpos(0)

    def close(self):
        """Close the file if it was opened here."""
        self._file = None
        file, self._own = getattr(self, '_own', None), None
        if file:
            file.close()

    def tell(self):
        """The frame that is read next."""
        return self._position

    def getnchannels(self):
        """How many samples a frame has."""
        return self._channels

    def getnframes(self):
        """How many frames there are."""
        return self._nframes

    def getsampwidth(self):
        """Bytes of a sample."""
        return self._width

    def getframerate(self):
        """Frames of a second."""
        return self._rate

    def getcomptype(self):
        """'NONE': nothing is compressed."""
        return 'NONE'

    def getcompname(self):
        """'not compressed'"""
        return 'not compressed'

    def getparams(self):
        """All that the get... methods tell, as a named tuple."""
        return _wave_params(self._channels, self._width, self._rate, self._nframes, 'NONE', 'not compressed')

    def getmarkers(self):
        """None: WAV files have no marks."""
        return None

    def getmark(self, id):
        """Error: WAV files have no marks."""
        raise Error('no marks')

    def setpos(self, pos):
        """Go to a frame."""
        if pos < 0 or pos > self._nframes:
            raise Error('position not in range')
        self._file.seek(self._data_start + pos * self._framesize)
        self._position = pos

    def readframes(self, nframes):
        """Up to so many frames as bytes, all with a negative number."""
        rest = self._nframes - self._position
        n = (rest if nframes < 0 else min(nframes, rest)) * self._framesize
        data = self._file.read(n)
        if self._width != 1 and sys.byteorder == 'big':
            data = _swapped(data, self._width)
        self._position += len(data) // self._framesize
        return data


class Wave_write:
    """A sound that is written. The head is written with the first frames; sizes are put right at the end."""

    def __init__(self, f):
        self._own = None
        if isinstance(f, (str, bytes)) or hasattr(f, '__fspath__'):
            f = self._own = builtins.open(f, 'wb')
        self._file = f
        self._channels = self._width = self._rate = self._nframes = 0
        self._written = self._frames_written = self._length = 0
        self._head = False

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def _change(self):
        if self._written or self._frames_written:
            raise Error('cannot change parameters after starting to write')

    def setnchannels(self, nchannels):
        """Say how many channels there are."""
        self._change()
        if nchannels < 1:
            raise Error('bad # of channels')
        self._channels = nchannels

    def getnchannels(self):
        """The number of channels."""
        if not self._channels:
            raise Error('number of channels not set')
        return self._channels

    def setsampwidth(self, sampwidth):
        """Say how many bytes a sample has, 1 to 4."""
        self._change()
        if sampwidth < 1 or sampwidth > 4:
            raise Error('bad sample width')
        self._width = sampwidth

    def getsampwidth(self):
        """Bytes of a sample."""
        if not self._width:
            raise Error('sample width not set')
        return self._width

    def setframerate(self, framerate):
        """Say how many frames a second has."""
        self._change()
        if framerate <= 0:
            raise Error('bad frame rate')
        self._rate = int(round(framerate))

    def getframerate(self):
        """Frames of a second."""
        if not self._rate:
            raise Error('frame rate not set')
        return self._rate

    def setnframes(self, nframes):
        """Say how many frames there will be."""
        self._change()
        self._nframes = nframes

    def getnframes(self):
        """How many frames have been written."""
        return self._frames_written

    def setcomptype(self, comptype, compname):
        """Say 'NONE', the only compression."""
        self._change()
        if comptype not in ('NONE',):
            raise Error('unsupported compression type')

    def getcomptype(self):
        """'NONE': nothing is compressed."""
        return 'NONE'

    def getcompname(self):
        """'not compressed'"""
        return 'not compressed'

    def setparams(self, params):
        """Set all at once: channels, width, rate, number of frames, compression and its name."""
        nchannels, sampwidth, framerate, nframes, comptype, compname = params
        self._change()
        self.setnchannels(nchannels)
        self.setsampwidth(sampwidth)
        self.setframerate(framerate)
        self.setnframes(nframes)
        self.setcomptype(comptype, compname)

    def getparams(self):
        """All that was set, as a named tuple."""
        if not self._channels or not self._width or not self._rate:
            raise Error('not all parameters set')
        return _wave_params(self._channels, self._width, self._rate, self._nframes, 'NONE', 'not compressed')

    def setmark(self, id, pos, name):
        """Error: WAV files have no marks."""
        raise Error('setmark() not supported')

    def getmark(self, id):
        """Error: WAV files have no marks."""
        raise Error('no marks')

    def getmarkers(self):
        """None: WAV files have no marks."""
        return None

    def tell(self):
        """How many frames have been written."""
        return self._frames_written

    def writeframesraw(self, data):
        """Write frames and leave the sizes in the head as they are."""
        if not isinstance(data, (bytes, bytearray)):
            data = memoryview(data).cast('B')
        self._need_head(len(data))
        frames = len(data) // (self._width * self._channels)
        if self._width != 1 and sys.byteorder == 'big':
            data = _swapped(data, self._width)
        self._file.write(data)
        self._written += len(data)
        self._frames_written += frames

    def writeframes(self, data):
        """Write frames and put the sizes in the head right."""
        self.writeframesraw(data)
        if self._length != self._written:
            self._patch()

    def close(self):
        """Write what is missing; close the file if it was opened here."""
        try:
            if self._file:
                self._need_head(0)
                if self._length != self._written:
                    self._patch()
                self._file.flush()
                self._file = None
        finally:
            file, self._own = self._own, None
            if file:
                file.close()

    def _need_head(self, size):
        if self._head:
            return
        if not self._channels:
            raise Error('# channels not specified')
        if not self._width:
            raise Error('sample width not specified')
        if not self._rate:
            raise Error('sampling rate not specified')
        if not self._nframes:
            self._nframes = size // (self._channels * self._width)
        self._length = self._nframes * self._channels * self._width
        try:
            self._start = self._file.tell()
        except (AttributeError, OSError):
            self._start = None
        self._file.write(b'RIFF' + struct.pack('<L4s4sLHHLLHH4sL', 36 + self._length, b'WAVE', b'fmt ', 16, WAVE_FORMAT_PCM, self._channels, self._rate,
                                              self._channels * self._rate * self._width, self._channels * self._width, self._width * 8, b'data', self._length))
        self._head = True

    def _patch(self):
        if self._start is None:
            return
        here = self._file.tell()
        self._file.seek(self._start + 4)
        self._file.write(struct.pack('<L', 36 + self._written))
        self._file.seek(self._start + 40)
        self._file.write(struct.pack('<L', self._written))
        self._file.seek(here)
        self._length = self._written


def open(f, mode=None):
    """A Wave_read (mode 'r' or 'rb') or Wave_write ('w' or 'wb') of a file name or file object."""
    if mode is None:
        mode = getattr(f, 'mode', 'rb')
    if mode in ('r', 'rb'):
        return Wave_read(f)
    if mode in ('w', 'wb'):
        return Wave_write(f)
    raise Error("mode must be 'r', 'rb', 'w', or 'wb'")
