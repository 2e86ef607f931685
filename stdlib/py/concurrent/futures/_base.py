"""Futures of calls in other threads and processes, and how to wait for several."""

import collections
import logging
import threading
import time
import types

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

PENDING = 'PENDING'
RUNNING = 'RUNNING'
CANCELLED = 'CANCELLED'
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'
FINISHED = 'FINISHED'

_STATE_WORDS = {PENDING: 'pending', RUNNING: 'running', CANCELLED: 'cancelled', CANCELLED_AND_NOTIFIED: 'cancelled', FINISHED: 'finished'}

LOGGER = logging.getLogger('concurrent.futures')


class Error(Exception):
    """The common base of what futures raise."""


class CancelledError(Error):
    """The result will never come: somebody called cancel()."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
    """The future is in a state in which it cannot do this."""


class BrokenExecutor(RuntimeError):
    """The workers were lost: the executor can take no further tasks."""


class _Waiter:
    """Is told by the futures that somebody waits for. `needed` counts down to the event; with `on_exception` a failure is enough."""

    def __init__(self, needed, on_exception=False):
        self.event = threading.Event()
        self.finished_futures = []
        self.needed = needed
        self.on_exception = on_exception
        self.lock = threading.Lock()

    def _add(self, future, failed):
        with self.lock:
            self.finished_futures.append(future)
            self.needed -= 1
            if self.needed <= 0 or (failed and self.on_exception):
                self.event.set()

    def add_result(self, future):
        self._add(future, False)

    def add_exception(self, future):
        self._add(future, True)

    def add_cancelled(self, future):
        self._add(future, False)

    def take(self):
        """What has finished since the last time; from now on the next one is waited for."""
        with self.lock:
            finished = self.finished_futures
            self.finished_futures = []
            self.event.clear()
            return finished


class _AcquireFutures:
    """Holds the conditions of several futures, taken in one order whoever takes them."""

    def __init__(self, futures):
        self.futures = sorted(futures, key=id)

    def __enter__(self):
        for future in self.futures:
            future._condition.acquire()

    def __exit__(self, *args):
        for future in self.futures:
            future._condition.release()


def _is_over(future):
    return future._state in (CANCELLED_AND_NOTIFIED, FINISHED)


def _forget(waiter, futures):
    for future in futures:
        with future._condition:
            future._waiters.remove(waiter)


def as_completed(fs, timeout=None):
    """The futures one by one as they finish, each once. TimeoutError if not all have within `timeout` seconds."""
    end = None if timeout is None else timeout + time.monotonic()
    fs = set(fs)
    total = len(fs)
    with _AcquireFutures(fs):
        finished = {future for future in fs if _is_over(future)}
        pending = fs - finished
        waiter = _Waiter(1)
        for future in pending:
            future._waiters.append(waiter)
    finished = list(finished)
    fs = None
    try:
        while finished:
            yield finished.pop()
        while pending:
            left = None
            if end is not None:
                left = end - time.monotonic()
                if left < 0:
                    raise TimeoutError(f'{len(pending)} (of {total}) futures unfinished')
            waiter.event.wait(left)
            finished = waiter.take()
            for future in finished:
                pending.remove(future)
                with future._condition:
                    future._waiters.remove(waiter)
            finished.reverse()
            while finished:
                yield finished.pop()
    finally:
        _forget(waiter, pending)


DoneAndNotDoneFutures = collections.namedtuple('DoneAndNotDoneFutures', 'done not_done')


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait until the futures are finished, or the first of them is, as return_when says: a pair of sets, done and not_done."""
    fs = set(fs)
    with _AcquireFutures(fs):
        done = {future for future in fs if _is_over(future)}
        not_done = fs - done
        if return_when == FIRST_COMPLETED and done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_EXCEPTION and any(not f.cancelled() and f.exception() is not None for f in done):
            return DoneAndNotDoneFutures(done, not_done)
        if not not_done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_COMPLETED:
            waiter = _Waiter(1)
        elif return_when == FIRST_EXCEPTION:
            waiter = _Waiter(len(not_done), on_exception=True)
        elif return_when == ALL_COMPLETED:
            waiter = _Waiter(len(not_done))
        else:
            raise ValueError(f'Invalid return condition: {return_when!r}')
        for future in not_done:
            future._waiters.append(waiter)
    waiter.event.wait(timeout)
    _forget(waiter, not_done)
    done.update(waiter.finished_futures)
    return DoneAndNotDoneFutures(done, fs - done)


