"""The native codec cp1252, as a module."""
from . import _publish

_publish(globals(), 'cp1252')
