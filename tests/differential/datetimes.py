"""Random dates, times, deltas and zones: arithmetic, texts, parsing, and the errors of all of it."""
# test: heavy
import datetime as d
import operator
import time

from _drive import attempt, drive, real, text

FIELDS = (("year", 1, 9999), ("month", 1, 12), ("day", 1, 31), ("hour", 0, 23), ("minute", 0, 59), ("second", 0, 59), ("microsecond", 0, 999999))
DIRECTIVES = "aAwdbBmyYHIpMSfzZjUWcxXGuV%"


def field(r, name, low, high):
    pick = r.randrange(40)
    if pick == 0:
        return r.choice((low - 1, high + 1, -1, 10**6, 2**31, 2**63, 1.5, "3", None, True))
    if name == "year" and pick < 30:
        return r.randrange(1890, 2110)
    if name == "day" and pick < 36:
        return r.randrange(1, 29)
    return r.choice((low, high, r.randrange(low, high + 1)))


def zone(r):
    pick = r.randrange(8)
    if pick < 2:
        return None
    if pick == 2:
        return d.timezone.utc
    offset = d.timedelta(minutes=r.choice((0, 60, -300, 330, 345, -210, 1439, -1439, r.randrange(-1439, 1440))))
    if r.random() < 0.15:
        offset += d.timedelta(seconds=r.randrange(60), microseconds=r.choice((0, 0, 5, 999999)))
    if abs(offset) >= d.timedelta(1):
        offset = d.timedelta(0)
    return d.timezone(offset, r.choice(("CET", "X", "", "é"))) if r.random() < 0.2 else d.timezone(offset)


def delta(r):
    if r.random() < 0.15:
        return r.choice((d.timedelta.max, d.timedelta.min, d.timedelta.resolution, d.timedelta(0), d.timedelta(1), -d.timedelta(1), d.timedelta(999999999)))
    names = ("days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks")
    chosen = {name: r.choice((r.randrange(-100, 100), r.randrange(-10**6, 10**6), r.randrange(-1000, 1000) / 8, round(r.uniform(-50, 50), r.randrange(1, 7))))
              for name in r.sample(names, r.randrange(1, 4))}
    try:
        return d.timedelta(**chosen)
    except OverflowError:
        return d.timedelta(5)


def date(r):
    return d.date.fromordinal(r.choice((r.randrange(1, 3652060), r.randrange(690000, 770000), 1, 3652059)))


def clock(r):
    return d.time(r.randrange(24), r.choice((0, r.randrange(60))), r.choice((0, r.randrange(60))), r.choice((0, 0, r.randrange(10**6), r.randrange(1000) * 1000)), zone(r), fold=r.randrange(2))


def moment(r):
    t = clock(r)
    return d.datetime.combine(date(r), t)


def directives(r):
    out = ""
    for _ in range(r.randrange(1, 6)):
        out += "%" + r.choice(DIRECTIVES) if r.random() < 0.97 else r.choice(("%", "%Q", "%é", "%:z", "%-d", "%5Y", "%e", "%n", "%D", "%T", "%s\0"))[:3 if r.random() < 0.9 else 9]
        out += r.choice(("", " ", "-", ":", "/", "é", "T", "."))
    return out.replace("%s", "%S")


def damaged(r, s):
    if s and r.random() < 0.35:
        at = r.randrange(len(s))
        s = s[:at] + r.choice(("", s[at] * 2, r.choice("0123456789-:.TZ+W ,"), text(r, 1))) + s[at + 1:]
    return s


def iso(r):
    """Text that looks like ISO 8601 in one of its shapes."""
    x = moment(r)
    y, m, day = x.year, x.month, x.day
    wy, week, wd = x.isocalendar()
    head = r.choice((f"{y:04}-{m:02}-{day:02}", f"{y:04}{m:02}{day:02}", f"{wy:04}-W{week:02}-{wd}", f"{wy:04}W{week:02}{wd}", f"{wy:04}-W{week:02}", f"{wy:04}W{week:02}", f"{y:04}-{m:02}", f"{y:04}"))
    tail = r.choice(("", f"{x.hour:02}", f"{x.hour:02}:{x.minute:02}", f"{x.hour:02}{x.minute:02}", f"{x.hour:02}:{x.minute:02}:{x.second:02}", f"{x.hour:02}{x.minute:02}{x.second:02}", "24:00", "12:60"))
    if len(tail) > 5 and r.random() < 0.6:
        tail += r.choice((".", ",")) + "".join(r.choice("0123456789") for _ in range(r.randrange(8)))
    if tail and r.random() < 0.5:
        tail += r.choice(("Z", "+00:00", "-00:00", "+0530", "-05", "+05:30:15", "+053015.123456", "+24:00", "z", "-0", "+5", "+01:02:03.004"))
    return damaged(r, r.choice((head, tail, head + r.choice("TTT t_") + tail)))


ARITHMETIC = ("add", "sub", "lt", "le", "eq", "ne", "gt", "ge")


def anything(r):
    return r.choice((date, moment, delta, clock, moment, delta))(r)


