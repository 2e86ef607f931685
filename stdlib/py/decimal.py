"""Decimal fixed-point and floating-point arithmetic, as the General Decimal Arithmetic specification has it.

Numbers are immutable and exact; results are rounded to the precision of the current context, which also says what is an error. The parts are in
_decimal_context (settings and signals), _decimal_number (the class Decimal), _decimal_texts (texts and format specs), _decimal_questions (kinds, signs),
_decimal_functions (roots, powers, logarithms and the like) and _decimal_parts (work on whole numbers).
"""

# like native code

from collections import namedtuple as _namedtuple

import _decimal_context as _settings
import _decimal_functions
import _decimal_questions
import _decimal_number as _number
from _decimal_context import (
    BasicContext as _BasicContext, Clamped, ConversionSyntax, DecimalException, DivisionByZero, DivisionImpossible, DivisionUndefined, FloatOperation,
    Inexact, InvalidContext, InvalidOperation, MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, Overflow, ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR,
    ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Rounded, Subnormal, Underflow, getcontext, setcontext)
from _decimal_number import Decimal

__all__ = [
    'Decimal', 'Context', 'DecimalTuple', 'DefaultContext', 'BasicContext', 'ExtendedContext', 'DecimalException', 'Clamped', 'InvalidOperation',
    'DivisionByZero', 'Inexact', 'Rounded', 'Subnormal', 'Overflow', 'Underflow', 'FloatOperation', 'DivisionImpossible', 'InvalidContext',
    'ConversionSyntax', 'DivisionUndefined', 'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN', 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_UP',
    'ROUND_HALF_DOWN', 'ROUND_05UP', 'setcontext', 'getcontext', 'localcontext', 'MAX_PREC', 'MAX_EMAX', 'MIN_EMIN', 'MIN_ETINY', 'HAVE_THREADS',
    'HAVE_CONTEXTVAR']

__version__ = '1.70'
__libmpdec_version__ = '2.5.1'
HAVE_THREADS = True
HAVE_CONTEXTVAR = True

DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent')


class Context(_BasicContext):
    """How decimals are calculated: precision, rounding, the range of exponents, and which signals raise an exception.

    What is not given is taken from DefaultContext. `flags` collects the signals that occurred, `traps` names those that
    raise. `capitals` chooses between E and e, `clamp` keeps exponents as the interchange formats have them.
    """

    __slots__ = ('__dict__',)
    __module__ = 'decimal'

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None, **other):
        for name in other:
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        base = _settings.template[0] if _settings.template else None
        if base is None:
            self._set(28, ROUND_HALF_EVEN, -999999, 999999, 1, 0, 0, 0)
        else:
            self._set(base._prec, base._rounding, base._Emin, base._Emax, base._capitals, base._clamp, 0, base._trapped)
        for name, value in (('prec', prec), ('rounding', rounding), ('Emin', Emin), ('Emax', Emax), ('capitals', capitals), ('clamp', clamp)):
            if value is not None:
                setattr(self, name, value)
        if flags is not None:
            self._status = _settings.bits_of(flags)
        if traps is not None:
            self._trapped = _settings.bits_of(traps)

    def __setattr__(self, name, value):
        if not name.startswith('_') and name not in _SETTINGS:
            raise AttributeError(f"'decimal.Context' object has no attribute {name!r}")
        object.__setattr__(self, name, value)

    def __repr__(self):
        def names(bits):
            return ', '.join(signal.__name__ for signal in _SHOWN if signal in _settings.signals_of(bits))
        return (f"Context(prec={self._prec}, rounding={self._rounding}, Emin={self._Emin}, Emax={self._Emax}, capitals={self._capitals}, "
                f"clamp={self._clamp}, flags=[{names(self._status)}], traps=[{names(self._trapped)}])")

    def __reduce__(self):
        return Context, (self._prec, self._rounding, self._Emin, self._Emax, self._capitals, self._clamp, _settings.signals_of(self._status),
                         _settings.signals_of(self._trapped))

    def copy(self):
        """A context of its own with the same settings."""
        other = Context.__new__(Context)
        other._set(self._prec, self._rounding, self._Emin, self._Emax, self._capitals, self._clamp, self._status, self._trapped)
        return other

    __copy__ = copy

    def clear_flags(self):
        """Forget which signals have occurred."""
        self._status = 0

    def clear_traps(self):
        """Let no signal raise an exception."""
        self._trapped = 0

    def Etiny(self):
        """The least exponent of subnormal numbers: Emin - prec + 1."""
        return self._etiny

    def Etop(self):
        """The largest exponent of a full coefficient: Emax - prec + 1."""
        return self._etop

    def radix(self):
        """Return 10."""
        return Decimal(10)

    def canonical(self, x, /):
        """The number itself: all are canonical."""
        if not isinstance(x, Decimal):
            raise TypeError("argument must be a Decimal")
        return x

    def create_decimal(self, num="0", /):
        """A Decimal of num, rounded to the precision. Text must be a plain number."""
        if isinstance(num, str) and (num != num.strip() or '_' in num):
            self.report(_settings.CONVERSION)
            return Decimal('NaN')
        status, self._status = self._status, 0
        try:
            value = Decimal(num, self)
        finally:
            self._status |= status
        if value.is_nan() and value._n and _number.digits_in(value._n) > self._prec - self._clamp:
            self.report(_settings.CONVERSION)
            return Decimal('NaN')
        return value if value._k else _number.finish(value._s, value._n, value._e, self)

    def create_decimal_from_float(self, f, /):
        """The exact value of a float, rounded to the precision."""
        value = Decimal.from_float(f)
        return value._plus_keeping(self) if not value.is_nan() else value

    def power(self, a, b, modulo=None):
        """a ** b, or a ** b % modulo"""
        a, b = _operand(a), _operand(b)
        return a._power(b, self, None if modulo is None else _operand(modulo))

    def to_sci_string(self, x, /):
        """The text of a number."""
        return _operand(x)._text(False, self._capitals)

    def to_eng_string(self, x, /):
        """The text with an exponent that is a multiple of three."""
        return _operand(x)._text(True, self._capitals)

    def divmod(self, x, y, /):
        """(x // y, x % y)"""
        return _operand(x)._divmod(_operand(y), self)

    def divide_int(self, x, y, /):
        """x // y"""
        return _operand(x)._divmod(_operand(y), self, remainder=False)[0]

    def remainder(self, x, y, /):
        """x % y"""
        return _operand(x)._divmod(_operand(y), self, quotient=False)[1]

    def subtract(self, x, y, /):
        """x - y"""
        return _operand(x)._add(_operand(y), self, 1)

    def minus(self, x, /):
        """-x"""
        return _operand(x)._plus(self, 1)

    def fma(self, x, y, z, /):
        """x * y + z with one rounding"""
        return _operand(x).fma(_operand(y), _operand(z), self)


