"""A process that outlives those that share named memory and semaphores, and removes the names that nobody removed.

It is started when the first name is registered. All processes of a family write to its pipe, a line for each name: what to do, the name and its
kind. When the last of them has gone the pipe ends; what is registered then is reported as leaked and removed.
"""

import os
import signal
import sys
import threading
import warnings

import _multiprocessing

from . import spawn

__all__ = ['ensure_running', 'register', 'unregister']

_IGNORED_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_CLEANUP_FUNCS = {'noop': lambda name: None, 'semaphore': _multiprocessing.sem_unlink, 'shared_memory': _multiprocessing._shm_unlink}


class ResourceTracker:
    """This process's end of the pipe."""

    def __init__(self):
        self._lock = threading.RLock()
        self._fd = None
        self._pid = None

    def _stop(self):
        with self._lock:
            if self._fd is None:
                return
            os.close(self._fd)
            self._fd = None
            if self._pid is not None:
                os.waitpid(self._pid, 0)
                self._pid = None

    def getfd(self):
        """The descriptor that children need to reach the same tracker."""
        self.ensure_running()
        return self._fd

    def ensure_running(self):
        """Start the tracker unless it runs; one that has died is replaced, and what it knew is lost."""
        with self._lock:
            if self._fd is not None:
                if self._check_alive():
                    return
                os.close(self._fd)
                try:
                    if self._pid is not None:
                        os.waitpid(self._pid, 0)
                except ChildProcessError:
                    pass
                self._fd = self._pid = None
                warnings.warn('resource_tracker: process died unexpectedly, relaunching.  Some resources might leak.')
            self._launch()

    def _launch(self):
        passed = []
        try:
            passed.append(sys.stderr.fileno())
        except Exception:
            pass
        r, w = os.pipe()
        try:
            passed.append(r)
            # Ctrl-C is sent to the whole group; the child must not die of it before it can say so.
            signal.pthread_sigmask(signal.SIG_BLOCK, _IGNORED_SIGNALS)
            try:
                command = [spawn.get_executable(), '-c', f'from multiprocessing.resource_tracker import main;main({r})']
                self._pid = spawn.spawnv_passfds(spawn.get_executable(), command, passed)
            finally:
                signal.pthread_sigmask(signal.SIG_UNBLOCK, _IGNORED_SIGNALS)
        except BaseException:
            os.close(w)
            raise
        else:
            self._fd = w
        finally:
            os.close(r)

    def _check_alive(self):
        try:
            os.write(self._fd, b'PROBE:0:noop\n')
        except OSError:
            return False
        return True

    def register(self, name, rtype):
        """Note a name that somebody must remove."""
        self._send('REGISTER', name, rtype)

    def unregister(self, name, rtype):
        """Forget a name that has been removed."""
        self._send('UNREGISTER', name, rtype)

    def _send(self, cmd, name, rtype):
        self.ensure_running()
        msg = f'{cmd}:{name}:{rtype}\n'.encode('ascii')
        if len(msg) > 512:
            raise ValueError('msg too long')
        nbytes = os.write(self._fd, msg)
        assert nbytes == len(msg), f'nbytes {nbytes:n} but len(msg) {len(msg):n}'


_resource_tracker = ResourceTracker()
ensure_running = _resource_tracker.ensure_running
register = _resource_tracker.register
unregister = _resource_tracker.unregister
getfd = _resource_tracker.getfd


def _obey(line, known):
    cmd, name, rtype = line.strip().decode('ascii').split(':')
    if rtype not in known:
        raise ValueError(f'Cannot register {name} for automatic cleanup: unknown resource type {rtype}')
    if cmd == 'REGISTER':
        known[rtype].add(name)
    elif cmd == 'UNREGISTER':
        known[rtype].remove(name)
    elif cmd != 'PROBE':
        raise RuntimeError('unrecognized command %r' % cmd)


def main(fd):
    """What the tracker's process does: keep book until the pipe ends, then clean up."""
    for number in _IGNORED_SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _IGNORED_SIGNALS)
    for stream in sys.stdin, sys.stdout:
        try:
            stream.close()
        except Exception:
            pass
    known = {rtype: set() for rtype in _CLEANUP_FUNCS}
    with open(fd, 'rb') as pipe:
        for line in pipe:
            try:
                _obey(line, known)
            except Exception:
                try:
                    sys.excepthook(*sys.exc_info())
                except Exception:
                    pass
    for rtype, names in known.items():
        if names:
            try:
                warnings.warn('resource_tracker: There appear to be %d leaked %s objects to clean up at shutdown' % (len(names), rtype))
            except Exception:
                pass
        for name in names:
            try:
                _CLEANUP_FUNCS[rtype](name)
            except Exception as e:
                warnings.warn('resource_tracker: %r: %s' % (name, e))
