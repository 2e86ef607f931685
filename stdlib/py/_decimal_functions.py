"""What decimals need beyond arithmetic: exponentials, logarithms and powers.

exp, ln and log10 are correctly rounded: they are computed with more and more digits until the rounding is certain. power is as good as that but for the
rare case where its guard digits do not decide. All work is on ints; numbers are taken apart by parts() and made by finish().
"""

# like native code

import math

from _decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_HALF_EVEN, bits, finish, make, nan, parts, report
from _decimal_signals import INEXACT, INVALID, ROUNDED

FINITE, INFINITE, QNAN, SNAN = range(4)
_SMALL = [10**n for n in range(40)]


def power10(n):
    return _SMALL[n] if n < 40 else 10**n


def digits_in(n):
    """How many decimal digits n > 0 has; 1 for 0."""
    guess = n.bit_length() * 30103 // 100000
    if guess < 40:
        return guess + (n >= _SMALL[guess]) or 1
    while n >= power10(guess):
        guess += 1
    while n < power10(guess - 1):
        guess -= 1
    return guess


def invalid(ctx):
    """Reports an invalid operation; its result is NaN."""
    report(ctx, INVALID)
    return make(0, 0, 0, QNAN)


def quiet(ctx, **settings):
    """A context for intermediate steps: no traps, other flags."""
    other = ctx.copy()
    other.clear_flags()
    other.clear_traps()
    for name, value in settings.items():
        setattr(other, name, min(value, MAX_PREC) if name == 'prec' else value)
    return other


