"""Files that come with packages: files(), as_file(), and the older functions of one file each."""

import contextlib
import functools
import os
import pathlib
import tempfile
import types
import warnings
from importlib import import_module
from typing import BinaryIO, ContextManager, Iterable, Optional, TextIO, Union

from .abc import ResourceReader, Traversable

__all__ = ['Package', 'Resource', 'ResourceReader', 'Traversable', 'as_file', 'files', 'contents', 'is_resource', 'open_binary', 'open_text', 'path',
           'read_binary', 'read_text']

Package = Union[types.ModuleType, str]
Anchor = Package
Resource = str


class MultiplexedPath(Traversable):
    """The folders of a namespace package as one."""

    def __init__(self, *paths):
        self._paths = [pathlib.Path(p) for p in dict.fromkeys(paths)]
        if not self._paths:
            raise FileNotFoundError('MultiplexedPath must contain at least one path')

    def iterdir(self):
        seen = set()
        for path in self._paths:
            for child in path.iterdir():
                if child.name not in seen:
                    seen.add(child.name)
                    yield child

    def read_bytes(self):
        raise FileNotFoundError(f'{self} is not a file')

    def read_text(self, *args, **kwargs):
        raise FileNotFoundError(f'{self} is not a file')

    def is_dir(self):
        return True

    def is_file(self):
        return False

    def joinpath(self, *descendants):
        if not descendants:
            return self
        for path in self._paths:
            found = path.joinpath(*descendants)
            if found.exists():
                return found
        return self._paths[0].joinpath(*descendants)

    __truediv__ = joinpath

    def open(self, *args, **kwargs):
        raise FileNotFoundError(f'{self} is not a file')

    @property
    def name(self):
        return self._paths[0].name

    def __repr__(self):
        paths = ', '.join(f"'{path}'" for path in self._paths)
        return f'MultiplexedPath({paths})'


class _FileReader:
    """What a SourceFileLoader gives for resources."""

    def __init__(self, loader):
        self.path = pathlib.Path(loader.path).parent

    def files(self):
        return self.path


class _NamespaceReader:
    def __init__(self, path):
        self.path = MultiplexedPath(*path)

    def files(self):
        return self.path


def _resolve(anchor):
    return import_module(anchor) if isinstance(anchor, str) else anchor


def _caller_package():
    import sys
    spec_globals = sys._getframe(2).f_globals
    return spec_globals.get('__package__') or spec_globals['__name__']


def files(anchor: Optional[Anchor] = None) -> Traversable:
    """The folder of a package, to go down from with `/` or joinpath()."""
    package = _resolve(_caller_package() if anchor is None else anchor)
    spec = package.__spec__
    reader = getattr(spec.loader, 'get_resource_reader', None)
    reader = reader(spec.name) if reader is not None else None
    if hasattr(reader, 'files'):
        return reader.files()
    if spec.submodule_search_locations and not hasattr(package, '__file__'):
        return MultiplexedPath(*spec.submodule_search_locations)
    if spec.origin in (None, 'frozen', 'built-in'):
        raise TypeError(f"{spec.name!r} is part of the interpreter and has no files")
    return pathlib.Path(spec.origin).parent


def _write(folder, source):
    target = folder / source.name
    if source.is_dir():
        target.mkdir()
        for item in source.iterdir():
            _write(target, item)
    else:
        target.write_bytes(source.read_bytes())
    return target


@contextlib.contextmanager
def as_file(path):
    """The resource as a path in the file system, for as long as the block lasts."""
    if isinstance(path, pathlib.Path):
        yield path
        return
    with tempfile.TemporaryDirectory() as folder:
        yield _write(pathlib.Path(folder), path)


def _deprecated(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        warnings.warn(f"{func.__name__} is deprecated. Use files() instead. Refer to "
                      "https://importlib-resources.readthedocs.io/en/latest/using.html#migrating-from-legacy for migration advice.",
                      DeprecationWarning, stacklevel=2)
        return func(*args, **kwargs)
    return wrapper


def _one(package, resource):
    name = str(resource)
    if os.path.split(name)[0]:
        raise ValueError(f'{resource!r} must be only a file name')
    return files(package) / name


@_deprecated
def open_binary(package: Package, resource: Resource) -> BinaryIO:
    """The resource as a binary file."""
    return _one(package, resource).open('rb')


@_deprecated
def read_binary(package: Package, resource: Resource) -> bytes:
    """The bytes of the resource."""
    return _one(package, resource).read_bytes()


@_deprecated
def open_text(package: Package, resource: Resource, encoding: str = 'utf-8', errors: str = 'strict') -> TextIO:
    """The resource as a text file."""
    return _one(package, resource).open('r', encoding=encoding, errors=errors)


@_deprecated
def read_text(package: Package, resource: Resource, encoding: str = 'utf-8', errors: str = 'strict') -> str:
    """The text of the resource."""
    with _one(package, resource).open('r', encoding=encoding, errors=errors) as file:
        return file.read()


@_deprecated
def contents(package: Package) -> Iterable[str]:
    """The names of all that is in the package's folder."""
    return [path.name for path in files(package).iterdir()]


@_deprecated
def is_resource(package: Package, name: str) -> bool:
    """Is there a file of that name in the package's folder?"""
    name = str(name)
    if os.path.split(name)[0]:
        raise ValueError(f'{name!r} must be only a file name')
    return any(item.name == name and item.is_file() for item in files(package).iterdir())


@_deprecated
def path(package: Package, resource: Resource) -> ContextManager[pathlib.Path]:
    """A context manager with the resource's path."""
    return as_file(_one(package, resource))
