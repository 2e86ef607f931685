# Keys from passwords: pbkdf2_hmac and scrypt.
import hashlib


def show(function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
    except Exception as error:
        print(function.__name__, args, kwargs, type(error).__name__, error)
    else:
        print(function.__name__, args, kwargs, result.hexdigest() if hasattr(result, "copy") and result.digest_size else repr(result))


show(hashlib.pbkdf2_hmac, "sha256", b"p", b"s", 1000)
show(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", 1, 10)
show(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", 0)
show(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", -1)
show(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", 1, 0)
show(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", 1, -1)
show(hashlib.pbkdf2_hmac, "foo", b"p", b"s", 1)
show(hashlib.pbkdf2_hmac, "sha1", "p", b"s", 1)
show(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", 2**70)
show(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", 1, dklen=None)
show(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", 1.5)
show(hashlib.pbkdf2_hmac, "sha1", b"p")
show(hashlib.pbkdf2_hmac, hash_name="md5", password=b"p", salt=b"s", iterations=3, dklen=100)
show(hashlib.pbkdf2_hmac, None, b"p", b"s", 1)
show(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", 1, 2**40)
show(hashlib.scrypt, b"p", salt=b"s", n=16, r=8, p=1)
show(hashlib.scrypt, b"p")
show(hashlib.scrypt, b"p", salt=b"s")
show(hashlib.scrypt, b"p", salt=b"s", n=15, r=8, p=1)
show(hashlib.scrypt, b"p", salt=b"s", n=16)
show(hashlib.scrypt, b"p", salt=b"s", n=16, r=8)
show(hashlib.scrypt, b"p", salt=b"s", n=2**20, r=8, p=1)
show(hashlib.scrypt, b"p", salt=b"s", n=16, r=8, p=1, maxmem=-1)
show(hashlib.scrypt, b"p", salt=b"s", n=16, r=8, p=1, dklen=0)
show(hashlib.scrypt, b"p", salt=b"s", n=16, r=8, p=1, dklen=10)
show(hashlib.scrypt, "p", salt=b"s", n=16, r=8, p=1)
show(hashlib.scrypt, b"p", salt="s", n=16, r=8, p=1)
show(hashlib.scrypt, b"p", salt=b"s", n=-16, r=8, p=1)
show(hashlib.scrypt, b"p", salt=b"s", n=16, r="a", p=1)
show(hashlib.scrypt, b"p", salt=b"s", n=1, r=8, p=1)
show(hashlib.scrypt, b"p", salt=b"s", n=16, r=-8, p=1)
show(hashlib.scrypt, b"p", b"s")
