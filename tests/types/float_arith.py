# Float arithmetic, comparison, division and modulo corner cases.
inf, nan = float("inf"), float("nan")
print(inf + 1, inf - inf, inf * 0, inf / inf, 1 / inf, -1 / inf, inf // 1, 1 // inf, -1 // inf, inf % 2, 5 % inf, -5 % inf, 0.0 * -1,
    0.0 + -0.0, -0.0 - 0.0)
for a in (5.5, -5.5, 0.0, -0.0, 1e308, 5e-324):
    for b in (2.0, -2.0, 0.3, inf, -inf):
        print(a / b, a // b, a % b, divmod(a, b), end="; ")
    print()
print(2.0 ** 0.5, (-8.0) ** 3, (-8.0) ** (1 / 3), 0.0 ** 0, inf ** 0, nan ** 0, 1 ** inf, 1.0 ** nan, 2 ** inf, 0.5 ** inf, (-1) ** inf,
    (-2.0) ** inf, (-inf) ** 3, (-inf) ** -3, 2.0 ** -1074, 0.0 ** inf, (-0.0) ** 3)
for e in ("0.0 ** -1", "10.0 ** 400", "1.0 / 0", "1.0 // 0.0", "1.0 % 0.0", "divmod(1.0, 0)", "(-0.0) ** -1", "1e200 ** 2", "1e200 * 1e200",
        "-1e200 ** 3", "int(1e400)", "2.0 << 1", "1.5 & 1", "~1.5", "1.5 @ 2", "1.5 + 'a'", "1.5 < 'a'", "1.5 * 'a'", "[1] * 2.0",
        "'%d' % nan", "chr(65.0)", "range(2.0)", "'a' * 1.0", "1.5 // None"):
    try: print(e, "=", eval(e))
    except Exception as x: print(e, "->", type(x).__name__, x)
print(nan == nan, nan != nan, nan < 1, nan > 1, inf > 10 ** 400, -inf < -10 ** 400, inf == inf, 0.0 == -0.0, 1 == 1.0, 0.1 + 0.2 == 0.3,
    2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 2 ** 53 + 1 > 2.0 ** 53, 10 ** 17 < 1e17 + 17, True == 1.0, 0.5 == True)
print(min(nan, 1), min(1, nan), max(nan, 1), max(1, nan), sorted([3.5, -1, 2, -0.0, 0, inf, -inf]), nan in [nan], nan in [float("nan")],
    min(0.0, -0.0), max(-0.0, 0.0))
print(7 / 2, -7 / 2, 6 / 3, 1 / 3, 2 ** 60 / 3, (2 ** 60 + 1) / 2 ** 60, 10 ** 30 / 10 ** 29, 1 / 10 ** 20, -10 ** 25 // 1e5, 7 // 2.0,
    -7 // 2.0, 7 % -3.0, -7 % 3.0, 5.0 % 5, -5.0 % 5, 1e-20 % 1, -1e-20 % 1, 5 // 0.1, 1 // 0.1, 0.3 % 0.1)
total = 0.0
for i in range(1, 2001): total += (-1) ** i / i
print(total, sum(0.1 for _ in range(100)), sum([1e16, 1.0, -1e16]), sum([0.1] * 7), sum([1.5, 2, True]), sum([1e308, 1e308, -1e308]),
    sum([inf, -inf]))
print(abs(-0.0), abs(-inf), abs(nan), +(-1.5), -(-0.0), 1.5.__neg__(), int(-0.9), int(1e15), int(123456789.987654321), int(-1e20),
    float(10 ** 16 + 1), float(2 ** 64 - 1))
