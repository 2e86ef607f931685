# What the standard library leaves out
#
# The modules and names below are not there. Importing one is a `ModuleNotFoundError` or `ImportError` and asking a module for one is an `AttributeError`, each of which quotes the reason. The modules that
# CPython has on Windows alone are missing as they are in CPython on Linux.
import _imp

for module, name, reason in _imp.omissions():
    print(f'{module}.{name}: {reason}' if name else f'{module}: {reason}')
print()
try:
    import tkinter
except ModuleNotFoundError as error:
    print(error)
try:
    from socket import CAPI
except ImportError as error:
    print(error)
try:
    import dis
    dis.stack_effect
except AttributeError as error:
    print(error)
