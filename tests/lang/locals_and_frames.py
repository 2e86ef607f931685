# locals(), vars(), frames' f_locals and exec against function namespaces.
import sys
def f(a, *b, c=3, **d):
    e = 5
    snapshot = locals()
    e = 6
    return snapshot["e"], sorted(snapshot), sorted(locals())
print(f(1, 2, z=9))
def modify():
    x = 1
    locals()["x"] = 99
    locals()["new"] = 5
    try: new
    except NameError as e: print(e)
    return x
print(modify())
def execs():
    y = 1
    exec("y = 2; z = 3")
    ns = {"y": 10}
    exec("y += 1; w = y", globals(), ns)
    return y, ns["w"], "z" in globals()
print(execs())
def closure():
    free = "free var"
    def inner():
        free
        return locals()
    return inner()
print(closure())
class K:
    a = 1
    locals()["b"] = 2
    c = a + b
    print(sorted(k for k in locals() if k[0] != "_"))
print(K.b, K.c, vars(K)["c"])
def caller():
    secret = 42
    return callee()
def callee(): return {k: v for k, v in sys._getframe(1).f_locals.items()}, sys._getframe(1).f_code.co_name
print(caller())
def deep(n): return sys._getframe(n).f_code.co_name if n == 3 else deep2(n)
def deep2(n): return deep(n + 1)
print(deep(0), deep(2))
def lines():
    a = sys._getframe().f_lineno
    b = sys._getframe().f_lineno
    return b - a
print(lines(), globals() is sys._getframe().f_globals, sys._getframe().f_code.co_name)
def unset():
    if False: never = 1
    return locals()
print(unset(), dir() == sorted(globals()), eval("locals() is globals()"))
