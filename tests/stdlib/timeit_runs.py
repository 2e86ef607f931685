import timeit

calls = []
ticks = iter(range(100))
print(timeit.timeit(lambda: calls.append(1), number=5, timer=lambda: next(ticks)), len(calls))
print(timeit.repeat("calls.append(x)\ncalls.append(2)", "x = 1", number=2, repeat=3, globals=globals(), timer=lambda: next(ticks)), len(calls))
print(timeit.timeit("pass", lambda: calls.append("setup"), number=3) >= 0, calls[-1])
steps = []
clock = [0]


def timer():
    return clock[0]


def work():
    clock[0] += 0.03


print(timeit.Timer(work, timer=timer).autorange(lambda number, taken: steps.append(number)), steps)
for f in (lambda: timeit.Timer(5), lambda: timeit.Timer("pass", 5), lambda: timeit.timeit("1/0", number=1), lambda: timeit.Timer("x =")):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
