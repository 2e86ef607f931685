"""The functions of os that start programs: exec..., spawn..., popen. os loads this at first use."""
import os

__all__ = ['execl', 'execle', 'execlp', 'execlpe', 'execvp', 'execvpe', 'spawnv', 'spawnve', 'spawnvp', 'spawnvpe', 'spawnl', 'spawnle', 'spawnlp',
           'spawnlpe', 'popen']


def execl(file, *args):
    """Become another program; the arguments follow, the program's name first."""
    os.execv(file, args)


def execle(file, *args):
    """The same; the last argument is the environment."""
    os.execve(file, args[:-1], args[-1])


def execlp(file, *args):
    """execl() with the program looked for on the path."""
    execvp(file, args)


def execlpe(file, *args):
    """execle() with the program looked for on the path."""
    execvpe(file, args[:-1], args[-1])


def execvp(file, args):
    """os.execv() with the program looked for on the path."""
    _search_and_run(os.execv, file, os.environ, (args,))


def execvpe(file, args, env):
    """os.execve() with the program looked for on the path."""
    _search_and_run(os.execve, file, env, (args, env))


def _search_and_run(run, file, env, rest):
    if os.path.dirname(file):
        run(file, *rest)
        return
    first = last = None
    as_bytes = isinstance(file, bytes)
    for folder in os.get_exec_path(env):
        try:
            run(os.path.join(os.fsencode(folder) if as_bytes else folder, file), *rest)
        except (FileNotFoundError, NotADirectoryError) as exc:
            last = exc
        except OSError as exc:
            last = exc
            first = first or exc
    raise first or last


def _spawn(mode, run, file, args, *env):
    if not isinstance(args, (tuple, list)):
        raise TypeError('argv must be a tuple or a list')
    if not args or not args[0]:
        raise ValueError('argv first element cannot be empty')
    pid = os.fork()
    if not pid:
        try:
            run(file, args, *env)
        except BaseException:
            os._exit(127)
    if mode == os.P_NOWAIT:
        return pid
    while True:
        _, status = os.waitpid(pid, 0)
        if not os.WIFSTOPPED(status):
            return os.waitstatus_to_exitcode(status)


def spawnv(mode, file, args):
    """Run a program beside this one: its exit code with P_WAIT, its id with P_NOWAIT."""
    return _spawn(mode, os.execv, file, args)


def spawnve(mode, file, args, env):
    """The same with an environment."""
    return _spawn(mode, os.execve, file, args, env)


def spawnvp(mode, file, args):
    """spawnv() with the program looked for on the path."""
    return _spawn(mode, execvp, file, args)


def spawnvpe(mode, file, args, env):
    """spawnve() with the program looked for on the path."""
    return _spawn(mode, execvpe, file, args, env)


def spawnl(mode, file, *args):
    """spawnv() with the arguments one by one."""
    return spawnv(mode, file, args)


def spawnle(mode, file, *args):
    """spawnve() with the arguments one by one, the environment last."""
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlp(mode, file, *args):
    """spawnvp() with the arguments one by one."""
    return spawnvp(mode, file, args)


def spawnlpe(mode, file, *args):
    """spawnvpe() with the arguments one by one, the environment last."""
    return spawnvpe(mode, file, args[:-1], args[-1])


def popen(cmd, mode="r", buffering=-1):
    """A file that reads what a shell command prints, or writes what it is to read. close() gives its status, None for 0."""
    if not isinstance(cmd, str):
        raise TypeError("invalid cmd type (%s, expected string)" % type(cmd))
    if mode not in ("r", "w"):
        raise ValueError("invalid mode %r" % mode)
    if buffering == 0 or buffering is None:
        raise ValueError("popen() does not support unbuffered streams")
    reads = mode == "r"
    out_end, in_end = os.pipe()
    ours, theirs = (out_end, in_end) if reads else (in_end, out_end)
    pid = os.fork()
    if not pid:
        try:
            os.dup2(theirs, 1 if reads else 0)
            os.execv('/bin/sh', ['sh', '-c', cmd])
        finally:
            os._exit(127)
    os.close(theirs)
    return _Stream(os.fdopen(ours, mode, buffering), pid)


class _Stream:
    # a text file, and the child that is waited for when it is closed
    def __init__(self, file, pid):
        self._file = file
        self._pid = pid

    def close(self):
        self._file.close()
        if self._pid is None:
            return None
        _, status = os.waitpid(self._pid, 0)
        self._pid = None
        code = os.waitstatus_to_exitcode(status)
        return None if code == 0 else code if code < 0 else code << 8

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        return iter(self._file)

    def __getattr__(self, name):
        return getattr(self._file, name)
