"""Random floats: texts, parsing, hexadecimal, arithmetic, rounding."""
# test: heavy
import math
import operator

from _drive import attempt, drive, integer, real

BINARY = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lt", "le", "eq", "ne", "gt", "ge")


def written(r):
    """Decimal text, mostly valid, of up to 40 digits."""
    digits = "".join(r.choice("0123456789") for _ in range(r.choice((1, 3, 8, 15, 16, 17, 18, 20, 40))))
    place = r.randrange(len(digits) + 1)
    text = digits[:place] + r.choice((".", ".", "", "_")) + digits[place:]
    if r.random() < 0.6:
        text += r.choice("eE") + r.choice(("", "-", "+")) + str(r.choice((r.randrange(25), r.randrange(350))))
    if r.random() < 0.1:
        text = r.choice(("inf", "-Infinity", "nan", "+NaN", "infi", "", ".", "1e", "e5", "1__0", "1_", "_1", "0x10", "1e5.0", "\u0663.\u0661", "1 2"))
    return r.choice(("", "", "", "-", "+", " ", "\n")) + text + r.choice(("", "", "", " ", "x"))


def hexadecimal(r):
    text = "".join(r.choice("0123456789abcdef") for _ in range(r.randrange(1, 20)))
    place = r.randrange(len(text) + 1)
    text = text[:place] + r.choice((".", "", ".")) + text[place:]
    return r.choice(("", "0x", "-0x", "+0X", " ")) + text + r.choice(("", "p", "p0", f"p{r.randrange(-1100, 1100)}", "P+3", " "))


def case(r):
    kind = r.randrange(9)
    x, y = real(r), real(r)
    if kind < 2:
        return f"repr {x!r} {x.hex()} {attempt(x.as_integer_ratio)} {hash(x) if x == x else ''} {x.is_integer()} {attempt(int, x)}"
    if kind == 2:
        text = written(r)
        return f"float({text!r}) {attempt(float, text)}"
    if kind == 3:
        text = hexadecimal(r)
        return f"fromhex({text!r}) {attempt(float.fromhex, text)} {attempt(float.fromhex, x.hex())}"
    if kind == 4:
        return f"round {attempt(round, x)} {attempt(round, x, r.randrange(-20, 20))} {attempt(round, x, integer(r, 60))}"
    if kind == 5:
        lines = [attempt(getattr(math, name), x) for name in ("floor", "ceil", "trunc", "frexp", "modf", "fabs", "isfinite", "sqrt", "ulp")]
        return f"math {lines} {attempt(math.ldexp, x, r.randrange(-1100, 1100))} {attempt(math.nextafter, x, y)} {attempt(math.fmod, x, y)}"
    if kind == 6:
        return f"sums {attempt(sum, [x, y, x, 1, 10**20])} {attempt(math.fsum, [x, y, -x, 1e-3])} {attempt(math.remainder, x, y)} {math.copysign(x, y)}"
    if kind == 7:
        return f"divmod {attempt(divmod, x, y)} {attempt(pow, x, r.randrange(-5, 6))} {-x} {abs(x)} {bool(x)} {min(x, y)} {max(x, y)}"
    name = r.choice(BINARY)
    return f"{name} {attempt(getattr(operator, name), x, y)}"


drive(case)
