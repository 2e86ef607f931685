# tempfile: files and folders that go away
import os
import tempfile

base = tempfile.mkdtemp(prefix='moray-', suffix='.d')
print(os.path.basename(base).startswith('moray-'), base.endswith('.d'), oct(os.stat(base).st_mode & 0o777), os.path.isabs(base))
tempfile.tempdir = base
print(tempfile.gettempdir() == base, tempfile.gettempdirb() == os.fsencode(base), tempfile.gettempprefix(), tempfile.gettempprefixb())
fd, path = tempfile.mkstemp('.s', 'p')
print(os.path.dirname(path) == base, os.path.basename(path)[0], path[-2:], oct(os.stat(path).st_mode & 0o777), os.write(fd, b'x'), len(os.path.basename(path)))
os.close(fd)
os.remove(path)
fd, path = tempfile.mkstemp(prefix=b'q')
print(type(path))
os.close(fd)
os.remove(path)
with tempfile.NamedTemporaryFile() as f:
    name = f.name
    print(f.write(b'hello'), f.seek(0), f.read(), os.path.exists(name), f.mode, f.closed)
print(os.path.exists(name), f.closed)
with tempfile.NamedTemporaryFile('w+', suffix='.txt', encoding='utf-8', delete_on_close=False) as f:
    print('é', file=f)
    f.close()
    print(os.path.exists(f.name), open(f.name, encoding='utf-8').read())
print(os.path.exists(f.name))
f = tempfile.NamedTemporaryFile('w', delete=False)
f.write('kept')
f.close()
print(os.path.getsize(f.name))
os.remove(f.name)
f = tempfile.NamedTemporaryFile('w+')
f.write('a\nb\n')
f.seek(0)
print(list(f), f.fileno() > 2, type(f).__name__)
name = f.name
f.close()
f.close()
print(os.path.exists(name))
with tempfile.TemporaryFile() as f:
    print(f.write(b'abc'), f.seek(1), f.read(), isinstance(f.name, int), os.listdir(base))
with tempfile.TemporaryFile('w+') as f:
    f.write('text')
    f.seek(0)
    print(f.read())
with tempfile.TemporaryDirectory() as d:
    os.makedirs(os.path.join(d, 'x/y'))
    open(os.path.join(d, 'x/f'), 'w').close()
    print(os.path.isdir(d), os.path.dirname(d) == base)
print(os.path.exists(d))
t = tempfile.TemporaryDirectory(prefix='zz')
print(repr(t).replace(t.name, '{name}'))
t.cleanup()
t.cleanup()
with tempfile.TemporaryDirectory(delete=False) as d:
    pass
print(os.path.exists(d))
os.rmdir(d)
s = tempfile.SpooledTemporaryFile(max_size=10)
s.write(b'short')
print(s._rolled, s.name, s.tell())
s.write(b' and then long')
s.seek(0)
print(s._rolled, s.read(), s.closed)
s.close()
with tempfile.SpooledTemporaryFile(mode='w+') as s:
    s.write('text\n')
    s.seek(0)
    print(s.readline(), s._rolled, s.fileno() > 2, s._rolled)
for f in (lambda: tempfile.mkstemp(b'x', 'y'), lambda: tempfile.mkstemp(dir=base + '/no'), lambda: tempfile.TemporaryDirectory(dir=base + '/no')):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, str(e).startswith('[Errno 2]') or e)
print(os.listdir(base))
os.rmdir(base)
