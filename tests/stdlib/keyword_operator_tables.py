# operator: every function against the syntax it stands for, in place too, and the getters.
import operator
import pickle


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


pairs = [(7, 3), (-7, 2), (2.5, 2), ('ab', 'b'), ([1, 2], [2]), ({1, 2}, {2, 3}), (b'x', 3), (True, 0)]
for name in ('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'lshift', 'rshift', 'and_', 'or_', 'xor', 'matmul', 'lt', 'le', 'eq', 'ne', 'ge', 'gt', 'is_', 'is_not', 'concat', 'contains', 'countOf', 'indexOf'):
    out = []
    for a, b in pairs:
        try:
            out.append(getattr(operator, name)(a, b))
        except Exception as error:
            out.append(f"{type(error).__name__}: {error}")
    print(name, out)
for name in ('iadd', 'isub', 'imul', 'itruediv', 'ifloordiv', 'imod', 'ipow', 'ilshift', 'irshift', 'iand', 'ior', 'ixor', 'imatmul', 'iconcat'):
    out = []
    for a, b in (([1], [2]), ({1}, {1, 2}), (6, 4), ('a', 'b')):
        a = type(a)(a)
        try:
            made = getattr(operator, name)(a, b)
            out.append((made, made is a))
        except Exception as error:
            out.append(f"{type(error).__name__}: {error}")
    print(name, out)
for name in ('neg', 'pos', 'abs', 'inv', 'invert', 'not_', 'truth', 'index', 'length_hint'):
    print(name, [(lambda v: attempt(lambda: getattr(operator, name)(v)))(v) for v in (5, -2.5, [1], 'x', True)])
row = {'a': [10, 20], 'b': {'c': 'deep'}}
print(operator.itemgetter('a')(row), operator.itemgetter('a', 'b')(row), operator.itemgetter(slice(1, 3))('abcd'), operator.attrgetter('real')(5), operator.attrgetter('real.imag', 'denominator')(5), operator.methodcaller('split', ',', maxsplit=1)('a,b,c'))
for getter in (operator.itemgetter(1), operator.itemgetter(1, 2), operator.attrgetter('a.b'), operator.attrgetter('a', 'b'), operator.methodcaller('f', 1, k=2), operator.methodcaller('f')):
    print(getter, pickle.loads(pickle.dumps(getter)))
items = [1, 2, 3]
print(operator.setitem(items, 0, 9), operator.delitem(items, 1), items, operator.getitem(items, slice(0, 1)), operator.call(max, 1, 5, key=lambda x: -x))
for action in (lambda: operator.itemgetter(), lambda: operator.attrgetter(), lambda: operator.attrgetter(5), lambda: operator.methodcaller(), lambda: operator.methodcaller(5), lambda: operator.itemgetter(0)(5), lambda: operator.itemgetter('x')({}), lambda: operator.attrgetter('x.y')(5), lambda: operator.methodcaller('x')(5),
               lambda: operator.index('a'), lambda: operator.length_hint(5, 'x'), lambda: operator.length_hint([1], -1), lambda: operator.indexOf([1], 2), lambda: operator.countOf(5, 1), lambda: operator.concat(1, 2), lambda: operator.add(1), lambda: operator.add(1, b=2), lambda: operator.itemgetter(1)([1, 2], 3)):
    attempt(action)
print(sorted(operator.__all__)[:8], len(operator.__all__), operator.__add__ is operator.add)
