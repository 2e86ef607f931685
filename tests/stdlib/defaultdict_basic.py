"""defaultdict."""
import copy
from collections import Counter, defaultdict

d = defaultdict(list)
d['a'].append(1)
d['b'].append(2)
d['a'].append(3)
print(d, d == {'a': [1, 3], 'b': [2]}, len(d), d.get('zz'), 'zz' in d, d.default_factory)
n = defaultdict(int, {'x': 1}, y=2)
n['x'] += 5
n['z'] += 1
print(n, dict(n), n.pop('x'), n.setdefault('q', 9), n)
print(defaultdict(), defaultdict(None), defaultdict(None, a=1), defaultdict(lambda: 5)['k'])
c = n.copy()
print(c, type(c).__name__, c.default_factory, copy.copy(n), copy.deepcopy(d), c is n)
print(n | {'w': 1}, {'w': 1} | n, type({'w': 1} | n).__name__, n | defaultdict(str, w=2))
n |= {'more': 1}
print(n)
n.default_factory = str
print(n['new'] == '', n.default_factory)
n.default_factory = None


def check(f):
    try:
        print('no error:', f())
    except Exception as e:
        print(type(e).__name__ + ':', e)


check(lambda: n['gone'])
check(lambda: defaultdict()[(1, 2)])
check(lambda: defaultdict(5))
check(lambda: defaultdict(int, 1, 2))
check(lambda: defaultdict(int, 5))
check(lambda: n | 5)
check(lambda: defaultdict(lambda: 1 / 0)['x'])
check(lambda: defaultdict(int)[[]])
check(lambda: hash(n))


class Sub(defaultdict):
    def __missing__(self, key):
        return key * 2


s = Sub(int, a=1)
print(s['b'], s, s.copy(), type(s | {}).__name__)


class Sub2(defaultdict):
    pass


s = Sub2(list)
s.attr = 1
s['k'].append(1)
print(s, s.attr, s.__reduce__()[:2], isinstance(s, dict), Sub2.__mro__)
r = defaultdict(list)
r['self'] = r
print(r)


class Recursive(defaultdict):
    def factory(self):
        return 1


tree = lambda: defaultdict(tree)
t = tree()
t['a']['b']['c'] = 1
print(t['a']['b']['c'], len(t), list(t))
print(defaultdict[str, int], defaultdict.__module__, defaultdict.__missing__.__name__)
match defaultdict(int, k=1):
    case {'k': v}:
        print(v)
print(d.__reduce__()[:4], list(d.__reduce__()[4]))
b = defaultdict(int)
print(b.__missing__('z'), b)
x = defaultdict(list, [('a', 1)])
print(x, {**x}, sorted(x.items()), list(reversed(x)))
print(Counter('mississippi'), Counter([1, 2, 1]), Counter({'a': 2}) + Counter('ab'))


class C2(Counter):
    def __setitem__(self, k, v):
        print('set', k, v)
        super().__setitem__(k, v)


print(C2('aba'))
