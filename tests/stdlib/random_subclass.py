# Subclasses of random.Random: their own source of bits, or of floats; the module's functions; pickles.
import copy
import pickle
import random


class Bits(random.Random):
    def getrandbits(self, k):
        self.asked = getattr(self, 'asked', [])
        self.asked.append(k)
        return super().getrandbits(k)


class Floats(random.Random):
    count = 0

    def random(self):
        self.count += 1
        return 0.25 + self.count / 100


bits, floats = Bits(3), Floats(3)
print(bits.randrange(10), bits.randint(1, 1000), bits.choice('abc'), bits.asked)
bits.asked.clear()
deck = list(range(6))
bits.shuffle(deck)
print(deck, bits.asked, bits.sample(range(50), 3))
print(floats.randrange(10), floats.choice('abcdef'), floats.uniform(0, 4), floats.choices('abcd', k=4), floats.count)
deck = list(range(6))
floats.shuffle(deck)
print(deck, floats.sample(range(100), 4), floats.count)
one = random.Random(9)
one.gauss()
two = pickle.loads(pickle.dumps(one))
three = copy.deepcopy(one)
print([one.random() == two.random() == three.random() for _ in range(3)], one.gauss() == two.gauss() == three.gauss())
random.seed(77)
print(random.random(), random.randint(1, 10), random.getrandbits(20), random.choice([1, 2, 3]), random.sample(range(10), 3), random.gauss(0, 1))
state = random.getstate()
before = random.random()
random.setstate(state)
print(before == random.random())
system = random.SystemRandom()
print(0 <= system.random() < 1, system.getrandbits(10) < 1024, len(system.randbytes(5)), 1 <= system.randint(1, 6) <= 6, system.choice('a'), system.seed(3))
print(sorted(name for name in random.__all__))


class Seeded(random.Random):
    def __init__(self, x=None):
        print('init', x)
        super().__init__(x)

    def seed(self, a=None, version=2):
        print('seed', a, version)
        super().seed(a, version)


print(Seeded(4).random() == random.Random(4).random())