def new(r):
    kind = r.randrange(4)
    if kind == 0:
        return attempt(d.date, *[field(r, *f) for f in FIELDS[:r.choice((3, 3, 3, 3, 2))]])
    if kind == 1:
        return attempt(d.datetime, *[field(r, *f) for f in FIELDS[:r.randrange(3, 8)]], **({"fold": r.choice((0, 1, 2))} if r.random() < 0.2 else {}), **({"tzinfo": r.choice((zone(r), "UTC"))} if r.random() < 0.3 else {}))
    if kind == 2:
        return attempt(d.time, *[field(r, *f) for f in FIELDS[3:3 + r.randrange(5)]])
    span = r.choice((real(r), r.randrange(-10**12, 10**12), r.random() * 1e6))
    return attempt(d.timedelta, **{r.choice(("days", "seconds", "microseconds", "weeks", "hours", "minutes", "milliseconds")): span})


def case(r):
    kind = r.randrange(16)
    if kind == 0:
        return "new " + new(r)
    if kind < 3:
        a, b, name = anything(r), anything(r), r.choice(ARITHMETIC)
        return f"{a!r} {name} {b!r} {attempt(getattr(operator, name), a, b)}"
    if kind == 3:
        a, b = delta(r), delta(r)
        name = r.choice(("truediv", "floordiv", "mod", "add", "sub"))
        n = r.choice((r.randrange(-20, 20), real(r), 0, 0.0, r.random()))
        return f"{a!r} {name} {b!r} {attempt(getattr(operator, name), a, b)} {attempt(divmod, a, b)} {n!r} {attempt(operator.mul, a, n)} {attempt(operator.truediv, a, n)} {attempt(operator.floordiv, a, n)} {a} {a.total_seconds()!r} {attempt(abs, a)} {attempt(operator.neg, a)} {hash(a)} {bool(a)}"
    if kind < 6:
        s = iso(r)
        return f"iso {s!r} {attempt(d.datetime.fromisoformat, s)} {attempt(d.date.fromisoformat, s)} {attempt(d.time.fromisoformat, s)}"
    if kind == 6:
        x = anything(r)
        shape = r.choice(("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds", "second"))
        back = attempt(lambda: type(x).fromisoformat(str(x)) == x) if not isinstance(x, d.timedelta) else ""
        return f"{x!r} {x} {attempt(lambda: x.isoformat(timespec=shape)) if type(x) in (d.datetime, d.time) else ''} {attempt(lambda: x.isoformat(r.choice(('x', 'é', 'TT')), shape)) if type(x) is d.datetime else ''} {back}"
    if kind == 7:
        x, form = r.choice((date, moment, clock))(r), directives(r)
        if x.__class__ is not d.time and x.year < 1000:
            form = form.replace("%Y", "%m").replace("%G", "%m").replace("%c", "%m").replace("%x", "%m").replace("%y", "%m").replace("%D", "%m")
        return f"{x!r} {form!r} {attempt(x.strftime, form)} {attempt(format, x, form)}"
    if kind < 10:
        x, form = moment(r), directives(r)
        s = damaged(r, attempt(x.strftime, form)[1:-1]) if x.year > 999 else "0999 1"
        return f"strptime {s!r} {form!r} {attempt(d.datetime.strptime, s, form)} {attempt(lambda: tuple(time.strptime(s, form)))}"
    if kind == 10:
        x = r.choice((date, moment, clock))(r)
        changes = {name: field(r, name, low, high) for name, low, high in r.sample(FIELDS[3:] if type(x) is d.time else FIELDS[:3] if type(x) is d.date else FIELDS, r.randrange(3))}
        return f"{x!r} replace {changes} {attempt(lambda: x.replace(**changes))} {attempt(hash, x) == attempt(hash, x.replace())}"
    if kind == 11:
        x, z = moment(r), zone(r)
        return f"{x!r} {z!r} {attempt(lambda: x.astimezone(z) if z else x)} {x.utcoffset()!r} {x.tzname()!r} {x.dst()!r} {attempt(x.timestamp)} {attempt(lambda: tuple(x.utctimetuple()))} {tuple(x.timetuple())} {x.timetz()!r} {x.time()!r}"
    if kind == 12:
        x = r.choice((date, moment))(r)
        return f"{x!r} {x.isocalendar()} {tuple(x.isocalendar())} {x.weekday()} {x.isoweekday()} {x.toordinal()} {x.ctime()} {attempt(x.__class__.fromisocalendar, r.randrange(-1, 10001), r.randrange(-1, 55), r.randrange(-1, 9))} {attempt(x.__class__.fromordinal, r.randrange(-10, 3652070))}"
    if kind == 13:
        stamp = r.choice((real(r), r.randrange(-10**11, 10**12), r.randrange(-10**9, 2 * 10**9), r.random() * 2e9, r.randrange(10**10) / 64, r.randrange(10**9) + 0.5e-6))
        z = zone(r)
        return f"{stamp!r} {attempt(d.datetime.fromtimestamp, stamp, z)} {attempt(d.date.fromtimestamp, stamp)} {attempt(d.datetime.fromtimestamp, stamp, d.timezone.utc)}"
    if kind == 14:
        z = attempt(d.timezone, r.choice((delta(r), d.timedelta(hours=r.randrange(-30, 30)), d.timedelta(seconds=r.randrange(-90000, 90000)), 5)), *(["N"] if r.random() < 0.2 else []))
        x = zone(r)
        return f"{z} {x!r} {x} {attempt(lambda: x.tzname(None))} {attempt(lambda: x.utcoffset(moment(r)))} {attempt(lambda: x == zone(r))}"
    x = anything(r)
    import copy
    import pickle
    return f"{x!r} {x.__reduce_ex__(2)!s:.160} {pickle.loads(pickle.dumps(x)) == x} {copy.copy(x) == x}"


drive(case)
