# Numbers: big integers, floats, division, bits, bases, primes, statistics by hand.
import math

print(7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, divmod(-7, 2), 7 / 2, 2 ** 10, 2 ** -1, 2 ** 0.5, 0 ** 0, 1e3 // 7, -1.5 % 1, 5 // 0.3)
print(2 ** 200, -(3 ** 50), 10 ** 30 // 7, 10 ** 30 % 7, (2 ** 64 - 1).bit_length(), int("9" * 25), 123456789 ** 3, 1_000_000, 0xFF, 0b101, 0o17)
print(0.1 + 0.2 == 0.3, math.isclose(0.1 + 0.2, 0.3), 1 == 1.0 == True, 1.5 .is_integer(), (0.5).as_integer_ratio(), (255).to_bytes(2, "big"), float("nan") == float("nan"))
print(round(0.5), round(1.5), round(-0.5), round(2.675, 2), math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5), int(-1.9), abs(-3), abs(3 + 4j))
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 40, -16 >> 2, bin(-10), bin(37).count("1"), (37).bit_count(), f"{37:08b}", int("0b11", 0), int("-0x1f", 16))
print(math.factorial(25), math.comb(52, 5), math.perm(5, 2), math.gcd(48, 36, 120), math.lcm(4, 6, 10), math.isqrt(10 ** 20), math.prod([1, 2, 3, 4]), math.hypot(3, 4))
print(math.sqrt(2), math.pi, math.log(100, 10), math.log2(1024), math.exp(1), math.sin(math.pi / 6), math.degrees(math.pi), math.atan2(1, 1), math.inf > 10 ** 400, math.fsum([0.1] * 10), sum([0.1] * 10))
print(complex(1, 2) * (3 - 1j), (1 + 2j).conjugate(), abs(1j), (2j) ** 2, 1j ** 2 == -1, complex("1+2j"), (3 + 4j).real)
print(int("42"), int(3.99), float("  1.5e3 "), int("1010", 2), str(3.0), float(10 ** 22), 1e23, 2 ** 53 + 1.0, 0.1 + 0.7, 1 / 3, 1e-7, 123456789012345678.0)


def primes_below(n):
    sieve = bytearray([1]) * n
    sieve[:2] = b"\0\0"
    for i in range(2, int(n ** 0.5) + 1):
        if sieve[i]:
            sieve[i * i::i] = bytes(len(range(i * i, n, i)))
    return [i for i, p in enumerate(sieve) if p]


def factors(n):
    found = []
    d = 2
    while d * d <= n:
        while n % d == 0:
            found.append(d)
            n //= d
        d += 1
    return found + [n] * (n > 1)


print(primes_below(60), len(primes_below(5000)), factors(360), factors(97), factors(2 ** 31 - 1), pow(7, 10 ** 18, 13), pow(3, -1, 11))


def mean(xs):
    return sum(xs) / len(xs)


def deviation(xs):
    m = mean(xs)
    return math.sqrt(sum((x - m) ** 2 for x in xs) / (len(xs) - 1))


data = [2, 4, 4, 4, 5, 5, 7, 9]
print(mean(data), round(deviation(data), 6), sorted(data)[len(data) // 2], max(set(data), key=data.count))


def newton(f, x, steps=20):
    for _ in range(steps):
        slope = (f(x + 1e-6) - f(x - 1e-6)) / 2e-6
        x -= f(x) / slope
    return x


print(f"{newton(lambda x: x * x - 2, 1):.9f} {newton(math.cos, 1):.9f}")


def pi_digits(n):
    digits = []
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    while len(digits) < n:
        if 4 * q + r - t < m * t:
            digits.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), 10 * (3 * q + r) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return "".join(map(str, digits))


print(pi_digits(50), sum(int(d) for d in str(2 ** 1000)), len(str(math.factorial(200))))
for bad in (lambda: 1 / 0, lambda: 1 % 0, lambda: 1.0 // 0, lambda: 0 ** -1, lambda: math.sqrt(-1), lambda: math.log(0), lambda: int("1.5"), lambda: int(math.inf), lambda: int("z", 36) + int("2", 2),
            lambda: round("1"), lambda: math.factorial(-1), lambda: 2.0 ** 5000, lambda: math.exp(1000), lambda: int(math.nan), lambda: 1 << -1, lambda: divmod(1, 0), lambda: pow(2, -1, 4), lambda: 1j < 2j, lambda: int("")):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
