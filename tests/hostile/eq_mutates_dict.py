# __eq__ and __hash__ that change the dict which asks them.
from _t import t
class K:
    d, left = None, 0
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, other):
        if K.left > 0 and K.d is not None:
            K.left -= 1
            K.d.clear(); K.d.update({i: i for i in range(50)})
        return self is other
def make(n): K.d = None; d = {K(i): i for i in range(n)}; K.d, K.left = d, 3; return d
for name, f in (("get", lambda d: d.get(K(9))), ("set", lambda d: d.__setitem__(K(9), 1)), ("pop", lambda d: d.pop(K(9), None)), ("in", lambda d: K(9) in d),
                ("setdefault", lambda d: d.setdefault(K(9), 1)), ("update", lambda d: d.update({K(9): 1})), ("copy", lambda d: d.copy()), ("or", lambda d: d | {K(9): 1}),
                ("eq", lambda d: d == {K(i): i for i in range(8)}), ("keys", lambda d: d.keys() & {K(1), K(2)}), ("del", lambda d: d.__delitem__(K(9))), ("fromkeys", lambda d: dict.fromkeys([K(1), K(2)]))):
    try: f(make(8)); print(name, "ok")
    except (KeyError, RuntimeError) as e: print(name, type(e).__name__)
s = set()
class M(K):
    def __eq__(self, other): s.clear(); return False
    __hash__ = K.__hash__
for i in range(5): s.add(M(i))
for f in (lambda: s.discard(M(1)), lambda: s | {M(3)}, lambda: s & {M(3)}, lambda: s.update([M(1), M(2)]), lambda: s == {M(1)}, lambda: s.issubset({M(1)})):
    try: f()
    except RuntimeError: pass
print("set ok")
