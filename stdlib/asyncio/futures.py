"""Future, and the bridge between asyncio's futures and those of concurrent.futures.

Future itself is native. The bridge imports concurrent.futures only when it is used.
"""

__all__ = ('Future', 'wrap_future', 'isfuture')

from _asyncio import Future, _set_result_unless_cancelled, isfuture

from . import events
from . import exceptions

_PENDING = 'PENDING'
_CANCELLED = 'CANCELLED'
_FINISHED = 'FINISHED'


def _get_loop(fut):
    """The loop of any future-like object, also of one that has only the old private attribute."""
    getter = getattr(fut, 'get_loop', None)
    return fut._loop if getter is None else getter()


def _is_thread_future(obj):
    import concurrent.futures
    return isinstance(obj, concurrent.futures.Future)


def _translate(exc):
    """The asyncio twin of an exception that concurrent.futures stored in a future."""
    import concurrent.futures as pool
    twins = {pool.CancelledError: exceptions.CancelledError, pool.InvalidStateError: exceptions.InvalidStateError}
    twin = twins.get(type(exc))
    return exc if twin is None else twin(*exc.args)


def _copy_to_task_side(source, dest):
    if dest.cancelled():
        return
    if source.cancelled():
        dest.cancel()
        return
    exc = source.exception()
    if exc is None:
        dest.set_result(source.result())
    else:
        dest.set_exception(_translate(exc))


def _copy_to_thread_side(source, dest):
    if source.cancelled():
        dest.cancel()
    if not dest.set_running_or_notify_cancel():
        return
    exc = source.exception()
    if exc is None:
        dest.set_result(source.result())
    else:
        dest.set_exception(_translate(exc))


def _chain_future(source, destination):
    """Make destination end as source ends, and cancel source if destination is cancelled.

    Each side is an asyncio future or a thread's future, and each loop is entered by its own thread only.
    """
    for role, fut in (('source', source), ('destination', destination)):
        if not isfuture(fut) and not _is_thread_future(fut):
            raise TypeError(f'A future is required for {role} argument')
    source_loop = _get_loop(source) if isfuture(source) else None
    dest_loop = _get_loop(destination) if isfuture(destination) else None

    def _set_state(future, other):
        (_copy_to_thread_side if dest_loop is None else _copy_to_task_side)(other, future)

    def _call_check_cancel(dest):
        if not dest.cancelled():
            return
        if source_loop is None or source_loop is dest_loop:
            source.cancel()
        else:
            source_loop.call_soon_threadsafe(source.cancel)

    def _call_set_state(src):
        if dest_loop is None or dest_loop is source_loop:
            if not (dest_loop is not None and destination.cancelled() and dest_loop.is_closed()):
                _set_state(destination, src)
        elif not dest_loop.is_closed():
            dest_loop.call_soon_threadsafe(_set_state, destination, src)

    destination.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def wrap_future(future, *, loop=None):
    """An asyncio future that ends as the given concurrent.futures.Future ends."""
    if isfuture(future):
        return future
    assert _is_thread_future(future), f'concurrent.futures.Future is expected, got {future!r}'
    if loop is None:
        loop = events.get_event_loop()
    wrapped = loop.create_future()
    _chain_future(future, wrapped)
    return wrapped
