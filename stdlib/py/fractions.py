"""Rational numbers: quotients of two integers in lowest terms, the denominator positive."""

import math
import numbers
import operator
import sys

__all__ = ['Fraction']


def _parse(text):
    """(numerator, denominator) of '3/4', '-1.25', '1e3', None for other text. Digits may be grouped by single underscores."""
    def number(digits):
        plain = digits.replace("_", "")
        if not plain.isdecimal() or digits[0] == "_" or digits[-1] == "_" or "__" in digits:
            return None
        return int(plain)

    text = text.strip()
    sign = -1 if text[:1] == "-" else 1
    text = text[1:] if text[:1] in ("-", "+") else text
    if "/" in text:
        top, _, bottom = text.partition("/")
        top, bottom = (number(part) if part else None for part in (top.rstrip(), bottom.lstrip()))
        return None if top is None or bottom is None else (sign * top, bottom)
    mantissa, letter, exponent = text.replace("E", "e").partition("e")
    power = 0
    if letter:
        bare = exponent[1:] if exponent[:1] in ("-", "+") else exponent
        power = number(bare) if bare else None
        if power is None:
            return None
        power = -power if exponent[0] == "-" else power
    whole, point, decimals = mantissa.partition(".")
    if not whole and not decimals:
        return None
    top = number(whole) if whole else 0
    fraction = number(decimals) if decimals else 0
    if top is None or fraction is None:
        return None
    places = len(decimals.replace("_", ""))
    top = sign * (top * 10 ** places + fraction)
    power -= places
    return (top * 10 ** power, 1) if power >= 0 else (top, 10 ** -power)


def _round_to_exponent(n, d, exponent, no_neg_zero=False):
    """Sign and digits of n/d rounded to a multiple of 10**exponent, half to even."""
    power = 10 ** abs(exponent)
    top, bottom = (n, d * power) if exponent >= 0 else (n * power, d)
    whole, rest = divmod(top, bottom)
    if rest * 2 > bottom or rest * 2 == bottom and whole & 1:
        whole += 1
    return (whole if no_neg_zero else n) < 0, abs(whole)


def _round_to_figures(n, d, figures):
    """Sign, digits and exponent of n/d rounded to so many figures."""
    if n == 0:
        return False, 0, 1 - figures
    top, bottom = str(abs(n)), str(d)
    exponent = len(top) - len(bottom) + (bottom <= top) - figures
    is_negative, digits = _round_to_exponent(n, d, exponent)
    if digits >= 10 ** figures:  # rounded up to another figure
        digits, exponent = digits // 10, exponent + 1
    return is_negative, digits, exponent


def _parse_spec(spec):
    """The parts of a format spec for e, f, g and %; None where it is no such spec, what is wrong where it contradicts itself."""
    rest = spec
    parts = {"fill": " ", "align": ">", "sign": "-", "no_neg_zero": False, "alt": False, "zeropad": False, "width": 0, "sep": "",
             "precision": 6}
    explicit = False
    if rest[1:2] and rest[1] in "<>=^":
        parts["fill"], parts["align"], rest, explicit = rest[0], rest[1], rest[2:], True
    elif rest[:1] and rest[0] in "<>=^":
        parts["align"], rest, explicit = rest[0], rest[1:], True
    if rest[:1] and rest[0] in "-+ ":
        parts["sign"], rest = rest[0], rest[1:]
    if rest[:1] == "z":
        parts["no_neg_zero"], rest = True, rest[1:]
    if rest[:1] == "#":
        parts["alt"], rest = True, rest[1:]
    if rest[:1] == "0" and rest[1:2].isdigit():
        parts["zeropad"], rest = True, rest[1:]
    digits = len(rest) - len(rest.lstrip("0123456789"))
    if digits > 1 and rest[0] == "0":
        return None
    if digits:
        parts["width"], rest = int(rest[:digits]), rest[digits:]
    if rest[:1] and rest[0] in ",_":
        parts["sep"], rest = rest[0], rest[1:]
    if rest[:1] == ".":
        digits = len(rest) - 1 - len(rest[1:].lstrip("0123456789"))
        if not digits or (digits > 1 and rest[1] == "0"):
            return None
        parts["precision"], rest = int(rest[1:1 + digits]), rest[1 + digits:]
    if len(rest) != 1 or rest not in "eEfFgG%":
        return None
    if explicit and parts["zeropad"]:
        return "; can't use explicit alignment when zero-padding"
    parts["kind"] = rest
    return parts


