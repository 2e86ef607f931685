import bisect
def t(f, *a, **k):
    try: print(f.__name__, f(*a, **k))
    except Exception as e: print(f.__name__, type(e).__name__, e)
class Items:
    def __init__(self, *v): self.v = list(v)
    def __len__(self): return len(self.v)
    def __getitem__(self, i): return self.v[i]
    def insert(self, i, x): print("insert", i, x); self.v.insert(i, x)
data = [1, 3, 3, 5]
for f in (bisect.bisect, bisect.bisect_left, bisect.bisect_right, bisect.insort, bisect.insort_left, bisect.insort_right):
    t(f, list(data), 3); t(f, list(data), 3, 1); t(f, list(data), 3, 1, 2); t(f, list(data), 3, lo=-1); t(f, list(data), 3, hi=10); t(f, list(data), "a"); t(f, 10, 10); t(f, Items(1, 2, 4), 3); t(f, [], 1)
    t(f, ["a", "BB", "ccc"], 2, key=len); t(f, list(data), 3, key=5); t(f, [5, 4, 3], 3, hi=None); t(f, list(data), None); t(f, list(data), 2, lo=3, hi=1)
words = ["pear", "fig", "kiwi"]
words.sort(key=len)
bisect.insort(words, "plum", key=len); print(words); bisect.insort_left(words, "lime", key=len); print(words)
print([("FDCBA"[bisect.bisect([60, 70, 80, 90], score)]) for score in (33, 99, 77, 70, 89, 90, 100)])
