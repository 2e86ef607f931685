"""The loop and the policy of this platform, under the names that CPython prints for them.

There is one loop, on libuv; SelectorEventLoop is its traditional name.
"""

__all__ = ('SelectorEventLoop', 'DefaultEventLoopPolicy')

import sys

from . import base_events
from . import events
from .log import logger


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    """The event loop that asyncio.run and new_event_loop make.

    A selector may be given, as CPython's loop takes one; what waits is libuv all the same.
    """

    def __init__(self, selector=None):
        super().__init__()
        if self.get_debug():
            _load_all()
        if 'logging' in sys.modules:
            logger.debug('Using selector: %s', 'EpollSelector' if selector is None else type(selector).__name__)

    def set_debug(self, enabled):
        """Switch debug mode on or off."""
        if enabled:
            _load_all()
        super().set_debug(enabled)


def _load_all():
    # Debug mode times what runs; the loading of a module would be blamed on whoever happens to need it first.
    import concurrent.futures.thread
    import reprlib
    import traceback
    from . import base_subprocess, child_watchers, network, selector_events, selector_sockets, servers, streams, subprocess, threads


_DEPRECATED = '%r is deprecated as of Python 3.12 and will be removed in Python 3.14.'


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    """One loop per thread."""

    _loop_factory = _UnixSelectorEventLoop
    _watcher = None

    def set_event_loop(self, loop):
        super().set_event_loop(loop)
        if self._watcher is not None and events._current_thread()[0]:
            self._watcher.attach_loop(loop)

    def get_child_watcher(self):
        """The watcher of child processes; the first call makes one."""
        import warnings
        if self._watcher is None:
            from . import child_watchers
            self._watcher = child_watchers.default_watcher()
        warnings.warn(_DEPRECATED % 'get_child_watcher', DeprecationWarning, stacklevel=2)
        return self._watcher

    def set_child_watcher(self, watcher):
        """Use another watcher of child processes; None: a default one is made when it is needed."""
        from . import child_watchers
        import warnings
        assert watcher is None or isinstance(watcher, child_watchers.AbstractChildWatcher)
        if self._watcher is not None:
            self._watcher.close()
        self._watcher = watcher
        warnings.warn(_DEPRECATED % 'set_child_watcher', DeprecationWarning, stacklevel=2)


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy


def __getattr__(name):
    if name.endswith('ChildWatcher') or name == 'can_use_pidfd':
        from . import child_watchers
        return getattr(child_watchers, name)
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
