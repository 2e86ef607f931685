"""The native codec utf-32, as a module."""
from . import _publish

_publish(globals(), 'utf-32')
