"""Specs, finders and loaders over the interpreter's own import (public names: importlib.machinery, importlib.util).

The interpreter imports natives, frozen modules and files by itself. When this module is loaded it gives real specs to what is there and to what
follows, and the interpreter asks find_foreign() for what finders in sys.meta_path and hooks in sys.path_hooks of the script have.
"""

import _imp
import os
import sys

SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = ['.pyc']
EXTENSION_SUFFIXES = []
_ModuleType = type(sys)


class ModuleSpec:
    """What is known of a module before it is loaded."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr = False
        self._cached = None
        self._initializing = False

    def __repr__(self):
        parts = [f'name={self.name!r}', f'loader={self.loader!r}']
        if self.origin is not None:
            parts.append(f'origin={self.origin!r}')
        if self.submodule_search_locations is not None:
            parts.append(f'submodule_search_locations={self.submodule_search_locations}')
        return f'{type(self).__name__}({", ".join(parts)})'

    def __eq__(self, other):
        try:
            return (self.name == other.name and self.loader == other.loader and self.origin == other.origin and
                    self.submodule_search_locations == other.submodule_search_locations and self.cached == other.cached and
                    self.has_location == other.has_location)
        except AttributeError:
            return NotImplemented

    __hash__ = None

    @property
    def cached(self):
        if self._cached is None and self.origin is not None and self._set_fileattr:
            try:
                self._cached = cache_from_source(self.origin)
            except NotImplementedError:
                pass
        return self._cached

    @cached.setter
    def cached(self, cached):
        self._cached = cached

    @property
    def parent(self):
        """The name of the package that a module's relative imports begin at."""
        return self.name.rpartition('.')[0] if self.submodule_search_locations is None else self.name

    @property
    def has_location(self):
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Where CPython would keep the compiled file."""
    head, tail = os.path.split(os.fspath(path))
    base, dot, rest = tail.rpartition('.')
    name = f'{base or rest}.{sys.implementation.cache_tag}'
    if optimization not in (None, ''):
        if not str(optimization).isalnum():
            raise ValueError(f'{optimization!r} is not alphanumeric')
        name += f'.opt-{optimization}'
    return os.path.join(head, '__pycache__', name + '.pyc')


def source_from_cache(path):
    """The source file of a compiled file's path."""
    head, name = os.path.split(os.fspath(path))
    head, folder = os.path.split(head)
    if folder != '__pycache__':
        raise ValueError(f'__pycache__ not bottom-level directory in {path!r}')
    count = name.count('.')
    if count not in {2, 3}:
        raise ValueError(f'expected only 2 or 3 dots in {name!r}')
    return os.path.join(head, name.partition('.')[0] + '.py')


# ---- loaders ----

class _LoaderBasics:
    def create_module(self, spec):
        """None: the usual module object."""

    def exec_module(self, module):
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError('cannot load module {!r} when get_code() returns None'.format(module.__name__))
        exec(code, module.__dict__)

    def load_module(self, fullname):
        return _load_shim(self, fullname)


def _load_shim(loader, fullname):
    spec = spec_from_loader(fullname, loader)
    if fullname in sys.modules:
        module = sys.modules[fullname]
        _init_attrs(spec, module, override=True)
        loader.exec_module(module)
        return sys.modules[fullname]
    return load(spec)


class BuiltinImporter:
    """The modules in C. A finder and a loader, never instantiated."""

    _ORIGIN = 'built-in'

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        if _imp.is_builtin(fullname):
            return spec_from_loader(fullname, cls, origin=cls._ORIGIN)
        return None

    @staticmethod
    def create_module(spec):
        if not _imp.is_builtin(spec.name):
            raise ImportError(f'{spec.name!r} is not a built-in module', name=spec.name)
        return None

    @staticmethod
    def exec_module(module):
        """Natives are filled when they are made: take what the interpreter has."""
        module.__dict__.update(_imp.load_own(module.__name__).__dict__)

    @classmethod
    def get_code(cls, fullname):
        return None

    @classmethod
    def get_source(cls, fullname):
        return None

    @classmethod
    def is_package(cls, fullname):
        return False

    @classmethod
    def load_module(cls, fullname):
        return __import__(fullname, fromlist=['*'])


