"""The tower of numbers as abstract classes: Number, Complex, Real, Rational, Integral."""

from abc import ABCMeta, abstractmethod

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


class Number(metaclass=ABCMeta):
    """All numbers."""

    __slots__ = ()
    __hash__ = None


def _abstract(name):
    if name == "__round__":
        def method(self, ndigits=None):
            raise NotImplementedError
    elif name == "__pow__":
        def method(self, exponent):
            raise NotImplementedError
    elif name == "__rpow__":
        def method(self, base):
            raise NotImplementedError
    elif name in _UNARY:
        def method(self):
            raise NotImplementedError
    else:
        def method(self, other):
            raise NotImplementedError
    method.__name__ = name
    method.__qualname__ = name
    return abstractmethod(method)


_UNARY = {"real", "imag", "numerator", "denominator", "conjugate", "__complex__", "__neg__", "__pos__", "__abs__", "__float__", "__trunc__",
          "__floor__", "__ceil__", "__int__", "__invert__"}


class Complex(Number):
    """Numbers that have a real and an imaginary part."""

    __slots__ = ()

    for _name in ("__complex__", "__add__", "__radd__", "__neg__", "__pos__", "__mul__", "__rmul__", "__truediv__", "__rtruediv__",
                  "__pow__", "__rpow__", "__abs__", "conjugate", "__eq__"):
        locals()[_name] = _abstract(_name)
    del _name
    real = property(_abstract("real"))
    imag = property(_abstract("imag"))

    def __bool__(self):
        return self != 0

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other


Complex.register(complex)


class Real(Complex):
    """Numbers on the line: they have an order and can be cut to integers."""

    __slots__ = ()

    for _name in ("__float__", "__trunc__", "__floor__", "__ceil__", "__round__", "__floordiv__", "__rfloordiv__", "__mod__", "__rmod__",
                  "__lt__", "__le__"):
        locals()[_name] = _abstract(_name)
    del _name

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self


Real.register(float)


class Rational(Real):
    """Quotients of integers, in lowest terms with a positive denominator."""

    __slots__ = ()
    numerator = property(_abstract("numerator"))
    denominator = property(_abstract("denominator"))

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    """Integers."""

    __slots__ = ()

    for _name in ("__int__", "__lshift__", "__rlshift__", "__rshift__", "__rrshift__", "__and__", "__rand__", "__xor__",
                  "__rxor__", "__or__", "__ror__", "__invert__"):
        locals()[_name] = _abstract(_name)
    del _name

    @abstractmethod
    def __pow__(self, exponent, modulus=None):
        raise NotImplementedError

    def __index__(self):
        return int(self)

    def __float__(self):
        return float(int(self))

    @property
    def numerator(self):
        return +self

    @property
    def denominator(self):
        return 1


Integral.register(int)
