"""The class Decimal: construction, texts, comparison, the operators and the everyday methods.

A number is a sign _s (0 or 1), a coefficient _n, an exponent _e and a kind _k: 0 finite, 1 infinite, 2 NaN, 3 signalling NaN (whose _n is the payload).
finish() brings a result within a context's precision and range. What needs more than rounding, such as exp and power, is in _decimal_functions.py.
"""

# like native code

import math as _math
import numbers as _numbers
import sys as _sys

from _decimal_context import *
from _decimal_context import _current
from _decimal_texts import grouped, parse, parse_tuple, spec_parts
from _decimal_parts import _SMALL, digits_in, number_of, power10, round_off, text_of

FINITE, INFINITE, QNAN, SNAN = range(4)

_P = _sys.hash_info.modulus
_INVERSE_10 = pow(10, _P - 2, _P)
_SHORT = 1 << 12000


def _inexact_overflow(s, ctx, bits):
    """The result of an overflow."""
    mode = ctx._rounding
    ctx.report(bits | OVERFLOW | INEXACT | ROUNDED)
    if mode in (ROUND_DOWN, ROUND_05UP) or mode == (ROUND_FLOOR if not s else ROUND_CEILING):
        return make(s, ctx.limit() - 1, ctx._etop)
    return make(s, 0, 0, INFINITE)


def finish(s, n, e, ctx, bits=0):
    """The number as the context can hold it."""
    limit = ctx._limit
    if not bits and limit is not None and n < limit and ctx._easy_low <= e <= ctx._etop:
        return make(s, n, e)
    if not n:
        highest = ctx._etop if ctx._clamp else ctx._Emax
        if e > highest:
            e, bits = highest, bits | CLAMPED
        elif e < ctx._etiny:
            e, bits = ctx._etiny, bits | CLAMPED
        if bits:
            ctx.report(bits)
        return make(s, 0, e)
    digits = digits_in(n)
    if e + digits - 1 > ctx._Emax:
        return _inexact_overflow(s, ctx, bits)
    drop = digits - ctx._prec
    subnormal = e + digits - 1 < ctx._Emin
    if subnormal:
        bits |= SUBNORMAL
        drop = max(drop, ctx._etiny - e)
    if drop > 0:
        if drop > digits + 1:       # far below: any such number rounds alike
            n, e, drop = 1, e + drop - 2, 2
        n, inexact = round_off(n, drop, ctx._rounding, s)
        e += drop
        bits |= ROUNDED
        if inexact:
            bits |= INEXACT | UNDERFLOW if subnormal else INEXACT
        if n == limit if limit is not None else digits_in(n) > ctx._prec:
            n //= 10
            e += 1
            if e > ctx._etop:
                return _inexact_overflow(s, ctx, bits)
        if not n and subnormal:
            bits |= CLAMPED
    elif ctx._clamp and e > ctx._etop:
        n *= power10(e - ctx._etop)
        e = ctx._etop
        bits |= CLAMPED
    if subnormal and bits & INEXACT:
        bits |= UNDERFLOW
    if bits:
        ctx.report(bits)
    return make(s, n, e)


def invalid(ctx, bits=INVALID):
    """Reports an invalid operation; its result is NaN."""
    ctx.report(bits)
    return make(0, 0, 0, QNAN)


def settle_nan(a, ctx):
    """The NaN that comes of a NaN: quiet, its payload cut to the precision."""
    if a._k == SNAN:
        ctx.report(INVALID)
    elif a.__class__ is Decimal and not a._n:
        return a
    n = a._n
    room = ctx._prec - ctx._clamp
    if n and digits_in(n) > room:
        n %= power10(room)
    return make(a._s, n, 0, QNAN)


def nan_of(a, b, ctx):
    """The NaN that comes of two numbers, of which at least one is NaN: the first signalling one, else the first."""
    if a._k == SNAN or (b._k != SNAN and a._k == QNAN):
        return settle_nan(a, ctx)
    return settle_nan(b, ctx)


