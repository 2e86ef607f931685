"""What the interactive prompt asks of the interpreter: completions, descriptions of calls, the tree of tasks, its commands.

Completion looks at objects but runs as little of them as can be: properties of classes that are not the library's own stay untouched.
Nothing is imported here that is not needed for all of it; the prompt is to appear at once.
"""

import sys

_MISSING = object()
_KEYWORDS = {
    'False': '', 'None': '', 'True': '', 'and': ' ', 'as': ' ', 'assert': ' ', 'async': ' ', 'await': ' ', 'break': '', 'class': ' ',
    'continue': '', 'def': ' ', 'del': ' ', 'elif': ' ', 'else': ':', 'except': '', 'finally': ':', 'for': ' ', 'from': ' ', 'global': ' ',
    'if': ' ', 'import': ' ', 'in': ' ', 'is': ' ', 'lambda': ' ', 'nonlocal': ' ', 'not': ' ', 'or': ' ', 'pass': '', 'raise': ' ',
    'return': ' ', 'try': ':', 'while': ' ', 'with': ' ', 'yield': ' ', 'match': ' ', 'case': ' ', 'type': ' ',
}


def _namespace():
    main = sys.modules.get('__main__')  # not there before the first statement
    return {} if main is None else main.__dict__


def _builtins():
    return sys.modules['builtins'].__dict__


def about(thing):
    """`name?`: its page; a text is a str here, not the name of a topic."""
    help(str if isinstance(thing, str) else thing)


# ---- looking at objects

def _static(obj, name):
    """The attribute as it is stored, without binding it or running anything; _MISSING if nothing is stored under the name."""
    if isinstance(obj, type):
        for each in type.mro(obj) if obj is not type else type.__mro__:
            if name in each.__dict__:
                return each.__dict__[name]
        return _static_of_type(type(obj), name)
    try:
        own = object.__getattribute__(obj, '__dict__')
    except Exception:
        own = None
    if type(own) is dict and name in own:
        return own[name]
    return _static_of_type(type(obj), name)


def _static_of_type(cls, name):
    for each in cls.__mro__:
        if name in each.__dict__:
            return each.__dict__[name]
    return _MISSING


def _harmless(cls):
    return str(getattr(cls, '__module__', '')).partition('.')[0] in sys.stdlib_module_names


def _attribute(obj, name):
    """obj.name, unless that would run somebody's code."""
    stored = _static(obj, name)
    cls = obj if isinstance(obj, type) else type(obj)
    if stored is _MISSING and type(obj) is not type(sys) and not _harmless(cls):
        return _MISSING
    if hasattr(type(stored), '__get__') and type(stored).__module__ != 'builtins' and not _harmless(cls):
        return _MISSING
    if isinstance(stored, property) and not _harmless(cls):
        return _MISSING
    try:
        return getattr(obj, name)
    except Exception:
        return _MISSING


def _resolve(path):
    """The object of a dotted name, or _MISSING."""
    first, *rest = path.split('.')
    obj = _namespace().get(first, _builtins().get(first, _MISSING))
    for name in rest:
        if obj is _MISSING:
            break
        obj = _attribute(obj, name)
    return obj


def _is_callable(value):
    return callable(value) or isinstance(value, (staticmethod, classmethod))


def _wanted(names, typed):
    """Those that begin with what was typed; names with underscores only when one was typed."""
    found = {name for name in names if isinstance(name, str) and name.startswith(typed)}
    if typed:
        return sorted(found) if typed[0] == '_' else sorted(name for name in found)
    return sorted(name for name in found if not name.startswith('_'))


# ---- what an expression is

def _value(text):
    """The object that the expression at the end of text denotes, or _MISSING if it cannot be told without running code of the user's."""
    start = len(text)
    while start and (text[start - 1].isalnum() or text[start - 1] in '_.'):
        start -= 1
    path, before = text[start:], text[:start]
    if path[:1] != '.':
        return _resolve(path) if path else _display(before)
    obj = _display(before)
    for name in path[1:].split('.') if path != '.' else ():
        obj = _attribute(obj, name) if obj is not _MISSING else obj
    return obj


