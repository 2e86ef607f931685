# tomllib: every kind of value and table, and errors with their places.
import io
import tomllib

text = '''
title = "a \\"b\\" \\u00e9 \\U0001F600 \\t"
lit = 'C:\\path'
multi = """
first \\
   second
  third"""
mlit = \'\'\'
raw \\n
\'\'\'
ints = [1, +2, -3, 0x1F, 0o17, 0b101, 1_000]
floats = [1.0, -0.5, 1e3, 2.5E-3, inf, -inf, 1_0.2_5]
truth = [true, false]
dates = [1979-05-27T07:32:00Z, 1979-05-27T00:32:00.999999-07:00, 1979-05-27 07:32:00, 1979-05-27, 07:32:00, 07:32:00.5]
nested = [[1, 2], ["a", ["b"]], {x = 1, y.z = 2},] # comment
"quoted key" = 1
a.b."c d".e = 2
[table]
x = 1
[table.sub]
y = 2
[[list]]
n = 1
[[list]]
n = 2
[list.inner]
deep = true
[[list.many]]
[[list.many]]
k = "v"
'''
for key, value in tomllib.loads(text).items():
    print(key, '=', value)
print(tomllib.load(io.BytesIO(b'a = 1\r\nb = "x"\r\n')), tomllib.loads('x = 1.5', parse_float=str), tomllib.loads(''), tomllib.loads('# only'), tomllib.loads('n = nan')['n'] != 0)
bad = ['a', 'a =', 'a = 1 b = 2', '= 1', 'a = 1\na = 2', '[a]\n[a]', 'a.b = 1\na = 2', '[a\n', '[[a]]\n[a]', '[a]\n[[a]]', 'a = [1', 'a = {b = 1', 'a = {b = 1,}', 'a = {b = 1, b = 2}', 'a = "x', "a = 'x", 'a = """x', 'a = "\\x"', 'a = "\\ud800"',
       'a = 01', 'a = 1__0', 'a = _1', 'a = 1.', 'a = .5', 'a = 0xZ', 'a = 1e', 'a = 1979-13-01', 'a = 25:00:00', 'a = tru', 'a = True', 'a = "a\nb"', 'a = \x01', '# \x00', 'a = 1 # ok \x7f', '[]', '[a.]', 'a b = 1', 'a = [1 2]', 'a = 1979-05-27T', '\u00e9 = 1',
       'a = 1\n\n[a.b]', 'a = [] \n[[a]]', 'a = {}\n[a.b]', 'a = {}\na.b = 1', 'a.b.c = 1\n[a.b]', 'a = "\\u12"', 'a = inf2', 'a = +nan1', 'a = --1', "a = ''''x''''''", 'a = 0x_1', 'a = 2020-02-30', 'a = 1 \r b']
for case in bad:
    try:
        print(repr(case), tomllib.loads(case))
    except tomllib.TOMLDecodeError as error:
        print(repr(case), error)
for action in (lambda: tomllib.loads(b'a=1'), lambda: tomllib.load(io.StringIO('a=1')), lambda: tomllib.loads('a=1.5', parse_float=lambda s: []), lambda: tomllib.load(io.BytesIO(b'\xff')), lambda: tomllib.loads('a = ' + '[' * 2000)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, str(error)[:90])
