"""Copying, moving and removing of files and folder trees. Archives are in _shutil_archive, loaded at first use."""
import errno
import fnmatch
import os
import stat
import sys

nt = None    # Windows alone has it

__all__ = ["copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error", "SpecialFileError",
           "ReadError", "RegistryError", "ExecError", "chown", "disk_usage", "which", "get_terminal_size", "ignore_patterns", "SameFileError"]

COPY_BUFSIZE = 64 * 1024


class Error(OSError):
    """Something went wrong here."""


class SameFileError(Error):
    """Source and destination are one file."""


class SpecialFileError(OSError):
    """The operation makes no sense for a file of this kind, such as a named pipe."""


class ExecError(OSError):
    """A program could not be run."""


class ReadError(OSError):
    """The archive is damaged, or of another format."""


class RegistryError(Exception):
    """A format of archives is unknown, or its registration fails."""


# ---- files


def copyfileobj(fsrc, fdst, length=0):
    """Copy from one open file to another, from where they stand."""
    length = length or COPY_BUFSIZE
    read, write = fsrc.read, fdst.write
    while chunk := read(length):
        write(chunk)


def _same_file(src, dst):
    try:
        if isinstance(src, os.DirEntry):
            return os.path.samestat(src.stat(), os.stat(dst))
        return os.path.samefile(src, dst)
    except OSError:
        return False


def _stat(path):
    return path.stat() if isinstance(path, os.DirEntry) else os.stat(path)


def _is_link(path):
    return path.is_symlink() if isinstance(path, os.DirEntry) else os.path.islink(path)


def copyfile(src, dst, *, follow_symlinks=True):
    """Copy a file's content; dst is a path of a file, and is what is returned. Without follow_symlinks a link is copied as a link."""
    sys.audit("shutil.copyfile", src, dst)
    if _same_file(src, dst):
        raise SameFileError("{!r} and {!r} are the same file".format(src, dst))
    for path in (src, dst):
        try:
            st = _stat(path)
        except OSError:
            continue
        if stat.S_ISFIFO(st.st_mode):
            raise SpecialFileError("`%s` is a named pipe" % (path.path if isinstance(path, os.DirEntry) else path))
    if not follow_symlinks and _is_link(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, 'rb') as fsrc:
        try:
            with open(dst, 'wb') as fdst:
                copyfileobj(fsrc, fdst)
        except IsADirectoryError as exc:
            if os.path.exists(dst):
                raise
            raise FileNotFoundError(f'Directory does not exist: {dst}') from exc
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    """Copy the permissions. Links have none of their own."""
    sys.audit("shutil.copymode", src, dst)
    if not follow_symlinks and _is_link(src) and os.path.islink(dst):
        return
    os.chmod(dst, stat.S_IMODE(_stat(src).st_mode))


def _copy_attributes(src, dst, follow):
    try:
        names = os.listxattr(src, follow_symlinks=follow)
    except OSError as exc:
        if exc.errno not in (errno.ENOTSUP, errno.ENODATA, errno.EINVAL):
            raise
        return
    for name in names:
        try:
            os.setxattr(dst, name, os.getxattr(src, name, follow_symlinks=follow), follow_symlinks=follow)
        except OSError as exc:
            if exc.errno not in (errno.EPERM, errno.ENOTSUP, errno.ENODATA, errno.EINVAL, errno.EACCES):
                raise


def copystat(src, dst, *, follow_symlinks=True):
    """Copy permissions, times and extended attributes; not the owner."""
    sys.audit("shutil.copystat", src, dst)
    follow = follow_symlinks or not (_is_link(src) and os.path.islink(dst))
    st = src.stat(follow_symlinks=follow) if isinstance(src, os.DirEntry) else os.stat(src, follow_symlinks=follow)
    os.utime(dst, ns=(st.st_atime_ns, st.st_mtime_ns), follow_symlinks=follow)
    _copy_attributes(src, dst, follow)
    if follow:
        os.chmod(dst, stat.S_IMODE(st.st_mode))


