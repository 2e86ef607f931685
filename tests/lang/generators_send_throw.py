# send, throw and close with all their rules.
def g():
    while True:
        try:
            x = yield
            print("got", x)
        except ValueError as e:
            print("caught", e)
            yield "handled"
        except GeneratorExit:
            print("closing")
            raise
        finally:
            print("finally")
it = g()
try: it.send(1)
except TypeError as e: print(e)
next(it)
it.send(1)
print(it.throw(ValueError("v")))
print(next(it))
try: it.throw(KeyError("k"))
except KeyError as e: print("propagated", e)
print(next(it, "finished"))
fresh = g()
try: fresh.throw(OSError("before start"))
except OSError as e: print(e)
print(list(fresh))
fresh = g(); fresh.close(); print(list(fresh))
def stubborn():
    try: yield 1
    except GeneratorExit: yield 2
s = stubborn(); next(s)
try: s.close()
except RuntimeError as e: print(e)
def returns_on_close():
    try: yield 1
    except GeneratorExit: return 5
r = returns_on_close(); next(r); print(r.close())
def raises_on_close():
    try: yield 1
    finally: raise KeyError("cleanup")
r = raises_on_close(); next(r)
try: r.close()
except KeyError as e: print("close raised", e, repr(e.__context__))
def stop_inside():
    yield 1
    raise StopIteration("leak")
try: list(stop_inside())
except RuntimeError as e: print(e, repr(e.__cause__))
def next_inside():
    yield next(iter([]))
try: list(next_inside())
except RuntimeError as e: print(e)
def running():
    yield next(me)
me = running()
try: next(me)
except ValueError as e: print(e)
def plain(): yield 1
for args in [(), (1,), ("text",), (KeyError,)]:
    try: plain().throw(*args)
    except BaseException as e: print(type(e).__name__, e)
