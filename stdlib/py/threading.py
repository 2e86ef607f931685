"""Threads and what synchronizes them, on the locks and threads of _thread.

A thread's sign of life is a lock that the interpreter releases when the thread ends: join() waits for it. Everything here runs under the
interpreter's lock; only acquire() of a _thread lock and blocking system calls let other threads run for sure.
"""

import _thread
import os as _os
import sys as _sys
from _thread import (TIMEOUT_MAX, _local as local, _set_sentinel, allocate_lock as Lock, get_ident, get_native_id,
                     start_new_thread as _start_new_thread)
from _weakrefset import WeakSet
from collections import deque as _deque
from itertools import count as _count
from operator import itemgetter as _itemgetter
from time import monotonic as _time

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX', 'Event', 'Lock', 'RLock',
           'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError', 'Timer', 'ThreadError', 'setprofile', 'settrace',
           'local', 'stack_size', 'excepthook', 'ExceptHookArgs', 'getprofile', 'gettrace', 'setprofile_all_threads', 'settrace_all_threads',
           'get_native_id']

ThreadError = RuntimeError
_CRLock = _thread.RLock
_RLock = _CRLock  # some subclass it by this name

_trace_hook = None
_profile_hook = None


def settrace(func):
    """Set what the threads started from now on are traced with."""
    global _trace_hook
    _trace_hook = func


def gettrace():
    return _trace_hook


def setprofile(func):
    """Set what the threads started from now on are profiled with."""
    global _profile_hook
    _profile_hook = func


def getprofile():
    return _profile_hook


def settrace_all_threads(func):
    """Set what the threads that run now and those started later are traced with."""
    settrace(func)
    _sys._settraceallthreads(func)


def setprofile_all_threads(func):
    """Set what the threads that run now and those started later are profiled with."""
    setprofile(func)
    _sys._setprofileallthreads(func)


def RLock(*args, **kwargs):
    """A lock that its holder can take again; it is free when released as often."""
    return _CRLock(*args, **kwargs)


class Condition:
    """Lets threads wait until another one says that something has changed. `lock` is held while looking and saying."""

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        for name in ('_release_save', '_acquire_restore', '_is_owned'):
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))
        self._waiters = _deque()

    def _at_fork_reinit(self):
        self._lock._at_fork_reinit()
        self._waiters.clear()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f'<Condition({self._lock}, {len(self._waiters)})>'

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, state):
        self._lock.acquire()

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        """Let go of the lock, wait for a notification, take the lock again. False: `timeout` seconds went by without one."""
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        signal = Lock()
        signal.acquire()
        self._waiters.append(signal)
        state = self._release_save()
        notified = False
        _waiting.add(signal)
        try:
            if timeout is None:
                signal.acquire()
                notified = True
            else:
                notified = signal.acquire(True, timeout) if timeout > 0 else signal.acquire(False)
            return notified
        finally:
            _waiting.discard(signal)
            self._acquire_restore(state)
            if not notified:
                try:
                    self._waiters.remove(signal)
                except ValueError:
                    pass

    def wait_for(self, predicate, timeout=None):
        """Wait until predicate() is true and return its value, the last one if the time is over."""
        end = None if timeout is None else _time() + timeout
        result = predicate()
        while not result:
            left = None if end is None else end - _time()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        """Let n of the waiting threads go on, once the lock is released."""
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        waiters = self._waiters
        while waiters and n > 0:
            signal = waiters.popleft()
            try:
                signal.release()
            except RuntimeError:  # it gave up waiting at this moment
                continue
            n -= 1

    def notify_all(self):
        """Let all waiting threads go on."""
        self.notify(len(self._waiters))

    def notifyAll(self):
        """A deprecated name of notify_all()."""
        import warnings
        warnings.warn('notifyAll() is deprecated, use notify_all() instead', DeprecationWarning, stacklevel=2)
        self.notify_all()


_waiting = set()  # keeps the locks alive that threads wait for


