"""open() and the standard streams, on the loop's pool of threads; wrap() chooses the class for a file."""

import asyncio
import builtins
import io
import sys
from functools import partial, singledispatch

from ..base import AiofilesContextManager
from .binary import AsyncBufferedIOBase, AsyncBufferedReader, AsyncFileIO, AsyncIndirectBufferedIOBase, AsyncIndirectBufferedReader
from .text import AsyncTextIndirectIOWrapper, AsyncTextIOWrapper

__all__ = ('open', 'stdin', 'stdout', 'stderr', 'stdin_bytes', 'stdout_bytes', 'stderr_bytes')


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None, *,
         loop=None, executor=None):
    """Open a file as the builtin does; await the result, or use it in `async with`."""
    return AiofilesContextManager(_open(file, mode, buffering, encoding, errors, newline, closefd, opener, loop=loop, executor=executor))


async def _open(file, *args, loop=None, executor=None):
    running = loop or asyncio.get_running_loop()
    opened = await running.run_in_executor(executor, partial(builtins.open, file, *args))
    return wrap(opened, loop=running, executor=executor)


@singledispatch
def wrap(file, *, loop=None, executor=None):
    """An asynchronous face for a file object that is open already."""
    raise TypeError(f'Unsupported io type: {file}.')


@wrap.register(io.TextIOBase)
def _(file, *, loop=None, executor=None):
    return AsyncTextIOWrapper(file, loop=loop, executor=executor)


@wrap.register(io.BufferedWriter)
@wrap.register(io.BufferedIOBase)
def _(file, *, loop=None, executor=None):
    return AsyncBufferedIOBase(file, loop=loop, executor=executor)


@wrap.register(io.BufferedReader)
@wrap.register(io.BufferedRandom)
def _(file, *, loop=None, executor=None):
    return AsyncBufferedReader(file, loop=loop, executor=executor)


@wrap.register(io.FileIO)
def _(file, *, loop=None, executor=None):
    return AsyncFileIO(file, loop=loop, executor=executor)


stdin = AsyncTextIndirectIOWrapper('sys.stdin', None, None, indirect=lambda: sys.stdin)
stdout = AsyncTextIndirectIOWrapper('sys.stdout', None, None, indirect=lambda: sys.stdout)
stderr = AsyncTextIndirectIOWrapper('sys.stderr', None, None, indirect=lambda: sys.stderr)
stdin_bytes = AsyncIndirectBufferedIOBase('sys.stdin.buffer', None, None, indirect=lambda: sys.stdin.buffer)
stdout_bytes = AsyncIndirectBufferedIOBase('sys.stdout.buffer', None, None, indirect=lambda: sys.stdout.buffer)
stderr_bytes = AsyncIndirectBufferedIOBase('sys.stderr.buffer', None, None, indirect=lambda: sys.stderr.buffer)
