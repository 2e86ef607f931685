# Attributes and digests of every guaranteed algorithm.
import hashlib


def show(function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
    except Exception as error:
        print(function.__name__, args, kwargs, type(error).__name__, error)
    else:
        print(function.__name__, args, kwargs, result.hexdigest() if hasattr(result, "copy") and result.digest_size else repr(result))


print(sorted(hashlib.algorithms_guaranteed), hashlib.__all__)
assert hashlib.algorithms_guaranteed <= hashlib.algorithms_available
for name in sorted(hashlib.algorithms_guaranteed):
    make = getattr(hashlib, name)
    h = make(b"abc")
    print(name, h.name, h.digest_size, h.block_size, type(h), make, make.__name__)
    xof = not h.digest_size
    length = (20,) if xof else ()
    for data in (b"", b"a", b"x" * 63, b"x" * 64, b"x" * 111, b"x" * 112, b"x" * 128, b"x" * 1000):
        print(len(data), make(data).hexdigest(*length), hashlib.new(name, data).digest(*length) == make(data).digest(*length))
    h = make()
    for i in range(200):
        h.update(bytes([i]) * i)
    other = h.copy()
    other.update(b"!")
    print(h.hexdigest(*length), other.hexdigest(*length), make(usedforsecurity=False).hexdigest(*length))
    print(make(bytearray(b"ab")).digest(*length) == make(memoryview(b"ab")).digest(*length) == make(b"ab").digest(*length))
    if xof:
        for n in (0, 1, 10, 1000, -1, 2**70, "a"):
            show(h.digest, n)
        show(h.hexdigest, 12)
        show(h.digest, length=5)
        show(h.digest)
