"""Queue, PriorityQueue and LifoQueue between tasks of one loop.

Who waits for an item or for room is a future in a queue of its own; put and get each wake the first of the other side.
A woken task looks again before it takes, since another may have been faster. Subclasses may replace _init, _get and _put.
`await queue.put(x)` and `await queue.get()` of a Queue itself are done by native twins of the two, which do the same.
"""

__all__ = ('Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty')

from _asyncio import _have_twins, _wake_next
from _collections import deque

from .locks import Event
from .mixins import _LoopBoundMixin


class QueueEmpty(Exception):
    """get_nowait() found no item."""


class QueueFull(Exception):
    """put_nowait() found no room."""


def _give_up(waiter, waiters, blocked):
    """Clean up after a task that was cancelled while it waited. A wake-up it had already got goes on to the next."""
    waiter.cancel()
    try:
        waiters.remove(waiter)
    except ValueError:
        pass
    if not blocked() and not waiter.cancelled():
        _wake_next(waiters)


class Queue(_LoopBoundMixin):
    """First in, first out. With maxsize above zero, put() waits for room."""

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = deque()
        self._putters = deque()
        self._unfinished_tasks = 0
        self._loop = self._queue = None
        self._finished = Event()
        self._finished.set()
        self._init(maxsize)

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self._format()}>'

    def __str__(self):
        return f'<{type(self).__name__} {self._format()}>'

    def _format(self):
        text = f'maxsize={self._maxsize!r}'
        if getattr(self, '_queue', None):
            text += f' _queue={list(self._queue)!r}'
        if self._getters:
            text += f' _getters[{len(self._getters)}]'
        if self._putters:
            text += f' _putters[{len(self._putters)}]'
        if self._unfinished_tasks:
            text += f' tasks={self._unfinished_tasks}'
        return text

    def qsize(self):
        """The number of items in the queue."""
        return len(self._queue)

    @property
    def maxsize(self):
        """The room; zero or less for no limit."""
        return self._maxsize

    def empty(self):
        """True if there is no item."""
        return not self._queue

    def full(self):
        """True if there is no room."""
        return not self._maxsize <= 0 and self.qsize() >= self._maxsize

    async def put(self, item):
        """Wait for room, then add item."""
        while self.full():
            waiter = self._get_loop().create_future()
            self._putters.append(waiter)
            try:
                await waiter
            except:
                _give_up(waiter, self._putters, self.full)
                raise
        return self.put_nowait(item)

    def put_nowait(self, item):
        """Add item, or raise QueueFull."""
        if self.full():
            raise QueueFull
        self._put(item)
        if self._unfinished_tasks == 0:
            self._finished.clear()
        self._unfinished_tasks += 1
        if self._getters:
            _wake_next(self._getters)

    async def get(self):
        """Wait for an item, then take it."""
        while self.empty():
            waiter = self._get_loop().create_future()
            self._getters.append(waiter)
            try:
                await waiter
            except:
                _give_up(waiter, self._getters, self.empty)
                raise
        return self.get_nowait()

    def get_nowait(self):
        """Take an item, or raise QueueEmpty."""
        if self.empty():
            raise QueueEmpty
        item = self._get()
        if self._putters:
            _wake_next(self._putters)
        return item

    def task_done(self):
        """Say that an item taken earlier has been dealt with."""
        if self._unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self._unfinished_tasks -= 1
        if self._unfinished_tasks == 0:
            self._finished.set()

    async def join(self):
        """Wait until every item put has been taken and dealt with."""
        if self._unfinished_tasks > 0:
            await self._finished.wait()


_have_twins(Queue)


class PriorityQueue(Queue):
    """The smallest item comes out first."""

    def _init(self, maxsize):
        # Imported here, since few programs have a queue of this kind.
        from heapq import heappop, heappush
        self._heappop, self._heappush = heappop, heappush
        self._queue = []

    def _get(self):
        return self._heappop(self._queue)

    def _put(self, item):
        self._heappush(self._queue, item)


class LifoQueue(Queue):
    """The newest item comes out first."""

    def _init(self, maxsize):
        self._queue = []

    def _get(self):
        return self._queue.pop()

    def _put(self, item):
        self._queue.append(item)
