"""deque: its methods and operators."""
import copy
from collections import deque

d = deque('abc')
print(d, len(d), bool(d), bool(deque()), list(d), list(reversed(d)))
d.append('d')
d.appendleft('z')
print(d, d.pop(), d.popleft(), d)
d.extend('ef')
d.extendleft('yx')
print(d, d[0], d[-1], d[3], 'e' in d, 'q' in d)
d[1] = 'Y'
del d[0]
print(d, d.index('c'), d.count('c'))
d.rotate(2)
print(d)
d.rotate(-3)
print(d)
d.rotate()
d.rotate(100)
print(d)
d.reverse()
print(d)
d.insert(1, 'I')
d.insert(-1, 'J')
d.insert(100, 'K')
d.insert(-100, 'L')
d.insert(0, 'M')
print(d)
d.remove('I')
print(d, d.copy(), d.copy() is d, copy.copy(d) == d, copy.deepcopy(d))
d.clear()
print(d, d == deque(), d.maxlen)
b = deque(range(10), maxlen=3)
print(b, b.maxlen, len(b))
b.append(10)
b.appendleft(5)
print(b)
b.extend([1, 2, 3, 4])
b.extendleft('xyzw')
print(b, deque(iterable='ab', maxlen=1), deque('abc', None), deque([1, 2], 0))
b += 'q'
print(b, b + deque([1]), deque([1]) + b, b * 2, 2 * deque('ab'), deque('ab') * 0, deque('abc', 4) * 3)
e = deque('ab')
e *= 3
print(e)
e *= -1
print(e)
e = deque('ab')
e.extend(e)
e += e
e.extendleft(e)
print(e)
print(deque([1, 2]) == deque([1, 2]), deque([1, 2]) != deque([1, 3]), deque([1, 2]) < deque([1, 3]), deque([1]) >= deque(), deque([1, 2]) == [1, 2])
print(deque([1, 2]) > deque([1, 1, 1]), deque('a') <= deque('a'))
r = deque([1])
r.append(r)
print(r)
r = deque([1], maxlen=2)
r.append([r])
print(r)


class Sub(deque):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.note = 'n'


s = Sub('ab')
print(s, s.note, type(s.copy()).__name__, s.copy(), type(s + deque('c')).__name__, s == deque('ab'))
print(deque[int], deque.__name__, deque.__module__, type(iter(d)), type(reversed(d)))
big = deque()
for i in range(1000):
    big.append(i)
    if i % 3 == 0:
        big.popleft()
print(len(big), big[0], big[-1], sum(big))
for i in range(0, 300):
    del big[i % len(big)]
print(len(big), sum(big), big[7])
print(d.__reduce__()[:3], deque('ab', 4).__reduce__()[:3], s.__reduce__()[:3])
match deque([1, 2, 3]):
    case [a, *rest]:
        print(a, rest)
i = iter(deque('abc'))
print(i.__length_hint__(), next(i), i.__length_hint__(), i.__reduce__()[1], list(copy.copy(i)), list(i))
print(deque('abcabc').index('a', 1), deque('abcabc').index('c', -3), deque('abcabc').index('b', 2, 6))
