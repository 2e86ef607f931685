# The methods that the container ABCs add.
import collections.abc as c


class S(c.MutableSequence):
    def __init__(self, *items):
        self.items = list(items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, v):
        self.items[i] = v

    def __delitem__(self, i):
        del self.items[i]

    def __len__(self):
        return len(self.items)

    def insert(self, i, v):
        self.items.insert(i, v)


s = S(3, 1, 2)
s.append(4)
s.extend([5, 6])
s.extend(s)
s.reverse()
print(s.items, s.pop(), s.pop(0), s.index(5), s.count(1), 4 in s, list(reversed(s)))
s.remove(4)
s += [9]
print(s.items, list(s))
s.clear()
print(len(s))


class M(c.MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k]

    def __setitem__(self, k, v):
        self.d[k] = v

    def __delitem__(self, k):
        del self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


m = M()
m.update({'a': 1}, b=2)
m.update([('c', 3)])
print(m.setdefault('d', 4), m.setdefault('a', 9), m.get('z', 0), m.pop('a'), m.pop('zz', None), sorted(m.keys()))
print('b' in m, sorted(m.items()), sorted(m.values()), m == {'b': 2, 'c': 3, 'd': 4}, ('b', 2) in m.items(), 2 in m.values())
print(m.keys() & {'b', 'q'}, m.popitem(), len(m.keys()))
m.clear()
print(dict(m))
try:
    m.popitem()
except KeyError as e:
    print(repr(e))


class Set(c.MutableSet):
    def __init__(self, items=()):
        self.d = dict.fromkeys(items)

    def __contains__(self, x):
        return x in self.d

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)

    def add(self, x):
        self.d[x] = None

    def discard(self, x):
        self.d.pop(x, None)


a, b = Set([1, 2, 3]), Set([2, 3, 4])
print([sorted(x) for x in (a & b, a | b, a - b, a ^ b, {1, 9} - a)], a <= b, a < Set([1, 2, 3, 4]), a.isdisjoint([7]), a == {1, 2, 3})
a |= [8]
a -= [1]
a.remove(8)
print(sorted(a), a._hash() == hash(frozenset(a)))
try:
    a.remove(99)
except KeyError as e:
    print(repr(e))
for cls in (c.Sequence, c.Mapping, c.MutableSet, c.Coroutine):
    try:
        cls()
    except TypeError as e:
        print(e)
