"""Random values under random format specifications."""
# test: heavy
from _drive import attempt, drive, integer, real, text


def spec(r):
    if r.random() < 0.05:
        return text(r, 4)
    parts = []
    if r.random() < 0.4:
        parts.append(r.choice(("", "*", "0", "é", "{", "😀", " ", "x")) + r.choice("<>^="))
    if r.random() < 0.3:
        parts.append(r.choice("+- "))
    if r.random() < 0.1:
        parts.append("z")
    if r.random() < 0.2:
        parts.append("#")
    if r.random() < 0.2:
        parts.append("0")
    if r.random() < 0.5:
        parts.append(str(r.choice((r.randrange(30), r.randrange(3), 40))))
    if r.random() < 0.25:
        parts.append(r.choice(",_"))
    if r.random() < 0.45:
        parts.append("." + str(r.choice((r.randrange(10), r.randrange(25), 60)) if r.random() < 0.95 else ""))
    if r.random() < 0.8:
        parts.append(r.choice("bcdeEfFgGnosxX%ddffggz!"))
    if r.random() < 0.04:
        r.shuffle(parts)
    return "".join(parts)


def value(r):
    kind = r.randrange(10)
    if kind < 3:
        return integer(r, 200)
    if kind < 7:
        return real(r)
    if kind == 7:
        return text(r)
    if kind == 8:
        return complex(real(r), real(r))
    return r.choice((True, False, None, [], (1, 2), 0x10ffff, 0x110000, -1, 65, b"x", object, int))


def template(r):
    """A format string with fields of every sort."""
    fields = ("{}", "{0}", "{1}", "{name}", "{0[0]}", "{1[key]}", "{name.real}", "{0!r}", "{!s:>6}", "{name!a:^9}", "{:{}}", "{:{width}}", "{{", "}}",
              "{", "}", "{0.}", "{5}", "{missing}", "{0!z}", "{!}", "{0[}", "{:{:{}}}", "{1[0]}", "{0.imag:5}", "text", "é", "{0!r:x}", "{[0]}")
    return "".join(r.choice(fields) for _ in range(r.randrange(1, 4)))


def case(r):
    if r.random() < 0.12:
        form = template(r)
        return f"{form!r} {attempt(form.format, [1, 2, 'x'], {'key': 5, '0': 1, 0: 2}, 7, name=real(r), width=r.randrange(12))}"
    v, s = value(r), spec(r)
    return f"{v!r:.60} {s!r} {attempt(format, v, s)}"


drive(case)
