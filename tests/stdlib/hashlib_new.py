# Algorithms by name, and file_digest.
import hashlib
import io
import tempfile


def show(function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
    except Exception as error:
        print(function.__name__, args, kwargs, type(error).__name__, error)
    else:
        print(function.__name__, args, kwargs, result.hexdigest() if hasattr(result, "copy") and result.digest_size else repr(result))


for name in ("SHA256", "Sha3-256", "sha3_256", "sha512-256", "SHA512_256", "sha512-224", "MD5", "md5-sha1", "blake2b", "blake2s", "blake2b512", "BLAKE2S256",
             "RIPEMD160", "sm3", "sha1", "sha-1"):
    h = hashlib.new(name, b"abc")
    print(name, h.name, h.digest_size, h.hexdigest())
for name in ("no such thing", "", None, 3, b"md5"):
    try:
        hashlib.new(name)
    except Exception as error:
        print(type(error).__name__, error)
for arguments, keywords in ((("md5", "text"), {}), (("blake2b", b"x"), {"digest_size": 10}), (("blake2b", b"x"), {"usedforsecurity": False}),
                            (("md5",), {"data": b"x"}), (("sha1", b"x"), {"usedforsecurity": False})):
    try:
        print(hashlib.new(*arguments, **keywords).hexdigest())
    except Exception as error:
        print(type(error).__name__, error)

with tempfile.TemporaryFile() as file:
    file.write(bytes(range(256)) * 4000)
    file.seek(0)
    print(hashlib.file_digest(file, "sha256").hexdigest())
    file.seek(1000)
    print(hashlib.file_digest(file, hashlib.blake2s).hexdigest())
    print(file.read())
print(hashlib.file_digest(io.BytesIO(b"abc"), "sha256").hexdigest(), hashlib.file_digest(io.BytesIO(b""), lambda: hashlib.md5(b"x")).hexdigest())
for file, digest in ((io.StringIO("abc"), "md5"), (3, "md5"), (io.BytesIO(b""), "nothing"), (open(__file__), "md5")):
    try:
        hashlib.file_digest(file, digest)
    except Exception as error:
        print(type(error).__name__, "not a file-like object in binary" in str(error) or error)
