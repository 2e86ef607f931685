"""Paths that match a shell pattern: as in fnmatch, with ** for any number of folders where recursive is true.

Names that start with a dot match only patterns that do, too, unless include_hidden. The order is the folders' own.
"""
import fnmatch
import os
import sys

__all__ = ["escape", "glob", "iglob"]


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """A list of the paths that match. A relative pattern is looked for in root_dir, and the results are relative, too."""
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """An iterator over the paths that match."""
    sys.audit("glob.glob", pathname, recursive)
    sys.audit("glob.glob/2", pathname, recursive, root_dir, dir_fd)
    root = pathname[:0] if root_dir is None else os.fspath(root_dir)
    found = _Search(root, dir_fd, recursive, include_hidden).paths(pathname, False)
    if not pathname or recursive and _is_recursive(pathname[:2]):
        found = _without_first_empty(found)     # a leading ** stands for no folder, too
    return found


def _without_first_empty(paths):
    first = True
    for path in paths:
        if not first or path:
            yield path
        first = False


def glob0(dirname, pattern):
    """The one name, if it is in the folder."""
    return list(_Search(dirname[:0], None, False, False).literal(dirname, pattern))


def glob1(dirname, pattern):
    """The names in a folder that match."""
    return list(_Search(dirname[:0], None, False, False).in_folder(dirname, pattern, False))


def escape(pathname):
    """The path with what patterns give a meaning to put in brackets."""
    drive, path = os.path.splitdrive(pathname)
    if isinstance(path, bytes):
        return drive + b''.join(b'[' + path[i:i + 1] + b']' if path[i:i + 1] in b'*?[' else path[i:i + 1] for i in range(len(path)))
    return drive + ''.join(f'[{c}]' if c in '*?[' else c for c in path)


def has_magic(s):
    """Is there anything in it that patterns give a meaning to?"""
    return any(c in s for c in ((b'*', b'?', b'[') if isinstance(s, bytes) else '*?['))


def _is_recursive(pattern):
    return pattern == (b'**' if isinstance(pattern, bytes) else '**')


def _is_hidden(name):
    return name[:1] in ('.', b'.')


class _Search:
    def __init__(self, root, dir_fd, recursive, hidden):
        self.root = root
        self.dir_fd = dir_fd
        self.recursive = recursive
        self.hidden = hidden

    def paths(self, pathname, dirs_only):
        head, tail = os.path.split(pathname)
        if not has_magic(pathname):
            if not tail:
                if self.is_folder(head):
                    yield pathname
            elif self.exists(pathname):
                yield pathname
            return
        deep = self.recursive and _is_recursive(tail)
        if not head:
            yield from (self.below(head, dirs_only) if deep else self.in_folder(head, tail, dirs_only))
            return
        folders = self.paths(head, True) if head != pathname and has_magic(head) else [head]
        for folder in folders:
            if deep:
                names = self.below(folder, dirs_only)
            elif has_magic(tail):
                names = self.in_folder(folder, tail, dirs_only)
            else:
                names = self.literal(folder, tail)
            for name in names:
                yield os.path.join(folder, name)

    def place(self, path):
        return os.path.join(self.root, path) if self.root else path

    def stat(self, path, function):
        try:
            return function(self.place(path), dir_fd=self.dir_fd)
        except (OSError, ValueError):
            return None

    def exists(self, path):
        return self.stat(path, os.lstat) is not None

    def is_folder(self, path):
        st = self.stat(path, os.stat)
        return st is not None and st.st_mode & 0o170000 == 0o040000

    def names(self, folder, dirs_only):
        # the names in a folder; none where it cannot be read
        place = self.place(folder) or (b'.' if isinstance(folder, bytes) else '.')
        fd = None
        try:
            if self.dir_fd is not None:
                fd = os.open(place, os.O_RDONLY | os.O_DIRECTORY, dir_fd=self.dir_fd)
            with os.scandir(place if fd is None else fd) as entries:
                out = [entry.name for entry in entries if not dirs_only or _entry_is_folder(entry)]
            return [os.fsencode(name) for name in out] if fd is not None and isinstance(folder, bytes) else out
        except OSError:
            return []
        finally:
            if fd is not None:
                os.close(fd)

    def in_folder(self, folder, pattern, dirs_only):
        names = self.names(folder, dirs_only)
        if not (self.hidden or _is_hidden(pattern)):
            names = (name for name in names if not _is_hidden(name))
        return fnmatch.filter(names, pattern)

    def literal(self, folder, name):
        path = os.path.join(folder, name) if name else folder
        return [name] if (self.exists(path) if name else self.is_folder(folder)) else []

    def below(self, folder, dirs_only):
        # the folder itself as an empty name, then everything under it, a folder before what is in it
        if not folder or self.is_folder(folder):
            yield folder[:0]
            yield from self.walk(folder, dirs_only)

    def walk(self, folder, dirs_only):
        for name in self.names(folder, dirs_only):
            if self.hidden or not _is_hidden(name):
                yield name
                for inner in self.walk(os.path.join(folder, name) if folder else name, dirs_only):
                    yield os.path.join(name, inner)


def _entry_is_folder(entry):
    try:
        return entry.is_dir()
    except OSError:
        return False
