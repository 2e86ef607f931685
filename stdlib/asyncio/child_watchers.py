"""Watchers: how the end of a child process comes to a loop. Loaded when the first child is started, or when a script names one.

The default one asks the system for a descriptor that becomes readable at the end of the child (pidfd). The others wait in a thread, or on SIGCHLD.
"""

__all__ = ()

import itertools
import os
import signal
import warnings

from . import events
from .log import logger


def _deprecated(name):
    return f'{name!r} is deprecated as of Python 3.12 and will be removed in Python 3.14.'


def waitstatus_to_exitcode(status):
    try:
        return os.waitstatus_to_exitcode(status)
    except ValueError:
        # Something stopped rather than ended.
        return status


def _wait_for(pid, message='child process pid %d exit status already read:  will report returncode 255'):
    """(the status of a child that has ended, whether it was still there)"""
    try:
        _, status = os.waitpid(pid, 0)
    except ChildProcessError:
        logger.warning(message, pid)
        return 255, False
    return waitstatus_to_exitcode(status), True


class AbstractChildWatcher:
    """Calls callback(pid, returncode, *args) when the child pid has ended."""

    __module__ = 'asyncio.unix_events'

    def __init_subclass__(cls):
        if cls.__module__ != 'asyncio.unix_events':
            warnings.warn(_deprecated('AbstractChildWatcher'), DeprecationWarning, stacklevel=2)

    def add_child_handler(self, pid, callback, *args):
        """Register a child."""
        raise NotImplementedError()

    def remove_child_handler(self, pid):
        """Forget a child; whether it was known."""
        raise NotImplementedError()

    def attach_loop(self, loop):
        """Be of that loop from now on."""
        raise NotImplementedError()

    def close(self):
        """Let go of everything."""
        raise NotImplementedError()

    def is_active(self):
        """Whether children can be watched now."""
        raise NotImplementedError()

    def __enter__(self):
        raise NotImplementedError()

    def __exit__(self, a, b, c):
        raise NotImplementedError()


class PidfdChildWatcher(AbstractChildWatcher):
    """Watches a descriptor for each child in the running loop."""

    __module__ = 'asyncio.unix_events'

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_traceback):
        pass

    def is_active(self):
        return True

    def close(self):
        pass

    def attach_loop(self, loop):
        pass

    def add_child_handler(self, pid, callback, *args):
        loop = events.get_running_loop()
        pidfd = os.pidfd_open(pid)
        loop._add_reader(pidfd, self._do_wait, pid, pidfd, callback, args)

    def _do_wait(self, pid, pidfd, callback, args):
        events.get_running_loop()._remove_reader(pidfd)
        returncode, _ = _wait_for(pid)
        os.close(pidfd)
        callback(pid, returncode, *args)

    def remove_child_handler(self, pid):
        # Nobody gives the descriptor back; it is closed when the child ends.
        return True


class BaseChildWatcher(AbstractChildWatcher):
    """Waits when SIGCHLD comes to the loop it is attached to."""

    __module__ = 'asyncio.unix_events'

    def __init__(self):
        self._loop = None
        self._callbacks = {}

    def close(self):
        self.attach_loop(None)

    def is_active(self):
        return self._loop is not None and self._loop.is_running()

    def _do_waitpid(self, expected_pid):
        raise NotImplementedError()

    def _do_waitpid_all(self):
        raise NotImplementedError()

    def attach_loop(self, loop):
        assert loop is None or isinstance(loop, events.AbstractEventLoop)
        if self._loop is not None and loop is None and self._callbacks:
            warnings.warn('A loop is being detached from a child watcher with pending handlers', RuntimeWarning)
        if self._loop is not None:
            self._loop.remove_signal_handler(signal.SIGCHLD)
        self._loop = loop
        if loop is not None:
            loop.add_signal_handler(signal.SIGCHLD, self._sig_chld)
            # Some may have ended before.
            self._do_waitpid_all()

    def _sig_chld(self):
        try:
            self._do_waitpid_all()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._loop.call_exception_handler({'message': 'Unknown exception in SIGCHLD handler', 'exception': exc})

    def _exited(self, pid, returncode):
        if self._loop.get_debug():
            logger.debug('process %s exited with returncode %s', pid, returncode)


