"""The rest of the operations on decimals: roots, powers, exponentials and logarithms, total order, digits as bits, neighbours.

exp, ln and log10 are correctly rounded: they are computed with more and more digits until the rounding is certain. power is as good as that but for the
rare case where its guard digits do not decide.
"""

# like native code

import math

from _decimal_context import *
from _decimal_number import (Decimal, INFINITE, QNAN, SNAN, _inexact_overflow, convert, finish, invalid, make, nan_of, settle_nan)
from _decimal_parts import digits_in, fixed_exp, fixed_ln, fixed_ln10, power10


def method(function):
    """Makes the function a method of Decimal. A name that ends in _ leaves a builtin alone."""
    function.__name__ = function.__name__.rstrip('_')
    function.__qualname__ = 'Decimal.' + function.__name__
    function.__module__ = 'decimal'
    setattr(Decimal, function.__name__, function)
    return function


def _pair(a, other, context):
    return convert(other, True), context_or_current(context)


def _certain(n, digits, prec, slack):
    """Is the rounding of n to prec digits the same for all numbers within `slack` of it?"""
    unit = power10(digits - prec)
    rest = n % unit
    return all(abs(rest - place) > slack for place in (0, unit // 2, unit))


# ---- roots and fused operations

@method
def sqrt(self, context=None):
    """The square root, correctly rounded."""
    ctx = context_or_current(context)
    if self._k > 1:
        return settle_nan(self, ctx)
    if self._s and (self._n or self._k):
        return invalid(ctx)
    if self._k:
        return make(0, 0, 0, INFINITE)
    if not self._n:
        return finish(self._s, 0, self._e // 2, ctx)
    n, e = self._n, self._e
    if e % 2:
        n, e = n * 10, e - 1
    ideal = e // 2
    shift = max(ctx._prec + 1 - (digits_in(n) + 1) // 2, 0)
    if shift:
        scaled = n * power10(2 * shift)
        root = math.isqrt(scaled)
        exact = root * root == scaled
    else:
        root = math.isqrt(n)
        exact = root * root == n
    e = ideal - shift
    if exact:
        while e < ideal and not root % 10:
            root //= 10
            e += 1
    elif not root % 5:
        root += 1
    with_mode = ctx.quiet(rounding=ROUND_HALF_EVEN)
    result = finish(0, root, e, with_mode)
    ctx.report(with_mode._status)
    return result


@method
def fma(self, other, third, context=None):
    """self * other + third with one rounding."""
    other, ctx = _pair(self, other, context)
    third = convert(third, True)
    if self._k > 1 or other._k > 1:
        if self._k == SNAN or (other._k == SNAN):
            return nan_of(self, other, ctx)
        if third._k == SNAN:
            return settle_nan(third, ctx)
        return nan_of(self, other, ctx)
    if self._k or other._k:
        if not (self._k or self._n) or not (other._k or other._n):
            return invalid(ctx)
        product = make(self._s ^ other._s, 0, 0, INFINITE)
    else:
        product = make(self._s ^ other._s, self._n * other._n, self._e + other._e)
    return product._add(third, ctx)


# ---- exponentials and logarithms

def _exp_digits(n, e, s, prec):
    """(coefficient, exponent) near e**x for x = n * 10**e, sign s: at least prec + 3 digits, off by less than 10 units."""
    p = prec + 8 + max(e + digits_in(n), 0)
    if p + e >= 0:
        x = n * power10(p + e)
    else:       # what is too small to be seen still counts for the direction of rounding
        x = n // power10(-p - e) if -p - e < digits_in(n) else int(n > 0)
    if s:
        x = -x
    turns, rest = divmod(x, fixed_ln10(p))
    p_low = prec + 6
    rest = rest // power10(p - p_low)
    return fixed_exp(rest, p_low), turns - p_low


@method
def exp(self, context=None):
    """e**self"""
    ctx = context_or_current(context)
    if self._k:
        return settle_nan(self, ctx) if self._k > 1 else make(0, 0, 0) if self._s else make(0, 0, 0, INFINITE)
    if not self._n:
        return make(0, 1, 0)
    quiet = ctx.quiet(rounding=ROUND_HALF_EVEN)
    adjusted, prec = self.adjusted(), ctx._prec
    if adjusted > len(str(3 * (ctx._Emax + 1))) if not self._s else adjusted > len(str(3 * (1 - ctx._etiny))):
        result = finish(0, 1, ctx._Emax + 1 if not self._s else ctx._etiny - 1, quiet)
    elif adjusted < -prec - 2:
        # 1 and a little
        nudge = power10(prec + 1) + 1 if not self._s else power10(prec + 2) - 1
        result = finish(0, nudge, -prec - 1 if not self._s else -prec - 2, quiet)
    else:
        extra = 3
        while True:
            n, e = _exp_digits(self._n, self._e, self._s, prec + extra)
            digits = digits_in(n)
            if _certain(n, digits, prec, 30):
                break
            extra = 2 * extra + 3
        result = finish(0, n, e, quiet)
    ctx.report(quiet._status)
    return result


def _ln_digits(n, e, p):
    """ln(n * 10**e) * 10**p, off by less than 100 units."""
    digits = digits_in(n)
    turns = e + digits - 1                      # n * 10**e = m * 10**turns with m in [1, 10)
    extra = 4 + len(str(abs(turns)))
    work = p + extra
    shift = work - digits + 1
    m = n * power10(shift) if shift >= 0 else n // power10(-shift)
    value = fixed_ln(m, work) + turns * fixed_ln10(work)
    return value // power10(extra)


def _logarithm(self, ctx, digits_of):
    """The correctly rounded logarithm: digits_of(p) is it times 10**p."""
    prec = ctx._prec
    places = prec + 4
    while True:
        value = digits_of(places)
        size = abs(value)
        digits = digits_in(size)
        if digits > prec + 3 and _certain(size, digits, prec, 200):
            break
        places += max(prec + 4 - digits, 0) + 5
    quiet = ctx.quiet(rounding=ROUND_HALF_EVEN)
    result = finish(int(value < 0), size, -places, quiet)
    ctx.report(quiet._status | INEXACT | ROUNDED)
    return result


@method
def ln(self, context=None):
    """The natural logarithm."""
    ctx = context_or_current(context)
    if self._k > 1:
        return settle_nan(self, ctx)
    if not self._k and not self._n:
        return make(1, 0, 0, INFINITE)
    if self._s:
        return invalid(ctx)
    if self._k:
        return make(0, 0, 0, INFINITE)
    if self._order(make(0, 1, 0)) == 0:
        return make(0, 0, 0)
    return _logarithm(self, ctx, lambda p: _ln_digits(self._n, self._e, p))


def _is_power_of_ten(n):
    return n == power10(digits_in(n) - 1)


@method
def log10(self, context=None):
    """The logarithm to base ten."""
    ctx = context_or_current(context)
    if self._k > 1:
        return settle_nan(self, ctx)
    if not self._k and not self._n:
        return make(1, 0, 0, INFINITE)
    if self._s:
        return invalid(ctx)
    if self._k:
        return make(0, 0, 0, INFINITE)
    if _is_power_of_ten(self._n):
        turns = self.adjusted()
        return finish(int(turns < 0), abs(turns), 0, ctx)

    def digits_of(p):
        extra = 6
        return _ln_digits(self._n, self._e, p + extra) * power10(p + extra) // fixed_ln10(p + extra) // power10(extra)
    return _logarithm(self, ctx, digits_of)


@method
def logb(self, context=None):
    """The exponent of the first digit as a Decimal."""
    ctx = context_or_current(context)
    if self._k:
        return settle_nan(self, ctx) if self._k > 1 else make(0, 0, 0, INFINITE)
    if not self._n:
        ctx.report(DIVISION)
        return make(1, 0, 0, INFINITE)
    turns = self.adjusted()
    return finish(int(turns < 0), abs(turns), 0, ctx)


# ---- powers

def _as_int(a):
    """The int a finite number is, None if it is none or absurdly large."""
    if a._e >= 0:
        return None if a._e > 40 and a._n else a._n * power10(a._e) if a._n else 0
    if not a._n:
        return 0
    if -a._e >= digits_in(a._n) + 1:
        return None
    q, r = divmod(a._n, power10(-a._e))
    return None if r else q


def _is_integral(a):
    return a._e >= 0 or not a._n or (-a._e <= digits_in(a._n) and not a._n % power10(-a._e))


def _is_odd(a):
    if a._e > 0:
        return False
    return -a._e < digits_in(a._n) and bool(a._n // power10(-a._e) & 1)


def power(a, b, ctx):
    """a ** b"""
    if a._k > 1 or b._k > 1:
        return nan_of(a, b, ctx)
    zero_a, zero_b = not a._k and not a._n, not b._k and not b._n
    if zero_b:
        return invalid(ctx) if zero_a else make(0, 1, 0)
    integral = not b._k and _is_integral(b)
    s = int(a._s and integral and _is_odd(b))
    if a._s and not zero_a and not integral and not (a._k and b._k):
        if b._k or not a._k:
            return invalid(ctx) if not (a._k and not b._k) else invalid(ctx)
        return invalid(ctx)
    if zero_a:
        return make(s, 0, 0, INFINITE) if b._s else make(s, 0, 0)
    if a._k:
        if a._s and not integral:
            return invalid(ctx)
        return make(s, 0, 0) if b._s else make(s, 0, 0, INFINITE)
    one = a.copy_abs()._order(make(0, 1, 0))
    if not one:
        return _power_of_one(a, b, s, integral, ctx)
    if b._k:
        return make(0, 0, 0) if (one > 0) == bool(b._s) else make(0, 0, 0, INFINITE)
    whole = _as_int(b) if integral else None
    # A result that is out of range whatever its digits.
    wide = ctx.quiet(prec=9, Emax=MAX_EMAX, Emin=MIN_EMIN, clamp=0)
    size = a.copy_abs().ln(wide)._mul(make(0, b._n, b._e), wide) if b.adjusted() > 5 else None
    if size is not None and size._n and (size._k or size.adjusted() > len(str(ctx._Emax - ctx._etiny)) + 2):
        grows = (one > 0) != bool(b._s)
        return finish(s, 1, ctx._Emax + 1, ctx) if grows else finish(s, 1, ctx._etiny - 1, ctx)
    if whole is not None and whole <= 1 << 40:
        return _power_of_int(a, -whole if b._s else whole, s, ctx)
    return _power_by_logarithm(a, b, s, integral, ctx)


def _power_of_one(a, b, s, integral, ctx):
    """(+-1) ** b: 1, with as many zeros as the power has use for."""
    if b._k or not integral or not a._n:
        if b._k and a._e == 0:
            ctx.report(INEXACT | ROUNDED)
        else:
            ctx.report(INEXACT | ROUNDED)
        return make(s, power10(ctx._prec - 1), 1 - ctx._prec)
    count = _as_int(b)
    e = a._e * (count if count is not None and not b._s else 10**20 if not b._s else 0)
    if b._s:
        e = 0 if a._e == 0 else -10**20
    if e < 1 - ctx._prec:
        ctx.report(ROUNDED)
        e = 1 - ctx._prec
    return make(s, power10(-e), e)


def _power_of_int(a, count, s, ctx):
    """a ** count by repeated squaring with guard digits; exact results come out exact."""
    digits = digits_in(a._n)
    if count > 0 and digits * count <= max(4 * ctx._prec, 2000):
        n, e = a._n**count, a._e * count
        if ctx._Emin <= e + digits_in(n) - 1 < ctx._Emax:
            return finish(s, n, e, ctx)
    quiet = ctx.quiet(prec=ctx._prec + len(str(abs(count))) + 6, rounding=ROUND_HALF_EVEN, clamp=0)
    base, left, result = a.copy_abs(), abs(count), make(0, 1, 0)
    if count < 0:
        base = make(0, 1, 0)._div(base, quiet)
    while left:
        if left & 1:
            result = result._mul(base, quiet)
        left >>= 1
        if result._k or not result._n:
            break
        if left:
            base = base._mul(base, quiet)
    if result._k:
        return _inexact_overflow(s, ctx, quiet._status)
    return finish(s, result._n, result._e, ctx, quiet._status)


def _exact_root(a, b, ctx):
    """a ** b for a > 0 and a b that is no integer, if the result is a short decimal; None otherwise."""
    if abs(b._e) > 40 or abs(a._e) > 5000:
        return None
    n, d = b.copy_abs().as_integer_ratio()
    if d & (d - 1) and d % 5 or d > 1000 or n > 10000:
        return None
    top, bottom = a.as_integer_ratio()
    roots = []
    for value in (top, bottom):
        root = round(math.exp(math.log(value) / d)) if value.bit_length() < 3000 else None
        if root is None:
            return None
        root = next((r for r in (root - 1, root, root + 1) if r >= 0 and r**d == value), None)
        if root is None:
            return None
        roots.append(root**n)
    top, bottom = reversed(roots) if b._s else roots
    quiet = ctx.quiet(prec=ctx._prec + 2)
    result = make(0, top, 0)._div(make(0, bottom, 0), quiet)
    return None if quiet._status & INEXACT else result


def _power_by_logarithm(a, b, s, integral, ctx):
    """e ** (b * ln a), and for an exact root the exact result, filled up with zeros."""
    prec = ctx._prec
    if not integral:
        exact = _exact_root(a, b, ctx)
        if exact is not None:
            n, e = exact._n, exact._e
            fill = prec + 1 - digits_in(n)
            if fill > 0:
                n, e = n * power10(fill), e - fill
            return finish(0, n, e, ctx, INEXACT | ROUNDED)
    extra = 4
    while True:
        p = prec + extra + max(b.adjusted(), 0) + max(len(str(abs(a.adjusted()))), 1) + 6
        logarithm = _ln_digits(a._n, a._e, p)
        x = logarithm * b._n
        xe = b._e - p
        negative = (x < 0) != bool(b._s)
        n, e = _exp_digits(abs(x), xe, int(negative), prec + extra)
        digits = digits_in(n)
        if _certain(n, digits, prec, 1000) or extra > 200:
            break
        extra += 10
    return finish(s, n, e, ctx, INEXACT | ROUNDED)


def power_modulo(a, b, m, ctx):
    """pow(a, b, m) of integers."""
    for value in (a, b, m):
        if value._k == SNAN:
            return settle_nan(value, ctx)
    for value in (a, b, m):
        if value._k == QNAN:
            return settle_nan(value, ctx)
    if a._k or b._k or m._k or not (_is_integral(a) and _is_integral(b) and _is_integral(m)) or (b._s and b._n) or not m._n:
        return invalid(ctx)
    if m.adjusted() >= ctx._prec or (not a._n and not b._n):
        return invalid(ctx)
    modulus, count = _as_int(m), _as_int(b)
    s = int(a._s and _is_odd(b))
    base = a._n % modulus * pow(10, a._e, modulus) % modulus if a._e >= 0 else _as_int(a) % modulus
    if count is not None:
        return make(s, pow(base, count, modulus), 0)
    value = pow(base, b._n, modulus)
    for _ in range(b._e):
        value = pow(value, 10, modulus)
    return make(s, value, 0)


# ---- remainders, minima and maxima

@method
def remainder_near(self, other, context=None):
    """self - n * other, n the nearest integer to the quotient."""
    other, ctx = _pair(self, other, context)
    if self._k > 1 or other._k > 1:
        return nan_of(self, other, ctx)
    if self._k:
        return invalid(ctx)
    if other._k:
        return finish(self._s, self._n, self._e, ctx)
    if not other._n:
        return invalid(ctx, INVALID if self._n else UNDEFINED)
    parts = self._divided(other, ctx, True)
    if parts is None:
        return invalid(ctx, IMPOSSIBLE)
    q, r, e = parts
    divisor = other._n * power10(other._e - e) if other._e - e < 3 * ctx._prec + digits_in(self._n) + 100 else None
    s = self._s
    if divisor is not None and (2 * r > divisor or (2 * r == divisor and q & 1)):
        r, s = divisor - r, 1 - s
        q += 1
    if q >= ctx.limit():
        return invalid(ctx, IMPOSSIBLE)
    return finish(s, r, e, ctx)


def _total_order(a, b):
    """-1, 0, 1 in the order in which every representation has its place."""
    if a._s != b._s:
        return -1 if a._s else 1
    sign = -1 if a._s else 1
    rank = (0, 0, 2, 1)
    if a._k > 1 or b._k > 1:
        x = (rank[a._k], a._n) if a._k > 1 else (0, 0)
        y = (rank[b._k], b._n) if b._k > 1 else (0, 0)
        return sign * ((x > y) - (x < y))
    order = a._order(b)
    if order or a._k:
        return order
    return sign * ((a._e > b._e) - (a._e < b._e))


def _chosen(self, other, context, largest, magnitude):
    other, ctx = _pair(self, other, context)
    if self._k > 1 or other._k > 1:
        if self._k == QNAN and other._k < 2:
            return other._plus_keeping(ctx)
        if other._k == QNAN and self._k < 2:
            return self._plus_keeping(ctx)
        return nan_of(self, other, ctx)
    order = self.copy_abs()._order(other.copy_abs()) if magnitude else 0
    order = order or self._order(other) or _total_order(self, other)
    winner = (other if order < 0 else self) if largest else (self if order < 0 else other)
    return winner._plus_keeping(ctx)


def _plus_keeping(self, ctx):
    """Brought within the context, zeros keeping their sign."""
    return make(self._s, 0, 0, INFINITE) if self._k else finish(self._s, self._n, self._e, ctx)


Decimal._plus_keeping = _plus_keeping


@method
def max_(self, other, context=None):
    """The larger one; a number wins over a quiet NaN."""
    return _chosen(self, other, context, True, False)


@method
def min_(self, other, context=None):
    """The smaller one; a number wins over a quiet NaN."""
    return _chosen(self, other, context, False, False)


@method
def max_mag(self, other, context=None):
    """The one of larger magnitude."""
    return _chosen(self, other, context, True, True)


@method
def min_mag(self, other, context=None):
    """The one of smaller magnitude."""
    return _chosen(self, other, context, False, True)


# ---- comparisons with a result of -1, 0, 1

def _sign_value(order):
    return make(int(order < 0), abs(order), 0)


@method
def compare(self, other, context=None):
    """Decimal('-1'), 0 or 1, or NaN."""
    other, ctx = _pair(self, other, context)
    return nan_of(self, other, ctx) if self._k > 1 or other._k > 1 else _sign_value(self._order(other))


@method
def compare_signal(self, other, context=None):
    """The same, every NaN being a signal."""
    other, ctx = _pair(self, other, context)
    if self._k > 1 or other._k > 1:
        result = nan_of(self, other, ctx)
        ctx.report(INVALID)
        return result
    return _sign_value(self._order(other))


@method
def compare_total(self, other, context=None):
    """The order of representations, NaNs and zeros included."""
    other, ctx = _pair(self, other, context)
    return _sign_value(_total_order(self, other))


@method
def compare_total_mag(self, other, context=None):
    """The same without signs."""
    other, ctx = _pair(self, other, context)
    return _sign_value(_total_order(self.copy_abs(), other.copy_abs()))


# ---- forms and neighbours

@method
def normalize(self, context=None):
    """Without trailing zeros."""
    ctx = context_or_current(context)
    if self._k:
        return settle_nan(self, ctx) if self._k > 1 else make(self._s, 0, 0, INFINITE)
    value = finish(self._s, self._n, self._e, ctx)
    if value._k:
        return value
    if not value._n:
        return make(value._s, 0, 0)
    n, e = value._n, value._e
    highest = ctx._etop if ctx._clamp else ctx._Emax
    while e < highest and not n % 10:
        n, e = n // 10, e + 1
    return make(value._s, n, e)


def _neighbour(self, ctx, up):
    if self._k > 1:
        return settle_nan(self, ctx)
    if self._k:
        if self._s == (not up):
            return make(self._s, 0, 0, INFINITE)
        return make(self._s, ctx.limit() - 1, ctx._etop)
    quiet = ctx.quiet(rounding=ROUND_CEILING if up else ROUND_FLOOR)
    value = finish(self._s, self._n, self._e, quiet)
    if value._k or value._order(self):
        return value
    quiet = ctx.quiet(rounding=ROUND_CEILING if up else ROUND_FLOOR)
    if not value._n:
        return make(int(not up), 1, ctx._etiny)
    step = make(int(not up), 1, ctx._etiny - 1)
    return value._add(step, quiet)


@method
def next_plus(self, context=None):
    """The smallest number of the context above."""
    return _neighbour(self, context_or_current(context), True)


@method
def next_minus(self, context=None):
    """The largest number of the context below."""
    return _neighbour(self, context_or_current(context), False)


@method
def next_toward(self, other, context=None):
    """The neighbour in the direction of other."""
    other, ctx = _pair(self, other, context)
    if self._k > 1 or other._k > 1:
        return nan_of(self, other, ctx)
    order = self._order(other)
    if not order:
        return self.copy_sign(other)
    value = _neighbour(self, ctx, order < 0)
    if value._k == INFINITE:
        if not self._k:
            ctx.report(OVERFLOW | ROUNDED | INEXACT)
    elif value._n == 0 or value.adjusted() < ctx._Emin:
        ctx.report(UNDERFLOW | SUBNORMAL | ROUNDED | INEXACT | (0 if value._n else CLAMPED))
    return value


@method
def scaleb(self, other, context=None):
    """self * 10**other, for an integral other."""
    other, ctx = _pair(self, other, context)
    if self._k > 1 or other._k > 1:
        return nan_of(self, other, ctx)
    count = None if other._k or other._e != 0 else other._n
    if count is None or count > 2 * (ctx._Emax + ctx._prec):
        return invalid(ctx)
    if self._k:
        return make(self._s, 0, 0, INFINITE)
    return finish(self._s, self._n, self._e + (-count if other._s else count), ctx)


def _moved(self, other, context, rotate):
    other, ctx = _pair(self, other, context)
    if self._k > 1 or other._k > 1:
        return nan_of(self, other, ctx)
    if other._k or other._e != 0 or other._n > ctx._prec:
        return invalid(ctx)
    if self._k:
        return make(self._s, 0, 0, INFINITE)
    prec, count = ctx._prec, -other._n if other._s else other._n
    n = self._n % ctx.limit()
    if rotate:
        count %= prec
        high, low = divmod(n, power10(prec - count))
        n = low * power10(count) + high
    else:
        n = n * power10(count) % ctx.limit() if count >= 0 else n // power10(-count)
    return make(self._s, n, self._e)


@method
def rotate(self, other, context=None):
    """The digits of the coefficient moved round."""
    return _moved(self, other, context, True)


@method
def shift(self, other, context=None):
    """The digits of the coefficient moved left, or right for a negative other."""
    return _moved(self, other, context, False)


# ---- digits as bits

def _bits(a, ctx):
    """The digits of a logical operand, None if it is none."""
    if a._k or a._s or a._e:
        return None
    text = str(a._n) if a._n < 1 << 12000 else None
    return None if text is None or text.strip('01') else text[-ctx._prec:]


def _logical(self, other, context, combine):
    other, ctx = _pair(self, other, context)
    x, y = _bits(self, ctx), _bits(other, ctx)
    if x is None or y is None:
        return invalid(ctx)
    return make(0, int(f"{combine(int(x, 2), int(y, 2)):b}"), 0)


@method
def logical_and(self, other, context=None):
    """Digit by digit and."""
    return _logical(self, other, context, lambda x, y: x & y)


@method
def logical_or(self, other, context=None):
    """Digit by digit or."""
    return _logical(self, other, context, lambda x, y: x | y)


@method
def logical_xor(self, other, context=None):
    """Digit by digit exclusive or."""
    return _logical(self, other, context, lambda x, y: x ^ y)


@method
def logical_invert(self, context=None):
    """All digits of the precision turned."""
    ctx = context_or_current(context)
    x = _bits(self, ctx)
    if x is None:
        return invalid(ctx)
    return make(0, int(f"{int(x, 2) ^ (1 << ctx._prec) - 1:b}"), 0)
