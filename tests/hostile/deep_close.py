# Closing, throwing into and dropping long chains.
# test: heavy
import gc, sys
def through(g):
    try: yield from g
    finally: pass
def build(n):
    g = iter([1, 2, 3])
    for _ in range(n): g = through(g)
    return g
for n in (10, 500, 20000):
    for what in ("close", "throw", "drop"):
        g = build(n)
        try:
            next(g)
            if what == "close": g.close()
            elif what == "throw": g.throw(ValueError("thrown"))
        except (RecursionError, ValueError): pass
        del g
        gc.collect()
print("closed")
class Node:
    def __init__(self, next): self.next = next
    def __del__(self): Node.count += 1
Node.count = 0
n = None
for _ in range(100000): n = Node(n)
del n; gc.collect(); print(Node.count)
t = ()
for _ in range(300000): t = (t,)
del t; gc.collect()
e = None
for _ in range(100000):
    x = ValueError(); x.__context__ = e; x.__cause__ = e; e = x
del e, x; gc.collect(); print("dropped")
