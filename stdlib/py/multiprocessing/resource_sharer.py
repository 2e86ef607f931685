"""Descriptors for processes that run already: a thread keeps copies until the receiver of a pickle connects and takes them, once."""

import os
import signal
import threading

from . import process
from . import reduction
from . import util

__all__ = ['stop', 'DupFd']


class DupFd:
    """What is pickled in place of a descriptor: where to ask for its copy."""

    def __init__(self, fd):
        copy = os.dup(fd)
        self._id = _resource_sharer.register(lambda conn, pid: reduction.send_handle(conn, copy, pid), lambda: os.close(copy))

    def detach(self):
        """The descriptor. Works once."""
        with _resource_sharer.get_connection(self._id) as conn:
            return reduction.recv_handle(conn)


class _ResourceSharer:
    """The keeper; its thread begins with the first thing to keep."""

    def __init__(self):
        self._key = 0
        self._cache = {}
        self._lock = threading.Lock()
        self._forget()
        util.register_after_fork(self, _ResourceSharer._after_fork)

    def _forget(self):
        self._listener = self._address = self._thread = None

    def register(self, send, close):
        """Keep something; the result tells another process where to get it."""
        with self._lock:
            if self._address is None:
                self._start()
            self._key += 1
            self._cache[self._key] = send, close
            return self._address, self._key

    @staticmethod
    def get_connection(ident):
        """A connection to the process that keeps it, over which it will be sent."""
        from .connection import Client
        address, key = ident
        conn = Client(address, authkey=process.current_process().authkey)
        conn.send((key, os.getpid()))
        return conn

    def stop(self, timeout=None):
        """End the thread and let go of what nobody has taken."""
        from .connection import Client
        with self._lock:
            if self._address is not None:
                with Client(self._address, authkey=process.current_process().authkey) as conn:
                    conn.send(None)
                self._thread.join(timeout)
                if self._thread.is_alive():
                    util.sub_warning('_ResourceSharer thread did not stop when asked')
                self._listener.close()
                self._forget()
                self._drop()

    def _drop(self):
        for send, close in self._cache.values():
            close()
        self._cache.clear()

    def _after_fork(self):
        self._drop()
        self._lock = threading.Lock()
        if self._listener is not None:
            self._listener.close()
        self._forget()

    def _start(self):
        from .connection import Listener
        self._listener = Listener(authkey=process.current_process().authkey, backlog=128)
        self._address = self._listener.address
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self):
        signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
        while True:
            try:
                with self._listener.accept() as conn:
                    request = conn.recv()
                    if request is None:
                        break
                    key, pid = request
                    send, close = self._cache.pop(key)
                    try:
                        send(conn, pid)
                    finally:
                        close()
            except:
                if not util.is_exiting():
                    import sys
                    sys.excepthook(*sys.exc_info())


_resource_sharer = _ResourceSharer()
stop = _resource_sharer.stop
