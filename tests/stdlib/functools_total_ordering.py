# total_ordering from each of the four methods.
from functools import *
from contextlib import *

@total_ordering
class V:

    def __init__(s, v):
        s.v = v

    def __eq__(s, o):
        return s.v == o.v

    def __lt__(s, o):
        return s.v < o.v


print(V(1) < V(2), V(1) <= V(1), V(2) > V(1), V(2) >= V(3), V(1) > V(1))
for op in ('__le__', '__gt__', '__ge__'):

    class W:

        def __init__(s, v):
            s.v = v

        def __eq__(s, o):
            return s.v == o.v
    setattr(W, op, lambda s, o, op=op: getattr(s.v, op)(o.v))
    W = total_ordering(W)
    print(op, [(a < b, a <= b, a > b, a >= b) for a in (W(1), W(2)) for b in (W(1), W(2))])
try:

    @total_ordering
    class Z:
        pass
except ValueError as e:
    print(e)
