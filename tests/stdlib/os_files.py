# Files and folders: what one call does, another sees
import os
import stat
import tempfile

top = os.path.realpath(tempfile.mkdtemp())
os.chdir(top)
print(os.getcwd() == top, os.getcwdb() == os.fsencode(top))
os.mkdir('d')
os.makedirs('d/e/f')
os.makedirs('d/e', exist_ok=True)
for f in (lambda: os.makedirs('d/e'), lambda: os.mkdir('d'), lambda: os.rmdir('d'), lambda: os.mkdir('x/y'), lambda: os.rmdir('nofile'),
          lambda: os.remove('d'), lambda: os.listdir('nofile'), lambda: os.rename('nofile', 'x'), lambda: os.scandir('nofile')):
    try:
        f()
    except OSError as e:
        print(type(e).__name__, e, e.filename, e.filename2)
fd = os.open('a', os.O_CREAT | os.O_RDWR, 0o640)
print(os.write(fd, b'hello world'), os.lseek(fd, 0, os.SEEK_SET), os.read(fd, 5), os.pread(fd, 5, 6), os.pwrite(fd, b'W', 6))
print(os.fstat(fd).st_size, os.get_inheritable(fd), os.isatty(fd), os.get_blocking(fd))
os.ftruncate(fd, 4)
os.fsync(fd)
os.close(fd)
print(open('a').read(), oct(stat.S_IMODE(os.stat('a').st_mode) & 0o700))
os.truncate('a', 2)
os.chmod('a', 0o600)
print(os.path.getsize('a'), stat.filemode(os.stat('a').st_mode))
os.utime('a', (10, 20.5))
print(os.stat('a').st_atime, os.stat('a').st_mtime_ns, os.stat('a')[8])
os.utime('a', ns=(-1, 3))
print(os.stat('a').st_atime_ns, os.stat('a').st_mtime_ns)
os.symlink('a', 'l')
os.link('a', 'h')
print(os.readlink('l'), os.readlink(b'l'), os.stat('h').st_nlink, os.path.samefile('a', 'l'), os.lstat('l').st_size)
print(sorted(os.listdir()), sorted(os.listdir(b'.')), os.listdir('d'))
os.rename('h', 'd/h')
os.replace('l', 'd/l')
print(sorted(os.listdir('d')), os.access('d/l', os.R_OK), os.access('nofile', os.F_OK))
for entry in sorted(os.scandir('d'), key=lambda e: e.name):
    print(entry, entry.path, entry.is_dir(), entry.is_file(), entry.is_symlink(), entry.is_file(follow_symlinks=False), os.fspath(entry),
          entry.inode() == entry.stat(follow_symlinks=False).st_ino)
with os.scandir(b'd') as it:
    print(sorted(e.path for e in it))
print(list(it))
dfd = os.open('d', os.O_RDONLY)
print(sorted(os.listdir(dfd)), os.stat('h', dir_fd=dfd).st_size, sorted(e.path for e in os.scandir(dfd)))
os.unlink('l', dir_fd=dfd)
os.mkdir('m', dir_fd=dfd)
os.close(dfd)
os.renames('d/h', 'new/h')
os.remove('new/h')
os.removedirs('d/e/f')
print(sorted(os.listdir('d')))
os.rmdir('d/m')
os.mkfifo('p')
print(stat.S_ISFIFO(os.stat('p').st_mode))
st = os.stat('a')
print(len(st), st.n_fields, st.st_size == st[6], type(st).__name__, repr(st).split(',')[6:8])
print(os.stat_result(range(10)))
for name in ('a', 'p'):
    os.remove(name)
os.rmdir('d')
os.chdir('/')
os.removedirs(os.path.join(top, 'new'))
print(os.path.exists(top))
