"""Random struct_times: strftime, strptime, mktime, gmtime, asctime."""
# test: heavy
import time

from _drive import attempt, bound, drive, integer, real

DIRECTIVES = "aAbBcdHIjmMpSUwWxXyYZ%DFTRnteCgGuVhrsz"


def moment(r):
    fields = [r.randrange(1, 9999) if r.random() < 0.3 else r.randrange(1960, 2040), r.randrange(1, 13), r.randrange(1, 29), r.randrange(24),
              r.randrange(60), r.randrange(60), r.randrange(7), r.randrange(1, 367), r.choice((0, 0, -1, 1))]
    if r.random() < 0.15:
        fields[r.randrange(9)] = r.choice((-1, 0, 61, 62, 400, 13, 100, "x", None, 1.5, 10**12))
    if r.random() < 0.05:
        fields = fields[:r.randrange(9)]
    return tuple(fields)


def case(r):
    kind = r.randrange(7)
    when = moment(r)
    if kind < 2:
        form = "".join(r.choice(("%" + r.choice(DIRECTIVES), "%" + r.choice(DIRECTIVES), " ", "-", "é", "x")) for _ in range(r.randrange(1, 5)))
        return f"{form!r} {when} {attempt(time.strftime, form, when)}"
    if kind == 2:
        return f"{when} {attempt(time.asctime, when)} {attempt(time.struct_time, when)} {attempt(time.mktime, when)}"
    if kind == 3:
        seconds = r.choice((r.randrange(-10**10, 10**10), r.random() * 10**9, integer(r, 60), real(r)))
        return f"{seconds} {attempt(time.gmtime, seconds)} {attempt(time.ctime, seconds)}"
    if kind < 6:
        form = r.choice((" ", "-", "")).join("%" + d for d in r.sample("aAbBdHIjmMpSyY", r.randrange(1, 5)))
        stamp = attempt(time.strftime, form, when)
        written = stamp[1:-1] if stamp[0] == "'" else "2020"
        if r.random() < 0.2:
            written = written[:-1] + r.choice(("", "x", "9", " ", "99"))
        return f"{form!r} {written!r} {attempt(time.strptime, written, form)}"
    t = time.gmtime(r.randrange(0, 2 * 10**9))
    return f"{t[bound(r) or 0:]} {t.tm_year} {t.tm_zone} {t.n_fields} {t == tuple(t)} {hash(t) == hash(tuple(t))} {t.__reduce__()} {len(t)}"


drive(case)
