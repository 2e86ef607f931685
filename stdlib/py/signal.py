"""Signals: set handlers, send signals, timers.

Numbers and handlers are members of the enums Signals, Handlers and Sigmasks. Making the enums costs an import of `enum`,
so it is done when one of their names is first asked for.
"""
import _signal
from _signal import (ITIMER_PROF, ITIMER_REAL, ITIMER_VIRTUAL, NSIG, ItimerError, alarm, default_int_handler, getitimer,
                     pause, pidfd_send_signal, pthread_kill, raise_signal, set_wakeup_fd, setitimer, siginterrupt, sigtimedwait,
                     sigwaitinfo, strsignal, struct_siginfo)

_ENUMS = ('Signals', 'Handlers', 'Sigmasks')


def _make_enums():
    from enum import IntEnum
    module = globals()
    handlers = {'SIG_DFL': 0, 'SIG_IGN': 1}
    masks = {name: getattr(_signal, name) for name in ('SIG_BLOCK', 'SIG_UNBLOCK', 'SIG_SETMASK')}
    for name, members in zip(_ENUMS, (_signal._names(), handlers, masks)):
        kind = IntEnum(name, members, module=__name__)
        module[name] = kind
        module.update(kind.__members__)


def __getattr__(name):
    if name in _ENUMS or name.startswith('SIG'):
        if 'Signals' not in globals():
            _make_enums()
        try:
            return globals()[name]
        except KeyError:
            pass
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    if 'Signals' not in globals():
        _make_enums()
    return sorted(globals())


def _as_member(value, kind):
    # The enum's member for a plain number, if there is one.
    try:
        return kind(value)
    except (ValueError, TypeError):
        return value


def _handler_shown(handler):
    if isinstance(handler, int):
        return _as_member(handler, __getattr__('Handlers'))
    return handler


def signal(signalnum, handler):
    """Set the handler of a signal, SIG_DFL, SIG_IGN or a function of number and frame; return the former one."""
    if isinstance(handler, int):
        handler = int(handler)
    return _handler_shown(_signal.signal(signalnum, handler))


def getsignal(signalnum):
    """Return the current handler of a signal; None if it was not set from Python."""
    return _handler_shown(_signal.getsignal(signalnum))


def _as_signals(numbers):
    kind = __getattr__('Signals')
    return {_as_member(number, kind) for number in numbers}


def pthread_sigmask(how, mask):
    """Change the set of blocked signals; return the former one."""
    return _as_signals(_signal.pthread_sigmask(how, mask))


def sigwait(sigset):
    """Wait until a signal of the set arrives, take it and return it."""
    return _as_member(_signal.sigwait(sigset), __getattr__('Signals'))


def sigpending():
    """Return the signals that are blocked and have arrived."""
    return _as_signals(_signal.sigpending())


def valid_signals():
    """Return the set of all signals."""
    return _as_signals(_signal.valid_signals())
