"""run and Runner: make a loop, run a coroutine in it to its end, and leave nothing behind.

The first Ctrl-C cancels the main task, so that its finally blocks run; the second one raises KeyboardInterrupt where the
program is.
"""

__all__ = ('Runner', 'run')

import sys

from _asyncio import CancelledError, _get_running_loop, _prompt_loop, _sigint_unwatch, _sigint_watch, all_tasks
from _contextvars import copy_context

from . import constants
from . import events
from . import tasks
from .coroutines import iscoroutine

_CREATED = 'created'
_READY = 'initialized'
_CLOSED = 'closed'


class Runner:
    """A context manager that keeps one loop and one context for several runs."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._state = _CREATED
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._context = None
        self._loop_was_set = False

    def __enter__(self):
        self._make_ready()
        return self

    def __exit__(self, exc_type, exc, tb):
        self.close()

    def get_loop(self):
        """The runner's loop, which is made on first use."""
        self._make_ready()
        return self._loop

    def run(self, coro, *, context=None):
        """Run coro to its end and return its result."""
        if not iscoroutine(coro):
            raise ValueError(f'a coroutine was expected, got {coro!r}')
        if _get_running_loop() is not None and _prompt_loop() is None:
            raise RuntimeError('Runner.run() cannot be called from a running event loop')
        self._make_ready()
        loop = self._loop
        return _run_to_end(loop, loop.create_task(coro, context=self._context if context is None else context))

    def close(self):
        """Cancel what is left, finish asynchronous generators and the executor, and close the loop."""
        if self._state is not _READY:
            return
        loop = self._loop
        try:
            if loop.get_debug():
                # Whatever the program has dropped (a stream it did not close, a task it did not ask) is told of while there is a loop.
                import gc
                gc.collect()
            _cancel_all_tasks(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor(constants.THREAD_JOIN_TIMEOUT))
        finally:
            if self._loop_was_set:
                events.set_event_loop(None)
            loop.close()
            self._loop = None
            self._state = _CLOSED

    def _make_ready(self):
        if self._state is _READY:
            return
        if self._state is _CLOSED:
            raise RuntimeError('Runner is closed')
        if self._loop_factory is not None:
            self._loop = self._loop_factory()
        else:
            self._loop = events.new_event_loop()
            if not self._loop_was_set:
                events.set_event_loop(self._loop)
                self._loop_was_set = True
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        self._context = copy_context()
        self._state = _READY


def run(main, *, debug=None, loop_factory=None):
    """Run the coroutine main in a new event loop, and return its result when everything has been cleaned up."""
    if _get_running_loop() is not None:
        loop = _prompt_loop()
        if loop is not None:
            return _run_at_prompt(loop, main)
        raise RuntimeError('asyncio.run() cannot be called from a running event loop')
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)


def _run_to_end(loop, task):
    """Run the task to its end; Ctrl-C cancels it."""
    interrupts = 0

    def on_sigint(signum, frame):
        nonlocal interrupts
        interrupts += 1
        if interrupts > 1 or task.done():
            raise KeyboardInterrupt()
        task.cancel()
        # Wakes a loop that is waiting for its next timer.
        loop.call_soon_threadsafe(lambda: None)

    watching = _sigint_watch(on_sigint)
    try:
        return loop.run_until_complete(task)
    except CancelledError:
        # A task factory may have made something that has no uncancel.
        uncancel = getattr(task, 'uncancel', None)
        if interrupts > 0 and uncancel is not None and uncancel() == 0:
            raise KeyboardInterrupt()
        raise
    finally:
        if watching:
            _sigint_unwatch(on_sigint)


def _run_at_prompt(loop, main):
    """run() typed at a prompt that has an event loop already: that loop serves it, and its other tasks go on meanwhile and afterwards."""
    if not iscoroutine(main):
        raise ValueError(f'a coroutine was expected, got {main!r}')
    if not getattr(loop, '_told_of_run', False) and sys.stderr is not None and sys.stderr.isatty():
        loop._told_of_run = True
        print("(run: this prompt's own event loop runs it; tasks that it leaves behind go on)", file=sys.stderr)
    return _run_to_end(loop, loop.create_task(main))


def _cancel_all_tasks(loop):
    """Cancel the loop's unfinished tasks, wait for them, and report those that end with an error instead."""
    leftovers = list(all_tasks(loop))
    if not leftovers:
        return
    for task in leftovers:
        task.cancel()
    loop.run_until_complete(tasks.gather(*leftovers, return_exceptions=True))
    for task in leftovers:
        if task.cancelled():
            continue
        exc = task.exception()
        if exc is not None:
            loop.call_exception_handler({
                'message': 'unhandled exception during asyncio.run() shutdown',
                'exception': exc,
                'task': task,
            })


async def _end_all(loop):
    """Cancel the loop's other tasks, wait for them, close its asynchronous generators: for a host whose loop it is."""
    leftovers = [task for task in all_tasks(loop) if task is not tasks.current_task(loop)]
    for task in leftovers:
        task.cancel()
    await tasks.gather(*leftovers, return_exceptions=True)
    for task in leftovers:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({
                'message': 'unhandled exception during shutdown',
                'exception': task.exception(),
                'task': task,
            })
    await loop.shutdown_asyncgens()
