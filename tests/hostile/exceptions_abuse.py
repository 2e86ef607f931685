# test: heavy
from _t import t
import sys
def loop():
    n = 0
    while n < 1000:
        try:
            try: raise ValueError(n)
            except ValueError as e: raise KeyError(n) from e
            finally: n += 1
        except KeyError: pass
    return n
t("loop", loop, True)
def chain(n):
    e = ValueError(0)
    for i in range(n): x = ValueError(i); x.__context__ = e; e = x
    return e
c = chain(20000)
def catch():
    try: raise c
    except ValueError as e: return e.args
t("long chain", catch, True)
import traceback
t("raise in loop", lambda: [exec("try: raise ValueError\nexcept ValueError: pass") for _ in range(200)].__len__(), True)
def cyc():
    a, b = ValueError("a"), KeyError("b"); a.__context__ = b; b.__context__ = a
    try:
        try: raise a
        except ValueError: raise b
    except KeyError as e: return repr(e.__context__)
t("cycle", cyc, True)
def nest(n):
    if n == 0: raise ValueError("deep")
    try: nest(n - 1)
    except ValueError as e: raise
def deep():
    try: nest(300)
    except ValueError as e:
        k = 0; tb = e.__traceback__
        while tb: k += 1; tb = tb.tb_next
        return k
t("deep reraise", deep, True)
def fin(n):
    try:
        if n: fin(n - 1)
        else: raise KeyError("bottom")
    finally: seen.append(n)
seen = []; t("finally", lambda: fin(100)); print(len(seen))
class Weird(Exception):
    def __init__(self): raise TypeError("init raises")
    def __str__(self): raise TypeError("str raises")
def rw(): raise Weird
t("init raises", rw)
class MetaExc(type):
    def __instancecheck__(c, o): raise RuntimeError("instancecheck")
    def __subclasscheck__(c, o): raise RuntimeError("subclasscheck")
class ME(Exception, metaclass=MetaExc): pass
def me():
    try: raise ValueError("v")
    except ME: return "?"
t("subclasscheck", me, True)
g = ValueError("leaf")
for i in range(500): g = ExceptionGroup("g", [g])
t("deep group split", lambda: g.split(KeyError)[0], True)
t("deep group", lambda: len(repr(g)) > 500 if sys.getrecursionlimit() > 2000 else "skip", True)
t("wide group", lambda: len(ExceptionGroup("w", [ValueError(i) for i in range(10000)]).split(lambda e: isinstance(e,
    ValueError) and e.args[0] % 2)[0].exceptions), True)
def stop(): raise StopIteration(5)
t("StopIteration in map", lambda: list(map(lambda x: stop(), [1, 2])), True)
t("StopIteration in comp", lambda: [stop() for _ in [1]]); t("in genexpr", lambda: list(stop() for _ in [1]))
t("GeneratorExit", lambda: (_ for _ in ()).throw(GeneratorExit))
t("throw type", lambda: (_ for _ in ()).throw(5)); t("args cycle", lambda: setattr(c, "args", 5))
t("traceback set", lambda: setattr(c, "__traceback__", 5)); t("del args", lambda: delattr(c, "args"))
t("del cause", lambda: delattr(c, "__cause__")); t("del tb", lambda: delattr(c, "__traceback__"))
t("notes", lambda: c.add_note(b"x")); t("raise class not exc", lambda: exec("raise object"))
t("except int", lambda: exec("try: 1/0\nexcept 5: pass"))
t("except tuple", lambda: exec("try: 1/0\nexcept ((ValueError,),): pass"))
t("from str", lambda: exec("raise ValueError from 'x'"))
