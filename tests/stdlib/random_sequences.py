# choice, choices, shuffle and sample.
import random
from collections import UserList, deque

r = random.Random("sequences")
print([r.choice("abcdef") for _ in range(10)], [r.choice([3, 4]) for _ in range(10)], r.choice(range(10**6)), r.choice((1,)))
l = list(range(30))
r.shuffle(l)
print(l)
d = deque(range(8))
r.shuffle(d)
print(d)
b = bytearray(range(8))
r.shuffle(b)
print(list(b), r.shuffle([]), r.shuffle([1]))

for n, k in [(5, 0), (5, 5), (5, 3), (21, 5), (22, 5), (22, 6), (84, 6), (85, 6), (86, 6), (100, 10), (1000, 10), (10**9, 8), (300, 40)]:
    print(n, k, r.sample(range(n), k))
print(r.sample("abcdef", k=4), r.sample((1, 2, 3), 2), r.sample(UserList([1, 2, 3]), 2))
print(r.sample(["red", "blue"], counts=[4, 2], k=5), r.sample("abc", counts=(0, 3, 1), k=4), r.sample(range(3), 50, counts=[20, 20, 20]))

print(r.choices("abc", k=10), r.choices([1, 2, 3], [1, 1, 8], k=10), r.choices("xyz", cum_weights=[5, 5, 6], k=8), r.choices(range(9)))
print(r.choices("ab", weights=[0.25, 0.75], k=6), r.choices("ab", k=0))


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


attempt(r.choice, [])
attempt(r.choice, "")
attempt(r.choice, 5)
attempt(r.choice, {1: 2})
attempt(r.shuffle, (1, 2, 3))
attempt(r.shuffle, "abc")
attempt(r.sample, {1, 2, 3}, 2)
attempt(r.sample, {1: 2}, 1)
attempt(r.sample, [1, 2], 3)
attempt(r.sample, [1, 2], -1)
attempt(r.sample, [1, 2], 1.0)
attempt(r.sample, "ab", 1, counts=[1])
attempt(r.sample, "ab", 1, counts=[0, 0])
attempt(r.sample, "ab", 1, counts=[1.0, 2.0])
attempt(r.sample, "ab", 9, counts=[1, 2])
attempt(r.sample, "ab", 1, counts=3)
attempt(r.choices, [])
attempt(r.choices, "ab", [1])
attempt(r.choices, "ab", [0, 0])
attempt(r.choices, "ab", [1, -2])
attempt(r.choices, "ab", [1, float("inf")])
attempt(r.choices, "ab", [1, float("nan")])
attempt(r.choices, "ab", 4)
attempt(r.choices, "ab", 4.0)
attempt(r.choices, "ab", [1, 2], cum_weights=[1, 2])
attempt(r.choices, "ab", k=2.0)
attempt(r.choices, "ab", k=-2)
