# timedelta: construction, normal form, arithmetic, division, text
from datetime import timedelta

for t in (timedelta(), timedelta(1), timedelta(-1, 5), timedelta(hours=25, minutes=-3), timedelta(weeks=1, milliseconds=1500),
          timedelta(microseconds=-1), timedelta(0.5), timedelta(seconds=0.1), timedelta(microseconds=0.5), timedelta(microseconds=1.5),
          timedelta(days=1e-6), timedelta.min, timedelta.max, timedelta.resolution):
    print(repr(t), "|", t, "|", t.days, t.seconds, t.microseconds, t.total_seconds(), bool(t))
a, b = timedelta(hours=5, seconds=1), timedelta(minutes=42)
print(a + b, a - b, -a, +a, abs(-a), a * 3, 3 * a, a * 0.3, a / 7, a / 0.7, a // 7, a / b, a // b, a % b, divmod(a, b))
print(-a // b, -a % b, divmod(-a, b), a < b, a <= b, a == b, a != b, a > b, a >= b, a == 3)
print(timedelta(microseconds=5) / 2, timedelta(microseconds=7) / 2, timedelta(microseconds=-5) / 2, timedelta(microseconds=3) * 0.5)
print(hash(timedelta(1)) == hash(timedelta(hours=24)), {timedelta(1): 1}[timedelta(hours=24)], sum([a, b], timedelta()))
print(sorted([a, b, timedelta(-1), timedelta()]))
for f in (lambda: timedelta("1"), lambda: timedelta(hours=None), lambda: timedelta(10 ** 9), lambda: timedelta(float("nan")),
          lambda: timedelta(float("inf")), lambda: a / 0, lambda: a // 0, lambda: a % timedelta(), lambda: divmod(a, timedelta()),
          lambda: timedelta.max + timedelta(1), lambda: -timedelta.max, lambda: a / 0.0):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


class Longer(timedelta):
    pass


print(repr(Longer(2)), type(Longer(2) + Longer(1)).__name__, Longer(2) == timedelta(2), timedelta(1, 2, 3).__reduce__())
