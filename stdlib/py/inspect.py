"""Looking at live objects: what kind they are, their members, documentation, source, signature and frames.

Signatures are in a module of their own and re-exported here; finding source text is in `_inspect_source`. Neither is
loaded before it is used.
"""
import abc
import sys
import types
from collections import namedtuple
from keyword import iskeyword

__all__ = [
    'AGEN_CLOSED', 'AGEN_CREATED', 'AGEN_RUNNING', 'AGEN_SUSPENDED', 'ArgInfo', 'Arguments', 'Attribute',
    'BlockFinder', 'BoundArguments', 'BufferFlags', 'CORO_CLOSED', 'CORO_CREATED', 'CORO_RUNNING',
    'CORO_SUSPENDED', 'CO_ASYNC_GENERATOR', 'CO_COROUTINE', 'CO_GENERATOR', 'CO_ITERABLE_COROUTINE',
    'CO_NESTED', 'CO_NEWLOCALS', 'CO_NOFREE', 'CO_OPTIMIZED', 'CO_VARARGS', 'CO_VARKEYWORDS',
    'ClassFoundException', 'ClosureVars', 'EndOfBlock', 'FrameInfo', 'FullArgSpec', 'GEN_CLOSED',
    'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'Parameter', 'Signature', 'TPFLAGS_IS_ABSTRACT',
    'Traceback', 'classify_class_attrs', 'cleandoc', 'currentframe', 'findsource', 'formatannotation',
    'formatannotationrelativeto', 'formatargvalues', 'get_annotations', 'getabsfile', 'getargs',
    'getargvalues', 'getasyncgenlocals', 'getasyncgenstate', 'getattr_static', 'getblock', 'getcallargs',
    'getclasstree', 'getclosurevars', 'getcomments', 'getcoroutinelocals', 'getcoroutinestate', 'getdoc',
    'getfile', 'getframeinfo', 'getfullargspec', 'getgeneratorlocals', 'getgeneratorstate',
    'getinnerframes', 'getlineno', 'getmembers', 'getmembers_static', 'getmodule', 'getmodulename', 'getmro',
    'getouterframes', 'getsource', 'getsourcefile', 'getsourcelines', 'indentsize', 'isabstract',
    'isasyncgen', 'isasyncgenfunction', 'isawaitable', 'isbuiltin', 'isclass', 'iscode', 'iscoroutine',
    'iscoroutinefunction', 'isdatadescriptor', 'isframe', 'isfunction', 'isgenerator',
    'isgeneratorfunction', 'isgetsetdescriptor', 'ismemberdescriptor', 'ismethod', 'ismethoddescriptor',
    'ismethodwrapper', 'ismodule', 'isroutine', 'istraceback', 'markcoroutinefunction', 'signature', 'stack',
    'trace', 'unwrap', 'walktree']

CO_OPTIMIZED = 0x1
CO_NEWLOCALS = 0x2
CO_VARARGS = 0x4
CO_VARKEYWORDS = 0x8
CO_NESTED = 0x10
CO_GENERATOR = 0x20
CO_NOFREE = 0x40
CO_COROUTINE = 0x80
CO_ITERABLE_COROUTINE = 0x100
CO_ASYNC_GENERATOR = 0x200
TPFLAGS_IS_ABSTRACT = 1 << 20

_ELSEWHERE = {
    '_inspect_signature': ('Parameter', 'Signature', 'BoundArguments', 'signature', '_empty', '_ParameterKind',
                           '_POSITIONAL_ONLY', '_POSITIONAL_OR_KEYWORD', '_VAR_POSITIONAL', '_KEYWORD_ONLY',
                           '_VAR_KEYWORD'),
    '_inspect_source': ('findsource', 'getsource', 'getsourcelines', 'getsourcefile', 'getcomments', 'getblock',
                        'getfile', 'getabsfile', 'getmodule', 'getmodulename', 'indentsize', 'BlockFinder',
                        'EndOfBlock', 'ClassFoundException', 'modulesbyfile'),
}


