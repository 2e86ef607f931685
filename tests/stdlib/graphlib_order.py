from graphlib import CycleError, TopologicalSorter

graph = {"D": {"B", "C"}, "C": {"A"}, "B": {"A"}}
print(*TopologicalSorter({"d": ["b", "c"], "c": ["a"], "b": ["a"], "z": []}).static_order())
sorter = TopologicalSorter()
for node, *needs in (("shoes", "socks", "trousers"), ("trousers", "pants"), ("socks",), ("coat", "shirt", "shoes"), ("shirt",)):
    sorter.add(node, *needs)
sorter.prepare()
while sorter.is_active():
    ready = sorter.get_ready()
    print(sorted(ready), sorter.get_ready(), bool(sorter))
    sorter.done(*ready)
try:
    list(TopologicalSorter({1: [2], 2: [3], 3: [1], 4: []}).static_order())
except CycleError as error:
    print(error.args[0], sorted(set(error.args[1])), error.args[1][0] == error.args[1][-1], isinstance(error, ValueError))
t = TopologicalSorter({"a": ["b"]})
for f in (t.get_ready, t.is_active, lambda: t.done("a"), t.prepare, t.prepare, lambda: t.add("c"), lambda: t.done("zz"), lambda: t.done("a"),
          t.get_ready, lambda: t.done("b"), lambda: t.done("b"), t.get_ready, lambda: t.done("a"), t.is_active):
    try:
        print(f())
    except ValueError as error:
        print("ValueError", error)
