"""Random numbers of many distributions.

The source is the Mersenne Twister of _random: 53-bit floats, a period of 2**19937-1, equal numbers for equal seeds. SystemRandom draws
from the operating system instead. The functions of the module are methods of one hidden Random.
"""

from _collections_abc import Sequence as _Sequence
from _operator import index as _index
from _random import Random as _Twister, _sha512
from bisect import bisect as _bisect
from itertools import accumulate as _accumulate
from math import acos as _acos, ceil as _ceil, cos as _cos, e as _e, exp as _exp, fabs as _fabs, floor as _floor, isfinite as _isfinite
from math import lgamma as _lgamma, log as _log, log2 as _log2, pi as _pi, sin as _sin, sqrt as _sqrt, tau as TWOPI
from os import register_at_fork as _at_fork
from posix import urandom as _urandom

__all__ = ["Random", "SystemRandom", "betavariate", "binomialvariate", "choice", "choices", "expovariate", "gammavariate", "gauss",
           "getrandbits", "getstate", "lognormvariate", "normalvariate", "paretovariate", "randbytes", "randint", "random", "randrange",
           "sample", "seed", "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate", "weibullvariate"]

NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
LOG4 = _log(4.0)
SG_MAGICCONST = 1.0 + _log(4.5)
BPF = 53  # bits in a float
RECIP_BPF = 2 ** -BPF
_ONE = 1  # tells a step that was left out from one that was given


