# `except E as name`: binding, deletion, nesting, sys.exception() along generators and finally.
import sys
def cur(): return repr(sys.exception())
try: raise ValueError(1)
except ValueError as e:
    print(cur(), e)
    try: raise KeyError(2)
    except KeyError as e: print(cur(), e)
    print(cur())
    try: e
    except NameError as x: print(x)
print(cur())
def shadow():
    e = "before"
    try: raise ValueError
    except ValueError as e: pass
    try: return e
    except UnboundLocalError: return "unbound"
print(shadow())
def rebinding():
    try: raise ValueError("v")
    except ValueError as e: e = 5
    return "e" in locals()
print(rebinding())
def delete():
    try: raise ValueError("v")
    except ValueError as e: del e
    return "fine"
print(delete())
def gen():
    print("gen start", cur())
    try:
        yield 1
        raise KeyError("inside")
    except KeyError:
        print("gen handler", cur()); yield 2; print("gen resumed", cur())
    print("gen end", cur()); yield 3
g = gen()
try: raise ValueError("outer")
except ValueError:
    print(next(g), cur()); print(next(g), cur())
print(cur()); print(next(g), cur())
def fin():
    try: raise ValueError("f")
    finally: print("finally sees", cur())
try: fin()
except ValueError: print(cur())
def ret():
    try: raise ValueError("r")
    except ValueError: return cur()
print(ret(), cur())
def loop():
    for i in range(3):
        try: raise IndexError(i)
        except IndexError as e:
            if i == 1: continue
            if i == 2: break
        print("after", i, cur())
    return cur()
print(loop())
def closure():
    try: raise ValueError("kept")
    except ValueError as e: f = lambda: e
    try: return f()
    except NameError as x: return str(x)
print(closure())
saved = None
try: raise ValueError("saved")
except ValueError as e: saved = e
print(repr(saved), saved.__traceback__ is not None)
with_exc = []
class CM:
    def __enter__(self): with_exc.append(cur())
    def __exit__(self, *a): with_exc.append(cur()); return True
with CM(): raise OSError("w")
print(with_exc, cur())
