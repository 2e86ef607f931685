"""The settings of decimal arithmetic: signals, rounding modes, the part of a context that numbers know, the current context.

A context keeps its flags and traps as bits. What went wrong in an operation is one set of bits, reported once, by report(): flags are set, and an
exception is raised if one of them is trapped. The operations that contexts offer are in decimal.py.
"""

# like native code

import contextvars
import numbers
from collections.abc import MutableMapping

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)

ROUND_DOWN = 'ROUND_DOWN'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_CEILING = 'ROUND_CEILING'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_UP = 'ROUND_UP'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_05UP = 'ROUND_05UP'
ROUNDINGS = (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)

# Conditions. The first five make up the signal InvalidOperation.
INVALID, CONVERSION, IMPOSSIBLE, UNDEFINED, BAD_CONTEXT = 1, 2, 4, 8, 16
ANY_INVALID = 31
FLOAT, DIVISION, OVERFLOW, UNDERFLOW, SUBNORMAL, INEXACT, ROUNDED, CLAMPED = (1 << n for n in range(5, 13))


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
    __slots__ = ('_context', '_name')

    def __init__(self, context, name):
        self._context = context
        self._name = name

    def _mask(self, signal):
        try:
            return _BITS[signal]
        except (KeyError, TypeError):
            raise KeyError("invalid error flag") from None

    def __getitem__(self, signal):
        return bool(getattr(self._context, self._name) & self._mask(signal))

    def __setitem__(self, signal, value):
        mask = self._mask(signal)
        bits = getattr(self._context, self._name)
        setattr(self._context, self._name, bits | mask if value else bits & ~mask)

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(_BITS)

    def __len__(self):
        return len(_BITS)

    def __eq__(self, other):
        if isinstance(other, SignalDict):
            return signals_of(getattr(self._context, self._name)) == signals_of(getattr(other._context, other._name))
        if isinstance(other, dict):
            return dict(self) == other
        return NotImplemented

    __hash__ = None

    def copy(self):
        return dict(self)

    def __repr__(self):
        return "{" + ", ".join(f"{signal!r}:{self[signal]!r}" for signal in _BITS) + "}"


def signals_of(bits):
    return [signal for signal, mask in SIGNALS if bits & mask]


def bits_of(signals):
    """The bits of a list of signals or of a mapping from all signals to bools."""
    if isinstance(signals, SignalDict):
        signals = dict(signals)
    if isinstance(signals, dict):
        if set(signals) != set(_BITS):
            raise KeyError("invalid error flag" if len(signals) == len(_BITS) else "invalid signal dict")
        signals = [signal for signal, on in signals.items() if on]
    elif not isinstance(signals, list):
        raise TypeError("argument must be a signal dict")
    bits = 0
    for signal in signals:
        if signal not in _BITS:
            raise KeyError("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, "
                            "Inexact, Rounded,\n   Clamped]")
        bits |= _BITS[signal]
    return bits


def _dictionary(value):
    if not isinstance(value, (dict, SignalDict)):
        raise TypeError("argument must be a signal dict")
    return value


def _setting(name, low, high, message):
    """A property for an int setting with a range."""
    place = '_' + name

    def get(self):
        return getattr(self, place)

    def set(self, value):
        if not isinstance(value, int):
            raise TypeError("an integer is required")
        if not -1 << 63 <= value < 1 << 63:
            raise OverflowError("Python int too large to convert to C ssize_t")
        if not low <= value <= high:
            raise ValueError(message)
        setattr(self, place, int(value))
        self._derive()
    return property(get, set)


class BasicContext:
    """The settings, flags and traps of a context, and what follows from them."""

    __slots__ = ('_prec', '_rounding', '_Emin', '_Emax', '_capitals', '_clamp', '_status', '_trapped', '_limit', '_etiny', '_etop', '_flags', '_traps',
                 '_easy_low', '__weakref__')

    def _set(self, prec, rounding, Emin, Emax, capitals, clamp, status, trapped):
        self._prec, self._rounding, self._Emin, self._Emax = prec, rounding, Emin, Emax
        self._capitals, self._clamp, self._status, self._trapped = capitals, clamp, status, trapped
        self._derive()

    def _derive(self):
        self._etiny = self._Emin - self._prec + 1
        self._etop = self._Emax - self._prec + 1
        # A coefficient below _limit with an exponent in [_easy_low, _etop] needs no rounding. For an absurd precision there is no such number.
        self._limit = 10**self._prec if self._prec <= 100000 else None
        self._easy_low = self._Emin

    def limit(self):
        """10**prec"""
        return self._limit or 10**self._prec

    prec = _setting('prec', 1, MAX_PREC, "valid range for prec is [1, MAX_PREC]")
    Emin = _setting('Emin', MIN_EMIN, 0, "valid range for Emin is [MIN_EMIN, 0]")
    Emax = _setting('Emax', 0, MAX_EMAX, "valid range for Emax is [0, MAX_EMAX]")
    capitals = _setting('capitals', 0, 1, "valid values for capitals are 0 or 1")
    clamp = _setting('clamp', 0, 1, "valid values for clamp are 0 or 1")

    @property
    def rounding(self):
        return self._rounding

    @rounding.setter
    def rounding(self, value):
        if value not in ROUNDINGS:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, "
                            "ROUND_HALF_EVEN,\n   ROUND_05UP]")
        self._rounding = value

    @property
    def flags(self):
        return SignalDict(self, '_status')

    @flags.setter
    def flags(self, value):
        self._status = bits_of(_dictionary(value))

    @property
    def traps(self):
        return SignalDict(self, '_trapped')

    @traps.setter
    def traps(self, value):
        self._trapped = bits_of(_dictionary(value))

    def __delattr__(self, name):
        raise AttributeError("context attributes cannot be deleted")

    def report(self, bits):
        """Sets flags; raises if one of the conditions is trapped."""
        self._status |= bits
        trapped = bits & self._trapped
        if trapped:
            raise exception_for(trapped)

    def quiet(self, **settings):
        """A context for intermediate steps: no traps, other flags."""
        other = BasicContext()
        other._set(settings.get('prec', self._prec), settings.get('rounding', self._rounding), settings.get('Emin', self._Emin),
                   settings.get('Emax', self._Emax), self._capitals, settings.get('clamp', self._clamp), 0, 0)
        return other


_current = contextvars.ContextVar('decimal_context')
template = []       # DefaultContext, once decimal.py has made it


def getcontext():
    """The current context: of the thread, or of the task."""
    try:
        return _current.get()
    except LookupError:
        context = template[0].copy()
        context._status = 0
        _current.set(context)
        return context


def setcontext(context, /):
    """Makes a context the current one; of the three ready-made ones a copy."""
    if not isinstance(context, BasicContext):
        raise TypeError("argument must be a context")
    if any(context is shared for shared in template):
        context = context.copy()
        context._status = 0
    _current.set(context)


def context_or_current(context):
    if context is None:
        return getcontext()
    if not isinstance(context, BasicContext):
        raise TypeError("optional argument must be a context")
    return context
