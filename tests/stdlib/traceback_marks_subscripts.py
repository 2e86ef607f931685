# The marks below source lines: subscripts.
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
a[5]
---
a[5][3]
---
a[b["k"]]
---
a["missing"] + 1
---
-a["x"] + 1
---
f"{a["z"]}"
---
(1, 2)[7]
---
{}["k"]
---
{"a": 1}["k"]
---
{"a": 1}[("k")]
---
a[1:2, ]
---
a[ 0 ]
---
a[(0)]
---
(a)[0]
---
((a))[0]
---
1 + 2 * "s" + 3.5 * [1]
---
sum(i/0 for i in [1])
---
(lambda q: q["x"])({})
---
a[1/0]
---
f(1)[0]
---
f(1)["a"]["b"]
---
x.meth(3)["k"] + 5
---
a["日本語"] + 5
---
f("é") + a["k"]
---
a[
  0]
---
print(a["q"],
      3)
---
a [ 0 ]
---
x.a["k"].b
---
not a[0]
---
a[0] and 1/0
---
a[-1]
---
a[~0]
---
a[0] if 1 else 2
---
a['it\'s']
---
a["it\"s"]
---
a[b'x']
---
a[r'\d']
---
a["""t"""]
---
a['#'] + 1
'''.strip('\n').split('\n---\n')

for number, text in enumerate(CASES):
    run(number, text + '\n')
    if number % 2:
        run(number, f'value = {text} \n' if '\n' not in text and ':=' not in text else text + '  # comment\n')
