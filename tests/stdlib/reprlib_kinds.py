import reprlib, collections, array
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr(set("abcdefghij")), reprlib.repr(frozenset([1])), reprlib.repr(tuple(range(10))), reprlib.repr((1,)), reprlib.repr(10**100), reprlib.repr(collections.deque(range(20))), reprlib.repr(array.array("i", range(10))), reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr({"k" * 50: "v" * 50}), reprlib.repr(b"x" * 100), reprlib.repr(object)[:14], reprlib.repr([]), reprlib.repr({}), reprlib.repr(set()), reprlib.repr(1.5))
r = reprlib.Repr(maxlist=2, maxstring=10, maxlevel=2, fillvalue="<...>", indent=2)
print(r.repr([1, 2, 3]), r.repr("abcdefghijklmnop"), r.repr([[[1]]]), r.repr({"a": [1, 2, 3]}), sep="\n")
r.indent = "--"; print(r.repr([1, [2]])); r.indent = None; r.maxdict = 1; print(r.repr({1: 1, 2: 2}))
class Bad:
    def __repr__(self): raise ValueError
print(reprlib.repr(Bad()).split(" at ")[0])
class Tree:
    def __init__(self): self.kids = []
    @reprlib.recursive_repr("<again>")
    def __repr__(self): return f"Tree({self.kids})"
t = Tree(); t.kids.append(t); print(t, t.__repr__.__name__)
class Mine(reprlib.Repr):
    def repr_Tree(self, x, level): return f"tree at {level}"
    def repr_int(self, x, level): return f"#{x}"
print(Mine().repr([t, 5, [t]]))
