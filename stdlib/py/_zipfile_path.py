"""Paths inside of ZIP archives: the class Path of zipfile."""

import io
import os
import posixpath


class Path:
    """A path inside of an archive, somewhat like pathlib's."""

    __module__ = "zipfile"

    def __init__(self, root, at=""):
        import zipfile  # not earlier: zipfile may be the program itself, which imports this module while it begins
        self.root = root if isinstance(root, zipfile.ZipFile) else zipfile.ZipFile(root)
        self.at = at

    def _names(self):
        """All names, those of folders that are only implied included."""
        names = dict.fromkeys(self.root.namelist())
        for name in list(names):
            parts = name.rstrip("/").split("/")
            for i in range(1, len(parts)):
                names.setdefault("/".join(parts[:i]) + "/")
        return names

    def __eq__(self, other):
        return (self.root, self.at) == (other.root, other.at) if self.__class__ is other.__class__ else NotImplemented

    def __hash__(self):
        return hash((self.root, self.at))

    def open(self, mode='r', *args, pwd=None, **kwargs):
        """Opens the file, in text mode unless the mode has a 'b'."""
        if self.is_dir():
            raise IsADirectoryError(self)
        kind = mode[0]
        if not self.exists() and kind == 'r':
            raise FileNotFoundError(self)
        stream = self.root.open(self.at, kind, pwd=pwd)
        if 'b' in mode:
            if args or kwargs:
                raise ValueError("encoding args invalid for binary operation")
            return stream
        return io.TextIOWrapper(stream, *args, **{'encoding': 'utf-8', **kwargs} if not args else kwargs)

    @property
    def name(self):
        return posixpath.basename(self.at.rstrip("/")) or os.path.basename(self.root.filename or "")

    @property
    def suffix(self):
        return posixpath.splitext(self.name)[1]

    @property
    def suffixes(self):
        return ["." + part for part in self.name.split(".")[1:]]

    @property
    def stem(self):
        return posixpath.splitext(self.name)[0]

    @property
    def filename(self):
        import pathlib
        return pathlib.Path(self.root.filename).joinpath(self.at)

    @property
    def parent(self):
        if not self.at:
            return self.filename.parent
        parent = posixpath.dirname(self.at.rstrip('/'))
        return Path(self.root, parent + '/' if parent else '')

    def read_text(self, *args, **kwargs):
        with self.open('r', *args, **kwargs) as stream:
            return stream.read()

    def read_bytes(self):
        with self.open('rb') as stream:
            return stream.read()

    def is_dir(self):
        return not self.at or self.at.endswith("/")

    def is_file(self):
        return self.exists() and not self.is_dir()

    def exists(self):
        return not self.at or self.at in self._names()

    def iterdir(self):
        """The paths right below."""
        if not self.is_dir():
            raise ValueError("Can't listdir a file")
        for name in self._names():
            if posixpath.dirname(name.rstrip("/")) == self.at.rstrip("/") and name != self.at:
                yield Path(self.root, name)

    def match(self, path_pattern):
        import pathlib
        return pathlib.PurePosixPath(self.at).match(path_pattern)

    def is_symlink(self):
        return False

    def glob(self, pattern):
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        import fnmatch
        wanted = [fnmatch.translate(part) if part != "**" else None for part in pattern.split("/")]
        import re

        def fits(parts, rest):
            if not rest:
                return not parts
            if rest[0] is None:
                return any(fits(parts[i:], rest[1:]) for i in range(len(parts) + 1))
            return bool(parts) and re.match(rest[0], parts[0]) is not None and fits(parts[1:], rest[1:])
        for name in self._names():
            if name.startswith(self.at) and fits(name[len(self.at):].rstrip("/").split("/"), wanted):
                yield Path(self.root, name)

    def rglob(self, pattern):
        return self.glob(f'**/{pattern}')

    def joinpath(self, *other):
        path = posixpath.join(self.at, *other)
        names = self._names()
        return Path(self.root, path + "/" if path and path not in names and path + "/" in names else path)

    __truediv__ = joinpath

    def __str__(self):
        return posixpath.join(self.root.filename, self.at)

    def __repr__(self):
        return f"{self.__class__.__name__}({self.root.filename!r}, {self.at!r})"
