# What hash functions and objects refuse.
import hashlib


def show(function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
    except Exception as error:
        print(function.__name__, args, kwargs, type(error).__name__, error)
    else:
        print(function.__name__, args, kwargs, result.hexdigest() if hasattr(result, "copy") and result.digest_size else repr(result))


for name in sorted(hashlib.algorithms_guaranteed):
    make = getattr(hashlib, name)
    for bad in ("text", 3, None, [1]):
        show(make, bad)
        show(make().update, bad)
    show(make, data=b"abc")
    show(make, nothing=1)
    show(make().update)
    try:
        make(memoryview(b"abcd")[::2])
    except BufferError as error:
        print(str(error).replace("HASHXOF", "HASH"))
    try:
        make().name = 3
    except AttributeError as error:
        print(str(error).replace("HASHXOF", "HASH"))
    try:
        make() + 1
    except TypeError as error:
        print(str(error).replace("HASHXOF", "HASH"))
try:
    type(hashlib.md5())()
except TypeError as error:
    print(error)
