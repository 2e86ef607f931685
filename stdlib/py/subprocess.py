"""Other programs as child processes: run() for the common cases, Popen for everything else.

The child gets the ends of pipes, files or the parent's own streams as its standard streams. What fails before its program runs, a missing program for
example, is an exception in the parent.
"""
import builtins
import errno
import io
import os
import signal
import sys
import time
import warnings

from _posixsubprocess import fork_exec as _fork_exec
from _thread import allocate_lock as _allocate_lock

__all__ = ["Popen", "PIPE", "STDOUT", "call", "check_call", "getstatusoutput", "getoutput", "check_output", "run", "CalledProcessError", "DEVNULL",
           "SubprocessError", "TimeoutExpired", "CompletedProcess"]

PIPE = -1
STDOUT = -2
DEVNULL = -3

_USE_VFORK = True
_USE_POSIX_SPAWN = False
_PIPE_BUF = 512         # what a pipe that is writable takes without blocking
_mswindows = False


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    """A process that was to be checked ended with a status other than 0. Attributes: cmd, returncode, stdout, stderr, output."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            try:
                return "Command '%s' died with %r." % (self.cmd, signal.Signals(-self.returncode))
            except ValueError:
                return "Command '%s' died with unknown signal %d." % (self.cmd, -self.returncode)
        return "Command '%s' returned non-zero exit status %d." % (self.cmd, self.returncode)

    @property
    def stdout(self):
        """Another name of `output`."""
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    """A child was not done in time. Attributes: cmd, timeout, stdout, stderr, output."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return "Command '%s' timed out after %s seconds" % (self.cmd, self.timeout)

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class CompletedProcess:
    """What run() returns: args, returncode, stdout, stderr."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        parts = ['args={!r}'.format(self.args), 'returncode={!r}'.format(self.returncode)]
        if self.stdout is not None:
            parts.append('stdout={!r}'.format(self.stdout))
        if self.stderr is not None:
            parts.append('stderr={!r}'.format(self.stderr))
        return "{}({})".format(type(self).__name__, ', '.join(parts))

    __class_getitem__ = classmethod(type(list[int]))

    def check_returncode(self):
        """CalledProcessError if the process ended with another status than 0."""
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


# Children whose Popen object died before they did: looked after when the next one is started.
_active = []


def _cleanup():
    for popen in _active[:]:
        if popen._internal_poll(_deadstate=sys.maxsize) is not None:
            try:
                _active.remove(popen)
            except ValueError:
                pass


def _args_from_interpreter_flags():
    """The options of this interpreter that a child should be given."""
    flags = {'debug': 'd', 'dont_write_bytecode': 'B', 'no_site': 'S', 'verbose': 'v', 'bytes_warning': 'b', 'quiet': 'q'}
    args = []
    if sys.flags.optimize:
        args.append('-' + 'O' * sys.flags.optimize)
    for name, letter in flags.items():
        count = getattr(sys.flags, name)
        if count:
            args.append('-' + letter * count)
    if sys.flags.isolated:
        args.append('-I')
    else:
        if sys.flags.ignore_environment:
            args.append('-E')
        if sys.flags.no_user_site:
            args.append('-s')
        if sys.flags.safe_path:
            args.append('-P')
    for option in sys.warnoptions:
        args.append('-W' + option)
    for name, value in getattr(sys, '_xoptions', {}).items():
        args.extend(('-X', name if value is True else f'{name}={value}'))
    return args


def call(*popenargs, timeout=None, **kwargs):
    """Run a command and wait for it: its return code."""
    with Popen(*popenargs, **kwargs) as p:
        try:
            return p.wait(timeout=timeout)
        except:
            p.kill()
            raise


def check_call(*popenargs, **kwargs):
    """call(), with a CalledProcessError if the return code is not 0."""
    retcode = call(*popenargs, **kwargs)
    if retcode:
        cmd = kwargs.get("args")
        if cmd is None:
            cmd = popenargs[0]
        raise CalledProcessError(retcode, cmd)
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    """What a command writes to its standard output; CalledProcessError if its return code is not 0."""
    for kw in ('stdout', 'check'):
        if kw in kwargs:
            raise ValueError(f'{kw} argument not allowed, it will be overridden.')
    if 'input' in kwargs and kwargs['input'] is None:
        # without input the child is not to get the parent's either
        is_text = any(kwargs.get(option) for option in ('universal_newlines', 'text', 'encoding', 'errors'))
        kwargs['input'] = '' if is_text else b''
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Run a command, wait for it, and return a CompletedProcess.

    With capture_output its output and errors are kept; input is what it reads. A timeout kills it and raises TimeoutExpired; check makes a return code
    other than 0 a CalledProcessError.
    """
    if input is not None:
        if kwargs.get('stdin') is not None:
            raise ValueError('stdin and input arguments may not both be used.')
        kwargs['stdin'] = PIPE
    if capture_output:
        if any(kwargs.get(name) is not None for name in ('stdout', 'stderr')):
            raise ValueError('stdout and stderr arguments may not be used with capture_output.')
        kwargs['stdout'] = kwargs['stderr'] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except BaseException as error:
            process.kill()
            if isinstance(error, TimeoutExpired):
                process.wait()
            raise
        status = process.poll()
    if check and status:
        raise CalledProcessError(status, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, status, stdout, stderr)


