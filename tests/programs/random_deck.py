import random, string
random.seed(42)
print([random.randint(1, 100) for _ in range(10)], random.random(), random.choice("abc"), random.sample(range(50), 5), random.uniform(1, 2), random.gauss(0, 1))
l = list(range(10)); random.shuffle(l); print(l, random.choices("xyz", weights=[1, 2, 3], k=5), random.randrange(0, 100, 7), random.betavariate(1, 2), random.expovariate(1.5), random.getrandbits(40))
random.seed("text"); print(random.random()); random.seed(1.5); print(random.random()); r = random.Random(7); print(r.random(), r.triangular(0, 1, .5), r.normalvariate(0, 1), r.vonmisesvariate(0, 1), r.paretovariate(2), r.weibullvariate(1, 2), r.lognormvariate(0, 1), r.gammavariate(2, 1), r.randbytes(4))
st = random.getstate(); a = random.random(); random.setstate(st); print(a == random.random())
class Deck:
    SUITS = "♠♥♦♣"; RANKS = "23456789TJQKA"
    def __init__(self): self.cards = [r + s for s in self.SUITS for r in self.RANKS]
    def __len__(self): return len(self.cards)
    def __getitem__(self, i): return self.cards[i]
    def __setitem__(self, i, v): self.cards[i] = v
d = Deck(); print(len(d), d[0], d[-1], d[:3], random.Random(3).choice(d), d[12::13], "A♠" in d, sorted(d, key=lambda c: (c[0], c[1]))[:4])
random.Random(1).shuffle(d); print(d[:5], list(reversed(d))[:2])
pw = "".join(random.Random(5).choices(string.ascii_letters + string.digits + string.punctuation, k=16)); print(pw)
