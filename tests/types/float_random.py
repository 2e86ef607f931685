# repr, parsing, rounding, formats, hex and ratios of floats, drawn by a fixed generator.
state = 2024


def draw(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 33) % n


def number():
    kind = draw(4)
    if kind == 0:
        return (draw(2000001) - 1000000) / 10 ** draw(7)
    if kind == 1:
        return (draw(2001) - 1000) + 0.5
    if kind == 2:
        return float(draw(2**31) * 10 ** draw(20))
    return (1 + draw(2**31) / 2**31) * 2.0 ** (draw(2000) - 1000) * (1, -1)[draw(2)]


for _ in range(80):
    x = number()
    print(repr(x), x.hex(), float(repr(x)) == x, float.fromhex(x.hex()) == x)
    print([round(x, d) for d in (-3, -1, 0, 1, 2, 3, 5)], round(x))
    print(f"{x:.3f} {x:e} {x:g} {x:.10g} {x:.0f} {x:#.3g} {x:,.2f} {x:015.3f} {x:+%}|{x:^30}|{x:.4}")
    print(x.as_integer_ratio(), x.is_integer(), hash(x), int(x))
    y = number()
    print(x + y, x * y, x - y, x / y if y else "-", x // y if y else "-", x % y if y else "-", x < y)
