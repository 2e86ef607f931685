"""Random complex numbers and fractions of mixed arithmetic."""
# test: heavy
import cmath
import operator

from _drive import attempt, drive, integer, real

BINARY = ("add", "sub", "mul", "truediv", "floordiv", "mod", "eq", "ne", "lt", "pow")
NICE = (0, 1, -1, 2, 0.5, -0.0, 1j, -1j, 1 + 1j, 3 - 4j, True, 10)


def number(r):
    pick = r.randrange(5)
    if pick == 0:
        return r.choice(NICE)
    if pick == 1:
        return complex(r.randrange(-9, 9), r.randrange(-9, 9))
    if pick == 2:
        return r.choice((integer(r, 60) % 10**300, real(r)))
    return complex(real(r), real(r))


def written(r):
    def one():
        return r.choice(("1", "2.5", "-3", "+4e2", ".5", "inf", "nan", "1_0", "e", "", "1e400", "0", "-0.0", "j"))
    return r.choice(("", "", " ", "(")) + one() + r.choice(("", "+", "-", " + ")) + one() + r.choice(("j", "j", "J", "i", "")) + r.choice(("", "", ")", " "))


def case(r):
    kind = r.randrange(6)
    z, w = complex(number(r)), number(r)
    if kind < 2:
        name = r.choice(BINARY)
        if name == "pow":
            # powers with an int as exponent are products, the others go through the C library's last digit
            return f"pow {z} {attempt(pow, z, r.randrange(-6, 7))} {attempt(pow, z, 2.0)} {attempt(pow, 0j, w)}"[:300]
        return f"{name} {z} {w} {attempt(getattr(operator, name), z, w)} {attempt(getattr(operator, name), w, z)}"
    if kind == 2:
        return f"{z!r} {z} {-z} {+z} {z.conjugate()} {z.real} {z.imag} {bool(z)} {attempt(abs, z)} {hash(z) if z == z else ''} {complex.__format__(z, '')}"
    if kind == 3:
        text = written(r)
        return f"complex({text!r}) {attempt(complex, text)}"
    if kind == 4:
        args = [r.choice((number(r), number(r), "1", None, [1], "1+2j")) for _ in range(r.randrange(3))]
        return f"complex{args} {attempt(complex, *args)}"
    return f"{z} {attempt(int, z)} {attempt(float, z)} {attempt(divmod, z, w)} {attempt(round, z)} {cmath.isfinite(z)} {cmath.isnan(z)} {cmath.isinf(z)} {attempt(sum, [z, w, 1])}"


drive(case)
