# linecache: files, missing ones, loaders, changes on disk, the cache's shape.
import linecache
import os
import tempfile

with tempfile.TemporaryDirectory() as top:
    path = os.path.join(top, 'm.py')
    with open(path, 'w') as file:
        file.write('one\ntwo\nthree')
    print(repr(linecache.getline(path, 1)), repr(linecache.getline(path, 3)), repr(linecache.getline(path, 0)), repr(linecache.getline(path, 9)), repr(linecache.getline(path, -1)), linecache.getlines(path))
    print(path in linecache.cache, len(linecache.cache[path]), linecache.cache[path][0], linecache.cache[path][2])
    with open(path, 'w') as file:
        file.write('changed now\n')
    print(linecache.getline(path, 1))
    linecache.checkcache(path)
    print(linecache.getline(path, 1))
    os.remove(path)
    linecache.checkcache()
    print(path in linecache.cache, linecache.getlines(path), linecache.getline('no-such', 1) == '')
    with open(path, 'wb') as file:
        file.write(b'# coding: latin-1\nx = "\xe9"\n')
    print(linecache.getlines(path))
    with open(path, 'wb') as file:
        file.write(b'\xff\xfe\n')
    linecache.clearcache()
    print(linecache.getlines(path), linecache.cache.get(path))

    class Loader:
        def get_source(self, name):
            return f'lazy {name}\nsecond\n'

    scope = {'__name__': 'mod', '__loader__': Loader()}
    print(linecache.lazycache('<made>', scope), linecache.lazycache('made.py', scope), linecache.getlines('made.py', scope), linecache.getline('made.py', 2), linecache.updatecache('nothing.py', {}), linecache.lazycache('x.py', {}))
    here = os.getcwd()
    with open(os.path.join(top, 'rel.txt'), 'w') as file:
        file.write('relative\n')
    os.chdir(top)
    print(linecache.getlines('rel.txt'))
    os.chdir(here)
    linecache.clearcache()
    print(linecache.cache)