def _display(text):
    """What ends text and is no name: a string, a subscript, a list, tuple, dictionary or set written out."""
    last = text[-1:]
    if last in ('"', "'") and last:
        return b'' if text.rstrip('"\'')[-1:] in ('b', 'B') and text.count(last) == 2 else ''
    if last == ']':
        obj = _item(text)
        return _literal(text) if obj is _MISSING else obj
    return _literal(text) if last in ('}', ')') and last else _MISSING


def _item(text):
    """The value of a dotted name with subscripts, `a.b[0]["c"]`, where text ends, if looking it up runs no code of the user's."""
    end = len(text)
    keys = []
    while text[end - 1:end] == ']':
        start = text.rfind('[', 0, end)
        if start <= 0:
            return _MISSING
        keys.append(text[start + 1:end - 1].strip())
        end = start
    if not keys or not (text[end - 1].isalnum() or text[end - 1] == '_'):
        return _MISSING
    obj = _value(text[:end])
    for key in reversed(keys):
        if type(obj) not in (list, tuple, dict, str):
            return _MISSING
        if key.lstrip('-').isdecimal():
            key = int(key)
        elif len(key) > 1 and key[0] == key[-1] and key[0] in '"\'' and '\\' not in key:
            key = key[1:-1]
        else:
            return _MISSING
        try:
            obj = obj[key]
        except (LookupError, TypeError):
            return _MISSING
    return obj


def _literal(text):
    """Something of the type of the display that ends text, without anything in it being run."""
    closing = text[-1]
    start = _opening(text)
    if start < 0 or text[start - 1:start].isalnum() or text[start - 1:start] in ('_', ')', ']', '"', "'"):
        return _MISSING
    inner = text[start + 1:-1].strip()
    if closing == ')':
        return () if not inner or inner[-1] == ',' or _has_comma(inner) else _value(inner) if inner.isidentifier() else _MISSING
    return [] if closing == ']' else {} if ':' in inner or not inner else set()


def _opening(text):
    """Where the bracket opens that closes at the end of text; -1. Brackets in strings are taken for real ones."""
    depth = 0
    for i in range(len(text) - 1, -1, -1):
        if text[i] in ')]}':
            depth += 1
        elif text[i] in '([{':
            depth -= 1
            if not depth:
                return i
    return -1


def _has_comma(text):
    depth = 0
    for c in text:
        depth += (c in '([{') - (c in ')]}')
        if c == ',' and not depth:
            return not text.startswith('yield')
    return False


# ---- completion

def complete(line, callee):
    """How many bytes before the cursor are to be replaced, and by what: line is what stands before the cursor, callee what stands before the
    bracket that is open there."""
    words = line.rpartition(';')[2].lstrip()
    if words.startswith(('import ', 'from ')):
        found = _complete_import(words)
        if found is not None:
            return found
    if words.startswith((':load ', ':save ')):
        return complete_path(words[6:].lstrip(), '\n')
    start = len(line)
    while start and (line[start - 1].isalnum() or line[start - 1] == '_'):
        start -= 1
    typed = line[start:]
    if line[start - 1:start] == '.':
        found = _complete_attribute(_value(line[:start - 1]), typed)
    elif words.startswith(':') and ' ' not in words:
        return _commands(words)
    elif words == 'async ':
        found = ['def ', 'for ', 'with ']
    elif line[start - 1:start] == '[' and (keys := _item_keys(line[:start - 1], typed)):
        return len(typed.encode()), keys
    elif typed and not typed.isidentifier():
        return 0, []
    else:
        found = _complete_name(typed, callee, words == typed)
    if words.startswith(('@', 'except ', 'except* ', ':dis ', 'del ')) or callee == 'help':
        found = [name.removesuffix('(') for name in found]
    return len(typed.encode()), found


