# Messages of os functions for wrong arguments and failing calls
import os


class P:
    def __fspath__(self):
        return 'nofile'


class Q:
    def __fspath__(self):
        return 3


for f in (lambda: os.stat(99), lambda: os.stat(P()), lambda: os.stat(Q()), lambda: os.listdir(3.5), lambda: os.chdir(3.5), lambda: os.scandir([]),
          lambda: os.open('x\0', 0), lambda: os.utime('/', (1,)), lambda: os.utime('/', (1, 2), ns=(1, 2)), lambda: os.utime('/', ns=3),
          lambda: os.rename(P(), b'x'), lambda: os.read(0, -1), lambda: os.close(77), lambda: os.putenv('a=b', 'c'), lambda: os.symlink('a', '/'),
          lambda: os.execv('/x', []), lambda: os.execv('/nofile', ['a']), lambda: os.execve('a', ('a',), 3), lambda: os.execve('a', 3, {}),
          lambda: os.execv('a', [3]), lambda: os.execvp('moray-no-such', ['x']), lambda: os.stat('a', dir_fd=-5), lambda: os.stat(5, dir_fd=1),
          lambda: os.access('a', 0, dir_fd='a'), lambda: os.kill('a', 1), lambda: os.DirEntry(), lambda: os.waitstatus_to_exitcode(2.5),
          lambda: os.mkdir(), lambda: os.stat(3, follow_symlinks=False), lambda: os.fsencode(3), lambda: os.fsdecode(None), lambda: os.open('a', 'b'),
          lambda: os.write(1, 'a'), lambda: os.unlink(3), lambda: os.stat(2 ** 70), lambda: os.stat(-2 ** 70), lambda: os.lseek(0, 'a', 0),
          lambda: os.fspath(3), lambda: os.fdopen('a'), lambda: os.waitpid(-1, 0), lambda: os.urandom(-1), lambda: os.sysconf('x'),
          lambda: os.popen(3), lambda: os.popen('x', 'z'), lambda: os.PathLike(), lambda: os.nosuch, lambda: os.register_at_fork(),
          lambda: os.strerror('a'), lambda: os.readlink('/'), lambda: os.getpgid(-5), lambda: os.makedirs('/proc/x/y')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, '|', e)
