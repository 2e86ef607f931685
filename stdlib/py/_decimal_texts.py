"""Decimals as text: what a text or a tuple says, and what a format spec asks for.

Texts and tuples become (sign, coefficient, exponent, kind); making numbers of these and of numbers texts is the class's (_decimal_number).
"""

# like native code

from _decimal_context import MAX_PREC
from _decimal_parts import number_of

FINITE, INFINITE, QNAN, SNAN = range(4)

_NAMES = {'inf': INFINITE, 'infinity': INFINITE}


def parse(text):
    """(sign, coefficient, exponent, kind) of a text, None if it is no number."""
    text = text.strip()
    if '_' in text:
        text = text.replace('_', '')
    if not text.isascii():
        import unicodedata
        try:
            text = ''.join(c if c.isascii() else str(unicodedata.decimal(c)) for c in text)
        except ValueError:
            return None
    s = 0
    if text[:1] in ('-', '+'):
        s = int(text[0] == '-')
        text = text[1:]
    body, letter, power = text.replace('E', 'e').partition('e')
    whole, point, fraction = body.partition('.')
    digits = whole + fraction
    if not digits.isdigit():
        return _parse_special(s, text.lower())
    e = -len(fraction)
    if letter:
        bare = power[1:] if power[:1] in ('-', '+') else power
        if not bare.isdigit():
            return None
        if len(bare) > 25:
            bare = bare.lstrip('0')[:25]
        e += -int(bare or 0) if power[0] == '-' else int(bare or 0)
    return s, number_of(digits), e, FINITE


def _parse_special(s, text):
    if text in _NAMES:
        return s, 0, 0, INFINITE
    for name, kind in (('nan', QNAN), ('snan', SNAN)):
        if text.startswith(name):
            payload = text[len(name):]
            if not payload:
                return s, 0, 0, kind
            return (s, number_of(payload), 0, kind) if payload.isdigit() and payload.isascii() else None
    return None


def parse_tuple(value):
    """The same of a (sign, digits, exponent) sequence."""
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, e = value
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    kind = FINITE
    if isinstance(e, str):
        kind = {'F': INFINITE, 'n': QNAN, 'N': SNAN}.get(e)
        if kind is None:
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        e = 0
    elif not isinstance(e, int):
        raise ValueError("exponent must be an integer")
    if kind == INFINITE:
        return int(sign), 0, 0, kind
    if not isinstance(digits, (tuple, list)):
        raise ValueError("coefficient must be a tuple of digits")
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError("coefficient must be a tuple of digits")
    return int(sign), number_of(''.join(map(str, map(int, digits))) or '0'), int(e), kind


_specs = {}     # the parts of the format specs that were used last


def spec_parts(spec):
    """The parts of a format spec; ValueError if it has others than a Decimal knows."""
    parts = _specs.get(spec)
    if parts is None:
        if len(_specs) > 100:
            _specs.clear()
        parts = _specs[spec] = _read_spec(spec)
    return parts


def _read_spec(spec):
    """The parts of a format spec: fill, align, sign, z, zero padding, width, comma, precision, type. ValueError if it has others."""
    error = ValueError("invalid format string")
    fill, align, place = ' ', '', 0
    if len(spec) > 1 and spec[1] in '<>=^':
        fill, align, place = spec[0], spec[1], 2
    elif spec[:1] and spec[0] in '<>=^':
        align, place = spec[0], 1
    sign = '-'
    if spec[place:place + 1] and spec[place] in ' +-':
        sign = spec[place]
        place += 1
    no_minus_zero = spec[place:place + 1] == 'z'
    place += no_minus_zero
    zeros = spec[place:place + 1] == '0'
    if zeros:
        if align:
            raise error
        fill, align = '0', '='
        place += 1
    start = place
    while spec[place:place + 1].isdigit() and spec[place].isascii():
        place += 1
    if place > start and spec[start] == '0':
        raise error
    width = int(spec[start:place] or 0)
    comma = spec[place:place + 1] == ','
    place += comma
    precision = None
    if spec[place:place + 1] == '.':
        start = place = place + 1
        while spec[place:place + 1].isdigit() and spec[place].isascii():
            place += 1
        if place == start:
            raise error
        precision = int(spec[start:place])
    kind = spec[place:]
    if len(kind) > 1 or kind not in 'eEfFgGn%':
        raise error
    if kind == 'n' and comma:
        raise error
    if width > MAX_PREC or (precision or 0) > MAX_PREC:
        raise error
    return fill, align or '>', sign, no_minus_zero, zeros, width, comma, precision, kind


def grouped(whole, width):
    """Digits with commas; zeros before them up to the width."""
    while True:
        text = f"{int(whole):,}" if len(whole) < 4000 and whole[0] != '0' else ''
        if not text:
            first = len(whole) % 3 or 3
            text = ','.join([whole[:first]] + [whole[i:i + 3] for i in range(first, len(whole), 3)])
        if len(text) >= width:
            return text
        whole = '0' + whole
