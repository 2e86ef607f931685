"""Closures: creation, reads and writes of captured variables, calls through them."""
def counter(step):
    n = 0
    def tick():
        nonlocal n
        n += step
        return n
    return tick

def compose(f, g):
    return lambda x: f(g(x))

def run(n):
    ticks = [counter(i) for i in range(5)]
    f = compose(lambda x: x + 1, compose(lambda x: x * 2, lambda x: x - 3))
    total = 0
    for i in range(n):
        total += ticks[i % 5]() + f(i)
        if i % 10 == 0:
            total += counter(i)()
    return total

print(run(1500000))
