# Key derivation, in more rounds than one slice takes, with keys and salts of all sorts of lengths.
import hashlib

for name in ["sha1", "md5", "sha256", "sha512", "sha3_256", "sha3_224", "blake2b", "blake2s", "sha384"]:
    for password in [b"", b"a", b"x" * 64, b"x" * 65, b"x" * 128, b"x" * 129, b"password" * 50]:
        print(name, len(password), hashlib.pbkdf2_hmac(name, password, b"salt", 3, 33).hex())
    print(name, hashlib.pbkdf2_hmac(name, b"password", b"", 4100).hex(), hashlib.pbkdf2_hmac(name, b"p", b"s" * 300, 1, 200).hex())
for n, r, p in [(2, 1, 1), (16, 1, 1), (1024, 8, 2), (16, 3, 5), (4096, 8, 1)]:
    print(hashlib.scrypt(b"password", salt=b"NaCl", n=n, r=r, p=p, dklen=64).hex())
    print(hashlib.scrypt(b"", salt=b"", n=n, r=r, p=p, dklen=7).hex())
for wrong in [dict(n=3, r=1, p=1), dict(n=2**20, r=8, p=1), dict(n=2, r=0, p=1), dict(n=2, r=1, p=2**30), dict(n=-2, r=1, p=1)]:
    try:
        hashlib.scrypt(b"a", salt=b"b", **wrong)
    except Exception as e:
        print(type(e).__name__, e)
print(hashlib.sha256(hashlib.shake_128(b"abc").digest(1_500_000)).hexdigest())
