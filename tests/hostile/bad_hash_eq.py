from _t import t
class H:
    def __init__(self, v): self.v = v
    def __hash__(self):
        if isinstance(self.v, type): raise self.v("hash raised")
        return self.v
for v in (1.5, "x", None, [], 10 ** 30, -1, True, ValueError, 2 ** 64, -2 ** 63):
    t(f"hash {v!r}", lambda: hash(H(v)) is not None); t("dict", lambda: len({H(v): 1}), True); t("set", lambda: len({H(v)}), True)
class E:
    def __hash__(self): return 1
    def __eq__(self, o): raise KeyError("eq raised")
t("dict eq", lambda: {E(): 1, E(): 2}); t("in", lambda: E() in [E()]); t("set", lambda: {E(), E()})
t("list eq", lambda: [E()] == [E()]); t("index", lambda: [E()].index(1)); t("remove", lambda: [E()].remove(1))
t("count", lambda: (E(),).count(1)); t("dict get", lambda: {E(): 1}.get(E()))
t("tuple lt", lambda: (E(),) < (E(),)); t("ne", lambda: E() != 1); t("dict ==", lambda: {1: E()} == {1: E()})
t("set and", lambda: {E()} & {E()}); t("pop", lambda: {E(): 1}.pop(E()))
t("frozenset", lambda: frozenset([E(), E()]))
class W:
    def __eq__(self, o): return "not a bool"
    def __lt__(self, o): return []
    def __hash__(self): return 1
print(W() == 1, W() != 1, W() in [1], [W()] == [W()], W() < 1, sorted([W(), W()]) is not None, max(W(), W()) is not None,
    {W(): 1, W(): 2}.__len__(), [W()].count(5))
class NB:
    def __bool__(self): raise ZeroDivisionError("bool raised")
class BE:
    def __eq__(self, o): return NB()
    def __lt__(self, o): return NB()
    __hash__ = None
t("bool of eq", lambda: [BE()] == [1]); t("in", lambda: BE() in [1])
t("sorted", lambda: sorted([BE(), BE()])); t("if", lambda: 1 if NB() else 2); t("not", lambda: not NB())
t("and", lambda: NB() and 1); t("filter", lambda: list(filter(None, [NB()]))); t("any", lambda: any([NB()]))
t("while", lambda: [x for x in [1] if NB()]); t("assert", lambda: exec("assert x", {"x": NB()}))
t("chain", lambda: BE() == 1 == 2); t("key", lambda: {BE(): 1}); t("!=", lambda: BE() != 1)
t("max", lambda: max([BE(), BE()])); t("list.index", lambda: [BE()].index(3))
t("tuple ==", lambda: (BE(),) == (1,)); t("bool()", lambda: bool(NB())); t("all", lambda: all([NB()]))
t("ifexp", lambda: [0 if BE() == 2 else 1])
