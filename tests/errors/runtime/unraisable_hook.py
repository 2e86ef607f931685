# sys.unraisablehook gets what finalizers and exit functions raise.
import sys, gc
def hook(u):
    print(u.err_msg, u.exc_type, u.exc_value, u.exc_traceback is not None, u.object.__name__, len(u), type(u).__name__)
sys.unraisablehook = hook
class A:
    def __del__(self): 1/0
def f(): A()
f()
gc.collect()
import atexit
@atexit.register
def g(): 1/0