def _text_encoding():
    # The encoding of pipes that nobody named one for; who asks is told, outside of this module, if that is wanted.
    if sys.flags.warn_default_encoding:
        level, frame = 1, sys._getframe()
        while frame and frame.f_globals is globals():
            level, frame = level + 1, frame.f_back
        warnings.warn("'encoding' argument not specified.", EncodingWarning, level)
    return "utf-8" if sys.flags.utf8_mode else "UTF-8"


def list2cmdline(seq):
    """Arguments as one command line that a program of Microsoft's C runtime splits into them again."""
    result = []
    for arg in map(os.fsdecode, seq):
        quoted = not arg or ' ' in arg or '\t' in arg
        out = ['"'] if quoted else []
        backslashes = 0
        for c in arg:
            if c == '\\':
                backslashes += 1
                continue
            # backslashes are literal, unless a quote follows them
            out.append('\\' * (2 * backslashes + 1 if c == '"' else backslashes))
            backslashes = 0
            out.append(c)
        out.append('\\' * (2 * backslashes if quoted else backslashes))
        if quoted:
            out.append('"')
        result.append(''.join(out))
    return ' '.join(result)


def getstatusoutput(cmd, *, encoding=None, errors=None):
    """(exit code, output) of a shell command; the output holds its errors too and lacks the last newline."""
    try:
        status, output = 0, check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors)
    except CalledProcessError as error:
        status, output = error.returncode, error.output
    return status, output.removesuffix('\n')


def getoutput(cmd, *, encoding=None, errors=None):
    """The output of a shell command, with its errors."""
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def _time():
    return time.monotonic()


