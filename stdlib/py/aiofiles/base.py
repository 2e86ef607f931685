"""What all wrappers of files have in common, and what open() gives: something to await or to enter.

A wrapper keeps no state of its own, so the blocking file beneath can be used as well. Reading through several tasks at once is as safe as it is
through several threads.
"""

import asyncio
from functools import partial

__all__ = ['AsyncBase', 'AsyncIndirectBase', 'AiofilesContextManager']


class AsyncBase:
    """A file with coroutines for methods. Entered with `async with`, it closes at the end; iterated with `async for`, it gives lines."""

    def __init__(self, file, loop=None, executor=None):
        self._file = file
        self._executor = executor
        self._ref_loop = loop

    @property
    def _loop(self):
        return self._ref_loop or asyncio.get_running_loop()

    def _run(self, function, *args, **kwargs):
        return self._loop.run_in_executor(self._executor, partial(function, *args, **kwargs))

    def __repr__(self):
        return f'{super().__repr__()} wrapping {self._file!r}'

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if line:
            return line
        raise StopAsyncIteration

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc, tb):
        await self.close()


class AsyncIndirectBase(AsyncBase):
    """The same of whatever file a function gives each time: for standard streams, which a program may replace."""

    def __init__(self, name, loop, executor, indirect):
        self._indirect = indirect
        self._name = name
        super().__init__(None, loop, executor)

    @property
    def _file(self):
        return self._indirect()

    @_file.setter
    def _file(self, file):
        pass


class AiofilesContextManager:
    """What open() gives: await it for the file, or enter it. The file is opened when one of the two happens."""

    __slots__ = ('_coro', '_obj')

    def __init__(self, coro):
        self._coro = coro
        self._obj = None

    def __await__(self):
        return self._coro.__await__()

    async def __aenter__(self):
        self._obj = await self._coro
        return await self._obj.__aenter__() if hasattr(self._obj, '__aenter__') else self._obj

    async def __aexit__(self, exc_type, exc, tb):
        value, self._obj = self._obj, None
        if hasattr(value, '__aexit__'):
            return await value.__aexit__(exc_type, exc, tb)
        return await value.close()


def in_thread(function):
    """A coroutine function that calls a blocking function in a thread."""
    async def call(*args, loop=None, executor=None, **kwargs):
        running = loop or asyncio.get_running_loop()
        return await running.run_in_executor(executor, partial(function, *args, **kwargs))
    call.__name__ = function.__name__
    call.__qualname__ = function.__name__
    call.__doc__ = function.__doc__
    return call
