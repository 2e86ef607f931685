# Copies of subclasses of builtin types.
import copy

l = [1, 2, 2, 3]


class P:

    def __init__(s):
        s.a = [1]
        s.b = s


class S:
    __slots__ = ('x', '__y')

    def __init__(s):
        s.x = [1]
        s.__y = 2


class L(list):
    pass


class T2(tuple):
    pass


class I(int):
    pass


s = S()
l = L([1, [2]])
l.q = 3
m = copy.deepcopy(l)
print(m, m.q, type(m), m[1] is l[1], copy.copy(l), copy.copy(l).q)
print(copy.deepcopy(T2(([],))), type(copy.copy(I(3))), copy.copy({1: [2]}), copy.deepcopy({1: [2]}), copy.deepcopy(([],)), copy.copy(P), copy.deepcopy(print))
