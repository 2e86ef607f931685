"""Temporary files and directories with coroutines for methods. Each is used in `async with`, or awaited and closed by hand."""

import asyncio
import tempfile as _blocking

from .base import AiofilesContextManager as _ContextManager, open_wrapped as _open_wrapped

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile', 'TemporaryDirectory']


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, loop=None,
                  executor=None):
    """A file without a name that goes away when it is closed."""
    return _open_wrapped(lambda: _blocking.TemporaryFile(mode, buffering, encoding, newline, suffix, prefix, dir), loop, executor)


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True,
                       delete_on_close=True, loop=None, executor=None):
    """A file with a name that is removed when it is closed."""
    return _open_wrapped(lambda: _blocking.NamedTemporaryFile(
        mode, buffering, encoding, newline, suffix, prefix, dir, delete, delete_on_close=delete_on_close), loop, executor)


def SpooledTemporaryFile(max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                         loop=None, executor=None):
    """A file that is in memory until it has grown beyond max_size."""
    return _open_wrapped(lambda: _blocking.SpooledTemporaryFile(
        max_size, mode, buffering, encoding, newline, suffix, prefix, dir), loop, executor)


class _Directory:
    """Entered with `async with`, it gives the folder's name; at the end the folder is removed."""

    def __init__(self, folder, loop, executor):
        self._folder = folder
        self._loop = loop
        self._executor = executor
        self.name = folder.name

    def __repr__(self):
        return f'<AsyncTemporaryDirectory {self.name!r}>'

    async def cleanup(self):
        await self._loop.run_in_executor(self._executor, self._folder.cleanup)

    close = cleanup

    async def __aenter__(self):
        return self.name

    async def __aexit__(self, exc_type, exc, tb):
        await self.cleanup()


def TemporaryDirectory(suffix=None, prefix=None, dir=None, loop=None, executor=None):
    """A folder that is removed with all that is in it."""
    async def made():
        running = loop or asyncio.get_running_loop()
        folder = await running.run_in_executor(executor, lambda: _blocking.TemporaryDirectory(suffix, prefix, dir))
        return _Directory(folder, running, executor)
    return _ContextManager(made())