class SafeChildWatcher(BaseChildWatcher):
    """Asks for each of its children by number, so that those of others are left alone."""

    __module__ = 'asyncio.unix_events'

    def __init__(self):
        super().__init__()
        warnings.warn(_deprecated('SafeChildWatcher'), DeprecationWarning, stacklevel=2)

    def close(self):
        self._callbacks.clear()
        super().close()

    def __enter__(self):
        return self

    def __exit__(self, a, b, c):
        pass

    def add_child_handler(self, pid, callback, *args):
        self._callbacks[pid] = callback, args
        # It may have ended already.
        self._do_waitpid(pid)

    def remove_child_handler(self, pid):
        return self._callbacks.pop(pid, None) is not None

    def _do_waitpid_all(self):
        for pid in list(self._callbacks):
            self._do_waitpid(pid)

    def _do_waitpid(self, expected_pid):
        assert expected_pid > 0
        try:
            pid, status = os.waitpid(expected_pid, os.WNOHANG)
        except ChildProcessError:
            pid, returncode = expected_pid, 255
            logger.warning('Unknown child process pid %d, will report returncode 255', pid)
        else:
            if pid == 0:
                return
            returncode = waitstatus_to_exitcode(status)
            self._exited(pid, returncode)
        found = self._callbacks.pop(pid, None)
        if found is not None:
            found[0](pid, returncode, *found[1])
        elif self._loop.get_debug():
            logger.warning('Child watcher got an unexpected pid: %r', pid, exc_info=True)


class FastChildWatcher(BaseChildWatcher):
    """Waits for any child at all, whoever started it."""

    __module__ = 'asyncio.unix_events'

    def __init__(self):
        super().__init__()
        import threading
        self._lock = threading.Lock()
        self._zombies = {}
        self._forks = 0
        warnings.warn(_deprecated('FastChildWatcher'), DeprecationWarning, stacklevel=2)

    def close(self):
        self._callbacks.clear()
        self._zombies.clear()
        super().close()

    def __enter__(self):
        with self._lock:
            self._forks += 1
            return self

    def __exit__(self, a, b, c):
        with self._lock:
            self._forks -= 1
            if self._forks or not self._zombies:
                return
            victims = str(self._zombies)
            self._zombies.clear()
        logger.warning('Caught subprocesses termination from unknown pids: %s', victims)

    def add_child_handler(self, pid, callback, *args):
        assert self._forks, 'Must use the context manager'
        with self._lock:
            try:
                returncode = self._zombies.pop(pid)
            except KeyError:
                self._callbacks[pid] = callback, args
                return
        callback(pid, returncode, *args)

    def remove_child_handler(self, pid):
        return self._callbacks.pop(pid, None) is not None

    def _do_waitpid_all(self):
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            returncode = waitstatus_to_exitcode(status)
            with self._lock:
                found = self._callbacks.pop(pid, None)
                if found is None and self._forks:
                    # Ended before its handler was added.
                    self._zombies[pid] = returncode
            self._exited(pid, returncode)
            if found is not None:
                found[0](pid, returncode, *found[1])
            elif pid not in self._zombies:
                logger.warning('Caught subprocess termination from unknown pid: %d -> %d', pid, returncode)


