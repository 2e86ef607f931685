# Subclasses with sources of their own decide what whole numbers are made of.
import random
import warnings


class Steps(random.Random):
    """random() alone."""

    def __init__(self, first=0.0):
        self.at = first

    def random(self):
        self.at = (self.at + 0.17) % 1.0
        return self.at


class Bits(random.Random):
    """getrandbits() of its own."""
    calls = 0

    def getrandbits(self, k):
        self.calls += 1
        return super().getrandbits(k)


class Plain(random.Random):
    pass


class More(Bits):
    def random(self):
        return 0.25


class Args(random.Random):
    def __init__(self, a, b, *, c):
        super().__init__(a + b + c)


s = Steps()
print([round(s.random(), 2) for _ in range(7)], [s.randrange(10) for _ in range(10)], s.choice("abcdefg"), s._randbelow.__name__)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(s.randrange(2**60) % 1000)
print([str(w.message) for w in caught])
b = Bits(4)
print([b.randrange(10) for _ in range(10)], b.calls, b._randbelow.__name__)
p, q = Plain(4), random.Random(4)
print([p.randrange(10) for _ in range(10)] == [q.randrange(10) for _ in range(10)])
print(More(1).randrange(5), More._randbelow.__name__, More(1).random())
print(Args(1, 2, c=3).random() == random.Random(6).random())

system = random.SystemRandom()
print(0 <= system.random() < 1, 0 <= system.getrandbits(70) < 2**70, len(system.randbytes(9)), system.randrange(3) in (0, 1, 2), system.seed(4))
print(sorted(system.sample(range(5), 5)), system.getrandbits(0))
for f in (system.getstate, lambda: system.setstate(1), lambda: system.getrandbits(-1), lambda: system.randbytes(-1)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
print(sorted(random.__all__))
print(random.TWOPI, random.BPF, random.LOG4, random.NV_MAGICCONST, random.SG_MAGICCONST, random.RECIP_BPF)
