"""Whole numbers as decimal coefficients: counting digits, rounding, texts of any length, and elementary functions in fixed point."""

import math

from _decimal_context import (ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP)

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


def text_of(n):
    """str(n), without a limit to its length."""
    if n.bit_length() < 13000:
        return str(n)
    half = digits_in(n) // 2
    high, low = divmod(n, 10**half)
    return text_of(high) + text_of(low).zfill(half)


def number_of(text):
    """int(text) for ASCII digits, without a limit to their count."""
    if len(text) < 4000:
        return int(text)
    half = len(text) // 2
    return number_of(text[:-half]) * 10**half + number_of(text[-half:])


def round_off(n, drop, mode, sign):
    """(n without its last `drop` > 0 digits, rounded; was anything lost)"""
    unit = power10(drop)
    q, r = divmod(n, unit)
    if not r:
        return q, False
    if mode is ROUND_HALF_EVEN or mode == ROUND_HALF_EVEN:
        twice = r + r
        up = twice > unit or (twice == unit and q & 1)
    elif mode == ROUND_HALF_UP:
        up = r + r >= unit
    elif mode == ROUND_HALF_DOWN:
        up = r + r > unit
    elif mode == ROUND_DOWN:
        up = False
    elif mode == ROUND_UP:
        up = True
    elif mode == ROUND_CEILING:
        up = not sign
    elif mode == ROUND_FLOOR:
        up = sign
    else:
        up = q % 5 == 0
    return q + 1 if up else q, True


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