class Fraction(numbers.Rational):
    """A rational number, made of two rationals, a float, a decimal or text."""

    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if type(numerator) is int:
                return cls._of(numerator, 1)
            if isinstance(numerator, numbers.Rational):
                return cls._of(numerator.numerator, numerator.denominator)
            if isinstance(numerator, float) or (not isinstance(numerator, (str, type)) and hasattr(numerator, 'as_integer_ratio')):
                return cls._of(*numerator.as_integer_ratio())
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            parsed = _parse(numerator)
            if parsed is None:
                raise ValueError('Invalid literal for Fraction: %r' % numerator)
            numerator, denominator = parsed
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator)
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % numerator)
        divisor = math.gcd(numerator, denominator)
        if denominator < 0:
            divisor = -divisor
        return cls._of(numerator // divisor, denominator // divisor)

    @classmethod
    def _of(cls, numerator, denominator):
        self = super(Fraction, cls).__new__(cls)
        self._numerator = numerator
        self._denominator = denominator
        return self

    @classmethod
    def from_float(cls, f):
        """The exact value of a float."""
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("%s.from_float() only takes floats, not %r (%s)" % (cls.__name__, f, type(f).__name__))
        return cls._of(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The exact value of a Decimal."""
        from decimal import Decimal
        if isinstance(dec, numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError("%s.from_decimal() only takes Decimals, not %r (%s)" % (cls.__name__, dec, type(dec).__name__))
        return cls._of(*dec.as_integer_ratio())

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator is not above a bound."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # the convergents of the continued fraction, and the last semiconvergent that fits
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            if q0 + a * q1 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q0 + a * q1
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._of(p1, q1)
        return Fraction._of(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return '%s(%s, %s)' % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else '%s/%s' % (self._numerator, self._denominator)

    def __format__(self, spec, /):
        if not spec:
            return str(self)
        parts = _parse_spec(spec)
        if not isinstance(parts, dict):
            raise ValueError(f"Invalid format specifier {spec!r} for object of type {type(self).__name__!r}{parts or ''}")
        kind, precision = parts["kind"], parts["precision"]
        trim = kind in "gG" and not parts["alt"]
        fixed = kind in "fF%"
        if fixed:
            exponent = -precision - (2 if kind == "%" else 0)
            negative, digits = _round_to_exponent(self._numerator, self._denominator, exponent, parts["no_neg_zero"])
            point = precision
        else:
            figures = max(precision, 1) if kind in "gG" else precision + 1
            negative, digits, exponent = _round_to_figures(self._numerator, self._denominator, figures)
            fixed = kind in "gG" and -4 - figures < exponent <= 0
            point = -exponent if fixed else figures - 1
        suffix = "%" if kind == "%" else ""
        if kind != "%" and not fixed:
            suffix = f"{'E' if kind in 'EG' else 'e'}{exponent + point:+03d}"
        text = f"{digits:0{point + 1}d}"
        sign = "-" if negative else "" if parts["sign"] == "-" else parts["sign"]
        leading, fraction = text[:len(text) - point], text[len(text) - point:]
        if trim:
            fraction = fraction.rstrip("0")
        trailing = ("" if not fraction and not parts["alt"] else "." + fraction) + suffix
        if parts["zeropad"]:
            least = parts["width"] - len(sign) - len(trailing)
            leading = leading.zfill(3 * least // 4 + 1 if parts["sep"] else least)
        if parts["sep"]:
            first = 1 + (len(leading) - 1) % 3
            leading = leading[:first] + "".join(parts["sep"] + leading[at:at + 3] for at in range(first, len(leading), 3))
        body = leading + trailing
        padding = parts["fill"] * (parts["width"] - len(sign) - len(body))
        if parts["align"] == "<":
            return sign + body + padding
        if parts["align"] == "^":
            half = len(padding) // 2
            return padding[:half] + sign + body + padding[half:]
        return sign + padding + body if parts["align"] == "=" else padding + sign + body

    def _operators(monomorphic, fallback):
        def forward(a, b):
            if type(b) is int:
                return monomorphic(a, Fraction._of(b, 1))
            if isinstance(b, (int, Fraction)):
                return monomorphic(a, b if isinstance(b, Fraction) else Fraction(b))
            if isinstance(b, float):
                return fallback(float(a), b)
            if isinstance(b, complex):
                return fallback(complex(a), b)
            return NotImplemented

        def reverse(b, a):
            if isinstance(a, numbers.Rational):
                return monomorphic(Fraction(a), b)
            if isinstance(a, numbers.Real):
                return fallback(float(a), float(b))
            if isinstance(a, numbers.Complex):
                return fallback(complex(a), complex(b))
            return NotImplemented
        forward.__name__ = '__' + fallback.__name__ + '__'
        reverse.__name__ = '__r' + fallback.__name__ + '__'
        return forward, reverse

    def _add(a, b):
        return Fraction(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator)

    def _sub(a, b):
        return Fraction(a._numerator * b._denominator - b._numerator * a._denominator, a._denominator * b._denominator)

    def _mul(a, b):
        return Fraction(a._numerator * b._numerator, a._denominator * b._denominator)

    def _div(a, b):
        if b._numerator == 0:
            # the message shows the quotient in lowest terms
            top = a._numerator * b._denominator // math.gcd(a._numerator, 0) if a._numerator else 0
            raise ZeroDivisionError('Fraction(%s, 0)' % top)
        return Fraction(a._numerator * b._denominator, a._denominator * b._numerator)

    def _floordiv(a, b):
        return (a._numerator * b._denominator) // (a._denominator * b._numerator)

    def _divmod(a, b):
        bottom = a._denominator * b._denominator
        quotient, rest = divmod(a._numerator * b._denominator, a._denominator * b._numerator)
        return quotient, Fraction(rest, bottom)

    def _mod(a, b):
        return Fraction((a._numerator * b._denominator) % (b._numerator * a._denominator), a._denominator * b._denominator)

    __add__, __radd__ = _operators(_add, operator.add)
    __sub__, __rsub__ = _operators(_sub, operator.sub)
    __mul__, __rmul__ = _operators(_mul, operator.mul)
    __truediv__, __rtruediv__ = _operators(_div, operator.truediv)
    __floordiv__, __rfloordiv__ = _operators(_floordiv, operator.floordiv)
    __divmod__, __rdivmod__ = _operators(_divmod, divmod)
    __mod__, __rmod__ = _operators(_mod, operator.mod)
    del _operators

    def __pow__(a, b):
        if not isinstance(b, numbers.Rational):
            return float(a) ** b if isinstance(b, (float, complex)) else NotImplemented
        if b.denominator != 1:
            return float(a) ** float(b)
        power = b.numerator
        if power >= 0:
            return Fraction._of(a._numerator ** power, a._denominator ** power)
        if a._numerator == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % a._denominator ** -power)
        if a._numerator > 0:
            return Fraction._of(a._denominator ** -power, a._numerator ** -power)
        return Fraction._of((-a._denominator) ** -power, (-a._numerator) ** -power)

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        return a ** b._numerator if b._denominator == 1 else a ** float(b)

    def __pos__(a):
        return Fraction._of(a._numerator, a._denominator)

    def __neg__(a):
        return Fraction._of(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction._of(abs(a._numerator), a._denominator)

    def __int__(a, _index=operator.index):
        return _index(-(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator)

    def __trunc__(a):
        return int(a)

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            quotient, rest = divmod(self._numerator, self._denominator)
            if rest * 2 == self._denominator:
                return quotient + quotient % 2
            return quotient + (rest * 2 > self._denominator)
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __hash__(self):
        # equal to the hash of equal ints and floats: the quotient modulo the prime of the hashes
        prime = sys.hash_info.modulus
        try:
            inverse = pow(self._denominator, -1, prime)
        except ValueError:
            value = sys.hash_info.inf
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        result = value if self._numerator >= 0 else -value
        return -2 if result == -1 else result

    def __eq__(a, b):
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            return 0.0 == b if math.isnan(b) or math.isinf(b) else a == a.from_float(b)
        return NotImplemented

    def _compared(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return op(0.0, other)
            return op(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        return a._compared(b, operator.lt)

    def __gt__(a, b):
        return a._compared(b, operator.gt)

    def __le__(a, b):
        return a._compared(b, operator.le)

    def __ge__(a, b):
        return a._compared(b, operator.ge)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()
