# The marks below source lines: others.
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
x.a.b
---
[1, 2][7]
---
a < 3
---
a in 3
---
not undefined_name
---
undefined_name
---
x.undefined
---
f(undefined_name)
---
f(1, 2, 3)
---
f()
---
f(a=1)
---
int("zz")
---
f(1).foo
---
f(1)(2)
'''.strip('\n').split('\n---\n')

for number, text in enumerate(CASES):
    run(number, text + '\n')
    if number % 2:
        run(number, f'value = {text} \n' if '\n' not in text and ':=' not in text else text + '  # comment\n')
