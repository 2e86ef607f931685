"""HMAC of RFC 2104: a digest that only those can make who know the key, on any algorithm of hashlib."""

import hashlib as _hashlib
import warnings as _warnings
from _operator import _compare_digest

trans_5C = bytes(x ^ 0x5C for x in range(256))
trans_36 = bytes(x ^ 0x36 for x in range(256))

# The size of digests is not known before there is one.
digest_size = None


def compare_digest(a, b, /):
    """Return 'a == b', in a time that does not depend on where they differ. Both are bytes-like, or both ASCII strs."""
    return _compare_digest(a, b)


def _maker(digestmod):
    """A function that makes hash objects."""
    if callable(digestmod):
        return digestmod
    if isinstance(digestmod, str):
        return lambda data=b'': _hashlib.new(digestmod, data)
    return lambda data=b'': digestmod.new(data)


class HMAC:
    """The HMAC of a key and the bytes that come through update()."""

    blocksize = 64
    __slots__ = ("_digest_size", "_inner", "_outer", "block_size", "_name")

    def __init__(self, key, msg=None, digestmod=''):
        """A new object; digestmod is an algorithm's name, a function that makes hash objects, or a module with one called new."""
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        make = _maker(digestmod)
        self._outer = make()
        self._inner = make()
        if self._outer.digest_size == 0:
            raise ValueError("no reason supplied")
        self._digest_size = self._inner.digest_size
        size = getattr(self._inner, 'block_size', None)
        if size is None:
            _warnings.warn(f'No block_size attribute on given digest object; Assuming {self.blocksize}.', RuntimeWarning, 2)
            size = self.blocksize
        elif size < 16:
            _warnings.warn(f'block_size of {size} seems too small; using our default of {self.blocksize}.', RuntimeWarning, 2)
            size = self.blocksize
        if len(key) > size:
            key = make(key).digest()
        self.block_size = size
        key = key.ljust(size, b'\0')
        self._outer.update(key.translate(trans_5C))
        self._inner.update(key.translate(trans_36))
        self._name = f"hmac-{self._inner.name}"
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return self._name

    @property
    def digest_size(self):
        return self._digest_size

    def update(self, msg):
        """Feeds the bytes of msg."""
        self._inner.update(msg)

    def copy(self):
        """An independent object in the same state."""
        other = self.__class__.__new__(self.__class__)
        other._digest_size = self._digest_size
        other._name = self._name
        other.block_size = self.block_size
        other._inner = self._inner.copy()
        other._outer = self._outer.copy()
        return other

    def _current(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer

    def digest(self):
        """The authentication code of all that was fed so far, as bytes."""
        return self._current().digest()

    def hexdigest(self):
        """The same in hexadecimal digits."""
        return self._current().hexdigest()


def new(key, msg=None, digestmod=''):
    """An HMAC object of the key, fed with msg."""
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """The authentication code of msg in one step."""
    if isinstance(msg, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    make = _maker(digest)
    inner = make()
    outer = make()
    if inner.digest_size == 0:
        raise ValueError("no reason supplied")
    size = getattr(inner, 'block_size', 64)
    if len(key) > size:
        key = make(key).digest()
    key = key + b'\0' * (size - len(key))
    inner.update(key.translate(trans_36))
    outer.update(key.translate(trans_5C))
    inner.update(msg)
    outer.update(inner.digest())
    return outer.digest()
