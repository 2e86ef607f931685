"""The native codec utf-16-be, as a module."""
from . import _publish

_publish(globals(), 'utf-16-be')
