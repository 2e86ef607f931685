"""Where the wrappers of open files live in the package that this one follows."""

from . import open
from .base import wrap

__all__ = ('open', 'wrap')
