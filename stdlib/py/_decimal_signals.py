"""The signals of decimal arithmetic as Python sees them: exceptions, and a context's flags and traps as mappings and lists.

A context keeps both as bits. What went wrong in an operation is one set of bits, for which exception_for() has the exception.
"""

# like native code

from collections import namedtuple
from collections.abc import MutableMapping
from numbers import Number, Rational

from _decimal import Decimal, bits, set_bits

# Conditions. The first five make up the signal InvalidOperation.
INVALID, CONVERSION, IMPOSSIBLE, UNDEFINED, BAD_CONTEXT = 1, 2, 4, 8, 16
ANY_INVALID = 31
FLOAT, DIVISION, OVERFLOW, UNDERFLOW, SUBNORMAL, INEXACT, ROUNDED, CLAMPED = (1 << n for n in range(5, 13))

DecimalTuple = namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')
Number.register(Decimal)
_VALID = ("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n"
          "   Clamped]")


class DecimalException(ArithmeticError):
    __module__ = 'decimal'


class Clamped(DecimalException):
    __module__ = 'decimal'


class InvalidOperation(DecimalException):
    __module__ = 'decimal'


class ConversionSyntax(InvalidOperation):
    __module__ = 'decimal'


class DivisionByZero(DecimalException, ZeroDivisionError):
    __module__ = 'decimal'


class DivisionImpossible(InvalidOperation):
    __module__ = 'decimal'


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    __module__ = 'decimal'


class Inexact(DecimalException):
    __module__ = 'decimal'


class InvalidContext(InvalidOperation):
    __module__ = 'decimal'


class Rounded(DecimalException):
    __module__ = 'decimal'


class Subnormal(DecimalException):
    __module__ = 'decimal'


class Overflow(Inexact, Rounded):
    __module__ = 'decimal'


class Underflow(Inexact, Rounded, Subnormal):
    __module__ = 'decimal'


class FloatOperation(DecimalException, TypeError):
    __module__ = 'decimal'


SIGNALS = ((InvalidOperation, ANY_INVALID), (FloatOperation, FLOAT), (DivisionByZero, DIVISION), (Overflow, OVERFLOW), (Underflow, UNDERFLOW),
           (Subnormal, SUBNORMAL), (Inexact, INEXACT), (Rounded, ROUNDED), (Clamped, CLAMPED))
CONDITIONS = ((InvalidOperation, INVALID), (ConversionSyntax, CONVERSION), (DivisionImpossible, IMPOSSIBLE), (DivisionUndefined, UNDEFINED),
              (InvalidContext, BAD_CONTEXT)) + SIGNALS[1:]
_BITS = dict(SIGNALS)


def exception_for(bits):
    """The exception for conditions that are trapped; it lists all of them."""
    kind = next(signal for signal, mask in SIGNALS if bits & mask)
    return kind([condition for condition, mask in CONDITIONS if bits & mask])


class SignalDict(MutableMapping):
    """The flags or the traps of a context as a mapping from signals to bools."""

    __module__ = 'decimal'
    __slots__ = ('_context', '_traps')

    def __init__(self):
        self._context = None
        self._traps = False

    def _bits(self):
        if self._context is None:
            raise ValueError("invalid signal dict")
        return bits(self._context, self._traps)

    def _mask(self, signal):
        try:
            return _BITS[signal]
        except (KeyError, TypeError):
            raise KeyError(_VALID) from None

    def __getitem__(self, signal):
        return bool(self._bits() & self._mask(signal))

    def __setitem__(self, signal, value):
        now, mask = self._bits(), self._mask(signal)
        set_bits(self._context, self._traps, now | mask if value else now & ~mask)

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        self._bits()
        return iter(_BITS)

    def __len__(self):
        self._bits()
        return len(_BITS)

    def __eq__(self, other):
        if isinstance(other, SignalDict):
            return signals_of(self._bits()) == signals_of(other._bits())
        if isinstance(other, dict):
            return dict(self) == other
        return NotImplemented

    __hash__ = None

    def copy(self):
        return dict(self)

    def __repr__(self):
        return "{" + ", ".join(f"{signal!r}:{self[signal]!r}" for signal in self) + "}"


def mapping_of(context, traps):
    """The flags or traps of a context as a mapping."""
    mapping = SignalDict.__new__(SignalDict)
    mapping._context, mapping._traps = context, traps
    return mapping


def signals_of(found):
    return [signal for signal, mask in SIGNALS if found & mask]


def bits_of(signals, only_mapping):
    """The bits of a list of signals or of a mapping from all signals to bools."""
    if isinstance(signals, SignalDict):
        return signals._bits()
    if isinstance(signals, dict):
        if set(signals) != set(_BITS):
            raise KeyError("invalid error flag" if len(signals) == len(_BITS) else "invalid signal dict")
        signals = [signal for signal, on in signals.items() if on]
    elif only_mapping or not isinstance(signals, list):
        raise TypeError("argument must be a signal dict")
    found = 0
    for signal in signals:
        if signal not in _BITS:
            raise KeyError(_VALID)
        found |= _BITS[signal]
    return found