def __getattr__(name):
    for module, names in _ELSEWHERE.items():
        if name in names:
            loaded = __import__(module)
            for each in names:
                globals()[each] = getattr(loaded, each)
            return globals()[name]
    if name == 'BufferFlags':
        globals()[name] = _make_buffer_flags()
        return globals()[name]
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def __dir__():
    return sorted({*globals(), *__all__})


def _make_buffer_flags():
    from enum import IntFlag
    simple, writable, form, nd, strides = 0, 1, 4, 8, 16 | 8
    made = IntFlag('BufferFlags', dict(
        SIMPLE=simple, WRITABLE=writable, FORMAT=form, ND=nd, STRIDES=strides,
        C_CONTIGUOUS=0x20 | strides, F_CONTIGUOUS=0x40 | strides, ANY_CONTIGUOUS=0x80 | strides,
        INDIRECT=0x100 | strides, CONTIG=nd | writable, CONTIG_RO=nd, STRIDED=strides | writable,
        STRIDED_RO=strides, RECORDS=strides | writable | form, RECORDS_RO=strides | form,
        FULL=0x100 | strides | writable | form, FULL_RO=0x100 | strides | form, READ=0x100, WRITE=0x200),
        module=__name__)
    return made


# ---- kinds

def ismodule(object):
    """True for modules."""
    return isinstance(object, types.ModuleType)


def isclass(object):
    """True for classes."""
    return isinstance(object, type)


def ismethod(object):
    """True for methods of Python code bound to an object."""
    return isinstance(object, types.MethodType)


def ismethoddescriptor(object):
    """True for descriptors that have __get__ but no __set__ and are none of the usual function kinds."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__")


def isdatadescriptor(object):
    """True for descriptors that have __set__ or __delete__."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def ismemberdescriptor(object):
    """True for descriptors of slots."""
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    """True for computed attributes of native types."""
    return isinstance(object, types.GetSetDescriptorType)


def isfunction(object):
    """True for functions written in Python."""
    return isinstance(object, types.FunctionType)


def _partial_target(func):
    import functools
    while isinstance(func, functools.partial):
        func = func.func
    return func


def _has_code_flag(f, flag):
    if not isfunction(f) and not ismethod(f) and hasattr(f, 'func'):
        f = _partial_target(f)
    while ismethod(f):
        f = f.__func__
    if type(f).__name__ == 'partial':
        f = _partial_target(f)
    if not isfunction(f):
        from _inspect_signature import _is_functionlike
        if not _is_functionlike(f):
            return False
    return bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    """True for functions that make generators."""
    return _has_code_flag(obj, CO_GENERATOR)


_is_coroutine_marker = object()


def _has_coroutine_mark(f):
    while ismethod(f):
        f = f.__func__
    f = _partial_target(f)
    return getattr(f, "_is_coroutine_marker", None) is _is_coroutine_marker


def markcoroutinefunction(func):
    """Make iscoroutinefunction() say yes to a callable that returns a coroutine."""
    if hasattr(func, '__func__'):
        func = func.__func__
    func._is_coroutine_marker = _is_coroutine_marker
    return func


def iscoroutinefunction(obj):
    """True for functions written with `async def` (and no yield) and for marked ones."""
    return _has_code_flag(obj, CO_COROUTINE) or _has_coroutine_mark(obj)


def isasyncgenfunction(obj):
    """True for functions that make async generators."""
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


def isasyncgen(object):
    """True for async generators."""
    return isinstance(object, types.AsyncGeneratorType)


def isgenerator(object):
    """True for generators."""
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    """True for coroutines."""
    return isinstance(object, types.CoroutineType)


def isawaitable(object):
    """True for what `await` takes."""
    if isinstance(object, types.CoroutineType):
        return True
    if isinstance(object, types.GeneratorType):
        return bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    import _collections_abc
    return isinstance(object, _collections_abc.Awaitable)


def istraceback(object):
    """True for tracebacks."""
    return isinstance(object, types.TracebackType)


def isframe(object):
    """True for frames."""
    return isinstance(object, types.FrameType)


