# Big integer arithmetic over sizes around word boundaries.
nums = [2 ** 30 - 1, 2 ** 47, -2 ** 47 - 1, 2 ** 48, 2 ** 62, 2 ** 63 - 1, -2 ** 63, 2 ** 64, 2 ** 64 - 1, 10 ** 19, -10 ** 25, 3 ** 100]
for a in nums:
    print(a, a + 1, a - 1, -a, abs(a), ~a, a * a, a // 7, a % 7, a >> 5, a << 3, a & 0xffff, a | 1, a ^ -1, divmod(a, -1000003))
for a in nums[::3]:
    for b in nums[1::3]:
        print(a + b, a - b, a * b, a // b, a % b, a & b, a | b, a ^ b, a < b, a == b,
            round(a / b, 9) if abs(a / b) < 1e6 else f"{a / b:.9e}")
        assert (a // b) * b + a % b == a
f = 1
for i in range(1, 60): f *= i
print(f, f // 2 ** 50, f % 10 ** 15, len(str(f)), hash(f))
print(7 ** 77, 7 ** 77 % 1000, pow(7, 777, 10 ** 20), (-3) ** 51, 2 ** 200 >> 190, -2 ** 200 >> 190, -1 >> 1000, (1 << 100) - 1 & (1 << 50),
    5 << 0, 0 << 1000000)
a, b = 10 ** 60 + 7, 10 ** 30 - 1
print(a // b, a % b, -a // b, -a % b, a // -b, a % -b, divmod(-a, -b))
def gcd(a, b):
    while b: a, b = b, a % b
    return a
print(gcd(2 ** 100 * 3 ** 20, 6 ** 30), gcd(10 ** 40, 15 ** 25))
def isqrt(n):
    x = n
    y = (x + 1) // 2
    while y < x: x, y = y, (y + n // y) // 2
    return x
print(isqrt(2 * 10 ** 100))
a, b = 0, 1
for _ in range(300): a, b = b, a + b
print(a)
print(hex(3 ** 80), oct(-3 ** 50), bin(2 ** 65 + 1), f"{3 ** 80:,}", f"{-2 ** 70:_x}", f"{10 ** 40:e}", f"{2 ** 100:>40}",
    "%d %x %o" % (2 ** 70, 2 ** 70, 2 ** 70))
print(float(2 ** 70), float(-10 ** 25), 10 ** 22 == 1e22, 10 ** 23 == 1e23, int(1e23), int(-1.5e300) % 1000007,
    2 ** 53 + 1 == float(2 ** 53 + 1), (2 ** 1023 * 2 - 1) > 1.7e308, 2 ** 2000 > 1e308, -2 ** 2000 < float("-inf") ,
    2 ** 2000 == float("inf"))
for e in ("float(10 ** 400)", "10 ** 400 + 0.5", "1 / 10 ** 400", "10 ** 400 / 10 ** 399", "3 ** 1000 / 2 ** 1580", "int(float('inf'))",
        "5 % 0", "2 ** 100 % 0", "round(2 ** 100 / 3)", "2 ** 70 * 1.5", "2 ** 0.5", "(2 ** 70) ** -1"):
    try: print(e, eval(e))
    except Exception as x: print(e, type(x).__name__, x)
x = 123456789 ** 40
print(sum(int(d) for d in str(x)), x % 97, x // 10 ** 300, str(x)[:20], int(str(x)) == x, int(hex(x), 16) == x, x.bit_length(),
    (x - 1).bit_count())
