# Lines of files, of loaders and of nothing.
import linecache

print(repr(linecache.getline(__file__, 1)), repr(linecache.getline(__file__, 999)), linecache.getlines('/nonexistent'))


class Loader:
    def get_source(self, name):
        return f'# source of {name}\nx = 1'


spaces = {'__name__': 'mod', '__loader__': Loader()}
print(linecache.lazycache('/virtual.py', spaces), linecache.getlines('/virtual.py'), linecache.getline('/virtual.py', 2))
print(linecache.lazycache('<string>', spaces), linecache.lazycache('', spaces), linecache.lazycache('/v2.py', {}))
linecache.checkcache()
print(sorted(name for name in linecache.cache if name.startswith('/virtual')))
linecache.clearcache()
print(linecache.cache)
