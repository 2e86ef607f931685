"""The loop and the policy of this platform, under the names that CPython prints for them.

There is one loop, on libuv; SelectorEventLoop is its traditional name.
"""

__all__ = ('SelectorEventLoop', 'DefaultEventLoopPolicy')

from . import base_events
from . import events


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    """The event loop that asyncio.run and new_event_loop make."""


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    """One loop per thread."""

    _loop_factory = _UnixSelectorEventLoop


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