class Future:
    """The result of a call that runs elsewhere."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            try:
                callback(self)
            except Exception:
                LOGGER.exception('exception calling callback for %r', self)

    def __repr__(self):
        with self._condition:
            where = f'<{type(self).__name__} at {id(self):#x} state={_STATE_WORDS[self._state]}'
            if self._state == FINISHED:
                what = f'raised {type(self._exception).__name__}' if self._exception else f'returned {type(self._result).__name__}'
                return f'{where} {what}>'
            return where + '>'

    def cancel(self):
        """Cancel the call if it has not begun; is it cancelled now?"""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        with self._condition:
            return self._state == RUNNING

    def done(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def _give(self):
        if self._exception is None:
            return self._result
        try:
            raise self._exception
        finally:
            self = None  # the exception's traceback must not lead back to the future

    def add_done_callback(self, fn):
        """Have fn(future) called when the future is done, at once if it is."""
        with self._condition:
            if self._state not in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                self._done_callbacks.append(fn)
                return
        try:
            fn(self)
        except Exception:
            LOGGER.exception('exception calling callback for %r', self)

    def _wait_over(self, timeout):
        """Under the condition: wait until there is a result. CancelledError, TimeoutError."""
        for last in (False, True):
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                raise CancelledError()
            if self._state == FINISHED:
                return
            if last:
                raise TimeoutError()
            self._condition.wait(timeout)

    def result(self, timeout=None):
        """What the call returned, or its exception is raised. Waits for at most `timeout` seconds."""
        try:
            with self._condition:
                self._wait_over(timeout)
                return self._give()
        finally:
            self = None

    def exception(self, timeout=None):
        """The exception that the call raised, or None. Waits for at most `timeout` seconds."""
        with self._condition:
            self._wait_over(timeout)
            return self._exception

    # For executors.

    def set_running_or_notify_cancel(self):
        """The call is about to begin. False: it was cancelled, who waits has been told."""
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                for waiter in self._waiters:
                    waiter.add_cancelled(self)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            LOGGER.critical('Future %s in unexpected state: %s', id(self), self._state)
            raise RuntimeError('Future in unexpected state')

    def _finish(self, result, exception):
        with self._condition:
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                raise InvalidStateError(f'{self._state}: {self!r}')
            self._result = result
            self._exception = exception
            self._state = FINISHED
            for waiter in self._waiters:
                if exception is None:
                    waiter.add_result(self)
                else:
                    waiter.add_exception(self)
            self._condition.notify_all()
        self._invoke_callbacks()

    def set_result(self, result):
        """Give the future its result."""
        self._finish(result, None)

    def set_exception(self, exception):
        """Give the future the exception that the call raised."""
        self._finish(None, exception)

    __class_getitem__ = classmethod(types.GenericAlias)


def _result_or_cancel(future, timeout=None):
    try:
        try:
            return future.result(timeout)
        finally:
            future.cancel()
    finally:
        del future


class Executor:
    """What runs calls elsewhere."""

    def submit(self, fn, /, *args, **kwargs):
        """Have fn(*args, **kwargs) called; returns its Future."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """Like map(fn, *iterables), but the calls run at the same time; the results come in the order of the arguments."""
        end = None if timeout is None else timeout + time.monotonic()
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                futures.reverse()
                while futures:
                    if end is None:
                        yield _result_or_cancel(futures.pop())
                    else:
                        yield _result_or_cancel(futures.pop(), end - time.monotonic())
            finally:
                for future in futures:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more calls; wait for those that run."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False
