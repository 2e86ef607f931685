"""The functions of os.path that are alike on all systems."""
from posixpath import (commonprefix, exists, getatime, getctime, getmtime, getsize, isdir, isfile, islink, samefile,
                       sameopenfile, samestat)

__all__ = ['commonprefix', 'exists', 'getatime', 'getctime', 'getmtime', 'getsize', 'isdir', 'isfile', 'islink', 'samefile', 'sameopenfile',
           'samestat']
