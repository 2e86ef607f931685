"""hashlib: many small digests, and a few large ones."""
import hashlib

seed = b"x"
for _ in range(60000):
    seed = hashlib.sha256(seed).digest()
print(seed.hex())
print(sum(hashlib.md5(str(i).encode()).digest()[0] for i in range(60000)))
big = bytes(range(256)) * 40000
for name in ("sha1", "sha256", "sha512", "blake2b", "blake2s", "sha3_256"):
    print(name, hashlib.new(name, big).hexdigest()[:16])
