# Arithmetic operators on mixed built-in types.
vals = [7, -7, 2.5, True, 3 + 1j]
import operator
ops = [("+", operator.add), ("-", operator.sub), ("*", operator.mul), ("/", operator.truediv), ("//", operator.floordiv),
    ("%", operator.mod), ("**", operator.pow)]
for s, op in ops:
    row = []
    for a in vals:
        for b in (3, -2, 0.5):
            try:
                row.append(repr(op(a, b)))
            except Exception as e:
                row.append(type(e).__name__ + ": " + str(e))
    print(s, row)
print(-7 // 2, -7 % 2, 7 // -2, 7 % -2, -7.5 // 2, -7.5 % 2, 7 % 2.5)
print(2 ** -1, 2 ** 0, 0 ** 0, 0.0 ** 0, (-2) ** 3, (-8) ** (1 / 3) != 0, 2 ** 100)
print(-2 ** 2, (-2) ** 2, 2 ** 3 ** 2, -1 ** 0.5)
print(~5, ~-1, ~1, +True, -True, +-+-3)
print(5 & 3, 5 | 3, 5 ^ 3, 1 << 70, -1 >> 3, 1 >> 100, True & False, True | 2, True ^ True)
for e in ["1 / 0", "1 // 0", "1 % 0", "1.0 / 0", "1.0 // 0", "1.0 % 0", "0 ** -1", "0.0 ** -1", "1 << -1", "1 >> -1", "1j / 0", "1j // 1",
        "1j % 1", "1.5 & 1",
          "1 + 'a'", "'a' + 1", "[] + ()", "'a' * 'b'", "[1] * 1.5", "'a' - 'b'", "None + 1", "{} + {}", "-'a'", "~1.5", "+[]", "1 @ 2",
          "'%d' % 'a'", "divmod(1.0, 0)",
          "2.0 ** 10000", "10 ** 400 * 1.0", "10 ** 400 / 3", "int < int", "object() < object()"]:
    try:
        print(e, "=", eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)
print([1, 2] + [3], (1,) + (2, 3), "ab" * 3, 3 * [0], [1] * -1, b"a" + b"b", b"x" * 2)
print(divmod(-7, 2), divmod(7, -2.0), divmod(-0.5, 1))
