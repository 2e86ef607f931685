"""Random %-formatting of str and bytes."""
# test: heavy
from _drive import attempt, drive, integer, octets, real, text


def conversion(r):
    out = "%"
    if r.random() < 0.12:
        out += r.choice(("(a)", "(b)", "(missing)", "(", "(a(b))", "()"))
    out += "".join(r.choice("-+ #0") for _ in range(r.choice((0, 0, 1, 2))))
    if r.random() < 0.4:
        out += r.choice(("5", "12", "1", "*", "30"))
    if r.random() < 0.35:
        out += "." + r.choice(("", "0", "2", "7", "20", "*"))
    out += r.choice(("", "", "", "l", "h", "L"))
    return out + r.choice("diouxXeEfFgGcrsa%sdfrbz")


def value(r):
    kind = r.randrange(8)
    if kind < 3:
        return integer(r, 150)
    if kind < 5:
        return real(r)
    if kind == 5:
        return text(r, 6)
    if kind == 6:
        return octets(r, 4)
    return r.choice((True, None, "x", b"y", 65, 0x20ac, -1, 256, 0x110000, (1,), [1], {"a": 1}, 1j, bytearray(b"q")))


def case(r):
    form = "".join(r.choice((conversion(r), conversion(r), text(r, 3).replace("%", "%%"), "%")) if r.random() < 0.9 else "100%" for _ in range(r.randrange(1, 4)))
    pick = r.random()
    if pick < 0.15:
        args = {"a": value(r), "b": value(r), "": 3, "a(b)": 4}
    elif pick < 0.3:
        args = value(r)
    else:
        args = tuple(value(r) for _ in range(max(0, form.count("%") + form.count("*") + r.choice((0, 0, 0, 0, -1, 1)))))
        if "*" in form:
            # a width may be taken from any of them
            args = tuple(x % 50 if isinstance(x, int) and abs(x) < 2**63 else x for x in args)
    if r.random() < 0.3:
        data = form.encode("ascii", "ignore")
        return f"{data!r} {str(args):.80} {attempt(data.__mod__, args)}"
    return f"{form!r} {str(args):.80} {attempt(form.__mod__, args)}"


drive(case)
