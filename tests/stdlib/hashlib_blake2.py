# BLAKE2b and BLAKE2s with all of their parameters.
import hashlib


def show(function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
    except Exception as error:
        print(function.__name__, args, kwargs, type(error).__name__, error)
    else:
        print(function.__name__, args, kwargs, result.hexdigest() if hasattr(result, "copy") and result.digest_size else repr(result))


for make, most in ((hashlib.blake2b, 64), (hashlib.blake2s, 32)):
    print(make.MAX_DIGEST_SIZE, make.MAX_KEY_SIZE, make.SALT_SIZE, make.PERSON_SIZE, make)
    for size in (0, 1, 20, most, most + 1, -1, 2**70, "a"):
        show(make, b"abc", digest_size=size)
    for key in (b"", b"k", b"k" * most, b"k" * (most + 1), "k", None, bytearray(b"key")):
        show(make, b"abc", key=key)
    for text in (b"", b"s", b"s" * make.SALT_SIZE, b"s" * 17, "s"):
        show(make, b"abc", salt=text)
        show(make, b"abc", person=text)
    for name, values in (("fanout", (0, 2, 255, 256, -1)), ("depth", (0, 1, 255, 256)), ("leaf_size", (0, 4096, 2**32 - 1, 2**32, -1, 2**80)),
                         ("node_offset", (1, 2**48 - 1, 2**48, 2**64 - 1, 2**64, -1)), ("node_depth", (3, 255, 256, -1)),
                         ("inner_size", (0, most, most + 1, -1)), ("last_node", (True, False, "x", 0))):
        for value in values:
            show(make, b"abc", **{name: value})
    show(make, b"abc" * 100, digest_size=20, key=b"key", salt=b"salt", person=b"pers", fanout=3, depth=4, leaf_size=5, node_offset=6, node_depth=7,
         inner_size=8, last_node=True)
    for n in (0, 1, 63, 64, 65, 127, 128, 129, 255, 256, 257, 1000):
        print(n, make(bytes(n)).hexdigest(), make(bytes(n), key=b"key").hexdigest())
    h = make()
    for i in range(300):
        h.update(bytes([i % 256]) * i)
    copy = h.copy()
    h.update(b"!")
    print(h.hexdigest(), copy.hexdigest(), h.name, h.digest_size, h.block_size)
try:
    type("Sub", (hashlib.blake2b,), {})
except TypeError as error:
    print(error)
