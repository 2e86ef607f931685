"""Processes with the interface of threads: Process, Pool, queues, pipes, locks and shared values."""

import sys

from . import context

__all__ = [x for x in dir(context._default_context) if not x.startswith('_')]
globals().update((name, getattr(context._default_context, name)) for name in __all__)

# Levels of the package's logger.
SUBDEBUG = 5
SUBWARNING = 25

# A child that runs the main script anew calls it so; pickles mean that module by '__main__'.
if '__main__' in sys.modules:
    sys.modules['__mp_main__'] = sys.modules['__main__']
