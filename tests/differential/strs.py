"""Random calls of str's methods."""
# test: heavy
from _drive import attempt, bound, drive, integer, octets, slices, text

PLAIN = ("capitalize", "casefold", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric",
         "isprintable", "isspace", "istitle", "isupper", "lower", "lstrip", "rsplit", "rstrip", "split", "splitlines", "strip",
         "swapcase", "title", "upper", "__repr__", "__len__", "encode", "expandtabs")
CODECS = ("utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "UTF8", "no-such")
HANDLERS = ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape", "surrogatepass", "none")


def part(r, s):
    """A piece of s, most likely, or another text."""
    if s and r.random() < 0.7:
        start = r.randrange(len(s))
        return s[start:start + r.randrange(3)]
    return text(r, 3)


def case(r):
    s = text(r, 16)
    p, q = part(r, s), part(r, s)
    kind = r.randrange(20)
    if kind < 4:
        name = r.choice(PLAIN)
        return f"{s!r}.{name} {attempt(getattr(s, name))}"
    if kind < 7:
        name = r.choice(("find", "rfind", "index", "rindex", "count", "startswith", "endswith"))
        args = [p] + [bound(r) for _ in range(r.randrange(3))]
        if name.endswith("with") and r.random() < 0.3:
            args[0] = (q, p)
        return f"{s!r}.{name}{args} {attempt(getattr(s, name), *args)}"
    if kind < 9:
        name = r.choice(("split", "rsplit"))
        args = [r.choice((p, None))] + [r.randrange(-2, 6)][:r.randrange(2)]
        return f"{s!r}.{name}{args} {attempt(getattr(s, name), *args)}"
    if kind == 9:
        args = [p, q] + [r.randrange(-2, 4)][:r.randrange(2)]
        return f"{s!r}.replace{args} {attempt(s.replace, *args)}"
    if kind == 10:
        name = r.choice(("center", "ljust", "rjust", "zfill", "expandtabs"))
        args = [r.randrange(-2, 30)] + ([text(r, 1)] if r.random() < 0.4 and name[0] != "z" and name[0] != "e" else [])
        return f"{s!r}.{name}{args} {attempt(getattr(s, name), *args)}"
    if kind == 11:
        name = r.choice(("strip", "lstrip", "rstrip", "removeprefix", "removesuffix", "partition", "rpartition", "__contains__"))
        return f"{s!r}.{name}({p!r}) {attempt(getattr(s, name), p)}"
    if kind == 12:
        return f"{s!r} {attempt(s.splitlines, r.random() < 0.5)} {attempt(s.join, [p, q, p][:r.randrange(4)])} {attempt(s.__mul__, r.randrange(-1, 4))}"
    if kind == 13:
        codec, handler = r.choice(CODECS), r.choice(HANDLERS)
        if r.random() < 0.4:
            s += r.choice(("\ud800", "\udc80", "\udfff", "\udcff\udc00"))
        return f"{s!r}.encode({codec}, {handler}) {attempt(s.encode, codec, handler)}"
    if kind == 14:
        codec, handler, data = r.choice(CODECS), r.choice(HANDLERS), octets(r)
        if r.random() < 0.6:
            data = s.encode(r.choice(("utf-8", "utf-16", "utf-32", "utf-16-be")))
            data = data[:r.randrange(len(data) + 1)] + octets(r, 2) + data[r.randrange(len(data) + 1):]
        return f"{data!r}.decode({codec}, {handler}) {attempt(data.decode, codec, handler)}"
    if kind == 15:
        table = attempt(str.maketrans, p, q[:len(p)] if r.random() < 0.8 else q, *([text(r, 2)] if r.random() < 0.5 else []))
        mapping = {ord(c): r.choice((None, "x", "yz", 65, 0x10ffff, 0x110000, "")) for c in p}
        return f"{s!r} {table} {mapping} {attempt(s.translate, mapping)}"
    if kind == 16:
        span = slices(r, len(s))
        return f"{s!r}[{span}] {attempt(s.__getitem__, span)} {attempt(s.__getitem__, r.randrange(-18, 18))}"
    if kind == 17:
        return f"{s!r} {p!r} {s < p} {s <= p} {s == p} {s > p} {s >= p} {sorted([s, p, q, s[:3]])} {min([s, q], key=str.casefold)!r}"
    if kind == 18:
        return f"{ascii(s)} {[ord(c) for c in s]} {attempt(chr, integer(r, 22))} {s.encode('unicode_escape')!r} {attempt(int, s)} {attempt(float, s)}"
    return f"{s!r} {attempt(s.format, p, q)} {attempt(s.__mod__, (p, 3))} {attempt(bytes, s)} {attempt(s.isidentifier)}"


drive(case)
