"""The old name of re._constants."""
import warnings

warnings.warn(f"module {__name__!r} is deprecated", DeprecationWarning, stacklevel=2)

from re import _constants as _

globals().update({name: value for name, value in vars(_).items() if name[:2] != '__'})
