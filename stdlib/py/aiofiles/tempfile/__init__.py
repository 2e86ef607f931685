"""Temporary files and directories with coroutines for methods. Each is used in `async with`, or awaited and closed by hand."""

import asyncio
import tempfile as _blocking
from functools import partial as _partial

from ..base import AiofilesContextManager as _ContextManager
from ..threadpool import wrap as _wrap
from .temptypes import AsyncSpooledTemporaryFile, AsyncTemporaryDirectory

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile', 'TemporaryDirectory']


def _managed(make, wrapper, loop, executor):
    async def made():
        running = loop or asyncio.get_running_loop()
        return wrapper(await running.run_in_executor(executor, make), loop=running, executor=executor)
    return _ContextManager(made())


def _wrap_outer(file, *, loop, executor):
    # The wrapper class that the real file inside would get.
    wrapper = _wrap(getattr(file, 'file', file), loop=loop, executor=executor)
    wrapper._file = file
    if file is not getattr(file, 'file', file):
        wrapper.delete = getattr(file, 'delete', None)
    return wrapper


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, loop=None, executor=None):
    """A file without a name that goes away when it is closed."""
    make = _partial(_blocking.TemporaryFile, mode, buffering, encoding, newline, suffix, prefix, dir)
    return _managed(make, _wrap_outer, loop, executor)


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True,
                       delete_on_close=True, loop=None, executor=None):
    """A file with a name that is removed when it is closed."""
    make = _partial(_blocking.NamedTemporaryFile, mode, buffering, encoding, newline, suffix, prefix, dir, delete, delete_on_close=delete_on_close)
    return _managed(make, _wrap_outer, loop, executor)


def SpooledTemporaryFile(max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                         loop=None, executor=None):
    """A file that is in memory until it has grown beyond max_size."""
    make = _partial(_blocking.SpooledTemporaryFile, max_size, mode, buffering, encoding, newline, suffix, prefix, dir)
    return _managed(make, AsyncSpooledTemporaryFile, loop, executor)


def TemporaryDirectory(suffix=None, prefix=None, dir=None, loop=None, executor=None):
    """A folder that is removed with all that is in it."""
    return _managed(_partial(_blocking.TemporaryDirectory, suffix, prefix, dir), AsyncTemporaryDirectory, loop, executor)
