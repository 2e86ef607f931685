"""Files whose reads and writes do not hold up the event loop: the functions of the package of that name, on the loop's pool of threads.

open() is awaited or entered with `async with`. A file object has the methods of the blocking one, as coroutines where they may block.
"""

from .base import open_wrapped as _open_wrapped, wrap as _wrap

__all__ = ['open', 'stdin', 'stdout', 'stderr', 'stdin_bytes', 'stdout_bytes', 'stderr_bytes', 'os', 'ospath', 'tempfile', 'threadpool']

_STREAMS = {
    'stdin': ('stdin', False), 'stdout': ('stdout', False), 'stderr': ('stderr', False),
    'stdin_bytes': ('stdin', True), 'stdout_bytes': ('stdout', True), 'stderr_bytes': ('stderr', True),
}


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None, *,
         loop=None, executor=None):
    """Open a file as the builtin does; await the result, or use it in `async with`."""
    import builtins
    return _open_wrapped(lambda: builtins.open(file, mode, buffering, encoding, errors, newline, closefd, opener), loop, executor)


def __getattr__(name):
    # The standard streams as they are when they are first asked for, and the modules of the package.
    if name in _STREAMS:
        import sys
        stream, binary = _STREAMS[name]
        stream = getattr(sys, stream)
        value = globals()[name] = _wrap(stream.buffer if binary else stream, indirect=None)
        return value
    if name in ('os', 'ospath', 'tempfile', 'threadpool'):
        import sys
        __import__(f'{__name__}.{name}')
        return sys.modules[f'{__name__}.{name}']
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