class FrozenImporter:
    """The modules in Python that are part of the interpreter."""

    _ORIGIN = 'frozen'

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        if not _imp.is_frozen(fullname):
            return None
        return spec_from_loader(fullname, cls, origin=cls._ORIGIN, is_package=_imp.is_frozen_package(fullname))

    @staticmethod
    def create_module(spec):
        return None

    @staticmethod
    def exec_module(module):
        exec(_imp.get_frozen_object(module.__name__), module.__dict__)

    @classmethod
    def get_code(cls, fullname):
        return _imp.get_frozen_object(fullname)

    @classmethod
    def get_source(cls, fullname):
        return None

    @classmethod
    def is_package(cls, fullname):
        return _imp.is_frozen_package(fullname)

    @classmethod
    def load_module(cls, fullname):
        return __import__(fullname, fromlist=['*'])


class _FileLoader(_LoaderBasics):
    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def _check_name(self, name):
        if name is None:
            return self.name
        if name != self.name:
            raise ImportError('loader for %s cannot handle %s' % (self.name, name), name=name)
        return name

    def get_filename(self, name=None):
        self._check_name(name)
        return self.path

    def is_package(self, fullname):
        return os.path.split(self.get_filename(fullname))[1].rsplit('.', 1)[0] == '__init__' and fullname.rpartition('.')[2] != '__init__'

    def get_data(self, path):
        with open(path, 'rb') as file:
            return file.read()

    def get_resource_reader(self, name=None):
        from importlib.resources import _FileReader
        return _FileReader(self)

    def load_module(self, name=None):
        return _load_shim(self, self._check_name(name))


class SourceFileLoader(_FileLoader):
    """Modules from files of source."""

    def get_source(self, fullname):
        path = self.get_filename(fullname)
        try:
            data = self.get_data(path)
        except OSError as exc:
            raise ImportError('source not available through get_data()', name=fullname) from exc
        return decode_source(data)

    def path_mtime(self, path):
        raise OSError

    def path_stats(self, path):
        st = os.stat(path)
        return {'mtime': st.st_mtime, 'size': st.st_size}

    def set_data(self, path, data, *, _mode=0o666):
        with open(path, 'wb') as file:
            file.write(data)

    def source_to_code(self, data, path, *, _optimize=-1):
        return compile(data, path, 'exec', dont_inherit=True)

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)


class SourcelessFileLoader(_FileLoader):
    """Compiled files, which are CPython's own affair: refused."""

    def get_source(self, fullname):
        return None

    def get_code(self, fullname):
        raise ImportError(f'bad magic number in {fullname!r}: compiled files of CPython cannot be run', name=fullname, path=self.path)


class ExtensionFileLoader(_FileLoader):
    """Shared objects for CPython: refused."""

    def create_module(self, spec):
        raise ImportError(f'{self.path}: extension modules of CPython cannot be loaded', name=self.name, path=self.path)

    def exec_module(self, module):
        pass

    def get_code(self, fullname):
        return None

    def get_source(self, fullname):
        return None


class _NamespacePath:
    """The folders of a namespace package, looked up again when those of its parent have changed."""

    _epoch = 0

    def __init__(self, name, path, path_finder):
        self._name = name
        self._path = list(path)
        self._path_finder = path_finder
        self._last_parent_path = tuple(self._get_parent_path())
        self._last_epoch = self._epoch

    def _get_parent_path(self):
        parent = self._name.rpartition('.')[0]
        return sys.modules[parent].__path__ if parent else sys.path

    def _recalculate(self):
        parents = tuple(self._get_parent_path())
        if parents != self._last_parent_path or self._epoch != self._last_epoch:
            spec = self._path_finder(self._name, parents)
            if spec is not None and spec.loader is None or type(getattr(spec, 'loader', None)) is NamespaceLoader:
                if spec.submodule_search_locations:
                    self._path = list(spec.submodule_search_locations)
            self._last_parent_path = parents
            self._last_epoch = self._epoch
        return self._path

    def __iter__(self):
        return iter(self._recalculate())

    def __getitem__(self, index):
        return self._recalculate()[index]

    def __setitem__(self, index, path):
        self._path[index] = path

    def __len__(self):
        return len(self._recalculate())

    def __repr__(self):
        return f'_NamespacePath({self._path!r})'

    def __contains__(self, item):
        return item in self._recalculate()

    def append(self, item):
        self._path.append(item)


