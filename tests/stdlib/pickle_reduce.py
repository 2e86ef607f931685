# object.__reduce_ex__ itself, and what copy and pickle have in common.
import copy
import pickle


class A:
    def __init__(self):
        self.x = 1


class B(list):
    pass


class S:
    __slots__ = ("a",)


class N:
    def __getnewargs__(self):
        return 5


class X:
    def __init__(self, v):
        self.v = v

    def __getnewargs_ex__(self):
        return self.v


print(object().__getstate__(), A().__getstate__(), S().__getstate__(), B().__getstate__())
s = S()
s.a = 3
print(s.__getstate__())


def show(r):
    return r if isinstance(r, str) else tuple(getattr(p, "__name__", p) if not hasattr(p, "__next__") else "iterator" for p in r)


for o in (object(), B([1]), 3 + 4j, range(2), S()):
    for protocol in (0, 1, 2, 4):
        try:
            r = o.__reduce_ex__(protocol)
            print(type(o).__name__, protocol, r[0].__name__, len(r))
        except TypeError as e:
            print(type(o).__name__, protocol, e)
a = A()
print(show(a.__reduce__())[:1], show(a.__reduce_ex__(2))[::2])
for o in (N(), X(5), X((1,)), X((1, {})), X(((), 1))):
    try:
        o.__reduce_ex__(2)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
b = B([1, [2]])
b.y = b
c = copy.deepcopy(b)
print(c, c.y is c, c[1] is not b[1], copy.copy(b)[1] is b[1])
p = pickle.loads(pickle.dumps(b))
print(p, p.y is p)
