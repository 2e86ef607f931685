# Equal seeds of every type lead to CPython's numbers.
import random

SEEDS = [0, 1, -1, 5, -5, 2**31, 2**32, 2**64 - 1, -2**64, 2**200 + 7, 10**400, True, False, 0.0, -0.0, 3.5, -2.25, 1e300, float("inf"),
         "", "a", "hello", "é漢😀", "x" * 111, "x" * 112, "x" * 300, b"", b"bytes", bytearray(b"array"), bytes(range(256))]
for seed in SEEDS:
    random.seed(seed)
    print(repr(seed)[:40], random.random(), random.getrandbits(1), random.getrandbits(31), random.getrandbits(33), random.random())

print("version 1")
for seed in ["", "a", "hello", "é漢😀", b"", b"hello\xff", 7, 2.5]:
    random.seed(seed, version=1)
    print(repr(seed), random.random(), random.getrandbits(64))
random.seed("abc", 2)
print(random.random())

for seed in [(1, 2), None.__class__, [], 1j, object]:
    try:
        random.seed(seed)
        print("accepted")
    except TypeError as e:
        print(type(e).__name__, e)
r = random.Random(42)
print(r.random(), random.Random("42").random(), random.Random(x=42).random())
print(random.Random().random() != random.Random().random())
random.seed()
a = random.random()
random.seed(None)
print(a != random.random())
