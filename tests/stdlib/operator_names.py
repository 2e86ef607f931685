# The functions of operator under both of their names.
import operator as o

print(sorted(o.__all__) == sorted(n for n in dir(o) if not n.startswith('_')))
print([n for n in o.__all__ if not hasattr(o, f'__{n.rstrip("_")}__')])
print(o.add(1, 2), o.__add__(1, 2), o.itemgetter(1, 0)('ab'), o.attrgetter('real')(3), o.methodcaller('upper')('x'))
print(o.itemgetter(1), o.countOf([1, 1, 2], 1), o.indexOf('abc', 'c'), o.length_hint([1]), o.not_(0), o.call(max, 1, 2))
x = [1]
print(o.iadd(x, [2]) is x, x, o.concat('a', 'b'), o.contains([1], 1), o.is_(x, x), o.truth([]))
