# glob and fnmatch
import fnmatch
import glob
import os
import shutil
import tempfile

top = tempfile.mkdtemp()
for name in ('a.py', 'b.txt', '.h.py', 'd/a.py', 'd/e/f.py', 'd/.g/i.py', '[x].py'):
    os.makedirs(os.path.dirname(os.path.join(top, name)), exist_ok=True)
    open(os.path.join(top, name), 'w').close()
os.symlink('nofile', os.path.join(top, 'broken'))
for pattern in ('*', '*.py', '.*', '*/', 'd/*', '*/*.py', '**', '**/', '**/*.py', 'd/**', 'a.py', 'nofile', 'broken', 'd/', 'd//', '[[]x].py', '?.txt', '*/e/*', '**/e/..', ''):
    print(pattern, [sorted(glob.glob(pattern, root_dir=top, recursive=r, include_hidden=h)) for r in (False, True) for h in (False, True)])
print(sorted(os.path.relpath(p, top) for p in glob.iglob(os.path.join(glob.escape(top), '**', '*.py'), recursive=True)))
print(sorted(glob.glob(b'*.py', root_dir=os.fsencode(top))), glob.escape('a*[b]?'), glob.escape(b'*'), glob.has_magic('a?'), glob.has_magic('a'))
fd = os.open(top, os.O_RDONLY)
print(sorted(glob.glob('*/*.py', dir_fd=fd)), sorted(glob.glob('**/*.py', dir_fd=fd, recursive=True)))
os.close(fd)
os.chdir(top)
print(sorted(glob.glob('*')), sorted(glob.glob('./*')), sorted(glob.glob('**', recursive=True)))
os.chdir('/')
shutil.rmtree(top)
for name, pattern in (('abc', 'a*c'), ('abc', 'a?c'), ('abc', 'A*'), ('a.c', '*.*'), ('abc', '[a-c]bc'), ('bbc', '[!a]bc'), ('a]c', 'a[]]c'), ('a-c', 'a[a-]c'),
                      ('a[c', 'a[c'), ('', '*'), ('', '?'), ('aXbXc', 'a*b*c'), ('x' * 30, '*x' * 10 + 'y'), ('a\nb', 'a*b'), ('\\', '[\\]'), ('b', '[z-a]'), ('b', '[!z-a]'), ('^', '[^a]')):
    print(name, pattern, fnmatch.fnmatch(name, pattern), fnmatch.fnmatchcase(name, pattern))
print(fnmatch.filter(['a.py', 'b.c', 'c.py'], '*.py'), fnmatch.fnmatch(b'ab', b'a?'))
for pattern in ('', '*', '*.py', 'a**b', 'a*b*c', '?[a-z]', '[!x]', '[]]', '[', '[^a]', '[a-', '[z-a]', '[!z-a]', '[a--b]', '[a&&b]', '[\\]', 'a.b+c', '**a**', '[a-c-e]', '[[]', '[-a]'):
    print(repr(pattern), fnmatch.translate(pattern))
try:
    fnmatch.fnmatch('a', b'a')
except TypeError as e:
    print(e)
