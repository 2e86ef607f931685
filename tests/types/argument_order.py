# Which of several wrong arguments is told of.
def attempt(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


for text in ('aBc', b'aBc', bytearray(b'aBc')):
    for name in ('find', 'rfind', 'index', 'rindex', 'count'):
        method = getattr(text, name)
        for args in (((), []), (None, 1.5), ('x', 0, 'y'), (b'x', {}, 2), (5.5, 0, 2), (2.5,), (len, 10**30, -10**30)):
            attempt(method, *args)
for args in ((7, ('a',)), (7, 'b'), ('a', 'b', 5), (7, 'b', 5), ('ab', 'c', 'd'), ('ab', 'c'), (b'a',)):
    attempt(str.maketrans, *args)
group = ExceptionGroup('g', [ValueError(1), TypeError(2)])
for matcher in (len, int, ValueError, (ValueError, 5), (ValueError, KeyError), lambda e: isinstance(e, TypeError), 5, None, [ValueError]):
    attempt(group.split, matcher)
    attempt(group.subgroup, matcher)
for args in (('%d', int), ('aB', 2), ('B', 'x'), ('H', [2]), ('H', [3]), ('Z',), ('B', [2, 2]), ('B', (4,))):
    attempt(lambda *a: memoryview(b'abcd').cast(*a).tolist(), *args)
