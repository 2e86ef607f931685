"""Calling a blocking function in another thread and awaiting it."""

__all__ = ('to_thread',)

from _contextvars import copy_context

from . import events


async def to_thread(func, /, *args, **kwargs):
    """Run func(*args, **kwargs) in a thread of the default executor, in a copy of the current context."""
    loop = events.get_running_loop()
    run = copy_context().run
    return await loop.run_in_executor(None, lambda: run(func, *args, **kwargs))
