"""The objects behind exit, quit, copyright, credits, license and help in interactive sessions."""
import sys


class Quitter:
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


class _Printer:
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


class _Helper:
    """Shows the signature and documentation of an object."""

    def __repr__(self):
        return 'Type help() for interactive help, or help(object) for help about object.'

    def __call__(self, *args, **kwds):
        if not args:
            print('Type help(object) for help about an object, such as help(print).')
            return
        print(_help_text(*args, **kwds))


def _help_text(obj):
    import inspect
    if isinstance(obj, str):
        obj = __import__(obj, None, None, ['*'])
    name = getattr(obj, '__name__', None)
    kind = ('module' if inspect.ismodule(obj) else 'class' if inspect.isclass(obj)
            else 'built-in function' if inspect.isbuiltin(obj)
            else 'function' if inspect.isroutine(obj) else None)
    if kind is None:
        obj = type(obj)
        name = obj.__name__
        title = f'Help on {name} object:'
    elif kind == 'module':
        title = f'Help on module {name}:'
    else:
        title = f'Help on {kind} {name} in module {getattr(obj, "__module__", None) or "builtins"}:'
    lines = [title, '']
    if inspect.ismodule(obj):
        lines += _section('NAME', name) + _section('DESCRIPTION', inspect.getdoc(obj))
        for each in sorted(getattr(obj, '__all__', None) or (n for n in dir(obj) if not n.startswith('_'))):
            member = getattr(obj, each, None)
            if inspect.isclass(member) or inspect.isroutine(member):
                lines += _indented(_member_text(each, member), '    ')
    else:
        lines += _member_text(name, obj)
        if inspect.isclass(obj):
            for each, member in inspect.getmembers_static(obj):
                if not each.startswith('_') or each in obj.__dict__ and each in ('__init__', '__call__'):
                    lines += _indented(_member_text(each, member), ' |  ')
    return '\n'.join(line.rstrip() for line in lines)


def _section(title, text):
    return [title, *_indented((text or '').split('\n'), '    '), ''] if text else []


def _indented(lines, margin):
    return [margin + line for line in lines]


def _member_text(name, obj):
    import inspect
    target = getattr(obj, '__func__', obj)
    if inspect.isclass(obj):
        head = f'class {name}'
    else:
        head = name
    if callable(target):
        try:
            head += str(inspect.signature(target))
        except (TypeError, ValueError):
            head += '(...)'
    doc = inspect.getdoc(obj)
    return [head, *_indented(doc.split('\n') if doc else [], '    '), '']
