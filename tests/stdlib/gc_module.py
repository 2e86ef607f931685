"""gc: the module's functions as far as they do not depend on how memory is managed."""
import gc


class Node:
    pass


print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled())
print(gc.get_threshold())
gc.set_threshold(500, 5)
print(gc.get_threshold())
gc.set_threshold(700, 10, 10)
print(isinstance(gc.collect(), int), isinstance(gc.collect(0), int), isinstance(gc.collect(generation=1), int))


def check(f):
    try:
        print('no error:', f())
    except Exception as e:
        print(type(e).__name__ + ':', e)


check(lambda: gc.collect(3))
check(lambda: gc.collect(-1))
check(lambda: gc.collect('x'))
check(lambda: gc.set_threshold('x'))
check(lambda: gc.get_objects(5))
check(lambda: gc.get_objects(-2))
print(len(gc.get_count()), all(isinstance(n, int) for n in gc.get_count()))
print([sorted(s) for s in gc.get_stats()])
n = Node()
print([gc.is_tracked(x) for x in (1, 'a', 1.5, None, True, [], {}, {'a': 1}, {'a': []}, n, Node, check, (), len, gc)])
n.other = ['marker']
holder = [n, 5]
print(any(o is n for o in gc.get_objects()), any(o is holder for o in gc.get_objects()))
print(any(o is holder for o in gc.get_referrers(n)), gc.get_referrers(object()))
print(gc.get_referents([1, 'a'], (2, 3)), gc.get_referents({'k': 'v', 'k2': n}) == ['v', n], gc.get_referents(1, 'a'), gc.get_referents())
print(n.other in gc.get_referents(n) or n.__dict__ in gc.get_referents(n), Node in gc.get_referents(n))
print(gc.garbage, gc.callbacks, gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
print(gc.get_debug())
gc.set_debug(0)


def report(phase, info):
    print(phase, sorted(info), info['generation'])


gc.callbacks.append(report)
gc.collect()
gc.collect(1)
gc.callbacks.remove(report)
gc.freeze()
print(gc.get_freeze_count() > 0)
gc.unfreeze()
print(gc.get_freeze_count())


class Cycle:
    log = []

    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        self.log.append(self.name)
        self.revived = keep.append(self)


keep = []
for i in range(5):
    Cycle(i)
gc.collect()
gc.collect()
print(sorted(Cycle.log)[:3], gc.is_finalized(keep[0]), gc.is_finalized(n), gc.is_finalized(3))
