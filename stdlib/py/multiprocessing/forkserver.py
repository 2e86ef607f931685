"""The server of the start method 'forkserver': a process with one thread, which forks a child at each request.

A request is a connection to the server's socket. It carries descriptors: the pipe that the child reads its task from, the pipe on which the server
says the child's process id and later its status, one end of the pipe whose other end all clients keep open, the resource tracker's, and those that
the child wants. The server ends when no client is left, which shows on that last pipe. The modules to preload are imported before the first fork.
"""

import os
import selectors
import signal
import socket
import struct
import sys
import threading

from . import connection
from . import reduction
from . import resource_tracker
from . import spawn
from . import util

__all__ = ['ensure_running', 'get_inherited_fds', 'connect_to_new_process', 'set_forkserver_preload']

MAXFDS_TO_SEND = 256
SIGNED_STRUCT = struct.Struct('q')


class ForkServer:
    """This process's view of the server."""

    def __init__(self):
        self._forkserver_address = None
        self._forkserver_alive_fd = None
        self._forkserver_pid = None
        self._inherited_fds = None
        self._lock = threading.Lock()
        self._preload_modules = []

    def _stop(self):
        with self._lock:
            if self._forkserver_pid is None:
                return
            os.close(self._forkserver_alive_fd)
            self._forkserver_alive_fd = None
            os.waitpid(self._forkserver_pid, 0)
            self._forkserver_pid = None
            os.unlink(self._forkserver_address)
            self._forkserver_address = None

    def set_forkserver_preload(self, modules_names):
        """Name the modules that the server imports before it forks."""
        if not all(type(name) is str for name in modules_names):
            raise TypeError('module_names must be a list of strings')
        self._preload_modules = [name for name in modules_names if name != '__main__']

    def get_inherited_fds(self):
        """In a child: the descriptors that came with the request; None in other processes."""
        return self._inherited_fds

    def connect_to_new_process(self, fds):
        """Have a child forked; two descriptors, to read its status from and to write its task to."""
        self.ensure_running()
        if len(fds) + 4 >= MAXFDS_TO_SEND:
            raise ValueError('too many fds')
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(self._forkserver_address)
            ours_r, theirs_w = os.pipe()
            theirs_r, ours_w = os.pipe()
            unused = [theirs_r, theirs_w]
            try:
                reduction.sendfds(client, [theirs_r, theirs_w, self._forkserver_alive_fd, resource_tracker.getfd(), *fds])
            except BaseException:
                unused += ours_r, ours_w
                raise
            finally:
                for fd in unused:
                    os.close(fd)
        return ours_r, ours_w

    def ensure_running(self):
        """Start the server unless it runs."""
        with self._lock:
            resource_tracker.ensure_running()
            if self._forkserver_pid is not None:
                pid, status = os.waitpid(self._forkserver_pid, os.WNOHANG)
                if not pid:
                    return
                os.close(self._forkserver_alive_fd)
                self._forkserver_address = self._forkserver_alive_fd = self._forkserver_pid = None
            self._launch()

    def _launch(self):
        from subprocess import _args_from_interpreter_flags
        sys_path = spawn.get_preparation_data('ignore')['sys_path'] if self._preload_modules else None
        with socket.socket(socket.AF_UNIX) as listener:
            address = connection.arbitrary_address('AF_UNIX')
            listener.bind(address)
            os.chmod(address, 0o600)
            listener.listen()
            alive_r, alive_w = os.pipe()
            try:
                code = ('from multiprocessing.forkserver import main; '
                        f'main({listener.fileno()}, {alive_r}, {self._preload_modules!r}, {sys_path!r})')
                exe = spawn.get_executable()
                pid = spawn.spawnv_passfds(exe, [exe, *_args_from_interpreter_flags(), '-c', code], [listener.fileno(), alive_r])
            except BaseException:
                os.close(alive_w)
                raise
            finally:
                os.close(alive_r)
            self._forkserver_address = address
            self._forkserver_alive_fd = alive_w
            self._forkserver_pid = pid


