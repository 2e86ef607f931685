"""Lock, Event, Condition, Semaphore, BoundedSemaphore and Barrier for tasks of one loop.

All of them are fair: a waiter is a future in a queue, woken by setting its result in the order of arrival. Between the moment
a waiter is woken and the moment its task runs, others may run, so each class says which state the waker already changed
for it. A task that is cancelled after it was woken passes its turn on. What is awaited of Lock, Event and the semaphores
themselves is done by native twins, which do the same.
"""

__all__ = ('Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier')

from _asyncio import CancelledError, _have_twins, _wake_all
from _collections import deque

from .exceptions import BrokenBarrierError
from .mixins import _LoopBoundMixin


def _describe(obj, state):
    """repr of a lock-like object: its plain repr with the state and the number of waiters in brackets."""
    plain = object.__repr__(obj)
    if obj._waiters:
        state += f', waiters:{len(obj._waiters)}'
    return f'<{plain[1:-1]} [{state}]>'


class _ContextManagerMixin:
    """`async with` acquires and releases; the target of `as` is None."""

    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


class Lock(_ContextManagerMixin, _LoopBoundMixin):
    """Mutual exclusion between tasks. release() frees the lock and wakes the first waiter, which then takes it."""

    def __init__(self):
        self._loop = self._waiters = None
        self._locked = False

    def __repr__(self):
        return _describe(self, 'locked' if self._locked else 'unlocked')

    def locked(self):
        """True while somebody holds the lock."""
        return self._locked

    async def acquire(self):
        """Wait until the lock is free and take it. True."""
        if not self._locked and (not self._waiters or all(each.cancelled() for each in self._waiters)):
            self._locked = True
            return True
        if self._waiters is None:
            self._waiters = deque()
        turn = self._get_loop().create_future()
        self._waiters.append(turn)
        try:
            try:
                await turn
            finally:
                self._waiters.remove(turn)
        except CancelledError:
            if not self._locked:
                self._wake_first()
            raise
        self._locked = True
        return True

    def release(self):
        """Free the lock. Any task may do it."""
        if not self._locked:
            raise RuntimeError('Lock is not acquired.')
        self._locked = False
        self._wake_first()

    def _wake_first(self):
        if self._waiters:
            first = self._waiters[0]
            if not first.done():
                first.set_result(True)


class Event(_LoopBoundMixin):
    """A flag that tasks can wait for."""

    def __init__(self):
        self._loop = None
        self._waiters = deque()
        self._value = False

    def __repr__(self):
        return _describe(self, 'set' if self._value else 'unset')

    def is_set(self):
        """True while the flag is set."""
        return self._value

    def set(self):
        """Set the flag and wake everybody who waits."""
        if self._value:
            return
        self._value = True
        _wake_all(self._waiters)

    def clear(self):
        """Reset the flag; from now on wait() waits again."""
        self._value = False

    async def wait(self):
        """Return True as soon as the flag is set, at once if it is."""
        if self._value:
            return True
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)


class Condition(_ContextManagerMixin, _LoopBoundMixin):
    """A lock, and a queue of tasks that have let go of it until somebody notifies them."""

    def __init__(self, lock=None):
        if lock is None:
            lock = Lock()
        self._loop = None
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = deque()

    def __repr__(self):
        return _describe(self, 'locked' if self.locked() else 'unlocked')

    async def wait(self):
        """Release the lock, wait for a notification, and take the lock again, even when cancelled. True."""
        if not self.locked():
            raise RuntimeError('cannot wait on un-acquired lock')
        self.release()
        try:
            waiter = self._get_loop().create_future()
            self._waiters.append(waiter)
            try:
                await waiter
                return True
            finally:
                self._waiters.remove(waiter)
        finally:
            # The caller's block ends with a release, so the lock has to be had whatever happens.
            cancelled = False
            while True:
                try:
                    await self.acquire()
                    break
                except CancelledError:
                    cancelled = True
            if cancelled:
                raise CancelledError

    async def wait_for(self, predicate):
        """Wait until predicate() is true, and return its value."""
        value = predicate()
        while not value:
            await self.wait()
            value = predicate()
        return value

    def notify(self, n=1):
        """Wake up to n waiters. They go on when the lock is released."""
        if not self.locked():
            raise RuntimeError('cannot notify on un-acquired lock')
        for waiter in self._waiters:
            if n <= 0:
                break
            if not waiter.done():
                waiter.set_result(False)
                n -= 1

    def notify_all(self):
        """Wake all waiters."""
        self.notify(len(self._waiters))


