"""The operating system: files and folders, environment variables, the process. System calls are in posix, paths in posixpath.

Importing this is cheap: what starts programs (exec..., spawn..., popen) is in _os_programs and comes at first use.
"""
import abc
import sys
import posix
import posixpath as path
from _collections_abc import MutableMapping, Mapping
from posix import *
from posix import _exit
from posixpath import curdir, pardir, sep, pathsep, defpath, extsep, altsep, devnull

sys.modules['os.path'] = path

name = 'posix'
linesep = '\n'
error = OSError
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
P_WAIT = 0
P_NOWAIT = P_NOWAITO = 1
supports_bytes_environ = True
supports_dir_fd = {access, chmod, chown, link, lstat, mkdir, mkfifo, mknod, open, readlink, remove, rename, replace, rmdir, stat, symlink, unlink, utime}
supports_effective_ids = {access}
supports_fd = {chdir, chmod, chown, execve, listdir, pathconf, scandir, stat, statvfs, truncate, utime, getxattr, listxattr, removexattr, setxattr}
supports_follow_symlinks = {access, chown, link, stat, utime, getxattr, listxattr, removexattr, setxattr}

GenericAlias = type(list[int])


# ---- text and bytes


def fsencode(filename):
    """A path as bytes, as the system takes it."""
    filename = fspath(filename)
    return filename.encode('utf-8', 'surrogateescape') if isinstance(filename, str) else filename


def fsdecode(filename):
    """A path as str; bytes that are no UTF-8 become lone surrogates."""
    filename = fspath(filename)
    return filename.decode('utf-8', 'surrogateescape') if isinstance(filename, bytes) else filename


class PathLike(abc.ABC):
    """A path object: it has the method __fspath__."""

    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        """The path as str or bytes."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            for base in subclass.__mro__:
                if '__fspath__' in base.__dict__:
                    return base.__dict__['__fspath__'] is not None or NotImplemented
        return NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


# ---- the environment


class _Denied(PermissionError, KeyError):
    """A variable was asked for where the host gives none. A KeyError too, so that a look-up with a default has its default."""

    __module__, __qualname__ = 'builtins', 'PermissionError'


def _check_environ():
    if posix._environ_denied:
        raise _Denied("no access to environment: the host has not set MORAY_ALLOW_ENVIRONMENT") from None


class _Environ(MutableMapping):
    def __init__(self, data, encodekey, decodekey, encodevalue, decodevalue):
        self.encodekey = encodekey
        self.decodekey = decodekey
        self.encodevalue = encodevalue
        self.decodevalue = decodevalue
        self._data = data

    def __getitem__(self, key):
        try:
            value = self._data[self.encodekey(key)]
        except KeyError:
            _check_environ()
            raise KeyError(key) from None
        return self.decodevalue(value)

    def __setitem__(self, key, value):
        key, value = self.encodekey(key), self.encodevalue(value)
        putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        raw = self.encodekey(key)
        unsetenv(raw)
        try:
            del self._data[raw]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        for key in list(self._data):
            yield self.decodekey(key)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        items = ', '.join(f'{self.decodekey(k)!r}: {self.decodevalue(v)!r}' for k, v in self._data.items())
        return f'environ({{{items}}})'

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self) | dict(other)

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(other) | dict(self)


def _encode(value):
    if not isinstance(value, str):
        raise TypeError("str expected, not %s" % type(value).__name__)
    return value.encode('utf-8', 'surrogateescape')


def _decode(raw):
    return raw.decode('utf-8', 'surrogateescape')


def _check_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError("bytes expected, not %s" % type(value).__name__)
    return value


environ = _Environ(posix.environ, _encode, _decode, _encode, _decode)
environb = _Environ(environ._data, _check_bytes, bytes, _check_bytes, bytes)


def getenv(key, default=None):
    """The value of an environment variable, or the default."""
    _check_environ()
    return environ.get(key, default)


def getenvb(key, default=None):
    """The same in bytes."""
    _check_environ()
    return environb.get(key, default)


def get_exec_path(env=None):
    """The folders in which programs are looked for."""
    if env is None:
        env = environ
    try:
        value = env.get('PATH')
    except TypeError:
        value = None
    try:
        raw = env[b'PATH']
    except (KeyError, TypeError):
        raw = None
    if value is not None and raw is not None:
        raise ValueError("env cannot contain 'PATH' and b'PATH' keys")
    if value is None:
        value = defpath if raw is None else raw
    return fsdecode(value).split(pathsep)


# ---- files and folders


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """A file object over a descriptor."""
    if not isinstance(fd, int):
        raise TypeError("invalid fd type (%s, expected integer)" % type(fd))
    import io
    if "b" not in mode:
        encoding = io.text_encoding(encoding)
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def makedirs(name, mode=0o777, exist_ok=False):
    """Make a folder and those above it that are missing."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass                # somebody else was faster
        if tail == (b'.' if isinstance(tail, bytes) else '.'):
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """Remove a folder, then those above it as long as they are empty."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    try:
        while head and tail:
            rmdir(head)
            head, tail = path.split(head)
    except OSError:
        pass


def renames(old, new):
    """Rename; make folders that are missing and remove those left empty."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def _list_folder(top, onerror):
    # (entries, are they folders), or None after onerror was told
    entries, folders = [], []
    try:
        with scandir(top) as found:
            for entry in found:
                entries.append(entry)
                try:
                    folders.append(entry.is_dir())
                except OSError:
                    folders.append(False)
    except OSError as exc:
        if onerror is not None:
            onerror(exc)
        return None
    return entries, folders


