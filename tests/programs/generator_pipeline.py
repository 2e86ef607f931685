# Lazy pipelines: generators, send, yield from, generator expressions.
from itertools import islice, takewhile, count, chain, groupby


def numbers():
    n = 0
    while True:
        yield n
        n += 1


def squares(source):
    for n in source:
        yield n * n


def only(predicate, source):
    yield from (n for n in source if predicate(n))


print(list(islice(only(lambda n: n % 3 == 1, squares(numbers())), 8)))


def averager():
    total = 0.0
    seen = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return total, seen
        total += value
        seen += 1
        average = total / seen


def report(results):
    while True:
        results.append((yield from averager()))


results = []
r = report(results)
next(r)
for value in (10, 20, 60, None, 1, 2, None):
    print(value, "->", r.send(value))
print(results)


def tree_walk(tree):
    if isinstance(tree, (list, tuple)):
        for branch in tree:
            yield from tree_walk(branch)
    else:
        yield tree


print(list(tree_walk([1, [2, (3, 4)], [[[5]]], "six"])))


def resource():
    print("open")
    try:
        yield 1
        yield 2
    except KeyError as error:
        print("caught", error)
        yield "recovered"
    finally:
        print("close")


g = resource()
print(next(g))
print(g.throw(KeyError("oops")))
try:
    next(g)
except StopIteration as stop:
    print("stopped", stop.value)
g = resource()
next(g)
g.close()
print(list(takewhile(lambda n: n < 40, (n * n for n in count(1)))))
print(list(chain.from_iterable(zip("abc", [1, 2, 3]))))
for key, group in groupby(["apple", "avocado", "bean", "beet", "cherry", "almond"], key=lambda s: s[0]):
    print(key, list(group))


def countdown(n):
    while n:
        yield n
        n -= 1
    return "liftoff"


def launch():
    message = yield from countdown(3)
    yield message


print(*launch(), sep=", ")
print(sum(x for x in range(101) if x % 2), max((len(w), w) for w in "the quick brown fox".split()))