def iscode(object):
    """True for code objects."""
    return isinstance(object, types.CodeType)


def isbuiltin(object):
    """True for native functions and bound native methods."""
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    """True for bound special methods of native types."""
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    """True for functions and methods of any kind."""
    return (isbuiltin(object) or isfunction(object) or ismethod(object)
            or ismethoddescriptor(object) or ismethodwrapper(object))


def isabstract(object):
    """True for classes with abstract methods left."""
    if not isinstance(object, type):
        return False
    if object.__flags__ & TPFLAGS_IS_ABSTRACT:
        return True
    if not isinstance(object, abc.ABCMeta) or hasattr(object, '__abstractmethods__'):
        return False
    # asked from __init_subclass__, before the metaclass has worked the flag out
    for name, value in object.__dict__.items():
        if getattr(value, "__isabstractmethod__", False):
            return True
    for base in object.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(object, name, None), "__isabstractmethod__", False):
                return True
    return False


# ---- members

def _getmembers(object, predicate, getter):
    results = []
    seen = set()
    names = dir(object)
    if isclass(object):
        # attributes that hide themselves from dir() and the class, such as an enum's `value`
        mro = object.__mro__
        try:
            for base in object.__bases__:
                for name, value in base.__dict__.items():
                    if isinstance(value, types.DynamicClassAttribute):
                        names.append(name)
        except AttributeError:
            pass
    else:
        mro = ()
    for name in names:
        try:
            value = getter(object, name)
            if name in seen:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue        # dir() named what is not there
        if not predicate or predicate(value):
            results.append((name, value))
        seen.add(name)
    results.sort(key=lambda pair: pair[0])
    return results