def _preload(names):
    # The main script is not: its children find out about it by themselves, as those of 'spawn' do.
    for name in names:
        try:
            __import__(name)
        except ImportError:
            pass


def main(listener_fd, alive_r, preload, sys_path=None):
    """What the server's process does until no client is left."""
    if sys_path is not None:
        sys.path[:] = sys_path
    if preload:
        _preload(preload)
    util._close_stdin()
    # A child's end is noticed by the number of its signal in this pipe.
    sig_r, sig_w = os.pipe()
    os.set_blocking(sig_r, False)
    os.set_blocking(sig_w, False)
    former = {number: signal.signal(number, action)
              for number, action in ((signal.SIGCHLD, lambda *_: None), (signal.SIGINT, signal.SIG_IGN))}
    former_wakeup = signal.set_wakeup_fd(sig_w)
    status_pipes = {}
    with socket.socket(socket.AF_UNIX, fileno=listener_fd) as listener, selectors.DefaultSelector() as selector:
        for source in listener, alive_r, sig_r:
            selector.register(source, selectors.EVENT_READ)
        while True:
            ready = {key.fileobj for key, _ in selector.select()}
            if alive_r in ready:
                assert os.read(alive_r, 1) == b'', 'Not at EOF?'
                raise SystemExit
            if sig_r in ready:
                os.read(sig_r, 65536)
                _report_ended(status_pipes)
            if listener not in ready:
                continue
            with listener.accept()[0] as request:
                fds = reduction.recvfds(request, MAXFDS_TO_SEND + 1)
                if len(fds) > MAXFDS_TO_SEND:
                    raise RuntimeError(f'Too many ({len(fds)}) fds to send')
                child_r, child_w, *fds = fds
                request.close()
                pid = os.fork()
                if pid == 0:
                    code = 1
                    try:
                        listener.close()
                        selector.close()
                        for fd in (alive_r, child_w, sig_r, sig_w, *status_pipes.values()):
                            os.close(fd)
                        code = _serve_one(child_r, fds, former, former_wakeup)
                    except Exception:
                        sys.excepthook(*sys.exc_info())
                        sys.stderr.flush()
                    finally:
                        os._exit(code)
                try:
                    write_signed(child_w, pid)
                except BrokenPipeError:
                    pass
                status_pipes[pid] = child_w
                for fd in child_r, *fds:
                    os.close(fd)


def _report_ended(status_pipes):
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        child_w = status_pipes.pop(pid, None)
        if child_w is not None:
            try:
                write_signed(child_w, os.waitstatus_to_exitcode(status))
            except BrokenPipeError:
                pass
            os.close(child_w)


def _serve_one(child_r, fds, former, former_wakeup):
    """In the new child."""
    signal.set_wakeup_fd(former_wakeup)
    for number, action in former.items():
        signal.signal(number, action)
    _forkserver._forkserver_alive_fd, resource_tracker._resource_tracker._fd, *_forkserver._inherited_fds = fds
    parent_sentinel = os.dup(child_r)
    return spawn._main(child_r, parent_sentinel)


def read_signed(fd):
    data = b''
    while len(data) < SIGNED_STRUCT.size:
        part = os.read(fd, SIGNED_STRUCT.size - len(data))
        if not part:
            raise EOFError('unexpected EOF')
        data += part
    return SIGNED_STRUCT.unpack(data)[0]


def write_signed(fd, n):
    data = SIGNED_STRUCT.pack(n)
    while data:
        written = os.write(fd, data)
        if written == 0:
            raise RuntimeError('should not get here')
        data = data[written:]


_forkserver = ForkServer()
ensure_running = _forkserver.ensure_running
get_inherited_fds = _forkserver.get_inherited_fds
connect_to_new_process = _forkserver.connect_to_new_process
set_forkserver_preload = _forkserver.set_forkserver_preload
