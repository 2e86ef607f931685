"""Statistics of numbers: averages, spread, quantiles, relations of two inputs, normal distributions.

Sums are exact: every number is taken as a fraction, and only the result is rounded to the type of the data (int, float, Fraction or Decimal).
"""

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean', 'linear_regression', 'mean', 'median',
           'median_grouped', 'median_high', 'median_low', 'mode', 'multimode', 'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance']

import math
import random
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from decimal import Decimal
from fractions import Fraction
from math import erf, exp, fabs, fsum, hypot, log, sqrt, sumprod, tau
from numbers import Number as _Number

_SQRT2 = sqrt(2.0)


class StatisticsError(ValueError):
    pass


# ---- exact sums

def _common_type(a, b):
    """The type that a result of both types has."""
    if a is b or b is int or b is bool:
        return a
    if a is int:
        return b
    if issubclass(b, a):
        return b
    if issubclass(a, b) or issubclass(b, int):
        return a
    if issubclass(a, int):
        return b
    if issubclass(a, Fraction) and issubclass(b, float):
        return b
    if issubclass(a, float) and issubclass(b, Fraction):
        return a
    raise TypeError(f"don't know how to coerce {a.__name__} and {b.__name__}")


def _ratio(x):
    """(numerator, denominator); (x, None) for infinities and NaNs."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


def _total(sums):
    """The sum of {denominator: sum of numerators}; what is not finite stands under None."""
    return sums[None] if None in sums else sum((Fraction(n, d) for d, n in sums.items()), Fraction(0))


def _sum(data):
    """(type, exact sum, count)"""
    count, kind, sums = 0, int, {}
    for x in data:
        if type(x) is not kind:
            kind = _common_type(kind, type(x))
        n, d = _ratio(x)
        sums[d] = sums.get(d, 0) + n
        count += 1
    return kind, _total(sums), count


def _squares(data, center=None):
    """(type, exact sum of the squares of the differences from the mean or a given center, mean or None, count)"""
    if center is not None:
        kind, total, count = _sum((d := x - center) * d for x in data)
        return kind, total, center, count
    count, kind, sums, squares = 0, int, {}, {}
    for x in data:
        if type(x) is not kind:
            kind = _common_type(kind, type(x))
        n, d = _ratio(x)
        sums[d] = sums.get(d, 0) + n
        squares[d] = squares.get(d, 0) + n * n
        count += 1
    if not count:
        return kind, Fraction(0), None, 0
    if None in sums:
        return kind, sums[None], sums[None], count
    total = sum((Fraction(n, d) for d, n in sums.items()), Fraction(0))
    square = sum((Fraction(n, d * d) for d, n in squares.items()), Fraction(0))
    return kind, (count * square - total * total) / count, total / count, count


def _as(value, kind):
    """The value in a type; for ints a float if it is none."""
    if type(value) is kind:
        return value
    if isinstance(value, (float, Decimal)) and not math.isfinite(value):
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    try:
        return kind(value)
    except TypeError:
        if issubclass(kind, Decimal):
            return kind(value.numerator) / kind(value.denominator)
        raise


def _float_sqrt_of_frac(n, m):
    """sqrt(n/m) as the nearest float."""
    shift = (n.bit_length() - m.bit_length() - 109) // 2
    root = _integer_sqrt_of_frac_rto(n, m << 2 * shift) << shift if shift >= 0 else _integer_sqrt_of_frac_rto(n << -2 * shift, m)
    return root / 1 if shift >= 0 else root / (1 << -shift)


def _integer_sqrt_of_frac_rto(n, m):
    """sqrt(n/m), cut off, its last bit set if something was lost."""
    a = math.isqrt(n // m)
    return a | (a * a * m != n)


def _decimal_sqrt_of_frac(n, m):
    """sqrt(n/m) as the nearest Decimal of the context's precision."""
    if n <= 0:
        if not n:
            return Decimal('0.0')
        n, m = -n, -m
    root = (Decimal(n) / Decimal(m)).sqrt()
    nr, dr = root.as_integer_ratio()
    plus = root.next_plus()
    np, dp = plus.as_integer_ratio()
    if 4 * n * (dr * dp)**2 > m * (dr * np + dp * nr)**2:
        return plus
    minus = root.next_minus()
    nm, dm = minus.as_integer_ratio()
    if 4 * n * (dr * dm)**2 < m * (dr * nm + dm * nr)**2:
        return minus
    return root