def getmembers(object, predicate=None):
    """Return the (name, value) pairs of an object's attributes, by name, optionally only some."""
    return _getmembers(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """Like getmembers(), but without running descriptors, __getattr__ or __getattribute__."""
    return _getmembers(object, predicate, getattr_static)


Attribute = namedtuple('Attribute', 'name kind defining_class object')


def classify_class_attrs(cls):
    """Return an Attribute for each name in dir(cls): how it is defined, and where."""
    mro = getmro(cls)
    metamro = tuple(c for c in getmro(type(cls)) if c not in (type, object))
    class_bases = (cls,) + mro
    all_bases = class_bases + metamro
    names = dir(cls)
    for base in mro:
        for name, value in base.__dict__.items():
            if isinstance(value, types.DynamicClassAttribute) and value.fget is not None:
                names.append(name)
    result = []
    processed = set()
    for name in names:
        home = None
        got = None
        raw = None
        if name not in processed:
            try:
                if name == '__dict__':
                    raise Exception("__dict__ is special, don't want the proxy")
                got = getattr(cls, name)
            except Exception:
                pass
            else:
                home = getattr(got, "__objclass__", home)
                if home not in class_bases:
                    home = None     # a descriptor with an attribute of its own
                    last = None
                    for base in class_bases:
                        if getattr(base, name, None) is got:
                            last = base
                    for base in metamro:
                        try:
                            if base.__getattr__(cls, name) is got:
                                last = base
                        except AttributeError:
                            continue
                    if last is not None:
                        home = last
        for base in all_bases:
            if name in base.__dict__:
                raw = base.__dict__[name]
                if home not in metamro:
                    home = base
                break
        if home is None:
            continue
        shown = got if got is not None else raw
        if isinstance(raw, (staticmethod, types.BuiltinMethodType)):
            kind, shown = "static method", raw
        elif isinstance(raw, (classmethod, types.ClassMethodDescriptorType)):
            kind, shown = "class method", raw
        elif isinstance(raw, property):
            kind, shown = "property", raw
        elif isroutine(shown):
            kind = "method"
        else:
            kind = "data"
        result.append(Attribute(name, kind, home, shown))
        processed.add(name)
    return result


def getmro(cls):
    "Return the classes that attributes are looked up in, in order."
    return cls.__mro__


_sentinel = object()


def _class_entry(cls, name):
    for base in type.__dict__['__mro__'].__get__(cls):
        namespace = type.__dict__['__dict__'].__get__(base)
        if name in namespace:
            return namespace[name]
    return _sentinel


def getattr_static(obj, attr, default=_sentinel):
    """Return an attribute as it is stored, running no code of the object or its class."""
    found_here = _sentinel
    if not isinstance(type(obj), type) or not issubclass(type(obj), type):
        klass = type(obj)
        dict_entry = _class_entry(klass, '__dict__')
        if dict_entry is _sentinel or type(dict_entry) is types.GetSetDescriptorType:
            try:
                found_here = object.__getattribute__(obj, '__dict__').get(attr, _sentinel)
            except AttributeError:
                pass
        elif type(dict_entry) is types.MemberDescriptorType:
            found_here = dict_entry.__get__(obj).get(attr, _sentinel)
    else:
        klass = obj
    found_class = _class_entry(klass, attr)
    if found_here is not _sentinel and found_class is not _sentinel:
        kind = type(found_class)
        if (_class_entry(kind, '__get__') is not _sentinel
                and (_class_entry(kind, '__set__') is not _sentinel
                     or _class_entry(kind, '__delete__') is not _sentinel)):
            return found_class
    if found_here is not _sentinel:
        return found_here
    if found_class is not _sentinel:
        return found_class
    if obj is klass:
        found_meta = _class_entry(type(klass), attr)
        if found_meta is not _sentinel:
            return found_meta
    if default is not _sentinel:
        return default
    raise AttributeError(attr)


def unwrap(func, *, stop=None):
    """Follow `__wrapped__` to the innermost function (or to where stop() says yes)."""
    start = func
    seen = {id(func): func}
    limit = sys.getrecursionlimit()
    while hasattr(func, '__wrapped__'):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= limit:
            raise ValueError(f'wrapper loop when unwrapping {start!r}')
        seen[id(func)] = func
    return func


# ---- annotations

def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """Return a new dict of an object's own annotations, {} if it has none.

    With `eval_str`, annotations that are strings are evaluated where the object was defined.
    """
    if isinstance(obj, type):
        ann = type.__dict__['__dict__'].__get__(obj).get('__annotations__', None)
        if isinstance(ann, types.GetSetDescriptorType):
            ann = None
        module = sys.modules.get(getattr(obj, '__module__', None))
        obj_globals = getattr(module, '__dict__', None)
        obj_locals = dict(vars(obj))
        unwrapped = obj
    elif isinstance(obj, types.ModuleType):
        ann = getattr(obj, '__annotations__', None)
        obj_globals = obj.__dict__
        obj_locals = None
        unwrapped = None
    elif callable(obj):
        ann = getattr(obj, '__annotations__', None)
        obj_globals = getattr(obj, '__globals__', None)
        obj_locals = None
        unwrapped = obj
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if ann is None:
        return {}
    if not isinstance(ann, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not ann or not eval_str:
        return dict(ann)
    if unwrapped is not None:
        while True:
            if hasattr(unwrapped, '__wrapped__'):
                unwrapped = unwrapped.__wrapped__
            elif _partial_target(unwrapped) is not unwrapped:
                unwrapped = _partial_target(unwrapped)
            else:
                break
        obj_globals = getattr(unwrapped, '__globals__', obj_globals)
    if globals is None:
        globals = obj_globals
    if locals is None:
        locals = obj_locals or {}
    for param in getattr(obj, '__type_params__', ()):
        locals = {param.__name__: param} | dict(locals)
    return {key: eval(value, globals, locals) if isinstance(value, str) else value
            for key, value in ann.items()}


def formatannotation(annotation, base_module=None):
    """Return an annotation's text: names without `builtins.` and `typing.`."""
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


def formatannotationrelativeto(object):
    """Return a formatannotation() that leaves out the object's own module."""
    module = getattr(object, '__module__', None)

    def _formatannotation(annotation):
        return formatannotation(annotation, module)
    return _formatannotation


# ---- documentation

def _finddoc(obj):
    # The documentation of what a method or property overrides.
    if isclass(obj):
        for base in obj.__mro__:
            if base is not object and base.__doc__ is not None:
                return base.__doc__
        return None
    if ismethod(obj):
        name = obj.__func__.__name__
        owner = obj.__self__
        cls = owner if isclass(owner) else owner.__class__
    elif isfunction(obj):
        name = obj.__name__
        cls = sys.modules.get(obj.__module__)
        for part in obj.__qualname__.split('.')[:-1]:
            cls = getattr(cls, part, None)
        if not isclass(cls) or getattr_static(cls, name, None) is not obj:
            return None
    elif isbuiltin(obj):
        name = obj.__name__
        owner = obj.__self__
        cls = owner if isclass(owner) else owner.__class__
    elif isinstance(obj, property):
        name = obj.fget.__name__
        cls = sys.modules.get(obj.fget.__module__)
        for part in obj.fget.__qualname__.split('.')[:-1]:
            cls = getattr(cls, part, None)
        if cls is None or getattr(cls, name, None) is not obj:
            return None
    elif ismethoddescriptor(obj) or isdatadescriptor(obj):
        name = getattr(obj, '__name__', None)
        cls = getattr(obj, '__objclass__', None)
        if cls is None or getattr(cls, name, None) is not obj:
            return None
        if ismemberdescriptor(obj) and isinstance(cls.__dict__.get('__slots__'), dict) and name in cls.__slots__:
            return cls.__slots__[name]
    else:
        return None
    for base in getattr(cls, '__mro__', ()):
        try:
            doc = getattr(base, name).__doc__
        except AttributeError:
            continue
        if doc is not None:
            return doc
    return None


def getdoc(object):
    """Return the documentation string, cleaned of indentation; inherited if the object has none."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        try:
            doc = _finddoc(object)
        except (AttributeError, TypeError):
            return None
    if not isinstance(doc, str):
        return None
    return cleandoc(doc)


def cleandoc(doc):
    """Take the common indentation off all lines but the first, and blank lines off both ends."""
    lines = doc.expandtabs().split('\n')
    margin = min((len(line) - len(line.lstrip(' ')) for line in lines[1:] if line.strip(' ')), default=None)
    lines[0] = lines[0].lstrip(' ')
    if margin is not None:
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


# ---- class trees

def walktree(classes, children, parent):
    """One level of getclasstree()."""
    results = []
    classes.sort(key=lambda c: (c.__module__, c.__name__))
    for c in classes:
        results.append((c, c.__bases__))
        if c in children:
            results.append(walktree(children[c], children, c))
    return results


def getclasstree(classes, unique=False):
    """Arrange classes as nested lists: an entry (class, bases), then the list of what derives from it."""
    children = {}
    roots = []
    for c in classes:
        if c.__bases__:
            for parent in c.__bases__:
                below = children.setdefault(parent, [])
                if c not in below:
                    below.append(c)
                if unique and parent in classes:
                    break
        elif c not in roots:
            roots.append(c)
    for parent in children:
        if parent not in classes:
            roots.append(parent)
    return walktree(roots, children, None)


# ---- arguments

Arguments = namedtuple('Arguments', 'args, varargs, varkw')
FullArgSpec = namedtuple('FullArgSpec',
                         'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations')
ArgInfo = namedtuple('ArgInfo', 'args varargs keywords locals')
ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound')


def getargs(co):
    """Return the parameter names of a code object; keyword-only ones follow in `args`."""
    if not iscode(co):
        raise TypeError(f'{co!r} is not a code object')
    names = co.co_varnames
    index = co.co_argcount + co.co_kwonlyargcount
    args = list(names[:index])
    varargs = varkw = None
    if co.co_flags & CO_VARARGS:
        varargs = names[index]
        index += 1
    if co.co_flags & CO_VARKEYWORDS:
        varkw = names[index]
    return Arguments(args, varargs, varkw)


def getfullargspec(func):
    """Return a FullArgSpec; bound methods show self. signature() tells more."""
    import _inspect_signature as sigs
    try:
        sig = sigs._Finder(sigs.Signature, follow_wrapped=False, skip_bound=False).find(func)
    except Exception as exc:
        raise TypeError('unsupported callable') from exc
    args = []
    posonly = []
    kwonly = []
    defaults = []
    kwdefaults = {}
    empty = sigs._empty
    annotations = {}
    if sig.return_annotation is not empty:
        annotations['return'] = sig.return_annotation
    varargs = varkw = None
    for param in sig.parameters.values():
        kind, name = param.kind, param.name
        if kind is sigs._POSITIONAL_ONLY or kind is sigs._POSITIONAL_OR_KEYWORD:
            (posonly if kind is sigs._POSITIONAL_ONLY else args).append(name)
            if param.default is not empty:
                defaults.append(param.default)
        elif kind is sigs._VAR_POSITIONAL:
            varargs = name
        elif kind is sigs._KEYWORD_ONLY:
            kwonly.append(name)
            if param.default is not empty:
                kwdefaults[name] = param.default
        else:
            varkw = name
        if param.annotation is not empty:
            annotations[name] = param.annotation
    return FullArgSpec(posonly + args, varargs, varkw, tuple(defaults) or None, kwonly, kwdefaults or None,
                       annotations)


def getargvalues(frame):
    """Return the parameters of a frame's function and the frame's locals."""
    args, varargs, varkw = getargs(frame.f_code)
    return ArgInfo(args, varargs, varkw, frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: '*' + name,
                    formatvarkw=lambda name: '**' + name, formatvalue=lambda value: '=' + repr(value)):
    """Return the text of what getargvalues() gives."""
    specs = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        specs.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        specs.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return '(' + ', '.join(specs) + ')'


def _missing_arguments(f_name, argnames, pos, values):
    names = [repr(name) for name in argnames if name not in values]
    missing = len(names)
    if missing == 1:
        s = names[0]
    elif missing == 2:
        s = "{} and {}".format(*names)
    else:
        s = ', '.join(names[:-2]) + ', {} and {}'.format(*names[-2:])
    raise TypeError("%s() missing %i required %s argument%s: %s" %
                    (f_name, missing, "positional" if pos else "keyword-only", "" if missing == 1 else "s", s))


def _too_many(f_name, args, kwonly, varargs, defcount, given, values):
    atleast = len(args) - defcount
    kwonly_given = len([arg for arg in kwonly if arg in values])
    if varargs:
        plural = atleast != 1
        sig = "at least %d" % (atleast,)
    elif defcount:
        plural = True
        sig = "from %d to %d" % (atleast, len(args))
    else:
        plural = len(args) != 1
        sig = str(len(args))
    kwonly_sig = ""
    if kwonly_given:
        kwonly_sig = (" positional argument%s (and %d keyword-only argument%s)" %
                      ("s" if given != 1 else "", kwonly_given, "s" if kwonly_given != 1 else ""))
    raise TypeError("%s() takes %s positional argument%s but %d%s %s given" %
                    (f_name, sig, "s" if plural else "", given, kwonly_sig,
                     "was" if given == 1 and not kwonly_given else "were"))


def getcallargs(func, /, *positional, **named):
    """Return the mapping from parameter names to values that a call would make."""
    args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, _ = getfullargspec(func)
    f_name = func.__name__
    values = {}
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__,) + positional
    given = len(positional)
    defcount = len(defaults) if defaults else 0
    values.update(zip(args, positional))
    if varargs:
        values[varargs] = tuple(positional[len(args):])
    possible = set(args + kwonlyargs)
    if varkw:
        values[varkw] = {}
    for name, value in named.items():
        if name not in possible:
            if not varkw:
                raise TypeError("%s() got an unexpected keyword argument %r" % (f_name, name))
            values[varkw][name] = value
        elif name in values:
            raise TypeError("%s() got multiple values for argument %r" % (f_name, name))
        else:
            values[name] = value
    if given > len(args) and not varargs:
        _too_many(f_name, args, kwonlyargs, varargs, defcount, given, values)
    if given < len(args):
        required = args[:len(args) - defcount]
        if any(name not in values for name in required):
            _missing_arguments(f_name, required, True, values)
        for i, name in enumerate(args[len(args) - defcount:]):
            values.setdefault(name, defaults[i])
    missing = False
    for name in kwonlyargs:
        if name not in values:
            if kwonlydefaults and name in kwonlydefaults:
                values[name] = kwonlydefaults[name]
            else:
                missing = True
    if missing:
        _missing_arguments(f_name, kwonlyargs, False, values)
    return values


def getclosurevars(func):
    """Return what a function's free and global names stand for now."""
    import builtins
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError("{!r} is not a Python function".format(func))
    code = func.__code__
    if func.__closure__ is None:
        nonlocals = {}
    else:
        nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__)}
    namespace = func.__globals__
    builtin_names = namespace.get("__builtins__", builtins.__dict__)
    if ismodule(builtin_names):
        builtin_names = builtin_names.__dict__
    found_globals = {}
    found_builtins = {}
    unbound = set()
    for name in code.co_names:
        if name in ("None", "True", "False"):
            continue
        if name in namespace:
            found_globals[name] = namespace[name]
        elif name in builtin_names:
            found_builtins[name] = builtin_names[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found_globals, found_builtins, unbound)


