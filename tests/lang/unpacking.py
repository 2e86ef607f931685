# Star targets, star displays, and the errors of counts that do not fit.
first, *rest = "hello"
print(first, rest)
*init, last = range(4)
print(init, last)
a, *mid, z = [1, 2]
print(a, mid, z)
a, (b, *c), *d = 1, (2, 3, 4), 5, 6
print(a, b, c, d)
for x, *y in [(1, 2, 3), "ab", [9]]:
    print(x, y)
print([*range(3), *"ab", *{}, *[None]])
print((*"ab", 1), {*[1, 1, 2]} == {1, 2})
print({**{"a": 1}, "b": 2, **{"a": 3}})
print(*[1, 2], *(3,), sep="-")

def attempt(source):
    try:
        exec(source, {})
    except Exception as e:
        print(source, "->", type(e).__name__, e)

attempt("a, b = 1, 2, 3")
attempt("a, b = 1,")
attempt("a, b, c = iter([1])")
attempt("a, b = iter('abc')")
attempt("a, *b, c = [1]")
attempt("*a, b, c, d = 'xy'")
attempt("a, b = 5")
attempt("a, b = None")
attempt("[a] = {}")
attempt("x = [*5]")
attempt("x = {**[1]}")
attempt("x = {**5}")
attempt("print(*5)")
attempt("print(**5)")
attempt("(lambda **k: 0)(**{1: 2})")
attempt("(lambda **k: 0)(**{'a': 2}, **{'a': 1})")

class Pair:
    def __iter__(self):
        yield 1
        yield 2

p, q = Pair()
print(p, q, [*Pair(), *Pair()])
def ret(*args):
    return 0, *args, 9
print(ret(1, 2))
