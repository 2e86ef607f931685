import importlib, importlib.abc, importlib.machinery, importlib.util, os, shutil, sys, tempfile

where = os.path.realpath(tempfile.mkdtemp())
sys.path.insert(0, where)


def write(name, text):
    path = os.path.join(where, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as f:
        f.write(text)


def show(x):
    print(str(x).replace(where, 'WHERE'))


write('plain.py', 'x = 1\nprint("run", __name__, __spec__.name, __package__ == "")\n')
write('pk/__init__.py', '')
write('pk/sub.py', 'from . import other\ny = other.z\n')
write('pk/other.py', 'z = 7\n')
write('ns/mod.py', 'q = 1\n')
write('bad.py', '1/0\n')
m = importlib.import_module('plain')
m.x = 5
print(importlib.reload(m) is m, m.x)
show(m.__spec__.origin), show(m.__file__), show(m), print(m.__loader__.__class__.__name__, m.__spec__.parent == '', m.__spec__.has_location)
print(importlib.import_module('.sub', 'pk').y, importlib.import_module('..other', 'pk.sub').z)
show(importlib.util.find_spec('pk').submodule_search_locations)
show(importlib.util.find_spec('pk.sub').name)
import ns.mod
show(list(ns.__path__)), print(ns.__spec__.origin, ns.__file__ if hasattr(ns, '__file__') else None)
for f in (lambda: importlib.import_module('.x'), lambda: importlib.import_module('nosuch'), lambda: importlib.reload(5), lambda: importlib.import_module('bad'),
          lambda: importlib.import_module('..x', 'pk'), lambda: importlib.util.find_spec('nosuch.x'), lambda: importlib.util.find_spec('plain.x'), lambda: importlib.import_module(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print('bad' in sys.modules, importlib.util.find_spec('nosuch'), importlib.util.resolve_name('..a', 'b.c.d'))
spec = importlib.util.spec_from_file_location('renamed', os.path.join(where, 'plain.py'))
mod = importlib.util.module_from_spec(spec)
show(mod), print('renamed' in sys.modules)
spec.loader.exec_module(mod)
print(mod.x, mod.__name__, spec.loader.is_package('renamed'), spec.loader.get_source('renamed') == open(spec.origin).read())
print(importlib.util.spec_from_file_location('x', 'x.unknown'))


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, fullname, path, target=None):
        if fullname.startswith('virtual'):
            print('asked', fullname, path)
            return importlib.machinery.ModuleSpec(fullname, Loader(), origin='thin air', is_package=fullname == 'virtual')


class Loader(importlib.abc.Loader):
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.name = module.__name__.upper()

    def __repr__(self):
        return '<Loader>'


sys.meta_path.insert(0, Finder())
import virtual, virtual.inner
from virtual import deep
print(virtual.name, virtual.inner.name, deep.name, virtual, virtual.__spec__, virtual.__path__)
sys.meta_path.pop(0)
try:
    import virtual.more
except ImportError as e:
    print(type(e).__name__, e)


class Appended:
    @staticmethod
    def find_spec(name, path=None, target=None):
        print('last resort', name)


sys.meta_path.append(Appended)
import pk.other, zlib
try:
    import nowhere_to_be_found
except ImportError as e:
    print(e)
sys.meta_path.pop()


class Hooked:
    def __init__(self, entry):
        if not entry.startswith('memory:'):
            raise ImportError
        self.entry = entry

    def find_spec(self, name, target=None):
        if name == 'in_memory':
            return importlib.util.spec_from_loader(name, Loader(), origin=self.entry)


sys.path_hooks.append(Hooked)
sys.path.append('memory:a')
import in_memory
print(in_memory.name, in_memory.__spec__.origin)
lazy_spec = importlib.util.find_spec('bad')
lazy_spec.loader = importlib.util.LazyLoader(lazy_spec.loader)
lazy = importlib.util.module_from_spec(lazy_spec)
lazy_spec.loader.exec_module(lazy)
try:
    lazy.attribute
except ZeroDivisionError as e:
    print('loaded now:', e)
print(importlib.machinery.ModuleSpec('a.b', None), importlib.machinery.ModuleSpec('a.b', None).parent, importlib.machinery.all_suffixes()[0])
print(isinstance(m.__loader__, importlib.abc.SourceLoader), importlib.machinery.PathFinder.find_spec('nosuch'))
importlib.invalidate_caches()
shutil.rmtree(where)
