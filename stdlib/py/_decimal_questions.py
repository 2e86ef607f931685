"""Questions about one decimal, and copies that differ in sign: none of them rounds or reports anything."""

# like native code

from _decimal_context import context_or_current
from _decimal_functions import method
from _decimal_number import INFINITE, QNAN, SNAN, convert, make
from _decimal_parts import digits_in


@method
def adjusted(self):
    """The exponent of the first digit."""
    return 0 if self._k else self._e + digits_in(self._n) - 1


@method
def is_canonical(self):
    return True


@method
def is_finite(self):
    return not self._k


@method
def is_infinite(self):
    return self._k == INFINITE


@method
def is_nan(self):
    return self._k > 1


@method
def is_qnan(self):
    return self._k == QNAN


@method
def is_snan(self):
    return self._k == SNAN


@method
def is_signed(self):
    return bool(self._s)


@method
def is_zero(self):
    return not self._k and not self._n


@method
def is_normal(self, context=None):
    ctx = context_or_current(context)
    return not self._k and self._n != 0 and self.adjusted() >= ctx._Emin


@method
def is_subnormal(self, context=None):
    ctx = context_or_current(context)
    return not self._k and self._n != 0 and self.adjusted() < ctx._Emin


@method
def number_class(self, context=None):
    """One of ten words for the kind of number."""
    ctx = context_or_current(context)
    if self._k > 1:
        return 'NaN' if self._k == QNAN else 'sNaN'
    sign = '-' if self._s else '+'
    if self._k:
        return sign + 'Infinity'
    if not self._n:
        return sign + 'Zero'
    return sign + ('Subnormal' if self.adjusted() < ctx._Emin else 'Normal')


@method
def copy_abs(self):
    return make(0, self._n, self._e, self._k)


@method
def copy_negate(self):
    return make(1 - self._s, self._n, self._e, self._k)


@method
def copy_sign(self, other, context=None):
    context_or_current(context)
    return make(convert(other, True)._s, self._n, self._e, self._k)
