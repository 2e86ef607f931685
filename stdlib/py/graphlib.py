"""Graphs put in an order in which what a node depends on comes before it."""

from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    """The graph has a cycle; the second argument is one, with its first node again at the end."""


class TopologicalSorter:
    """Hands out nodes whose predecessors are all done."""

    def __init__(self, graph=None):
        self._waits = {}  # node: count of predecessors not done; None once it was handed out
        self._followers = {}
        self._ready = None
        self._handed = 0
        self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _know(self, node):
        if node not in self._waits:
            self._waits[node] = 0
            self._followers[node] = []

    def add(self, node, *predecessors):
        """Adds a node, or more that it depends on."""
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._know(node)
        self._waits[node] += len(predecessors)
        for each in predecessors:
            self._know(each)
            self._followers[each].append(node)

    def prepare(self):
        """Ends the adding; a cycle is an error."""
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [node for node, count in self._waits.items() if count == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        """The nodes that have become ready since the last call."""
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        result = tuple(self._ready)
        for node in result:
            self._waits[node] = None
        self._ready.clear()
        self._handed += len(result)
        return result

    def is_active(self):
        """Whether there is more to come."""
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        return self._finished < self._handed or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Tells that nodes handed out are done."""
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        for node in nodes:
            if node not in self._waits:
                raise ValueError(f"node {node!r} was not added using add()")
            count = self._waits[node]
            if count is not None:
                if count == -1:
                    raise ValueError(f"node {node!r} was already marked done")
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            self._waits[node] = -1
            self._finished += 1
            for follower in self._followers[node]:
                self._waits[follower] -= 1
                if self._waits[follower] == 0:
                    self._ready.append(follower)

    def _find_cycle(self):
        """A path that ends where it began, found by a walk in depth with its own stack."""
        finished = set()
        for start in self._waits:
            path, position, walks = [], {}, []
            node = start
            while True:
                if node in position:
                    return path[position[node]:] + [node]
                if node not in finished:
                    position[node] = len(path)
                    path.append(node)
                    walks.append(iter(self._followers[node]))
                while path:
                    try:
                        node = next(walks[-1])
                        break
                    except StopIteration:
                        walks.pop()
                        last = path.pop()
                        del position[last]
                        finished.add(last)
                else:
                    break
        return None

    def static_order(self):
        """All nodes in order."""
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)

    __class_getitem__ = classmethod(GenericAlias)
