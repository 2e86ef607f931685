# Every module of the language's standard library is there or listed as left out, and what is listed is not there.
# test: moray only
import _imp
import importlib
import importlib.util
import sys

elsewhere = {'msvcrt', 'winreg', 'winsound', 'nt'}       # missing on Linux in CPython, too
left_out = {module for module, name, _ in _imp.omissions() if name is None}
for name in sorted(sys.stdlib_module_names):
    there = name in sys.builtin_module_names or importlib.util.find_spec(name) is not None
    if not name.startswith('_') and name not in elsewhere and there == (name in left_out):
        print(name, 'is there and listed' if there else 'is neither there nor listed')

for module, name, reason in _imp.omissions():
    try:
        found = importlib.import_module(module)
        getattr(found, name)
        print(module, name, 'is there')
    except (ModuleNotFoundError if name is None else AttributeError) as error:
        if not str(error).endswith(f'(Moray leaves it out: {reason})'):
            print(module, name, error)
    except BaseException as error:
        print(module, name, repr(error))
    if name is not None:
        try:
            exec(f'from {module} import {name}')
        except ImportError as error:
            if f'Moray leaves it out: {reason}' not in str(error):
                print(error)
print(list(_imp.omissions()) == sorted(_imp.omissions(), key=lambda row: (row[0], row[1] or '')))


class Finder:
    def find_spec(self, name, path=None, target=None):
        return None


sys.meta_path[:] = [Finder()]
try:
    import turtle
except ModuleNotFoundError as error:
    print(error, error.name)