# ---- frames

_Traceback = namedtuple('_Traceback', 'filename lineno function code_context index')
_FrameInfo = namedtuple('_FrameInfo', ('frame',) + _Traceback._fields)
_Positions = namedtuple('Positions', 'lineno end_lineno col_offset end_col_offset', defaults=(None,) * 4,
                        module='dis')


class Traceback(_Traceback):
    """What getframeinfo() gives: a place, its source lines and, as an attribute, the columns."""

    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, filename, lineno, function, code_context, index)
        self.positions = positions
        return self

    def __repr__(self):
        return ('Traceback(filename={!r}, lineno={!r}, function={!r}, code_context={!r}, index={!r}, '
                'positions={!r})'.format(*self, self.positions))


class FrameInfo(_FrameInfo):
    """A frame and what getframeinfo() gives for it."""

    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        self.positions = positions
        return self

    def __repr__(self):
        return ('FrameInfo(frame={!r}, filename={!r}, lineno={!r}, function={!r}, code_context={!r}, '
                'index={!r}, positions={!r})'.format(*self, self.positions))


def _code_position(code, lasti):
    if lasti < 0:
        return (None, None, None, None)
    from itertools import islice
    return next(islice(code.co_positions(), lasti // 2, None))


def getframeinfo(frame, context=1):
    """Return a Traceback for a frame or traceback, with `context` lines of source around the line."""
    if istraceback(frame):
        positions = _code_position(frame.tb_frame.f_code, frame.tb_lasti)
        lineno = frame.tb_lineno
        frame = frame.tb_frame
    else:
        lineno = frame.f_lineno
        positions = _code_position(frame.f_code, frame.f_lasti)
    if positions[0] is None:
        positions = (lineno,) + tuple(positions[1:])
    else:
        lineno = positions[0]
    if not isframe(frame):
        raise TypeError('{!r} is not a frame or traceback object'.format(frame))
    import _inspect_source
    filename = _inspect_source.getsourcefile(frame) or _inspect_source.getfile(frame)
    lines = index = None
    if context > 0:
        start = lineno - 1 - context // 2
        try:
            lines, _ = _inspect_source.findsource(frame)
        except OSError:
            pass
        else:
            start = max(0, min(start, len(lines) - context))
            lines = lines[start:start + context]
            index = lineno - 1 - start
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index, positions=_Positions(*positions))


def getlineno(frame):
    """Return the current line number of a frame."""
    return frame.f_lineno


def _frame_info(frame, place, context):
    info = getframeinfo(place, context)
    return FrameInfo(frame, *info, positions=info.positions)


def getouterframes(frame, context=1):
    """Return FrameInfo records from a frame outwards."""
    found = []
    while frame:
        found.append(_frame_info(frame, frame, context))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    """Return FrameInfo records of a traceback's entries."""
    found = []
    while tb:
        found.append(_frame_info(tb.tb_frame, tb, context))
        tb = tb.tb_next
    return found


def currentframe():
    """Return the caller's frame."""
    return sys._getframe(1)


def stack(context=1):
    """Return FrameInfo records from the caller outwards."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """Return FrameInfo records of the exception being handled."""
    exc = sys.exception()
    return getinnerframes(None if exc is None else exc.__traceback__, context)


# ---- generators and coroutines

GEN_CREATED = 'GEN_CREATED'
GEN_RUNNING = 'GEN_RUNNING'
GEN_SUSPENDED = 'GEN_SUSPENDED'
GEN_CLOSED = 'GEN_CLOSED'
CORO_CREATED = 'CORO_CREATED'
CORO_RUNNING = 'CORO_RUNNING'
CORO_SUSPENDED = 'CORO_SUSPENDED'
CORO_CLOSED = 'CORO_CLOSED'
AGEN_CREATED = 'AGEN_CREATED'
AGEN_RUNNING = 'AGEN_RUNNING'
AGEN_SUSPENDED = 'AGEN_SUSPENDED'
AGEN_CLOSED = 'AGEN_CLOSED'


def getgeneratorstate(generator):
    """Return GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED or GEN_CLOSED."""
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getgeneratorlocals(generator):
    """Return the names and values of a generator's locals, {} once it has ended."""
    if not isgenerator(generator):
        raise TypeError("{!r} is not a Python generator".format(generator))
    frame = getattr(generator, "gi_frame", None)
    return {} if frame is None else frame.f_locals


def getcoroutinestate(coroutine):
    """Return CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED or CORO_CLOSED."""
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


def getcoroutinelocals(coroutine):
    """Return the names and values of a coroutine's locals, {} once it has ended."""
    frame = getattr(coroutine, "cr_frame", None)
    return {} if frame is None else frame.f_locals


def getasyncgenstate(agen):
    """Return AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED or AGEN_CLOSED."""
    if agen.ag_running:
        return AGEN_RUNNING
    if agen.ag_suspended:
        return AGEN_SUSPENDED
    return AGEN_CLOSED if agen.ag_frame is None else AGEN_CREATED


def getasyncgenlocals(agen):
    """Return the names and values of an async generator's locals, {} once it has ended."""
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    frame = getattr(agen, "ag_frame", None)
    return {} if frame is None else frame.f_locals


def _main():
    """The source of a module, or of something in it, or where it comes from."""
    import argparse
    import importlib
    import inspect  # here it is __main__, which lacks what is looked up late
    parser = argparse.ArgumentParser()
    parser.add_argument('object', help="The object to be analysed. It supports the 'module:qualname' syntax")
    parser.add_argument('-d', '--details', action='store_true', help='Display info about the module rather than its source code')
    arguments = parser.parse_args()
    module_name, has_parts, parts = arguments.object.partition(':')
    try:
        found = module = importlib.import_module(module_name)
    except Exception as error:
        print(f'Failed to import {module_name} ({type(error).__name__}: {error})', file=sys.stderr)
        sys.exit(2)
    for part in parts.split('.') if has_parts else ():
        found = getattr(found, part)
    if module.__name__ in sys.builtin_module_names or getattr(module, '__file__', None) is None:
        print("Can't get info for builtin modules.", file=sys.stderr)
        sys.exit(1)
    if not arguments.details:
        print(inspect.getsource(found))
        return
    print(f'Target: {arguments.object}')
    print(f'Origin: {inspect.getsourcefile(module)}')
    print(f'Cached: {module.__cached__}')
    if found is module:
        print(f'Loader: {module.__loader__!r}')
        if hasattr(module, '__path__'):
            print(f'Submodule search path: {module.__path__}')
    else:
        try:
            line = inspect.findsource(found)[1]
        except Exception:
            pass
        else:
            print(f'Line: {line}')
    print()


if __name__ == '__main__':
    _main()