def _inside(src, dst):
    # where to copy to, if dst is a folder
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    """Copy a file and its permissions to a file or into a folder: the new path."""
    dst = _inside(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    """Copy a file with all that copystat() copies: the new path."""
    dst = _inside(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


# ---- trees


def ignore_patterns(*patterns):
    """A function for copytree() that leaves out the names that match one of the patterns."""

    def ignored(path, names):
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}

    return ignored


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    """Copy a folder with everything in it: the new folder. What fails is told in one Error at the end.

    ignore(folder, names) gives the names to leave out.
    """
    sys.audit("shutil.copytree", src, dst)
    with os.scandir(src) as found:
        entries = list(found)
    left_out = ignore(os.fspath(src), [x.name for x in entries]) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    use_entry = copy_function is copy2 or copy_function is copy
    for entry in entries:
        if entry.name in left_out:
            continue
        source = os.path.join(src, entry.name)
        target = os.path.join(dst, entry.name)
        given = entry if use_entry else source
        try:
            if entry.is_symlink():
                goal = os.readlink(source)
                if symlinks:
                    os.symlink(goal, target)
                    copystat(given, target, follow_symlinks=False)
                    continue
                if not os.path.exists(source) and ignore_dangling_symlinks:
                    continue
            if entry.is_dir():
                copytree(source, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(given, target)
        except Error as exc:
            errors.extend(exc.args[0])
        except OSError as exc:
            errors.append((source, target, str(exc)))
    try:
        copystat(src, dst)
    except OSError as exc:
        errors.append((src, dst, str(exc)))
    if errors:
        raise Error(errors)
    return dst


def _remove_tree(path, dir_fd, shown, onexc):
    # everything in the folder, through descriptors, so that nobody can put a link in the way
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=dir_fd)
    except OSError as exc:
        onexc(os.open, shown, _named(exc, shown))
        return
    try:
        try:
            with os.scandir(fd) as found:
                entries = list(found)
        except OSError as exc:
            onexc(os.scandir, shown, _named(exc, shown))
            return
        for entry in entries:
            inner = os.path.join(shown, os.fsencode(entry.name) if isinstance(shown, bytes) else entry.name)
            try:
                is_folder = entry.is_dir(follow_symlinks=False)
            except OSError:
                is_folder = False
            if is_folder:
                _remove_tree(entry.name, fd, inner, onexc)
                _attempt(os.rmdir, entry.name, fd, inner, onexc)
            else:
                _attempt(os.unlink, entry.name, fd, inner, onexc)
    finally:
        os.close(fd)


def _named(exc, path):
    exc.filename = path
    return exc


def _attempt(function, name, dir_fd, shown, onexc):
    try:
        function(name, dir_fd=dir_fd)
    except FileNotFoundError as exc:
        if function is not os.unlink:
            onexc(function, shown, _named(exc, shown))
    except OSError as exc:
        onexc(function, shown, _named(exc, shown))


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    """Remove a folder with everything in it.

    Errors go to onexc(function, path, exception), are ignored with ignore_errors, and raised otherwise. onerror, the older form, gets
    sys.exc_info() instead of the exception.
    """
    sys.audit("shutil.rmtree", path, dir_fd)
    if ignore_errors:
        def handle(*args):
            pass
    elif onexc is not None:
        handle = onexc
    elif onerror is not None:
        def handle(function, path, exc):
            onerror(function, path, (type(exc), exc, exc.__traceback__))
    else:
        def handle(function, path, exc):
            raise exc
    if isinstance(path, bytes):
        path = os.fsdecode(path)
    try:
        st = os.lstat(path, dir_fd=dir_fd)
    except OSError as exc:
        handle(os.lstat, path, exc)
        return
    if stat.S_ISLNK(st.st_mode):
        try:
            raise OSError("Cannot call rmtree on a symbolic link")
        except OSError as exc:
            handle(os.path.islink, path, exc)
        return
    _remove_tree(path, dir_fd, path, handle)
    try:
        os.rmdir(path, dir_fd=dir_fd)
    except OSError as exc:
        handle(os.rmdir, path, exc)


rmtree.avoids_symlink_attacks = True


def move(src, dst, copy_function=copy2):
    """Move a file or folder to a path or into a folder: where it is now. Between file systems it is copied and removed."""
    sys.audit("shutil.move", src, dst)
    real_dst = dst
    if os.path.isdir(dst):
        if _same_file(src, dst):
            os.rename(src, dst)         # letter case changes on some file systems
            return
        real_dst = os.path.join(dst, os.path.basename(os.fspath(src).rstrip('/' if isinstance(os.fspath(src), str) else b'/')))
        if os.path.exists(real_dst):
            raise Error("Destination path '%s' already exists" % real_dst)
    try:
        os.rename(src, real_dst)
    except OSError:
        if os.path.islink(src):
            os.symlink(os.readlink(src), real_dst)
            os.unlink(src)
        elif os.path.isdir(src):
            if _contains(src, dst):
                raise Error("Cannot move a directory '%s' into itself '%s'." % (src, dst))
            copytree(src, real_dst, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, real_dst)
            os.unlink(src)
    return real_dst


def _contains(folder, path):
    folder = os.path.join(os.path.abspath(folder), '')
    return os.path.join(os.path.abspath(path), '').startswith(folder)


# ---- the system


def disk_usage(path):
    """(total, used, free) bytes of the file system that has the path."""
    from collections import namedtuple
    global _Usage
    if _Usage is None:
        _Usage = namedtuple('usage', 'total used free')
        _Usage.__module__ = __name__
    st = os.statvfs(path)
    return _Usage(st.f_blocks * st.f_frsize, (st.f_blocks - st.f_bfree) * st.f_frsize, st.f_bavail * st.f_frsize)


_Usage = None


def chown(path, user=None, group=None):
    """Change the owner or group, each a number or a name."""
    sys.audit('shutil.chown', path, user, group)
    if user is None and group is None:
        raise ValueError("user and/or group must be set")
    uid, gid = -1 if user is None else user, -1 if group is None else group
    if isinstance(user, str):
        import pwd
        try:
            uid = pwd.getpwnam(user).pw_uid
        except KeyError:
            raise LookupError("no such user: {!r}".format(user)) from None
    if isinstance(group, str):
        import grp
        try:
            gid = grp.getgrnam(group).gr_gid
        except KeyError:
            raise LookupError("no such group: {!r}".format(group)) from None
    os.chown(path, uid, gid)


def get_terminal_size(fallback=(80, 24)):
    """(columns, lines) of the terminal: from $COLUMNS and $LINES, else from the system, else the fallback."""
    size = []
    for variable in ('COLUMNS', 'LINES'):
        try:
            size.append(int(os.environ[variable]))
        except (KeyError, ValueError):
            size.append(0)
    if size[0] <= 0 or size[1] <= 0:
        try:
            found = os.get_terminal_size(sys.__stdout__.fileno())
        except (AttributeError, ValueError, OSError):
            found = os.terminal_size(fallback)
        for i in range(2):
            if size[i] <= 0:
                size[i] = found[i] or fallback[i]
    return os.terminal_size(size)


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """The path of a program as the shell would find it, or None."""
    as_bytes = isinstance(cmd, bytes)
    if os.path.dirname(cmd):
        folders = [os.path.dirname(cmd)]
        cmd = os.path.basename(cmd)
        if not cmd:
            return None
    else:
        if path is None:
            path = os.environ.get("PATH", os.defpath)
        if not path:
            return None
        folders = os.fsencode(path).split(b':') if as_bytes else os.fsdecode(path).split(':')
    seen = set()
    for folder in folders:
        if folder in seen:
            continue
        seen.add(folder)
        name = os.path.join(folder, cmd)
        if os.path.exists(name) and os.access(name, mode) and not os.path.isdir(name):
            return name
    return None


_ARCHIVES = ('make_archive', 'get_archive_formats', 'register_archive_format', 'unregister_archive_format', 'unpack_archive',
             'get_unpack_formats', 'register_unpack_format', 'unregister_unpack_format')
__all__ += _ARCHIVES


def __getattr__(name):
    if name in _ARCHIVES:
        import _shutil_archive
        return getattr(_shutil_archive, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
