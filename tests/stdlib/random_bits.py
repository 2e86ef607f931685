# getrandbits and randbytes: all widths, refills of the state, errors.
import random

r = random.Random(2024)
for k in list(range(0, 70)) + [95, 96, 97, 127, 128, 129, 160, 1000]:
    print(k, r.getrandbits(k))
for i in range(2000):
    x = r.getrandbits(32)
print(x, r.random())
big = r.getrandbits(100_000)
print(big.bit_length(), big % (10**9 + 7))
for n in (0, 1, 3, 4, 5, 8, 17):
    print(r.randbytes(n))
for bad in (-1, 2.5, "3", None, 2**40, 2**80):
    try:
        print(r.getrandbits(bad))
    except Exception as e:
        print(type(e).__name__, e)
try:
    r.randbytes(-1)
except ValueError as e:
    print(e)


class Width:
    def __index__(self):
        return 12


print(r.getrandbits(Width()))
