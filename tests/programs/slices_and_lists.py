# Lists, tuples and slices, with assignment and deletion.
a = list(range(10))
print(a[2:5], a[:3], a[-3:], a[::2], a[::-1], a[8:2:-2], a[100:], a[-100:2], a[5:2], a[:], a[slice(1, 4)])
a[2:5] = ["x"]
print(a)
a[1:1] = [7, 8]
a[::2] = ["e"] * len(a[::2])
print(a)
del a[1::2]
print(a, len(a))
a[len(a):] = "tail"
a += (1, 2)
a *= 2
print(a, a.count("e"), a.index("t"), a.index("e", 3))
for bad in (lambda: a.__setitem__(slice(0, 4, 2), [1]), lambda: a[99], lambda: a["1"], lambda: a.index("nope"), lambda: a.remove("nope"), lambda: [].pop(), lambda: a[1.0], lambda: (1,)[1], lambda: [1] + (2,), lambda: a.insert("x", 1), lambda: [1, 2] * 1.5,
            lambda: (1, 2).__setitem__(0, 1), lambda: "abc"[5], lambda: a[::0]):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
b = [3, 1, 2]
b.sort(reverse=True)
b.insert(1, 10)
b.insert(-1, 20)
b.insert(100, 30)
b.extend("ab")
print(b, b.pop(), b.pop(0), b, b.reverse(), b)
b.clear()
print(b, bool(b), not b, b == [], [] is [])
grid = [[0] * 3] * 2
grid[0][0] = 1
good = [[0] * 3 for _ in range(2)]
good[0][0] = 1
print(grid, good)
t = (1, [2, 3], "x")
t[1].append(4)
try:
    t[1] += [5]
except TypeError as error:
    print(error, t)
print(t + (6,), t * 2, t[1:], len(t), (5,), (), tuple("ab"), (1, 2) < (1, 3), (1, 2) < (1, 2, 0), min([3, 1], [2, 9]), hash((1, "a")) == hash((1, "a")))
first, (second, *_), third = t
print(first, second, third)
x, *y, z = range(5)
print(x, y, z, [*range(3), *"ab"], (*y,), {**{"a": 1}})
words = ["b", "A", "c"]
copy = words
copy += ["d"]
other = words + ["e"]
print(words, copy is words, other, "A" in words, words.copy() is words, list(map(words.index, words)))
print([i for i, w in enumerate(words) if w.islower()], sorted(words), words, max(words), "".join(words), list(reversed(words)), any(w == "A" for w in words))
s = "Hello, World"
print(s[0], s[-1], s[7:], s[:5], s[::-1], s[::3], s[-5:-2], len(s), s.index("W"), s.count("l"), "ell" in s, s * 2, s + "!", s[2:2] == "")
table = [("a", 3), ("b", 1)]
table.sort(key=lambda r: r[1])
print(table, [list(r) for r in zip(*table)], sum([[1], [2]], []), [[]] * 2, [None] * 3)
stack, queue = [], []
for n in range(4):
    stack.append(n)
    queue.insert(0, n)
print([stack.pop() for _ in range(4)], [queue.pop() for _ in range(4)])
n = [1, 2, 3, 4]
n[0], n[-1] = n[-1], n[0]
n[1:3] = reversed(n[1:3])
print(n, n.__len__(), [1, 2] == [1.0, 2.0], [1, [2]] == [1, [2]], [1, 2] > [1], repr([1, "a", None, 2.0, [True]]))
n.append(n)
print(n)
