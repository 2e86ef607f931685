"""Random int arithmetic."""
# test: heavy
import operator

from _drive import attempt, drive, integer, real

BINARY = ("add", "sub", "mul", "floordiv", "mod", "truediv", "and_", "or_", "xor", "lt", "le", "eq", "ne", "gt", "ge")


def small(r):
    return r.randrange(-3, 300)


def words(r):
    """Text that int() may or may not take."""
    base = r.choice((0, 0, 2, 3, 8, 10, 10, 16, 32, 36, 1, 37, -1))
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"[:max(2, base or 10)]
    text = "".join(r.choice(digits) for _ in range(r.randrange(1, 30)))
    if r.random() < 0.2:
        text = text[:len(text) // 2] + r.choice("_ _+-x.z\u0663\u0967") + text[len(text) // 2:]
    text = r.choice(("", "", "", "-", "+", " ", "0x", "0b", "0o", "-0x", "0X_", "\n")) + text + r.choice(("", "", "", " ", "_", "\t"))
    return (text.upper() if r.random() < 0.3 else text), base


def case(r):
    kind = r.randrange(16)
    a, b = integer(r), integer(r)
    if kind < 4:
        name = r.choice(BINARY)
        return f"{name} {attempt(getattr(operator, name), a, b)}"
    if kind == 4:
        return f"shift {attempt(operator.lshift, a, small(r))} {attempt(operator.rshift, a, small(r))}"
    if kind == 5:
        return f"pow {attempt(pow, integer(r, 200), r.randrange(-5, 40))}"
    if kind == 6:
        return f"pow3 {attempt(pow, integer(r, 300), integer(r, 300), integer(r, 300))}"
    if kind == 7:
        return f"divmod {attempt(divmod, a, b)}"
    if kind == 8:
        return f"unary {-a} {+a} {~a} {abs(a)} {a.bit_length()} {a.bit_count()} {hash(a)} {a.as_integer_ratio()} {bool(a)}"
    if kind == 9:
        text, base = words(r)
        return f"int({text!r}, {base}) {attempt(int, text, base)} {attempt(int, text)}"
    if kind == 10:
        length, order, signed = r.randrange(0, 40), r.choice(("big", "little", "big", "middle")), r.random() < 0.5
        if r.random() < 0.7:
            length = (a.bit_length() + 8) // 8
        return f"to_bytes {attempt(a.to_bytes, length, order, signed=signed)}"
    if kind == 11:
        data = bytes(r.getrandbits(8) for _ in range(r.randrange(0, 40)))
        return f"from_bytes {attempt(int.from_bytes, data, r.choice(('big', 'little')), signed=r.random() < 0.5)}"
    if kind == 12:
        return f"text {a} {hex(a)} {oct(a)} {bin(a)} {attempt(float, a)}"
    if kind == 13:
        return f"round {attempt(round, a, r.randrange(-30, 5))} {attempt(round, a)} {attempt(round, a, r.choice((-700, 10**30, None, 1.5)))}"
    if kind == 14:
        x = real(r)
        name = r.choice(("lt", "le", "eq", "ne", "gt", "ge", "add", "sub", "mul", "truediv", "floordiv", "mod", "pow"))
        near = attempt(int, x)
        lines = [attempt(getattr(operator, name), a, x), attempt(getattr(operator, name), x, a), near]
        if not near[-1].isalpha():
            lines.append(attempt(operator.eq, int(near), x) if near.lstrip("-").isdigit() else "-")
        return f"mixed {name} {lines}"
    import math
    return f"math {attempt(math.isqrt, a)} {math.gcd(a, b)} {math.lcm(a, b)} {attempt(math.comb, small(r), small(r))} {attempt(math.log2, a)}"


drive(case)