class NamespaceLoader:
    """Packages without a file of their own."""

    def __init__(self, name, path, path_finder=None):
        self._path = path

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ''

    def get_code(self, fullname):
        return compile('', '<string>', 'exec', dont_inherit=True)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        pass

    def get_resource_reader(self, module):
        from importlib.resources import _NamespaceReader
        return _NamespaceReader(self._path)


def decode_source(source_bytes):
    """Text of a source file, by its coding cookie and with newlines made universal."""
    import io
    import re
    encoding = 'utf-8'
    if source_bytes.startswith(b'\xef\xbb\xbf'):
        encoding = 'utf-8-sig'
    else:
        for line in bytes(source_bytes[:4096]).split(b'\n')[:2]:
            cookie = re.match(rb'[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', line)
            if cookie:
                encoding = cookie[1].decode('ascii', 'replace')
                break
            if not re.match(rb'[ \t\f]*(?:[#\r\n]|$)', line):
                break
    return io.IncrementalNewlineDecoder(None, translate=True).decode(source_bytes.decode(encoding))


# ---- finders ----

class FileFinder:
    """The modules of one folder, by loaders for suffixes."""

    def __init__(self, path, *loader_details):
        self._loaders = [(suffix, loader) for loader, suffixes in loader_details for suffix in suffixes]
        self.path = os.path.abspath('.' if not path else path)

    def invalidate_caches(self):
        pass

    def find_spec(self, fullname, target=None):
        tail = fullname.rpartition('.')[2]
        base = os.path.join(self.path, tail)
        if os.path.isdir(base):
            for suffix, loader in self._loaders:
                path = os.path.join(base, '__init__' + suffix)
                if os.path.isfile(path):
                    return spec_from_file_location(fullname, path, loader=loader(fullname, path), submodule_search_locations=[base])
        for suffix, loader in self._loaders:
            path = base + suffix
            if os.path.isfile(path):
                return spec_from_file_location(fullname, path, loader=loader(fullname, path))
        if os.path.isdir(base):
            spec = ModuleSpec(fullname, None)
            spec.submodule_search_locations = [base]
            return spec
        return None

    @classmethod
    def path_hook(cls, *loader_details):
        """A hook for sys.path_hooks that makes finders of folders."""
        def path_hook_for_FileFinder(path):
            if not os.path.isdir(path or '.'):
                raise ImportError('only directories are supported', path=path)
            return cls(path, *loader_details)
        return path_hook_for_FileFinder

    def __repr__(self):
        return f'FileFinder({self.path!r})'


def _may_be_archive(path):
    # Is the path a file, or does it go through one?
    while path and not os.path.exists(path):
        folder = os.path.dirname(path)
        if folder == path:      # not even the root can be seen
            break
        path = folder
    return os.path.isfile(path)


class PathFinder:
    """The modules of sys.path and of packages' __path__."""

    @staticmethod
    def invalidate_caches():
        for name, finder in list(sys.path_importer_cache.items()):
            if finder is None or not os.path.isabs(name):
                del sys.path_importer_cache[name]
            elif hasattr(finder, 'invalidate_caches'):
                finder.invalidate_caches()
        _NamespacePath._epoch += 1

    @classmethod
    def _path_importer_cache(cls, path):
        if path == '':
            path = os.getcwd()
        try:
            return sys.path_importer_cache[path]
        except KeyError:
            pass
        finder = None
        if 'zipimport' not in sys.modules and _may_be_archive(path):
            import zipimport        # which adds its hook
        for hook in sys.path_hooks:
            try:
                finder = hook(path)
                break
            except ImportError:
                continue
        sys.path_importer_cache[path] = finder
        return finder

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        portions = []
        for entry in sys.path if path is None else path:
            if not isinstance(entry, str):
                continue
            finder = cls._path_importer_cache(entry)
            spec = finder.find_spec(fullname, target) if finder is not None else None
            if spec is None:
                continue
            if spec.loader is not None:
                return spec
            if spec.submodule_search_locations is None:
                raise ImportError('spec missing loader')
            portions.extend(spec.submodule_search_locations)
        if not portions:
            return None
        path = _NamespacePath(fullname, portions, cls.find_spec)
        spec = ModuleSpec(fullname, NamespaceLoader(fullname, path))
        spec.submodule_search_locations = path
        return spec

    @staticmethod
    def find_distributions(*args, **kwargs):
        from importlib.metadata import MetadataPathFinder
        return MetadataPathFinder.find_distributions(*args, **kwargs)


