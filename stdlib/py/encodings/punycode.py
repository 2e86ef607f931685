"""The codec punycode (RFC 3492): text as ASCII letters, digits and hyphens."""

import codecs

_BASE, _LOW, _HIGH, _SKEW, _DAMP = 36, 1, 26, 38, 700
_DIGITS = b'abcdefghijklmnopqrstuvwxyz0123456789'


def _adapt(delta, first, count):
    """The bias after a number: how long the next one will probably be."""
    delta = delta // _DAMP if first else delta // 2
    delta += delta // count
    steps = 0
    while delta > (_BASE - _LOW) * _HIGH // 2:
        delta //= _BASE - _LOW
        steps += _BASE
    return steps + (_BASE - _LOW + 1) * delta // (delta + _SKEW)


def _threshold(position, bias):
    return min(max(position - bias, _LOW), _HIGH)


def punycode_encode(text):
    """The bytes for a text."""
    basic = bytes([ord(c) for c in text if ord(c) < 128])
    result = bytearray(basic + b'-' if basic else b'')
    done = len(basic)
    code, delta, bias, first = 128, 0, 72, True
    while done < len(text):
        following = min(ord(c) for c in text if ord(c) >= code)
        delta += (following - code) * (done + 1)
        code = following
        for c in text:
            if ord(c) < code:
                delta += 1
            elif ord(c) == code:
                number, position = delta, _BASE
                while number >= (t := _threshold(position, bias)):
                    number, digit = divmod(number - t, _BASE - t)
                    result.append(_DIGITS[t + digit])
                    position += _BASE
                result.append(_DIGITS[number])
                bias = _adapt(delta, first, done + 1)
                first = False
                delta = 0
                done += 1
        delta += 1
        code += 1
    return bytes(result)


def punycode_decode(data, errors):
    """The text of bytes."""
    if errors not in ('strict', 'replace', 'ignore'):
        raise UnicodeError('Unsupported error handling ' + errors)
    basic, _, extended = data.rpartition(b'-')
    text = list(str(basic, 'ascii', errors))
    extended = str(extended, 'ascii').lower()
    code, at, bias, first = 128, -1, 72, True
    position = 0
    while position < len(extended):
        number, weight, step = 0, 1, _BASE
        while True:
            if position >= len(extended):
                if errors == 'strict':
                    raise UnicodeError('incomplete punicode string')
                return ''.join(text)
            digit = _DIGITS.find(extended[position].encode())
            if digit < 0:
                if errors == 'strict':
                    raise UnicodeError("Invalid extended code point '%s'" % extended[position].upper())
                return ''.join(text)
            position += 1
            number += digit * weight
            t = _threshold(step, bias)
            if digit < t:
                break
            weight *= _BASE - t
            step += _BASE
        at += number + 1
        more, at = divmod(at, len(text) + 1)
        code += more
        if code > 0x10ffff:
            if errors == 'strict':
                raise UnicodeError('Invalid character U+%x' % code)
            code = ord('?')
        text.insert(at, chr(code))
        bias = _adapt(number, first, len(text))
        first = False
    return ''.join(text)


def _encode(input, errors='strict'):
    return punycode_encode(input), len(input)


def _decode(input, errors='strict'):
    return punycode_decode(bytes(input), errors), len(input)


def getregentry():
    """What codecs.lookup gives."""
    class Encoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return punycode_encode(input)

    class Decoder(codecs.IncrementalDecoder):
        def decode(self, input, final=False):
            return punycode_decode(bytes(input), self.errors)

    return codecs.CodecInfo(_encode, _decode, None, None, Encoder, Decoder, 'punycode')
