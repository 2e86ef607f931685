"""Message digests: md5, sha1, sha2, sha3, shake and BLAKE2, by function or by name, and key derivation from passwords.

A hash object takes bytes through update() and gives digest() or hexdigest() of all it got so far; copy() makes an independent one. The
algorithms are those of OpenSSL, except BLAKE2, whose parameters OpenSSL does not offer.
"""

import _hashlib
from _blake2 import blake2b, blake2s
from _hashlib import pbkdf2_hmac, scrypt

_always_supported = ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'blake2b', 'blake2s', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512',
                     'shake_128', 'shake_256')

algorithms_guaranteed = set(_always_supported)
algorithms_available = algorithms_guaranteed.union(_hashlib.openssl_md_meth_names)

__all__ = _always_supported + ('new', 'algorithms_guaranteed', 'algorithms_available', 'file_digest', 'pbkdf2_hmac')

md5 = _hashlib.openssl_md5
sha1 = _hashlib.openssl_sha1
sha224 = _hashlib.openssl_sha224
sha256 = _hashlib.openssl_sha256
sha384 = _hashlib.openssl_sha384
sha512 = _hashlib.openssl_sha512
sha3_224 = _hashlib.openssl_sha3_224
sha3_256 = _hashlib.openssl_sha3_256
sha3_384 = _hashlib.openssl_sha3_384
sha3_512 = _hashlib.openssl_sha3_512
shake_128 = _hashlib.openssl_shake_128
shake_256 = _hashlib.openssl_shake_256

_OWN = {'blake2b': blake2b, 'blake2s': blake2s}


def new(name, data=b'', **kwargs):
    """A hash object of the algorithm with that name, fed with the data.

    Algorithms that take parameters of their own get them as keywords.
    """
    if name in _OWN:
        return _OWN[name](data, **kwargs)
    if not isinstance(name, str):
        raise TypeError("name must be a string")
    try:
        return _hashlib.new(name, data, **kwargs)
    except ValueError:
        raise ValueError('unsupported hash type ' + name) from None


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    """A hash object fed with the rest of a file that is open for reading bytes; digest is a name, or a function that makes a hash object."""
    hasher = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, 'getbuffer'):
        hasher.update(fileobj.getbuffer())
        return hasher
    if not (hasattr(fileobj, 'readinto') and hasattr(fileobj, 'readable') and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    buffer = bytearray(_bufsize)
    view = memoryview(buffer)
    while size := fileobj.readinto(buffer):
        hasher.update(view[:size])
    return hasher