_own_hook = FileFinder.path_hook((SourceFileLoader, SOURCE_SUFFIXES))
_own_finders = (BuiltinImporter, FrozenImporter, PathFinder)


# ---- specs and modules ----

_POPULATE = object()


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """A spec from what the loader says of the module."""
    if origin is None:
        origin = getattr(loader, '_ORIGIN', None)
    if origin is None and hasattr(loader, 'get_filename'):
        if is_package is None:
            return spec_from_file_location(name, loader=loader)
        return spec_from_file_location(name, loader=loader, submodule_search_locations=[] if is_package else None)
    if is_package is None:
        is_package = False
        if hasattr(loader, 'is_package'):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_POPULATE):
    """A spec for a file; None if nothing can load files of its kind."""
    if location is None:
        location = '<unknown>'
        if hasattr(loader, 'get_filename'):
            try:
                location = loader.get_filename(name)
            except ImportError:
                pass
    else:
        location = os.path.abspath(os.fspath(location))
    spec = ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if loader is None:
        for suffixes, kind in ((SOURCE_SUFFIXES, SourceFileLoader), (BYTECODE_SUFFIXES, SourcelessFileLoader)):
            if location.endswith(tuple(suffixes)):
                spec.loader = loader = kind(name, location)
                break
        else:
            return None
    if submodule_search_locations is _POPULATE:
        if hasattr(loader, 'is_package'):
            try:
                if loader.is_package(name):
                    spec.submodule_search_locations = []
            except ImportError:
                pass
    else:
        spec.submodule_search_locations = submodule_search_locations
    if spec.submodule_search_locations == [] and location:
        spec.submodule_search_locations.append(os.path.dirname(location))
    return spec


def _init_attrs(spec, module, override=False):
    def put(name, value):
        if override or getattr(module, name, None) is None:
            try:
                setattr(module, name, value)
            except AttributeError:
                pass
    put('__name__', spec.name)
    put('__loader__', spec.loader)
    put('__package__', spec.parent)
    module.__spec__ = spec
    if spec.submodule_search_locations is not None:
        put('__path__', spec.submodule_search_locations)
    if spec.has_location:
        put('__file__', spec.origin)
        if spec.cached is not None:
            put('__cached__', spec.cached)


def module_from_spec(spec):
    """A module that is ready to be executed by the spec's loader."""
    loader = spec.loader
    if hasattr(loader, 'create_module'):
        module = loader.create_module(spec)
    elif hasattr(loader, 'exec_module'):
        raise ImportError('loaders that define exec_module() must also define create_module()')
    else:
        module = None
    module = _ModuleType(spec.name) if module is None else module
    _init_attrs(spec, module)
    return module


def load(spec):
    """A new module of the spec, in sys.modules and executed."""
    if spec.loader is not None and not hasattr(spec.loader, 'exec_module'):
        module = spec.loader.load_module(spec.name)
        return sys.modules.pop(spec.name, module)
    module = module_from_spec(spec)
    spec._initializing = True
    try:
        sys.modules[spec.name] = module
        try:
            if spec.loader is None:
                if spec.submodule_search_locations is None:
                    raise ImportError('missing loader', name=spec.name)
            else:
                spec.loader.exec_module(module)
        except:
            sys.modules.pop(spec.name, None)
            raise
        return sys.modules.pop(spec.name)
    finally:
        spec._initializing = False


def find_spec(name, path, target=None):
    """The spec from the first finder in sys.meta_path that has one."""
    for finder in list(sys.meta_path):
        try:
            find = finder.find_spec
        except AttributeError:
            continue
        spec = find(name, path, target)
        if spec is not None:
            return spec
    return None


