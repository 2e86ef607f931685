"""Files and folders with names that nobody else has.

Names are random; what makes a file one's own is that opening it fails where it exists. The objects remove their file or folder on close, at
the end of `with`, or when they are dropped.
"""
import errno
import functools
import io
import os
import shutil
import sys
import types
import warnings
import weakref

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp", "mktemp", "TMP_MAX",
           "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb"]

TMP_MAX = getattr(os, 'TMP_MAX', 10000)
template = "tmp"
tempdir = None                  # what gettempdir() found, or what the user set

_FLAGS = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"


class _Names:
    # an endless iterator over random names
    def __iter__(self):
        return self

    def __next__(self):
        return ''.join(_LETTERS[b % 37] for b in os.urandom(8))


_names = _Names()


def _kind_of(dir, prefix, suffix):
    # str or bytes, whichever the arguments are
    kinds = {bytes if isinstance(os.fspath(each), bytes) else str for each in (dir, prefix, suffix) if each is not None}
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    if not kinds:
        return bytes if isinstance(tempdir, bytes) else str
    return kinds.pop()


def _defaults(prefix, suffix, dir):
    kind = _kind_of(dir, prefix, suffix)
    if suffix is None:
        suffix = kind()
    if prefix is None:
        prefix = template if kind is str else os.fsencode(template)
    if dir is None:
        dir = gettempdir() if kind is str else gettempdirb()
    return prefix, suffix, dir, kind


def _candidates():
    for each in ('TMPDIR', 'TEMP', 'TMP'):
        if os.environ.get(each):
            yield os.environ.get(each)
    yield from ('/tmp', '/var/tmp', '/usr/tmp')
    try:
        yield os.getcwd()
    except OSError:
        yield os.curdir


def _find_folder():
    # the first candidate in which a file can be written
    tried = []
    for folder in _candidates():
        if folder != os.curdir:
            folder = os.path.abspath(folder)
        tried.append(folder)
        for _ in range(100):
            name = os.path.join(folder, next(_names))
            try:
                fd = os.open(name, _FLAGS, 0o600)
            except FileExistsError:
                continue
            except OSError as e:
                if e.errno is None:  # not the system, but the host says no
                    raise
                break
            try:
                os.write(fd, b'blat')
            finally:
                os.close(fd)
                os.unlink(name)
            return folder
    raise FileNotFoundError(errno.ENOENT, f"No usable temporary directory found in {tried}")


def gettempprefix():
    """What the names begin with, unless told otherwise."""
    return os.fsdecode(template)


def gettempprefixb():
    """The same in bytes."""
    return os.fsencode(template)


def gettempdir():
    """The folder for temporary files: of $TMPDIR, $TEMP, $TMP, /tmp and others the first that can be written to."""
    global tempdir
    if tempdir is None:
        tempdir = _find_folder()
    return os.fsdecode(tempdir)


def gettempdirb():
    """The same in bytes."""
    return os.fsencode(gettempdir())


def _fresh(dir, prefix, suffix, kind, make, what):
    # make(path) for random names until one is new: (result, path)
    for _ in range(TMP_MAX):
        name = next(_names)
        path = os.path.join(dir, prefix + (os.fsencode(name) if kind is bytes else name) + suffix)
        try:
            return make(path), path
        except FileExistsError:
            continue
    raise FileExistsError(errno.EEXIST, f"No usable temporary {what} name found")


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """(descriptor, path) of a new file that only its owner can read and write. The caller removes it."""
    prefix, suffix, dir, kind = _defaults(prefix, suffix, dir)
    sys.audit("tempfile.mkstemp", dir)
    fd, path = _fresh(dir, prefix, suffix, kind, lambda path: os.open(path, _FLAGS, 0o600), 'file')
    return fd, os.path.abspath(path)


def mkdtemp(suffix=None, prefix=None, dir=None):
    """The path of a new folder that only its owner can use. The caller removes it."""
    prefix, suffix, dir, kind = _defaults(prefix, suffix, dir)
    sys.audit("tempfile.mkdtemp", dir)
    _, path = _fresh(dir, prefix, suffix, kind, lambda path: os.mkdir(path, 0o700), 'directory')
    return os.path.abspath(path)


