"""The pages that help(object) prints, laid out as CPython's pydoc lays them out for a terminal without a pager.

A page is made of lines of text. `page(thing)` is all that others call; what is not here is the interactive help and its topics.
"""
import builtins
import inspect
import reprlib
import sys

_RULE = '-' * 70
_UNSEEN = {'__author__', '__builtins__', '__cached__', '__credits__', '__date__', '__doc__', '__docformat__', '__file__', '__loader__',
           '__module__', '__name__', '__package__', '__path__', '__qualname__', '__slots__', '__spec__', '__version__'}
# how a class's attributes are grouped, in this order
_GROUPS = (('method', 'Methods'), ('class method', 'Class methods'), ('static method', 'Static methods'),
           ('readonly property', 'Readonly properties'), ('data descriptor', 'Data descriptors'), ('data', 'Data and other attributes'))


def page(thing):
    """The text about an object, or about what a dotted name stands for. ImportError if the name stands for nothing."""
    thing, name = _resolve(thing)
    title = _describe(thing)
    module = inspect.getmodule(thing)
    if name and '.' in name:
        title += ' in ' + name.rpartition('.')[0]
    elif module and module is not thing:
        title += ' in module ' + module.__name__
    if not (inspect.ismodule(thing) or inspect.isclass(thing) or inspect.isroutine(thing) or inspect.isdatadescriptor(thing) or _own_doc(thing)):
        # nothing to say about the object itself: its class speaks for it
        thing = thing.__origin__ if hasattr(thing, '__origin__') else type(thing)
        title += ' object'
    return f'Help on {title}:\n\n{_document(thing, name)}'


def show(text):
    """Print a text; on a terminal in $MANPAGER, $PAGER or less, whichever there is first. For less it must be longer than the screen."""
    command = _pager()
    if not command or command == 'less' and _fits(text):
        sys.stdout.write(text)
        return
    import subprocess
    sys.stdout.flush()
    pager = subprocess.Popen(command, shell=True, stdin=subprocess.PIPE, errors='backslashreplace')
    try:
        with pager.stdin:
            pager.stdin.write(text)
    except (OSError, KeyboardInterrupt):
        pass  # it was left before it had read everything
    while True:
        try:
            pager.wait()
            return
        except KeyboardInterrupt:
            pass  # is the pager's: it goes on


