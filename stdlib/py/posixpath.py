"""os.path on POSIX: paths as text. Every function takes str, bytes or os.PathLike and answers in the same kind."""
import posix
from posix import fspath as _fspath

__all__ = ["normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname",
           "commonprefix", "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir",
           "isfile", "ismount", "expanduser", "expandvars", "normpath", "abspath", "samefile", "sameopenfile",
           "samestat", "curdir", "pardir", "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath",
           "supports_unicode_filenames", "relpath", "commonpath", "isjunction"]

curdir = '.'
pardir = '..'
extsep = '.'
sep = '/'
pathsep = ':'
defpath = '/bin:/usr/bin'
altsep = None
devnull = '/dev/null'
supports_unicode_filenames = False

_FORMAT, _FOLDER, _FILE, _LINK = 0o170000, 0o040000, 0o100000, 0o120000


def _same_kind(function, *paths):
    # Paths that are all str or all bytes, or the TypeError of joining str and bytes.
    if not all(isinstance(p, (str, bytes)) for p in paths):
        bad = next(p for p in paths if not isinstance(p, (str, bytes)))
        raise TypeError(f'{function}() argument must be str, bytes, or os.PathLike object, not {type(bad).__name__!r}') from None
    if len({isinstance(p, bytes) for p in paths}) > 1:
        raise TypeError("Can't mix strings and bytes in path components") from None


def _sep_of(path):
    return b'/' if isinstance(path, bytes) else '/'


def normcase(s):
    """The path itself: letter case matters here."""
    return _fspath(s)


def isabs(s):
    """Does the path begin at the root?"""
    s = _fspath(s)
    return s.startswith(_sep_of(s))


def join(a, *p):
    """Put components together; an absolute one discards what stands before it."""
    if type(a) is str:
        path = a
        for b in p:
            if type(b) is not str:
                break
            if b.startswith('/'):
                path = b
            elif not path or path.endswith('/'):
                path += b
            else:
                path = f'{path}/{b}'
        else:
            return path
    a = _fspath(a)
    parts = [b if isinstance(b, (str, bytes)) or not hasattr(type(b), '__fspath__') else _fspath(b) for b in p]
    _same_kind('join', a, *parts)
    slash = _sep_of(a)
    path = a
    for b in parts:
        if b.startswith(slash):
            path = b
        elif not path or path.endswith(slash):
            path += b
        else:
            path += slash + b
    return path


def split(p):
    """(folder, last component)"""
    if type(p) is str:
        slash = '/'
    else:
        p = _fspath(p)
        slash = _sep_of(p)
    i = p.rfind(slash) + 1
    head, tail = p[:i], p[i:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    """(path without extension, extension with its dot); dots at a name's start do not count."""
    if type(p) is str:
        slash, dot = '/', '.'
    else:
        p = _fspath(p)
        slash, dot = _sep_of(p), b'.' if isinstance(p, bytes) else '.'
    start = p.rfind(slash) + 1
    while p[start:start + 1] == dot:
        start += 1
    i = p.rfind(dot, start)
    return (p[:i], p[i:]) if i >= 0 else (p, p[:0])


def splitdrive(p):
    """('', path): there are no drives."""
    p = _fspath(p)
    return p[:0], p


def splitroot(p):
    """('', root, rest): the root is one slash, or exactly two."""
    p = _fspath(p)
    slash = _sep_of(p)
    n = len(p) - len(p.lstrip(slash))
    root = 0 if n == 0 else 2 if n == 2 else 1
    return p[:0], p[:root], p[root:]


def basename(p):
    """The last component."""
    if type(p) is str:
        return p[p.rfind('/') + 1:]
    return split(p)[1]


def dirname(p):
    """Everything before the last component."""
    return split(p)[0]


def commonprefix(m):
    """The longest common start of strings or sequences, character by character."""
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(_fspath, m))
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def _stat_or_none(path, function=posix.stat):
    try:
        return function(path)
    except (OSError, ValueError):
        return None


def exists(path):
    """Is there such a file? A broken link is none."""
    return _stat_or_none(path) is not None


def lexists(path):
    """Is there such a file or link?"""
    return _stat_or_none(path, posix.lstat) is not None


def _has_format(st, kind):
    return st is not None and st.st_mode & _FORMAT == kind


def isfile(path):
    """Is it a regular file?"""
    return _has_format(_stat_or_none(path), _FILE)


def isdir(s):
    """Is it a folder?"""
    return _has_format(_stat_or_none(s), _FOLDER)


def islink(path):
    """Is it a symbolic link?"""
    return _has_format(_stat_or_none(path, posix.lstat), _LINK)


def isjunction(path):
    """False: a thing of other systems."""
    _fspath(path)
    return False


def ismount(path):
    """Is another file system mounted there?"""
    st = _stat_or_none(path, posix.lstat)
    if st is None or _has_format(st, _LINK):
        return False
    path = _fspath(path)
    above = _stat_or_none(realpath(join(path, b'..' if isinstance(path, bytes) else '..')), posix.lstat)
    return above is not None and (st.st_dev != above.st_dev or st.st_ino == above.st_ino)


def getsize(filename):
    """The file's length in bytes."""
    return posix.stat(filename).st_size


def getmtime(filename):
    """Time of the last change of content."""
    return posix.stat(filename).st_mtime


