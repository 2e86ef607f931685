# TOML documents of all kinds, and what is refused.
import io
import tomllib
from decimal import Decimal

print(tomllib.loads('''
# comment
title = "TOML \\u00e9 \\"q\\" \\t"
'quoted key' = 'literal \\n'
"another key" = """
multi
line \\
   joined""""
raw = \'\'\'
first
second\'\'\'
a.b.c = 1
a.b.d = 2
ints = [1, +2, -3, 1_000, 0xFF, 0o17, 0b101, 0,]
floats = [1.5, -0.0, 1e3, 2.5E-2, 1_0.0_1, inf, -inf]
bools = [true, false]
dates = [1979-05-27T07:32:00Z, 1979-05-27 00:32:00.999999-07:00, 1979-05-27T07:32:00, 1979-05-27, 07:32:00, 00:32:00.5]
nested = [[1, 2], ["a", # c
  "b"]]
inline = { x = 1, y.z = "w", e = {} }

[table]
key = 1
[table.sub."x.y"]
k = [
  1,
  2
]
[[items]]
name = "one"
[[items.parts]]
n = 1
[[items.parts]]
n = 2
[[items]]
name = "two"
[items.extra]
z = 1
'''))
print(tomllib.loads("x = 1.1\ny = 3", parse_float=Decimal), tomllib.load(io.BytesIO(b"a = 1\r\nb = 2")), tomllib.loads(""), tomllib.loads("nan = nan\r\n")["nan"])
for bad in ("a", "a =", "= 1", "a = 1 b = 2", "a = 1\na = 2", "[a]\n[a]", "[a\nb=1", "[[a]\n", "a = [1, 2", "a = {x = 1", "a = {x = 1,}", "a = 'x", 'a = "x', 'a = "\\q"',
            'a = "\\ud800"', 'a = "\\u12"', "a = 01", "a = 1__0", "a = 1.", "a = .5", "a = +0x1", "a.b = 1\na = 2", "a = 1\na.b = 2", "[a]\nb = 1\n[a.b]", "a = []\n[[a]]",
            "a = {}\n[a.b]", "a = {b = 1}\na.c = 2", "[[a]]\n[a]", "[a]\n[[a]]", "a = 2024-13-01", "a = 2024-02-30", "a = 25:00:00", "a = tru", "a = \x01", "# \x01",
            "a = 'x\ny'", 'a = "x\ny"', "a = '''x", 'a = """x', "[]", "[a.]", "a..b = 1", "a = 1\n\n  b", "a = {b = 1, b = 2}", "a = [1 2]", "\xe9 = 1", "a = 1\r",
            "a = \"\"\"x\\ y\"\"\"", "[a]\nb.c = 1\n[a.b]", "a = 'b' 'c'"):
    try:
        print(repr(bad), tomllib.loads(bad))
    except tomllib.TOMLDecodeError as error:
        print(repr(bad), error)
for call in (lambda: tomllib.loads(b"a = 1"), lambda: tomllib.load(io.StringIO("a = 1")), lambda: tomllib.loads("a = 1.5", parse_float=lambda x: []), lambda: tomllib.loads(3)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
