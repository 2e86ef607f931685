"""Abstract bases of finders and loaders."""

import abc

from . import _bootstrap, machinery

__all__ = ['Loader', 'MetaPathFinder', 'PathEntryFinder', 'ResourceLoader', 'InspectLoader', 'ExecutionLoader', 'FileLoader', 'SourceLoader']


class Loader(metaclass=abc.ABCMeta):
    """Makes modules and executes them."""

    def create_module(self, spec):
        """A module object, or None for the usual one."""
        return None

    def load_module(self, fullname):
        """The old way: a loaded module."""
        if not hasattr(self, 'exec_module'):
            raise ImportError
        return _bootstrap._load_shim(self, fullname)


class MetaPathFinder(metaclass=abc.ABCMeta):
    """A finder for sys.meta_path: find_spec(fullname, path, target=None)."""

    def invalidate_caches(self):
        """Forgets what was remembered of files."""


class PathEntryFinder(metaclass=abc.ABCMeta):
    """A finder for an entry of sys.path: find_spec(fullname, target=None)."""

    def invalidate_caches(self):
        """Forgets what was remembered of files."""


class ResourceLoader(Loader):
    """A loader that can read files."""

    @abc.abstractmethod
    def get_data(self, path):
        """The bytes of a file."""
        raise OSError


class InspectLoader(Loader):
    """A loader that can show a module's code and source."""

    def is_package(self, fullname):
        """Whether the name is that of a package; ImportError if it is unknown."""
        raise ImportError

    def get_code(self, fullname):
        """The module's code object."""
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @abc.abstractmethod
    def get_source(self, fullname):
        """The module's source, or None."""
        raise ImportError

    @staticmethod
    def source_to_code(data, path='<string>'):
        """Compiles the source."""
        return compile(data, path, 'exec', dont_inherit=True)

    exec_module = _bootstrap._LoaderBasics.exec_module


class ExecutionLoader(InspectLoader):
    """A loader of modules that have files."""

    @abc.abstractmethod
    def get_filename(self, fullname):
        """The module's file."""
        raise ImportError

    def get_code(self, fullname):
        source = self.get_source(fullname)
        if source is None:
            return None
        try:
            path = self.get_filename(fullname)
        except ImportError:
            return self.source_to_code(source)
        return self.source_to_code(source, path)


class FileLoader(_bootstrap._FileLoader, ResourceLoader, ExecutionLoader):
    """A loader of one file."""


class SourceLoader(ResourceLoader, ExecutionLoader):
    """A loader of source, from get_data() and get_filename()."""

    def path_mtime(self, path):
        """When the file was changed."""
        raise OSError

    def path_stats(self, path):
        """What is known of the file."""
        return {'mtime': int(self.path_mtime(path))}

    def set_data(self, path, data):
        """Write a file; nothing, where that cannot be."""

    def is_package(self, fullname):
        return _bootstrap._FileLoader.is_package(self, fullname)

    def get_source(self, fullname):
        return _bootstrap.SourceFileLoader.get_source(self, fullname)

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)


for _loader in machinery.BuiltinImporter, machinery.FrozenImporter:
    MetaPathFinder.register(_loader)
    InspectLoader.register(_loader)
MetaPathFinder.register(machinery.PathFinder)
PathEntryFinder.register(machinery.FileFinder)
FileLoader.register(machinery.SourceFileLoader)
FileLoader.register(machinery.SourcelessFileLoader)
SourceLoader.register(machinery.SourceFileLoader)
ExecutionLoader.register(machinery.ExtensionFileLoader)
InspectLoader.register(machinery.NamespaceLoader)
