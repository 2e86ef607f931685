# list: every method, with edges and errors.
l = [3, 1, 2]
l.append(5); l.extend("ab"); l.extend(l[:1]); l.insert(0, 0); l.insert(-1, "x"); l.insert(99, "end"); l.insert(-99, "start")
print(l, l.pop(), l.pop(0), l.pop(-2), l, l.index("a"), l.count(3), l.index(3, 1), l.index(3, -2) if 3 in l[-2:] else "-")
l.remove("a"); l.reverse(); print(l, l.copy(), l.copy() is l, len(l)); l.clear(); print(l)
print(list(), list("ab"), list((1, 2)), list({1: 2}), list(range(3)), list(x for x in "q"), [1] + [2], [1, 2] * 2, 2 * [0], [0] * -1,
    [[]] * 2, [1, 2] == [1, 2], [1] < [1, 0], [2] > [1, 9], 1 in [1], [1, 2, 3][-1], [1, 2, 3][::2])
def st(o, k, v): o[k] = v
for f in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1, 2, 3].index(1, 1),
        lambda: [1].index("a"), lambda: [1].insert("a", 1), lambda: [1].extend(5), lambda: [1].append(), lambda: [1].pop("a"),
        lambda: [1] + (2,), lambda: [1] + 2, lambda: [1] * "a", lambda: [1] < 5, lambda: st([1], 5, 0), lambda: list(1, 2),
        lambda: list(x=1), lambda: [].sort(1), lambda: [].copy(1), lambda: hash([]), lambda: [1].insert(1), lambda: [].reverse(1),
        lambda: [1].count(), lambda: [1].index(1, "a"), lambda: [1] * 1.0, lambda: [1].nope, lambda: {[1]: 2}, lambda: [1] * 2 ** 62):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a = [1, [2]]; b = a.copy(); b[1].append(3); b.append(4); print(a, b)
l = list(range(5)); l += l; l *= 2; print(l, l.count(4)); l[1:1] = l; print(len(l))
class L(list):
    def __getitem__(self, i): return "sub" if i == 0 else super().__getitem__(i)
    def append(self, x): super().append(("wrapped", x))
x = L([1, 2]); x.append(3)
print(x, x[0], x[1], type(x + [1]).__name__, type(x[:1]).__name__, type(x.copy()).__name__, list(x), x == [1, 2, ("wrapped", 3)], repr(x))
r = [1]; r.append(r); print(r, r[1] is r, str([r, {1: r}]))
l = []; [l.append(i) or l.insert(0, -i) for i in range(5)]; print(l, [l.pop() for _ in range(4)], [l.pop(0) for _ in range(3)], l)
print([1, 2, 3].__contains__(2), [1].__add__([2]), [1, 2].__mul__(2), [1].__eq__(1), [3, 1].__lt__([3, 2]),
    [1, 2].__reversed__().__next__(), [].__len__(), [1].__iadd__("ab"), [5].__getitem__(0), [].__init__([1]), type(list.__doc__))
