"""Sorting: ints, floats, strings, with keys, presorted runs, and a quicksort in the language."""
def numbers(n, seed=42):
    out = []
    for _ in range(n):
        seed = seed * 1103515245 + 12345 & 0x7fffffff
        out.append(seed)
    return out

def quick(a, lo, hi):
    while lo < hi:
        pivot = a[(lo + hi) >> 1]
        i, j = lo, hi
        while i <= j:
            while a[i] < pivot:
                i += 1
            while a[j] > pivot:
                j -= 1
            if i <= j:
                a[i], a[j] = a[j], a[i]
                i += 1
                j -= 1
        quick(a, lo, j)
        lo = i

data = numbers(100000)
total = 0
for _ in range(4):
    total += sorted(data)[500]
    total += int(sorted([x / 7 for x in data])[500])
    total += len(sorted([str(x) for x in data[:30000]])[500])
    total += sorted(data, key=lambda x: x % 1000)[500]
    data.sort(reverse=True)
    data[::7] = numbers(len(data[::7]), _)
mine = data[:]
quick(mine, 0, len(mine) - 1)
print(total, mine == sorted(data))
