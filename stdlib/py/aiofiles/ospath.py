"""Functions of os.path that look at the file system, as coroutines."""

from os import path as _path

from .base import in_thread as _in_thread

__all__ = []

for _name in ('abspath', 'exists', 'getatime', 'getctime', 'getmtime', 'getsize', 'isdir', 'isfile', 'islink', 'ismount', 'lexists',
              'realpath', 'samefile', 'sameopenfile'):
    globals()[_name] = _in_thread(getattr(_path, _name))
    __all__.append(_name)
del _name
