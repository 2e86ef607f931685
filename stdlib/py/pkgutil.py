"""Going through the modules of packages, and reading files that come with them."""

import importlib
import importlib.machinery
import importlib.util
import os
import re
import sys
from collections import namedtuple

__all__ = ['get_importer', 'iter_importers', 'get_loader', 'find_loader', 'walk_packages', 'iter_modules', 'get_data', 'read_code', 'extend_path', 'resolve_name', 'ModuleInfo']

ModuleInfo = namedtuple('ModuleInfo', 'module_finder name ispkg')
ModuleInfo.__doc__ = 'What iter_modules() tells of a module: its finder, its name, and whether it is a package.'


def get_importer(path_item):
    """The finder for an entry of sys.path."""
    return importlib.machinery.PathFinder._path_importer_cache(os.fsdecode(path_item))


def iter_importers(fullname=""):
    """The finders that would be asked for a module."""
    if fullname.startswith('.'):
        raise ImportError("Relative module name {!r} not supported".format(fullname))
    if '.' in fullname:
        path = getattr(importlib.import_module(fullname.rpartition(".")[0]), '__path__', None)
        if path is None:
            return
    else:
        yield from sys.meta_path
        path = sys.path
    for item in path:
        yield get_importer(item)


def _modules_of_folder(path, prefix):
    try:
        names = sorted(os.listdir(path))
    except OSError:
        return
    seen = set()
    for name in names:
        base, suffix = os.path.splitext(name)
        if suffix not in importlib.machinery.all_suffixes():
            base = None
        ispkg = False
        if base == '__init__':
            continue
        full = os.path.join(path, name)
        if base is None and os.path.isdir(full) and '.' not in name:
            if '__init__.py' not in os.listdir(full):
                continue
            base, ispkg = name, True
        if base and base not in seen and '.' not in base:
            seen.add(base)
            yield prefix + base, ispkg


def _modules_of_finder(finder, prefix):
    if isinstance(finder, importlib.machinery.FileFinder):
        yield from _modules_of_folder(finder.path, prefix)
    elif hasattr(finder, 'iter_modules'):
        yield from finder.iter_modules(prefix)


def iter_modules(path=None, prefix=''):
    """ModuleInfo for all modules in the folders of path, sys.path by default."""
    if path is None:
        finders = map(get_importer, sys.path)
    elif isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    else:
        finders = map(get_importer, path)
    seen = set()
    for finder in finders:
        for name, ispkg in _modules_of_finder(finder, prefix):
            if name not in seen:
                seen.add(name)
                yield ModuleInfo(finder, name, ispkg)


def walk_packages(path=None, prefix='', onerror=None):
    """As iter_modules, and what is in packages, which are imported for it."""
    seen = set()
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            __import__(info.name)
        except ImportError:
            if onerror is not None:
                onerror(info.name)
        except Exception:
            if onerror is None:
                raise
            onerror(info.name)
        else:
            below = [p for p in getattr(sys.modules[info.name], '__path__', None) or [] if p not in seen]
            seen.update(below)
            yield from walk_packages(below, info.name + '.', onerror)


def extend_path(path, name):
    """A package's __path__ with the folders of its name all over sys.path."""
    if not isinstance(path, list):
        return path
    path = path[:]
    parent, _, last = name.rpartition('.')
    search = sys.path
    if parent:
        try:
            search = sys.modules[parent].__path__
        except (KeyError, AttributeError):
            return path
    for folder in search:
        if not isinstance(folder, str):
            continue
        portion = os.path.join(folder, last)
        if portion not in path and os.path.isfile(os.path.join(portion, '__init__.py')):
            path.append(portion)
    return path


def read_code(stream):
    """Compiled files of CPython cannot be run."""
    return None


def get_data(package, resource):
    """The bytes of a file in a package's folder; None if the loader cannot read files."""
    spec = importlib.util.find_spec(package)
    if spec is None or not hasattr(spec.loader, 'get_data'):
        return None
    module = sys.modules.get(package) or importlib.import_module(package)
    if not hasattr(module, '__file__'):
        return None
    return spec.loader.get_data(os.path.join(os.path.dirname(module.__file__), *resource.split('/')))


_NAME = re.compile(r'(?P<pkg>(?!\d)\w+(\.(?!\d)\w+)*)(?P<cln>:(?P<obj>((?!\d)\w+(\.(?!\d)\w+)*)?)?)?$')


def resolve_name(name):
    """The object of 'module', 'module.attr' or 'module:attr.attr'."""
    m = _NAME.match(name)
    if not m:
        raise ValueError(f'invalid format: {name!r}')
    if m['cln']:
        result = importlib.import_module(m['pkg'])
        parts = m['obj'].split('.') if m['obj'] else []
    else:
        parts = name.split('.')
        modname = parts.pop(0)
        result = importlib.import_module(modname)
        while parts:
            try:
                result = importlib.import_module(f'{modname}.{parts[0]}')
            except ImportError:
                break
            modname += '.' + parts.pop(0)
    for part in parts:
        result = getattr(result, part)
    return result


def _warn_deprecated(name):
    import warnings
    warnings._deprecated(f'pkgutil.{name}', f"{warnings._DEPRECATED_MSG}; use importlib.util.find_spec() instead", remove=(3, 14))


def get_loader(module_or_name):
    """The loader of a module, given itself or by name; None if it has none."""
    _warn_deprecated('get_loader')
    if module_or_name in sys.modules:
        module_or_name = sys.modules[module_or_name]
        if module_or_name is None:
            return None
    if not isinstance(module_or_name, type(sys)):
        return find_loader(module_or_name)
    loader = getattr(module_or_name, '__loader__', None)
    if loader is not None:
        return loader
    if getattr(module_or_name, '__spec__', None) is None:
        return None
    return find_loader(module_or_name.__name__)


def find_loader(fullname):
    """The loader that would load a module; None if there is none."""
    _warn_deprecated('find_loader')
    if fullname.startswith('.'):
        raise ImportError(f'Relative module name {fullname!r} not supported')
    try:
        spec = importlib.util.find_spec(fullname)
    except (ImportError, AttributeError, TypeError, ValueError) as e:
        raise ImportError(f'Error while finding loader for {fullname!r} ({type(e)}: {e})') from e
    return spec.loader if spec is not None else None