_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, Overflow, Rounded, Subnormal, Underflow, FloatOperation)
_SETTINGS = {'prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'}


def _operand(value):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _number.convert(value)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def _add_methods():
    """Context's methods that are a method of Decimal with the context as its last argument."""
    def one(name, inner, takes_context):
        def method(self, x, /):
            return getattr(_operand(x), inner)(self) if takes_context else getattr(_operand(x), inner)()
        return method

    def two(name, inner, takes_context):
        def method(self, x, y, /):
            return getattr(_operand(x), inner)(_operand(y), self) if takes_context else getattr(_operand(x), inner)(_operand(y))
        return method

    one_operand = {'abs': '_abs', 'plus': '_plus'}
    for name in ('exp', 'ln', 'log10', 'logb', 'logical_invert', 'next_minus', 'next_plus', 'normalize', 'number_class', 'sqrt', 'is_normal', 'is_subnormal'):
        one_operand[name] = name
    two_operands = {'add': '_add', 'multiply': '_mul', 'divide': '_div'}
    for name in ('compare', 'compare_signal', 'compare_total', 'compare_total_mag', 'copy_sign', 'logical_and', 'logical_or', 'logical_xor', 'max', 'max_mag',
                 'min', 'min_mag', 'next_toward', 'remainder_near', 'rotate', 'same_quantum', 'scaleb', 'shift'):
        two_operands[name] = name
    table = [(one, name, inner, True) for name, inner in one_operand.items()]
    table += [(one, name, name, False) for name in ('copy_abs', 'copy_negate', 'is_canonical', 'is_finite', 'is_infinite', 'is_nan', 'is_qnan', 'is_signed',
                                                    'is_snan', 'is_zero')]
    table += [(two, name, inner, True) for name, inner in two_operands.items()]
    for maker, name, inner, takes_context in table:
        method = maker(name, inner, takes_context)
        method.__name__ = name
        method.__qualname__ = 'Context.' + name
        method.__doc__ = getattr(Decimal, inner).__doc__
        setattr(Context, name, method)

    def copy_decimal(self, x, /):
        """The number as it is; copying needs no rounding."""
        return _operand(x)

    def quantize(self, x, y, /):
        """x rounded to the exponent of y"""
        return _operand(x).quantize(_operand(y), None, self)

    def to_integral_exact(self, x, /):
        """x rounded to an integer, with signals"""
        return _operand(x).to_integral_exact(None, self)

    def to_integral_value(self, x, /):
        """x rounded to an integer, without signals"""
        return _operand(x).to_integral_value(None, self)

    for method in (copy_decimal, quantize, to_integral_exact, to_integral_value):
        method.__qualname__ = 'Context.' + method.__name__
        setattr(Context, method.__name__, method)
    Context.to_integral = to_integral_value


_add_methods()
del _add_methods

DefaultContext = Context(prec=28, rounding=ROUND_HALF_EVEN, traps=[DivisionByZero, Overflow, InvalidOperation], flags=[], Emax=999999, Emin=-999999,
                         capitals=1, clamp=0)
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow], flags=[])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[], flags=[])
_settings.template[:] = [DefaultContext, BasicContext, ExtendedContext]


class _ContextManager:
    """Makes a copy of a context the current one for the time of a with statement."""

    __module__ = 'decimal'

    def __init__(self, context, settings):
        self._new = context.copy()
        self._new._status = context._status
        for name, value in settings.items():
            setattr(self._new, name, value)

    def __enter__(self):
        self._saved = getcontext()
        _settings._current.set(self._new)
        return self._new

    def __exit__(self, *error):
        _settings._current.set(self._saved)
        return False


_ContextManager.__name__ = _ContextManager.__qualname__ = 'ContextManager'


def localcontext(ctx=None, **kwargs):
    """A context for the body of a with statement: a copy of `ctx`, or of the current one, changed by the keywords.

    The context before is in force again behind the statement.
    """
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    for name in kwargs:
        if name not in _SETTINGS:
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
    return _ContextManager(ctx, {name: value for name, value in kwargs.items() if value is not None})