def getatime(filename):
    """Time of the last access."""
    return posix.stat(filename).st_atime


def getctime(filename):
    """Time of the last change of the file's record."""
    return posix.stat(filename).st_ctime


def samestat(s1, s2):
    """Do two stat results tell of the same file?"""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Do two paths lead to the same file?"""
    return samestat(posix.stat(f1), posix.stat(f2))


def sameopenfile(fp1, fp2):
    """Do two descriptors belong to the same file?"""
    return samestat(posix.fstat(fp1), posix.fstat(fp2))


def expanduser(path):
    """Replace a leading ~ by $HOME, ~name by that user's home folder; of unknown users it stays."""
    path = _fspath(path)
    slash = _sep_of(path)
    if not path.startswith(b'~' if isinstance(path, bytes) else '~'):
        return path
    end = path.find(slash, 1)
    if end < 0:
        end = len(path)
    from os import environ, fsdecode, fsencode
    user = fsdecode(path[1:end])
    home = None if user else environ.get('HOME')
    if home is None:
        import pwd
        try:
            home = (pwd.getpwnam(user) if user else pwd.getpwuid(posix.getuid())).pw_dir
        except (KeyError, ValueError):
            return path
    if isinstance(path, bytes):
        home = fsencode(home)
    return home.rstrip(slash) + path[end:] or slash


def expandvars(path):
    """Replace $name and ${name} by environment variables; unknown ones stay."""
    from os import environ, environb
    path = _fspath(path)
    if isinstance(path, bytes):
        dollar, opening, closing, env, word = b'$', b'{', b'}', environb, lambda c: c.isalnum() or c == b'_'
    else:
        dollar, opening, closing, env, word = '$', '{', '}', environ, lambda c: c.isascii() and c.isalnum() or c == '_'
    out, i = path[:0], 0
    while (j := path.find(dollar, i)) >= 0:
        out += path[i:j]
        end = j + 1
        if path[end:end + 1] == opening:
            stop = path.find(closing, end)
            name, end = (path[end + 1:stop], stop + 1) if stop >= 0 else (None, end)
        else:
            while end < len(path) and word(path[end:end + 1]):
                end += 1
            name = path[j + 1:end]
        out += env[name] if name and name in env else path[j:end]
        i = end
    return out + path[i:]


def normpath(path):
    """Without doubled slashes, '.' and, as far as they can be resolved, '..'."""
    path = _fspath(path)
    slash, dot = _sep_of(path), b'.' if isinstance(path, bytes) else '.'
    if not path:
        return dot
    _, root, rest = splitroot(path)
    kept = []
    for part in rest.split(slash):
        if not part or part == dot:
            continue
        if part != dot + dot or (not root and not kept) or (kept and kept[-1] == dot + dot):
            kept.append(part)
        elif kept:
            kept.pop()
    return root + slash.join(kept) or dot


def abspath(path):
    """The path from the root, normalized."""
    path = _fspath(path)
    if not path.startswith(_sep_of(path)):
        path = join(posix.getcwdb() if isinstance(path, bytes) else posix.getcwd(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """The path from the root with all links resolved. With strict, what is missing or loops is an OSError."""
    filename = _fspath(filename)
    slash, dot = _sep_of(filename), b'.' if isinstance(filename, bytes) else '.'
    path = slash if filename.startswith(slash) else posix.getcwdb() if isinstance(filename, bytes) else posix.getcwd()
    base = join(path, path[:0])
    todo = filename.split(slash)[::-1]
    followed = 0
    while todo:
        part = todo.pop()
        if not part or part == dot:
            continue
        if part == dot + dot:
            path = dirname(path)
            continue
        here = join(path, part)
        try:
            st = posix.lstat(here)
        except OSError:
            if strict:
                posix.lstat(here.removeprefix(base) if base != slash else here)  # a relative path's error tells it as it was given
            path = here
            continue
        if not _has_format(st, _LINK):
            path = here
            continue
        followed += 1
        if followed > 40:           # a loop of links
            if strict:
                posix.stat(here)
            path = here
            continue
        target = posix.readlink(here)
        if target.startswith(slash):
            path = slash
        todo += target.split(slash)[::-1]
    return path


def relpath(path, start=None):
    """The way from start (the working folder by default) to the path."""
    if not path:
        raise ValueError("no path specified")
    path = _fspath(path)
    slash, dot = _sep_of(path), b'.' if isinstance(path, bytes) else '.'
    start = dot if start is None else _fspath(start)
    _same_kind('relpath', path, start)
    there = [p for p in abspath(path).split(slash) if p]
    here = [p for p in abspath(start).split(slash) if p]
    shared = len(commonprefix([here, there]))
    return slash.join([dot + dot] * (len(here) - shared) + there[shared:]) or dot


def commonpath(paths):
    """The longest path that all the paths begin with."""
    paths = tuple(map(_fspath, paths))
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    _same_kind('commonpath', *paths)
    slash, dot = _sep_of(paths[0]), b'.' if isinstance(paths[0], bytes) else '.'
    if len({p.startswith(slash) for p in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths") from None
    split_paths = [[c for c in p.split(slash) if c and c != dot] for p in paths]
    return (slash if paths[0].startswith(slash) else paths[0][:0]) + slash.join(commonprefix(split_paths))