def _root(value, kind):
    return _decimal_sqrt_of_frac(value.numerator, value.denominator) if issubclass(kind, Decimal) else _float_sqrt_of_frac(value.numerator, value.denominator)


# ---- averages

def mean(data):
    """The arithmetic mean."""
    kind, total, n = _sum(data)
    if n < 1:
        raise StatisticsError('mean requires at least one data point')
    return _as(total / n, kind)


def fmean(data, weights=None):
    """The mean as a float, fast, perhaps weighted."""
    if weights is None:
        if not hasattr(data, '__len__'):
            data = list(data)
        n = len(data)
        if not n:
            raise StatisticsError('fmean requires at least one data point')
        return fsum(data) / n
    weights = weights if isinstance(weights, (list, tuple)) else list(weights)
    try:
        products = sumprod(data, weights)
    except ValueError:
        raise StatisticsError('data and weights must be the same length') from None
    total = fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return products / total


def geometric_mean(data):
    """The n-th root of the product."""
    try:
        return exp(fmean(map(log, data)))
    except ValueError:
        raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers') from None


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of the reciprocals."""
    problem = 'harmonic mean does not support negative values'
    if iter(data) is data:
        data = list(data)
    n = len(data)
    if n < 1:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if n == 1 and weights is None:
        x = data[0]
        if not isinstance(x, (_Number, Decimal)):
            raise TypeError('unsupported type')
        if x < 0:
            raise StatisticsError(problem)
        return x
    if weights is None:
        weights, whole = [1] * n, n
    else:
        if iter(weights) is weights:
            weights = list(weights)
        if len(weights) != n:
            raise StatisticsError('Number of weights does not match data size')
        _, whole, _ = _sum(_checked(weights, problem))
    try:
        kind, total, _ = _sum(w / x if w else 0 for w, x in zip(weights, _checked(data, problem)))
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _as(whole / total, kind)


def _checked(values, problem):
    for x in values:
        if x < 0:
            raise StatisticsError(problem)
        yield x


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data


def median(data):
    """The middle value, or the mean of the two in the middle."""
    data = _sorted(data)
    half = len(data) // 2
    return data[half] if len(data) % 2 else (data[half - 1] + data[half]) / 2


def median_low(data):
    """The middle value, or the lower of the two in the middle."""
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The middle value, or the higher of the two in the middle."""
    data = _sorted(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    """The middle of data that are grouped in intervals around their values."""
    data = _sorted(data)
    n = len(data)
    x = data[n // 2]
    first = bisect_left(data, x)
    behind = bisect_right(data, x, lo=first)
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError('Value cannot be converted to a float')
    return x - interval / 2.0 + interval * (n / 2 - first) / (behind - first)


def mode(data):
    """The most frequent value, the first of them if there are several."""
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError('no mode for empty data')
    return pairs[0][0]


def multimode(data):
    """All the most frequent values in the order in which they came up."""
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most and most]


def quantiles(data, *, n=4, method='exclusive'):
    """The n - 1 values that cut the data into n parts of the same weight."""
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError('must have at least two data points')
    if method == 'inclusive':
        spots = [divmod(i * (size - 1), n) for i in range(1, n)]
        return [(data[j] * (n - delta) + data[j + 1] * delta) / n for j, delta in spots]
    if method == 'exclusive':
        result = []
        for i in range(1, n):
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f'Unknown method: {method!r}')


# ---- spread

def variance(data, xbar=None):
    """The variance of a sample."""
    kind, total, _, n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError('variance requires at least two data points')
    return _as(total / (n - 1), kind)


