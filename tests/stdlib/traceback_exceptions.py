# The text of exceptions: exceptions.
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
b = 1/0   
---
{1: 2}[3] # comment with ] bracket
---
b = a["k"] # trailing
---
try: 1/0
except KeyError: pass
---
try: 1/0
except ZeroDivisionError: {}["k"]
---
try: 1/0
finally: {}["k"]
---
try: 1/0
except ZeroDivisionError as e: raise KeyError("z") from e
---
try: 1/0
except ZeroDivisionError as e: raise KeyError("z") from None
---
try: raise ExceptionGroup("g", [ValueError(1), TypeError("t")])
except* ValueError: raise KeyError("k")
---
raise ExceptionGroup("g", [ValueError(i) for i in range(20)])
---
raise ExceptionGroup("g", [ExceptionGroup("h", [ValueError(1), ExceptionGroup("i", [TypeError(3)])]), KeyError(3)])
---
def r(n): return r(n-1) if n else 1/0
r(2)
---
def r(n): return r(n-1) if n else 1/0
r(3)
---
def r(n): return r(n-1) if n else 1/0
r(4)
---
def r(n): return r(n-1) if n else 1/0
r(5)
---
def r(n): return r(n-1) if n else 1/0
r(6)
---
e = ValueError("v"); e.add_note("note1"); e.add_note("no\nte2"); raise e
---
e = ValueError("v"); e.__notes__ = 5; raise e
---
e = ValueError("v"); e.__notes__ = "str"; raise e
---
class E(Exception): pass
raise E("my")
---
class E(Exception):
    def __str__(self): raise ValueError
raise E("my")
---
class O:
    class E(Exception): pass
raise O.E("my")
raise SystemError
raise KeyError("k")
raise OSError(2, "No such file", "fn")
---
open("/nonexistent/file")
---
raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")
---
b"\xff".decode("utf-8")
---
raise Exception("multi", 2)
---
raise Exception("")
---
raise Exception("é日本")
---
g = (i/0 for i in [1]); next(g)
---
next(iter([]))
---
e1 = ValueError(1); e2 = ExceptionGroup("g", [e1]); e2.__cause__ = KeyError(1); raise e2
---
e1 = ExceptionGroup("g", [ValueError(1)]); raise TypeError("t") from e1
---
s = "abc"; s.indx("a")
---
x.bluch
---
nam = 1; name_ = nme
---
prnt(1)
---
json
---
sys
---
x.self_attr()
'''.strip('\n').split('\n---\n')

for number, text in enumerate(CASES):
    run(number, text + '\n')
