"""Importing by program: import_module, reload, and the modules machinery, util, abc, resources and metadata."""

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

import sys
from builtins import __import__

from . import _bootstrap

_bootstrap_external = _bootstrap


def invalidate_caches():
    """Has the finders forget what they know of folders."""
    for finder in sys.meta_path:
        if hasattr(finder, 'invalidate_caches'):
            finder.invalidate_caches()


def import_module(name, package=None):
    """The module of a name, which may be relative to a package."""
    level = 0
    if name.startswith('.'):
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import for {!r}".format(name))
        level = len(name) - len(name.lstrip('.'))
        if level > 1:
            parts = package.rsplit('.', level - 1)
            if len(parts) < level:
                raise ImportError('attempted relative import beyond top-level package')
            package = parts[0]
        tail = name[level:]
        name = f'{package}.{tail}' if tail else package
        __import__(package)
    elif not isinstance(name, str):
        raise TypeError('module name must be str, not {}'.format(type(name)))
    __import__(name)
    return sys.modules[name]


_RELOADING = {}


def reload(module):
    """Runs the module's code again in the same module object."""
    try:
        name = module.__spec__.name
    except AttributeError:
        try:
            name = module.__name__
        except AttributeError:
            raise TypeError("reload() argument must be a module") from None
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    if name in _RELOADING:
        return _RELOADING[name]
    _RELOADING[name] = module
    try:
        parent = name.rpartition('.')[0]
        path = None
        if parent:
            try:
                path = sys.modules[parent].__path__
            except KeyError:
                raise ImportError(f"parent {parent!r} not in sys.modules", name=parent) from None
        spec = module.__spec__ = _bootstrap.find_spec(name, path, module)
        if spec is None:
            raise ModuleNotFoundError(f"spec not found for the module {name!r}", name=name)
        if spec.loader is not _bootstrap.BuiltinImporter:
            _bootstrap._init_attrs(spec, module, override=True)
            if spec.loader is not None:
                spec.loader.exec_module(module)
        return sys.modules[name]
    finally:
        _RELOADING.pop(name, None)