def mktemp(suffix="", prefix=template, dir=None):
    """A path that does not exist now. Somebody else may take it: better use mkstemp()."""
    if dir is None:
        dir = gettempdir()
    for _ in range(TMP_MAX):
        path = os.path.join(dir, prefix + next(_names) + suffix)
        if not os.path.lexists(path):
            return path
    raise FileExistsError(errno.EEXIST, "No usable temporary filename found")


class _Closer:
    # closes the file and removes it; also when it is dropped unclosed
    def __init__(self, file, name, delete, delete_on_close):
        self.file = file
        self.name = name
        self.delete = delete
        self.delete_on_close = delete_on_close
        self.close_called = self.cleanup_called = False

    def cleanup(self):
        if self.cleanup_called:
            return
        self.cleanup_called = True
        try:
            if not self.close_called:
                self.close_called = True
                self.file.close()
        finally:
            if self.delete:
                try:
                    os.unlink(self.name)
                except FileNotFoundError:
                    pass

    def close(self):
        if self.close_called:
            return
        self.close_called = True
        try:
            self.file.close()
        finally:
            if self.delete and self.delete_on_close:
                self.cleanup()

    def __del__(self):
        self.cleanup()


class _TemporaryFileWrapper:
    """A file with a name. What is not here is the file's own."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file = file
        self.name = name
        self.delete = delete
        self.delete_on_close = delete_on_close
        self._closer = _Closer(file, name, delete, delete_on_close)

    def __getattr__(self, name):
        file = self.__dict__['file']
        value = getattr(file, name)
        if callable(value) and hasattr(value, '__call__') and not isinstance(value, type):
            function, closer = value, self._closer

            @functools.wraps(function)
            def value(*args, **kwargs):
                return function(*args, **kwargs)

            value._closer = closer          # a method keeps the file
        if not isinstance(value, int):
            setattr(self, name, value)
        return value

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        result = self.file.__exit__(exc, value, tb)
        self._closer.cleanup()
        return result

    def close(self):
        """Close the file and, if so agreed, remove it."""
        self._closer.close()

    def __iter__(self):
        for line in self.file:
            yield line

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__name__} object at {id(self):#x}>"


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *, errors=None,
                       delete_on_close=True):
    """An open file with a name, removed on close or, without delete_on_close, at the end of `with`; not at all without delete."""
    prefix, suffix, dir, kind = _defaults(prefix, suffix, dir)
    if "b" not in mode:
        encoding = io.text_encoding(encoding)
    made = []

    def opener(*args):
        fd, path = mkstemp(suffix, prefix, dir)
        made.append(path)
        return fd

    try:
        file = io.open(dir, mode, buffering=buffering, newline=newline, encoding=encoding, errors=errors, opener=opener)
        raw = getattr(file, 'buffer', file)
        raw = getattr(raw, 'raw', raw)
        raw.name = made[0]
        return _TemporaryFileWrapper(file, made[0], delete, delete_on_close)
    except BaseException:
        for path in made:
            os.unlink(path)
        raise


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    """An open file without a name."""
    if "b" not in mode:
        encoding = io.text_encoding(encoding)
    prefix, suffix, dir, kind = _defaults(prefix, suffix, dir)

    def opener(*args):
        try:
            return os.open(dir, os.O_RDWR | os.O_TMPFILE, 0o600)
        except (IsADirectoryError, OSError):
            fd, path = mkstemp(suffix, prefix, dir)     # a file system without nameless files
            os.unlink(path)
            return fd

    file = io.open(dir, mode, buffering=buffering, newline=newline, encoding=encoding, errors=errors, opener=opener)
    raw = getattr(file, 'buffer', file)
    raw = getattr(raw, 'raw', raw)
    raw.name = raw.fileno()
    return file


class SpooledTemporaryFile(io.IOBase):
    """A file in memory that moves to the disk when it grows beyond max_size or is asked for its descriptor."""

    _rolled = False

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
        if 'b' in mode:
            self._file = io.BytesIO()
        else:
            encoding = io.text_encoding(encoding)
            self._file = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors=errors, newline=newline, write_through=True)
        self._max_size = max_size
        self._arguments = {'mode': mode, 'buffering': buffering, 'suffix': suffix, 'prefix': prefix, 'encoding': encoding, 'newline': newline,
                           'dir': dir, 'errors': errors}

    __class_getitem__ = classmethod(types.GenericAlias)

    def _check(self, file):
        if not self._rolled and self._max_size and file.tell() > self._max_size:
            self.rollover()

    def rollover(self):
        """Move to the disk now."""
        if self._rolled:
            return
        file = self._file
        fresh = self._file = TemporaryFile(**self._arguments)
        del self._arguments
        position = file.tell()
        if hasattr(fresh, 'buffer'):
            fresh.buffer.write(file.detach().getvalue())
        else:
            fresh.write(file.getvalue())
        fresh.seek(position, 0)
        self._rolled = True

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __exit__(self, exc, value, tb):
        self._file.close()

    def __iter__(self):
        return self._file.__iter__()

    def __del__(self):
        if not self.closed:
            self.close()

    def close(self):
        self._file.close()

    @property
    def closed(self):
        return self._file.closed

    @property
    def encoding(self):
        return self._file.encoding

    @property
    def errors(self):
        return self._file.errors

    @property
    def mode(self):
        return self._file.mode if self._rolled else self._arguments['mode']

    @property
    def name(self):
        try:
            return self._file.name
        except AttributeError:
            return None

    @property
    def newlines(self):
        return self._file.newlines

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def detach(self):
        return self._file.detach()

    def flush(self):
        self._file.flush()

    def isatty(self):
        return self._file.isatty()

    def read(self, *args):
        return self._file.read(*args)

    def read1(self, *args):
        return self._file.read1(*args)

    def readinto(self, b):
        return self._file.readinto(b)

    def readinto1(self, b):
        return self._file.readinto1(b)

    def readline(self, *args):
        return self._file.readline(*args)

    def readlines(self, *args):
        return self._file.readlines(*args)

    def readable(self):
        return self._file.readable()

    def writable(self):
        return self._file.writable()

    def seekable(self):
        return self._file.seekable()

    def seek(self, *args):
        return self._file.seek(*args)

    def tell(self):
        return self._file.tell()

    def truncate(self, size=None):
        if size is None:
            return self._file.truncate()
        if size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def write(self, s):
        file = self._file
        n = file.write(s)
        self._check(file)
        return n

    def writelines(self, iterable):
        file = self._file
        file.writelines(iterable)
        self._check(file)


class TemporaryDirectory:
    """A folder that is removed, with what is in it, by cleanup(), at the end of `with`, or when it is dropped."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors = ignore_cleanup_errors
        self._delete = delete
        self._finalizer = weakref.finalize(self, self._cleanup, self.name, warn_message="Implicitly cleaning up {!r}".format(self),
                                           ignore_errors=ignore_cleanup_errors, delete=delete)

    @classmethod
    def _cleanup(cls, name, warn_message, ignore_errors=False, delete=True):
        if delete:
            cls._remove(name, ignore_errors)
            warnings.warn(warn_message, ResourceWarning)

    @classmethod
    def _remove(cls, name, ignore_errors):
        def again(function, path, exc):
            # what could not be removed for want of a permission gets one more try
            if isinstance(exc, PermissionError):
                for each in (os.path.dirname(path), path):
                    if not os.path.islink(each) and os.path.commonpath([os.path.abspath(each), os.path.abspath(name)]) == os.path.abspath(name):
                        try:
                            os.chmod(each, 0o700)
                        except FileNotFoundError:
                            pass
                try:
                    os.unlink(path)
                except (IsADirectoryError, PermissionError):
                    shutil.rmtree(path, ignore_errors=ignore_errors)
                except FileNotFoundError:
                    pass
            elif not isinstance(exc, FileNotFoundError) and not ignore_errors:
                raise exc

        shutil.rmtree(name, onexc=again)

    def __repr__(self):
        return "<{} {!r}>".format(self.__class__.__name__, self.name)

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        """Remove the folder now."""
        if self._finalizer.detach() or os.path.exists(self.name):
            self._remove(self.name, self._ignore_cleanup_errors)

    __class_getitem__ = classmethod(types.GenericAlias)