def _commands(words):
    names = [':dis', ':load', ':reset', ':save', ':tasks', ':time']
    return len(words), [name for name in names if name.startswith(words)]


def _item_keys(owner, typed):
    """The keys of a dictionary, as they are written, for `owner[typed`."""
    if not owner or not (owner[-1].isalnum() or owner[-1] in '_])'):
        return None
    obj = _value(owner)
    if not isinstance(obj, dict) or type(obj).__iter__ is not dict.__iter__:
        return None
    keys = [repr(key) + ']' for key in obj if type(key) in (str, int, bytes, bool, float)]
    return sorted(key for key in keys if key.startswith(typed) and key.isprintable())


def _complete_name(typed, callee, at_start):
    found = {}
    for name, value in _builtins().items():
        found[name] = value
    found.update(_namespace())
    names = [name + '(' if _is_callable(found[name]) and not isinstance(found[name], type(sys)) else name for name in _wanted(found, typed)]
    keywords = [word + end for word, end in _KEYWORDS.items() if word.startswith(typed)] if typed else []
    parameters = [name + '=' for name in _parameters(callee) if name.startswith(typed)] if callee else []
    return parameters + sorted(set(names) - {word + '(' for word in _KEYWORDS} - set(_KEYWORDS)) + sorted(set(keywords))


def _parameters(callee):
    obj = _value(callee)
    if obj is _MISSING:
        return []
    import inspect
    try:
        parameters = inspect.signature(obj).parameters.values()
    except (TypeError, ValueError):
        return []
    return [p.name for p in parameters if p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY)]


def _complete_attribute(obj, typed):
    if obj is _MISSING:
        return []
    try:
        names = dir(obj)
    except Exception:
        return []
    found = _wanted(names, typed) or _wanted(names, typed or '_') or _wanted(names, typed or '__')
    return [name + '(' if _is_callable(_static(obj, name)) else name for name in found]


def _complete_import(words):
    """`import a.b`, `from a.b`, `from a import b`; None if it is something else."""
    kind, _, rest = words.partition(' ')
    if kind == 'from' and ' import' in rest:
        module, _, names = rest.partition(' import')
        if not names[:1].isspace() and names[:1] != '(':
            return None
        typed = names.replace('(', ',').rpartition(',')[2].rpartition(' ')[2]
        return len(typed.encode()), _complete_member(module.strip(), typed)
    typed = rest.rpartition(',')[2].lstrip()
    if ' ' in typed:
        if kind == 'from' and 'import'.startswith(typed.rpartition(' ')[2]):
            typed = typed.rpartition(' ')[2]
            return len(typed), ['import ']
        return None
    package, dot, last = typed.rpartition('.')
    names = _submodules(package) if dot else _modules()
    return len(last.encode()), _wanted(names, last)


def _complete_member(module, typed):
    if module not in sys.modules and module.partition('.')[0] in sys.stdlib_module_names:
        try:
            __import__(module)
        except Exception:
            return []
    obj = sys.modules.get(module)
    names = list(dir(obj)) if obj is not None else []
    return _wanted({*names, *_submodules(module)}, typed)


def _folder_modules(folder):
    import os
    try:
        entries = os.listdir(folder or '.')
    except OSError:
        return
    for entry in entries:
        name, ext = os.path.splitext(entry)
        if name.isidentifier() and (ext == '.py' or not ext and os.path.isfile(os.path.join(folder, entry, '__init__.py'))):
            yield name


def _modules():
    names = {name.partition('.')[0] for name in sys._frozen_names()}.union(sys.builtin_module_names)
    for folder in sys.path:
        names.update(_folder_modules(folder))
    return names


def _submodules(package):
    names = {name[len(package) + 1:] for name in [*sys.modules, *sys._frozen_names()] if name.startswith(package + '.')}
    names = {name for name in names if '.' not in name}
    for folder in getattr(sys.modules.get(package), '__path__', None) or [f'{folder or "."}/{package.replace(".", "/")}' for folder in sys.path]:
        names.update(_folder_modules(folder))
    return names - {'__init__'}


