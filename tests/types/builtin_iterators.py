# map, filter, zip, enumerate, reversed, iter: laziness, exhaustion, attributes, errors.
def src(n):
    for i in range(n):
        print(f"<{i}>", end="")
        yield i
m = map(lambda x: x * 2, src(3)); print("lazy", next(m), list(m), list(m))
f = filter(lambda x: x % 2, src(4)); print(next(f), list(f))
z = zip(src(2), src(3)); print(next(z), list(z))
e = enumerate(src(2), 10); print(next(e), list(e))
print(list(map(max, [1, 5], [3, 2], [2, 9])), list(map(lambda *a: a, "ab", [1, 2, 3])), list(map(str, [])),
    list(filter(None, [0, 1, [], "a", None])), list(filter(str.isdigit, "a1b2")), list(zip()), list(zip([1])), list(zip("ab", "cd", "ef")),
    list(zip(*zip("ab", "cd"))), dict(zip("ab", [1, 2])), list(enumerate("ab")), list(enumerate("ab", start=1)), list(enumerate([], 5)),
    list(reversed([1, 2])), "".join(reversed("abc")), list(reversed((1, 2))), list(enumerate("a", 2 ** 63)))
for t in (map(str, []), filter(None, []), zip(), enumerate([]), reversed([]), iter([]), iter(()), iter(""), iter("é"), iter({}),
        iter(set()), iter(range(0)), iter(b""), iter(int, 1), iter(bytearray()), reversed(()), reversed(range(1)), iter({}.items())):
    print(type(t).__name__, iter(t) is t, next(t, "end"), end="; ")
print()
for f in (lambda: list(map(5, [1])), lambda: map(len), lambda: list(map(len, [1])), lambda: filter(5), lambda: list(filter(5, [1])),
        lambda: zip(1), lambda: zip([1], 5), lambda: enumerate(), lambda: enumerate([], "a"), lambda: reversed(5), lambda: reversed(),
        lambda: next(5), lambda: next(iter([])), lambda: iter(5), lambda: iter(5, 5), lambda: list(map(lambda x: x, [1], [2])),
        lambda: map(), lambda: next(), lambda: zip(strict=5).__next__(), lambda: zip(a=1), lambda: enumerate([], 1, 2),
        lambda: next(iter([]), 1, 2), lambda: reversed({1, 2}), lambda: list(map(lambda a, b: a, [1])), lambda: filter(None, 5),
        lambda: map(None, 5), lambda: list(map(None, [1]))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def boom(x):
    if x == 2: raise ValueError("boom")
    return x
m = map(boom, range(4)); out = []
while True:
    try: out.append(next(m))
    except ValueError as e: out.append(str(e))
    except StopIteration: break
print(out)
l = [1, 2, 3]; it = iter(l); next(it); l.append(4); print(list(it)); l.append(5); print(list(it))
it = iter(l); l.clear(); print(list(it)); r = reversed([1, 2, 3])
print(next(r), r.__length_hint__(), list(r))
calls = iter(["a", "b", "stop", "c"]); print(list(iter(calls.__next__, "stop")), list(calls))
print(sum(map(int, "123")), max(map(len, ["a", "bb"])), sorted(filter(lambda x: x > 1, [3, 1, 2]), reverse=True),
    [*map(lambda p: p[0] + p[1], zip([1, 2], [3, 4]))], any(map(lambda x: x > 2, [1, 2, 3])), all(x < y for x, y in zip([1, 2], [2, 3])),
    list(map(lambda f: f(4), [str, float, lambda x: x ** 2])), {k: i for i, k in enumerate("abc")})