def pvariance(data, mu=None):
    """The variance of a whole population."""
    kind, total, _, n = _squares(data, mu)
    if n < 1:
        raise StatisticsError('pvariance requires at least one data point')
    return _as(total / n, kind)


def stdev(data, xbar=None):
    """The standard deviation of a sample."""
    kind, total, _, n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError('stdev requires at least two data points')
    return _root(total / (n - 1), kind)


def pstdev(data, mu=None):
    """The standard deviation of a whole population."""
    kind, total, _, n = _squares(data, mu)
    if n < 1:
        raise StatisticsError('pstdev requires at least one data point')
    return _root(total / n, kind)


# ---- two inputs

def _paired(x, y, what, tells):
    n = len(x)
    if len(y) != n:
        raise StatisticsError(f'{what} requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError(f'{tells} requires at least two data points')
    return n


def _centered(values, n):
    middle = fsum(values) / n
    return [v - middle for v in values], middle


def covariance(x, y, /):
    """The covariance of two samples."""
    n = _paired(x, y, 'covariance', 'covariance')
    x, _ = _centered(x, n)
    y, _ = _centered(y, n)
    return sumprod(x, y) / (n - 1)


def _ranks(values, start):
    """The place of each value in the sorted order, counted from `start`; equal ones share the mean of their places."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0] * len(values)
    i = 0
    while i < len(order):
        j = i
        while j < len(order) and values[order[j]] == values[order[i]]:
            j += 1
        for k in order[i:j]:
            ranks[k] = start + (i + j + 1) / 2 - 1
        i = j
    return ranks


def correlation(x, y, /, *, method='linear'):
    """Pearson's correlation coefficient, or Spearman's of ranks."""
    n = _paired(x, y, 'correlation', 'correlation')
    if method not in {'linear', 'ranked'}:
        raise ValueError(f'Unknown method: {method!r}')
    if method == 'ranked':
        x, y = _ranks(x, (n - 1) / -2), _ranks(y, (n - 1) / -2)
    else:
        x, _ = _centered(x, n)
        y, _ = _centered(y, n)
    try:
        return sumprod(x, y) / sqrt(sumprod(x, x) * sumprod(y, y))
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')


LinearRegression = namedtuple('LinearRegression', ('slope', 'intercept'))


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept of the line with the least squares; through the origin if proportional."""
    n = _paired(x, y, 'linear regression', 'linear regression')
    middle_x = middle_y = 0.0
    if not proportional:
        x, middle_x = _centered(x, n)
        middle_y = fsum(y) / n
        y = [v - middle_y for v in y]
    try:
        slope = (sumprod(x, y) + 0.0) / sumprod(x, x)
    except ZeroDivisionError:
        raise StatisticsError('x is constant')
    return LinearRegression(slope=slope, intercept=0.0 if proportional else middle_y - slope * middle_x)


# ---- normal distributions

# Algorithm AS 241 by Wichura: numerators and denominators of three rational functions, from the highest power down.
_CENTER = ((2.50908_09287_30122_6727e+3, 3.34305_75583_58812_8105e+4, 6.72657_70927_00870_0853e+4, 4.59219_53931_54987_1457e+4,
            1.37316_93765_50946_1125e+4, 1.97159_09503_06551_4427e+3, 1.33141_66789_17843_7745e+2, 3.38713_28727_96366_6080e+0),
           (5.22649_52788_52854_5610e+3, 2.87290_85735_72194_2674e+4, 3.93078_95800_09271_0610e+4, 2.12137_94301_58659_5867e+4,
            5.39419_60214_24751_1077e+3, 6.87187_00749_20579_0830e+2, 4.23133_30701_60091_1252e+1, 1.0))
_MIDDLE = ((7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2, 2.41780_72517_74506_11770e-1, 1.27045_82524_52368_38258e+0,
            3.64784_83247_63204_60504e+0, 5.76949_72214_60691_40550e+0, 4.63033_78461_56545_29590e+0, 1.42343_71107_49683_57734e+0),
           (1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4, 1.51986_66563_61645_71966e-2, 1.48103_97642_74800_74590e-1,
            6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e+0, 2.05319_16266_37758_82187e+0, 1.0))
_TAIL = ((2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5, 1.24266_09473_88078_43860e-3, 2.65321_89526_57612_30930e-2,
          2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e+0, 5.46378_49111_64114_36990e+0, 6.65790_46435_01103_77720e+0),
         (2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7, 1.84631_83175_10054_68180e-5, 7.86869_13114_56132_59100e-4,
          1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1, 5.99832_20655_58879_37690e-1, 1.0))


def _rational(parts, r):
    values = []
    for coefficients in parts:
        value = 0.0
        for c in coefficients:
            value = value * r + c
        values.append(value)
    return values


def _inverse_cdf(p, mu, sigma):
    q = p - 0.5
    if fabs(q) <= 0.425:
        top, bottom = _rational(_CENTER, 0.180625 - q * q)
        return mu + (top * q / bottom) * sigma
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    top, bottom = _rational(_MIDDLE, r - 1.6) if r <= 5.0 else _rational(_TAIL, r - 5.0)
    x = top / bottom
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    """A normal distribution, by its mean and its standard deviation."""

    __slots__ = {'_mu': 'Arithmetic mean of a normal distribution', '_sigma': 'Standard deviation of a normal distribution'}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        """The distribution with the mean and standard deviation of data."""
        kind, total, middle, n = _squares(data)
        if n < 2:
            raise StatisticsError('stdev requires at least two data points')
        return cls(float(_as(middle, kind)), float(_root(total / (n - 1), kind)))

    def samples(self, n, *, seed=None):
        """n random values."""
        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        """The density at x."""
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError('pdf() not defined when sigma is zero')
        diff = x - self._mu
        return exp(diff * diff / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        """The probability of a value up to x."""
        if not self._sigma:
            raise StatisticsError('cdf() not defined when sigma is zero')
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * _SQRT2)))

    def inv_cdf(self, p):
        """The x with cdf(x) == p."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        return _inverse_cdf(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        """The n - 1 values that cut the distribution into n parts of the same probability."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """The area that the densities of two distributions share."""
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        X, Y = self, other
        if (Y._sigma, Y._mu) < (X._sigma, X._mu):
            X, Y = Y, X
        x_variance, y_variance = X.variance, Y.variance
        if not x_variance or not y_variance:
            raise StatisticsError('overlap() not defined when sigma is zero')
        dv = y_variance - x_variance
        dm = fabs(Y._mu - X._mu)
        if not dv:
            return 1.0 - erf(dm / (2.0 * X._sigma * _SQRT2))
        a = X._mu * y_variance - Y._mu * x_variance
        b = X._sigma * Y._sigma * sqrt(dm * dm + dv * log(y_variance / x_variance))
        x1 = (a + b) / dv
        x2 = (a - b) / dv
        return 1.0 - (fabs(Y.cdf(x1) - X.cdf(x1)) + fabs(Y.cdf(x2) - X.cdf(x2)))

    def zscore(self, x):
        """How many standard deviations x is above the mean."""
        if not self._sigma:
            raise StatisticsError('zscore() not defined when sigma is zero')
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        """Where the middle of the curve is."""
        return self._mu

    @property
    def median(self):
        """The median, which for this curve is the mean."""
        return self._mu

    @property
    def mode(self):
        """The mode, which for this curve is the mean."""
        return self._mu

    @property
    def stdev(self):
        """How wide the curve is: the root of the variance."""
        return self._sigma

    @property
    def variance(self):
        """How wide the curve is: the standard deviation times itself."""
        return self._sigma * self._sigma

    def __add__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * fabs(x2))

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__

    def __rsub__(x1, x2):
        return -(x1 - x2)

    __rmul__ = __mul__

    def __eq__(x1, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return x1._mu == x2._mu and x1._sigma == x2._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state
