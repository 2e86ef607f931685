# os.walk and os.fwalk
import os
import shutil
import tempfile

top = tempfile.mkdtemp()
for d in ('a/b/c', 'a/d', 'e'):
    os.makedirs(os.path.join(top, d))
for f in ('a/1', 'a/b/2', 'a/b/c/3', 'e/4', '5'):
    open(os.path.join(top, f), 'w').close()
os.symlink('../e', os.path.join(top, 'a/link'))


def show(walk, sort=True):
    for path, dirs, files in walk:
        if sort:
            dirs.sort()
        print(os.path.relpath(path, top), sorted(dirs), sorted(files))


show(os.walk(top))
print('--')
for row in sorted(os.walk(top, topdown=False), key=lambda r: (-r[0].count('/'), r[0])):
    print(os.path.relpath(row[0], top), sorted(row[1]), sorted(row[2]))
print('--')
show(os.walk(top, followlinks=True))
print('--')
for path, dirs, files in os.walk(top):
    dirs[:] = [d for d in sorted(dirs) if d != 'b']
    print(os.path.relpath(path, top), dirs, sorted(files))
print('--')
for path, dirs, files, fd in os.fwalk(top):
    dirs.sort()
    print(os.path.relpath(path, top), dirs, sorted(files), sorted(os.listdir(fd)) == sorted(dirs + files))
order = [os.path.relpath(p, top) for p, *_ in os.walk(top, topdown=False)]
print(order[-1], order.index('a/b/c') < order.index('a/b') < order.index('a'))
errors = []
print(list(os.walk(top + '/none')), list(os.walk(top + '/none', onerror=errors.append)), type(errors[0]).__name__)
shutil.rmtree(top)
