"""Random operations on dicts, sets and their views."""
# test: heavy
from _drive import attempt, drive


def key(r):
    return r.choice((r.randrange(12), r.randrange(12), r.choice("abcdé"), r.choice((1.0, True, None, (1, 2), 2**70, -1, -2, b"k", frozenset((1,))))))


def pairs(r, most=6):
    return [(key(r), r.randrange(100)) for _ in range(r.randrange(most))]


def on_dict(r, d):
    kind = r.randrange(18)
    k = key(r) if r.random() < 0.95 else []
    if kind < 3:
        return attempt(d.__setitem__, k, r.randrange(100))
    if kind == 3:
        return attempt(d.__delitem__, k)
    if kind == 4:
        return attempt(d.pop, k, *([r.randrange(9)] if r.random() < 0.5 else []))
    if kind == 5:
        return attempt(d.popitem)
    if kind == 6:
        return attempt(d.setdefault, k, *([r.randrange(9)] if r.random() < 0.5 else []))
    if kind == 7:
        return attempt(d.update, r.choice((dict(pairs(r)), pairs(r), [(1,)], 5, ["ab"], [1], "ab")), **({"z": 1} if r.random() < 0.3 else {}))
    if kind == 8:
        return attempt(d.__getitem__, k)
    if kind == 9:
        return attempt(d.get, k, 7) + str(k in d if k != [] else None)
    if kind == 10:
        return attempt(lambda: d | dict(pairs(r))) + attempt(lambda: dict(pairs(r)) | d)
    if kind == 11:
        return attempt(d.__ior__, r.choice((dict(pairs(r)), pairs(r), 5)))
    if kind == 12:
        return f"{list(d)} {list(reversed(d))} {list(d.values())} {d.items()}"
    if kind == 13:
        other = dict(pairs(r))
        return f"{sorted(map(repr, d.keys() & other.keys()))} {sorted(map(repr, d.items() ^ other.items()))} {d.keys() <= other.keys()} {d == other}"
    if kind == 14:
        return f"{sorted(map(repr, d.keys() - [1, 2, 'a']))} {d.keys().isdisjoint([1, 'b'])} {sorted(map(repr, d.keys() | 'xy'))}"
    if kind == 15:
        return attempt(dict.fromkeys, r.choice(("abca", range(3), 5, [k])), *([1] if r.random() < 0.5 else []))
    if kind == 16:
        return attempt(d.copy) + str(len(d))
    return attempt(lambda: [d.pop(x) for x in d])


def members(s):
    return sorted(map(repr, s)) if isinstance(s, (set, frozenset)) else s


def on_set(r, s):
    kind = r.randrange(14)
    wrap = r.choice((set, frozenset, list, dict.fromkeys, iter))
    source = [key(r) for _ in range(r.randrange(6))]
    if kind < 2:
        return attempt(s.add, key(r) if r.random() < 0.9 else {})
    if kind == 2:
        return attempt(s.discard, key(r))
    if kind == 3:
        return attempt(s.remove, key(r) if r.random() < 0.9 else set())
    if kind < 6:
        name = r.choice(("union", "intersection", "difference", "symmetric_difference"))
        return attempt(lambda: members(getattr(s, name)(wrap(source))))
    if kind < 8:
        name = r.choice(("update", "intersection_update", "difference_update", "symmetric_difference_update"))
        return attempt(lambda: getattr(s, name)(wrap(source)))
    if kind < 11:
        name = r.choice(("__or__", "__and__", "__sub__", "__xor__", "__ror__", "__rsub__", "__ior__", "__iand__", "__isub__", "__ixor__"))
        return attempt(lambda: members(getattr(s, name)(r.choice((set, frozenset, list))(source))))
    if kind == 11:
        name = r.choice(("issubset", "issuperset", "isdisjoint", "__le__", "__lt__", "__eq__", "__ge__", "__gt__", "__ne__"))
        return attempt(getattr(s, name), r.choice((set, frozenset, list, tuple))(source))
    if kind == 12:
        small = {x for x in source if isinstance(x, int)}
        return f"{small} {frozenset(small)} {hash(frozenset(small))} {list(small)}"
    return f"{len(s)} {key(r) in s} {attempt(lambda: [] in s)} {attempt(lambda: s | 5)}"


def case(r):
    if r.random() < 0.5:
        d = dict(pairs(r, 10))
        return f"{d} {[on_dict(r, d) for _ in range(3)]} {d}"
    s = {key(r) for _ in range(r.randrange(10))}
    before = members(s)
    return f"{before} {[on_set(r, s) for _ in range(3)]} {members(s)}"


drive(case)
