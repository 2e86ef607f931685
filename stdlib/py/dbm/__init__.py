"""Databases of bytes by bytes in files. There is one kind of file, dbm.dumb."""

__all__ = ['open', 'whichdb', 'error']

import io
import os
import struct


class error(Exception):
    pass


error = (error, OSError)

_defaultmod = None
_modules = {}
_names = ['dbm.dumb']


def open(file, flag='r', mode=0o666):
    """Open a database: flag 'r' to read, 'w' to write, 'c' to make it if it is not there, 'n' to begin a new one."""
    from . import dumb
    _modules['dbm.dumb'] = dumb
    if 'n' in flag:
        return dumb.open(file, flag, mode)
    kind = whichdb(file)
    if kind is None:
        if 'c' in flag or 'n' in flag:
            return dumb.open(file, flag, mode)
        raise error[0]("db file doesn't exist; use 'c' or 'n' flag to create a new db")
    if kind == '':
        raise error[0]('db type could not be determined')
    if kind != 'dbm.dumb':
        raise error[0]('db type is {0}, but the module is not available'.format(kind))
    return dumb.open(file, flag, mode)


def whichdb(filename):
    """The module that a database file is of, '' if it is none that is known, None if it is not there."""
    filename = os.fsencode(filename)
    try:
        size = os.stat(filename + b'.dat').st_size
        if size == 0:
            return 'dbm.dumb'
        with io.open(filename + b'.dir', 'rb') as f:
            if f.read(1) in (b"'", b'"'):
                return 'dbm.dumb'
    except OSError:
        pass
    try:
        with io.open(filename, 'rb') as f:
            start = f.read(16)
    except OSError:
        return None
    if len(start) < 4:
        return ''
    (magic,) = struct.unpack('=l', start[:4]) if struct.calcsize('=l') == 4 else (0,)
    return 'dbm.gnu' if magic in (0x13579ace, 0x13579acd, 0x13579acf) else ''