def walk(top, topdown=True, onerror=None, followlinks=False):
    """For each folder in a tree, itself included: (path, names of folders, names of files).

    From the top down, the caller may change the list of folders to steer the walk.
    """
    sys.audit("os.walk", top, topdown, onerror, followlinks)
    stack = [fspath(top)]
    while stack:
        top = stack.pop()
        if isinstance(top, tuple):
            yield top
            continue
        listed = _list_folder(top, onerror)
        if listed is None:
            continue
        dirs, files, inner = [], [], []
        for entry, folder in zip(*listed):
            (dirs if folder else files).append(entry.name)
            if folder and not topdown and (followlinks or not entry.is_symlink()):
                inner.append(entry.path)
        if topdown:
            yield top, dirs, files
            for each in reversed(dirs):
                below = path.join(top, each)
                if followlinks or not path.islink(below):
                    stack.append(below)
        else:
            stack.append((top, dirs, files))
            stack.extend(reversed(inner))


def fwalk(top=".", topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    """As walk(), with an open descriptor of each folder behind its lists. Valid until the next step."""
    sys.audit("os.fwalk", top, topdown, onerror, follow_symlinks, dir_fd)
    yield from _fwalk(fspath(top), fspath(top), topdown, onerror, follow_symlinks, dir_fd, True)


def _fwalk(top, name, topdown, onerror, follow_symlinks, dir_fd, first):
    flags = O_RDONLY | O_NONBLOCK | (0 if follow_symlinks else O_NOFOLLOW)
    try:
        if first and not follow_symlinks and path.islink(top):
            return
        fd = open(name, flags, dir_fd=dir_fd)
    except OSError as exc:
        if onerror is not None:
            onerror(exc)
        return
    try:
        listed = _list_folder(fd, onerror)
        if listed is None:
            return
        dirs = [fsencode(e.name) if isinstance(top, bytes) else e.name for e, folder in zip(*listed) if folder]
        files = [fsencode(e.name) if isinstance(top, bytes) else e.name for e, folder in zip(*listed) if not folder]
        if topdown:
            yield top, dirs, files, fd
        for each in dirs:
            try:
                skip = not follow_symlinks and lstat(each, dir_fd=fd).st_mode & 0o170000 == 0o120000
            except OSError as exc:
                skip = True
                if onerror is not None:
                    onerror(exc)
            if not skip:
                yield from _fwalk(path.join(top, each), each, topdown, onerror, follow_symlinks, fd, False)
        if not topdown:
            yield top, dirs, files, fd
    finally:
        close(fd)


# ---- the system


_fork_hooks = ([], [], [])      # before, in the parent, in the child


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    """Functions to call around fork(). Those to be called before run in reverse order."""
    if before is after_in_child is after_in_parent is None:
        raise TypeError("At least one argument is required.")
    for hooks, hook, word in zip(_fork_hooks, (before, after_in_parent, after_in_child), ('before', 'after_in_parent', 'after_in_child')):
        if hook is not None:
            if not callable(hook):
                raise TypeError(f"'{word}' must be callable, not {type(hook).__name__}")
            hooks.append(hook)


def _fork(call, pid_of):
    before, parent, child = _fork_hooks
    for hook in reversed(before):
        hook()
    pid = -1
    try:
        result = call()
        pid = pid_of(result)
    finally:  # after a failure this is the parent, too
        for hook in parent if pid else child:
            hook()
    import _thread
    if pid and _thread._count():
        import warnings
        warnings.warn(f"This process (pid={getpid()}) is multi-threaded, use of {call.__name__}() may lead to deadlocks in the child.",
                      DeprecationWarning, stacklevel=3)
    return result


def fork():
    """Start a copy of this process: 0 in the copy, its id here."""
    return _fork(posix.fork, int)


def forkpty():
    """Fork a child whose controlling terminal is a new pseudo-terminal.

    Return a pair of what fork() returns and the descriptor of the terminal's other end.
    """
    return _fork(posix.forkpty, lambda result: result[0])


# ---- programs, at first use

_PROGRAMS = ('execl', 'execle', 'execlp', 'execlpe', 'execvp', 'execvpe', 'spawnv', 'spawnve', 'spawnvp', 'spawnvpe', 'spawnl', 'spawnle', 'spawnlp',
             'spawnlpe', 'popen')

__all__ = [each for each in globals() if not each.startswith('_') and each not in ('abc', 'sys', 'posix', 'MutableMapping', 'Mapping', 'GenericAlias')]
__all__ += ['_exit', *_PROGRAMS]


def __getattr__(name):
    if name in _PROGRAMS:
        import _os_programs
        for each in _PROGRAMS:
            globals()[each] = getattr(_os_programs, each)
        return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted(set(globals()) | set(_PROGRAMS))
