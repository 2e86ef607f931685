import importlib.metadata as md, importlib.resources as rs, os, pkgutil, runpy, shutil, sys, tempfile
import warnings
warnings.simplefilter("ignore", DeprecationWarning)

where = os.path.realpath(tempfile.mkdtemp())
FILES = {
    'pk/__init__.py': 'import pkgutil\n', 'pk/a.py': 'x = 1\n', 'pk/data.txt': 'text\n', 'pk/sub/__init__.py': '', 'pk/sub/deep.py': '',
    'pk/__main__.py': 'import sys\nresult = __name__, sys.argv[0][-11:], __package__, __spec__.name\n', 'nsp/file.txt': 'n',
    'script.py': 'v = __name__, __package__, __spec__, init\n', 'other.py': 'y = __name__, __package__, __spec__.name\n',
    'Foo_Bar-1.2.dist-info/METADATA': 'Metadata-Version: 2.1\nName: Foo.Bar\nVersion: 1.2\nRequires-Dist: x>1\nSummary: thing\n\nLong text\n',
    'Foo_Bar-1.2.dist-info/entry_points.txt': '[console_scripts]\nfoo = pk.a:x\nbar = pk\n\n[g]\nb = os.path:join\n',
    'Foo_Bar-1.2.dist-info/RECORD': 'pk/__init__.py,sha256=abc,0\npk/a.py,,\n',
    'Foo_Bar-1.2.dist-info/top_level.txt': 'pk\n',
}
for name, text in FILES.items():
    path = os.path.join(where, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as f:
        f.write(text)
kept = sys.path[:]
sys.path[:0] = [where]


def show(x):
    print(str(x).replace(where, 'WHERE'))


print(md.version('foo-bar'), md.version('FOO_BAR'), md.metadata('foo.bar')['Summary'], md.requires('foo-bar'))
d = md.distribution('foo-bar')
print(d.name, d.version, [str(f) for f in d.files], d.files[1].read_text(), sorted(d.entry_points.names))
eps = md.entry_points(group='g')
print([(e.name, e.value, e.group) for e in eps], eps['b'].load() is os.path.join, eps['b'].module, eps['b'].attr)
try:
    md.version('no-such-thing')
except md.PackageNotFoundError as e:
    print(type(e).__name__, e, e.name, isinstance(e, ModuleNotFoundError))
print((rs.files('pk') / 'data.txt').read_text(), rs.read_text('pk', 'data.txt'), rs.is_resource('pk', 'data.txt'), rs.is_resource('pk', 'sub'))
print(sorted(n for n in rs.contents('pk') if n != '__pycache__'), rs.read_binary('pk', 'data.txt'))
with rs.as_file(rs.files('pk').joinpath('data.txt')) as p:
    show(p)
print(rs.files('nsp').joinpath('file.txt').read_text())
import pk
show(pkgutil.iter_modules([where])[0:0] if 0 else [(m.name, m.ispkg) for m in pkgutil.iter_modules([where])])
show([(m.name, m.ispkg) for m in pkgutil.walk_packages(pk.__path__, 'pk.')])
show(next(pkgutil.iter_modules([where])).module_finder)
print(pkgutil.get_data('pk', 'data.txt'), pkgutil.resolve_name('os.path:join') is os.path.join, pkgutil.resolve_name('pk.a.x'), pkgutil.resolve_name('os.path.sep'))
r = runpy.run_module('other')
print(r['y'], sorted(k for k in r if k.startswith('__')))
print(runpy.run_module('pk', run_name='__main__', alter_sys=True)['result'])
print(runpy.run_path(os.path.join(where, 'script.py'), {'init': 5})['v'])
for bad in 'nope', 'nsp', '.x':
    try:
        runpy.run_module(bad)
    except ImportError as e:
        print(e)
try:
    pkgutil.resolve_name('a b')
except ValueError as e:
    print(e)
sys.path[:] = kept
shutil.rmtree(where)
