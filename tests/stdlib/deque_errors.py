"""deque: what it refuses."""
from collections import deque


def check(f):
    try:
        print('no error:', f())
    except BaseException as e:
        print(type(e).__name__ + ':', e)


d = deque('abc')
check(lambda: deque().pop())
check(lambda: deque().popleft())
check(lambda: d[3])
check(lambda: d[-4])
check(lambda: d['a'])
check(lambda: d[1:2])
check(lambda: d[1.0])
check(lambda: d[2**70])
check(lambda: d.__setitem__(5, 1))
check(lambda: d.__delitem__(5))


def assign(key):
    d[key] = 1


def delete(key):
    del d[key]


check(lambda: assign('a'))
check(lambda: delete('a'))
check(lambda: assign(9))
check(lambda: delete(-9))
check(lambda: d.remove('x'))
check(lambda: d.index('x'))
check(lambda: d.index('a', 1))
check(lambda: d.index('a', 'x'))
check(lambda: d.rotate('x'))
check(lambda: d.insert('x', 1))
check(lambda: d.insert(1))
check(lambda: deque('abc', 3).insert(1, 'x'))
check(lambda: deque('abc', -1))
check(lambda: deque('abc', 'x'))
check(lambda: deque('abc', 1.5))
check(lambda: deque('abc', 2**70))
check(lambda: deque(5))
check(lambda: deque(None))
check(lambda: deque(1, 2, 3))
check(lambda: deque('a', size=3))
check(lambda: d.extend(5))
check(lambda: d.extendleft(5))
check(lambda: d + [1])
check(lambda: [1] + d)
check(lambda: d + 5)
check(lambda: d * 'x')
check(lambda: d * d)
check(lambda: d * 1.5)
check(lambda: d < [1])
check(lambda: hash(d))
check(lambda: d.append())
check(lambda: d.append(1, 2))
check(lambda: d.pop(1))
check(lambda: setattr(d, 'other', 3))
check(lambda: d.nothing)


def mutate(change):
    d = deque('abc')
    it = iter(d)
    next(it)
    change(d)
    print(next(it))


check(lambda: mutate(lambda d: d.append(1)))
check(lambda: mutate(lambda d: d.pop()))
check(lambda: mutate(lambda d: d.rotate()))
check(lambda: mutate(lambda d: d.clear()))
check(lambda: mutate(lambda d: d.__setitem__(1, 'B')))
check(lambda: mutate(lambda d: d.reverse()))


def loop():
    d = deque('ab')
    for x in d:
        d.append(x)


check(loop)


class Bad:
    def __init__(self, do):
        self.do = do

    def __eq__(self, other):
        return self.do()


for method in ('index', 'remove', 'count', '__contains__'):
    x = deque()
    x.extend([Bad(lambda: x.clear()), 1, 2])
    check(lambda: getattr(x, method)(1))
    x = deque()
    x.extend([Bad(lambda: 1 / 0), 1, 2])
    check(lambda: getattr(x, method)(1))
it = iter(deque('ab'))
list(it)
check(lambda: next(it))
x = deque('ab')
it = iter(x)
list(it)
x.append(1)
check(lambda: next(it))
check(lambda: next(it))
check(lambda: type(it)(5))
check(lambda: deque.__new__(int))
