# Word counts, justification, histograms, Caesar and run-length coding over a text.
text = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness"""
words = [w.strip(",.").lower() for w in text.split()]
counts = {}
for w in words: counts[w] = counts.get(w, 0) + 1
for w, n in sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:5]: print(f"{w:<6}|{'*' * n:<5}|{n:>3}")
def wrap(words, width):
    line = []
    for w in words:
        if sum(map(len, line)) + len(line) + len(w) > width: yield line; line = []
        line.append(w)
    if line: yield line
def justify(line, width):
    if len(line) == 1: return line[0].ljust(width)
    gaps, extra = divmod(width - sum(map(len, line)), len(line) - 1)
    return "".join(w + " " * (gaps + (i < extra)) for i, w in enumerate(line[:-1])) + line[-1]
for line in wrap(words, 24): print("[" + justify(line, 24) + "]")
def caesar(s, k): return "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in s)
secret = caesar("hello, world", 3); print(secret, caesar(secret, -3))
def rle(s):
    out, i = [], 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]: j += 1
        out.append((s[i], j - i)); i = j
    return out
code = rle("aaabccddddd"); print(code, "".join(c * n for c, n in code), "".join(f"{n}{c}" if n > 1 else c for c, n in code))
def lev(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        prev, row[0] = row[0], i
        for j, y in enumerate(b, 1): prev, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, prev + (x != y))
    return row[-1]
print(lev("kitten", "sitting"), lev("", "abc"), lev("flaw", "lawn"))
def roman(n):
    out = ""
    for v, s in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        while n >= v: out += s; n -= v
    return out
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024)], "".join(sorted("letters")), [w for w in dict.fromkeys(words) if w == w[::-1]])
anagrams = {}
for w in "listen silent enlist google elbow below".split(): anagrams.setdefault("".join(sorted(w)), []).append(w)
print([g for g in anagrams.values() if len(g) > 1], max(words, key=len), sum(len(w) for w in words) / len(words))
