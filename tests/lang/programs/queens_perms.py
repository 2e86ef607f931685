# test: heavy
# N queens, permutations, combinations, power sets, subsets by bits, backtracking generators.
def queens(n, row=0, cols=(), d1=(), d2=()):
    if row == n: yield cols; return
    for c in range(n):
        if c not in cols and row + c not in d1 and row - c not in d2: yield from queens(n, row + 1, cols + (c,), d1 + (row + c,), d2 + (row - c,))
sols = list(queens(6)); print(len(sols), sols, sum(1 for _ in queens(7)))
for c in sols[0]: print(" ".join("Q" if i == c else "." for i in range(6)))
def perms(xs):
    if not xs: yield (); return
    for i in range(len(xs)):
        for p in perms(xs[:i] + xs[i + 1:]): yield (xs[i],) + p
def combos(xs, k):
    if k == 0: yield (); return
    for i in range(len(xs)):
        for c in combos(xs[i + 1:], k - 1): yield (xs[i],) + c
def power(xs): return [[x for i, x in enumerate(xs) if m >> i & 1] for m in range(1 << len(xs))]
print(["".join(p) for p in perms("abc")], list(combos([1, 2, 3, 4], 2)), power("abc"), sum(1 for _ in perms(list(range(6)))))
def subset_sum(xs, t, acc=()):
    if t == 0: yield acc
    for i, x in enumerate(xs):
        if x <= t: yield from subset_sum(xs[i + 1:], t - x, acc + (x,))
print(list(subset_sum([1, 2, 3, 4, 5, 6], 10)))
def change(n, coins):
    ways = [1] + [0] * n
    for c in coins:
        for i in range(c, n + 1): ways[i] += ways[i - c]
    return ways[n]
print(change(100, [1, 5, 10, 25, 50]), change(1000, [1, 2, 5, 10, 20, 50, 100, 200]))
def knap(items, cap):
    best = {0: (0, ())}
    for name, w, v in items:
        for c, (val, names) in sorted(best.items(), reverse=True):
            if c + w <= cap and val + v > best.get(c + w, (0,))[0]: best[c + w] = (val + v, names + (name,))
    return max(best.values())
print(knap([("a", 5, 10), ("b", 4, 40), ("c", 6, 30), ("d", 3, 50)], 10))
def brackets(n, o=0, c=0, s=""):
    if len(s) == 2 * n: yield s; return
    if o < n: yield from brackets(n, o + 1, c, s + "(")
    if c < o: yield from brackets(n, o, c + 1, s + ")")
print(list(brackets(3)), sum(1 for _ in brackets(6)))
def gray(n): return [i ^ i >> 1 for i in range(1 << n)]
print([f"{g:03b}" for g in gray(3)])
def hanoi(n, a="A", b="B", c="C"): return [] if n == 0 else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)
print(len(hanoi(8)), hanoi(3))
