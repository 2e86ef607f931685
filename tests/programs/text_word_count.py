# Counting words and letters in a text.
from collections import Counter, defaultdict
import string

TEXT = """It was the best of times, it was the worst of times, it was the age
of wisdom, it was the age of foolishness -- it was the epoch of belief,
it was the epoch of incredulity; it was the season of Light!"""

clean = TEXT.lower().translate(str.maketrans("", "", string.punctuation))
words = clean.split()
counts = Counter(words)
print(len(words), len(counts), counts.most_common(4))
width = max(map(len, counts))
for word, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:6]:
    print(f"{word:>{width}} {n:3d} {'#' * n}")
by_length = defaultdict(set)
for word in words:
    by_length[len(word)].add(word)
for length in sorted(by_length):
    print(length, sorted(by_length[length]))
letters = Counter(c for c in clean if c.isalpha())
print("".join(c for c, _ in letters.most_common(5)), letters["z"], sum(letters.values()))
index = {}
for number, line in enumerate(TEXT.splitlines(), start=1):
    for word in line.split():
        index.setdefault(word.strip(string.punctuation).lower(), []).append(number)
print({w: n for w, n in index.items() if len(n) > 3})
print(TEXT.title()[:40], "|", TEXT.swapcase()[:12], "|", TEXT.partition(",")[0], "|", TEXT.rpartition(" ")[2])
print([line.center(80, ".")[:12] for line in TEXT.splitlines()])
print(" ".join(reversed("one two three".split())), "-".join("abc"), "racecar" == "racecar"[::-1])
print("a,b,,c".split(","), "  x  y ".split(), "x=1;y=2".replace(";", "&"), "abc".find("d"), "banana".count("an"), "tEST".capitalize())
print("%-8s|%5.1f|%03d|%x|%s%%" % ("name", 3.14159, 7, 255, 50), "{0}-{1}-{0}".format("a", "b"), "{x[k]} {y.real}".format(x={"k": 1}, y=2))
print("tab\tquote\"s", r"raw\n", "multi" "part", ascii("naïve"), "ß".upper(), "İ".lower().encode(), len("日本語"), "日本語".encode("utf-8"))
print(counts & Counter(["it", "it", "was"]), (counts - Counter(words)), Counter(a=2) + Counter(a=1, b=1))
