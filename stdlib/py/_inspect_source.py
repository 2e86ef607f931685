"""From objects to their files and source text (public name: inspect).

A function's code tells its first line; a class is looked for by its name and nesting. Where a definition ends
is found by a scan that knows strings, brackets, comments and indentation, which is all that it takes.
"""
import sys
import linecache
import types

modulesbyfile = {}


class ClassFoundException(Exception):
    """Kept for its name; nothing here raises it."""


class EndOfBlock(Exception):
    """Kept for its name; nothing here raises it."""


def getfile(object):
    """Return the file an object was defined in; TypeError for what is built in."""
    if isinstance(object, types.ModuleType):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError('{!r} is a built-in module'.format(object))
    if isinstance(object, type):
        if hasattr(object, '__module__'):
            module = sys.modules.get(object.__module__)
            if getattr(module, '__file__', None):
                return module.__file__
            if object.__module__ == '__main__':
                raise OSError('source code not available')
        raise TypeError('{!r} is a built-in class'.format(object))
    if isinstance(object, types.MethodType):
        object = object.__func__
    if isinstance(object, types.FunctionType):
        object = object.__code__
    if isinstance(object, types.TracebackType):
        object = object.tb_frame
    if isinstance(object, types.FrameType):
        object = object.f_code
    if isinstance(object, types.CodeType):
        return object.co_filename
    raise TypeError('module, class, method, function, traceback, frame, or '
                    'code object was expected, got {}'.format(type(object).__name__))


def getmodulename(path):
    """Return a source file's module name, None if it is no module's."""
    name = path.rpartition('/')[2]
    for suffix in ('.pyc', '.py'):
        if name.endswith(suffix) and len(name) > len(suffix):
            return name[:-len(suffix)]
    return None


def getsourcefile(object):
    """Return the file an object's source is in, None if it cannot be found."""
    filename = getfile(object)
    if filename.endswith('.pyc'):
        filename = filename[:-1]
    if filename in linecache.cache:
        return filename
    try:
        linecache._stat(filename)
        return filename
    except (OSError, ValueError):
        pass
    module = getmodule(object, filename)
    if getattr(module, '__loader__', None) is not None:
        return filename
    if getattr(getattr(module, "__spec__", None), "loader", None) is not None:
        return filename
    return None


def getabsfile(object, _filename=None):
    """Return the absolute path of the file an object was defined in."""
    if _filename is None:
        _filename = getsourcefile(object) or getfile(object)
    import os
    return os.path.normcase(os.path.abspath(_filename))


def getmodule(object, _filename=None):
    """The module that an object's code stands in; None for objects that do not know."""
    if isinstance(object, types.ModuleType):
        return object
    if hasattr(object, '__module__'):
        return sys.modules.get(object.__module__)
    if _filename is not None and _filename in modulesbyfile:
        return sys.modules.get(modulesbyfile[_filename])
    try:
        file = _filename or getfile(object)
    except (TypeError, FileNotFoundError):
        return None
    for name, module in sys.modules.copy().items():
        if isinstance(module, types.ModuleType) and getattr(module, '__file__', None) == file:
            modulesbyfile[file] = module.__name__
            return module
    main = sys.modules['__main__']
    name = getattr(object, '__name__', None)
    if name is None:
        return None
    if getattr(main, name, None) is object:
        return main
    builtin = sys.modules['builtins']
    if getattr(builtin, name, None) is object:
        return builtin
    return None


def findsource(object):
    """Return all lines of the object's file and the index of its first one; OSError if there are none."""
    file = getsourcefile(object)
    if file:
        linecache.checkcache(file)
    else:
        file = getfile(object)
        if not (file.startswith('<') and file.endswith('>')):
            raise OSError('source code not available')
    module = getmodule(object, file)
    lines = linecache.getlines(file, module.__dict__) if module else linecache.getlines(file)
    if not lines:
        raise OSError('could not get source code')
    if isinstance(object, types.ModuleType):
        return lines, 0
    if isinstance(object, type):
        return lines, _find_class(lines, object.__qualname__)
    if isinstance(object, types.MethodType):
        object = object.__func__
    if isinstance(object, types.FunctionType):
        object = object.__code__
    if isinstance(object, types.TracebackType):
        object = object.tb_frame
    if isinstance(object, types.FrameType):
        object = object.f_code
    if isinstance(object, types.CodeType):
        if not hasattr(object, 'co_firstlineno'):
            raise OSError('could not find function definition')
        index = object.co_firstlineno - 1
        if index >= len(lines):
            raise OSError('lineno is out of bounds')
        return lines, index
    raise OSError('could not find code object')


def getsourcelines(object):
    """Return the lines of an object's definition and the number of the first (0 for a module)."""
    from inspect import unwrap
    object = unwrap(object)
    lines, index = findsource(object)
    if isinstance(object, types.TracebackType):
        object = object.tb_frame
    if isinstance(object, types.ModuleType) or (
            isinstance(object, types.FrameType) and object.f_code.co_name == '<module>'):
        return lines, 0
    return getblock(lines[index:]), index + 1


def getsource(object):
    """Return the text of an object's definition."""
    lines, _ = getsourcelines(object)
    return ''.join(lines)


