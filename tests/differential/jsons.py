"""Random JSON texts, good and bad, and random objects to write."""
# test: heavy
import json
from collections import OrderedDict, namedtuple
from enum import Enum, IntEnum

from _drive import attempt, drive, integer, octets, real, text

Pair = namedtuple("Pair", "first second")


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Colour(str, Enum):
    RED = "red"


class Half(float):
    def __repr__(self):
        return "half"


class Odd:
    """Nothing that JSON knows."""

    def __repr__(self):
        return "Odd()"


def number(r):
    pick = r.randrange(8)
    if pick < 3:
        return str(r.randrange(-100, 1000))
    if pick < 5:
        return repr(real(r)).replace("inf", "Infinity").replace("nan", "NaN")
    if pick == 5:
        return str(integer(r, 120))
    return r.choice(("-0", "0", "1e5", "1E+2", "-1.5e-3", "01", "1.", ".5", "-", "+1", "1e", "1e+", "0x10", "1_0", "NaN", "-Infinity", "Infinity", "-NaN", "1.0.0", "٣", "1e400", "-0.0", "00"))


def quoted(r):
    body = []
    for _ in range(r.randrange(7)):
        pick = r.randrange(12)
        if pick < 5:
            body.append(r.choice("abc xyz"))
        elif pick < 7:
            body.append(r.choice(("\\n", "\\t", "\\\"", "\\\\", "\\/", "\\b", "\\f", "\\r")))
        elif pick == 7:
            body.append(r.choice(("\\u00e9", "\\ud83d\\ude00", "\\ud83d", "\\ude00", "\\u0000", "\\uD83Dx", "\\uFFFF", "\\ud83d\\u0041")))
        elif pick == 8:
            body.append(text(r, 2))
        elif pick == 9 and r.random() < 0.3:
            body.append(r.choice(("\\x", "\\u12", "\\u12g4", "\n", "\t", "\x00", "\\", "\\u", "\\U0001", "\\'", "\\u 123", "\\u+123", "\\u1_23")))
    return '"' + "".join(body) + ('"' if r.random() < 0.98 else "")


def space(r):
    return r.choice(("", "", "", " ", "\n", "\t", "  ", "\r\n")) if r.random() < 0.99 else r.choice(("\xa0", "\v", "//x", "\ufeff"))


def document(r, depth=0):
    pick = r.randrange(10)
    if depth > 3 or pick < 2:
        return space(r) + number(r) + space(r)
    if pick < 4:
        return space(r) + quoted(r) + space(r)
    if pick == 4:
        return r.choice(("true", "false", "null", "true", "null", "True", "nul", "None", "tru e", ""))
    comma = lambda: "," if r.random() < 0.98 else r.choice(("", ",,", ";", " "))
    if pick < 7:
        body = ""
        for i in range(r.randrange(4)):
            body += (comma() if i else "") + document(r, depth + 1)
        return "[" + space(r) + body + (r.choice((",", "")) if r.random() < 0.03 else "") + ("]" if r.random() < 0.98 else r.choice(("", "}", ")")))
    body = ""
    for i in range(r.randrange(4)):
        key = quoted(r) if r.random() < 0.97 else r.choice(("1", "'a'", "a", "null", ""))
        body += (comma() if i else "") + space(r) + key + space(r) + (":" if r.random() < 0.98 else r.choice(("", "=", "::"))) + document(r, depth + 1)
    return "{" + space(r) + body + (r.choice((",", "")) if r.random() < 0.03 else "") + ("}" if r.random() < 0.98 else r.choice(("", "]")))


def mangle(r, s):
    """A character lost, doubled or exchanged."""
    if s and r.random() < 0.25:
        at = r.randrange(len(s))
        s = s[:at] + r.choice(("", s[at] * 2, r.choice("[]{},:\"\\0e-. \n"), text(r, 1))) + s[at + 1:]
    return s


