"""Dicts: int and str keys, counting, grouping, deletion, iteration."""
def run(rounds):
    total = 0
    words = [f"word{i * 7919 % 1000}" for i in range(5000)]
    for round in range(rounds):
        counts = {}
        for w in words:
            counts[w] = counts.get(w, 0) + 1
        squares = {}
        for i in range(5000):
            squares[i * 31 & 0xffff] = i
        for key in range(0, 5000, 3):
            if key in squares:
                del squares[key]
        for key, value in squares.items():
            total += key ^ value
        groups = {}
        for w, n in counts.items():
            groups.setdefault(n, []).append(w)
        total += len(groups) + len(counts)
    return total

print(run(400))
