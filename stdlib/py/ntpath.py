"""Paths of Windows as texts, on any system: what os.path is there. Nothing here asks the file system but abspath, which knows the current folder."""

import os
import stat
from genericpath import *

import _windows_paths

__all__ = ["normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname", "commonprefix", "getsize", "getmtime",
           "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount", "expanduser", "expandvars", "normpath", "abspath",
           "curdir", "pardir", "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath", "supports_unicode_filenames", "relpath",
           "samefile", "sameopenfile", "samestat", "commonpath", "isjunction"]

curdir = '.'
pardir = '..'
extsep = '.'
sep = '\\'
pathsep = ';'
altsep = '/'
defpath = '.;C:\\bin'
devnull = 'nul'
supports_unicode_filenames = True


def _text(path):
    """The path as str, and what turns a str into the type that the path had."""
    path = os.fspath(path)
    return (path.decode('utf-8', 'surrogateescape'), lambda text: text.encode('utf-8', 'surrogateescape')) if isinstance(path, bytes) else (path, str)


def normcase(s):
    """The path in small letters with backslashes."""
    s, back = _text(s)
    return back(_windows_paths.normcase(s))


def isabs(s):
    """Does the path begin at a root?"""
    s = _text(s)[0].replace('/', '\\')
    return s.startswith('\\\\') or s[:1] == '\\' or s[1:3] == ':\\'


def join(path, *paths):
    """Put paths together; a root or another drive discards what stands before it."""
    path, back = _text(path)
    return back(_windows_paths.join(path, *[_same(each, back) for each in paths]))


def _same(path, back):
    path, other = _text(path)
    if (other is str) != (back is str):
        raise TypeError("Can't mix strings and bytes in path components") from None
    return path


def splitroot(p):
    """(drive, root, rest)"""
    p, back = _text(p)
    return tuple(back(part) for part in _windows_paths.splitroot(p))


def splitdrive(p):
    """(drive or share, rest)"""
    drive, root, tail = splitroot(p)
    return drive, root + tail


def split(p):
    """(folder, name): what stands before and behind the last separator."""
    p, back = _text(p)
    drive, root, rest = _windows_paths.splitroot(p)
    at = max(rest.rfind('\\'), rest.rfind('/')) + 1
    head = rest[:at].rstrip('\\/')
    return back(drive + root + head), back(rest[at:])


def splitext(p):
    """(path without extension, extension)"""
    p, back = _text(p)
    name = max(p.rfind('\\'), p.rfind('/')) + 1
    dot = p.rfind('.')
    if dot < name or not p[name:dot].strip('.'):        # points at a name's start belong to it
        return back(p), back('')
    return back(p[:dot]), back(p[dot:])


def basename(p):
    """What stands behind the last separator."""
    return split(p)[1]


def dirname(p):
    """What stands before the last separator."""
    return split(p)[0]


def isjunction(path):
    """Is it a junction? There are none here."""
    os.fspath(path)
    return False


def lexists(path):
    """Is there such a path, be it a broken link?"""
    try:
        os.lstat(path)
    except (OSError, ValueError):
        return False
    return True


def islink(path):
    """Is it a symbolic link?"""
    try:
        return stat.S_ISLNK(os.lstat(path).st_mode)
    except (OSError, ValueError, AttributeError):
        return False


def ismount(path):
    """Is it the root of a drive or share?"""
    drive, root, rest = splitroot(abspath(path))
    return bool(drive[:1] in ('\\', '/', b'\\', b'/')) and not rest or bool(root and not rest)


def expanduser(path):
    """~ and ~user at the beginning become home folders, by USERPROFILE or HOMEDRIVE and HOMEPATH."""
    path, back = _text(path)
    if not path.startswith('~'):
        return back(path)
    end = 1
    while end < len(path) and path[end] not in '\\/':
        end += 1
    if 'USERPROFILE' in os.environ:
        home = os.environ['USERPROFILE']
    elif 'HOMEPATH' in os.environ:
        home = join(os.environ.get('HOMEDRIVE', ''), os.environ['HOMEPATH'])
    else:
        return back(path)
    if end != 1:
        current = os.environ.get('USERNAME')
        user = path[1:end]
        if user != current:
            if current != basename(home):
                return back(path)
            home = join(dirname(home), user)
    return back(home + path[end:])


def expandvars(path):
    """$name, ${name} and %name% become the values of environment variables; those that are not set stay, and so does what stands in single quotes."""
    import re
    path, back = _text(path)
    if '$' not in path and '%' not in path:
        return back(path)

    def value(match):
        whole = match[0]
        if whole[0] == "'":
            return whole
        if whole in ('$$', '%%'):
            return whole[0]
        return os.environ.get(match[1] or match[2] or match[3], whole)
    return back(re.sub(r"'[^']*'?|\$\$|%%|\$\{([^}]+)\}|\$([\w-]+)|%([^%]+)%", value, path))


def normpath(path):
    """Backslashes only, without '.', doubled separators and 'name\\..'."""
    path, back = _text(path)
    drive, root, rest = _windows_paths.splitroot(path.replace('/', '\\'))
    parts = []
    for part in rest.split('\\'):
        if not part or part == '.':
            continue
        if part == '..' and parts and parts[-1] != '..':
            parts.pop()
        elif part != '..' or not root:
            parts.append(part)
    if not (drive + root) and not parts:
        parts.append('.')
    return back(drive + root + '\\'.join(parts))


def abspath(path):
    """The path from the root of its drive on."""
    path, back = _text(path)
    if not isabs(path):
        path = join(os.getcwd(), path)
    return back(normpath(path))


def realpath(path, *, strict=False):
    """abspath(): links are not followed here."""
    return abspath(path)


def relpath(path, start=None):
    """The way from one folder to a path."""
    if not path:
        raise ValueError("no path specified")
    path, back = _text(path)
    start = curdir if start is None else _same(start, back)
    start_parts = splitroot(abspath(normpath(start)))
    path_parts = splitroot(abspath(normpath(path)))
    if normcase(start_parts[0]) != normcase(path_parts[0]):
        raise ValueError("path is on mount %r, start on mount %r" % (path_parts[0], start_parts[0]))
    start_list = [part for part in start_parts[2].split('\\') if part]
    path_list = [part for part in path_parts[2].split('\\') if part]
    n = 0
    while n < min(len(start_list), len(path_list)) and normcase(start_list[n]) == normcase(path_list[n]):
        n += 1
    parts = ['..'] * (len(start_list) - n) + path_list[n:]
    return back('\\'.join(parts) if parts else curdir)


def commonpath(paths):
    """The longest path that all begin with."""
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    paths = tuple(map(os.fspath, paths))
    back = _text(paths[0])[1]
    for path in paths:
        _same(path, back)
    split_paths = [_windows_paths.splitroot(_text(p)[0].replace('/', '\\').lower()) for p in paths]
    if len({drive for drive, _, _ in split_paths}) != 1:
        raise ValueError("Paths don't have the same drive")
    drive, root, rest = _windows_paths.splitroot(_text(paths[0])[0].replace('/', '\\'))
    if len({r for _, r, _ in split_paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths" if not drive else "Can't mix rooted and not-rooted paths")
    common = [part for part in rest.split('\\') if part and part != '.']
    lists = [[part for part in r.split('\\') if part and part != '.'] for _, _, r in split_paths]
    low, high = min(lists), max(lists)
    n = 0
    while n < min(len(low), len(high)) and low[n] == high[n]:
        n += 1
    return back(drive + root + '\\'.join(common[:n]))
