# The marks below source lines: operators.
import linecache
import traceback

SETUP = """class X:
    a = {}
    b = 5
    blech = 1

    def meth(self, v):
        return {}

    def self_attr(self):
        return blech


x, a, b, y = X(), {}, {}, 3


def f(v):
    return v
"""


def run(number, text):
    # A file that only linecache knows.
    name = f'case{number}.py'
    linecache.cache[name] = len(text), None, text.splitlines(True), name
    space = {'__name__': '__main__'}
    exec(SETUP, space)
    try:
        exec(compile(text, name, 'exec'), space)
    except BaseException as e:
        e.__traceback__ = e.__traceback__.tb_next
        print(''.join(traceback.format_exception(e)), end='')
    else:
        print('no error:', text)


CASES = r'''
1/0
---
(1)/0
---
(1)/(0)
---
1 / (0)
---
(1+1)/0
---
x.a + y
---
f(1) + f("s")
---
f(1)+f("s")
---
-"s"
---
1 + -"s"
---
2 ** "s"
---
-2 ** "s"
---
"s" ** -2
---
"a" % (1, 2)
---
"a" "b" + 1
---
f"{1/0}" + "x"
---
( a ) + ( 1 )
---
(a) + (1)
---
(a)+(1)
---
a+1
---
a+(1,2)
---
1 @ 2
---
1 // 0
---
1 % 0
---
1 << "s"
---
1 >> -1
---
1 & "s"
---
1 | "s"
---
1 ^ "s"
---
1 + 2 - 3 / 0 * 4
---
1e-5 + "s"
---
0x1f + "s"
---
1j + "s"
---
1. + "s"
---
1.5.real + "s"
---
int("zz") + 3
---
[i/0 for i in [1]]
---
(lambda: 1/0)()
---
1/0 if a else 2
---
f(1/0)
---
x.meth(1/0)
---
"日本" + 5
---
1 +\
    "s"
---
f(1,
  2/0)
---
(1
 + "s")
---
"abc".index("z") + 3
---
(yield_ := 1/0)
---
x.a.b.c + x.zz
---
[*a, 1/0]
---
f(*1)
---
f(**1)
---
{**1}
---
(1 , ) + 3
---
() + 3
---
[] + 3
---
{} + 3
---
"" + 3
---
... + 3
---
None + 3
---
True + "x"
'''.strip('\n').split('\n---\n')

for number, text in enumerate(CASES):
    run(number, text + '\n')
    if number % 2:
        run(number, f'value = {text} \n' if '\n' not in text and ':=' not in text else text + '  # comment\n')
