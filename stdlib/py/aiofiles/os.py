"""Functions of os that look at or change the file system, as coroutines."""

import os as _os

from . import ospath as path
from .base import in_thread as _in_thread

__all__ = ['path']

for _name in ('access', 'chmod', 'chown', 'getcwd', 'link', 'listdir', 'lstat', 'makedirs', 'mkdir', 'mkfifo', 'readlink', 'remove',
              'removedirs', 'rename', 'renames', 'replace', 'rmdir', 'scandir', 'sendfile', 'stat', 'statvfs', 'symlink',
              'truncate', 'unlink', 'utime', 'walk'):
    if hasattr(_os, _name):
        globals()[_name] = _in_thread(getattr(_os, _name))
        __all__.append(_name)
del _name
