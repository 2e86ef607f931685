"""Raw and character-wise modes of terminals."""
import termios
from termios import *

__all__ = ['cfmakeraw', 'cfmakecbreak', 'setraw', 'setcbreak']

# places in the list of attributes
IFLAG, OFLAG, CFLAG, LFLAG, ISPEED, OSPEED, CC = range(7)


def _one_character_at_a_time(mode):
    characters = mode[CC] = list(mode[CC])
    characters[VMIN] = 1
    characters[VTIME] = 0


def cfmakeraw(mode):
    """Change a list of attributes so that nothing is processed."""
    mode[IFLAG] &= ~(IGNBRK | BRKINT | IGNPAR | PARMRK | INPCK | ISTRIP | INLCR | IGNCR | ICRNL | IXON | IXANY | IXOFF)
    mode[OFLAG] &= ~OPOST
    mode[CFLAG] = mode[CFLAG] & ~(PARENB | CSIZE) | CS8
    mode[LFLAG] &= ~(ECHO | ECHOE | ECHOK | ECHONL | ICANON | IEXTEN | ISIG | NOFLSH | TOSTOP)
    _one_character_at_a_time(mode)


def cfmakecbreak(mode):
    """Change a list of attributes so that each key is read at once and not echoed."""
    mode[IFLAG] &= ~ICRNL
    mode[LFLAG] &= ~(ECHO | ICANON)
    _one_character_at_a_time(mode)


def _change(fd, when, how):
    before = tcgetattr(fd)
    mode = list(before)
    how(mode)
    tcsetattr(fd, when, mode)
    return before


def setraw(fd, when=termios.TCSAFLUSH):
    """Put a terminal into raw mode; return its attributes before."""
    return _change(fd, when, cfmakeraw)


def setcbreak(fd, when=termios.TCSAFLUSH):
    """Have a terminal hand over each key at once; return its attributes before."""
    return _change(fd, when, cfmakecbreak)