def thing(r, depth=0):
    pick = r.randrange(14)
    if depth > 3 or pick < 3:
        return r.choice((None, True, False, real(r), integer(r, 90), r.randrange(-50, 50), text(r)))
    if pick < 5:
        return [thing(r, depth + 1) for _ in range(r.randrange(4))]
    if pick == 5:
        return tuple(thing(r, depth + 1) for _ in range(r.randrange(3)))
    if pick < 9:
        key = lambda: text(r, 4) if r.random() < 0.75 else r.choice((1, -5, 2.5, None, True, False, float("nan"), Level.LOW, Colour.RED, 10**20, Half(2.5))) if r.random() < 0.9 else r.choice(((1, 2), b"x", Odd, 1j))
        made = {key(): thing(r, depth + 1) for _ in range(r.randrange(4))}
        return OrderedDict(made) if r.random() < 0.2 else made
    if pick == 9:
        return text(r, 6)
    if pick == 10:
        return r.choice((Level.HIGH, Colour.RED, Pair(1, "b"), Half(1.5), r.randrange(9)))
    if pick == 11 and r.random() < 0.3:
        return r.choice((Odd(), {1, 2}, b"bytes", 1j, object, range(3), Ellipsis))
    return r.choice((0, "", [], {}, (), -0.0, 1e16, 1e22, "\ud800", "\u2028</script>", '"\\/\b\f\n\r\t\x7f'))


def options(r):
    out = {}
    if r.random() < 0.4:
        out["indent"] = r.choice((None, 0, 1, 2, 4, "\t", "--", -1, True))
    if r.random() < 0.25:
        out["separators"] = r.choice(((",", ":"), (" , ", " = "), ("", ""), ("é", "😀"), [";", ":"], (",",), (1, 2)))
    if r.random() < 0.3:
        out["sort_keys"] = r.random() < 0.8
    if r.random() < 0.4:
        out["ensure_ascii"] = r.random() < 0.3
    if r.random() < 0.2:
        out["skipkeys"] = True
    if r.random() < 0.2:
        out["allow_nan"] = False
    if r.random() < 0.2:
        out["default"] = r.choice((repr, lambda o: [str(o)], lambda o: o, lambda o: 1 / 0))
    if r.random() < 0.1:
        out["check_circular"] = False
    return out


def hooks(r):
    out = {}
    if r.random() < 0.15:
        out["object_hook"] = r.choice((lambda d: sorted(d), lambda d: d, len))
    if r.random() < 0.15:
        out["object_pairs_hook"] = r.choice((tuple, list, OrderedDict))
    if r.random() < 0.1:
        out["parse_float"] = r.choice((str, lambda s: s + "!", lambda s: None))
    if r.random() < 0.1:
        out["parse_int"] = r.choice((str, float, lambda s: -int(s)))
    if r.random() < 0.1:
        out["parse_constant"] = r.choice((str, lambda s: 1 / 0))
    if r.random() < 0.3:
        out["strict"] = False
    return out


def load(s, **kwargs):
    try:
        return repr(json.loads(s, **kwargs))
    except json.JSONDecodeError as error:
        return f"{error} | {error.msg} {error.pos} {error.lineno} {error.colno}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def case(r):
    kind = r.randrange(10)
    if kind < 5:
        s = mangle(r, document(r))
        source = s
        if r.random() < 0.15:
            source = s.encode(r.choice(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "utf-32-be")), "surrogatepass") + (octets(r, 1) if r.random() < 0.1 else b"")
        chosen = hooks(r)
        return f"loads {s!r} {sorted(chosen)} {load(source, **chosen)}"
    if kind == 5:
        s, at = mangle(r, document(r)), r.randrange(-2, 5)
        return f"raw {s!r} {at} {attempt(json.JSONDecoder().raw_decode, s, at)} {attempt(json.JSONDecoder(strict=False).raw_decode, s)}"
    value, chosen = thing(r), options(r)
    written = attempt(json.dumps, value, **chosen)
    if kind == 6:
        return f"iter {sorted(chosen)} {attempt(lambda: list(json.JSONEncoder(**chosen).iterencode(value)))}"
    if written[0] in "'\"" and kind == 7:
        return f"back {written} {load(json.dumps(value, **chosen))}"
    return f"dumps {sorted(chosen)} {written}"


drive(case)
