"""The objects behind exit, quit, copyright, credits, license and help in interactive sessions."""
import sys


class _Signed:
    # The interpreter has a stand-in call the object: this is what the call really takes.
    @property
    def __signature__(self):
        import inspect
        return inspect.signature(self.__call__)


class Quitter(_Signed):
    def __init__(self, name, eof):
        self.name = name
        self.eof = eof

    def __repr__(self):
        return f'Use {self.name}() or {self.eof} to exit'

    def __call__(self, code=None):
        # reading from stdin ends too, for shells that catch SystemExit
        try:
            sys.stdin.close()
        except Exception:
            pass
        raise SystemExit(code)


class _Printer(_Signed):
    """Shows a text; one that is long, page by page when called."""

    MAXLINES = 23

    def __init__(self, name, data):
        self.__name = name
        self.__lines = data.split('\n')

    def __repr__(self):
        if len(self.__lines) <= self.MAXLINES:
            return '\n'.join(self.__lines)
        return f'Type {self.__name}() to see the full {self.__name} text'

    def __call__(self):
        for start in range(0, len(self.__lines), self.MAXLINES):
            for line in self.__lines[start:start + self.MAXLINES]:
                print(line)
            if start + self.MAXLINES < len(self.__lines):
                key = None
                while key not in ('', 'q'):
                    key = input('Hit Return for more, or q (and Return) to quit: ')
                if key == 'q':
                    break


class _Helper(_Signed):
    """Shows the signature and documentation of an object."""

    def __repr__(self):
        return 'Type help() for interactive help, or help(object) for help about object.'

    def __call__(self, *args, **kwds):
        if not args and 'request' not in kwds:
            from _help_prompt import converse
            converse()
            return
        from _help_pages import page, show
        thing = args[0] if args else kwds['request']
        if isinstance(thing, str):
            thing = thing.strip() or str
        try:
            show(page(thing))
        except ImportError as error:
            print(error)
        sys.stdout.write('\n')