class Popen:
    """A child process.

    args is the program with its arguments, or with shell=True a command line. stdin, stdout and stderr are PIPE, DEVNULL, a descriptor, a file, or None for the
    parent's own; stderr may be STDOUT. text, encoding or errors make the pipes text files.
    """
    _child_created = False      # for __del__ after a failed __init__

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None, close_fds=True, shell=False,
                 cwd=None, env=None, universal_newlines=None, startupinfo=None, creationflags=0, restore_signals=True, start_new_session=False,
                 pass_fds=(), *, user=None, group=None, extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1,
                 process_group=None):
        _cleanup()
        # two threads must not wait for the same child at the same time: one would get another's, or none
        self._waitpid_lock = _allocate_lock()
        self._input = None
        self._communication_started = False
        if bufsize is None:
            bufsize = -1
        if not isinstance(bufsize, int):
            raise TypeError("bufsize must be an integer")
        if pipesize is None:
            pipesize = -1
        if not isinstance(pipesize, int):
            raise TypeError("pipesize must be an integer")
        if pass_fds and not close_fds:
            warnings.warn("pass_fds overriding close_fds.", RuntimeWarning)
            close_fds = True
        if startupinfo is not None:
            raise ValueError("startupinfo is only supported on Windows platforms")
        if creationflags != 0:
            raise ValueError("creationflags is only supported on Windows platforms")

        self.args = args
        self.stdin = None
        self.stdout = None
        self.stderr = None
        self.pid = None
        self.returncode = None
        self.encoding = encoding
        self.errors = errors
        self.pipesize = pipesize
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError('Cannot disambiguate when both text and universal_newlines are supplied but different. Pass one or the other.')
        self.text_mode = encoding or errors or text or universal_newlines
        if self.text_mode and encoding is None:
            self.encoding = encoding = _text_encoding()
        self._sigint_wait_secs = 0.25
        self._closed_child_pipe_fds = False
        line_buffering = False
        if self.text_mode:
            if bufsize == 1:
                line_buffering = True
                bufsize = -1
        elif bufsize == 1:
            warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used", RuntimeWarning, 2)
            bufsize = -1

        gid = self._lookup_id(group, 'Group')
        gids = None
        if extra_groups is not None:
            if isinstance(extra_groups, str):
                raise ValueError("Groups must be a list, not a string")
            gids = []
            for extra_group in extra_groups:
                if isinstance(extra_group, str):
                    import grp
                    gids.append(grp.getgrnam(extra_group).gr_gid)
                elif isinstance(extra_group, int):
                    gids.append(extra_group)
                else:
                    raise TypeError("Items in extra_groups must be a string or integer, not {}".format(type(extra_group)))
            for gid_check in gids:
                if gid_check < 0:
                    raise ValueError(f"Group ID cannot be negative, got {gid_check}")
        uid = self._lookup_id(user, 'User')
        if process_group is None:
            process_group = -1

        fds = self._get_handles(stdin, stdout, stderr)
        p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite = fds
        try:
            if p2cwrite != -1:
                self.stdin = io.open(p2cwrite, 'wb', bufsize)
                if self.text_mode:
                    self.stdin = io.TextIOWrapper(self.stdin, write_through=True, line_buffering=line_buffering, encoding=encoding, errors=errors)
            if c2pread != -1:
                self.stdout = io.open(c2pread, 'rb', bufsize)
                if self.text_mode:
                    self.stdout = io.TextIOWrapper(self.stdout, encoding=encoding, errors=errors)
            if errread != -1:
                self.stderr = io.open(errread, 'rb', bufsize)
                if self.text_mode:
                    self.stderr = io.TextIOWrapper(self.stderr, encoding=encoding, errors=errors)
            self._execute_child(args, executable, preexec_fn, close_fds, pass_fds, cwd, env, shell, fds, restore_signals, gid, gids, uid, umask,
                                start_new_session, process_group)
        except:
            for f in filter(None, (self.stdin, self.stdout, self.stderr)):
                try:
                    f.close()
                except OSError:
                    pass
            if not self._closed_child_pipe_fds:
                self._close_fds(self._child_ends(stdin, stdout, stderr, fds))
            raise

    @staticmethod
    def _lookup_id(value, what):
        if value is None:
            return None
        if isinstance(value, str):
            if what == 'User':
                import pwd
                return pwd.getpwnam(value).pw_uid
            import grp
            return grp.getgrnam(value).gr_gid
        if not isinstance(value, int):
            raise TypeError("User must be a string or an integer" if what == 'User' else "Group must be a string or an integer, not {}".format(type(value)))
        if value < 0:
            raise ValueError(f"{what} ID cannot be negative, got {value}")
        return value

    def __repr__(self):
        obj_repr = f"<{self.__class__.__name__}: returncode: {self.returncode} args: {self.args!r}>"
        if len(obj_repr) > 80:
            obj_repr = obj_repr[:76] + "...>"
        return obj_repr

    __class_getitem__ = classmethod(type(list[int]))

    @property
    def universal_newlines(self):
        return self.text_mode

    @universal_newlines.setter
    def universal_newlines(self, universal_newlines):
        self.text_mode = bool(universal_newlines)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        for pipe in (self.stdout, self.stderr):
            if pipe:
                pipe.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            if exc_type != KeyboardInterrupt:
                self.wait()
            else:
                # the child got the Ctrl-C as well: a little time for it to end, then nobody waits
                try:
                    if self._sigint_wait_secs > 0:
                        self._wait(timeout=self._sigint_wait_secs)
                except TimeoutExpired:
                    pass
                self._sigint_wait_secs = 0
                return

    def __del__(self, _maxsize=sys.maxsize, _warn=warnings.warn):
        if not self._child_created:
            return
        if self.returncode is None:
            _warn("subprocess %s is still running" % self.pid, ResourceWarning, source=self)
        self._internal_poll(_deadstate=_maxsize)
        if self.returncode is None and _active is not None:
            _active.append(self)

    def communicate(self, input=None, timeout=None):
        """Send input, read all output and errors, and wait for the child: (stdout, stderr)."""
        if self._communication_started and input:
            raise ValueError("Cannot send input after starting communication")

        if timeout is None and not self._communication_started and [self.stdin, self.stdout, self.stderr].count(None) >= 2:
            # one pipe, or none: plain reads and writes do
            stdout = None
            stderr = None
            if self.stdin:
                self._stdin_write(input)
            elif self.stdout:
                stdout = self.stdout.read()
                self.stdout.close()
            elif self.stderr:
                stderr = self.stderr.read()
                self.stderr.close()
            self.wait()
            return stdout, stderr
        endtime = _time() + timeout if timeout is not None else None
        try:
            stdout, stderr = self._communicate(input, endtime, timeout)
        except KeyboardInterrupt:
            sigint_timeout = self._sigint_wait_secs if timeout is None else min(self._sigint_wait_secs, self._remaining_time(endtime))
            self._sigint_wait_secs = 0
            try:
                self._wait(timeout=sigint_timeout)
            except TimeoutExpired:
                pass
            raise
        finally:
            self._communication_started = True
        self.wait(timeout=self._remaining_time(endtime))
        return stdout, stderr

    def poll(self):
        """The return code if the child has ended, or None."""
        return self._internal_poll()

    def _remaining_time(self, endtime):
        return None if endtime is None else endtime - _time()

    def _check_timeout(self, endtime, orig_timeout, stdout_seq, stderr_seq, skip_check_and_raise=False):
        if endtime is None:
            return
        if skip_check_and_raise or _time() > endtime:
            raise TimeoutExpired(self.args, orig_timeout, output=b''.join(stdout_seq) if stdout_seq else None,
                                 stderr=b''.join(stderr_seq) if stderr_seq else None)

    def wait(self, timeout=None):
        """Wait for the child to end: its return code, which is minus the number of the signal that ended it, if one did."""
        endtime = _time() + timeout if timeout is not None else None
        try:
            return self._wait(timeout=timeout)
        except KeyboardInterrupt:
            sigint_timeout = self._sigint_wait_secs if timeout is None else min(self._sigint_wait_secs, self._remaining_time(endtime))
            self._sigint_wait_secs = 0
            try:
                self._wait(timeout=sigint_timeout)
            except TimeoutExpired:
                pass
            raise

    def _stdin_write(self, input):
        if input:
            try:
                self.stdin.write(input)
            except BrokenPipeError:
                pass            # the child does not want it
            except OSError as exc:
                if exc.errno != errno.EINVAL:
                    raise
        try:
            self.stdin.close()
        except BrokenPipeError:
            pass
        except OSError as exc:
            if exc.errno != errno.EINVAL:
                raise

    # ---- descriptors ----

    def _pipe(self):
        read, write = os.pipe()
        if self.pipesize > 0:
            import fcntl
            fcntl.fcntl(read, fcntl.F_SETPIPE_SZ, self.pipesize)
        return read, write

    def _get_devnull(self):
        if not hasattr(self, '_devnull'):
            self._devnull = os.open(os.devnull, os.O_RDWR)
        return self._devnull

    def _get_handles(self, stdin, stdout, stderr):
        p2cread = p2cwrite = c2pread = c2pwrite = errread = errwrite = -1
        made = []
        try:
            if stdin is None:
                pass
            elif stdin == PIPE:
                p2cread, p2cwrite = self._pipe()
                made += [p2cread, p2cwrite]
            elif stdin == DEVNULL:
                p2cread = self._get_devnull()
            elif isinstance(stdin, int):
                p2cread = stdin
            else:
                p2cread = stdin.fileno()

            if stdout is None:
                pass
            elif stdout == PIPE:
                c2pread, c2pwrite = self._pipe()
                made += [c2pread, c2pwrite]
            elif stdout == DEVNULL:
                c2pwrite = self._get_devnull()
            elif isinstance(stdout, int):
                c2pwrite = stdout
            else:
                c2pwrite = stdout.fileno()

            if stderr is None:
                pass
            elif stderr == PIPE:
                errread, errwrite = self._pipe()
                made += [errread, errwrite]
            elif stderr == STDOUT:
                errwrite = c2pwrite if c2pwrite != -1 else sys.__stdout__.fileno()
            elif stderr == DEVNULL:
                errwrite = self._get_devnull()
            elif isinstance(stderr, int):
                errwrite = stderr
            else:
                errwrite = stderr.fileno()
        except BaseException:
            self._close_fds(made)
            self._close_devnull()
            raise
        return p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite

    def _close_devnull(self):
        devnull = self.__dict__.pop('_devnull', None)
        if devnull is not None:
            os.close(devnull)

    def _child_ends(self, stdin, stdout, stderr, fds):
        p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite = fds
        ends = []
        if stdin == PIPE:
            ends.append(p2cread)
        if stdout == PIPE:
            ends.append(c2pwrite)
        if stderr == PIPE:
            ends.append(errwrite)
        if hasattr(self, '_devnull'):
            ends.append(self._devnull)
        return ends

    @staticmethod
    def _close_fds(fds):
        for fd in fds:
            try:
                os.close(fd)
            except OSError:
                pass

    # ---- the child ----

    def _execute_child(self, args, executable, preexec_fn, close_fds, pass_fds, cwd, env, shell, fds, restore_signals, gid, gids, uid, umask,
                       start_new_session, process_group):
        p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite = fds
        if isinstance(args, (str, bytes)):
            args = [args]
        elif isinstance(args, os.PathLike):
            if shell:
                raise TypeError('path-like args is not allowed when shell is true')
            args = [args]
        else:
            args = list(args)
        if shell:
            args = ['/bin/sh', '-c'] + args
            if executable:
                args[0] = executable
        if executable is None:
            executable = args[0]
        sys.audit("subprocess.Popen", executable, args, cwd, env)

        orig_executable = executable
        errpipe_read, errpipe_write = os.pipe()
        low = []
        while errpipe_write < 3:            # not where a standard stream is to be
            low.append(errpipe_write)
            errpipe_write = os.dup(errpipe_write)
        self._close_fds(low)
        try:
            try:
                if env is None:
                    env_list = None
                else:
                    env_list = []
                    for k, v in env.items():
                        k = os.fsencode(k)
                        if b'=' in k:
                            raise ValueError("illegal environment variable name")
                        env_list.append(k + b'=' + os.fsencode(v))
                executable = os.fsencode(executable)
                if os.path.dirname(executable):
                    executable_list = (executable,)
                else:
                    executable_list = tuple(os.path.join(os.fsencode(folder), executable) for folder in os.get_exec_path(env))
                fds_to_keep = set(pass_fds)
                fds_to_keep.add(errpipe_write)
                self.pid = _fork_exec(args, executable_list, close_fds, tuple(sorted(map(int, fds_to_keep))), cwd, env_list,
                                      p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, errpipe_read, errpipe_write, restore_signals,
                                      start_new_session, process_group, gid, gids, uid, umask, preexec_fn, _USE_VFORK)
                self._child_created = True
            finally:
                os.close(errpipe_write)

            devnull = getattr(self, '_devnull', None)
            if p2cread != -1 and p2cwrite != -1 and p2cread != devnull:
                os.close(p2cread)
            if c2pwrite != -1 and c2pread != -1 and c2pwrite != devnull:
                os.close(c2pwrite)
            if errwrite != -1 and errread != -1 and errwrite != devnull:
                os.close(errwrite)
            self._close_devnull()
            self._closed_child_pipe_fds = True

            errpipe_data = bytearray()
            while True:
                part = os.read(errpipe_read, 50000)
                errpipe_data += part
                if not part or len(errpipe_data) > 50000:
                    break
        finally:
            os.close(errpipe_read)

        if errpipe_data:
            self._raise_child_error(bytes(errpipe_data), cwd, orig_executable)

    def _raise_child_error(self, data, cwd, executable):
        try:
            pid, sts = os.waitpid(self.pid, 0)
            if pid == self.pid:
                self._handle_exitstatus(sts)
            else:
                self.returncode = sys.maxsize
        except ChildProcessError:
            pass
        try:
            exception_name, hex_errno, err_msg = data.split(b':', 2)
            err_msg = err_msg.decode()
        except ValueError:
            exception_name = b'SubprocessError'
            hex_errno = b'0'
            err_msg = 'Bad exception data from child: {!r}'.format(data)
        exception_type = getattr(builtins, exception_name.decode('ascii'), SubprocessError)
        if issubclass(exception_type, OSError) and hex_errno:
            errno_num = int(hex_errno, 16)
            if err_msg == "noexec:chdir":
                err_msg = ""
                filename = cwd
            elif err_msg == "noexec":
                err_msg = ""
                filename = None
            else:
                filename = executable
            if errno_num != 0:
                err_msg = os.strerror(errno_num)
            if filename is not None:
                raise exception_type(errno_num, err_msg, filename)
            raise exception_type(errno_num, err_msg)
        raise exception_type(err_msg)

    def _handle_exitstatus(self, sts, _del_safe=None):
        if os.WIFSTOPPED(sts):
            self.returncode = -os.WSTOPSIG(sts)
        else:
            self.returncode = os.waitstatus_to_exitcode(sts)

    def _internal_poll(self, _deadstate=None, _del_safe=None):
        if self.returncode is None:
            if not self._waitpid_lock.acquire(False):
                return None     # another thread waits for the child
            try:
                if self.returncode is not None:
                    return self.returncode
                pid, sts = os.waitpid(self.pid, os.WNOHANG)
                if pid == self.pid:
                    self._handle_exitstatus(sts)
            except OSError as e:
                if _deadstate is not None:
                    self.returncode = _deadstate
                elif e.errno == errno.ECHILD:
                    self.returncode = 0     # somebody else has waited for it; its status is lost
            finally:
                self._waitpid_lock.release()
        return self.returncode

    def _try_wait(self, wait_flags):
        try:
            return os.waitpid(self.pid, wait_flags)
        except ChildProcessError:
            return self.pid, 0  # waited for elsewhere

    def _wait(self, timeout):
        if timeout is None:
            while self.returncode is None:
                with self._waitpid_lock:
                    self._reap(0)
            return self.returncode
        endtime = _time() + timeout
        delay = 0.0005
        while self.returncode is None:
            if self._waitpid_lock.acquire(False):
                try:
                    self._reap(os.WNOHANG)
                finally:
                    self._waitpid_lock.release()
            if self.returncode is None:
                remaining = self._remaining_time(endtime)
                if remaining <= 0:
                    raise TimeoutExpired(self.args, timeout)
                delay = min(delay * 2, remaining, .05)
                time.sleep(delay)
        return self.returncode

    def _reap(self, flags):
        """Ask the system for the child's end, with the lock held; another thread may have been told of it."""
        if self.returncode is None:
            pid, status = self._try_wait(flags)
            if pid == self.pid:
                self._handle_exitstatus(status)

    def _save_input(self, input):
        if self.stdin and self._input is None:
            self._input_offset = 0
            self._input = input
            if input is not None and self.text_mode:
                self._input = self._input.encode(self.stdin.encoding, self.stdin.errors)

    def _communicate(self, input, endtime, orig_timeout):
        if not self._communication_started:
            self._begin_input(bool(input))
            self._fileobj2output = {pipe: [] for pipe in (self.stdout, self.stderr) if pipe}
        stdout, stderr = (self._fileobj2output[pipe] if pipe else None for pipe in (self.stdout, self.stderr))
        self._save_input(input)
        self._exchange(endtime, orig_timeout, stdout, stderr)
        self.wait(timeout=self._remaining_time(endtime))
        return self._output_of(self.stdout, stdout), self._output_of(self.stderr, stderr)

    def _begin_input(self, has_more):
        """Send the child what was written to its input before; without more to come, end it."""
        if self.stdin:
            for act in (self.stdin.flush,) if has_more else (self.stdin.flush, self.stdin.close):
                try:
                    act()
                except BrokenPipeError:
                    pass

    def _exchange(self, endtime, orig_timeout, stdout, stderr):
        """Write the input and read the output, whichever is ready, until all pipes are closed."""
        import selectors
        view = memoryview(self._input) if self._input else None
        with selectors.PollSelector() as selector:
            if self.stdin and not self.stdin.closed and view is not None:
                selector.register(self.stdin, selectors.EVENT_WRITE)
            for pipe in (self.stdout, self.stderr):
                if pipe and not pipe.closed:
                    selector.register(pipe, selectors.EVENT_READ)
            while selector.get_map():
                timeout = self._remaining_time(endtime)
                if timeout is not None and timeout < 0:
                    self._check_timeout(endtime, orig_timeout, stdout, stderr, skip_check_and_raise=True)
                    raise RuntimeError('_check_timeout(..., skip_check_and_raise=True) failed to raise TimeoutExpired.')
                ready = selector.select(timeout)
                self._check_timeout(endtime, orig_timeout, stdout, stderr)
                for key, _ in ready:
                    if key.fileobj is self.stdin:
                        is_done = self._write_input(key.fd, view)
                    else:
                        data = os.read(key.fd, 32768)
                        self._fileobj2output[key.fileobj].append(data)
                        is_done = not data
                    if is_done:
                        selector.unregister(key.fileobj)
                        key.fileobj.close()

    def _write_input(self, fd, view):
        """Write as much as a pipe takes at once; true at the end, or when nobody reads."""
        try:
            self._input_offset += os.write(fd, view[self._input_offset:self._input_offset + _PIPE_BUF])
        except BrokenPipeError:
            return True
        return self._input_offset >= len(self._input)

    def _output_of(self, pipe, pieces):
        """What was read from a pipe, as text if text was asked for."""
        if pieces is None:
            return None
        data = b''.join(pieces)
        return self._translate_newlines(data, pipe.encoding, pipe.errors) if self.text_mode else data

    def _translate_newlines(self, data, encoding, errors):
        data = data.decode(encoding, errors)
        return data.replace("\r\n", "\n").replace("\r", "\n")

    # ---- signals ----

    def send_signal(self, sig):
        """Send a signal to the child; nothing if it has ended."""
        self.poll()             # an ended child's number may be another process's by now
        if self.returncode is not None:
            return
        try:
            os.kill(self.pid, sig)
        except ProcessLookupError:
            pass

    def terminate(self):
        """Send SIGTERM."""
        self.send_signal(signal.SIGTERM)

    def kill(self):
        """Send SIGKILL."""
        self.send_signal(signal.SIGKILL)
