"""Paths as objects: pure ones, which only compute, and concrete ones, which ask the system.

A path keeps the segments it was made of; the drive, the root and the list of names behind them (_tail) are parsed when first asked for, its
text likewise. Equality, order and hash go by the text with letter case as the flavour has it. Searching (glob) is in _pathlib_glob.
"""
import io
import os
import posixpath
import sys
from _collections_abc import Sequence
from errno import EBADF, ELOOP, ENOENT, ENOTDIR

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]

_MISSING = frozenset((ENOENT, ENOTDIR, EBADF, ELOOP))   # errors that mean: there is no such file


class _Parents(Sequence):
    # path.parents: computed as they are asked for
    __slots__ = ('_path', '_drv', '_root', '_tail')

    def __init__(self, path):
        self._path = path
        self._drv = path.drive
        self._root = path.root
        self._tail = path._tail

    def __len__(self):
        return len(self._tail)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        return self._path._from_parts(self._drv, self._root, self._tail[:-index - 1])

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePath:
    """A path that makes no system calls. Of the flavour of this system, unless a subclass says otherwise."""

    __slots__ = ('_segments', '_drv', '_root', '_tail_cached', '_str', '_normal', '_hash')
    _flavour = posixpath

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        segments = []
        for arg in args:
            if isinstance(arg, PurePath):
                if arg._flavour is not self._flavour and arg._flavour.sep == '\\':
                    segments.extend(part.replace('\\', '/') for part in arg._segments)
                else:
                    segments.extend(arg._segments)
                continue
            path = arg if isinstance(arg, str) else _fspath(arg)
            if not isinstance(path, str):
                raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                                f"not {type(path).__name__!r}")
            segments.append(path)
        self._segments = segments

    def __reduce__(self):
        return self.__class__, self.parts

    def with_segments(self, *pathsegments):
        """A path of the same class; what the methods make their results with."""
        return type(self)(*pathsegments)

    # ---- parsing

    def _load(self):
        flavour = self._flavour
        segments = self._segments
        path = segments[0] if len(segments) == 1 else flavour.join(*segments) if segments else ''
        self._drv, self._root, self._tail_cached = self._parse(path)

    @classmethod
    def _parse(cls, path):
        flavour = cls._flavour
        if not path:
            return '', '', []
        if flavour.altsep:
            path = path.replace(flavour.altsep, flavour.sep)
        drive, root, rest = flavour.splitroot(path)
        if not root and drive.startswith(flavour.sep) and not drive.endswith(flavour.sep):
            parts = drive.split(flavour.sep)
            if len(parts) == 4 and parts[2] not in '?.' or len(parts) == 6:
                root = flavour.sep          # a share has a root, written or not
        return drive, root, [sys.intern(name) for name in rest.split(flavour.sep) if name and name != '.']

    def _from_parts(self, drive, root, tail):
        # a path like this one, already parsed
        text = self._format(drive, root, tail)
        path = self.with_segments(text)
        path._str = text or '.'
        path._drv = drive
        path._root = root
        path._tail_cached = tail
        return path

    @classmethod
    def _format(cls, drive, root, tail):
        if drive or root:
            return drive + root + cls._flavour.sep.join(tail)
        if tail and cls._flavour.sep == '\\' and cls._flavour.splitroot(tail[0])[0]:
            tail = ['.'] + tail
        return cls._flavour.sep.join(tail)

    @property
    def drive(self):
        """The drive: a letter with a colon, a share, or nothing."""
        try:
            return self._drv
        except AttributeError:
            self._load()
            return self._drv

    @property
    def root(self):
        """The root, or nothing."""
        try:
            return self._root
        except AttributeError:
            self._load()
            return self._root

    @property
    def _tail(self):
        try:
            return self._tail_cached
        except AttributeError:
            self._load()
            return self._tail_cached

    # ---- text

    def __str__(self):
        """The path as the system takes it."""
        try:
            return self._str
        except AttributeError:
            self._str = self._format(self.drive, self.root, self._tail) or '.'
            return self._str

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        """The text with forward slashes."""
        return str(self).replace(self._flavour.sep, '/')

    def __bytes__(self):
        """The path as the system takes it, in bytes."""
        return os.fsencode(self)

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def as_uri(self):
        """The path as a URL that begins with "file:"; it must be absolute."""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        drive = self.drive
        if len(drive) == 2 and drive[1] == ':':
            prefix, path = 'file:///' + drive, self.as_posix()[2:]
        elif drive:
            prefix, path = 'file:', self.as_posix()
        else:
            prefix, path = 'file://', str(self)
        kept = b'/_.-~abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
        return prefix + ''.join(chr(c) if c in kept else f'%{c:02X}' for c in os.fsencode(path))

    # ---- comparing

    @property
    def _normal_text(self):
        try:
            return self._normal
        except AttributeError:
            self._normal = str(self) if self._flavour is posixpath else str(self).lower()
            return self._normal

    @property
    def _order(self):
        return self._normal_text.split(self._flavour.sep)

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(self._normal_text)
            return self._hash

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._normal_text == other._normal_text and self._flavour is other._flavour

    def __lt__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._order < other._order

    def __le__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._order <= other._order

    def __gt__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._order > other._order

    def __ge__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._order >= other._order

    # ---- parts

    @property
    def anchor(self):
        """Drive and root together."""
        return self.drive + self.root

    @property
    def parts(self):
        """A tuple: the anchor, if there is one, then the names."""
        tail = self._tail
        if self.drive or self.root:
            return (self.drive + self.root, *tail)
        return tuple(tail)

    @property
    def name(self):
        """The last component."""
        tail = self._tail
        return tail[-1] if tail else ''

    @property
    def suffix(self):
        """The last component's extension with its dot."""
        name = self.name
        i = name.rfind('.')
        return name[i:] if 0 < i < len(name) - 1 else ''

    @property
    def suffixes(self):
        """A list of all extensions of the last component."""
        name = self.name
        if name.endswith('.'):
            return []
        return ['.' + suffix for suffix in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        """The last component without its extension."""
        name = self.name
        i = name.rfind('.')
        return name[:i] if 0 < i < len(name) - 1 else name

    @property
    def parent(self):
        """The path without its last component."""
        drive, root, tail = self.drive, self.root, self._tail
        if not tail:
            return self
        return self._from_parts(drive, root, tail[:-1])

    @property
    def parents(self):
        """A sequence of the folders above, the nearest first."""
        return _Parents(self)

    def with_name(self, name):
        """The path with another last component."""
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        flavour = self._flavour
        if not name or flavour.sep in name or flavour.altsep and flavour.altsep in name or name == '.':
            raise ValueError(f"Invalid name {name!r}")
        return self._from_parts(self.drive, self.root, self._tail[:-1] + [name])

    def with_stem(self, stem):
        """The path with another last component but the same extension."""
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        """The path with another extension, or with one added; '' takes it away."""
        flavour = self._flavour
        if flavour.sep in suffix or flavour.altsep and flavour.altsep in suffix or suffix and not suffix.startswith('.') or suffix == '.':
            raise ValueError(f"Invalid suffix {suffix!r}")
        name = self.name
        if not name:
            raise ValueError(f"{self!r} has an empty name")
        old = self.suffix
        name = name[:-len(old)] + suffix if old else name + suffix
        return self._from_parts(self.drive, self.root, self._tail[:-1] + [name])

    # ---- relations

    def _other(self, other, more, function):
        if more:
            import warnings
            warnings.warn(f"support for supplying more than one positional argument to pathlib.PurePath.{function}() is deprecated and "
                          "scheduled for removal in Python 3.14", DeprecationWarning, stacklevel=3)
        return self.with_segments(other, *more)

    def relative_to(self, other, /, *_deprecated, walk_up=False):
        """The way from another path to this one; only with walk_up may it contain '..'."""
        other = self._other(other, _deprecated, "relative_to")
        for step, path in enumerate([other, *other.parents]):
            if self.is_relative_to(path):
                return self.with_segments(*['..'] * step, *self._tail[len(path._tail):])
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if path.name == '..':
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")

    def is_relative_to(self, other, /, *_deprecated):
        """Is it the other path, or below it?"""
        other = self._other(other, _deprecated, "is_relative_to")
        return other == self or other in self.parents

    def joinpath(self, *pathsegments):
        """The path with segments put behind it; an absolute one discards what stands before it."""
        return self.with_segments(self, *pathsegments)

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def is_absolute(self):
        """Does it begin at a root (and a drive, where there are drives)?"""
        if self._flavour is posixpath:
            for path in self._segments:
                if path.startswith('/'):
                    return True
            return False
        return bool(self.drive and self.root)

    def is_reserved(self):
        """Does the system keep the name for itself? Never on POSIX."""
        if self._flavour is posixpath or not self._tail:
            return False
        return not self.drive.startswith('\\\\') and self._flavour.is_reserved_name(self.name)

    def match(self, path_pattern, *, case_sensitive=None):
        """Does it match the pattern? A relative pattern is compared from the right."""
        if not isinstance(path_pattern, PurePath):
            path_pattern = self.with_segments(path_pattern)
        from _pathlib_glob import match_parts
        if case_sensitive is None:
            case_sensitive = self._flavour is posixpath
        pattern, parts = list(path_pattern.parts), list(self.parts)
        if not pattern:
            raise ValueError("empty pattern")
        if self.anchor and not path_pattern.anchor:
            parts[0] = ''       # a root has no name; the star stands for one that is not empty
            if len(pattern) == len(parts) and pattern[0] == '*':
                return False
        if not parts and pattern == ['**']:
            return True
        if len(pattern) > len(parts) or (path_pattern.anchor and len(pattern) != len(parts)):
            return False
        return match_parts(parts[len(parts) - len(pattern):], pattern, case_sensitive)


os.PathLike.register(PurePath)


def _fspath(value):
    # os.fspath() with the message that path classes have
    try:
        return os.fspath(value)
    except TypeError:
        if hasattr(type(value), '__fspath__'):
            raise
        raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                        f"not {type(value).__name__!r}") from None


