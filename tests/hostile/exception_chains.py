# Exceptions whose causes and contexts are long or go in circles, printed.
# test: heavy
import traceback, io, sys
a, b = ValueError("a"), TypeError("b")
a.__cause__, b.__cause__ = b, a
print("".join(traceback.format_exception(a)).count("Error"))
a.__context__ = b; b.__context__ = a; a.__cause__ = b.__cause__ = None
print("".join(traceback.format_exception(b)).count("Error"))
e = None
for i in range(3000):
    x = ValueError(i); x.__context__ = e; e = x
try: n = len(traceback.format_exception(e)); print(n > 100)
except RecursionError: print(True)
g = ValueError(1)
for i in range(3000): g = ExceptionGroup("g", [g])
for f in (lambda: traceback.format_exception(g), lambda: repr(g), lambda: str(g), lambda: g.split(ValueError), lambda: g.subgroup(TypeError), lambda: g.derive([ValueError()])):
    try: f(); print("ok")
    except RecursionError: print("ok")
try:
    try: raise g
    except* ValueError: pass
    print("ok")
except RecursionError: print("ok")
self = ExceptionGroup("s", [ValueError()])
self.__cause__ = self; self.__context__ = self
print(len(traceback.format_exception(self)) > 0)
try: raise ValueError from ValueError
except ValueError as e: print(type(e.__cause__))
for bad in (1, "x", int, [ValueError]):
    try: raise ValueError from bad
    except TypeError as e: print(e)
for bad in (1, None, "x", object, type):
    try: raise bad
    except TypeError as e: print(e)
class Weird(Exception):
    def __new__(cls): return 3
try: raise Weird
except TypeError as e: print(e)
