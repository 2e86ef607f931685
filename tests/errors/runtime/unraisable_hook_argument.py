import sys
from types import SimpleNamespace as N
sys.unraisablehook(N(exc_type=ValueError, exc_value=ValueError(1), exc_traceback=None, err_msg="Hello", object=5))
