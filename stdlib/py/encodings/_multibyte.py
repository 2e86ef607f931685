"""The East Asian encodings, on the C library's tables: error handlers, and codecs that take their input in pieces.

The tables agree with CPython's on nearly everything. ``_INSTEAD`` has what a decoder corrects; a few rare characters stay what they are
in the C library.
"""
import _iconv
import codecs

from _multibytecodec import MultibyteIncrementalDecoder, MultibyteIncrementalEncoder, MultibyteStreamReader, MultibyteStreamWriter

# Name of the codec: the C library's name and the other names by which it is known.
_CHARSETS = {
    'gb2312': ('EUC-CN', 'chinese csiso58gb231280 euc_cn euccn eucgb2312_cn gb2312_1980 gb2312_80 iso_ir_58'),
    'gbk': ('GBK', '936 cp936 ms936'),
    'gb18030': ('GB18030', 'gb18030_2000'),
    'big5': ('BIG5', 'big5_tw csbig5'),
    'big5hkscs': ('BIG5-HKSCS', 'big5_hkscs hkscs'),
    'cp950': ('CP950', '950 ms950'),
    'shift_jis': ('SJIS', 'csshiftjis shiftjis sjis s_jis'),
    'cp932': ('CP932', '932 ms932 mskanji ms_kanji windows_31j'),
    'euc_jp': ('EUC-JP', 'eucjp ujis u_jis'),
    'euc_kr': ('EUC-KR', 'euckr korean ksc5601 ks_c_5601 ks_c_5601_1987 ksx1001 ks_x_1001'),
    'cp949': ('CP949', '949 ms949 uhc'),
    'iso2022_jp': ('ISO-2022-JP', 'csiso2022jp iso2022jp iso_2022_jp'),
    'iso2022_kr': ('ISO-2022-KR', 'csiso2022kr iso2022kr iso_2022_kr'),
}
_NAMES = {alias: name for name, (_, aliases) in _CHARSETS.items() for alias in (name, *aliases.split())}
_INSTEAD = {'shift_jis': {0xa5: '\\', 0x203e: '~'}}
# The control characters from U+0080 on, which the C library lets through where CPython has no such bytes.
_CONTROLS = {'euc_jp', 'euc_kr', 'gb2312', 'gbk'}
# Encodings in which a byte above ASCII may stand alone: elsewhere one at the end is the beginning of something.
_SINGLES = {'shift_jis': {}, 'cp932': {0x80: '\x80', 0xa0: '\uf8f0', 0xfd: '\uf8f1', 0xfe: '\uf8f2', 0xff: '\uf8f3'}}
_ENDINGS = {'illegal': 'illegal multibyte sequence', 'incomplete': 'incomplete multibyte sequence'}


def _first_control(text):
    if text.isascii():
        return -1
    return next((i for i, char in enumerate(text) if '\x80' <= char <= '\x9f'), -1)


def _decode_part(name, data):
    # What can be read of the data, how long that was, and the reason for stopping there.
    charset = _CHARSETS[name][0]
    text, used, stop = _iconv.decode(charset, data)
    if name in _CONTROLS and (at := _first_control(text)) >= 0:
        text = text[:at]
        used, stop = len(_iconv.encode(charset, text)[0]), 1
    instead = _INSTEAD.get(name)
    return text.translate(instead) if instead else text, used, stop


def decode(name, data, errors='strict', final=True):
    """The text, and how many bytes it was made of: less than all only where a sequence may go on and this is not the end."""
    data = bytes(data)
    texts, start = [], 0
    while start < len(data):
        text, used, stop = _decode_part(name, data[start:] if start else data)
        texts.append(text)
        start += used
        if not stop or stop == 2 and not final:
            break
        byte = data[start]
        if byte in _SINGLES.get(name, ()):
            texts.append(_SINGLES[name][byte])
            start += 1
            continue
        if stop == 1 and start == len(data) - 1 and byte >= 0x80 and name not in _SINGLES:
            if not final:
                break
            stop = 2
        end, reason = (start + 1, 'illegal') if stop == 1 else (len(data), 'incomplete')
        error = UnicodeDecodeError(name, data, start, end, _ENDINGS[reason])
        text, start = codecs.lookup_error(errors or 'strict')(error)
        if not isinstance(text, str):
            raise TypeError('decoding error handler must return (str, int) tuple')
        if start < 0:
            start += len(data)
        if not 0 <= start <= len(data):
            raise IndexError(f'position {start} from error handler out of bounds')
        texts.append(text)
    return ''.join(texts), start


def encode(name, text, errors='strict'):
    """The bytes, and the length of the text."""
    if not isinstance(text, str):
        raise TypeError("couldn't convert the object to str.")
    charset = _CHARSETS[name][0]
    parts, start = [], 0
    while start < len(text):
        data, used, stop = _iconv.encode(charset, text[start:] if start else text)
        parts.append(data)
        start += used
        if not stop:
            break
        error = UnicodeEncodeError(name, text, start, start + 1, _ENDINGS['illegal'])
        if errors == 'replace':
            instead, start = '?', start + 1
        else:
            instead, start = codecs.lookup_error(errors or 'strict')(error)
        if not isinstance(instead, (str, bytes)):
            raise TypeError('encoding error handler must return (str, int) tuple')
        if start < 0:
            start += len(text)
        if not 0 <= start <= len(text):
            raise IndexError(f'position {start} from error handler out of bounds')
        parts.append(encode(name, instead)[0] if isinstance(instead, str) else instead)
    return b''.join(parts), len(text)


def _end_of_shifts(data):
    # How far the data of ISO-2022-JP is complete: ASCII is selected there.
    last = data.rfind(b'\x1b')
    return len(data) if last < 0 or data[last:last + 3] == b'\x1b(B' else max(data.rfind(b'\x1b(B'), data.find(b'\x1b'))


def find(encoding):
    """CodecInfo of the encoding, by any of its names; None if it is none of these, or the C library lacks it."""
    name = _NAMES.get(encoding)
    if name is None:
        return None
    try:
        _iconv.decode(_CHARSETS[name][0], b'')
    except LookupError:
        return None
    stateful = name.startswith('iso2022')

    def encode_all(input, errors='strict'):
        return encode(name, input, errors)

    def decode_all(input, errors='strict'):
        return decode(name, input, errors)

    class IncrementalEncoder(MultibyteIncrementalEncoder):
        def encode(self, input, final=False):
            return encode(name, input, self.errors)[0]

    class IncrementalDecoder(MultibyteIncrementalDecoder):
        # What has shifts is read up to the last place where they are over.
        def _buffer_decode(self, input, errors, final):
            if stateful and not final:
                end = 0 if name == 'iso2022_kr' else _end_of_shifts(input)
                return decode(name, input[:end], errors)[0], end
            return decode(name, input, errors, final)

    class StreamWriter(MultibyteStreamWriter):
        def encode(self, input, errors='strict'):
            return encode(name, input, errors)

    class StreamReader(MultibyteStreamReader):
        def decode(self, input, errors='strict'):
            return decode(name, input, errors, False)

    for cls in IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader:
        cls.__qualname__, cls.__module__ = cls.__name__, 'encodings.' + name
    return codecs.CodecInfo(encode_all, decode_all, StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder, name)
