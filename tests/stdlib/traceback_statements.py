# The text of exceptions: statements.
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
x.a = 1/0
---
x.q.r = 1
---
a[5] = 3; a[7]["x"] = 2
---
del a[9]
---
del x.zork
---
b = a[3]
---
b = 1; b += "s"
---
a[0] += "s"
---
x.a += "s"
---
raise ValueError("a\nb")
---
raise ValueError
---
raise ValueError("x") from KeyError("y")
---
raise 3
---
assert a
---
assert a, "msg"
---
assert 1 == 2, f"{a}"
---
import nonexistent_mod
---
import os.nonexist
---
from nonexistent_mod import x
---
for i in 5: pass
---
for i, j in [1]: pass
---
i, j = 1
---
i, j = [1]
---
i, j = [1, 2, 3]
---
i, *j = []
---
with 5: pass
---
with a as b: pass
---
if a[0]: pass
---
while 1/0: pass
---
return_ = f(1)["k"]
---
class Q(a): pass
---
class Q(1/0): pass
---
class Q:  y = 1/0
---
def g(z=1/0): pass
---
@f
class Q: pass
---
@undefined_deco
def g(): pass
---
def g(): return 1/0
---
b = 1;   c = b / 0   ; d = 3
'''.strip('\n').split('\n---\n')

for number, text in enumerate(CASES):
    run(number, text + '\n')
