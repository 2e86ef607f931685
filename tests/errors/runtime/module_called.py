# A module that is called in place of its function.
import time
time.foo = 1
import sys, types
m = types.ModuleType("m"); m.m = 5
try: m()
except TypeError as e: print(e)
m.m = print
try: m()
except TypeError as e: print(e)
m.__name__ = 5
try: m()
except TypeError as e: print(e)
del m.__name__
try: m()
except TypeError as e: print(e)
class M(types.ModuleType): pass
m = M("x"); m.x = print
m()
