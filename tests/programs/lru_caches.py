# Caches: an LRU by OrderedDict and by a linked list, a TTL with a fake clock, and functools' own.
import functools
from collections import OrderedDict


class LRU:
    def __init__(self, size):
        if size < 1:
            raise ValueError("a cache holds one thing at least")
        self.size, self.data = size, OrderedDict()
        self.hits = self.misses = 0

    def __getitem__(self, key):
        try:
            self.data.move_to_end(key)
        except KeyError:
            self.misses += 1
            raise
        self.hits += 1
        return self.data[key]

    def __setitem__(self, key, value):
        self.data[key] = value
        self.data.move_to_end(key)
        while len(self.data) > self.size:
            gone, _ = self.data.popitem(last=False)
            print("  evicted", gone)

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{k}={v}' for k, v in self.data.items())})"


class Node:
    __slots__ = ("key", "value", "before", "after")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.before = self.after = self


class LinkedLRU:
    def __init__(self, size):
        self.size, self.nodes, self.root = size, {}, Node()

    def _unlink(self, node):
        node.before.after, node.after.before = node.after, node.before

    def _front(self, node):
        node.before, node.after = self.root, self.root.after
        self.root.after.before = node
        self.root.after = node

    def get(self, key, default=None):
        if (node := self.nodes.get(key)) is None:
            return default
        self._unlink(node)
        self._front(node)
        return node.value

    def put(self, key, value):
        if key in self.nodes:
            self._unlink(self.nodes[key])
        elif len(self.nodes) == self.size:
            last = self.root.before
            self._unlink(last)
            del self.nodes[last.key]
        node = self.nodes[key] = Node(key, value)
        self._front(node)

    def __iter__(self):
        node = self.root.after
        while node is not self.root:
            yield node.key
            node = node.after


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def timed(seconds, clock):
    def wrap(function):
        kept = {}

        @functools.wraps(function)
        def inner(*args):
            if args in kept and clock() - kept[args][1] < seconds:
                return kept[args][0]
            kept[args] = function(*args), clock()
            return kept[args][0]
        inner.kept = kept
        return inner
    return wrap


cache = LRU(3)
for key in "abcad":
    if key not in cache:
        cache[key] = ord(key)
    else:
        cache[key]
print(cache, cache.hits, cache.misses)
try:
    cache["b"]
except KeyError as error:
    print("miss", error, cache.misses)
try:
    LRU(0)
except ValueError as error:
    print(error)

linked = LinkedLRU(2)
linked.put("x", 1), linked.put("y", 2), linked.get("x"), linked.put("z", 3)
print(list(linked), linked.get("y", "gone"))
linked.put("x", 10)
print(list(linked), linked.get("x"))

clock = Clock()
calls = []


@timed(10, clock)
def slow(n):
    "Doubles slowly."
    calls.append(n)
    return n * 2


slow(1), slow(1), slow(2)
clock.now = 11.0
slow(1)
print(calls, slow.__name__, slow.__doc__, slow.kept)


@functools.lru_cache(maxsize=8)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info(), fib.cache_parameters())
fib.cache_clear()
print(fib.cache_info(), fib.__wrapped__.__name__)


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @functools.cached_property
    def area(self):
        print("  computing")
        return 3 * self.radius ** 2


c = Circle(2)
print(c.area, c.area, vars(c))
del c.area
c.radius = 3
print(c.area)
