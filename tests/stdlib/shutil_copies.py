# shutil: copying, moving, removing
import os
import shutil
import tempfile

top = tempfile.mkdtemp()
os.chdir(top)
with open('a', 'w') as f:
    f.write('content' * 1000)
os.chmod('a', 0o640)
os.utime('a', (100, 200))
os.mkdir('d')
print(shutil.copyfile('a', 'b'), shutil.copy('a', 'd'), shutil.copy2('a', 'd/c'))
print(oct(os.stat('d/a').st_mode & 0o777), os.stat('d/c').st_mtime, os.path.getsize('b'))
os.symlink('a', 'l')
shutil.copyfile('l', 'l2', follow_symlinks=False)
print(os.readlink('l2'), shutil.copyfile('l', 'l3'), os.path.islink('l3'))
os.makedirs('t/u/v')
for name in ('t/1.py', 't/u/2.txt', 't/u/v/3.py'):
    open(name, 'w').write(name)
os.symlink('u', 't/link')


def tree(path):
    return sorted(os.path.relpath(os.path.join(p, n), path) for p, d, f in os.walk(path) for n in d + f)


print(shutil.copytree('t', 't2'), tree('t2'), os.path.islink('t2/link'))
shutil.copytree('t', 't3', symlinks=True, ignore=shutil.ignore_patterns('*.txt', 'v'))
print(tree('t3'), os.path.islink('t3/link'))
shutil.copytree('t', 't3', symlinks=False, dirs_exist_ok=True, ignore=lambda d, names: ['link'])
print(tree('t3'))
print(shutil.move('b', 'd'), shutil.move('t3', 'moved'), shutil.move('moved', 'd'), tree('d'))
os.mkfifo('p')
for f in (lambda: shutil.copyfile('a', 'a'), lambda: shutil.copyfile('nofile', 'x'), lambda: shutil.copyfile('a', 'd'), lambda: shutil.copyfile('a', 'no/x'),
          lambda: shutil.copyfile('a', 'no/'), lambda: shutil.copytree('t', 'd'), lambda: shutil.copytree('nofile', 'x'), lambda: shutil.move('a', 'd'),
          lambda: shutil.move('nofile', 'x'), lambda: shutil.move('d', 'd/x'), lambda: shutil.rmtree('nofile'), lambda: shutil.rmtree('a'),
          lambda: shutil.rmtree('t/link'), lambda: shutil.copyfile('p', 'x'), lambda: shutil.copyfile('l', 'a'), lambda: shutil.chown('a'),
          lambda: shutil.chown('a', 'nosuchuser'), lambda: shutil.copytree('t', 't4', copy_function=lambda a, b: open('/nofile')), lambda: shutil.nosuch):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e if 't4' not in str(e) else sorted(e.args[0]))
os.symlink('nofile', 't/broken')
try:
    shutil.copytree('t', 't5')
except shutil.Error as e:
    print(e)
shutil.copytree('t', 't6', ignore_dangling_symlinks=True)
seen = []
shutil.rmtree('nofile', onexc=lambda f, p, e: seen.append((f.__name__, p, type(e).__name__)))
shutil.rmtree('nofile', onerror=lambda f, p, i: seen.append((f.__name__, p, i[0].__name__)))
shutil.rmtree('nofile', ignore_errors=True)
print(seen)
shutil.rmtree('t')
print(os.path.exists('t'), os.path.exists('t2/u'))
open('prog', 'w').write('#!/bin/sh\n')
print(shutil.which('prog', path=top), shutil.which('nosuchprogram'))
os.chmod('prog', 0o755)
print(shutil.which('prog', path='/nofile:' + top) == os.path.join(top, 'prog'), shutil.which('./prog'), shutil.which(b'prog', path=os.fsencode(top)) is not None)
u = shutil.disk_usage('/')
print(u._fields, u.total >= u.used, type(u))
os.environ['COLUMNS'] = '99'
os.environ['LINES'] = '11'
print(shutil.get_terminal_size())
del os.environ['LINES']
print(shutil.get_terminal_size((1, 2)).columns)
with open('a') as src, open('z', 'w') as dst:
    shutil.copyfileobj(src, dst, 10)
print(os.path.getsize('z'))
os.chdir('/')
shutil.rmtree(top)
print(os.path.exists(top))
