# The iteration order of sets of numbers, which learners print.
print({3, 1, 2}, {5, 4, 3, 2, 1}, {10, 20, 30, 40}, {1, 100, 1000, 10000}, {-1, 0, 1}, {-5, -3, -1}, {7, 15, 23, 31})
print(set(range(20)), set(range(100, 90, -1)), {x * x for x in range(10)}, {x % 7 for x in range(50)}, {1.5, 2.5, 0.5}, {0.1, 0.2, 0.3},
    {1, 2.5, 3})
print({2 ** 40, 2 ** 41, 1}, {2 ** 61 - 1, 0, 2 ** 61}, {10 ** 20, 10 ** 21, 5}, {True, 2, 3}, {1e10, 1e-10, 1e5}, {1j, 2j, 1 + 1j})
s = {1, 2, 3}; s.add(0); print(s); s.remove(2); s.add(8); s.add(16); print(s, sorted(s)); s |= {5, 4}
print(s); s -= {8}; print(s, s & {16, 1, 99}, s | {64, 32}, s ^ {1, 7}, s - {0})
s = set(); [s.add(i * 17 % 64) for i in range(12)]; print(s); s = set([9, 8, 7, 65, 73])
print(s, list(s), tuple(s), frozenset(s), sum(s), s.pop(), s.pop(), s)
print(frozenset([3, 1, 2]), {1, 2}.union({9, 8}, [33]), {1, 2, 3}.intersection([3, 2]), set([30, 20, 10]) - {20})
big = set(range(0, 1000, 37)); print(big); big = {i ** 3 for i in range(15)}; print(big); e = {1, 2, 3, 4, 5}
[e.discard(x) for x in (1, 3)]; e.update([11, 1]); print(e, e.copy(), {*e}, [*e][0], next(iter(e)))
print([hash(x) for x in (0.1, 2.5, -0.5, 1e100, 1 + 2j, 2 ** 100, -7, True, False)])
