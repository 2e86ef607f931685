"""SimpleQueue, the queue that a signal handler or a destructor may put into."""
# like native code

from collections import deque
from time import monotonic as _time
from types import GenericAlias
from _thread import allocate_lock as _Lock


class Empty(Exception):
    """What get_nowait() and a timed get() raise when there is nothing in the queue."""


class SimpleQueue:
    """First in, first out, without bound and without the count of tasks.

    No lock is held while anything is done, so that a put() may come in the middle of any other call of the same thread. Who waits leaves a lock
    behind that it waits for; each put() releases one, and whoever wakes up looks again.
    """

    def __init__(self):
        self._items = deque()
        self._waiting = deque()

    def put(self, /, item, block=True, timeout=None):
        """Put an item in; never waits."""
        self._items.append(item)
        self._wake_one()

    def _wake_one(self):
        try:
            self._waiting.popleft().release()
        except IndexError:
            pass

    def get(self, /, block=True, timeout=None):
        """Take an item out. An empty queue is waited for, `timeout` seconds if given, or Empty is raised at once if block is false."""
        if block and timeout is not None:
            if timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            end = _time() + timeout
        left = -1
        while True:
            try:
                return self._items.popleft()
            except IndexError:
                pass
            if block and timeout is not None:
                left = end - _time()
            if not block or timeout is not None and left <= 0:
                raise Empty
            self._wait(left)

    def _wait(self, seconds):
        lock = _Lock()
        lock.acquire()
        self._waiting.append(lock)
        try:
            if not self._items:
                lock.acquire(True, seconds)
        finally:
            try:
                self._waiting.remove(lock)
            except ValueError:
                # It was woken. If that was in vain here, somebody else can have it.
                if len(self._items) > 1 or self._items and self._waiting:
                    self._wake_one()

    def put_nowait(self, /, item):
        """Put an item in."""
        self.put(item)

    def get_nowait(self, /):
        """Take an item out, or raise Empty."""
        return self.get(block=False)

    def empty(self, /):
        """Is nothing in it?"""
        return not self._items

    def qsize(self, /):
        """How many items are in it?"""
        return len(self._items)

    __class_getitem__ = classmethod(GenericAlias)
