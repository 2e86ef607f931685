"""Starting coroutines and waiting for them: create_task, sleep, gather, wait, wait_for, shield, as_completed.

Task, and the bookkeeping of which task runs, are native. The order in which futures and callbacks are made here decides the
order in which programs print, so it follows CPython 3.12 step by step: a shortcut that saves a turn of the loop is a bug.
"""

__all__ = ('Task', 'create_task', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'wait', 'wait_for', 'as_completed',
           'sleep', 'gather', 'shield', 'ensure_future', 'run_coroutine_threadsafe', 'current_task', 'all_tasks',
           'create_eager_task_factory', 'eager_task_factory', '_register_task', '_unregister_task', '_enter_task',
           '_leave_task')

from _asyncio import (CancelledError, Task, _enter_task, _leave_task, _register_task, _set_result_unless_cancelled, _set_sleep, _sleep0,
                      _swap_current_task, _unregister_task, all_tasks, current_task, get_running_loop, isfuture)

from . import events
from . import timeouts
from .coroutines import _CoroutineType, iscoroutine
from .futures import Future, _get_loop

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

_CO_ITERABLE_COROUTINE = 0x100


def create_task(coro, *, name=None, context=None):
    """Schedule coro in the running loop and return its Task."""
    loop = get_running_loop()
    if name is None and context is None:
        return loop.create_task(coro)
    # A task factory need not know either argument: pass what was given, and let the task take its name itself.
    task = loop.create_task(coro) if context is None else loop.create_task(coro, context=context)
    if name is not None:
        task.set_name(name)
    return task


async def sleep(delay, result=None):
    """Suspend for delay seconds and give back result. A delay of zero or less lets every ready callback run once."""
    if delay <= 0:
        await _sleep0
        return result
    loop = get_running_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, _set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        timer.cancel()


_set_sleep(sleep)


def _isawaitable(obj):
    code = getattr(obj, 'gi_code', None)
    if code is not None and code.co_flags & _CO_ITERABLE_COROUTINE:
        return True
    return getattr(type(obj), '__await__', None) is not None


async def _wrap_awaitable(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    """A future as it is; a coroutine or other awaitable as a new task."""
    if isfuture(coro_or_future):
        if loop is not None and loop is not _get_loop(coro_or_future):
            raise ValueError('The future belongs to a different loop than the one specified as the loop argument')
        return coro_or_future
    is_ours = False
    coro = coro_or_future
    if not iscoroutine(coro):
        if not _isawaitable(coro):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
        coro = _wrap_awaitable(coro)
        is_ours = True
    if loop is None:
        loop = events.get_event_loop()
    try:
        return loop.create_task(coro)
    except RuntimeError:
        if not is_ours:
            coro.close()
        raise


class _GatheringFuture(Future):
    """The result of gather: to cancel it is to cancel its children, and it ends when the last of them has."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        for child in self._children:
            if child.cancel(msg=msg):
                self._cancel_requested = True
        return self._cancel_requested


def _outcome(fut):
    """The result of a done future or, as a value, its exception."""
    if fut.cancelled():
        message = fut._cancel_message
        return CancelledError('' if message is None else message)
    exc = fut.exception()
    return fut.result() if exc is None else exc


def gather(*coros_or_futures, return_exceptions=False):
    """A future for the list of all results, in the order of the arguments.

    The first exception becomes the exception of the future, unless return_exceptions asks for exceptions among the results.
    """
    if not coros_or_futures:
        empty = events.get_event_loop().create_future()
        empty.set_result([])
        return empty

    outer = None
    missing = 0

    def _done_callback(child):
        nonlocal missing
        missing -= 1
        if outer is None or outer.done():
            if not child.cancelled():
                # Nobody will look at this one: keep it from being reported as never retrieved.
                child.exception()
            return
        if not return_exceptions:
            exc = child._make_cancelled_error() if child.cancelled() else child.exception()
            if exc is not None:
                outer.set_exception(exc)
                return
        if missing == 0:
            results = [_outcome(each) for each in children]
            if outer._cancel_requested:
                outer.set_exception(children[-1]._make_cancelled_error())
            else:
                outer.set_result(results)

    loop = None
    by_argument = {}
    children = []
    done_already = []
    for argument in coros_or_futures:
        child = by_argument.get(argument)
        if child is None:
            if loop is not None and type(argument) is _CoroutineType:
                child = loop.create_task(argument)
            else:
                child = ensure_future(argument, loop=loop)
                if loop is None:
                    loop = _get_loop(child)
            by_argument[argument] = child
            if child is not argument:
                child._log_destroy_pending = False
            missing += 1
            if child.done():
                done_already.append(child)
            else:
                child.add_done_callback(_done_callback)
        children.append(child)

    outer = _GatheringFuture(children, loop=loop)
    for child in done_already:
        _done_callback(child)
    return outer


def _release(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Wait for futures or tasks; the result is the pair of sets (done, pending).

    A timeout cancels nothing and raises nothing.
    """
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f'expect a list of futures, not {type(fs).__name__}')
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    # Callbacks are added in the order given, where a set would have an order of its own.
    futures = dict.fromkeys(fs)
    for fut in futures:
        if iscoroutine(fut):
            raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')

    return await _wait(futures, timeout, return_when)


