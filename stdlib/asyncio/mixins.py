"""What the synchronisation classes share."""

from _asyncio import _get_running_loop


class _LoopBoundMixin:
    """Ties an object to the loop in which it first has to wait. An object that never waits belongs to no loop."""

    _loop = None

    def _get_loop(self):
        running = _get_running_loop()
        if self._loop is None:
            self._loop = running
        if running is not self._loop:
            raise RuntimeError(f'{self!r} is bound to a different event loop')
        return running