def _complete_key(owner, text, quote):
    """Keys of a mapping for `owner["text`."""
    obj = _value(owner)
    if type(obj).__module__ == 'os' and type(obj).__name__ == '_Environ' or isinstance(obj, dict):
        try:
            keys = sorted(key for key in obj if type(key) is str and key.startswith(text) and quote not in key and key.isprintable())
        except Exception:
            keys = []
        return len(text.encode('utf-8', 'surrogateescape')), [key + quote + ']' for key in keys]
    return None


def complete_string(text, quote, before):
    """What may stand in a string: keys if it is a subscript, else file names. text stands in it before the cursor, `before` before the string."""
    if before.endswith('['):
        found = _complete_key(before[:-1], text, quote)
        if found is not None:
            return found
    return complete_path(text, quote)


def complete_path(text, quote):
    import os
    folder, _, typed = text.rpartition('/')
    folder = folder + '/' if _ else ''
    try:
        with os.scandir(os.path.expanduser(folder) or '.') as entries:
            found = sorted((entry.name, entry.is_dir()) for entry in entries)
    except OSError:
        return 0, []
    names = [name + '/' if is_folder else name for name, is_folder in found if name.startswith(typed) and (typed or not name.startswith('.'))]
    return len(typed.encode('utf-8', 'surrogateescape')), [name for name in names if quote not in name and name.isprintable()]


# ---- descriptions

def describe_call(text):
    """The signature of what the expression at the end of text calls, and the beginning of its docstring; '' if there is nothing to say."""
    obj = _value(text)
    if obj is _MISSING or not callable(obj):
        return ''
    import inspect
    try:
        signature = str(inspect.signature(obj))
    except (TypeError, ValueError):
        signature = '(...)'
    doc = inspect.getdoc(obj) or ''
    if type(obj).__module__ != 'builtins' and doc == inspect.getdoc(type(obj)):
        doc = ''
    lines = doc.partition('\n\n')[0].split('\n')[:4]
    start = len(text)
    while start and (text[start - 1].isalnum() or text[start - 1] == '_'):
        start -= 1
    return '\n'.join([text[start:] + signature] + [line for line in lines if line])


def remember(filename, text):
    """Keep what was typed, for tracebacks and inspect.getsource."""
    import linecache
    linecache.cache[filename] = len(text), None, text.splitlines(True), filename


def source_of(name):
    """The source of the function or class of a dotted name, moved to the left; None if there is none."""
    obj = _resolve(name)
    if obj is _MISSING:
        return None
    import inspect
    import textwrap
    try:
        return textwrap.dedent(inspect.getsource(obj))
    except (OSError, TypeError):
        return None


# ---- commands

def load(path):
    """Run a file in the prompt's namespace; `await` outside of functions is allowed in it."""
    import os
    try:
        with open(os.path.expanduser(path), 'rb') as file:
            text = file.read()
    except OSError as error:
        print(f'cannot read {path}: {error.strerror}')
        return
    code = compile(text, path, 'exec', flags=0x2000)  # PyCF_ALLOW_TOP_LEVEL_AWAIT
    result = eval(code, _namespace())
    if code.co_flags & 0x80:
        _finish(result)


def _finish(coro):
    from asyncio import runners
    from _asyncio import get_running_loop
    loop = get_running_loop()
    runners._run_to_end(loop, loop.create_task(coro))


def reset():
    """Forget all that was defined at the prompt, and cancel what runs in the background."""
    namespace = _namespace()
    for name in [name for name in namespace if not name.startswith('__')]:
        del namespace[name]
    _builtins().pop('_', None)
    print('All names are forgotten.' + _cancel_tasks())


def finish():
    """The session's end: what runs in the background is cancelled and may clean up."""
    _cancel_tasks()


