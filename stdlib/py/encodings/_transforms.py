"""The codecs between bytes and bytes and between texts and texts, and `undefined`, which refuses everything.

Each is a pair of functions; make_codec gives the namespace of its module.
"""
import codecs


def _rot13():
    upper, lower = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'
    table = str.maketrans(upper + lower, upper[13:] + upper[:13] + lower[13:] + lower[:13])

    def turn(input, errors='strict'):
        return str.translate(input, table), len(input)
    return turn, turn


def _check(errors):
    assert errors == 'strict'


def _hex():
    import binascii

    def encode(input, errors='strict'):
        _check(errors)
        return binascii.b2a_hex(input), len(input)

    def decode(input, errors='strict'):
        _check(errors)
        return binascii.a2b_hex(input), len(input)
    return encode, decode


def _base64():
    import base64

    def encode(input, errors='strict'):
        _check(errors)
        return base64.encodebytes(input), len(input)

    def decode(input, errors='strict'):
        _check(errors)
        return base64.decodebytes(input), len(input)
    return encode, decode


def _packer(name):
    def make():
        module = __import__(name)

        def encode(input, errors='strict'):
            _check(errors)
            return module.compress(input), len(input)

        def decode(input, errors='strict'):
            _check(errors)
            return module.decompress(input), len(input)
        return encode, decode
    return make


def _quopri():
    import io
    import quopri

    def encode(input, errors='strict'):
        _check(errors)
        out = io.BytesIO()
        quopri.encode(io.BytesIO(input), out, quotetabs=True)
        return out.getvalue(), len(input)

    def decode(input, errors='strict'):
        _check(errors)
        out = io.BytesIO()
        quopri.decode(io.BytesIO(input), out)
        return out.getvalue(), len(input)
    return encode, decode


def _uu():
    import binascii

    def encode(input, errors='strict', filename='<data>', mode=0o666):
        _check(errors)
        data = bytes(input)
        filename = filename.replace('\n', '\\n').replace('\r', '\\r')
        lines = [('begin %o %s\n' % (mode & 0o777, filename)).encode('ascii')]
        lines += [binascii.b2a_uu(data[i:i + 45]) for i in range(0, len(data), 45)]
        return b''.join(lines) + b' \nend\n', len(input)

    def decode(input, errors='strict'):
        _check(errors)
        lines = iter(bytes(input).splitlines(True))
        if not any(line.startswith(b'begin') for line in lines):
            raise ValueError('Missing "begin" line in input data')
        out = []
        for line in lines:
            if line == b'end\n' or line == b'end':
                return b''.join(out), len(input)
            try:
                out.append(binascii.a2b_uu(line))
            except binascii.Error:
                # some encoders put too much behind a line: only what its length says counts
                out.append(binascii.a2b_uu(line[:((line[0] - 32 & 63) * 4 + 5) // 3]))
        raise ValueError('Truncated input data')
    return encode, decode


def _undefined():
    def refuse(input, errors='strict'):
        raise UnicodeError('undefined encoding')
    return refuse, refuse


_makers = {'rot_13': _rot13, 'hex_codec': _hex, 'base64_codec': _base64, 'zlib_codec': _packer('zlib'), 'bz2_codec': _packer('bz2'),
           'quopri_codec': _quopri, 'uu_codec': _uu, 'undefined': _undefined}


def make_codec(module):
    """The namespace of the module of one of these codecs."""
    convert, convert_back = _makers[module]()
    name = 'rot-13' if module == 'rot_13' else module.removesuffix('_codec')
    binary = module not in ('rot_13', 'undefined')

    class Codec(codecs.Codec):
        def encode(self, input, errors='strict'):
            return convert(input, errors)

        def decode(self, input, errors='strict'):
            return convert_back(input, errors)

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return convert(input, self.errors)[0]

    class IncrementalDecoder(codecs.IncrementalDecoder):
        def decode(self, input, final=False):
            return convert_back(input, self.errors)[0]

    class StreamWriter(Codec, codecs.StreamWriter):
        charbuffertype = bytes if binary else str

    class StreamReader(Codec, codecs.StreamReader):
        charbuffertype = bytes if binary else str

    if name in ('zlib', 'bz2'):
        IncrementalEncoder, IncrementalDecoder = _steady(name)

    def getregentry():
        return codecs.CodecInfo(convert, convert_back, StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder, name,
                                _is_text_encoding=module == 'undefined')

    members = {'Codec': Codec, 'IncrementalEncoder': IncrementalEncoder, 'IncrementalDecoder': IncrementalDecoder,
               'StreamWriter': StreamWriter, 'StreamReader': StreamReader, 'getregentry': getregentry}
    if module == 'rot_13':
        members['rot13'] = lambda infile, outfile: outfile.write(codecs.encode(infile.read(), 'rot-13'))
    elif module != 'undefined':
        members[name + '_encode'], members[name + '_decode'] = convert, convert_back
    return members


def _steady(name):
    # The incremental classes of a packer, which keep its object between calls.
    module = __import__(name)
    pack, unpack = (module.compressobj, module.decompressobj) if name == 'zlib' else (module.BZ2Compressor, module.BZ2Decompressor)

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def __init__(self, errors='strict'):
            super().__init__(errors)
            self.reset()

        def encode(self, input, final=False):
            data = self.compressobj.compress(input)
            return data + self.compressobj.flush() if final else data

        def reset(self):
            self.compressobj = pack()

    class IncrementalDecoder(codecs.IncrementalDecoder):
        def __init__(self, errors='strict'):
            super().__init__(errors)
            self.reset()

        def decode(self, input, final=False):
            if name == 'bz2':
                try:
                    return self.decompressobj.decompress(input)
                except EOFError:
                    return b''
            data = self.decompressobj.decompress(input)
            return data + self.decompressobj.flush() if final else data

        def reset(self):
            self.decompressobj = unpack()

    return IncrementalEncoder, IncrementalDecoder
