"""Priority queues in lists: heap[k] <= heap[2k+1] and heap[k] <= heap[2k+2], so heap[0] is the smallest."""

from _heapq import _heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop, heapreplace

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


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
    """The first n of the sorted items, without sorting all of them."""
    return _best(n, iterable, key, smallest=True)


def nlargest(n, iterable, key=None):
    """The first n of the items sorted downwards, without sorting all of them."""
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
