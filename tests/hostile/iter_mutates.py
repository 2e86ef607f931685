# Iterators that change what is built from them, or themselves.
from _t import t
L = []
def gen():
    for i in range(20): L.clear(); yield i
t("extend", lambda: L.extend(gen())); t("slice", lambda: L.__setitem__(slice(0, 5), gen())); t("iadd", lambda: L.__iadd__(gen()))
L = [1, 2, 3]
def grow():
    for x in L:
        if len(L) < 1000: L.append(x)
        yield x
t("list", lambda: len(list(grow())), True)
D = {}
def pairs():
    for i in range(10): D.clear(); yield i, i
t("update", lambda: D.update(pairs())); print(len(D))
S = set()
def items():
    for i in range(10): S.clear(); yield i
t("set update", lambda: S.update(items())); t("ixor", lambda: S.__ixor__(set(range(5)))); t("difference", lambda: S.difference_update(S))
B = bytearray()
def octets():
    for i in range(10): B.clear(); yield i
t("bytearray", lambda: B.extend(octets())); print(len(B))
class Liar:
    def __len__(self): return 10 ** 6
    def __iter__(self): return iter([1])
    def __length_hint__(self): return -1
t("liar", lambda: list(Liar()), True); t("tuple", lambda: tuple(Liar()), True)
class Hint:
    def __init__(self, h): self.h = h
    def __iter__(self): return iter(())
    def __length_hint__(self): return self.h
for h in (-1, 2 ** 70, "x", None, NotImplemented): t(f"hint {h!r}", lambda: list(Hint(h)))
def selfish():
    yield from it
it = selfish(); t("self", lambda: next(it))
z = zip(); z2 = zip(z2 for z2 in [1]); t("zip", lambda: list(zip(z2, z2, z2)))
t("str.join", lambda: ",".join(x for x in iter(lambda: L.clear() or "a", "a")), True)
