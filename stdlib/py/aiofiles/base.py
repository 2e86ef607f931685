"""Wrappers around file objects: what may block is a coroutine that runs in the loop's pool of threads.

A wrapper keeps no state of its own, so the blocking file beneath can be used as well. Reading through several tasks at once
is as safe as it is through several threads.
"""

import asyncio
import io
from functools import partial

# What passes straight through, since it never waits.
_DIRECT = frozenset(('closed', 'name', 'mode', 'encoding', 'errors', 'newlines', 'line_buffering', 'raw', 'buffer', 'softspace',
                     'fileno', 'readable', 'writable', 'seekable', 'detach', 'getvalue', 'getbuffer', 'delete'))
_BLOCKING = ('close', 'flush', 'isatty', 'read', 'readline', 'readlines', 'seek', 'tell', 'truncate', 'write', 'writelines',
             'readinto', 'read1', 'readinto1', 'readall', 'peek', 'rollover')


class AsyncBase:
    """A file with coroutines for methods. Entered with `async with`, it closes at the end; iterated with `async for`, it gives lines."""

    def __init__(self, file, loop=None, executor=None):
        self._file = file
        self._executor = executor
        self._given_loop = loop

    @property
    def _loop(self):
        return self._given_loop or asyncio.get_running_loop()

    def _run(self, function, *args, **kwargs):
        if kwargs:
            function = partial(function, **kwargs)
        return self._loop.run_in_executor(self._executor, function, *args)

    def __repr__(self):
        return f'{object.__repr__(self)} wrapping {self._file!r}'

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

    def __getattr__(self, name):
        if name in _DIRECT:
            return getattr(self._file, name)
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')


def _coroutine_method(name):
    async def method(self, *args, **kwargs):
        return await self._run(getattr(self._file, name), *args, **kwargs)
    method.__name__ = name
    method.__qualname__ = f'AsyncFile.{name}'
    method.__doc__ = f'{name}() of the file, in a thread.'
    return method


_classes = {}


def _class_for(file):
    """The wrapper class for files of that type: it has the methods that they have."""
    kind = type(file)
    found = _classes.get(kind)
    if found is None:
        methods = {name: _coroutine_method(name) for name in _BLOCKING if hasattr(file, name)}
        if isinstance(file, io.TextIOBase):
            title = 'AsyncTextIOWrapper'
        elif isinstance(file, io.RawIOBase):
            title = 'AsyncFileIO'
        elif isinstance(file, (io.BufferedReader, io.BufferedRandom)):
            title = 'AsyncBufferedReader'
        else:
            title = 'AsyncBufferedIOBase'
        found = _classes[kind] = type(title, (AsyncBase,), methods)
    return found


def wrap(file, *, loop=None, executor=None, indirect=None):
    """An asynchronous face for a file object that is open already."""
    return _class_for(file)(file, loop, executor)


class AiofilesContextManager:
    """What open() gives: await it for the file, or enter it. The file is opened when one of the two happens."""

    __slots__ = ('_coro', '_value')

    def __init__(self, coro):
        self._coro = coro
        self._value = None

    def __await__(self):
        return self._coro.__await__()

    async def __aenter__(self):
        self._value = await self._coro
        return await self._value.__aenter__() if hasattr(self._value, '__aenter__') else self._value

    async def __aexit__(self, exc_type, exc, tb):
        value, self._value = self._value, None
        if hasattr(value, '__aexit__'):
            return await value.__aexit__(exc_type, exc, tb)
        return await value.close()


def open_wrapped(opener, loop=None, executor=None):
    """Run opener in a thread and wrap the file that it returns."""
    async def opened():
        running = loop or asyncio.get_running_loop()
        return wrap(await running.run_in_executor(executor, opener), loop=loop, executor=executor)
    return AiofilesContextManager(opened())


def in_thread(function):
    """A coroutine function that calls a blocking function in a thread."""
    async def call(*args, loop=None, executor=None, **kwargs):
        running = loop or asyncio.get_running_loop()
        return await running.run_in_executor(executor, partial(function, *args, **kwargs))
    call.__name__ = function.__name__
    call.__qualname__ = function.__name__
    call.__doc__ = function.__doc__
    return call
