"""Helpers for those who import by themselves: finding specs, making modules of them, loading lazily."""

import sys
import types

from . import _bootstrap
from ._bootstrap import (cache_from_source, decode_source, module_from_spec, source_from_cache, spec_from_file_location, spec_from_loader)
from .abc import Loader

MAGIC_NUMBER = b'\xcb\r\r\n'


def resolve_name(name, package):
    """The absolute name of a name that may be relative to a package."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(f'no package specified for {repr(name)} (required for relative module names)')
    level = len(name) - len(name.lstrip('.'))
    parts = package.rsplit('.', level - 1)
    if len(parts) < level:
        raise ImportError('attempted relative import beyond top-level package')
    return f'{parts[0]}.{name[level:]}' if name[level:] else parts[0]


def _find_spec_from_path(name, path=None):
    # As find_spec for a name without parents to import: they are looked for on `path`.
    if name not in sys.modules:
        return _bootstrap.find_spec(name, path)
    module = sys.modules[name]
    if module is None:
        return None
    try:
        spec = module.__spec__
    except AttributeError:
        raise ValueError('{}.__spec__ is not set'.format(name)) from None
    if spec is None:
        raise ValueError('{}.__spec__ is None'.format(name))
    return spec


def find_spec(name, package=None):
    """The spec of a module, without importing it (its parents are imported); None if there is none."""
    fullname = resolve_name(name, package) if name.startswith('.') else name
    if fullname in sys.modules:
        return _find_spec_from_path(fullname)
    parent = fullname.rpartition('.')[0]
    path = None
    if parent:
        parent_module = __import__(parent, fromlist=['__path__'])
        try:
            path = parent_module.__path__
        except AttributeError as e:
            raise ModuleNotFoundError(f"__path__ attribute not found on {parent!r} while trying to find {fullname!r}", name=fullname) from e
    return _bootstrap.find_spec(fullname, path)


class _LazyModule(types.ModuleType):
    """A module that is loaded when an attribute is first asked for."""

    def __getattribute__(self, attr):
        spec = object.__getattribute__(self, '__spec__')
        held = object.__getattribute__(self, '__dict__')
        if spec.loader_state['is_loading'] and attr.startswith('__'):
            return object.__getattribute__(self, attr)
        before = spec.loader_state['__dict__']
        changed = {key: value for key, value in held.items() if key not in before or held[key] is not before[key]}
        object.__setattr__(self, '__class__', spec.loader_state['__class__'])
        spec.loader.exec_module(self)
        if spec.name in sys.modules and self is not sys.modules[spec.name]:
            raise ValueError(f"module object for {spec.name!r} substituted in sys.modules during a lazy load")
        held.update(changed)
        return getattr(self, attr)

    def __delattr__(self, attr):
        self.__getattribute__(attr)
        delattr(self, attr)


class LazyLoader(Loader):
    """A loader that puts off the work of another until the module is used."""

    @staticmethod
    def __check_eager_loader(loader):
        if not hasattr(loader, 'exec_module'):
            raise TypeError('loader must define exec_module()')

    @classmethod
    def factory(cls, loader):
        """A callable that makes lazy loaders of that kind."""
        cls.__check_eager_loader(loader)
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def __init__(self, loader):
        self.__check_eager_loader(loader)
        self.loader = loader

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        module.__spec__.loader = self.loader
        module.__loader__ = self.loader
        module.__spec__.loader_state = {'__dict__': module.__dict__.copy(), '__class__': module.__class__, 'is_loading': False}
        module.__class__ = _LazyModule
