# tuple: construction, methods, comparison, hashing, errors.
t = (1, "a", 2.5, (3, 4))
print(t, (), (1,), 1, tuple(), tuple("ab"), tuple([1, 2]), tuple({1: 2}), t[0], t[-1], t[1:3], t[::-1], len(t), t + (5,), (0,) * 3,
    2 * (1, 2), "a" in t, t.count(1), t.index("a"), (1, 2, 1).count(1), (1, 2, 1).index(1, 1), (1,) * 0, (1, 2) * -1)
print((1, 2) == (1, 2), (1, 2) < (1, 3), (1,) < (1, 2), (2,) > (1, 9), (1, 2) != (1.0, 2.0), () < (0,), (1, "a") == (1, "a"),
    (1, 2) == [1, 2], hash((1, 2)) == hash((1, 2)), {(1, 2): "k"}[1, 2], (1, [2]) == (1, [2]), ((1, 2), 3) < ((1, 3), 0))
def st(o, k, v): o[k] = v
for f in (lambda: st(t, 0, 1), lambda: t[10], lambda: t["a"], lambda: t + [1], lambda: [1] + t, lambda: t * "a", lambda: t < 5,
        lambda: t < (1, 2), lambda: (1,).index(2), lambda: (1, 2).index(1, 1), lambda: tuple(5), lambda: tuple(1, 2), lambda: hash((1, [])),
        lambda: t.append(1), lambda: t.sort(), lambda: t(3), lambda: (1,).count(), lambda: tuple(x=1), lambda: t.x, lambda: t - t,
        lambda: st(t, slice(0), 1), lambda: t * 1.5, lambda: (1, "a") < (1, 2), lambda: t.__getitem__("q"), lambda: (1,) * 2 ** 62):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def sw(a, b): return b, a
x, y = sw(1, 2); (p, q), r = (1, 2), 3; a, *b = t; print(x, y, p, q, r, a, b)
m = ([1],); m[0].append(2); print(m)
try: m[0] += [3]
except TypeError as e: print(e, m)
class Point(tuple):
    __slots__ = ()
    def __new__(cls, x, y): return tuple.__new__(cls, (x, y))
    x = property(lambda s: s[0]); y = property(lambda s: s[1])
    def __repr__(self): return f"Point(x={self.x}, y={self.y})"
    def __add__(self, o): return Point(self.x + o[0], self.y + o[1])
P = Point(1, 2)
print(P, P + (1, 1), P == (1, 2), hash(P) == hash((1, 2)), type(P[:]).__name__, P.x, [*P], len(P), isinstance(P, tuple),
    max([P, Point(0, 9)]))
r = []; s = (r,); r.append(s); print(s, repr(((),)), repr((1, (2,))), str(("a'b", 'c"d', b"e")))
print(sum(((1,), (2,)), ()), list(zip(*[(1, 2), (3, 4)])), max((1, 2), (1, 3)), sorted([(2, "b"), (1, "z")]),
    tuple(i * i for i in range(4)), tuple(reversed((1, 2))), (1, 2).__contains__(2), (1,).__add__((2,)), (*"ab", *range(2)), tuple(t) is t,
    (1, 2).__eq__([1, 2]), (1, 2).__hash__() == hash((1, 2)), ().__len__(), type(tuple.__doc__))
