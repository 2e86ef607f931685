"""Texts about modules, classes and functions: what help() prints, as functions, and the command `-m pydoc name`.

The pages are made by _help_pages. There are no pages of HTML, no server for them, and no topics of the language reference.
"""
import builtins
import importlib
import inspect
import os
import pkgutil
import re
import sys
import tokenize

import _help_pages
from reprlib import Repr

__all__ = ['help']


class ErrorDuringImport(Exception):
    """A module exists, but its import failed."""

    def __init__(self, filename, exc_info):
        self.filename = filename
        if not isinstance(exc_info, tuple):
            exc_info = type(exc_info), exc_info, exc_info.__traceback__
        self.exc, self.value, self.tb = exc_info

    def __str__(self):
        return f'problem in {self.filename} - {self.exc.__name__}: {self.value}'


def getdoc(object):
    """The docstring of an object, or the comments above its source."""
    return _help_pages._doc(object)


def splitdoc(doc):
    """The first line of a docstring and the rest: the first is empty unless it stands by itself."""
    lines = doc.strip().split('\n')
    if len(lines) == 1:
        return lines[0], ''
    if not lines[1].rstrip():
        return lines[0], '\n'.join(lines[2:])
    return '', '\n'.join(lines)


def classname(object, modname):
    """A class's name, with its module's unless that is `modname`."""
    return _help_pages._class_name(object, modname)


def describe(thing):
    """What sort of thing this is, in a few words."""
    return _help_pages._describe(thing)


def isdata(object):
    """Is this neither a module, nor a class, nor something to call, nor a part of a running program?"""
    return not (inspect.ismodule(object) or inspect.isclass(object) or inspect.isroutine(object) or inspect.isframe(object)
                or inspect.istraceback(object) or inspect.iscode(object))


def visiblename(name, all=None, obj=None):
    """Does a page show this name?"""
    return bool(_help_pages._is_shown(name, all, obj))


def replace(text, *pairs):
    """The text with the first of each pair replaced by the second, one pair after the other."""
    for old, new in zip(pairs[::2], pairs[1::2]):
        text = new.join(text.split(old))
    return text