class PurePosixPath(PurePath):
    """A pure path with POSIX rules."""

    __slots__ = ()
    _flavour = posixpath


class _LazyWindows:
    # the rules of Windows, loaded when a path asks for one
    def __get__(self, instance, owner):
        import _windows_paths
        PureWindowsPath._flavour = _windows_paths
        return _windows_paths


class PureWindowsPath(PurePath):
    """A pure path with the rules of Windows."""

    __slots__ = ()
    _flavour = _LazyWindows()


class Path(PurePath):
    """A path of this system, with methods that ask it."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    def __init__(self, *args, **kwargs):
        if kwargs:
            import warnings
            warnings.warn("support for supplying keyword arguments to pathlib.PurePath is deprecated and scheduled for removal in Python 3.14",
                          DeprecationWarning, stacklevel=2)
        super().__init__(*args)

    def _child(self, name):
        # self / name, for a name from the system
        return self._from_parts(self.drive, self.root, self._tail + [name])

    def __enter__(self):
        import warnings
        warnings.warn("pathlib.Path.__enter__() is deprecated and scheduled for removal in Python 3.13; Path objects as a context manager is "
                      "a no-op", DeprecationWarning, stacklevel=2)
        return self

    def __exit__(self, t, v, tb):
        pass

    # ---- where

    @classmethod
    def cwd(cls):
        """The working folder."""
        return cls().absolute()

    @classmethod
    def home(cls):
        """The user's home folder."""
        return cls("~").expanduser()

    def absolute(self):
        """The path from the root, not normalized."""
        if self.is_absolute():
            return self
        return self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        """The path from the root with all links resolved. With strict, it must exist."""
        try:
            resolved = self.with_segments(os.path.realpath(self, strict=strict))
        except OSError as exc:
            _refuse_loop(exc)
            raise
        if not strict:
            try:
                resolved.stat()
            except OSError as exc:
                _refuse_loop(exc)
        return resolved

    def expanduser(self):
        """The path with a leading ~ or ~user replaced."""
        tail = self._tail
        if self.drive or self.root or not tail or tail[0][:1] != '~':
            return self
        home = os.path.expanduser(tail[0])
        if home[:1] == '~':
            raise RuntimeError("Could not determine home directory.")
        return self.with_segments(home, *tail[1:])

    def readlink(self):
        """Where the link leads."""
        return self.with_segments(os.readlink(self))

    # ---- what

    def stat(self, *, follow_symlinks=True):
        """os.stat() of it."""
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        """os.stat() of it, not following a link."""
        return self.stat(follow_symlinks=False)

    def _status(self, follow_symlinks=True):
        # the stat result, None if there is no such file
        try:
            return self.stat(follow_symlinks=follow_symlinks)
        except OSError as exc:
            if exc.errno not in _MISSING:
                raise
        except ValueError:
            pass
        return None

    def _is(self, kind, follow_symlinks=True):
        status = self._status(follow_symlinks)
        return status is not None and status.st_mode & 0o170000 == kind

    def exists(self, *, follow_symlinks=True):
        """Is there such a file?"""
        return self._status(follow_symlinks) is not None

    def is_dir(self):
        """Is it a folder?"""
        return self._is(0o040000)

    def is_file(self):
        """Is it a regular file?"""
        return self._is(0o100000)

    def is_mount(self):
        """Is another file system mounted there?"""
        return os.path.ismount(self)

    def is_symlink(self):
        """Is it a symbolic link?"""
        return self._is(0o120000, False)

    def is_junction(self):
        """False: a thing of other systems."""
        return os.path.isjunction(self)

    def is_block_device(self):
        """Is it a block device?"""
        return self._is(0o060000)

    def is_char_device(self):
        """Is it a character device?"""
        return self._is(0o020000)

    def is_fifo(self):
        """Is it a named pipe?"""
        return self._is(0o010000)

    def is_socket(self):
        """Is it a socket?"""
        return self._is(0o140000)

    def samefile(self, other_path):
        """Does the other path lead to the same file?"""
        st = self.stat()
        try:
            other = other_path.stat()
        except AttributeError:
            other = self.with_segments(other_path).stat()
        return os.path.samestat(st, other)

    def owner(self):
        """The name of the user whose file it is."""
        import pwd
        return pwd.getpwuid(self.stat().st_uid).pw_name

    def group(self):
        """The name of the group whose file it is."""
        import grp
        return grp.getgrgid(self.stat().st_gid).gr_name

    # ---- content

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        """open() it."""
        if "b" not in mode:
            encoding = io.text_encoding(encoding)
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        """All of its bytes."""
        with self.open(mode='rb') as f:
            return f.read()

    def read_text(self, encoding=None, errors=None):
        """All of its text."""
        with self.open(mode='r', encoding=io.text_encoding(encoding), errors=errors) as f:
            return f.read()

    def write_bytes(self, data):
        """Make it a file of these bytes."""
        view = memoryview(data)         # a TypeError before the file is touched
        with self.open(mode='wb') as f:
            return f.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Make it a file of this text."""
        if not isinstance(data, str):
            raise TypeError('data must be str, not %s' % data.__class__.__name__)
        with self.open(mode='w', encoding=io.text_encoding(encoding), errors=errors, newline=newline) as f:
            return f.write(data)

    # ---- folders

    def iterdir(self):
        """The paths of what is in the folder, in no particular order."""
        for name in os.listdir(self):
            yield self._child(name)

    def glob(self, pattern, *, case_sensitive=None):
        """The paths below this one that match a pattern; ** is any number of folders."""
        sys.audit("pathlib.Path.glob", self, pattern)
        return self._select(pattern, case_sensitive, False)

    def rglob(self, pattern, *, case_sensitive=None):
        """glob() with **/ before the pattern."""
        sys.audit("pathlib.Path.rglob", self, pattern)
        return self._select(pattern, case_sensitive, True)

    def _select(self, pattern, case_sensitive, deep):
        from _pathlib_glob import select
        if not pattern and not deep:
            raise ValueError("Unacceptable pattern: {!r}".format(pattern))
        drive, root, tail = self._parse(os.fspath(pattern))
        if drive or root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        yield from select(self, ['**'] * deep + tail + [''] * (str(pattern)[-1:] == '/'), case_sensitive is not False)

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        """As os.walk(), with paths for the folders. Links to folders count as files unless they are followed."""
        sys.audit("pathlib.Path.walk", self, on_error, follow_symlinks)
        stack = [self]
        while stack:
            path = stack.pop()
            if isinstance(path, tuple):
                yield path
                continue
            folders, files = [], []
            try:
                with os.scandir(path) as entries:
                    for entry in entries:
                        try:
                            is_folder = entry.is_dir(follow_symlinks=follow_symlinks)
                        except OSError:
                            is_folder = False
                        (folders if is_folder else files).append(entry.name)
            except OSError as exc:
                if on_error is not None:
                    on_error(exc)
                continue
            if top_down:
                yield path, folders, files
            else:
                stack.append((path, folders, files))
            stack += [path._child(name) for name in reversed(folders)]

    # ---- changing

    def touch(self, mode=0o666, exist_ok=True):
        """Make an empty file, or give one that exists the present time."""
        if exist_ok:
            try:
                os.utime(self, None)
                return
            except OSError:
                pass                    # most likely missing; open() knows better
        os.close(os.open(self, os.O_CREAT | os.O_WRONLY | (0 if exist_ok else os.O_EXCL), mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Make it a folder; with parents, also what is missing above."""
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        """os.chmod() of it."""
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        """chmod() not following a link."""
        self.chmod(mode, follow_symlinks=False)

    def unlink(self, missing_ok=False):
        """Remove the file or link."""
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        """Remove the folder, which must be empty."""
        os.rmdir(self)

    def rename(self, target):
        """Rename it; the new path."""
        os.rename(self, target)
        return self.with_segments(target)

    def replace(self, target):
        """Rename it, overwriting; the new path."""
        os.replace(self, target)
        return self.with_segments(target)

    def symlink_to(self, target, target_is_directory=False):
        """Make it a symbolic link to the target."""
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        """Make it another name of the target."""
        os.link(target, self)


def _refuse_loop(exc):
    if exc.errno == ELOOP:
        raise RuntimeError("Symlink loop from %r" % exc.filename)


class PosixPath(Path, PurePosixPath):
    """A path of this system."""

    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    """A path of another system: it cannot be made here."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise NotImplementedError(f"cannot instantiate {cls.__name__!r} on your system")