async def _wait(futures, timeout, return_when):
    loop = get_running_loop()
    waiter = loop.create_future()
    alarm = None if timeout is None else loop.call_later(timeout, _release, waiter)
    missing = len(futures)

    def _on_completion(fut):
        nonlocal missing
        missing -= 1
        if (missing <= 0 or return_when == FIRST_COMPLETED
                or return_when == FIRST_EXCEPTION and not fut.cancelled() and fut.exception() is not None):
            if alarm is not None:
                alarm.cancel()
            _release(waiter)

    for fut in futures:
        fut.add_done_callback(_on_completion)
    try:
        await waiter
    finally:
        if alarm is not None:
            alarm.cancel()
        for fut in futures:
            fut.remove_done_callback(_on_completion)

    done, pending = set(), set()
    for fut in futures:
        (done if fut.done() else pending).add(fut)
    return done, pending


async def _cancel_and_wait(fut):
    """Cancel fut and return when it is done, whatever it makes of the request."""
    waiter = get_running_loop().create_future()

    def release(_):
        _release(waiter)

    fut.add_done_callback(release)
    try:
        fut.cancel()
        await waiter
    finally:
        fut.remove_done_callback(release)


async def wait_for(fut, timeout):
    """Await fut for at most timeout seconds, then cancel it and raise TimeoutError. None waits for ever."""
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if not fut.done():
            await _cancel_and_wait(fut)
            try:
                return fut.result()
            except CancelledError as exc:
                raise TimeoutError from exc
        return fut.result()
    async with timeouts.timeout(timeout):
        return await fut


def as_completed(fs, *, timeout=None):
    """Iterate over awaitables of which the n-th gives the n-th result to arrive. TimeoutError for those that are late."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f'expect an iterable of futures, not {type(fs).__name__}')
    from .queues import Queue
    arrived = Queue()
    loop = events.get_event_loop()
    todo = dict.fromkeys([ensure_future(each, loop=loop) for each in dict.fromkeys(fs)])
    alarm = None

    def on_timeout():
        for fut in todo:
            fut.remove_done_callback(_on_completion)
            # None stands for a future that was late.
            arrived.put_nowait(None)
        todo.clear()

    def _on_completion(fut):
        if not todo:
            return
        del todo[fut]
        arrived.put_nowait(fut)
        if not todo and alarm is not None:
            alarm.cancel()

    async def _wait_for_one():
        fut = await arrived.get()
        if fut is None:
            raise TimeoutError
        return fut.result()

    for fut in todo:
        fut.add_done_callback(_on_completion)
    if todo and timeout is not None:
        alarm = loop.call_later(timeout, on_timeout)
    for _ in range(len(todo)):
        yield _wait_for_one()


def shield(arg):
    """A future that ends as arg does, but whose cancellation does not reach arg."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = _get_loop(inner).create_future()

    def _inner_done_callback(inner):
        if outer.cancelled():
            if not inner.cancelled():
                # Nobody waits for it any more: keep its exception from being reported as never retrieved.
                inner.exception()
        elif inner.cancelled():
            outer.cancel()
        else:
            exc = inner.exception()
            if exc is None:
                outer.set_result(inner.result())
            else:
                outer.set_exception(exc)

    def _outer_done_callback(outer):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


def run_coroutine_threadsafe(coro, loop):
    """Start coro in a loop that runs in another thread; the result is a concurrent.futures.Future."""
    if not iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    from concurrent.futures import Future as ThreadFuture
    from .futures import _chain_future
    outcome = ThreadFuture()

    def start():
        try:
            _chain_future(ensure_future(coro, loop=loop), outcome)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if outcome.set_running_or_notify_cancel():
                outcome.set_exception(exc)
            raise

    loop.call_soon_threadsafe(start)
    return outcome


def create_eager_task_factory(custom_task_constructor):
    """A task factory whose tasks run at once, inside create_task, up to where they first have to wait."""

    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(coro, loop=loop, name=name, context=context, eager_start=True)

    return factory


eager_task_factory = create_eager_task_factory(Task)