class Semaphore:
    """A counter of permits that acquire() takes, waiting if there is none, and release() gives."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        cls = type(self)
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}>'

    def acquire(self, blocking=True, timeout=None):
        """Take a permit. False: there was none, for `timeout` seconds if one is given."""
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._cond:
            end = None
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if end is None:
                        end = _time() + timeout
                    else:
                        timeout = end - _time()
                        if timeout <= 0:
                            return False
                self._cond.wait(timeout)
            self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        """Give n permits back."""
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, t, v, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses to be given more permits than it began with."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        cls = type(self)
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}/{self._initial_value}>'

    def release(self, n=1):
        """Give n permits back. ValueError if that would be more than there were."""
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError('Semaphore released too many times')
            self._value += n
            self._cond.notify(n)


class Event:
    """A flag to wait for."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {'set' if self._flag else 'unset'}>"

    def _at_fork_reinit(self):
        self._cond._at_fork_reinit()

    def is_set(self):
        return self._flag

    def isSet(self):
        """A deprecated name of is_set()."""
        import warnings
        warnings.warn('isSet() is deprecated, use is_set() instead', DeprecationWarning, stacklevel=2)
        return self.is_set()

    def set(self):
        """Raise the flag: all who wait go on."""
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        """Lower the flag."""
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        """Wait until the flag is up, for at most `timeout` seconds, and return whether it is."""
        with self._cond:
            return self._flag or self._cond.wait(timeout) or self._flag


class BrokenBarrierError(RuntimeError):
    """The barrier was reset or aborted, or somebody waited too long."""


