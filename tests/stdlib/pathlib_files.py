# Concrete paths
import os
import tempfile
from pathlib import Path, PosixPath

top = Path(tempfile.mkdtemp()).resolve()
p = top / 'a.txt'
print(type(p) is PosixPath, p.exists(), p.is_file(), p.write_text('hé\nx'), p.read_text(), p.read_bytes(), p.stat().st_size)
print(p.write_bytes(b'ab\r\nc'), p.read_text(), p.write_text('a\nb', newline='\r\n'), p.read_bytes())
with p.open('a') as f:
    f.write('more')
print(p.read_text(encoding='ascii').splitlines())
d = top / 'x/y'
d.mkdir(parents=True)
d.mkdir(exist_ok=True)
print(d.is_dir(), d.is_file(), p.is_dir(), p.is_symlink(), p.is_fifo(), p.is_socket(), p.is_block_device(), p.is_char_device(), top.is_mount())
link = top / 'link'
link.symlink_to('a.txt')
print(link.is_symlink(), link.readlink(), link.resolve() == p, link.samefile(p), link.exists(), link.lstat().st_size)
(top / 'hard').hardlink_to(p)
broken = top / 'broken'
broken.symlink_to('nofile')
print(p.stat().st_nlink, broken.exists(), broken.exists(follow_symlinks=False), broken.is_file())
print(sorted(x.name for x in top.iterdir()))
q = p.rename(top / 'b.txt')
print(q.name, p.exists(), q.replace(p) == p)
p.chmod(0o600)
print(oct(p.stat().st_mode & 0o777))
t = top / 'touched'
t.touch()
t.touch()
print(t.stat().st_size)
for path, dirs, files in sorted(top.walk()):
    print(path.relative_to(top), sorted(dirs), sorted(files))
for f in (lambda: t.touch(exist_ok=False), lambda: d.mkdir(), lambda: (top / 'n/m').mkdir(), lambda: (top / 'no').unlink(), lambda: (top / 'no').read_text(),
          lambda: top.rmdir(), lambda: (top / 'no').stat(), lambda: list((top / 'no').iterdir()), lambda: t.write_text(b'x'), lambda: t.write_bytes('x'),
          lambda: (top / 'no').resolve(strict=True), lambda: t.mkdir(exist_ok=True), lambda: d.unlink(), lambda: (top / 'no').rename(top / 'z')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).replace(str(top), '{top}'))
(top / 'no').unlink(missing_ok=True)
loop = top / 'loop'
loop.symlink_to('loop')
try:
    loop.resolve()
except RuntimeError as e:
    print(str(e).replace(str(top), '{top}'))
print(loop.exists(), Path('a\0b').exists())
os.chdir(top)
print(Path.cwd() == top, Path('x').absolute() == top / 'x', Path('x/../y').absolute() == top / 'x/../y', Path('x/../y').resolve() == top / 'y', list(Path('x').iterdir()))
os.environ['HOME'] = '/home/me'
print(Path.home(), Path('~/z').expanduser(), Path('a/~').expanduser(), Path('/root').owner() if os.path.exists('/root') else 'root', Path('/').group())
try:
    Path('~nosuchuser/a').expanduser()
except RuntimeError as e:
    print(e)
os.chdir('/')
for x in (loop, broken, link, t, p, top / 'hard'):
    x.unlink()
d.rmdir()
d.parent.rmdir()
top.rmdir()
print(top.exists())