class MultiLoopChildWatcher(AbstractChildWatcher):
    """Handles SIGCHLD itself and gives each end to the loop that ran when the child was added."""

    __module__ = 'asyncio.unix_events'

    def __init__(self):
        self._callbacks = {}
        self._saved_sighandler = None
        warnings.warn(_deprecated('MultiLoopChildWatcher'), DeprecationWarning, stacklevel=2)

    def is_active(self):
        return self._saved_sighandler is not None

    def close(self):
        self._callbacks.clear()
        if self._saved_sighandler is None:
            return
        if signal.getsignal(signal.SIGCHLD) != self._sig_chld:
            logger.warning('SIGCHLD handler was changed by outside code')
        else:
            signal.signal(signal.SIGCHLD, self._saved_sighandler)
        self._saved_sighandler = None

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        pass

    def add_child_handler(self, pid, callback, *args):
        self._callbacks[pid] = events.get_running_loop(), callback, args
        self._do_waitpid(pid)

    def remove_child_handler(self, pid):
        return self._callbacks.pop(pid, None) is not None

    def attach_loop(self, loop):
        if self._saved_sighandler is not None:
            return
        self._saved_sighandler = signal.signal(signal.SIGCHLD, self._sig_chld)
        if self._saved_sighandler is None:
            logger.warning('Previous SIGCHLD handler was set by non-Python code, '
                           'restore to default handler on watcher close.')
            self._saved_sighandler = signal.SIG_DFL
        signal.siginterrupt(signal.SIGCHLD, False)

    def _do_waitpid(self, expected_pid):
        assert expected_pid > 0
        known = True
        try:
            pid, status = os.waitpid(expected_pid, os.WNOHANG)
        except ChildProcessError:
            pid, returncode, known = expected_pid, 255, False
            logger.warning('Unknown child process pid %d, will report returncode 255', pid)
        else:
            if pid == 0:
                return
            returncode = waitstatus_to_exitcode(status)
        found = self._callbacks.pop(pid, None)
        if found is None:
            logger.warning('Child watcher got an unexpected pid: %r', pid, exc_info=True)
            return
        loop, callback, args = found
        if loop.is_closed():
            logger.warning('Loop %r that handles pid %r is closed', loop, pid)
            return
        if known and loop.get_debug():
            logger.debug('process %s exited with returncode %s', expected_pid, returncode)
        loop.call_soon_threadsafe(callback, pid, returncode, *args)

    def _sig_chld(self, signum, frame):
        try:
            for pid in list(self._callbacks):
                self._do_waitpid(pid)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException:
            logger.warning('Unknown exception in SIGCHLD handler', exc_info=True)


class ThreadedChildWatcher(AbstractChildWatcher):
    """Waits in a thread for each child."""

    __module__ = 'asyncio.unix_events'

    def __init__(self):
        self._pid_counter = itertools.count(0)
        self._threads = {}

    def is_active(self):
        return True

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        pass

    def __del__(self, _warn=warnings.warn):
        threads = [thread for thread in list(self._threads.values()) if thread.is_alive()]
        if threads:
            _warn(f'{type(self)} has registered but not finished child processes', ResourceWarning, source=self)

    def add_child_handler(self, pid, callback, *args):
        import threading
        loop = events.get_running_loop()
        thread = threading.Thread(target=self._do_waitpid, name=f'asyncio-waitpid-{next(self._pid_counter)}',
                                  args=(loop, pid, callback, args), daemon=True)
        self._threads[pid] = thread
        thread.start()

    def remove_child_handler(self, pid):
        return True

    def attach_loop(self, loop):
        pass

    def _do_waitpid(self, loop, expected_pid, callback, args):
        assert expected_pid > 0
        returncode, known = _wait_for(expected_pid, 'Unknown child process pid %d, will report returncode 255')
        if known and loop.get_debug():
            logger.debug('process %s exited with returncode %s', expected_pid, returncode)
        if loop.is_closed():
            logger.warning('Loop %r that handles pid %r is closed', loop, expected_pid)
        else:
            loop.call_soon_threadsafe(callback, expected_pid, returncode, *args)
        self._threads.pop(expected_pid)


def can_use_pidfd():
    """Whether the system has pidfd_open, and lets us call it."""
    try:
        os.close(os.pidfd_open(os.getpid(), 0))
    except OSError:
        return False
    return True


def default_watcher():
    return PidfdChildWatcher() if can_use_pidfd() else ThreadedChildWatcher()
