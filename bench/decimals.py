# Phone bills: each call's price is rounded to cents, taxed twice and added up; then the digits of pi with 50 digits of precision.
from decimal import Decimal, ROUND_DOWN, ROUND_HALF_EVEN, getcontext


def bills(count):
    base, distance = Decimal('0.0013'), Decimal('0.00894')
    tax, distance_tax = Decimal('0.0675'), Decimal('0.0341')
    cent = Decimal('0.01')
    total = taxes = Decimal(0)
    seed = 1
    lines = 0
    for _ in range(count):
        seed = seed * 1103515245 + 12345 & 0x7fffffff
        seconds = Decimal(seed >> 16)
        price = (seconds * (distance if seed & 1024 else base)).quantize(cent, ROUND_HALF_EVEN)
        due = (price * tax).quantize(cent, ROUND_DOWN)
        taxes += due
        bill = price + due
        if seed & 1024:
            extra = (price * distance_tax).quantize(cent, ROUND_DOWN)
            taxes += extra
            bill += extra
        total += bill
        lines += len(str(bill))
    return total, taxes, lines


def pi():
    getcontext().prec += 2
    last, term, total, n, na, d, da = 0, Decimal(3), Decimal(3), 1, 0, 0, 24
    while total != last:
        last = total
        n, na = n + na, na + 8
        d, da = d + da, da + 32
        term = term * n / d
        total += term
    getcontext().prec -= 2
    return +total


print(*bills(150000))
getcontext().prec = 50
for i in range(200):
    digits = pi()
print(digits)
