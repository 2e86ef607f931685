import os, sys, tempfile, zipfile, zipimport
where = tempfile.mkdtemp()
path = os.path.join(where, 'lib.zip')
with zipfile.ZipFile(path, 'w') as z:
    z.writestr('alpha.py', 'x = 5\ndef f(): return __name__\n')
    z.writestr('pk/__init__.py', 'y = 1\n')
    z.writestr('pk/beta.py', 'from . import y\nz = y + 1\n')
    z.writestr('pk/data.txt', 'hello')
sys.path.insert(0, path)
import alpha, pk.beta
print(alpha.x, alpha.f(), pk.beta.z, alpha.__file__ == os.path.join(path, 'alpha.py'), type(alpha.__loader__).__name__)
z = zipimport.zipimporter(path)
print(z.is_package('pk'), z.get_source('alpha'), z.get_data('pk/data.txt'), z.find_spec('nosuch'))
for bad in lambda: zipimport.zipimporter('/nosuch'), lambda: z.get_source('q'), lambda: zipimport.zipimporter(''):
    try:
        bad()
    except ImportError as e:
        print(type(e).__name__, e)
os.remove(path)
import importlib
importlib.invalidate_caches()
try:
    import alpha_two
except ImportError as e:
    print(e)
os.rmdir(where)