def indentsize(line):
    """Return how far a line is indented, tabs going to multiples of 8."""
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def getcomments(object):
    """Return the comment lines right before an object's definition, None if there are none."""
    try:
        lines, index = findsource(object)
    except (OSError, TypeError):
        return None
    if isinstance(object, types.ModuleType):
        start = 1 if lines and lines[0][:2] == '#!' else 0
        while start < len(lines) and lines[start].strip() in ('', '#'):
            start += 1
        end = start
        while end < len(lines) and lines[end][:1] == '#':
            end += 1
        comments = [line.expandtabs() for line in lines[start:end]]
        return ''.join(comments) or None
    if index <= 0:
        return None
    indent = indentsize(lines[index])
    end = index - 1
    start = index
    while start > 0 and lines[start - 1].lstrip()[:1] == '#' and indentsize(lines[start - 1]) == indent:
        start -= 1
    comments = [line.expandtabs().lstrip() for line in lines[start:end + 1]]
    while comments and comments[0].strip() == '#':
        del comments[0]
    while comments and comments[-1].strip() == '#':
        del comments[-1]
    return ''.join(comments) or None


# ---- scanning

def _logical_lines(lines):
    # (index of the first line, index of the last line, text of the first line, last significant character) of each
    # statement line; comment lines come with None as character, blank lines are left out.
    i = 0
    while i < len(lines):
        text = lines[i]
        stripped = text.strip()
        if not stripped:
            i += 1
            continue
        if stripped[0] == '#':
            yield i, i, text, None
            i += 1
            continue
        first = i
        depth = 0
        quote = None
        last = ''
        while i < len(lines):
            line = lines[i]
            pos = 0
            joined = False
            while pos < len(line):
                ch = line[pos]
                if quote:
                    if ch == '\\':
                        pos += 2
                        joined = pos > len(line) - 1
                        continue
                    if line.startswith(quote, pos):
                        pos += len(quote)
                        quote = None
                        last = '"'
                        continue
                    pos += 1
                    continue
                if ch == '#':
                    break
                if ch in '"\'':
                    quote = ch * 3 if line.startswith(ch * 3, pos) else ch
                    pos += len(quote)
                    continue
                if ch == '\\' and line[pos + 1:].strip() == '':
                    joined = True
                    break
                if ch in '([{':
                    depth += 1
                elif ch in ')]}':
                    depth -= 1
                if not ch.isspace():
                    last = ch
                pos += 1
            if quote and len(quote) == 1 and not joined:
                quote = None    # an unfinished string ends with its line
            i += 1
            if depth <= 0 and not quote and not joined:
                break
        yield first, i - 1, text, last


def _starts_with_word(text, *words):
    text = text.lstrip()
    return any(text.startswith(word) and not (text[len(word):len(word) + 1] == '_'
                                              or text[len(word):len(word) + 1].isalnum()) for word in words)


def getblock(lines):
    """Return the leading lines that make up the definition (or statement) at the top of the list."""
    header = None
    end = 0
    base = 0
    body = None
    for first, last, text, final in _logical_lines(lines):
        indent = indentsize(text)
        if header is None:
            end = last + 1
            if final is None or text.lstrip().startswith('@'):
                continue
            header = first
            base = indent
            is_definition = _starts_with_word(text, 'def', 'class', 'async')
            if not is_definition or final != ':':
                return lines[:end]      # one line, or an expression such as a lambda
            continue
        if final is None:
            # a comment belongs to the body it is indented with
            if body is not None and indent >= body:
                end = last + 1
            continue
        if indent <= base:
            break
        if body is None:
            body = indent
        end = last + 1
    return lines[:end]


class BlockFinder:
    """Where a block ends; `last` is its number of lines. See getblock()."""

    def __init__(self):
        self.last = 1


def _find_class(lines, qualname):
    # The last definition of that name and nesting wins, but one outside `if` and `else` arms comes first.
    stack = []          # (indentation, name) of what encloses the line
    found = None
    decorator = None
    for first, last, text, final in _logical_lines(lines):
        if final is None:
            continue
        indent = indentsize(text)
        while stack and stack[-1][0] >= indent:
            stack.pop()
        body = text.lstrip()
        if body.startswith('@'):
            if decorator is None:
                decorator = first
            continue
        words = body.replace('(', ' ').replace(':', ' ').replace('[', ' ').split()
        if words and words[0] == 'async':
            words = words[1:]
        if len(words) > 1 and words[0] in ('def', 'class'):
            name = words[1]
            path = '.'.join([n for _, n in stack] + [name])
            if words[0] == 'class' and path == qualname:
                index = first if decorator is None else decorator
                if found is None or indent <= found[0]:
                    found = (indent, index)
            stack.append((indent, name if words[0] == 'class' else name + '.<locals>'))
        decorator = None
    if found is None:
        raise OSError('could not find class definition')
    return found[1]


for _name in ('getfile', 'getmodulename', 'getsourcefile', 'getabsfile', 'getmodule', 'findsource',
              'getsourcelines', 'getsource', 'indentsize', 'getcomments', 'getblock', 'BlockFinder',
              'EndOfBlock', 'ClassFoundException'):
    globals()[_name].__module__ = 'inspect'
del _name
