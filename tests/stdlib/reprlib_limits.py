# Short representations and indentation.
import copy, reprlib, collections

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
r = copy.deepcopy(p)
s = S()
x = [1]
r = reprlib.repr
print(r(list(range(20))), r('x' * 50), r({i: i for i in range(9)}), r(set('abcdefgh')), r(10 ** 60), r((1,)), r([[[[[[[[1]]]]]]]]), r(frozenset()), r(collections.deque(range(9))))
R = reprlib.Repr(indent=2, maxlist=3)
print(R.repr([1, [2, 3], {'a': (1,)}]))
print(reprlib.Repr(indent='->').repr([1, [2]]))
