# Kata: bowling, fizzbuzz, anagrams, change, tic-tac-toe, leap years, brackets.
def bowling(rolls):
    score = i = 0
    for _ in range(10):
        if rolls[i] == 10:
            score += 10 + rolls[i + 1] + rolls[i + 2]
            i += 1
        else:
            frame = rolls[i] + rolls[i + 1]
            score += frame + (rolls[i + 2] if frame == 10 else 0)
            i += 2
    return score


print(bowling([10] * 12), bowling([9, 0] * 10), bowling([5] * 21), bowling([0] * 20))
print(*("Fizz" * (n % 3 == 0) + "Buzz" * (n % 5 == 0) or n for n in range(1, 16)))


def anagrams(words):
    groups = {}
    for w in words:
        groups.setdefault("".join(sorted(w)), []).append(w)
    return [g for g in groups.values() if len(g) > 1]


print(anagrams("eat tea tan ate nat bat".split()))


def change(amount, coins):
    best = [0] + [None] * amount
    for a in range(1, amount + 1):
        options = [best[a - c] for c in coins if c <= a and best[a - c] is not None]
        best[a] = min(options) + 1 if options else None
    return best[amount]


print(change(63, [1, 5, 10, 21, 25]), change(7, [2, 4]))


def winner(board):
    lines = board + ["".join(c) for c in zip(*board)] + ["".join(board[i][i] for i in range(3)), "".join(board[i][2 - i] for i in range(3))]
    return next((l[0] for l in lines if l[0] != "." and len(set(l)) == 1), None)


def play(board, player="X"):
    """Minimax: the best result for X."""
    if (w := winner(board)):
        return {"X": 1, "O": -1}[w]
    free = [(r, c) for r in range(3) for c in range(3) if board[r][c] == "."]
    if not free:
        return 0
    results = []
    for r, c in free:
        row = board[r]
        results.append(play(board[:r] + [row[:c] + player + row[c + 1:]] + board[r + 1:], "O" if player == "X" else "X"))
    return (max if player == "X" else min)(results)


print(winner(["XO.", "OX.", "..X"]), winner(["XO.", "OX.", "..."]), play(["XO.", "OX.", "..."], "O"), play(["X..", ".O.", "..."]), play(["OX.", ".X.", "..."], "O"))
leap = lambda y: y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
print([y for y in (1900, 1996, 2000, 2023, 2024, 2100) if leap(y)])


def balanced(text, pairs={")": "(", "]": "[", "}": "{"}):
    stack = []
    for c in text:
        if c in pairs.values():
            stack.append(c)
        elif c in pairs and (not stack or stack.pop() != pairs[c]):
            return False
    return not stack


print([balanced(t) for t in ("{[()]}", "([)]", "(", "", "a(b)c]")])


def spiral(n):
    grid = [[0] * n for _ in range(n)]
    r, c, dr, dc = 0, 0, 0, 1
    for k in range(1, n * n + 1):
        grid[r][c] = k
        if not (0 <= r + dr < n and 0 <= c + dc < n) or grid[r + dr][c + dc]:
            dr, dc = dc, -dr
        r, c = r + dr, c + dc
    return grid


for row in spiral(4):
    print(" ".join(f"{x:2}" for x in row))


def longest_common(a, b):
    table = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + x if x == y else max(table[i][j + 1], table[i + 1][j], key=len)
    return table[-1][-1]


def knapsack(capacity, items):
    best = {0: (0, ())}
    for name, weight, value in items:
        for w, (v, chosen) in list(best.items()):
            if w + weight <= capacity and best.get(w + weight, (-1,))[0] < v + value:
                best[w + weight] = (v + value, chosen + (name,))
    return max(best.values())


print(longest_common("AGGTAB", "GXTXAYB"), knapsack(10, [("gold", 6, 30), ("book", 3, 14), ("lamp", 4, 16), ("vase", 2, 9)]))


def text_histogram(data):
    for label, n in data.items():
        print(f"{label:<6}{'█' * n}{'·' * (10 - n)} {n:>3}")


text_histogram({"red": 3, "green": 10, "blue": 0})


def words(n):
    small = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()
    if n < 20:
        return small[n]
    if n < 100:
        return tens[n // 10 - 2] + ("-" + small[n % 10] if n % 10 else "")
    for size, name in ((10 ** 6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            rest = n % size
            return f"{words(n // size)} {name}" + (f" {'and ' * (rest < 100)}{words(rest)}" if rest else "")


print(*map(words, (0, 13, 42, 100, 342, 1001, 20015, 1234567)), sep="; ")


def bisect(f, low, high):
    while high - low > 1e-9:
        middle = (low + high) / 2
        low, high = (middle, high) if f(low) * f(middle) > 0 else (low, middle)
    return low


print(f"{bisect(lambda x: x ** 3 - x - 2, 1, 2):.6f}", sum(1 for n in range(1000) if str(n) == str(n)[::-1]), "".join(c for i, c in enumerate("hello") if c not in "hello"[:i]))
