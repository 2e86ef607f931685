"""Priority queues in lists: heap[k] <= heap[2k+1] and heap[k] <= heap[2k+2], so heap[0] is the smallest."""

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def heappush(heap, item):
    """Put an item on the heap."""
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap):
    """Take the smallest item off the heap and return it."""
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return smallest


def heapreplace(heap, item):
    """Return the smallest item and put a new one in; faster than a pop and a push."""
    if not heap:
        raise IndexError('index out of range')
    smallest = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return smallest


def heappushpop(heap, item):
    """Put an item in, then take the smallest off and return it; faster than a push and a pop."""
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(x):
    """Make a list a heap, in place, in linear time."""
    for i in range(len(x) // 2 - 1, -1, -1):
        _sink(x, i)


def _rise(heap, top, pos):
    # Move the item at pos up until its parent is no larger.
    item = heap[pos]
    while pos > top:
        parent = (pos - 1) >> 1
        above = heap[parent]
        if not item < above:
            break
        heap[pos] = above
        pos = parent
    heap[pos] = item


def _sink(heap, pos):
    # Follow the smaller children down to a leaf, then let the item rise: it mostly belongs near the leaves,
    # so this takes fewer comparisons than to stop on the way.
    end = len(heap)
    top = pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _rise(heap, top, pos)


# The same with the largest on top.

def _heapify_max(x):
    for i in range(len(x) // 2 - 1, -1, -1):
        _sink_max(x, i)


def _heappop_max(heap):
    last = heap.pop()
    if not heap:
        return last
    largest = heap[0]
    heap[0] = last
    _sink_max(heap, 0)
    return largest


def _heapreplace_max(heap, item):
    largest = heap[0]
    heap[0] = item
    _sink_max(heap, 0)
    return largest


def _sink_max(heap, pos):
    end = len(heap)
    top = pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < end:
        right = child + 1
        if right < end and not heap[right] < heap[child]:
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    while pos > top:
        parent = (pos - 1) >> 1
        above = heap[parent]
        if not above < item:
            break
        heap[pos] = above
        pos = parent
    heap[pos] = item


def merge(*iterables, key=None, reverse=False):
    """Iterate over sorted iterables as one sorted one."""
    # entries are [sort key, position of the iterable, item, next]; the position keeps equal ones in order
    heap = []
    sign = -1 if reverse else 1
    heapify_, pop, replace = ((_heapify_max, _heappop_max, _heapreplace_max) if reverse
                              else (heapify, heappop, heapreplace))
    for position, iterable in enumerate(map(iter, iterables)):
        advance = iterable.__next__
        try:
            item = advance()
        except StopIteration:
            continue
        heap.append([item if key is None else key(item), position * sign, item, advance])
    heapify_(heap)
    while heap:
        entry = heap[0]
        yield entry[2]
        try:
            entry[2] = item = entry[3]()
        except StopIteration:
            pop(heap)
        else:
            entry[0] = item if key is None else key(item)
            replace(heap, entry)


def nsmallest(n, iterable, key=None):
    """Return the n smallest items in order: sorted(iterable, key=key)[:n]."""
    return _best(n, iterable, key, smallest=True)


def nlargest(n, iterable, key=None):
    """Return the n largest items, largest first: sorted(iterable, key=key, reverse=True)[:n]."""
    return _best(n, iterable, key, smallest=False)


def _best(n, iterable, key, smallest):
    if n == 1:
        nothing = object()
        choose = min if smallest else max
        found = choose(iter(iterable), default=nothing, key=key)
        return [] if found is nothing else [found]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=not smallest)[:n]
    # a heap of the best so far, the worst of them on top; the count keeps equal items in order
    it = iter(iterable)
    heap = []
    count = 0
    step = 1 if smallest else -1
    for item in it:
        if len(heap) >= max(n, 0):
            break
        heap.append((item if key is None else key(item), count * step, item))
        count += 1
    else:
        item = it = None
    if not heap:
        return []
    (_heapify_max if smallest else heapify)(heap)
    if it is not None:
        replace = _heapreplace_max if smallest else heapreplace
        worst = heap[0][0]
        while True:
            k = item if key is None else key(item)
            if (k < worst) if smallest else (worst < k):
                replace(heap, (k, count * step, item))
                worst = heap[0][0]
                count += 1
            try:
                item = next(it)
            except StopIteration:
                break
    heap.sort(reverse=not smallest)
    return [entry[2] for entry in heap]
