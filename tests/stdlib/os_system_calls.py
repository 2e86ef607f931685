# What is rarely asked of the system: eventfd, splice, vectors with positions, posix_spawn, scheduling, names of the configuration.
import os
import signal
import tempfile


def attempt(call, *args, **kwargs):
    try:
        return call(*args, **kwargs)
    except Exception as error:
        return type(error).__name__, str(error).replace(os.sep + 'nowhere', '<path>')


# eventfd
fd = os.eventfd(3, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
os.eventfd_write(fd, 4)
print(os.eventfd_read(fd), attempt(os.eventfd_read, fd))
os.close(fd)
fd = os.eventfd(2, os.EFD_SEMAPHORE)
print(os.eventfd_read(fd), os.eventfd_read(fd), os.get_inheritable(fd))
print(attempt(os.eventfd, -1), attempt(os.eventfd, 1 << 40), attempt(os.eventfd_write, fd, -1), attempt(os.eventfd_write, fd, 1 << 64))
print(attempt(os.eventfd, 'x'))
os.close(fd)

# splice, copy_file_range, vectors
with tempfile.TemporaryFile() as a, tempfile.TemporaryFile() as b:
    print(os.pwritev(a.fileno(), [b'abc', bytearray(b'def'), memoryview(b'ghi')], 2))
    buffers = [bytearray(4), bytearray(3)]
    print(os.preadv(a.fileno(), buffers, 1), buffers)
    print(os.pwritev(a.fileno(), [b'Z'], 0, os.RWF_DSYNC))
    print(attempt(os.preadv, a.fileno(), [b'frozen'], 0), attempt(os.preadv, a.fileno(), 5, 0))
    r, w = os.pipe()
    print(os.splice(a.fileno(), w, 5, offset_src=2), os.read(r, 20))
    os.write(w, b'through the pipe')
    print(os.splice(r, b.fileno(), 7, flags=os.SPLICE_F_MOVE), os.pread(b.fileno(), 20, 0))
    print(attempt(os.splice, r, w, -1), attempt(os.splice, a.fileno(), b.fileno(), 3))
    os.close(r), os.close(w)
    print(os.posix_fadvise(a.fileno(), 0, 0, os.POSIX_FADV_SEQUENTIAL), attempt(os.posix_fadvise, a.fileno(), 0, 0, 99))
    print(os.fpathconf(a.fileno(), 'PC_NAME_MAX'), attempt(os.fpathconf, a.fileno(), 'PC_WRONG'))
    print(os.copy_file_range(a.fileno(), b.fileno(), 4, 2, 0), os.pread(b.fileno(), 4, 0))

# posix_spawn
with tempfile.TemporaryDirectory() as folder:
    out = os.path.join(folder, 'out')
    actions = [(os.POSIX_SPAWN_OPEN, 1, out, os.O_WRONLY | os.O_CREAT, 0o600), (os.POSIX_SPAWN_DUP2, 1, 2), (os.POSIX_SPAWN_CLOSE, 0)]
    pid = os.posix_spawn('/bin/sh', ['sh', '-c', 'echo $WORD; echo error >&2; exit 7'], {'WORD': 'spawned'}, file_actions=actions)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), open(out).read().split())
    pid = os.posix_spawnp('sh', ('sh', '-c', 'kill -TERM $$'), os.environ, setpgroup=0, setsigdef=[signal.SIGTERM], setsigmask=())
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
for wrong in ({'file_actions': 3}, {'file_actions': [()]}, {'file_actions': [(9,)]}, {'file_actions': [(os.POSIX_SPAWN_CLOSE,)]},
              {'file_actions': [(os.POSIX_SPAWN_OPEN, 1)]}, {'file_actions': [(os.POSIX_SPAWN_DUP2, 1)]}, {'setsigmask': [0]}, {'setsigdef': [999]},
              {'scheduler': (1,)}):
    print(sorted(wrong), attempt(os.posix_spawn, '/bin/true', ['true'], {}, **wrong))
print(attempt(os.posix_spawn, '/nowhere', ['x'], {}), attempt(os.posix_spawn, '/bin/true', [], {}), attempt(os.posix_spawn, '/bin/true', [''], {}))
print(attempt(os.posix_spawn, '/bin/true', 'true', {}), attempt(os.posix_spawn, '/bin/true', ['true'], 5), attempt(os.posix_spawn, '/bin/true', ['true'], {'a=b': '1'}))

# scheduling
print(os.sched_getscheduler(0) == os.SCHED_OTHER, os.sched_getparam(0), os.sched_param(sched_priority=3).sched_priority)
print(os.sched_setparam(0, os.sched_param(0)), os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0)), os.sched_rr_get_interval(0) >= 0)
print(attempt(os.sched_setparam, 0, 3), attempt(os.sched_setscheduler, 0, os.SCHED_OTHER, (0,)), os.sched_param('any'), len(os.sched_param(1)))
print(os.SCHED_RESET_ON_FORK, os.sched_get_priority_min(os.SCHED_RR), os.sched_get_priority_max(os.SCHED_RR))

# users and groups
print(attempt(os.setuid, 'me'), attempt(os.setresuid, -2, 0, 0), attempt(os.setgid, 1 << 32), attempt(os.setresgid, 0, 0, 1 << 70))
print(os.setresuid(-1, -1, -1), os.setresgid(-1, -1, -1), os.setreuid(-1, -1), attempt(os.setgroups, 5), attempt(os.setgroups, ['a']))
print(os.getgrouplist('root', 0)[0], 12345 in os.getgrouplist('root', 12345), attempt(os.getgrouplist, 3, 4), attempt(os.initgroups, 3, 4))
print(attempt(os.setns, 'x'), attempt(os.setns, -1), attempt(os.unshare, 'x'), attempt(os.unshare, -1))

# the configuration
print(os.sysconf('SC_PAGESIZE') == os.sysconf(os.sysconf_names['SC_PAGE_SIZE']), attempt(os.sysconf, 'SC_WRONG'), attempt(os.sysconf, 1.5), attempt(os.sysconf, 99999))
print(os.confstr('CS_PATH'), os.confstr('CS_GNU_LIBC_VERSION').split()[0], attempt(os.confstr, 'wrong'), attempt(os.confstr, None))
print(os.pathconf('/', 'PC_PATH_MAX'), os.pathconf(b'/', 3), attempt(os.pathconf, '/nowhere', 'PC_LINK_MAX'), attempt(os.pathconf, '/', 'x'))
print(len(os.sysconf_names), len(os.confstr_names), os.pathconf_names)
names = 'CLD_EXITED CLONE_NEWNS CLONE_VM EFD_SEMAPHORE MFD_HUGE_2MB POSIX_FADV_WILLNEED POSIX_SPAWN_DUP2 P_PIDFD RTLD_NOW RTLD_DEEPBIND RWF_APPEND SPLICE_F_MORE'
print([(name, getattr(os, name)) for name in names.split()])

# a descriptor instead of a program's path
pid = os.fork()
if pid == 0:
    os.execve(os.open('/bin/sh', os.O_RDONLY), ['sh', '-c', 'exit 5'], {})
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), os.execve in os.supports_fd, os.pathconf in os.supports_fd)
pidfd_child = os.posix_spawn('/bin/sh', ['sh', '-c', 'exit 3'], {})
fd = os.pidfd_open(pidfd_child)
info = os.waitid(os.P_PIDFD, fd, os.WEXITED)
print(info.si_status, info.si_code == os.CLD_EXITED, info.si_pid == pidfd_child)
os.close(fd)
