"""Random slices of every sequence type, with assignment and deletion, and the methods of list, tuple and range."""
# test: heavy
from _drive import attempt, bound, drive, integer, slices


def change(r, items):
    kind = r.randrange(13)
    if kind < 3:
        source = [r.randrange(100) for _ in range(r.randrange(6))]
        wrap = r.choice((list, tuple, iter, lambda x: dict.fromkeys(x), lambda x: 7, lambda x: items))
        return attempt(items.__setitem__, slices(r, len(items)), wrap(source))
    if kind == 3:
        return attempt(items.__delitem__, slices(r, len(items)))
    if kind == 4:
        return attempt(items.__setitem__, r.randrange(-12, 12), -1)
    if kind == 5:
        return attempt(items.__delitem__, r.randrange(-12, 12))
    if kind == 6:
        return attempt(items.insert, bound(r) or 0, -2)
    if kind == 7:
        return attempt(items.pop, *([bound(r)] if r.random() < 0.7 else []))
    if kind == 8:
        return attempt(items.remove, r.randrange(12))
    if kind == 9:
        return attempt(items.extend, r.choice(("ab", range(3), 5, (1, 2), items)))
    if kind == 10:
        return attempt(items.index, r.randrange(10), *[bound(r) for _ in range(r.randrange(3))])
    if kind == 11:
        return attempt(items.__imul__, r.randrange(-1, 3))[:200]
    return attempt(items.reverse)


def spans(r):
    pick = r.random()
    if pick < 0.2:
        return attempt(range, integer(r, 70), integer(r, 70), integer(r, 70))
    if pick < 0.3:
        return attempt(range, *[r.choice((1, 5, 1.5, "a", None, 0)) for _ in range(r.randrange(4))])
    made = range(r.randrange(-30, 30), r.randrange(-30, 30), r.choice((1, 2, -1, -3, 7, 10**20)))
    if r.random() < 0.2:
        made = range(integer(r, 80), integer(r, 80), r.choice((1, 10**15, -10**15)))
    part = attempt(made.__getitem__, slices(r, 15))
    probe = r.choice((r.randrange(-30, 30), r.choice((3.0, "x")) if attempt(len, made).isdigit() and len(made) < 100 else 3, made.start + made.step))
    other = range(made.start, made.stop + r.randrange(-2, 3), made.step)
    return (f"{made} {part} {attempt(made.__getitem__, r.randrange(-20, 20))} {probe in made} {attempt(made.index, probe)} {made.count(probe)} "
            f"{attempt(len, made)} {made == other} {hash(made) == hash(other)} {bool(made)} "
            f"{[x for x, _ in zip(reversed(made), range(4))]}")


def case(r):
    size = r.randrange(11)
    kind = r.randrange(6)
    if kind < 2:
        items = [r.randrange(12) for _ in range(size)]
        before = repr(items)
        steps = [change(r, items) for _ in range(r.randrange(1, 4))]
        return f"{before} {steps} {items}"
    if kind == 2:
        return "range " + spans(r)
    base = r.choice((list(range(size)), tuple(range(size)), "abcdéfg😀ijk"[:size], bytes(range(65, 65 + size)), bytearray(range(65, 65 + size)), range(size)))
    span = slices(r, size)
    if kind == 3:
        return f"{base!r}[{span}] {attempt(base.__getitem__, span)} {attempt(span.indices, r.choice((size, integer(r, 40))))}"
    if kind == 4:
        other = r.choice((base, base[1:], base[:2], [], (), "", b""))
        compare = [attempt(getattr(base, name), other) for name in ("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__")]
        return f"{base!r} {other!r} {compare} {attempt(lambda: base + other)} {attempt(lambda: base * r.randrange(-1, 3))} {attempt(lambda: other in base)}"
    return f"{base!r} {attempt(base.index, *[r.randrange(70), *[bound(r) for _ in range(r.randrange(3))]])} {attempt(base.count, 3)} {list(reversed(base))}"


drive(case)
