from graphlib import TopologicalSorter, CycleError
ts = TopologicalSorter({"D": {"B", "C"}, "B": {"A"}, "C": {"A"}}); print(list(ts.static_order())[0], list(TopologicalSorter({"b": ["a"], "c": ["b"]}).static_order()))
ts = TopologicalSorter(); ts.add("c", "b"); ts.add("b", "a"); ts.add("a"); ts.add("c", "a"); ts.prepare()
while ts.is_active():
    ready = ts.get_ready(); print(ready, bool(ts)); ts.done(*ready)
print(ts.get_ready(), bool(ts))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e.args)
for g in ({"a": ["b"], "b": ["a"]}, {"a": ["a"]}, {1: [2], 2: [3], 3: [1]}): t(lambda: list(TopologicalSorter(g).static_order()))
x = TopologicalSorter({"a": ["b"]}); t(x.get_ready); t(lambda: x.done("a")); t(x.is_active); x.prepare(); t(x.prepare); t(lambda: x.add("z")); t(lambda: x.done("a")); t(lambda: x.done("nope")); print(x.get_ready()); x.done("b"); t(lambda: x.done("b")); t(lambda: TopologicalSorter({"a": 5})); t(lambda: TopologicalSorter({"a": [[]]})); print(TopologicalSorter[int], issubclass(CycleError, ValueError))
