"""Lists: append, index, slice, comprehension, reversal, sieve."""
def sieve(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = False
    return sum(flags)

def churn(n):
    total = 0
    for round in range(n):
        items = []
        for i in range(1000):
            items.append(i * round)
        squares = [x * x for x in items if x & 1]
        items.reverse()
        half = items[:500]
        while half:
            total += half.pop()
        total += len(squares)
        for i in range(1, len(items)):
            items[i] += items[i - 1]
        total += items[-1]
    return total

print(sieve(3000000), churn(4000))
