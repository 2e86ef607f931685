# States: taken, put back, copied; what setstate rejects.
import copy
import random
import _random

r = random.Random(3)
r.gauss()
state = r.getstate()
print(state[0], len(state[1]), state[1][:3], state[1][-1], state[2])
a = [r.random(), r.gauss(), r.getrandbits(50), r.randrange(9)]
r.setstate(state)
print(a == [r.random(), r.gauss(), r.getrandbits(50), r.randrange(9)], a)
r.setstate((2, tuple(x - 2**32 if x > 2**31 else x for x in state[1]), None))
print(r.random(), r.gauss_next)
twin = copy.copy(r)
deep = copy.deepcopy(r)
print(twin.random() == r.random() == deep.random(), type(twin))
print(r.__reduce__()[:2], r.__getstate__() == r.getstate())
random.seed(1)
s = random.getstate()
x = random.random()
random.setstate(s)
print(x == random.random())


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


attempt(r.setstate, (1, (), None))
attempt(r.setstate, (4, (), None))
attempt(r.setstate, (3, (1, 2), None))
attempt(r.setstate, (3, [1] * 625, None))
attempt(r.setstate, (3, (1,) * 624 + (625,), None))
attempt(r.setstate, (3, (1,) * 624 + (-1,), None))
attempt(r.setstate, (3, (2**70,) * 625, None))
attempt(r.setstate, (3, ("a",) * 625, None))
attempt(r.setstate, (3, ()))
attempt(r.setstate, ())
attempt(r.setstate, (2, ("a",), None))
attempt(_random.Random, 1, 2)
attempt(_random.Random, x=2)
attempt(_random.Random, [])
print(_random.Random(5).random(), _random.Random("text" and 5).getrandbits(9), _random.Random, random.Random)
