# yield from: delegation of send, throw, close and the return value.
def inner():
    try:
        got = yield 1
        print("inner got", got)
        got = yield 2
        print("inner got", got)
    except ValueError as e:
        print("inner caught", e)
        yield "recovered"
    finally:
        print("inner finally")
    return "inner result"
def outer():
    r = yield from inner()
    print("outer got", r)
    yield "outer"
    return (yield from [10, 20])
o = outer()
print(next(o), o.send("a"), o.send("b"))
print(list(o))
o = outer(); next(o)
print(o.throw(ValueError("x")), next(o))
o = outer(); next(o); o.close()
o = outer(); next(o); print(o.gi_yieldfrom.__name__)
o.close()
def ret():
    return (yield from iter("ab"))
def run(g):
    out = []
    while True:
        try: out.append(next(g))
        except StopIteration as e: return out, e.value
print(run(ret()), run(outer())[1])
def bad(): yield from 5
try: list(bad())
except TypeError as e: print(e)
def to_list():
    g = (yield from range(3))
    print(g)
print(list(to_list()))
def send_to_list():
    yield from [1, 2]
s = send_to_list(); next(s)
try: s.send(5)
except AttributeError as e: print(e)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("it value")
        return self.n
    def send(self, v):
        print("send", v); return self.__next__()
    def throw(self, *a):
        print("throw", [type(x).__name__ for x in a]); return "thrown"
    def close(self): print("closed")
def d(): return (yield from It())
g = d(); print(next(g), g.send("v")); print(g.throw(KeyError("k"))); g.close()
def flatten(x):
    for y in x:
        if isinstance(y, list): yield from flatten(y)
        else: yield y
print(list(flatten([1, [2, [3, [4]], 5], [[[6]]]])))
def deep(n):
    if n: return (yield from deep(n - 1)) + 1
    got = yield "bottom"
    return got
g = deep(50); next(g)
try: g.send(100)
except StopIteration as e: print(e.value)
