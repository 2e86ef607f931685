# Copies of objects with attributes, slots and cycles.
import copy

class P:

    def __init__(s):
        s.a = [1]
        s.b = s


class S:
    __slots__ = ('x', '__y')

    def __init__(s):
        s.x = [1]
        s.__y = 2


p = P()
q = copy.copy(p)
r = copy.deepcopy(p)
print(q.a is p.a, r.a is p.a, r.b is r, q.b is p)
s = S()
t = copy.deepcopy(s)
print(t.x, t.x is s.x, t._S__y)
