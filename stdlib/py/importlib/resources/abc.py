"""What resources look like: a folder or file that can be gone through and read."""

import abc
import io
from typing import Protocol, runtime_checkable

__all__ = ['ResourceReader', 'Traversable', 'TraversableResources']


class ResourceReader(metaclass=abc.ABCMeta):
    """The older interface of loaders: one file at a time."""

    @abc.abstractmethod
    def open_resource(self, resource):
        """An open binary file."""
        raise FileNotFoundError

    @abc.abstractmethod
    def resource_path(self, resource):
        """The resource's path."""
        raise FileNotFoundError

    @abc.abstractmethod
    def is_resource(self, path):
        """Is it a file?"""
        raise FileNotFoundError

    @abc.abstractmethod
    def contents(self):
        """The names of all that is there."""
        raise FileNotFoundError


class TraversalError(Exception):
    pass


@runtime_checkable
class Traversable(Protocol):
    """A part of pathlib.Path's interface."""

    def iterdir(self):
        """The things in the folder."""

    def read_bytes(self):
        with self.open('rb') as stream:
            return stream.read()

    def read_text(self, encoding=None):
        with self.open(encoding=encoding) as stream:
            return stream.read()

    def is_dir(self):
        """Is it a folder?"""

    def is_file(self):
        """Is it a file?"""

    def joinpath(self, *descendants):
        """What is below."""

    def __truediv__(self, child):
        return self.joinpath(child)

    def open(self, mode='r', *args, **kwargs):
        """An open file."""

    @property
    def name(self):
        """The base name."""


class TraversableResources(ResourceReader):
    """A reader that has files()."""

    @abc.abstractmethod
    def files(self):
        """A Traversable."""

    def open_resource(self, resource):
        return self.files().joinpath(resource).open('rb')

    def resource_path(self, resource):
        raise FileNotFoundError(resource)

    def is_resource(self, path):
        return self.files().joinpath(path).is_file()

    def contents(self):
        return (item.name for item in self.files().iterdir())
