"""Tasks, futures and the event loop: the public face of the package.

What every program needs (run, sleep, tasks, timeouts, groups, locks, queues) is loaded here. What only some
programs need is named in _LAZY and loaded when somebody asks for it, so that an empty script pays nothing for it.
The C half is the module _asyncio; NATIVE.md describes the seam.
"""

from .base_events import *
from .coroutines import *
from .events import *
from .exceptions import *
from .futures import *
from .locks import *
from .queues import *
from .runners import *
from .taskgroups import *
from .tasks import *
from .timeouts import *
from .unix_events import *

# The public names of the submodules that are loaded when one of these is asked for.
_BEHIND = {
    'servers': ('Server',),
    'protocols': ('BaseProtocol', 'Protocol', 'DatagramProtocol', 'SubprocessProtocol', 'BufferedProtocol'),
    'streams': ('StreamReader', 'StreamWriter', 'StreamReaderProtocol', 'open_connection', 'start_server', 'open_unix_connection',
                'start_unix_server'),
    'subprocess': ('create_subprocess_exec', 'create_subprocess_shell'),
    'threads': ('to_thread',),
    'transports': ('BaseTransport', 'ReadTransport', 'WriteTransport', 'Transport', 'DatagramTransport', 'SubprocessTransport'),
    'child_watchers': ('AbstractChildWatcher', 'SafeChildWatcher', 'FastChildWatcher', 'PidfdChildWatcher', 'MultiLoopChildWatcher',
                       'ThreadedChildWatcher'),
}
_LAZY = {name: home for home, names in _BEHIND.items() for name in names}

# Submodules that CPython's package has loaded when it is imported.
_SUBMODULES = frozenset(('base_subprocess', 'protocols', 'selector_events', 'sslproto', 'staggered', 'streams', 'subprocess', 'threads',
                         'transports', 'trsock'))

__all__ = (base_events.__all__ + _BEHIND['servers'] + coroutines.__all__ + events.__all__ + exceptions.__all__ + futures.__all__
           + locks.__all__ + _BEHIND['protocols'] + runners.__all__ + queues.__all__ + _BEHIND['streams'] + _BEHIND['subprocess']
           + tasks.__all__ + taskgroups.__all__ + _BEHIND['threads'] + timeouts.__all__ + _BEHIND['transports']
           + unix_events.__all__[:1] + _BEHIND['child_watchers'] + unix_events.__all__[1:])
del _BEHIND


def __getattr__(name):
    home = _LAZY.get(name)
    if name in _SUBMODULES:
        return __import__(f'{__name__}.{name}', fromlist=('*',))
    if home is None:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    module = __import__(f'{__name__}.{home}', fromlist=(name,))
    value = globals()[name] = getattr(module, name)
    return value


def __dir__():
    return sorted({*globals(), *_LAZY, *_SUBMODULES})
