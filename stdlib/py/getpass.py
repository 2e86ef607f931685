"""Asking for a password without showing it; the user's name."""
import io
import os
import sys
import warnings

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    """The password is shown while it is typed."""


def unix_getpass(prompt='Password: ', stream=None):
    """A line typed at the terminal, which does not show it. Without a terminal: from standard input, with a warning."""
    import termios
    try:
        fd = os.open('/dev/tty', os.O_RDWR | os.O_NOCTTY)
        terminal = io.TextIOWrapper(io.FileIO(fd, 'w+'))
        source = terminal
        stream = stream or terminal
    except OSError:
        stream = stream or sys.stderr
        try:
            fd = sys.stdin.fileno()
        except (AttributeError, ValueError):
            return _shown(prompt, stream)
        source = sys.stdin
    try:
        old = termios.tcgetattr(fd)
    except termios.error:
        return _shown(prompt, stream)
    quiet = old[:]
    quiet[3] &= ~termios.ECHO
    try:
        termios.tcsetattr(fd, termios.TCSAFLUSH, quiet)
        return _ask(prompt, stream, source)
    finally:
        termios.tcsetattr(fd, termios.TCSAFLUSH, old)
        stream.write('\n')
        stream.flush()


def _shown(prompt, stream):
    line = fallback_getpass(prompt, stream)
    stream.write('\n')
    return line


def fallback_getpass(prompt='Password: ', stream=None):
    """The same from standard input, shown."""
    warnings.warn("Can not control echo on the terminal.", GetPassWarning, stacklevel=2)
    stream = stream or sys.stderr
    print("Warning: Password input may be echoed.", file=stream)
    return _ask(prompt, stream, sys.stdin)


def _ask(prompt, stream, source):
    if prompt:
        stream.write(str(prompt))
        stream.flush()
    line = source.readline()
    if not line:
        raise EOFError
    return line[:-1] if line[-1] == '\n' else line


def win_getpass(prompt='Password: ', stream=None):
    """The same at the console of Windows, which is not here."""
    if sys.stdin is not sys.__stdin__:
        return fallback_getpass(prompt, stream)
    import msvcrt
    return fallback_getpass(prompt, stream)


def getuser():
    """The user's name: from the environment, else from the password database."""
    for each in ('LOGNAME', 'USER', 'LNAME', 'USERNAME'):
        if os.environ.get(each):
            return os.environ[each]
    import pwd
    return pwd.getpwuid(os.getuid())[0]


getpass = unix_getpass