def _fits(text):
    import os
    try:
        columns, lines = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        return False
    return sum(max(1, -(-len(line) // max(columns, 1))) for line in text.split('\n')) < lines


def _pager():
    import os
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        return None
    wanted = os.environ.get('MANPAGER') or os.environ.get('PAGER')
    if os.environ.get('TERM') in ('dumb', 'emacs'):
        return None
    if wanted:
        return wanted
    import shutil
    return 'less' if shutil.which('less') else None


def _is_terminal(stream):
    try:
        return stream.isatty()
    except Exception:
        return False


def _resolve(thing):
    if not isinstance(thing, str):
        name = getattr(thing, '__name__', None)
        return thing, name if isinstance(name, str) else None
    parts = [part for part in thing.split('.') if part]
    found, at = None, 0
    for count in range(1, len(parts) + 1):
        try:
            __import__('.'.join(parts[:count]))
        except ImportError:
            break
        found, at = sys.modules['.'.join(parts[:count])], count
    found = found or builtins
    for part in parts[at:]:
        try:
            found = getattr(found, part)
        except AttributeError:
            raise ImportError(f'No Python documentation found for {thing!r}.\nUse help() to get the interactive help utility.\n'
                              'Use help(str) for help on the str class.') from None
    return found, thing


def _describe(thing):
    name = getattr(thing, '__name__', None)
    if inspect.ismodule(thing):
        kind = 'built-in module' if name in sys.builtin_module_names else 'package' if hasattr(thing, '__path__') else 'module'
        return f'{kind} {name}'
    for test, kind in ((inspect.isbuiltin, 'built-in function'), (inspect.isclass, 'class'), (inspect.isfunction, 'function'),
                       (inspect.ismethod, 'method')):
        if test(thing):
            return f'{kind} {name}'
    for test, kind in ((inspect.isgetsetdescriptor, 'getset descriptor'), (inspect.ismemberdescriptor, 'member descriptor')):
        if test(thing):
            return f'{kind} {thing.__objclass__.__module__}.{thing.__objclass__.__name__}.{name}'
    return type(thing).__name__


# ---- texts of objects

def _own_doc(thing):
    """The object's docstring or that of what it overrides; an instance does not speak with its class's."""
    try:
        doc = thing.__doc__
    except Exception:
        return None
    if thing is not type and isinstance(type(thing).__doc__, str) and type(thing).__doc__ == doc:
        doc = None
    if doc is None and not inspect.isclass(thing):
        try:
            doc = inspect.getdoc(thing)
        except (AttributeError, TypeError):
            doc = None
        if doc is not None and doc == inspect.getdoc(type(thing)):
            doc = None
    return inspect.cleandoc(doc) if isinstance(doc, str) else None


def _doc(thing):
    text = _own_doc(thing)
    if not text:
        try:
            text = inspect.getcomments(thing)
        except Exception:
            text = None
    return text.rstrip() if text else ''


def _class_name(cls, module):
    return cls.__name__ if cls.__module__ == module else f'{cls.__module__}.{cls.__name__}'


def _indented(text, margin='    '):
    return '\n'.join((margin + line).rstrip() for line in text.split('\n'))


class _Brief(reprlib.Repr):
    """Short representations, without addresses."""

    def __init__(self):
        super().__init__()
        self.maxlist = self.maxtuple = 20
        self.maxdict = 10
        self.maxstring = self.maxother = 100

    def repr1(self, x, level):
        method = getattr(self, 'repr_' + '_'.join(type(x).__name__.split()), None)
        if method:
            return method(x, level)
        return self._cut(_without_address(repr(x)))

    def repr_str(self, x, level):
        return repr(self._cut(x))

    def repr_instance(self, x, level):
        try:
            return self._cut(_without_address(repr(x)))
        except Exception:
            return f'<{type(x).__name__} instance>'

    def _cut(self, text):
        if len(text) <= self.maxother:
            return text
        before = (self.maxother - 3) // 2
        return f'{text[:before]}...{text[len(text) - (self.maxother - 3 - before):]}'


def _without_address(text):
    at = text.rfind(' at 0x')
    end = at + 6
    while at >= 0 and end < len(text) and text[end] in '0123456789abcdefABCDEF':
        end += 1
    return text[:at] + text[end:] if at >= 0 and text[end:] in ('>', '>>', '>>>') else text


_brief = _Brief().repr


# ---- the parts of a page

def _document(thing, name=None, module=None, owner=None):
    if inspect.ismodule(thing):
        return _module_page(thing)
    if inspect.isclass(thing):
        return _class_page(thing, name)
    if inspect.isroutine(thing) and hasattr(thing, '__name__'):  # there are descriptors without one
        return _routine(thing, name, module, owner)
    if inspect.isdatadescriptor(thing):
        return _descriptor(thing, name)
    return _data(thing, name)


def _signature(thing):
    try:
        return str(inspect.signature(thing))
    except (ValueError, TypeError):
        return ''


def _receiver(thing):
    """What a bound method is bound to, or None."""
    owner = getattr(thing, '__self__', None)
    return owner if inspect.ismethod(thing) or inspect.isbuiltin(thing) and not inspect.ismodule(owner) else None


def _routine(thing, name, module, owner):
    real = thing.__name__
    name = name or real
    note, alias_only = '', False
    receiver = _receiver(thing)
    if receiver is not None:
        cls = type(receiver)
        if not owner:
            note = f' method of {_class_name(cls, module)} instance'
        elif cls is not owner:
            note = f' from {_class_name(cls, module)}'
    title = real
    if name != real:
        title = f'{name} = {real}'
        alias_only = bool(owner) and inspect.getattr_static(owner, real, None) is thing
    arguments = _signature(thing) or '(...)'
    if real == '<lambda>' and arguments != '(...)':
        title, arguments = f'{name} lambda ', arguments[1:-1]
    if inspect.iscoroutinefunction(thing) or inspect.isasyncgenfunction(thing):
        title = 'async ' + title
    doc = '' if alias_only else _doc(thing)
    return f'{title}{arguments}{note}\n' + (_indented(doc).rstrip() + '\n' if doc else '')


def _descriptor(thing, name):
    doc = _doc(thing)
    return (name + '\n' if name else '') + (_indented(doc) + '\n' if doc else '')


def _data(thing, name=None, widest=None, doc=None):
    shown, lead = _brief(thing), name + ' = ' if name else ''
    if widest and len(lead + shown) > widest:
        shown = shown[:widest - len(lead + shown)] + '...'
    doc = doc or _doc(thing)
    return lead + shown + (f'\n{_indented(doc)}\n' if doc else '')


def _is_shown(name, exported=None, owner=None):
    if name in _UNSEEN:
        return False
    if name.startswith('__') and name.endswith('__'):
        return True
    if name.startswith('_') and hasattr(owner, '_fields'):  # named tuples
        return True
    return name in exported if exported is not None else not name.startswith('_')


def _attributes(cls):
    for name, kind, home, value in inspect.classify_class_attrs(cls):
        if inspect.isdatadescriptor(value):
            kind = 'readonly property' if isinstance(value, property) and value.fset is None else 'data descriptor'
        if _is_shown(name, owner=cls):
            yield name, kind, home, value


def _attribute(cls, name, kind, home, value):
    if kind in ('readonly property', 'data descriptor'):
        return _descriptor(value, name)
    if kind == 'data':
        return _data(getattr(cls, name, value), name, 70, _doc(value)) + '\n'
    try:
        value = getattr(cls, name)
    except Exception:
        return _descriptor(value, name)
    return _document(value, name, None, cls)


def _class_page(cls, name=None):
    real, module = cls.__name__, cls.__module__
    title = f'class {real}' if name in (None, real) else f'{name} = class {real}'
    if cls.__bases__:
        title += f'({", ".join(_class_name(base, module) for base in cls.__bases__)})'
    lines = []
    arguments = _signature(cls)
    if arguments and arguments != '()':
        lines += [(name or real) + arguments, '']
    doc = _doc(cls)
    if doc:
        lines += [doc, '']
    order = inspect.getmro(cls)
    if len(order) > 2:
        lines += ['Method resolution order:', *('    ' + _class_name(base, module) for base in order), '']
    children = sorted((c.__name__ for c in type.__subclasses__(cls) if not c.__name__.startswith('_') and c.__module__ == 'builtins'), key=str.lower)
    if children:
        lines += ['Built-in subclasses:', *('    ' + child for child in children[:4])]
        if len(children) > 4:
            lines.append(f'    ... and {len(children) - 4} other subclasses')
        lines.append('')
    lines += _members(cls, order, sorted(_attributes(cls), key=lambda a: _place(cls, a[0])))
    text = '\n'.join(lines)
    return f'{title}\n{_indented(text.rstrip(), " |  ")}\n' if text else title + '\n'


def _place(cls, name):
    """Fields of a named tuple in their order, then all others by name."""
    fields = getattr(cls, '_fields', ())
    if not isinstance(fields, tuple):
        fields = ()
    return (0, fields.index(name), '') if name in fields else (1, 0, name)


def _members(cls, order, attributes):
    lines, first = [], True
    homes = list(order) + [a[2] for a in attributes if a[2] not in order]
    for home in dict.fromkeys(homes):
        if home is object and cls is not object:
            continue
        tag = 'defined here' if home is cls else f'inherited from {_class_name(home, cls.__module__)}'
        for kind, heading in _GROUPS:
            group = [a for a in attributes if a[1] == kind and a[2] is home]
            if not group:
                continue
            if not first:
                lines.append(_RULE)
            first = False
            lines += [f'{heading} {tag}:\n', *(_attribute(cls, *a) for a in group)]
    return lines


# ---- modules

def _section(title, text):
    return f'{title}\n{_indented(text).rstrip()}\n\n'


def _module_page(module):
    name, exported = module.__name__, getattr(module, '__all__', None)
    head, _, rest = _doc(module).strip().partition('\n')
    if rest.split('\n', 1)[0].strip():
        head, rest = '', f'{head}\n{rest}'
    else:
        rest = rest.partition('\n')[2]
    text = _section('NAME', f'{name} - {head}' if head else name)
    if rest:
        text += _section('DESCRIPTION', rest)
    members = [(key, value) for key, value in inspect.getmembers(module) if _is_shown(key, exported, module)]
    classes = [m for m in members if inspect.isclass(m[1]) and (exported is not None or (inspect.getmodule(m[1]) or module) is module)]
    routines = [m for m in members if inspect.isroutine(m[1])
                and (exported is not None or inspect.isbuiltin(m[1]) or inspect.getmodule(m[1]) is module)]
    data = [m for m in members if not (inspect.ismodule(m[1]) or inspect.isclass(m[1]) or inspect.isroutine(m[1]) or inspect.isframe(m[1])
                                       or inspect.istraceback(m[1]) or inspect.iscode(m[1]))]
    if classes:
        tree = _tree(inspect.getclasstree([value for _, value in classes], True), name)
        text += _section('CLASSES', '\n'.join([tree, *(_document(value, key, name) for key, value in classes)]))
    if routines:
        text += _section('FUNCTIONS', '\n'.join(_document(value, key, name) for key, value in routines))
    if data:
        text += _section('DATA', '\n'.join(_data(value, key, 70) for key, value in data))
    for attribute, title in (('__version__', 'VERSION'), ('__date__', 'DATE'), ('__author__', 'AUTHOR'), ('__credits__', 'CREDITS')):
        if hasattr(module, attribute):
            text += _section(title, str(getattr(module, attribute)))
    try:
        file = inspect.getabsfile(module)
    except TypeError:
        file = '(built-in)'
    return text + _section('FILE', file)


def _tree(entries, module, parent=None, margin=''):
    text = ''
    for entry in entries:
        if isinstance(entry, list):
            text += _tree(entry, module, parent_of_next, margin + '    ')
            continue
        parent_of_next, bases = entry
        text += margin + _class_name(parent_of_next, module)
        if bases and bases != (parent,):
            text += f'({", ".join(_class_name(base, module) for base in bases)})'
        text += '\n'
    return text
