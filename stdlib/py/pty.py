"""Pseudo-terminals: making a pair, a child that has one for its terminal, talking to such a program through one's own."""
import os
import sys
import tty
from os import close, waitpid
from select import select
from tty import setraw, tcgetattr, tcsetattr

__all__ = ['openpty', 'fork', 'spawn']

STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO = range(3)
CHILD = 0

_ENOUGH = 4096      # bytes that may wait to be written before reading pauses


def openpty():
    """Open a pseudo-terminal: the descriptors of its master and of its slave."""
    return os.openpty()


def _deprecated():
    import warnings
    warnings.warn("Use pty.openpty() instead.", DeprecationWarning, stacklevel=3)


def master_open():
    """Open a pseudo-terminal: the master's descriptor and the slave's name. Deprecated."""
    _deprecated()
    master, slave = os.openpty()
    name = os.ttyname(slave)
    os.close(slave)
    return master, name


def slave_open(tty_name):
    """Open the slave of this name. Deprecated."""
    _deprecated()
    return os.open(tty_name, os.O_RDWR)


def fork():
    """Fork; the child leads a session whose terminal is the slave. Returns pid and the master's descriptor."""
    return os.forkpty()


def _read(fd):
    return os.read(fd, 1024)


class _Way:
    # What was read at one end and is to be written at the other.

    def __init__(self, source, target, read):
        self.source, self.target, self.read = source, target, read
        self.waiting = b''
        self.reading = self.writing = True

    def wants_to_read(self):
        return self.reading and len(self.waiting) < _ENOUGH

    def fill(self):
        data = self.read(self.source)
        self.reading = bool(data)
        self.waiting += data

    def drain(self):
        self.waiting = self.waiting[os.write(self.target, self.waiting):]


def _shuttle(master, master_read, stdin_read):
    # Carries bytes both ways until the program on the other side has gone.
    typed = _Way(STDIN_FILENO, master, stdin_read)
    shown = _Way(master, STDOUT_FILENO, master_read)
    while True:
        readers = [way.source for way in (typed, shown) if way.wants_to_read()]
        writers = [way.target for way in (typed, shown) if way.waiting and way.writing]
        readable, writable, _ = select(readers, writers, [])
        if STDOUT_FILENO in writable:
            try:
                shown.drain()
            except OSError:
                shown.writing = shown.reading = False
        if master in readable:
            try:
                shown.fill()
            except OSError:
                return
            if not shown.reading:
                return
        if master in writable:
            typed.drain()
        if STDIN_FILENO in readable:
            typed.fill()


def _copy(master_fd, master_read=_read, stdin_read=_read):
    # A terminal takes only so much at a time, so writing to it must not block.
    blocking = os.get_blocking(master_fd)
    os.set_blocking(master_fd, False)
    try:
        _shuttle(master_fd, master_read, stdin_read)
    finally:
        if blocking:
            os.set_blocking(master_fd, True)


def spawn(argv, master_read=_read, stdin_read=_read):
    """Run a program in a pseudo-terminal that is connected to the standard streams; return its status as waitpid has it."""
    if isinstance(argv, str):
        argv = (argv,)
    sys.audit('pty.spawn', argv)
    pid, master = fork()
    if pid == CHILD:
        os.execlp(argv[0], *argv)
    try:
        mode = tcgetattr(STDIN_FILENO)
        setraw(STDIN_FILENO)
    except tty.error:
        mode = None
    try:
        _copy(master, master_read, stdin_read)
    finally:
        if mode is not None:
            tcsetattr(STDIN_FILENO, tty.TCSAFLUSH, mode)
    close(master)
    return waitpid(pid, 0)[1]
