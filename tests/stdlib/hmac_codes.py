# HMAC objects and one-step codes.
import hashlib
import hmac


def show(function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
    except Exception as error:
        print(function.__name__, args, kwargs, type(error).__name__, error)
    else:
        print(function.__name__, args, kwargs, result.hexdigest() if hasattr(result, "copy") and result.digest_size else repr(result))


for digest in ("sha256", hashlib.sha256, "blake2b", "md5", hashlib.blake2s, "nothing", None, "", "sha3_256", "shake_128"):
    for key in (b"", b"key", b"k" * 64, b"k" * 65, b"k" * 200):
        try:
            print(digest, hmac.new(key, b"msg", digest).hexdigest(), hmac.digest(key, b"msg", digest).hex())
        except Exception as error:
            print(digest, type(error).__name__, error)
h = hmac.new(b"k" * 200, digestmod="sha1")
h.update(b"a")
c = h.copy()
h.update(b"b")
print(h.hexdigest(), c.hexdigest(), h.name, h.digest_size, h.block_size, h.digest())
for arguments in (("k", b"m", "md5"), (b"k", "m", "md5"), (b"k",), (b"k", None), (bytearray(b"k"), b"m", "md5"), (None,), (b"k", bytearray(b"m"), "md5"),
                  (b"k", memoryview(b"m"), "md5")):
    try:
        print(hmac.HMAC(*arguments).hexdigest())
    except Exception as error:
        print(type(error).__name__, error)
for pair in (("a", "a"), (b"a", b"b"), ("a", b"a"), ("\xe9", "\xe9"), (b"a", bytearray(b"a")), ("", "a"), (1, 2)):
    try:
        print(hmac.compare_digest(*pair))
    except TypeError as error:
        print(error)