class Random(_Twister):
    """A generator with a state of its own.

    A subclass may bring another source: it overrides random(), seed(), getstate() and setstate(), and getrandbits() if it can do better
    than what random() gives.
    """

    VERSION = 3  # of what getstate() returns

    def __init__(self, x=None):
        """Seed the generator with x, or from the operating system."""
        self.seed(x)
        self.gauss_next = None

    def __init_subclass__(cls, /, **kwargs):
        # the nearest class of the three methods decides what whole numbers are made of
        for c in cls.__mro__:
            if '_randbelow' in c.__dict__:
                break
            if 'getrandbits' in c.__dict__:
                cls._randbelow = cls._randbelow_with_getrandbits
                break
            if 'random' in c.__dict__:
                cls._randbelow = cls._randbelow_without_getrandbits
                break

    # ---- the state

    def seed(self, a=None, version=2):
        """Start anew from a seed: None (the operating system's randomness), an int, float, str, bytes or bytearray.

        Version 2 uses every bit of text and bytes; version 1 is for numbers made with old releases.
        """
        if version == 1 and isinstance(a, (str, bytes)):
            codes = a if isinstance(a, bytes) else [ord(c) for c in a]
            x = codes[0] << 7 if codes else 0
            for code in codes:
                x = (1000003 * x ^ code) & 0xFFFFFFFFFFFFFFFF
            a = x ^ len(codes)
        elif version == 2 and isinstance(a, (str, bytes, bytearray)):
            text = a.encode() if isinstance(a, str) else a
            a = int.from_bytes(text + _sha512(text))
        elif not isinstance(a, (type(None), int, float, str, bytes, bytearray)):
            raise TypeError('The only supported seed types are: None,\nint, float, str, bytes, and bytearray.')
        super().seed(a)
        self.gauss_next = None

    def getstate(self):
        """Return the state, which setstate() takes back."""
        return self.VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        """Go back to a state that getstate() returned."""
        version = state[0]
        if version not in (2, 3):
            raise ValueError('state with version %s passed to Random.setstate() of version %s' % (version, self.VERSION))
        _, words, self.gauss_next = state
        if version == 2:  # was written with signed words
            try:
                words = tuple(word % 2 ** 32 for word in words)
            except ValueError as error:
                raise TypeError from error
        super().setstate(words)

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    # ---- whole numbers

    _randbelow = _Twister._below

    def _randbelow_with_getrandbits(self, n):
        # an int in [0, n), n > 0, from a getrandbits() of a subclass
        getrandbits = self.getrandbits
        bits = n.bit_length()
        r = getrandbits(bits)
        while r >= n:
            r = getrandbits(bits)
        return r

    def _randbelow_without_getrandbits(self, n, maxsize=1 << BPF):
        # the same from a random() alone: what lies above the last whole multiple of n is drawn again
        random = self.random
        if n >= maxsize:
            from warnings import warn
            warn('Underlying random() generator does not supply \n'
                 'enough bits to choose from a population range this large.\n'
                 'To remove the range limitation, add a getrandbits() method.')
            return _floor(random() * n)
        limit = (maxsize - maxsize % n) / maxsize
        r = random()
        while r >= limit:
            r = random()
        return _floor(r * maxsize) % n

    def randrange(self, start, stop=None, step=_ONE):
        """Return an item of range(stop) or range(start, stop[, step])."""
        first = _index(start)
        if stop is None:
            if step is not _ONE:
                raise TypeError('Missing a non-None stop argument')
            if first > 0:
                return self._randbelow(first)
            raise ValueError('empty range for randrange()')
        width = _index(stop) - first
        stride = _index(step)
        if stride == 1:
            if width > 0:
                return first + self._randbelow(width)
            raise ValueError(f'empty range in randrange({start}, {stop})')
        if stride == 0:
            raise ValueError('zero step for randrange()')
        n = (width + stride + (-1 if stride > 0 else 1)) // stride
        if n <= 0:
            raise ValueError(f'empty range in randrange({start}, {stop}, {step})')
        return first + stride * self._randbelow(n)

    def randint(self, a, b):
        """Return an int N with a <= N <= b."""
        return self.randrange(a, b + 1)

    def randbytes(self, n):
        """Return n random bytes."""
        return self.getrandbits(n * 8).to_bytes(n, 'little')

    # ---- sequences

    def choice(self, seq):
        """Return an item of a sequence that is not empty."""
        n = len(seq)
        if not n:
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._randbelow(n)]

    def shuffle(self, x):
        """Bring the items of a list into random order, in place."""
        randbelow = self._randbelow
        for i in range(len(x) - 1, 0, -1):
            j = randbelow(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        """Return a list of k items at different places of a sequence.

        counts says how many times each item stands there: sample(['red', 'blue'], counts=[4, 2], k=5) is
        sample(['red', 'red', 'red', 'red', 'blue', 'blue'], k=5).
        """
        if not isinstance(population, _Sequence):
            raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
        n = len(population)
        if counts is not None:
            ends = list(_accumulate(counts))
            if len(ends) != n:
                raise ValueError('The number of counts does not match the population')
            total = ends.pop()
            if not isinstance(total, int):
                raise TypeError('Counts must be integers')
            if total <= 0:
                raise ValueError('Total of counts must be greater than zero')
            return [population[_bisect(ends, place)] for place in self.sample(range(total), k=k)]
        if not 0 <= k <= n:
            raise ValueError('Sample larger than population or is negative')
        randbelow = self._randbelow
        result = [None] * k
        # A set of the places taken is smaller than a copy of a long population. Which way is taken decides which numbers are drawn.
        longest_copied = 21
        if k > 5:
            longest_copied += 4 ** _ceil(_log(k * 3, 4))
        if n <= longest_copied:
            pool = list(population)
            for i in range(k):
                j = randbelow(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
        else:
            taken = set()
            for i in range(k):
                j = randbelow(n)
                while j in taken:
                    j = randbelow(n)
                taken.add(j)
                result[i] = population[j]
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """Return a list of k items, any of them more than once; weights, or their running sums, say how likely each is."""
        random = self.random
        n = len(population)
        if cum_weights is None:
            if weights is None:
                n += 0.0
                return [population[_floor(random() * n)] for _ in range(k)]
            try:
                cum_weights = list(_accumulate(weights))
            except TypeError:
                if not isinstance(weights, int):
                    raise
                k = weights
                raise TypeError(f'The number of choices must be a keyword argument: {k=}') from None
        elif weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if len(cum_weights) != n:
            raise ValueError('The number of weights does not match the population')
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError('Total of weights must be greater than zero')
        if not _isfinite(total):
            raise ValueError('Total of weights must be finite')
        last = n - 1
        return [population[_bisect(cum_weights, random() * total, 0, last)] for _ in range(k)]

    # ---- real distributions

    def uniform(self, a, b):
        """Return a number between a and b; rounding decides whether b can come up."""
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        """Return a number between low and high of a density that rises to mode (by default the middle) and falls from there."""
        u = self.random()
        try:
            c = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * _sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        """Return a number of the normal distribution with mean mu and standard deviation sigma."""
        # Kinderman and Monahan's ratio of uniform deviates, ACM TOMS 3 (1977)
        random = self.random
        while True:
            u = random()
            v = 1.0 - random()
            z = NV_MAGICCONST * (u - 0.5) / v
            if z * z / 4.0 <= -_log(v):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """As normalvariate(), a little faster; of each pair of numbers that it makes, the second is kept for the next call."""
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * TWOPI
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z = _cos(angle) * radius
            self.gauss_next = _sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        """Return a number whose logarithm is normal with mean mu and standard deviation sigma."""
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        """Return a number of the exponential distribution with mean 1 / lambd."""
        return -_log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        """Return an angle in [0, 2 pi) of the von Mises distribution around mu; kappa is its concentration, at 0 it is uniform."""
        # Best and Fisher (1979), with the acceptance test in Fisher's "Statistical Analysis of Circular Data" (1993)
        random = self.random
        if kappa <= 1e-6:
            return TWOPI * random()
        s = 0.5 / kappa
        r = s + _sqrt(1.0 + s * s)
        while True:
            z = _cos(_pi * random())
            d = z / (r + z)
            u = random()
            if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        if random() > 0.5:
            return (mu + _acos(f)) % TWOPI
        return (mu - _acos(f)) % TWOPI

    def gammavariate(self, alpha, beta):
        """Return a number of the gamma distribution of shape alpha and scale beta, both above 0; its mean is alpha * beta."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        random = self.random
        if alpha == 1.0:
            return -_log(1.0 - random()) * beta
        if alpha > 1.0:  # Cheng, Applied Statistics 26 (1977)
            root = _sqrt(2.0 * alpha - 1.0)
            b = alpha - LOG4
            c = alpha + root
            while True:
                u = random()
                if not 1e-7 < u < 0.9999999:
                    continue
                v = 1.0 - random()
                y = _log(u / (1.0 - u)) / root
                x = alpha * _exp(y)
                z = u * u * v
                r = b + c * y - x
                if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= _log(z):
                    return x * beta
        while True:  # Ahrens and Dieter's algorithm GS, Computing 12 (1974)
            b = (_e + alpha) / _e
            p = b * random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
            u = random()
            if u <= (x ** (alpha - 1.0) if p > 1.0 else _exp(-x)):
                return x * beta

    def betavariate(self, alpha, beta):
        """Return a number between 0 and 1 of the beta distribution; both parameters are above 0."""
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        """Return a number of the Pareto distribution of shape alpha."""
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """Return a number of the Weibull distribution of scale alpha and shape beta."""
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)

    # ---- whole distributions

    def binomialvariate(self, n=1, p=0.5):
        """Return how many of n independent trials succeed when each does with probability p."""
        if n < 0:
            raise ValueError('n must be non-negative')
        if p <= 0.0 or p >= 1.0:
            if p == 0.0:
                return 0
            if p == 1.0:
                return n
            raise ValueError('p must be in the range 0.0 <= p <= 1.0')
        if n == 1:
            return _index(self.random() < p)
        if p > 0.5:
            return n - self.binomialvariate(n, 1.0 - p)
        return self._successes_by_gaps(n, p) if n * p < 10.0 else self._successes_by_rejection(n, p)

    def _successes_by_gaps(self, n, p):
        # adds up geometric gaps between successes until they pass n: Devroye (1980)
        random = self.random
        count = place = 0
        c = _log2(1.0 - p)
        if not c:
            return count
        while True:
            place += _floor(_log2(random()) / c) + 1
            if place > n:
                return count
            count += 1

    def _successes_by_rejection(self, n, p):
        # Hoermann's BTRS, transformed rejection with squeeze (1993); for n * p >= 10 and p <= 0.5
        random = self.random
        spread = _sqrt(n * p * (1.0 - p))
        b = 1.15 + 2.53 * spread
        a = -0.0873 + 0.0248 * b + 0.01 * p
        c = n * p + 0.5
        v_sure = 0.92 - 4.2 / b
        alpha = None
        while True:
            u = random() - 0.5
            us = 0.5 - _fabs(u)
            k = _floor((2.0 * a / us + b) * u + c)
            if k < 0 or k > n:
                continue
            v = random()
            if us >= 0.07 and v <= v_sure:
                return k
            if alpha is None:
                alpha = (2.83 + 5.1 / b) * spread
                odds = _log(p / (1.0 - p))
                mode = _floor((n + 1) * p)
                h = _lgamma(mode + 1) + _lgamma(n - mode + 1)
            v *= alpha / (a / (us * us) + b)
            if _log(v) <= h - _lgamma(k + 1) - _lgamma(n - k + 1) + (k - mode) * odds:
                return k


class SystemRandom(Random):
    """A generator on the operating system's source of randomness; it has no state and takes no seed."""

    def random(self):
        """Return a number in [0.0, 1.0)."""
        return (int.from_bytes(_urandom(7)) >> 3) * RECIP_BPF

    def getrandbits(self, k):
        """Return an int of k random bits."""
        if k < 0:
            raise ValueError('number of bits must be non-negative')
        size = (k + 7) // 8
        return int.from_bytes(_urandom(size)) >> size * 8 - k

    def randbytes(self, n):
        """Return n random bytes."""
        return _urandom(n)

    def seed(self, *args, **kwds):
        """Do nothing."""
        return None

    def _notimplemented(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')

    getstate = setstate = _notimplemented


_inst = Random()
seed = _inst.seed
random = _inst.random
uniform = _inst.uniform
triangular = _inst.triangular
randint = _inst.randint
choice = _inst.choice
randrange = _inst.randrange
sample = _inst.sample
shuffle = _inst.shuffle
choices = _inst.choices
normalvariate = _inst.normalvariate
lognormvariate = _inst.lognormvariate
expovariate = _inst.expovariate
vonmisesvariate = _inst.vonmisesvariate
gammavariate = _inst.gammavariate
gauss = _inst.gauss
betavariate = _inst.betavariate
binomialvariate = _inst.binomialvariate
paretovariate = _inst.paretovariate
weibullvariate = _inst.weibullvariate
getstate = _inst.getstate
setstate = _inst.setstate
getrandbits = _inst.getrandbits
randbytes = _inst.randbytes

_at_fork(after_in_child=_inst.seed)  # a child shall not repeat its parent's numbers