def _cancel_tasks():
    if 'asyncio' not in sys.modules:
        return ''
    from asyncio import runners, tasks
    from _asyncio import get_running_loop
    loop = get_running_loop()
    n = len(tasks.all_tasks(loop))
    runners._cancel_all_tasks(loop)
    loop.run_until_complete(loop.shutdown_asyncgens())
    return f' {n} {"task was" if n == 1 else "tasks were"} cancelled.' if n else ''


# ---- the tree of tasks

def show_tasks():
    """Print the live tasks: those that a task waits for stand below it."""
    tasks = []
    if 'asyncio' in sys.modules:
        from asyncio import tasks as module
        from _asyncio import get_running_loop
        loop = get_running_loop()
        tasks = sorted(module.all_tasks(loop), key=lambda task: _number(task.get_name()))
    if not tasks:
        print('No tasks are running.')
        return
    children = {task: _awaited_tasks(task, tasks) for task in tasks}
    for task in tasks:
        for child in _group_children(task, tasks):
            if child not in children[task]:
                children[task].append(child)
    below = {child for each in children.values() for child in each}
    rows = []
    seen = set()
    for task in tasks:
        if task not in below:
            _add_rows(rows, task, children, seen, '', '')
    for task in tasks:  # circles
        if task not in seen:
            _add_rows(rows, task, children, seen, '', '')
    now = loop.time()
    cells = [(branch + task.get_name(), _state(task), _since(task, now), _place(task)) for branch, task in rows]
    widths = [max(len(row[i]) for row in cells) for i in range(3)]
    for row in cells:
        print('  '.join([cell.ljust(width) for cell, width in zip(row, widths)] + [row[3]]).rstrip())


def _number(name):
    digits = name.rpartition('-')[2]
    return (0, int(digits), name) if digits.isdecimal() else (1, 0, name)


def _add_rows(rows, task, children, seen, branch, margin):
    if task in seen:
        return
    seen.add(task)
    rows.append((branch, task))
    for child in children[task]:
        last = child is children[task][-1]
        _add_rows(rows, child, children, seen, margin + ('└─ ' if last else '├─ '), margin + ('   ' if last else '│  '))


def _awaited_tasks(task, tasks):
    waiter = getattr(task, '_fut_waiter', None)
    found = [waiter, *(getattr(waiter, '_children', None) or ())]
    return [each for each in found if each in tasks] if waiter is not None else []


def _group_children(task, tasks):
    """Tasks of a TaskGroup whose parent it is."""
    for each in tasks:
        for callback, _ in getattr(each, '_callbacks', None) or ():
            if getattr(getattr(callback, '__self__', None), '_parent_task', None) is task:
                yield each


def _state(task):
    if task.cancelling():
        return 'cancelling'
    return 'waiting' if getattr(task, '_fut_waiter', None) is not None else 'ready'


def _since(task, now):
    since = getattr(task, '_since', None)
    if since is None:
        return ''
    seconds = max(0.0, now - since)
    if seconds < 100:
        return f'{seconds:.1f} s'
    return f'{seconds / 60:.0f} min' if seconds < 6000 else f'{seconds / 3600:.1f} h'


def _place(task):
    """Where the task's innermost coroutine stands, and how it came there."""
    coro = task.get_coro()
    steps = []
    while coro is not None:
        frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'ag_frame', None) or getattr(coro, 'gi_frame', None)
        code = getattr(coro, 'cr_code', None) or getattr(coro, 'ag_code', None) or getattr(coro, 'gi_code', None)
        if code is None:
            break
        if not code.co_filename.startswith('<frozen '):
            line = frame.f_lineno if frame is not None else code.co_firstlineno
            steps.append(f'{code.co_name}() {_short(code.co_filename)}:{line}')
        else:
            steps.append(f'{code.co_qualname}()')
        coro = getattr(coro, 'cr_await', None) or getattr(coro, 'ag_await', None)
    return ' > '.join(steps)


def _short(path):
    return path if path.startswith('<') else path.rpartition('/')[2]