def convert(value, strict=False):
    """An operand as a Decimal; NotImplemented, or TypeError if strict, for what is neither Decimal nor int."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return make(1, -int(value), 0) if value < 0 else make(0, int(value), 0)
    if strict:
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
    return NotImplemented


def _from_float(value):
    """The exact value of a float."""
    if value != value:
        return make(int(_math.copysign(1, value) < 0), 0, 0, QNAN)
    if value in (_math.inf, -_math.inf):
        return make(int(value < 0), 0, 0, INFINITE)
    s = int(_math.copysign(1, value) < 0)
    n, d = abs(value).as_integer_ratio()
    k = d.bit_length() - 1
    return make(s, n * 5**k, -k)


def _aligned(n, e, m, low, prec):
    """(n, m, their common exponent) for n * 10**e and m * 10**low with e > low. An m far below what the precision can show counts as one unit."""
    if not n:
        return 0, m, low
    digits = digits_in(n)
    least = e - 1 + min(digits - prec - 1, 0)
    if low + digits_in(m) - 1 < least:
        m, low = int(m > 0), least
    return n * power10(e - low), m, low


class Decimal:
    """A decimal number: from an int, a str, a float, another Decimal, or a tuple (sign, digits, exponent); 0 by default.

    The number is taken as it is, whatever the precision. The context only says what happens to a text that is no number:
    an exception if it traps InvalidOperation, else NaN.
    """

    __slots__ = ('_s', '_n', '_e', '_k')
    __module__ = 'decimal'

    def __new__(cls, value="0", context=None):
        if cls is Decimal and context is None:      # the everyday forms
            if value.__class__ is str:
                whole, _, fraction = value.partition('.')
                s = 1 if whole[:1] == '-' else 0
                digits = whole[s:] + fraction
                if digits.isdigit() and digits.isascii() and len(digits) < 4000:
                    return make(s, int(digits), -len(fraction))
            elif value.__class__ is int:
                return make(1, -value, 0) if value < 0 else make(0, value, 0)
        if isinstance(value, str):
            parts = parse(value)
            if parts is None:
                context_or_current(context).report(CONVERSION)
                parts = 0, 0, 0, QNAN
        elif isinstance(value, Decimal):
            if cls is Decimal and value.__class__ is Decimal:
                return value
            parts = value._s, value._n, value._e, value._k
        elif isinstance(value, int):
            parts = int(value < 0), abs(int(value)), 0, FINITE
        elif isinstance(value, (tuple, list)):
            parts = parse_tuple(value)
        elif isinstance(value, float):
            context = context_or_current(context)
            context.report(FLOAT)
            value = _from_float(value)
            parts = value._s, value._n, value._e, value._k
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
        if context is not None:
            context_or_current(context)
        s, n, e, k = parts
        if not k and not (MIN_ETINY <= e <= MAX_EMAX and (not n or e + digits_in(n) - 1 <= MAX_EMAX)):
            context_or_current(context).report(INVALID)
            s, n, e, k = 0, 0, 0, QNAN
        self = object.__new__(cls)
        self._s, self._n, self._e, self._k = s, n, e, k
        return self

    @classmethod
    def from_float(cls, f, /):
        """The exact value of a float or int."""
        if isinstance(f, int):
            value = make(int(f < 0), abs(int(f)), 0)
        elif isinstance(f, float):
            value = _from_float(f)
        else:
            raise TypeError("argument must be int or float")
        return value if cls is Decimal else cls(value)

    # ---- other forms

    def as_tuple(self):
        """The number's three parts as a DecimalTuple."""
        from decimal import DecimalTuple
        if self._k == INFINITE:
            return DecimalTuple(self._s, (0,), 'F')
        digits = tuple(map(int, text_of(self._n)))
        if self._k:
            return DecimalTuple(self._s, digits if self._n else (), 'n' if self._k == QNAN else 'N')
        return DecimalTuple(self._s, digits, self._e)

    def as_integer_ratio(self):
        """(numerator, denominator) in lowest terms, the denominator positive."""
        if self._k:
            if self._k == INFINITE:
                raise OverflowError("cannot convert Infinity to integer ratio")
            raise ValueError("cannot convert NaN to integer ratio")
        if not self._n:
            return 0, 1
        n, d = (self._n * power10(self._e), 1) if self._e >= 0 else (self._n, power10(-self._e))
        common = _math.gcd(n, d)
        return -n // common if self._s else n // common, d // common

    def _text(self, eng, capitals):
        sign = '-' if self._s else ''
        if self._k:
            if self._k == INFINITE:
                return sign + 'Infinity'
            return sign + ('NaN' if self._k == QNAN else 'sNaN') + (text_of(self._n) if self._n else '')
        digits = str(self._n) if self._n < _SHORT else text_of(self._n)
        e = self._e
        if not e and not eng:
            return sign + digits
        left = e + len(digits)
        if e <= 0 and left > -6:
            point = left
        elif not eng:
            point = 1
        elif digits == '0':
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            text = '0.' + '0' * -point + digits
        elif point >= len(digits):
            text = digits + '0' * (point - len(digits))
        else:
            text = digits[:point] + '.' + digits[point:]
        if left != point:
            if capitals is None:
                capitals = getcontext()._capitals
            text += ('E' if capitals else 'e') + '%+d' % (left - point)
        return sign + text

    def __str__(self):
        """The number's digits as text, in scientific notation where the exponent asks for it."""
        if not self._k and not self._e and self._n < _SHORT:
            return '-' + str(self._n) if self._s else str(self._n)
        return self._text(False, None)

    def to_eng_string(self, context=None):
        """The text with an exponent that is a multiple of three."""
        return self._text(True, context_or_current(context)._capitals)

    def __repr__(self):
        """The call that makes the same number: Decimal('...')."""
        return f"Decimal('{self}')"

    def __hash__(self):
        """Equal numbers of int, float, Fraction and Decimal have the same hash."""
        if self._k:
            if self._k == SNAN:
                raise TypeError("Cannot hash a signaling NaN value")
            return object.__hash__(self) if self._k == QNAN else -314159 if self._s else 314159
        power = pow(10, self._e, _P) if self._e >= 0 else pow(_INVERSE_10, -self._e, _P)
        value = self._n * power % _P
        if self._s:
            value = -value
        return -2 if value == -1 else value

    def __format__(self, spec, /):
        """The text by a format specification: fill, align, sign, width, separators, precision and type."""
        if not isinstance(spec, str):
            raise TypeError("format arg must be str")
        if not spec:
            return str(self)
        fill, align, sign, no_minus_zero, zeros, width, comma, precision, kind = spec_parts(spec)
        s, tail = self._s, ''
        if self._k:
            body = self.copy_abs()._text(False, 1) + ('%' if kind == '%' else '')
            if zeros:
                fill, align = ' ', '>'
        else:
            body, tail, value = self._format_body(kind, precision, getcontext())
            if no_minus_zero and not value._n:
                s = 0
        lead = '-' if s else '' if sign == '-' else sign
        if comma or kind == 'n':
            whole, dot, rest = body.partition('.')
            if not dot:
                whole, dot, rest = body.partition('E' if 'E' in body else 'e') if 'e' in body or 'E' in body else (body, '', '')
            if whole.isdigit() and comma:
                whole = grouped(whole, width - len(lead) - len(dot) - len(rest) - len(tail) if zeros else 0)
            body = whole + dot + rest
        body += tail
        room = width - len(lead) - len(body)
        if room <= 0:
            return lead + body
        if align == '<':
            return lead + body + fill * room
        if align == '>':
            return fill * room + lead + body
        if align == '=':
            return lead + fill * room + body
        return fill * (room // 2) + lead + body + fill * (room - room // 2)

    def _format_body(self, kind, precision, ctx):
        """(digits with point and exponent, what follows, the number that was rounded)"""
        value, tail = self.copy_abs(), ''
        if kind == '%':
            value = make(0, value._n, value._e + 2)
            kind, tail = 'f', '%'
        capital = kind in ('E', 'G') or (not kind and ctx._capitals)
        low = kind.lower()
        if low == 'n':
            low = 'g'
        mode = ctx._rounding
        if precision is not None:
            if low == 'f':
                value = value._rescaled(-precision, mode, self._s)
            elif low == 'e':
                if value._n:
                    value = value._to_places(precision + 1, mode, self._s)
            else:
                digits = digits_in(value._n)
                if digits > (precision or 1):
                    value = value._to_places(precision or 1, mode, self._s)
        elif low == 'f' and value._e > 0:
            value = value._rescaled(0, mode, self._s)
        digits = text_of(value._n)
        e = value._e
        left = e + len(digits)
        if low == 'f':
            point = left
        elif low == 'e':
            if not value._n and precision is not None:
                point = 1 - precision
            else:
                point = 1
        else:
            point = left if e <= 0 and left > -6 else 1
        if point <= 0:
            text = '0.' + '0' * -point + digits
        elif point >= len(digits):
            text = digits + '0' * (point - len(digits))
        else:
            text = digits[:point] + '.' + digits[point:]
        if low == 'e' or left != point:
            text += ('E' if capital else 'e') + '%+d' % (left - point)
        return text, tail, value

    def _to_places(self, places, mode, s):
        """Rounded, or filled up, to so many significant digits."""
        n, e = self._n, self._e
        drop = digits_in(n) - places
        if drop > 0:
            n, _ = round_off(n, drop, mode, s)
            e += drop
            if digits_in(n) > places:
                n, e = n // 10, e + 1
        elif drop < 0:
            n, e = n * power10(-drop), e + drop
        return make(self._s, n, e)

    def _rescaled(self, e, mode, s=None):
        """The number with another exponent, rounded by mode, whatever its length."""
        n = self._n
        drop = e - self._e
        if drop > 0 and n:
            if drop > digits_in(n) + 1:
                n, drop = 1, 2
            n, _ = round_off(n, drop, mode, self._s if s is None else s)
        elif drop < 0:
            n *= power10(-drop)
        return make(self._s, n, e)

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self if self.__class__ is Decimal else self.__class__(self)

    def __deepcopy__(self, memo, /):
        return self if self.__class__ is Decimal else self.__class__(self)

    # ---- numbers of other types

    def __bool__(self):
        """Every number but a zero is true, NaN too."""
        return bool(self._k or self._n)

    def __int__(self):
        """int(self)"""
        if self._k:
            if self._k == INFINITE:
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        n = self._n * power10(self._e) if self._e >= 0 else 0 if -self._e > digits_in(self._n) else self._n // power10(-self._e)
        return -n if self._s else n

    __trunc__ = __int__

    def _to_int(self, mode):
        if self._k:
            if self._k == INFINITE:
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        value = self if self._e >= 0 else self._rescaled(0, mode)
        return int(value)

    def __floor__(self):
        return self._to_int(ROUND_FLOOR)

    def __ceil__(self):
        return self._to_int(ROUND_CEILING)

    def __round__(self, ndigits=None, /):
        if ndigits is None:
            return self._to_int(ROUND_HALF_EVEN)
        if not isinstance(ndigits, int):
            raise TypeError("optional arg must be an integer")
        return self.quantize(make(0, 1, -ndigits))

    def __float__(self):
        """float(self)"""
        if self._k == SNAN:
            raise ValueError("cannot convert signaling NaN to float")
        if self._k:
            return float(self._text(False, 1)) if self._k == INFINITE else -_math.nan if self._s else _math.nan
        if self._e > 400 and self._n:
            return -_math.inf if self._s else _math.inf
        return float(self._text(False, 1))

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return make(0, 0, 0)

    def conjugate(self):
        """Return self."""
        return self

    def canonical(self):
        """Return self."""
        return self

    def radix(self):
        """Decimal(10)"""
        return make(0, 10, 0)

    # ---- comparison

    def _order(self, other):
        """-1, 0 or 1 for two numbers that are no NaNs."""
        if self._k or other._k:
            a = (-1 if self._s else 1) if self._k else 0
            b = (-1 if other._s else 1) if other._k else 0
            return (a > b) - (a < b)
        n, m = self._n, other._n
        if not n or not m:
            a = (-1 if self._s else 1) if n else 0
            b = (-1 if other._s else 1) if m else 0
            return (a > b) - (a < b)
        if self._s != other._s:
            return -1 if self._s else 1
        gap = self._e - other._e
        if gap:
            a, b = self._e + digits_in(n), other._e + digits_in(m)
            if a != b:
                return -1 if (a < b) != self._s else 1
            if gap > 0:
                n *= power10(gap)
            else:
                m *= power10(-gap)
        return 0 if n == m else -1 if (n < m) != self._s else 1

    def _other_of_comparison(self, other, equality):
        """(self, other) as Decimals to be compared; NotImplemented."""
        if isinstance(other, int):
            return self, convert(other)
        if isinstance(other, float):
            ctx = getcontext()
            if equality:
                ctx._status |= FLOAT
            else:
                ctx.report(FLOAT)
            return self, _from_float(other)
        if isinstance(other, _numbers.Rational):
            if self._k:
                return self, make(0, 0, 0)
            n, d = int(other.numerator), int(other.denominator)
            return make(self._s, self._n * d, self._e), convert(n)
        if equality and isinstance(other, complex):
            if other.imag == 0:
                getcontext()._status |= FLOAT
                return self, _from_float(other.real)
            return self, None
        return NotImplemented

    def __eq__(self, other):
        """Whether both are the same number; false with a NaN."""
        a = self
        if not isinstance(other, Decimal):
            pair = self._other_of_comparison(other, True)
            if pair is NotImplemented:
                return NotImplemented
            a, other = pair
            if other is None:
                return False
        if a._k > 1 or other._k > 1:
            if a._k == SNAN or other._k == SNAN:
                getcontext().report(INVALID)
            return False
        if a._e == other._e and not a._k and not other._k:
            return a._n == other._n and (a._s == other._s or not a._n)
        return not a._order(other)

    def _compared(self, other):
        """The order as an int, None with the signal reported for a NaN, NotImplemented."""
        a = self
        if not isinstance(other, Decimal):
            pair = self._other_of_comparison(other, False)
            if pair is NotImplemented:
                return NotImplemented
            a, other = pair
        if a._k > 1 or other._k > 1:
            getcontext().report(INVALID)
            return None
        return a._order(other)

    def __lt__(self, other):
        """Whether this number is the smaller one."""
        order = self._compared(other)
        return order if order is NotImplemented else order is not None and order < 0

    def __le__(self, other):
        """Whether this number is not the larger one."""
        order = self._compared(other)
        return order if order is NotImplemented else order is not None and order <= 0

    def __gt__(self, other):
        """Whether this number is the larger one."""
        order = self._compared(other)
        return order if order is NotImplemented else order is not None and order > 0

    def __ge__(self, other):
        """Whether this number is not the smaller one."""
        order = self._compared(other)
        return order if order is NotImplemented else order is not None and order >= 0

    # ---- arithmetic

    def _add(self, other, ctx, flip=0):
        """self + other; flip 1: self - other."""
        t = other._s ^ flip
        if self._k or other._k:
            if self._k > 1 or other._k > 1:
                return nan_of(self, other, ctx)
            if self._k and other._k and self._s != t:
                return invalid(ctx)
            return make(self._s if self._k else t, 0, 0, INFINITE)
        s, n, e, m = self._s, self._n, self._e, other._n
        gap = e - other._e
        if gap:
            if 0 < gap < 40:
                n *= _SMALL[gap]
                e -= gap
            elif -40 < gap < 0:
                m *= _SMALL[-gap]
            elif gap > 0:
                n, m, e = _aligned(n, e, m, other._e, ctx._prec)
            else:
                m, n, e = _aligned(m, other._e, n, e, ctx._prec)
        if s == t:
            return finish(s, n + m, e, ctx)
        if n > m:
            return finish(s, n - m, e, ctx)
        if n < m:
            return finish(t, m - n, e, ctx)
        return finish(int(ctx._rounding == ROUND_FLOOR), 0, e, ctx)

    def __add__(self, other):
        """The sum, rounded to the context's precision."""
        if not isinstance(other, Decimal):
            other = convert(other)
            if other is NotImplemented:
                return other
        try:
            return self._add(other, _current.get())
        except LookupError:
            return self._add(other, getcontext())

    __radd__ = __add__

    def __sub__(self, other):
        """The difference, rounded to the context's precision."""
        if not isinstance(other, Decimal):
            other = convert(other)
            if other is NotImplemented:
                return other
        return self._add(other, getcontext(), 1)

    def __rsub__(self, other):
        """The difference with the operands exchanged."""
        other = convert(other)
        return other if other is NotImplemented else other._add(self, getcontext(), 1)

    def _mul(self, other, ctx):
        s = self._s ^ other._s
        if self._k or other._k:
            if self._k > 1 or other._k > 1:
                return nan_of(self, other, ctx)
            if not (self._k or self._n) or not (other._k or other._n):
                return invalid(ctx)
            return make(s, 0, 0, INFINITE)
        return finish(s, self._n * other._n, self._e + other._e, ctx)

    def __mul__(self, other):
        """The product, rounded to the context's precision."""
        if not isinstance(other, Decimal):
            other = convert(other)
            if other is NotImplemented:
                return other
        return self._mul(other, getcontext())

    __rmul__ = __mul__

    def _div(self, other, ctx):
        s = self._s ^ other._s
        if self._k or other._k:
            if self._k > 1 or other._k > 1:
                return nan_of(self, other, ctx)
            if self._k and other._k:
                return invalid(ctx)
            if self._k:
                return make(s, 0, 0, INFINITE)
            ctx.report(CLAMPED)
            return make(s, 0, ctx._etiny)
        n, m = self._n, other._n
        e = ideal = self._e - other._e
        if not m:
            if not n:
                return invalid(ctx, UNDEFINED)
            ctx.report(DIVISION)
            return make(s, 0, 0, INFINITE)
        if not n:
            return finish(s, 0, e, ctx)
        shift = (m.bit_length() - n.bit_length()) * 30103 // 100000 + ctx._prec + 3
        if shift > 0:
            n *= power10(shift)
            e -= shift
        else:
            shift = 0
        q, r = divmod(n, m)
        if r:
            if not q % 5:
                q += 1      # so that rounding sees that something follows
        elif shift:
            while e < ideal and not q % 10:
                q //= 10
                e += 1
        return finish(s, q, e, ctx)

    def __truediv__(self, other):
        """The quotient, rounded to the context's precision."""
        if not isinstance(other, Decimal):
            other = convert(other)
            if other is NotImplemented:
                return other
        return self._div(other, getcontext())

    def __rtruediv__(self, other):
        """The quotient with the operands exchanged."""
        other = convert(other)
        return other if other is NotImplemented else other._div(self, getcontext())

    def _divided(self, other, ctx, want):
        """(quotient cut to an int, remainder), for finite numbers and other != 0; None: the quotient has too many digits."""
        e = min(self._e, other._e)
        gap = self._e + digits_in(self._n) - other._e - digits_in(other._n)
        if not self._n or gap < -1:
            return 0, (self._n * power10(self._e - e) if want else 0), e
        if gap > ctx._prec + 1:
            return None
        n = self._n * power10(self._e - e)
        q, r = divmod(n, other._n * power10(other._e - e))
        return None if q >= ctx.limit() else (q, r, e)

    def _divmod(self, other, ctx, quotient=True, remainder=True):
        """(quotient or None, remainder or None) as // and % define them."""
        def both(value):
            return value, value
        if self._k > 1 or other._k > 1:
            return both(nan_of(self, other, ctx))
        s = self._s ^ other._s
        if self._k:
            if other._k or (remainder and not quotient):
                return both(invalid(ctx))
            return make(s, 0, 0, INFINITE), invalid(ctx) if remainder else None
        if other._k:
            return make(s, 0, 0), finish(self._s, self._n, self._e, ctx) if remainder else None
        if not other._n:
            if not self._n:
                return both(invalid(ctx, UNDEFINED))
            if not quotient:
                return both(invalid(ctx))
            ctx.report(DIVISION | INVALID if remainder else DIVISION)
            return make(s, 0, 0, INFINITE), make(0, 0, 0, QNAN)
        parts = self._divided(other, ctx, remainder)
        if parts is None:
            return both(invalid(ctx, IMPOSSIBLE))
        q, r, e = parts
        return make(s, q, 0) if quotient else None, finish(self._s, r, e, ctx) if remainder else None

    def __floordiv__(self, other):
        """The whole part of the quotient, cut towards zero."""
        other = convert(other)
        return other if other is NotImplemented else self._divmod(other, getcontext(), remainder=False)[0]

    def __rfloordiv__(self, other):
        """The whole part of the quotient with the operands exchanged."""
        other = convert(other)
        return other if other is NotImplemented else other._divmod(self, getcontext(), remainder=False)[0]

    def __mod__(self, other):
        """What the division leaves, with the sign of the dividend."""
        other = convert(other)
        return other if other is NotImplemented else self._divmod(other, getcontext(), quotient=False)[1]

    def __rmod__(self, other):
        """What the division leaves, with the operands exchanged."""
        other = convert(other)
        return other if other is NotImplemented else other._divmod(self, getcontext(), quotient=False)[1]

    def __divmod__(self, other):
        """The pair of whole quotient and rest."""
        other = convert(other)
        return other if other is NotImplemented else self._divmod(other, getcontext())

    def __rdivmod__(self, other):
        """The pair of whole quotient and rest, with the operands exchanged."""
        other = convert(other)
        return other if other is NotImplemented else other._divmod(self, getcontext())

    def _power(self, other, ctx, modulo=None):
        from _decimal_functions import power, power_modulo
        return power(self, other, ctx) if modulo is None else power_modulo(self, other, modulo, ctx)

    def __pow__(self, other, modulo=None):
        """The power, rounded; with a modulus, exact and of integers only."""
        other = convert(other)
        if other is NotImplemented:
            return other
        if modulo is not None:
            modulo = convert(modulo)
            if modulo is NotImplemented:
                return modulo
        return self._power(other, getcontext(), modulo)

    def __rpow__(self, other, modulo=None):
        """The power with base and exponent exchanged."""
        other = convert(other)
        return other if other is NotImplemented else other._power(self, getcontext(), modulo)

    def _plus(self, ctx, flip=0):
        if self._k:
            return settle_nan(self, ctx) if self._k > 1 else make(self._s ^ flip, 0, 0, INFINITE)
        if not self._n:
            return finish(self._s ^ flip if ctx._rounding == ROUND_FLOOR else 0, 0, self._e, ctx)
        return finish(self._s ^ flip, self._n, self._e, ctx)

    def __pos__(self):
        """+self"""
        return self._plus(getcontext())

    def __neg__(self):
        """-self"""
        return self._plus(getcontext(), 1)

    def _abs(self, ctx):
        return self._plus(ctx, self._s) if self._n or self._k else finish(0, 0, self._e, ctx)

    def __abs__(self):
        """abs(self)"""
        return self._abs(getcontext())

    def quantize(self, exp, rounding=None, context=None):
        """The number rounded to the exponent of exp."""
        ctx = context_or_current(context)
        exp = convert(exp, True)
        mode = ctx._rounding if rounding is None else rounding
        e = exp._e
        drop = e - self._e
        if not (self._k or exp._k) and (rounding is None or rounding in ROUNDINGS) and -40 < drop < 40 and ctx._limit is not None and ctx._easy_low <= e <= ctx._etop:
            n, bits = self._n, 0
            if drop > 0:
                n, inexact = round_off(n, drop, mode, self._s)
                bits = ROUNDED | INEXACT if inexact else ROUNDED
            elif drop:
                n *= _SMALL[-drop]
            if n < ctx._limit and (n or not bits):      # what does not fit is sorted out below
                if bits:
                    ctx.report(bits)
                return make(self._s, n, e)
        if mode not in ROUNDINGS:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, "
                            "ROUND_HALF_EVEN,\n   ROUND_05UP]")
        if self._k or exp._k:
            if self._k > 1 or exp._k > 1:
                return nan_of(self, exp, ctx)
            return make(self._s, 0, 0, INFINITE) if self._k and exp._k else invalid(ctx)
        n, e = self._n, exp._e
        if not ctx._etiny <= e <= ctx._Emax:
            return invalid(ctx)
        if not n:
            return finish(self._s, 0, e, ctx)
        digits = digits_in(n)
        if self._e + digits - 1 > ctx._Emax or self._e - e + digits > ctx._prec:
            return invalid(ctx)
        bits = 0
        drop = e - self._e
        if drop > 0:
            if drop > digits + 1:
                n, drop = 1, 2
            n, inexact = round_off(n, drop, mode, self._s)
            bits = ROUNDED | INEXACT if inexact else ROUNDED
            if n and (n >= ctx.limit() or e + digits_in(n) - 1 > ctx._Emax):
                return invalid(ctx)
        else:
            n *= power10(-drop)
        if n and e + digits_in(n) - 1 < ctx._Emin:
            bits |= SUBNORMAL
        if ctx._clamp and e > ctx._etop:
            return finish(self._s, n, e, ctx, bits)
        if bits:
            ctx.report(bits)
        return make(self._s, n, e)

    def same_quantum(self, other, context=None):
        """Do both have the same exponent, or are both infinite, or both NaN?"""
        other = convert(other, True)
        context_or_current(context)
        if self._k or other._k:
            return (self._k == other._k == INFINITE) or (self._k > 1 and other._k > 1)
        return self._e == other._e

    def _integral(self, ctx, mode, exact):
        if self._k:
            return settle_nan(self, ctx) if self._k > 1 else make(self._s, 0, 0, INFINITE)
        if self._e >= 0:
            return make(self._s, self._n, self._e)
        if not self._n:
            return make(self._s, 0, 0)
        n, drop = self._n, -self._e
        if drop > digits_in(n) + 1:
            n, drop = int(n > 0), 2
        n, inexact = round_off(n, drop, mode, self._s)
        if exact:
            ctx.report(ROUNDED | INEXACT if inexact else ROUNDED)
        return make(self._s, n, 0)

    def _mode(self, rounding, ctx):
        if rounding is None:
            return ctx._rounding
        if rounding not in ROUNDINGS:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, "
                            "ROUND_HALF_EVEN,\n   ROUND_05UP]")
        return rounding

    def to_integral_value(self, rounding=None, context=None):
        """The nearest integer, as the rounding mode has it, without signals."""
        ctx = context_or_current(context)
        return self._integral(ctx, self._mode(rounding, ctx), False)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        """The same, with Inexact and Rounded."""
        ctx = context_or_current(context)
        return self._integral(ctx, self._mode(rounding, ctx), True)


_new = object.__new__


def make(s, n, e, k=FINITE):
    """A Decimal of its parts."""
    self = _new(Decimal)
    self._s = s
    self._n = n
    self._e = e
    self._k = k
    return self


_numbers.Number.register(Decimal)
