# Processes: fork, exec, waiting, pipes
import os
import sys

r, w = os.pipe()
pid = os.fork()
if not pid:
    os.close(r)
    os.write(w, b'from the child')
    os._exit(7)
os.close(w)
print(os.read(r, 100))
os.close(r)
got, status = os.waitpid(pid, 0)
print(got == pid, status, os.WIFEXITED(status), os.WEXITSTATUS(status), os.WIFSIGNALED(status), os.waitstatus_to_exitcode(status))
print(os.waitstatus_to_exitcode(9), os.WTERMSIG(9), os.WIFSTOPPED(0x137f), os.WSTOPSIG(0x137f), os.WCOREDUMP(139))
print(os.spawnl(os.P_WAIT, '/bin/sh', 'sh', '-c', 'exit 5'), os.spawnvp(os.P_WAIT, 'true', ['true']))
print(os.spawnvpe(os.P_WAIT, 'sh', ['sh', '-c', 'exit $N'], {'N': '3', 'PATH': os.environ['PATH']}))
print(os.system('exit 3') >> 8)
with os.popen('echo out; echo more') as f:
    print(f.read().split())
print(os.popen('exit 2').close(), os.popen('true').close())
f = os.popen('cat >/dev/null; exit 1', 'w')
f.write('x')
print(f.close())
r, w = os.pipe()
print(os.get_inheritable(r), os.get_blocking(r))
os.set_blocking(r, False)
try:
    os.read(r, 1)
except BlockingIOError as e:
    print(e)
d = os.dup(w)
print(os.dup2(d, d) == d, os.writev(d, [b'ab', b'cd']), os.read(r, 10))
buf = [bytearray(2), bytearray(3)]
os.write(w, b'12345')
print(os.readv(r, buf), buf)
for fd in (r, w, d):
    os.close(fd)
print(os.getpid() > 0, os.getppid() > 0, os.getuid() == os.geteuid(), os.getpgid(0) == os.getpgrp(), os.cpu_count() >= 1)
print(isinstance(os.sched_getaffinity(0), set), len(os.urandom(5)), os.strerror(2), os.umask(os.umask(0o22)) == 0o22, os.nice(0) == os.nice(0))
print(type(os.uname()).__name__, len(os.times()), os.uname().sysname, os.sysconf('SC_PAGE_SIZE') == os.sysconf('SC_PAGESIZE'))
done = []
os.register_at_fork(before=lambda: done.append('before'), after_in_parent=lambda: done.append('parent'), after_in_child=lambda: os._exit(4))
print(os.waitstatus_to_exitcode(os.waitpid(os.fork(), 0)[1]), done)
sys.stdout.flush()
os.execvp('sh', ['sh', '-c', 'echo replaced'])
