"""Running modules by name and files by path, as `-m` does, in namespaces of their own."""

import importlib.util
import io
import os
import sys
from types import ModuleType

__all__ = ['run_module', 'run_path']


def _get_module_details(name, error=ImportError):
    if name.startswith('.'):
        raise error('Relative module names not supported')
    parent = name.rpartition('.')[0]
    if parent:      # what goes wrong inside of the parents is their own affair
        try:
            __import__(parent)
        except ImportError as e:
            if e.name is None or (e.name != parent and not parent.startswith(e.name + '.')):
                raise
        loaded = sys.modules.get(name)
        if loaded is not None and not hasattr(loaded, '__path__'):
            import warnings
            warnings.warn_explicit(f'{name!r} found in sys.modules after import of package {parent!r}, but prior to execution of {name!r}; '
                                   'this may result in unpredictable behaviour', RuntimeWarning, '<frozen runpy>', 128)
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, AttributeError, TypeError, ValueError) as ex:
        hint = f". Try using '{name[:-3]}' instead of '{name}' as the module name." if name.endswith('.py') else ''
        raise error(f'Error while finding module specification for {name!r} ({type(ex).__name__}: {ex}){hint}') from ex
    if spec is None:
        raise error('No module named %s' % name)
    if spec.submodule_search_locations is not None:
        if name == '__main__' or name.endswith('.__main__'):
            raise error('Cannot use package as __main__ module')
        try:
            return _get_module_details(name + '.__main__', error)
        except error as e:
            if name not in sys.modules:
                raise
            raise error(('%s; %r is a package and cannot be directly executed') % (e, name))
    if spec.loader is None:
        raise error('%r is a namespace package and cannot be executed' % name)
    try:
        code = spec.loader.get_code(name)
    except ImportError as e:
        raise error(format(e)) from e
    if code is None:
        raise error('No code object available for %s' % name)
    return name, spec, code


def _run_code(code, run_globals, init_globals=None, mod_name=None, spec=None, pkg_name=None, script_name=None):
    if init_globals is not None:
        run_globals.update(init_globals)
    run_globals.update(__name__=mod_name, __file__=script_name if spec is None or not spec.has_location else spec.origin,
                       __cached__=None if spec is None else spec.cached, __doc__=None, __loader__=None if spec is None else spec.loader,
                       __package__=pkg_name if spec is None else spec.parent, __spec__=spec)
    exec(code, run_globals)
    return run_globals


def _run_in_temporary_module(code, init_globals, mod_name, spec, pkg_name, script_name):
    # sys.argv[0] and sys.modules[mod_name] are those of the module while it runs.
    module = ModuleType(mod_name)
    kept_argv = sys.argv[0] if sys.argv else None
    had, kept = mod_name in sys.modules, sys.modules.get(mod_name)
    sys.modules[mod_name] = module
    if sys.argv:
        sys.argv[0] = script_name
    try:
        _run_code(code, module.__dict__, init_globals, mod_name, spec, pkg_name, script_name)
    finally:
        if sys.argv and kept_argv is not None:
            sys.argv[0] = kept_argv
        if had:
            sys.modules[mod_name] = kept
        else:
            sys.modules.pop(mod_name, None)
    return module.__dict__.copy()


def _run_module_code(code, init_globals=None, mod_name=None, mod_spec=None, pkg_name=None, script_name=None):
    return _run_in_temporary_module(code, init_globals, mod_name, mod_spec, pkg_name, script_name if mod_spec is None else mod_spec.origin)


def _run_module_as_main(mod_name):
    """Called by the interpreter for -m where it does not find the module by itself."""
    name, spec, code = _get_module_details(mod_name)
    sys.argv[0] = spec.origin
    return _run_code(code, sys.modules['__main__'].__dict__, None, '__main__', spec)


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Executes a module's code in a fresh namespace, which is returned."""
    mod_name, spec, code = _get_module_details(mod_name)
    if run_name is None:
        run_name = mod_name
    if alter_sys:
        return _run_in_temporary_module(code, init_globals, run_name, spec, None, spec.origin)
    return _run_code(code, {}, init_globals, run_name, spec, None, None)


def _is_archive(path):
    import zipfile
    return zipfile.is_zipfile(path)


def run_path(path_name, init_globals=None, run_name=None):
    """Executes a file, or the __main__ of a folder, in a fresh namespace, which is returned."""
    if run_name is None:
        run_name = '<run_path>'
    path_name = os.fsdecode(path_name)
    if os.path.isdir(path_name) or _is_archive(path_name):
        sys.path.insert(0, path_name)
        kept = sys.modules.pop('__main__', None)
        try:
            spec = importlib.util.find_spec('__main__')
            if spec is None:
                raise ImportError(f"can't find '__main__' module in {path_name!r}")
            code = spec.loader.get_code('__main__')
            if kept is not None:
                sys.modules['__main__'] = kept
            return _run_in_temporary_module(code, init_globals, run_name, spec, run_name.rpartition('.')[0], path_name)
        finally:
            if kept is not None:
                sys.modules['__main__'] = kept
            try:
                sys.path.remove(path_name)
            except ValueError:
                pass
    with io.open_code(path_name) as f:
        code = compile(f.read(), path_name, 'exec')
    return _run_in_temporary_module(code, init_globals, run_name, None, run_name.rpartition('.')[0], path_name)


if __name__ == '__main__':
    if len(sys.argv) < 2:
        print('No module specified for execution', file=sys.stderr)
    else:
        del sys.argv[0]
        try:
            _run_module_as_main(sys.argv[0])
        except ImportError as _error:
            sys.exit(f'{sys.executable}: {_error}')
