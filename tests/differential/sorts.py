"""Random sorting: stability, keys, comparators that lie, count and order of comparisons, heaps and bisection."""
# test: heavy
import bisect
import functools
import heapq

from _drive import attempt, drive, real, text


class Watched:
    """Notes each comparison: the algorithm itself must be the same."""

    notes = []

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        Watched.notes.append((self.value, other.value))
        if len(Watched.notes) == Watched.limit:
            raise ArithmeticError("enough")
        return self.value < other.value


def items(r):
    size = r.choice((r.randrange(8), r.randrange(40), r.randrange(150)))
    kind = r.randrange(5)
    if kind == 0:
        return [r.randrange(5) for _ in range(size)]
    if kind == 1:
        return [r.randrange(10**6) for _ in range(size)]
    if kind == 2:
        run = sorted(r.randrange(100) for _ in range(size))
        for _ in range(r.randrange(4)):
            if run:
                run[r.randrange(len(run))] = r.randrange(100)
        return run[::r.choice((1, -1))]
    if kind == 3:
        return [x for _ in range(4) for x in sorted(r.randrange(60) for _ in range(size // 4))]
    return [r.randrange(9) for _ in range(size // 2)] + list(range(size // 2))


def lie(r):
    table = [r.choice((-1, 0, 1)) for _ in range(49)]
    return lambda a, b: table[(a * 7 + b) % 49]


def case(r):
    kind = r.randrange(9)
    values = items(r)
    reverse = r.random() < 0.3
    if kind == 0:
        return f"{values} {sorted(values, reverse=reverse)}"
    if kind == 1:
        return f"{sorted(enumerate(values), key=lambda p: p[1] % 7, reverse=reverse)}"
    if kind == 2:
        return f"{sorted(values, key=functools.cmp_to_key(lie(r)))}"
    if kind < 5:
        Watched.notes, Watched.limit = [], r.choice((0, 0, 0, 5, 50))
        watched = [Watched(x) for x in values]
        result = attempt(watched.sort, reverse=reverse)
        return f"{result} {[w.value for w in watched]} {Watched.notes}"
    if kind == 5:
        mixed = [r.choice((r.randrange(9), real(r), text(r, 2), (1, r.randrange(3)), [r.randrange(3)], None, True)) for _ in range(r.randrange(1, 5))]
        result = attempt(sorted, mixed), attempt(min, mixed), attempt(max, mixed, key=str)
        return f"{mixed} {result}"
    if kind == 6:
        words = [text(r, 4) for _ in range(r.randrange(20))]
        return f"{sorted(words)} {sorted(words, key=str.casefold, reverse=reverse)} {sorted(words, key=len)}"
    if kind == 7:
        heap = list(values)
        heapq.heapify(heap)
        popped = [heapq.heappop(heap) for _ in range(min(3, len(heap)))]
        return f"{heap} {popped} {heapq.nsmallest(3, values)} {heapq.nlargest(3, values, key=lambda x: -x % 5)} {heapq.heappushpop(heap, 4)}"
    values.sort()
    x = r.randrange(100)
    floats = sorted(real(r) for _ in range(r.randrange(12)))
    return f"{bisect.bisect_left(values, x)} {bisect.bisect_right(values, x)} {attempt(bisect.bisect, values, x, r.randrange(-2, 9))} {floats}"


drive(case)
