"""Deadlines for a block of code: `async with timeout(delay)`.

A timeout that fires cancels the task that entered it, and on the way out turns the CancelledError into TimeoutError.
It does so only if nobody else has asked to cancel the task meanwhile, which the task's count of cancel requests tells.
"""

__all__ = ('Timeout', 'timeout', 'timeout_at')

from _asyncio import CancelledError, current_task, get_running_loop

# States, worded as repr shows them.
_CREATED = 'created'
_ACTIVE = 'active'
_EXPIRING = 'expiring'
_EXPIRED = 'expired'
_FINISHED = 'finished'


class Timeout:
    """An asynchronous context manager that cancels its body at a point of the loop's time, or never if that is None."""

    def __init__(self, when):
        self._state = _CREATED
        self._when = when
        self._alarm = None
        self._task = None
        self._cancels_before = 0

    def when(self):
        """The deadline in the loop's time, or None."""
        return self._when

    def reschedule(self, when):
        """Move the deadline; None takes it away. Only inside the block and before the deadline."""
        if self._state is not _ACTIVE:
            if self._state is _CREATED:
                raise RuntimeError('Timeout has not been entered')
            raise RuntimeError(f'Cannot change state of {self._state} Timeout')
        self._when = when
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
        if when is not None:
            loop = get_running_loop()
            if when > loop.time():
                self._alarm = loop.call_at(when, self._on_timeout)
            else:
                self._alarm = loop.call_soon(self._on_timeout)

    def expired(self):
        """True once the deadline has passed with the block still running."""
        return self._state is _EXPIRING or self._state is _EXPIRED

    def __repr__(self):
        if self._state is not _ACTIVE:
            return f'<Timeout [{self._state}]>'
        when = None if self._when is None else round(self._when, 3)
        return f'<Timeout [{self._state}] when={when}>'

    async def __aenter__(self):
        if self._state is not _CREATED:
            raise RuntimeError('Timeout has already been entered')
        task = current_task()
        if task is None:
            raise RuntimeError('Timeout should be used inside a task')
        self._state = _ACTIVE
        self._task = task
        self._cancels_before = task.cancelling()
        if self._when is not None:
            self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc, tb):
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
        if self._state is _EXPIRING:
            self._state = _EXPIRED
            others_asked = self._task.uncancel() > self._cancels_before
            if exc_type is CancelledError and not others_asked:
                # Ours was the only request, so the cancellation is known to be the timeout.
                raise TimeoutError from exc
        else:
            self._state = _FINISHED
        return None

    def _on_timeout(self):
        self._task.cancel()
        self._state = _EXPIRING
        self._alarm = None


def timeout(delay):
    """A Timeout that expires delay seconds from now, or never if delay is None."""
    loop = get_running_loop()
    return Timeout(None if delay is None else loop.time() + delay)


def timeout_at(when):
    """A Timeout that expires at this point of the loop's time, or never if when is None."""
    return Timeout(when)