class Barrier:
    """Lets `parties` threads wait for one another. `action` is called by one of them before they go on."""

    _FILLING, _DRAINING, _RESETTING, _BROKEN = 0, 1, -1, -2

    def __init__(self, parties, action=None, timeout=None):
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = self._FILLING
        self._count = 0

    def __repr__(self):
        cls = type(self)
        where = f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}'
        return f'{where}: broken>' if self.broken else f'{where}: waiters={self.n_waiting}/{self.parties}>'

    def wait(self, timeout=None):
        """Wait for the others. Returns a different number from 0 on for each thread."""
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._enter()
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._open()
                else:
                    self._stay(timeout)
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (self._RESETTING, self._DRAINING):
                    self._state = self._FILLING
                    self._cond.notify_all()

    def _enter(self):
        while self._state in (self._RESETTING, self._DRAINING):
            self._cond.wait()
        if self._state == self._BROKEN:
            raise BrokenBarrierError

    def _open(self):
        try:
            if self._action:
                self._action()
            self._state = self._DRAINING
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _stay(self, timeout):
        if not self._cond.wait_for(lambda: self._state != self._FILLING, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state < 0:
            raise BrokenBarrierError

    def _break(self):
        self._state = self._BROKEN
        self._cond.notify_all()

    def reset(self):
        """Back to the beginning: who waits now gets a BrokenBarrierError."""
        with self._cond:
            if self._count == 0:
                self._state = self._FILLING
            elif self._state in (self._FILLING, self._BROKEN):
                self._state = self._RESETTING
            self._cond.notify_all()

    def abort(self):
        """Break the barrier for good."""
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == self._FILLING else 0

    @property
    def broken(self):
        return self._state == self._BROKEN


_number = _count(1).__next__
_active = {}        # threads that run, by ident
_limbo = {}         # threads that are being started, by themselves
_active_lock = RLock()
_dangling = WeakSet()


def _new_name(template):
    return template % _number()


class Thread:
    """A function call in a thread of its own."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, 'group argument must be None for now'
        if name:
            name = str(name)
        else:
            name = _new_name('Thread-%d')
            if target is not None:
                try:
                    name += f' ({target.__name__})'
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        if daemon is None:
            self._daemonic = current_thread().daemon
        else:
            self._daemonic = daemon
        self._ident = None
        self._native_id = None
        self._tstate_lock = None
        self._started = Event()
        self._is_stopped = False
        self._initialized = True
        self._stderr = _sys.stderr
        self._invoke_excepthook = _make_invoke_excepthook()
        _dangling.add(self)

    def __repr__(self):
        assert self._initialized, 'Thread.__init__() was not called'
        status = 'initial'
        if self._started.is_set():
            status = 'started'
        self.is_alive()
        if self._is_stopped:
            status = 'stopped'
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += f' {self._ident}'
        return f'<{type(self).__name__}({self._name}, {status})>'

    def start(self):
        """Start the thread: run() is called in it. Once only."""
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')
        if self._started.is_set():
            raise RuntimeError('threads can only be started once')
        with _active_lock:
            _limbo[self] = self
        try:
            _start_new_thread(self._bootstrap, ())
        except Exception:
            with _active_lock:
                del _limbo[self]
            raise
        self._started.wait()

    def run(self):
        """What the thread does: target(*args, **kwargs), unless a subclass says otherwise."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        try:
            self._bootstrap_inner()
        except:
            if self._daemonic and _sys is None:
                return
            raise

    def _bootstrap_inner(self):
        try:
            self._ident = get_ident()
            self._tstate_lock = _set_sentinel()
            self._tstate_lock.acquire()
            self._native_id = get_native_id()
            if not self._daemonic:
                # Those that have ended meanwhile go; only the locks are kept, so that a thread nobody joined can be collected.
                _live.difference_update([lock for lock in [*_live] if not lock.locked()])
                _live.add(self._tstate_lock)
            self._started.set()
            with _active_lock:
                _active[self._ident] = self
                del _limbo[self]
            if _trace_hook:
                _sys.settrace(_trace_hook)
            if _profile_hook:
                _sys.setprofile(_profile_hook)
            try:
                self.run()
            except:
                self._invoke_excepthook(self)
        finally:
            with _active_lock:
                _active.pop(self._ident, None)

    def join(self, timeout=None):
        """Wait until the thread has ended, for at most `timeout` seconds."""
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if not self._started.is_set():
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        self._wait_for_end(-1 if timeout is None else max(timeout, 0))

    def _wait_for_end(self, timeout):
        lock = self._tstate_lock
        if lock is None or self._is_stopped:
            return
        if lock.acquire(timeout != 0, timeout if timeout > 0 else -1):
            lock.release()
            self._stop()

    def _stop(self):
        self._is_stopped = True
        _live.discard(self._tstate_lock)
        self._tstate_lock = None

    @property
    def name(self):
        """What the thread is called; it means nothing."""
        assert self._initialized, 'Thread.__init__() not called'
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, 'Thread.__init__() not called'
        self._name = str(name)

    @property
    def ident(self):
        """The thread's number, None before it is started."""
        assert self._initialized, 'Thread.__init__() not called'
        return self._ident

    @property
    def native_id(self):
        """The system's number of the thread, None before it is started."""
        assert self._initialized, 'Thread.__init__() not called'
        return self._native_id

    def is_alive(self):
        """Is the thread running?"""
        assert self._initialized, 'Thread.__init__() not called'
        if self._is_stopped or not self._started.is_set():
            return False
        self._wait_for_end(0)
        return not self._is_stopped

    @property
    def daemon(self):
        """May the program end before the thread does?"""
        assert self._initialized, 'Thread.__init__() not called'
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if self._started.is_set():
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    def isDaemon(self):
        """Deprecated: the attribute daemon."""
        _deprecated('isDaemon() is deprecated, get the daemon attribute instead')
        return self.daemon

    def setDaemon(self, daemonic):
        """Deprecated: the attribute daemon."""
        _deprecated('setDaemon() is deprecated, set the daemon attribute instead')
        self.daemon = daemonic

    def getName(self):
        """Deprecated: the attribute name."""
        _deprecated('getName() is deprecated, get the name attribute instead')
        return self.name

    def setName(self, name):
        """Deprecated: the attribute name."""
        _deprecated('setName() is deprecated, set the name attribute instead')
        self.name = name


def _deprecated(message):
    import warnings
    warnings.warn(message, DeprecationWarning, stacklevel=3)


_live = set()  # the locks of threads that the program's end waits for


class _ExceptHookArgs(tuple):
    """What excepthook is called with: exc_type, exc_value, exc_traceback, thread."""

    __module__ = '_thread'
    __slots__ = ()
    exc_type, exc_value, exc_traceback, thread = (property(_itemgetter(i)) for i in range(4))

    n_fields, n_sequence_fields, n_unnamed_fields = 4, 4, 0

    def __new__(cls, iterable=(), /):
        values = tuple(iterable)
        if len(values) != 4:
            raise TypeError(f'_thread._ExceptHookArgs() takes a 4-sequence ({len(values)}-sequence given)')
        return super().__new__(cls, values)

    def __repr__(self):
        return (f'_thread._ExceptHookArgs(exc_type={self.exc_type!r}, exc_value={self.exc_value!r}, '
                f'exc_traceback={self.exc_traceback!r}, thread={self.thread!r})')


ExceptHookArgs = _ExceptHookArgs


def excepthook(args, /):
    """Report an exception that left a thread's run()."""
    if args.exc_type is SystemExit:
        return
    stderr = _sys.stderr
    if stderr is None:
        stderr = args.thread and args.thread._stderr
        if stderr is None:
            return
    name = args.thread.name if args.thread is not None else get_ident()
    import traceback
    print(f'Exception in thread {name}:', file=stderr, flush=True)
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback, file=stderr)
    stderr.flush()


