"""Modules from ZIP archives on sys.path. Importing this module adds its hook to sys.path_hooks."""

import importlib._bootstrap as _bootstrap
import os
import sys
import zipfile

__all__ = ['ZipImportError', 'zipimporter']


class ZipImportError(ImportError):
    pass


class zipimporter(_bootstrap._LoaderBasics):
    """A finder and loader for an archive, or a folder in one: zipimporter('dir/archive.zip/folder')."""

    def __init__(self, path):
        path = os.fsdecode(path)
        if not path:
            raise ZipImportError('archive path is empty', path=path)
        archive, inner = path, []
        while not os.path.isfile(archive):
            archive, tail = os.path.split(archive)
            if not tail:
                raise ZipImportError('not a Zip file', path=path)
            inner.insert(0, tail)
        try:
            with zipfile.ZipFile(archive) as file:
                self._names = frozenset(file.namelist())
        except (zipfile.BadZipFile, OSError):
            raise ZipImportError(f'not a Zip file: {archive!r}', path=archive) from None
        self.archive = archive
        self.prefix = ''.join(part + '/' for part in inner)

    def _entry(self, fullname):
        base = self.prefix + fullname.rpartition('.')[2]
        for name, package in ((base + '/__init__.py', True), (base + '.py', False)):
            if name in self._names:
                return name, package
        return None

    def _must(self, fullname):
        found = self._entry(fullname)
        if found is None:
            raise ZipImportError(f"can't find module {fullname!r}", name=fullname)
        return found

    def find_spec(self, fullname, target=None):
        found = self._entry(fullname)
        if found is not None:
            spec = _bootstrap.ModuleSpec(fullname, self, origin=os.path.join(self.archive, found[0]), is_package=found[1])
            spec._set_fileattr = True
            spec.cached = None
            if found[1]:
                spec.submodule_search_locations = [os.path.dirname(spec.origin)]
            return spec
        base = self.prefix + fullname.rpartition('.')[2] + '/'
        if any(name.startswith(base) for name in self._names):
            spec = _bootstrap.ModuleSpec(fullname, None)
            spec.submodule_search_locations = [os.path.join(self.archive, base.rstrip('/'))]
            return spec
        return None

    def get_data(self, pathname):
        """The bytes of a file in the archive."""
        name = os.fsdecode(pathname)
        if name.startswith(self.archive + os.sep):
            name = name[len(self.archive) + 1:]
        if name not in self._names:
            raise OSError(0, '', name)
        with zipfile.ZipFile(self.archive) as file:
            return file.read(name)

    def get_filename(self, fullname):
        return os.path.join(self.archive, self._must(fullname)[0])

    def is_package(self, fullname):
        return self._must(fullname)[1]

    def get_source(self, fullname):
        return _bootstrap.decode_source(self.get_data(self._must(fullname)[0]))

    def get_code(self, fullname):
        return compile(self.get_data(self._must(fullname)[0]), self.get_filename(fullname), 'exec', dont_inherit=True)

    def invalidate_caches(self):
        try:
            with zipfile.ZipFile(self.archive) as file:
                self._names = frozenset(file.namelist())
        except (OSError, zipfile.BadZipFile):
            self._names = frozenset()

    def iter_modules(self, prefix=''):
        """For pkgutil."""
        seen = set()
        for name in sorted(self._names):
            if name.startswith(self.prefix):
                head, *rest = name[len(self.prefix):].split('/')
                package = rest == ['__init__.py']
                module = head if package else head[:-3] if not rest and head.endswith('.py') and head != '__init__.py' else None
                if module and module not in seen:
                    seen.add(module)
                    yield prefix + module, package

    def __repr__(self):
        return f'<zipimporter object "{self.archive}{os.sep}{self.prefix}">' if self.prefix else f'<zipimporter object "{self.archive}{os.sep}">'


def _main_of(archive):
    # What the interpreter runs of an archive that is given to it as a script: code and file name, or None.
    try:
        found = zipimporter(archive)
        return found.get_code('__main__'), found.get_filename('__main__')
    except ZipImportError:
        return None


if zipimporter not in sys.path_hooks:
    sys.path_hooks.insert(0, zipimporter)
    sys.path_importer_cache.clear()