class Semaphore(_ContextManagerMixin, _LoopBoundMixin):
    """A counter of free places. Who wakes a waiter has already taken the place for it."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        self._loop = self._waiters = None
        self._value = value

    def __repr__(self):
        return _describe(self, 'locked' if self.locked() else f'unlocked, value:{self._value}')

    def locked(self):
        """True if acquire() would have to wait: no place is free, or others are waiting already."""
        if self._value == 0:
            return True
        return bool(self._waiters) and any(not each.cancelled() for each in self._waiters)

    async def acquire(self):
        """Wait for a free place and take it. True."""
        if not self.locked():
            self._value -= 1
            return True
        if self._waiters is None:
            self._waiters = deque()
        turn = self._get_loop().create_future()
        self._waiters.append(turn)
        try:
            try:
                await turn
            finally:
                self._waiters.remove(turn)
        except CancelledError:
            if not turn.cancelled():
                # The place was ours already: give it to the next.
                self._value += 1
                self._wake_next()
            raise
        if self._value > 0:
            self._wake_next()
        return True

    def release(self):
        """Free one place."""
        self._value += 1
        self._wake_next()

    def _wake_next(self):
        if not self._waiters:
            return
        for turn in self._waiters:
            if not turn.done():
                self._value -= 1
                turn.set_result(True)
                return


class BoundedSemaphore(Semaphore):
    """A Semaphore that refuses to be released more often than it was acquired."""

    def __init__(self, value=1):
        self._bound = value
        super().__init__(value)

    def release(self):
        """Free one place, or raise ValueError if all are free."""
        if self._value >= self._bound:
            raise ValueError('BoundedSemaphore released too many times')
        super().release()


_have_twins(Lock, Event, Semaphore, BoundedSemaphore)


# States of a Barrier, worded as repr shows them.
_FILLING = 'filling'
_DRAINING = 'draining'
_RESETTING = 'resetting'
_BROKEN = 'broken'


class Barrier(_LoopBoundMixin):
    """A place where tasks wait for each other: when `parties` of them have come, all go on.

    Filling until the last one comes, then draining until the last one has left; those who come meanwhile wait outside.
    """

    def __init__(self, parties):
        if parties < 1:
            raise ValueError('parties must be > 0')
        # Notified at every change of the state.
        self._changed = Condition()
        self._parties = parties
        self._state = _FILLING
        self._count = 0

    def __repr__(self):
        state = self._state
        if not self.broken:
            state += f', waiters:{self.n_waiting}/{self.parties}'
        return f'<{object.__repr__(self)[1:-1]} [{state}]>'

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, exc_type, exc, tb):
        pass

    @property
    def parties(self):
        """How many tasks it takes to open the barrier."""
        return self._parties

    @property
    def n_waiting(self):
        """How many are waiting now."""
        return self._count if self._state is _FILLING else 0

    @property
    def broken(self):
        """True after abort()."""
        return self._state is _BROKEN

    async def wait(self):
        """Wait for the others. The result is the place in the order of arrival, from 0."""
        async with self._changed:
            await self._changed.wait_for(lambda: self._state is not _DRAINING and self._state is not _RESETTING)
            if self._state is _BROKEN:
                raise BrokenBarrierError('Barrier aborted')
            place = self._count
            self._count += 1
            try:
                if self._count == self._parties:
                    self._state = _DRAINING
                    self._changed.notify_all()
                else:
                    await self._changed.wait_for(lambda: self._state is not _FILLING)
                    if self._state is _BROKEN or self._state is _RESETTING:
                        raise BrokenBarrierError('Abort or reset of barrier')
                return place
            finally:
                self._leave()

    def _leave(self):
        self._count -= 1
        if self._count == 0:
            if self._state is not _BROKEN:
                self._state = _FILLING
            self._changed.notify_all()

    async def reset(self):
        """Send those who wait away with BrokenBarrierError, and start anew."""
        async with self._changed:
            self._state = _RESETTING if self._count else _FILLING
            self._changed.notify_all()

    async def abort(self):
        """Break the barrier: who waits, or comes from now on, gets BrokenBarrierError."""
        async with self._changed:
            self._state = _BROKEN
            self._changed.notify_all()