__excepthook__ = excepthook


def _make_invoke_excepthook():
    """A function that reports the exception being handled, even when the program is ending."""
    default = excepthook

    def invoke_excepthook(thread):
        hook = globals().get('excepthook') or default
        try:
            hook(ExceptHookArgs([*_sys.exc_info(), thread]))
        except Exception as error:
            error.__suppress_context__ = True
            print('Exception in threading.excepthook:', file=_sys.stderr, flush=True)
            _sys.excepthook(*_sys.exc_info())

    return invoke_excepthook


class Timer(Thread):
    """Calls function(*args, **kwargs) after `interval` seconds, unless it is cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        """Keep the call from happening, if it has not begun."""
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):

    def __init__(self):
        super().__init__(name='MainThread', daemon=False)
        self._started.set()
        self._ident = get_ident()
        self._native_id = get_native_id()
        with _active_lock:
            _active[self._ident] = self


class _DummyThread(Thread):
    """Stands for a thread that was not started by this module."""

    def __init__(self):
        super().__init__(name=_new_name('Dummy-%d'), daemon=True)
        self._started.set()
        self._ident = get_ident()
        self._native_id = get_native_id()
        with _active_lock:
            _active[self._ident] = self

    def is_alive(self):
        return not self._is_stopped

    def join(self, timeout=None):
        raise RuntimeError('cannot join a dummy thread')


def current_thread():
    """The Thread object of the thread that asks."""
    try:
        return _active[get_ident()]
    except KeyError:
        return _DummyThread()


def currentThread():
    """A deprecated name of current_thread()."""
    _deprecated('currentThread() is deprecated, use current_thread() instead')
    return current_thread()


def active_count():
    """How many threads are alive."""
    with _active_lock:
        return len(_active) + len(_limbo)


def activeCount():
    """A deprecated name of active_count()."""
    _deprecated('activeCount() is deprecated, use active_count() instead')
    return active_count()


def enumerate():
    """A list of all threads that are alive."""
    with _active_lock:
        return list(_active.values()) + list(_limbo.values())


def main_thread():
    """The thread that the program began in."""
    return _main_thread


stack_size = _thread.stack_size

_atexit_calls = []
_shutting_down = False


def _register_atexit(func, *args, **kwargs):
    """Have func(*args, **kwargs) called when the main thread has ended, before other threads are waited for."""
    if _shutting_down:
        raise RuntimeError("can't register atexit after shutdown")
    _atexit_calls.append(lambda: func(*args, **kwargs))


def _shutdown():
    """The main thread is at its end: wait for the others, but daemons."""
    global _shutting_down
    if _main_thread._is_stopped:
        return
    _shutting_down = True
    while _atexit_calls:
        _atexit_calls.pop()()
    _main_thread._is_stopped = True
    while True:
        starting = [thread for thread in [*_limbo] if thread is not _main_thread and not thread._daemonic]
        waiting = [*_live]
        if not starting and not waiting:
            break
        for thread in starting:
            thread._started.wait()
        for lock in waiting:
            lock.acquire()
            lock.release()
            _live.discard(lock)


def _after_fork():
    """In a child process: the thread that forked is the main thread and the only one."""
    global _main_thread, _active_lock
    _active_lock = RLock()
    current = _active.get(get_ident()) or current_thread()
    _main_thread = current
    current._is_stopped = False
    for thread in [*_active.values(), *_limbo]:
        if thread is not current:
            thread._is_stopped = True
            thread._tstate_lock = None
    _limbo.clear()
    _live.clear()
    _active.clear()
    current._ident = get_ident()
    current._native_id = get_native_id()
    _active[current._ident] = current
    _waiting.clear()


_main_thread = _MainThread()

if hasattr(_os, 'register_at_fork'):
    _os.register_at_fork(after_in_child=_after_fork)
