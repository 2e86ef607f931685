"""The native codec latin-1, as a module."""
from . import _publish

_publish(globals(), 'latin-1')
