"""Exceptions: try that does not raise, raise and catch near and far, finally."""
class Stop(Exception):
    def __init__(self, n):
        self.n = n

def deep(n, limit):
    if n == limit:
        raise Stop(n)
    return deep(n + 1, limit)

def run(n):
    total = 0
    for i in range(n):
        try:
            total += i
        except ValueError:
            total = 0
        try:
            if i % 3 == 0:
                raise ValueError(i)
        except ValueError as e:
            total += e.args[0] & 1
        finally:
            total += 1
        if i % 10 == 0:
            try:
                deep(0, 10)
            except Stop as e:
                total += e.n
            try:
                {}[i]
            except KeyError:
                total += 2
    return total

print(run(800000))
