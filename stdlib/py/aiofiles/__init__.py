"""Files whose reads and writes do not hold up the event loop: the functions of the package of that name, on the loop's pool of threads.

open() is awaited or entered with `async with`. A file object has the methods of the blocking one, as coroutines where they may block.
"""

from .threadpool import open, stderr, stderr_bytes, stdin, stdin_bytes, stdout, stdout_bytes

__all__ = ['open', 'tempfile', 'stdin', 'stdout', 'stderr', 'stdin_bytes', 'stdout_bytes', 'stderr_bytes']


def __getattr__(name):
    # The modules of the package at first use.
    if name in ('os', 'ospath', 'tempfile'):
        import sys
        __import__(f'{__name__}.{name}')
        return sys.modules[f'{__name__}.{name}']
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
