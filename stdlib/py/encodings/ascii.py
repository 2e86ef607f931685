"""The native codec ascii, as a module."""
from . import _publish

_publish(globals(), 'ascii')