def _certain(n, digits, prec, slack):
    """Is the rounding of n to prec digits the same for all numbers within `slack` of it?"""
    unit = power10(digits - prec)
    rest = n % unit
    return all(abs(rest - place) > slack for place in (0, unit // 2, unit))


# Fixed point: a number x is held as an int near x * 10**p. Each function's result is off by a few units at most.

_ln10_digits = []


def _atanh_inverse(k, unit):
    """atanh(1/k) * unit"""
    total = term = unit // k
    square, n = k * k, 3
    while term:
        term //= square
        total += term // n
        n += 2
    return total


def fixed_ln10(p):
    """ln(10) with p digits behind the point."""
    if not _ln10_digits or _ln10_digits[0] < p:
        unit = 10**(p + 10)
        value = 46 * _atanh_inverse(31, unit) + 34 * _atanh_inverse(49, unit) + 20 * _atanh_inverse(161, unit)
        _ln10_digits[:] = [p, value // 10**10]
    have, value = _ln10_digits
    return value // 10**(have - p)


def fixed_exp(x, p):
    """e**x for |x| of a few units: halved until it is tiny, then the series, then squared as often."""
    halvings = math.isqrt(p) + 8
    extra = halvings // 3 + 6
    unit = 10**(p + extra)
    x = x * 10**extra >> halvings
    total = term = unit
    n = 1
    while term:
        term = term * x // (unit * n)
        if term == -1:
            break
        total += term
        n += 1
    for _ in range(halvings):
        total = total * total // unit
    return total // 10**extra


def fixed_ln(m, p):
    """ln(m / 10**p) for m / 10**p in about [0.1, 10]: from the logarithm of a float, each step three times as exact."""
    unit = 10**p
    y = int(math.log(m * 10**20 // unit / 1e20) * 2**60) * unit >> 60
    good = 14
    while True:
        e = fixed_exp(y, p)
        y += 2 * (m - e) * unit // (m + e)
        if good > p:
            return y
        good = 3 * good - 2


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


def exp(x, ctx):
    """e**x"""
    s, n, e, kind = parts(x)
    if kind:
        return nan(ctx, x) if kind > 1 else make(0, 0, 0) if s else make(0, 0, 0, INFINITE)
    if not n:
        return make(0, 1, 0)
    inner = quiet(ctx, rounding=ROUND_HALF_EVEN)
    adjusted, prec = e + digits_in(n) - 1, ctx.prec
    if adjusted > len(str(3 * (ctx.Emax + 1))) if not s else adjusted > len(str(3 * (1 - ctx.Etiny()))):
        result = finish(inner, 0, 1, ctx.Emax + 1 if not s else ctx.Etiny() - 1)
    elif adjusted < -prec - 2:
        # 1 and a little
        nudge = power10(prec + 1) + 1 if not s else power10(prec + 2) - 1
        result = finish(inner, 0, nudge, -prec - 1 if not s else -prec - 2)
    else:
        extra = 3
        while True:
            value, place = _exp_digits(n, e, s, prec + extra)
            if _certain(value, digits_in(value), prec, 30):
                break
            extra = 2 * extra + 3
        result = finish(inner, 0, value, place)
    report(ctx, bits(inner, False))
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


def _logarithm(ctx, digits_of):
    """The correctly rounded logarithm: digits_of(p) is it times 10**p."""
    prec = ctx.prec
    places = prec + 4
    while True:
        value = digits_of(places)
        size = abs(value)
        digits = digits_in(size)
        if digits > prec + 3 and _certain(size, digits, prec, 200):
            break
        places += max(prec + 4 - digits, 0) + 5
    inner = quiet(ctx, rounding=ROUND_HALF_EVEN)
    result = finish(inner, int(value < 0), size, -places)
    report(ctx, bits(inner, False) | INEXACT | ROUNDED)
    return result


def _special_logarithm(x, ctx):
    """The logarithm of what is no positive finite number, None for others."""
    s, n, e, kind = parts(x)
    if kind > 1:
        return nan(ctx, x)
    if not kind and not n:
        return make(1, 0, 0, INFINITE)
    if s:
        return invalid(ctx)
    return make(0, 0, 0, INFINITE) if kind else None


def ln(x, ctx):
    """The natural logarithm."""
    special = _special_logarithm(x, ctx)
    if special is not None:
        return special
    if x == 1:
        return make(0, 0, 0)
    _, n, e, _ = parts(x)
    return _logarithm(ctx, lambda p: _ln_digits(n, e, p))


def log10(x, ctx):
    """The logarithm to base ten."""
    special = _special_logarithm(x, ctx)
    if special is not None:
        return special
    _, n, e, _ = parts(x)
    digits = digits_in(n)
    if n == power10(digits - 1):
        turns = e + digits - 1
        return finish(ctx, int(turns < 0), abs(turns), 0)

    def digits_of(p):
        extra = 6
        return _ln_digits(n, e, p + extra) * power10(p + extra) // fixed_ln10(p + extra) // power10(extra)
    return _logarithm(ctx, digits_of)


# ---- powers

def _as_int(n, e):
    """The int a finite number is, None if it is none or absurdly large."""
    if e >= 0:
        return None if e > 40 and n else n * power10(e) if n else 0
    if not n:
        return 0
    if -e >= digits_in(n) + 1:
        return None
    q, r = divmod(n, power10(-e))
    return None if r else q


def _is_integral(n, e):
    return e >= 0 or not n or (-e <= digits_in(n) and not n % power10(-e))


def _is_odd(n, e):
    if e > 0:
        return False
    return -e < digits_in(n) and bool(n // power10(-e) & 1)


def _far(ctx, s, grows):
    """What overflows or underflows."""
    return finish(ctx, s, 1, ctx.Emax + 1 if grows else ctx.Etiny() - 1)


def power(a, b, ctx):
    """a ** b"""
    a_s, a_n, a_e, a_kind = parts(a)
    b_s, b_n, b_e, b_kind = parts(b)
    if a_kind > 1 or b_kind > 1:
        return nan(ctx, a, b)
    zero_a, zero_b = not a_kind and not a_n, not b_kind and not b_n
    if zero_b:
        return invalid(ctx) if zero_a else make(0, 1, 0)
    integral = not b_kind and _is_integral(b_n, b_e)
    s = int(a_s and integral and _is_odd(b_n, b_e))
    if a_s and not zero_a and not integral:
        return invalid(ctx)
    if zero_a:
        return make(s, 0, 0, INFINITE) if b_s else make(s, 0, 0)
    if a_kind:
        return make(s, 0, 0) if b_s else make(s, 0, 0, INFINITE)
    size_a = make(0, a_n, a_e)
    if size_a == 1:
        return _power_of_one(a_n, a_e, b_s, b_n, b_e, b_kind, s, integral, ctx)
    grows = (size_a > 1) != bool(b_s)
    if b_kind:
        return make(0, 0, 0, INFINITE) if grows else make(0, 0, 0)
    whole = _as_int(b_n, b_e) if integral else None
    # A result that is out of range whatever its digits.
    if b_e + digits_in(b_n) > 6:
        wide = quiet(ctx, prec=9, Emax=MAX_EMAX, Emin=MIN_EMIN, clamp=0)
        size = wide.multiply(ln(size_a, wide), make(0, b_n, b_e))
        if size and (size.is_infinite() or size.adjusted() > len(str(ctx.Emax - ctx.Etiny())) + 2):
            return _far(ctx, s, grows)
    if whole is not None and whole <= 1 << 40:
        return _power_of_int(a_n, a_e, -whole if b_s else whole, s, ctx)
    return _power_by_logarithm(a_n, a_e, b_s, b_n, b_e, s, integral, ctx)


def _power_of_one(a_n, a_e, b_s, b_n, b_e, b_kind, s, integral, ctx):
    """(+-1) ** b: 1, with as many zeros as the power has use for."""
    prec = ctx.prec
    if b_kind or not integral:
        report(ctx, INEXACT | ROUNDED)
        return make(s, power10(prec - 1), 1 - prec)
    count = _as_int(b_n, b_e)
    if b_s:
        e = 0 if a_e == 0 else -10**20
    else:
        e = a_e * (count if count is not None else 10**20)
    if e < 1 - prec:
        report(ctx, ROUNDED)
        e = 1 - prec
    return make(s, power10(-e), e)


def _power_of_int(a_n, a_e, count, s, ctx):
    """a ** count by repeated squaring with guard digits; exact results come out exact."""
    digits = digits_in(a_n)
    if count > 0 and digits * count <= max(4 * ctx.prec, 2000):
        n, e = a_n**count, a_e * count
        if ctx.Emin <= e + digits_in(n) - 1 < ctx.Emax:
            return finish(ctx, s, n, e)
    inner = quiet(ctx, prec=ctx.prec + len(str(abs(count))) + 6, rounding=ROUND_HALF_EVEN, clamp=0)
    base, left, result = make(0, a_n, a_e), abs(count), make(0, 1, 0)
    if count < 0:
        base = inner.divide(1, base)
    while left:
        if left & 1:
            result = inner.multiply(result, base)
        left >>= 1
        if result.is_infinite() or not result:
            break
        if left:
            base = inner.multiply(base, base)
    if result.is_infinite():
        return _far(ctx, s, True)
    _, n, e, _ = parts(result)
    return finish(ctx, s, n, e, bits(inner, False))


def _exact_root(a_n, a_e, b_s, b_n, b_e, ctx):
    """a ** b for a > 0 and a b that is no integer, if the result is a short decimal; None otherwise."""
    if abs(b_e) > 40 or abs(a_e) > 5000:
        return None
    n, d = make(0, b_n, b_e).as_integer_ratio()
    if d & (d - 1) and d % 5 or d > 1000 or n > 10000:
        return None
    roots = []
    for value in make(0, a_n, a_e).as_integer_ratio():
        root = round(math.exp(math.log(value) / d)) if value.bit_length() < 3000 else None
        if root is None:
            return None
        root = next((r for r in (root - 1, root, root + 1) if r >= 0 and r**d == value), None)
        if root is None:
            return None
        roots.append(root**n)
    top, bottom = reversed(roots) if b_s else roots
    inner = quiet(ctx, prec=ctx.prec + 2)
    result = inner.divide(make(0, top, 0), make(0, bottom, 0))
    return None if bits(inner, False) & INEXACT else result


def _power_by_logarithm(a_n, a_e, b_s, b_n, b_e, s, integral, ctx):
    """e ** (b * ln a), and for an exact root the exact result, filled up with zeros."""
    prec = ctx.prec
    if not integral:
        exact = _exact_root(a_n, a_e, b_s, b_n, b_e, ctx)
        if exact is not None:
            _, n, e, _ = parts(exact)
            fill = prec + 1 - digits_in(n)
            if fill > 0:
                n, e = n * power10(fill), e - fill
            return finish(ctx, s, n, e, INEXACT | ROUNDED)
    a_adjusted, b_adjusted = a_e + digits_in(a_n) - 1, b_e + digits_in(b_n) - 1
    extra = 4
    while True:
        p = prec + extra + max(b_adjusted, 0) + max(len(str(abs(a_adjusted))), 1) + 6
        logarithm = _ln_digits(a_n, a_e, p)
        x = logarithm * b_n
        negative = (x < 0) != bool(b_s)
        n, e = _exp_digits(abs(x), b_e - p, int(negative), prec + extra)
        digits = digits_in(n)
        if _certain(n, digits, prec, 1000) or extra > 200:
            break
        extra += 10
    return finish(ctx, s, n, e, INEXACT | ROUNDED)


def power_modulo(operands, ctx):
    """pow(a, b, m) of integers."""
    numbers = [parts(operand) for operand in operands]
    for wanted in (SNAN, QNAN):
        for operand, number in zip(operands, numbers):
            if number[3] == wanted:
                return nan(ctx, operand)
    (a_s, a_n, a_e, a_kind), (b_s, b_n, b_e, b_kind), (_, m_n, m_e, m_kind) = numbers
    if a_kind or b_kind or m_kind or not all(_is_integral(number[1], number[2]) for number in numbers) or (b_s and b_n) or not m_n:
        return invalid(ctx)
    if m_e + digits_in(m_n) - 1 >= ctx.prec or (not a_n and not b_n):
        return invalid(ctx)
    modulus, count = _as_int(m_n, m_e), _as_int(b_n, b_e)
    if modulus is None:
        modulus = m_n * power10(m_e)
    s = int(a_s and _is_odd(b_n, b_e))
    base = a_n % modulus * pow(10, a_e, modulus) % modulus if a_e >= 0 else _as_int(a_n, a_e) % modulus
    if count is not None:
        return make(s, pow(base, count, modulus), 0)
    value = pow(base, b_n, modulus)
    for _ in range(b_e):
        value = pow(value, 10, modulus)
    return make(s, value, 0)