def find_foreign(name, path):
    """Called by the interpreter for each module to import: a module from a finder or hook of the script, or None for its own search."""
    finders = sys.meta_path
    if len(finders) == 3 and finders[0] is BuiltinImporter and finders[1] is FrozenImporter and finders[2] is PathFinder \
            and len(sys.path_hooks) == 1 and sys.path_hooks[0] is _own_hook:
        return None
    spec = find_spec(name, path)
    if spec is None:
        if PathFinder in finders:
            return None
        reasons = [f' (Moray leaves it out: {reason})' for module, attribute, reason in _imp.omissions() if module == name and attribute is None]
        raise ModuleNotFoundError(f'No module named {name!r}' + ''.join(reasons), name=name)
    if spec.loader in _own_finders or type(spec.loader) in (SourceFileLoader, NamespaceLoader) and _is_own(spec, name, path):
        return None
    module = load(spec)
    sys.modules[name] = module
    return module


def _is_own(spec, name, path):
    # Would the interpreter come to the same by itself?
    own = FileFinderOnly.find_spec(name, path)
    return own is not None and own.origin == spec.origin and type(own.loader) is type(spec.loader)


class FileFinderOnly(PathFinder):
    """PathFinder without the hooks of the script."""

    @classmethod
    def _path_importer_cache(cls, path):
        return FileFinder(path, (SourceFileLoader, SOURCE_SUFFIXES)) if os.path.isdir(path or '.') else None


def _spec_of_plain(plain):
    """The real spec of one that the interpreter made."""
    known = plain.__dict__.get('_real')
    if known is not None:
        return known
    name, file, path = plain.name, plain._file, plain.submodule_search_locations
    if file is not None:
        spec = ModuleSpec(name, SourceFileLoader(name, file), origin=file)
        spec._set_fileattr = True
    elif _imp.is_builtin(name):
        spec = ModuleSpec(name, BuiltinImporter, origin='built-in')
    elif _imp.is_frozen(name):
        spec = ModuleSpec(name, FrozenImporter, origin='frozen')
    else:
        path = _NamespacePath(name, path, PathFinder.find_spec)
        spec = ModuleSpec(name, NamespaceLoader(name, path))
    spec.submodule_search_locations = path
    spec._initializing = plain._initializing
    plain._real = spec
    return spec


def adopt(module):
    """Called by the interpreter for each module that it makes: a real spec and loader instead of the plain ones."""
    held = module.__dict__
    plain = held.get('__spec__')
    if isinstance(plain, ModuleSpec):
        return
    if plain is None:
        if held.get('__name__') == '__main__' and held.get('__loader__') is None:
            module.__loader__ = SourceFileLoader('__main__', module.__file__) if isinstance(held.get('__file__'), str) and module.__file__[:1] != '<' \
                else BuiltinImporter
        elif _imp.is_builtin(held.get('__name__')) and held.get('__loader__') is None:
            module.__spec__ = ModuleSpec(module.__name__, BuiltinImporter, origin='built-in')
            module.__loader__ = BuiltinImporter
        return
    spec = _spec_of_plain(plain)
    module.__spec__ = spec
    module.__loader__ = spec.loader
    if type(spec.submodule_search_locations) is _NamespacePath:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location and '__cached__' not in held:
        module.__cached__ = spec.cached


for _kind in (ModuleSpec, BuiltinImporter, FrozenImporter):
    _kind.__module__ = '_frozen_importlib'
for _kind in (SourceFileLoader, SourcelessFileLoader, ExtensionFileLoader, NamespaceLoader, FileFinder, PathFinder, _NamespacePath, _FileLoader):
    _kind.__module__ = '_frozen_importlib_external'
del _kind
for _other in ('_frozen_importlib', '_frozen_importlib_external', 'importlib._bootstrap_external'):
    sys.modules.setdefault(_other, sys.modules[__name__])
del _other
sys.meta_path.extend(_own_finders)
sys.path_hooks.append(_own_hook)
_imp.set_hooks(find_foreign, adopt)
for _module in list(sys.modules.values()):
    if isinstance(_module, _ModuleType):
        adopt(_module)
del _module
