"""Random calls of the methods of bytes and bytearray."""
# test: heavy
from _drive import attempt, bound, drive, integer, octets, slices, text

PLAIN = ("capitalize", "hex", "isalnum", "isalpha", "isascii", "isdigit", "islower", "isspace", "istitle", "isupper", "lower", "lstrip",
         "rstrip", "split", "splitlines", "strip", "swapcase", "title", "upper", "__repr__", "__len__", "decode", "expandtabs", "rsplit")


def part(r, s):
    if s and r.random() < 0.7:
        start = r.randrange(len(s))
        return s[start:start + r.randrange(3)]
    return octets(r, 3)


def odd(r, value):
    """Now and then something of a wrong type."""
    if r.random() < 0.93:
        return value
    return r.choice((None, "text", 5, 256, -1, bytearray(value), memoryview(value), [1, 2], 1.5))


def change(r, array):
    """Something that changes a bytearray in place."""
    kind = r.randrange(12)
    if kind == 0:
        return attempt(array.append, r.choice((5, 255, 256, -1, "x", 97)))
    if kind == 1:
        return attempt(array.extend, odd(r, octets(r)) if r.random() < 0.8 else r.choice(([1, 2, 300], range(3), "ab", [b"a"])))
    if kind == 2:
        return attempt(array.insert, bound(r) or 0, r.randrange(-2, 260))
    if kind == 3:
        return attempt(array.pop, *([bound(r)] if r.random() < 0.5 else []))
    if kind == 4:
        return attempt(array.remove, r.randrange(-1, 258))
    if kind == 5:
        return attempt(array.reverse)
    if kind == 6:
        return attempt(array.__delitem__, slices(r) if r.random() < 0.7 else r.randrange(-15, 15))
    if kind < 9:
        return attempt(array.__setitem__, slices(r), odd(r, octets(r)))
    if kind == 9:
        return attempt(array.__setitem__, r.randrange(-15, 15), r.randrange(-2, 258))
    if kind == 10:
        return attempt(array.__iadd__, odd(r, octets(r)))
    return attempt(array.__imul__, r.randrange(-1, 4))


def case(r):
    data = octets(r, 16)
    kind = r.randrange(16)
    p, q = part(r, data), part(r, data)
    s = bytearray(data) if r.random() < 0.4 else data
    if kind < 3:
        name = r.choice(PLAIN)
        return f"{s!r}.{name} {attempt(getattr(s, name))}"
    if kind < 6:
        name = r.choice(("find", "rfind", "index", "rindex", "count", "startswith", "endswith"))
        args = [odd(r, p) if r.random() < 0.8 else r.randrange(-1, 258)] + [bound(r) for _ in range(r.randrange(3))]
        return f"{s!r}.{name}{args!s:.90} {attempt(getattr(s, name), *args)}".replace("<memory at", "").split(" 0x")[0]
    if kind == 6:
        args = [r.choice((odd(r, p), None))] + [r.randrange(-2, 6)][:r.randrange(2)]
        return f"split {s!r} {p!r} {attempt(r.choice((s.split, s.rsplit)), *args)}"
    if kind == 7:
        return f"replace {s!r} {p!r} {q!r} {attempt(s.replace, odd(r, p), q, *[r.randrange(-2, 4)][:r.randrange(2)])}"
    if kind == 8:
        name = r.choice(("center", "ljust", "rjust", "zfill"))
        args = [r.randrange(-2, 30)] + ([odd(r, octets(r, 1))] if r.random() < 0.4 and name[0] != "z" else [])
        return f"{s!r}.{name} {args[0]} {attempt(getattr(s, name), *args)}"
    if kind == 9:
        name = r.choice(("strip", "lstrip", "rstrip", "removeprefix", "removesuffix", "partition", "rpartition", "__contains__"))
        return f"{s!r}.{name}({p!r}) {attempt(getattr(s, name), odd(r, p))}"
    if kind == 10:
        table = bytes((i + 1) % 256 for i in range(r.choice((256, 256, 256, 255))))
        return f"translate {s!r} {attempt(s.translate, r.choice((table, None)), *([p] if r.random() < 0.5 else []))} {attempt(bytes.maketrans, p, q)[:80]}"
    if kind == 11:
        digits = "".join(r.choice("0123456789abcdefABCDEF   \n") for _ in range(r.randrange(10))) + r.choice(("", "", "g", "é"))
        sep = r.choice((":", "-", b".", "", "ab", "é", " "))
        return f"hex {s!r} {attempt(s.hex, sep, r.randrange(-5, 6))} {digits!r} {attempt(bytes.fromhex, digits)}"
    if kind == 12:
        return f"join {s!r} {attempt(s.join, [odd(r, p), bytearray(q)])} {attempt(s.splitlines, True)} {attempt(s.expandtabs, r.randrange(9))} {s + q!r} {s < q} {s == q}"
    if kind == 13:
        array = bytearray(data)
        results = [change(r, array) for _ in range(3)]
        return f"change {data!r} {results} {array!r}"
    if kind == 14:
        span = slices(r, len(s))
        return f"{s!r}[{span}] {attempt(s.__getitem__, span)} {attempt(s.__getitem__, r.randrange(-18, 18))}"
    source = r.choice((min(integer(r, 8), 99), text(r, 3), [1, 2, r.randrange(-1, 300)], (5,), q, None, 1.5, range(4)))
    return f"new {source!r} {attempt(bytes, source)[:200]} {attempt(bytearray, source)[:200]} {attempt(bytes, text(r, 3), 'latin-1')}"


drive(case)
