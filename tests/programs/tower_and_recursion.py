# Recursion: towers, permutations, flood fill, parsers, deep trees.
import sys


def hanoi(n, source="A", target="C", spare="B"):
    if n == 0:
        return []
    return hanoi(n - 1, source, spare, target) + [(source, target)] + hanoi(n - 1, spare, target, source)


print(len(hanoi(8)), hanoi(2))


def permutations(items):
    if not items:
        yield []
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [item, *rest]


print(["".join(p) for p in permutations(list("abc"))])


def power_set(items):
    if not items:
        return [[]]
    head, *tail = items
    without = power_set(tail)
    return without + [[head] + s for s in without]


print(power_set([1, 2, 3]))


def queens(n, row=0, columns=()):
    if row == n:
        yield columns
        return
    for c in range(n):
        if all(c != k and abs(c - k) != row - r for r, k in enumerate(columns)):
            yield from queens(n, row + 1, columns + (c,))


print(next(queens(8)), sum(1 for _ in queens(6)))


def fill(grid, r, c, new):
    old = grid[r][c]
    if old == new:
        return 0

    def visit(r, c):
        if not (0 <= r < len(grid) and 0 <= c < len(grid[0])) or grid[r][c] != old:
            return 0
        grid[r][c] = new
        return 1 + visit(r + 1, c) + visit(r - 1, c) + visit(r, c + 1) + visit(r, c - 1)

    return visit(r, c)


grid = [list(line) for line in ("..#..", "..#..", "###..", ".....")]
print(fill(grid, 0, 3, "o"))
print("\n".join(map("".join, grid)))


def flatten(x):
    return [x] if not isinstance(x, list) else sum(map(flatten, x), [])


print(flatten([1, [2, [3, [4, []]]], 5]))


def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))


print(ackermann(2, 3), [ackermann(1, n) for n in range(5)])


def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


print(gcd(1071, 462), gcd(2 ** 80, 6 ** 40) == 2 ** 40)


def forever(n):
    return forever(n + 1)


try:
    forever(0)
except RecursionError as error:
    print(type(error).__name__, str(error)[:32])
is_even = lambda n: n == 0 or is_odd(n - 1)
is_odd = lambda n: n != 0 and is_even(n - 1)
print(is_even(100), is_odd(7))


def collatz(n, steps=0):
    return steps if n == 1 else collatz(n // 2 if n % 2 == 0 else 3 * n + 1, steps + 1)


print(max(range(1, 200), key=collatz), collatz(27))
