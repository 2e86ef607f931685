# Arithmetic of ints around the sizes where representations change, drawn by a fixed generator.
state = 12345


def draw(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 33) % n


def number():
    kind = draw(4)
    if kind == 0:
        return draw(41) - 20
    if kind == 1:
        base = 1 << (31, 32, 46, 47, 48, 53, 62, 63, 64, 65, 127, 128)[draw(12)]
        return (base + draw(5) - 2) * (1, -1)[draw(2)]
    value = 0
    for _ in range(1 + draw(8)):
        value = value << 31 | draw(2**31)
    return value * (1, -1)[draw(2)]


def attempt(text, f):
    try:
        print(text, f())
    except (ZeroDivisionError, OverflowError, ValueError) as error:
        print(text, type(error).__name__, error)


for _ in range(40):
    a, b = number(), number()
    attempt("+", lambda: a + b)
    attempt("-", lambda: a - b)
    attempt("*", lambda: a * b)
    attempt("//", lambda: a // b)
    attempt("%", lambda: a % b)
    attempt("divmod", lambda: divmod(a, b))
    attempt("/", lambda: a / b)
    attempt("&", lambda: a & b)
    attempt("|", lambda: a | b)
    attempt("^", lambda: a ^ b)
    attempt("<<", lambda: a << (b % 130))
    attempt(">>", lambda: a >> (b % 130))
    attempt("**", lambda: a ** (b % 6))
    attempt("pow", lambda: pow(a, b % 1000, b))
    attempt("pow-", lambda: pow(a, -3, b))
    attempt("cmp", lambda: (a < b, a <= b, a == b, a != b, a > b, a >= b))
    attempt("misc", lambda: (-a, abs(a), ~a, hash(a), a.bit_length(), a.bit_count()))
    attempt("float", lambda: (float(a), a == float(a), a < float(a), float(a) <= a))
    attempt("round", lambda: [round(a, -d) for d in (1, 2, 5, 10, 20)])
    attempt("text", lambda: f"{a:,} {a:_x} {a:#b} {a:+o}")
