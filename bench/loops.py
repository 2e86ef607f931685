"""Nested loops, integer arithmetic, branches."""
def run(n):
    total = 0
    for i in range(n):
        for j in range(100):
            if (i ^ j) & 1:
                total += i * j
            else:
                total -= j
    i = 0
    while i < n * 40:
        i += 3
        total ^= i
    return total

print(run(100000))
