# graphlib: step by step, several at a time, cycles, wrong order of calls.
from graphlib import CycleError, TopologicalSorter

t = TopologicalSorter({'D': {'B', 'C'}, 'C': {'A'}, 'B': {'A'}})
t.add('E', 'D', 'D')
t.add('F')
t.prepare()
while t.is_active():
    ready = t.get_ready()
    print(sorted(ready), t.get_ready(), bool(t))
    t.done(*ready)
print(t.is_active(), bool(t), t.get_ready())
print(list(TopologicalSorter({1: [2], 2: [3], 3: []}).static_order()), list(TopologicalSorter().static_order()), list(TopologicalSorter({'only': ()}).static_order()))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error, *error.args[1:])


for graph in ({1: [1]}, {1: [2], 2: [1]}, {1: [2], 2: [3], 3: [4], 4: [2]}, {'a': 'b', 'b': 'c', 'c': 'a', 'x': 'a'}):
    attempt(lambda: list(TopologicalSorter(graph).static_order()))
new = TopologicalSorter({1: [2], 2: [3]})
attempt(lambda: new.get_ready())
attempt(lambda: new.is_active())
attempt(lambda: new.done(1))
new.prepare()
attempt(new.prepare)
attempt(lambda: new.add(5))
attempt(lambda: new.done(1))
attempt(lambda: new.done(99))
print(new.get_ready())
attempt(lambda: new.done(3, 3))
attempt(lambda: new.done(3))
print(new.get_ready(), new.is_active())
attempt(lambda: TopologicalSorter({1: 5}))
attempt(lambda: TopologicalSorter({1: [[]]}))
cyclic = TopologicalSorter({1: [2], 2: [1], 3: [4]})
attempt(cyclic.prepare)
print(sorted(cyclic.get_ready()), cyclic.is_active())
print(issubclass(CycleError, ValueError))
wide = TopologicalSorter({n: range(max(0, n - 2), n) for n in range(12)})
print(list(wide.static_order()))
