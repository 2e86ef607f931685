from collections import deque
d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0); print(d, d.maxlen, len(d), d[1], d[-1]); d.rotate(1); print(d); d.rotate(-3); print(d); d.extend([7, 8]); d.extendleft([9, 10]); print(d, d.count(9), d.index(10), 7 in d, list(reversed(d)), d.copy(), d == d.copy(), bool(deque()))
d.remove(10); d.reverse(); d.insert(1, "x"); print(d, d.pop(), d.popleft(), d); d.clear(); print(d)
e = deque("abc"); print(e + deque("d"), e * 2, 2 * e, e < deque("abd"), repr(deque(maxlen=0)), deque([1], 0)); e += "de"; e *= 2; print(e); e[0] = "Z"; del e[1]; print(e)
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(2), lambda: deque([1]).index(2), lambda: deque(5), lambda: deque([1], -1), lambda: deque([1], "a"), lambda: deque([1]) + [1], lambda: deque([1])[0:1], lambda: deque([1], 1).insert(0, 5), lambda: hash(deque()), lambda: deque([1]).rotate("x"), lambda: deque() < [1], lambda: setattr(deque(), "maxlen", 5), lambda: deque([1, 2]).index(1, 1), lambda: deque([1]).__setitem__(3, 1)):
    try: print(f())
    except Exception as err: print(type(err).__name__, err)
it = iter(q := deque([1, 2]))
q.append(3)
try: next(it)
except RuntimeError as err: print(err)