def cram(text, maxlen):
    """The text without its middle if it is too long."""
    if len(text) <= maxlen:
        return text
    before = max(0, (maxlen - 3) // 2)
    after = max(0, maxlen - 3 - before)
    return text[:before] + '...' + text[len(text) - after:]


def stripid(text):
    """The text of a repr without the address."""
    return re.sub(r' at 0x[0-9a-f]{6,16}(>+)$', r'\1', text, flags=re.I)


def allmethods(cl):
    """All methods of a class, also those of its bases, by name."""
    names = dict.fromkeys(name for base in cl.__mro__ for name in vars(base))
    return {name: getattr(cl, name) for name in names if inspect.isroutine(getattr(cl, name, None))}


def ispath(x):
    """Is this a text with a separator of folders?"""
    return isinstance(x, str) and os.sep in x


def ispackage(path):
    """Is there a package in this folder?"""
    return os.path.isdir(path) and os.path.exists(os.path.join(path, '__init__.py'))


def source_synopsis(file):
    """First line of the docstring of a module whose source is read from an open file."""
    import ast
    try:
        doc = ast.get_docstring(ast.parse(file.read()))
    except SyntaxError:
        return None
    return doc.split('\n')[0].strip() if doc else None


def synopsis(filename, cache={}):
    """First line of the docstring of a source file; None if there is none."""
    changed = os.stat(filename).st_mtime
    if cache.get(filename, (None,))[0] != changed:
        with tokenize.open(filename) as file:
            cache[filename] = changed, source_synopsis(file)
    return cache[filename][1]


def safeimport(path, forceload=0, cache={}):
    """A module by name, None if there is none; ErrorDuringImport if it fails."""
    try:
        if forceload and path in sys.modules and path not in sys.builtin_module_names:
            del sys.modules[path]
        return importlib.import_module(path)
    except ImportError as error:
        if error.name and (path == error.name or path.startswith(error.name + '.')):
            return None
        raise ErrorDuringImport(getattr(error, 'path', None) or path, error) from error
    except Exception as error:
        raise ErrorDuringImport(path, error) from error


def locate(path, forceload=0):
    """The object of a dotted name, or None."""
    parts = [part for part in path.split('.') if part]
    found, at = builtins, 0
    while at < len(parts):
        module = safeimport('.'.join(parts[:at + 1]), forceload)
        if module is None:
            break
        found, at = module, at + 1
    for part in parts[at:]:
        try:
            found = getattr(found, part)
        except AttributeError:
            return None
    return found


def resolve(thing, forceload=0):
    """An object and its name; ImportError if a name stands for nothing."""
    if not isinstance(thing, str):
        name = getattr(thing, '__name__', None)
        return thing, name if isinstance(name, str) else None
    object = locate(thing, forceload)
    if object is None:
        raise ImportError(f'No Python documentation found for {thing!r}.\nUse help() to get the interactive help utility.\n'
                          'Use help(str) for help on the str class.')
    return object, thing


class _Text:
    # Stands for the renderers: all pages are plain text here.
    _repr_instance = Repr()
    repr = _repr_instance.repr

    def bold(self, text):
        return text

    def indent(self, text, prefix='    '):
        return _help_pages._indented(text, prefix)

    def section(self, title, contents):
        return _help_pages._section(title, contents)

    def document(self, object, name=None, *args):
        return _help_pages._document(object, name)


TextDoc = _Text
text = plaintext = _Text()


def plain(text):
    """The text without overstruck characters."""
    return re.sub('.\b', '', text)


def render_doc(thing, title='Python Library Documentation: %s', forceload=0, renderer=None):
    """The page of an object or of a name."""
    page = _help_pages.page(resolve(thing, forceload)[0] if not isinstance(thing, str) else thing)
    head, _, rest = page.partition('\n')
    return title % head.removeprefix('Help on ').removesuffix(':') + '\n' + rest


def pager(text):
    """Show a text, on a terminal by pages."""
    _help_pages.show(text)


def plainpager(text):
    """Print a text."""
    sys.stdout.write(plain(text))


def doc(thing, title='Python Library Documentation: %s', forceload=0, output=None, is_cli=False):
    """Show the page of an object or of a name."""
    try:
        page = render_doc(thing, title, forceload)
    except (ImportError, ErrorDuringImport) as error:
        if is_cli:
            raise
        print(error)
        return
    if output is None:
        pager(page)
    else:
        output.write(plain(page))


class Helper:
    """help() as an object of a class, as code that looks into it expects."""

    def __init__(self, input=None, output=None):
        self._input, self._output = input, output

    def __repr__(self):
        return '<pydoc.Helper instance>'

    def __call__(self, *request):
        if request:
            self.help(request[0])
        else:
            self.interact()

    def interact(self):
        from _help_prompt import converse
        converse()

    def help(self, request, is_cli=False):
        if isinstance(request, str):
            from _help_prompt import answer
            if request in ('modules', 'keywords'):
                answer(request)
                return
        doc(request, 'Help on %s:', output=self._output, is_cli=is_cli)
        (self._output or sys.stdout).write('\n')


help = Helper()


def apropos(key):
    """Print the modules whose name or first line has the word."""
    key = key.lower()
    for found in pkgutil.walk_packages(onerror=lambda name: None):
        path = os.path.join(getattr(found.module_finder, 'path', ''), found.name.rpartition('.')[2] + '.py')
        line = os.path.exists(path) and synopsis(path) or ''
        if key in found.name.lower() or key in line.lower():
            print(found.name, line and '- ' + line)


def cli():
    """The command `-m pydoc`."""
    words = sys.argv[1:]
    if words[:1] == ['-k'] and len(words) > 1:
        apropos(' '.join(words[1:]))
        return
    if not words or words[0].startswith('-'):
        print('pydoc - the Python documentation tool\n\npydoc <name> ...\n    Show what there is to know about a module, class or function, by its dotted name, or about\n'
              "    the module in a file if the name contains a '/'. The names 'keywords' and 'modules' list these.\n\n"
              'pydoc -k <keyword>\n    List the modules whose name or first line has the keyword.\n')
        return
    if '' not in sys.path and os.curdir not in sys.path:
        sys.path.insert(0, os.getcwd())
    failed = False
    for word in words:
        try:
            if ispath(word):
                import importlib.util
                spec = importlib.util.spec_from_file_location(os.path.splitext(os.path.basename(word))[0], word)
                word = importlib.util.module_from_spec(spec)
                spec.loader.exec_module(word)
            help.help(word, is_cli=True)
        except (ImportError, ErrorDuringImport, OSError) as error:
            print(error)
            failed = True
    sys.exit(failed)


if __name__ == '__main__':
    cli()
