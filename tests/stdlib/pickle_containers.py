# test: heavy
# Lists, tuples, dicts, sets: batches of 1000, shared and recursive objects.
import pickle

values = [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2], {}, {"a": 1}, {"a": 1, "b": [2]}, set(), {1}, frozenset(), frozenset({1}),
          ["s", "s", ("s",)], [[]] * 3, range(3), range(1, 10, 2), slice(1, 2, 3)]
for v in values:
    for protocol in range(6):
        data = pickle.dumps(v, protocol)
        back = pickle.loads(data)
        print(protocol, data, back == v, type(back) is type(v))
for n in (999, 1000, 1001, 2000, 2001):
    for v in (list(range(n)), {i: i for i in range(n)}, set(range(n)), tuple(range(n)), frozenset(range(n))):
        for protocol in range(6):
            data = pickle.dumps(v, protocol)
            print(n, type(v).__name__, protocol, len(data), sum((i % 251 + 1) * b for i, b in enumerate(data)), pickle.loads(data) == v)

one = []
one.append(one)
two = {}
two["me"] = two
three = ([],)
three[0].append(three)
inner = [1]
four = [inner, inner, (inner, inner)]
for protocol in range(6):
    a, b, c, d = [pickle.dumps(v, protocol) for v in (one, two, three, four)]
    print(a, b, c, d)
    back = pickle.loads(a)
    print(back[0] is back, pickle.loads(b)["me"]["me"]["me"].keys(), pickle.loads(c)[0][0][0] is pickle.loads(c)[0])
    back = pickle.loads(c)
    print(back[0][0] is back)
    back = pickle.loads(d)
    print(back[0] is back[1] is back[2][0] is back[2][1])
