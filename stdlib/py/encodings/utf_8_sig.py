"""The native codec utf-8-sig, as a module."""
from . import _publish

_publish(globals(), 'utf-8-sig')
