"""The native codec utf-8, as a module."""
from . import _publish

_publish(globals(), 'utf-8')
