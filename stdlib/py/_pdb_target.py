"""What `python -m pdb` debugs: a script or a module. str() is the name that messages use."""

import importlib.util
import io
import os
import sys
import traceback

__all__ = ['_ScriptTarget', '_ModuleTarget']


class _ScriptTarget(str):
    def __new__(cls, value):
        result = super().__new__(cls, os.path.realpath(value))
        result._orig = value
        return result

    def check(self):
        if not os.path.exists(self):
            print('Error:', self._orig, 'does not exist')
            sys.exit(1)
        if os.path.isdir(self):
            print('Error:', self._orig, 'is a directory')
            sys.exit(1)
        sys.path[0] = os.path.dirname(self)

    @property
    def filename(self):
        return self

    @property
    def code(self):
        with io.open_code(self) as fp:
            return compile(fp.read(), str(self), 'exec')

    @property
    def namespace(self):
        return {'__name__': '__main__', '__file__': str(self), '__builtins__': __builtins__, '__spec__': None}


class _ModuleTarget(str):
    def check(self):
        try:
            self._details
        except ImportError as e:
            print(f"ImportError: {e}")
            sys.exit(1)
        except Exception:
            traceback.print_exc()
            sys.exit(1)

    @property
    def _details(self):
        import runpy
        return runpy._get_module_details(self)

    @property
    def filename(self):
        return self.code.co_filename

    @property
    def code(self):
        return self._details[2]

    @property
    def _spec(self):
        return self._details[1]

    @property
    def namespace(self):
        return {
            '__name__': '__main__',
            '__file__': os.path.normcase(os.path.abspath(self.filename)),
            '__package__': self._spec.parent,
            '__loader__': self._spec.loader,
            '__spec__': self._spec,
            '__builtins__': __builtins__,
        }
