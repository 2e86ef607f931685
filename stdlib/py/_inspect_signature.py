"""Signatures of callables: Parameter, Signature, BoundArguments, and how they are found (public name: inspect).

A signature comes from a code object, from the text that natives carry (`__text_signature__`), or by working on
the signature of another callable: a bound method loses its first parameter, a partial those that are given, a
class takes its constructor's.
"""
import types
from collections import OrderedDict

_CO_VARARGS = 4
_CO_VARKEYWORDS = 8


class _empty:
    """Stands for "no default" and "no annotation"."""


class _ParameterKind(int):
    # An enumeration in all but its machinery, which would have to be imported with every use of this module.
    def __new__(cls, value, name, description):
        self = super().__new__(cls, value)
        self.name = name
        self.value = value
        self.description = description
        return self

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {int(self)}>'

    def __str__(self):
        return self.name

    def __reduce__(self):
        return _kind_of, (int(self),)


_KINDS = tuple(
    _ParameterKind(value, name, name.lower().replace('_or_', ' or ').replace('_only', '-only')
                   .replace('var_positional', 'variadic positional').replace('var_keyword', 'variadic keyword'))
    for value, name in enumerate(('POSITIONAL_ONLY', 'POSITIONAL_OR_KEYWORD', 'VAR_POSITIONAL', 'KEYWORD_ONLY',
                                  'VAR_KEYWORD')))
_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _KINDS
for _kind in _KINDS:
    setattr(_ParameterKind, _kind.name, _kind)
del _kind


def _kind_of(value):
    if isinstance(value, int) and 0 <= value < len(_KINDS):
        return _KINDS[value]
    raise ValueError(f'value {value!r} is not a valid Parameter.kind')


class _void:
    """Stands for an argument that was not given."""

    __module__ = 'inspect'



class Parameter:
    """A parameter of a signature. Immutable; replace() makes changed copies."""

    __slots__ = ('_name', '_kind', '_default', '_annotation')

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        kind = _kind_of(kind)
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{kind.description} parameters cannot have default values')
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if name[0] == '.' and name[1:].isdigit():
            # the hidden argument of a generator expression
            if kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError('implicit arguments must be passed as '
                                 f'positional or keyword arguments, not {kind.description}')
            kind = _POSITIONAL_ONLY
            name = f'implicit{name[1:]}'
        from keyword import iskeyword
        if not name.isidentifier() or (iskeyword(name) and kind is not _POSITIONAL_ONLY):
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name = name
        self._kind = kind
        self._default = default
        self._annotation = annotation

    def __reduce__(self):
        return (type(self), (self._name, self._kind),
                {'_default': self._default, '_annotation': self._annotation})

    def __setstate__(self, state):
        self._default = state['_default']
        self._annotation = state['_annotation']

    @property
    def name(self):
        return self._name

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    @property
    def kind(self):
        return self._kind

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """Return a copy with some parts changed."""
        return type(self)(self._name if name is _void else name,
                          self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += f': {_formatted(self._annotation)}'
        if self._default is not _empty:
            text += f'{" = " if self._annotation is not _empty else "="}{self._default!r}'
        if self._kind == _VAR_POSITIONAL:
            return '*' + text
        if self._kind == _VAR_KEYWORD:
            return '**' + text
        return text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name == other._name and self._kind == other._kind
                and self._default == other._default and self._annotation == other._annotation)


def _formatted(annotation):
    from inspect import formatannotation
    return formatannotation(annotation)


class BoundArguments:
    """The result of Signature.bind(): parameter names mapped to the arguments of a call."""

    __slots__ = ('arguments', '_signature', '__weakref__')

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        found = []
        for name, param in self._signature.parameters.items():
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                break
            try:
                value = self.arguments[name]
            except KeyError:
                break           # the rest goes by keyword
            if param.kind == _VAR_POSITIONAL:
                found.extend(value)
            else:
                found.append(value)
        return tuple(found)

    @property
    def kwargs(self):
        found = {}
        by_keyword = False
        for name, param in self._signature.parameters.items():
            if not by_keyword:
                if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    by_keyword = True
                elif name not in self.arguments:
                    by_keyword = True
                    continue
            if not by_keyword or name not in self.arguments:
                continue
            if param.kind == _VAR_KEYWORD:
                found.update(self.arguments[name])
            else:
                found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        """Put the defaults in for arguments that were not given (() and {} for *args and **kwargs)."""
        given = self.arguments
        full = []
        for name, param in self._signature.parameters.items():
            if name in given:
                full.append((name, given[name]))
            elif param.default is not _empty:
                full.append((name, param.default))
            elif param.kind is _VAR_POSITIONAL:
                full.append((name, ()))
            elif param.kind is _VAR_KEYWORD:
                full.append((name, {}))
            # bind_partial() leaves required ones out
        self.arguments = dict(full)

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __setstate__(self, state):
        self._signature = state['_signature']
        self.arguments = state['arguments']

    def __getstate__(self):
        return {'_signature': self._signature, 'arguments': self.arguments}

    def __repr__(self):
        args = ', '.join([f'{name}={value!r}' for name, value in self.arguments.items()])
        return f'<{self.__class__.__name__} ({args})>'


class Signature:
    """The parameters of a callable, in order, and the annotation of what it returns. Immutable."""

    __slots__ = ('_return_annotation', '_parameters')

    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        named = OrderedDict()
        if parameters is not None:
            if __validate_parameters__:
                top_kind = _POSITIONAL_ONLY
                defaults = False
                for param in parameters:
                    kind = param.kind
                    if kind < top_kind:
                        raise ValueError(f'wrong parameter order: {top_kind.description} parameter before '
                                         f'{kind.description} parameter')
                    top_kind = kind
                    if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                        if param.default is not _empty:
                            defaults = True
                        elif defaults:
                            raise ValueError('non-default argument follows default argument')
                    if param.name in named:
                        raise ValueError(f'duplicate parameter name: {param.name!r}')
                    named[param.name] = param
            else:
                named = OrderedDict((param.name, param) for param in parameters)
        self._parameters = types.MappingProxyType(named)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """Work out the signature of a callable."""
        return _Finder(cls, follow_wrapped, globals, locals, eval_str).find(obj)

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_void, return_annotation=_void):
        """Return a copy with some parts changed."""
        return type(self)(self.parameters.values() if parameters is _void else parameters,
                          return_annotation=self._return_annotation if return_annotation is _void
                          else return_annotation)

    def _hash_basis(self):
        params = self.parameters.values()
        return (tuple(p for p in params if p.kind != _KEYWORD_ONLY),
                {p.name: p for p in params if p.kind == _KEYWORD_ONLY}, self.return_annotation)

    def __hash__(self):
        params, keyword_only, returns = self._hash_basis()
        return hash((params, frozenset(keyword_only.values()), returns))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return self._hash_basis() == other._hash_basis()

    def bind(self, /, *args, **kwargs):
        """Match arguments to parameters as a call would; TypeError if they do not fit."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """Like bind(), but required arguments may be missing."""
        return self._bind(args, kwargs, partial=True)

    def _bind(self, args, kwargs, *, partial=False):
        arguments = {}
        kwargs = dict(kwargs)
        params = list(self.parameters.values())
        rest = len(args)
        var_keyword = None
        misplaced = []

        # parameters that positional arguments can reach
        index = 0
        while index < len(params) and rest:
            param = params[index]
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                break
            if param.kind == _VAR_POSITIONAL:
                arguments[param.name] = args[len(args) - rest:]
                rest = 0
                index += 1
                break
            if param.name in kwargs and param.kind != _POSITIONAL_ONLY:
                raise TypeError(f'multiple values for argument {param.name!r}')
            arguments[param.name] = args[len(args) - rest]
            rest -= 1
            index += 1
        if rest:
            raise TypeError('too many positional arguments')

        # The rest by keyword. A missing keyword-only one is called that only if nothing before it could be left out.
        all_required = not any(p.kind == _VAR_POSITIONAL for p in params[:index])
        for param in params[index:]:
            if param.kind in (_VAR_POSITIONAL, _VAR_KEYWORD) or param.default is not _empty or param.name in kwargs:
                all_required = False
            if param.kind == _VAR_KEYWORD:
                var_keyword = param
            elif param.kind == _VAR_POSITIONAL:
                continue
            elif param.kind == _POSITIONAL_ONLY and param.name in kwargs:
                raise TypeError(f'{param.name!r} parameter is positional only, '
                                'but was passed as a keyword')
            elif param.kind != _POSITIONAL_ONLY and param.name in kwargs:
                arguments[param.name] = kwargs.pop(param.name)
            elif not partial and param.default is _empty:
                which = ' keyword-only' if all_required and param.kind == _KEYWORD_ONLY else ''
                raise TypeError(f'missing a required{which} argument: {param.name!r}')
        if kwargs:
            if var_keyword is None:
                raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
            arguments[var_keyword.name] = kwargs
        return self._bound_arguments_cls(self, arguments)

    def __reduce__(self):
        return (type(self), (tuple(self._parameters.values()),),
                {'_return_annotation': self._return_annotation})

    def __setstate__(self, state):
        self._return_annotation = state['_return_annotation']

    def __repr__(self):
        return f'<{self.__class__.__name__} {self}>'

    def __str__(self):
        parts = []
        slash_due = False
        star_due = True
        for param in self.parameters.values():
            kind = param.kind
            if kind == _POSITIONAL_ONLY:
                slash_due = True
            elif slash_due:
                parts.append('/')
                slash_due = False
            if kind == _VAR_POSITIONAL:
                star_due = False
            elif kind == _KEYWORD_ONLY and star_due:
                parts.append('*')
                star_due = False
            parts.append(str(param))
        if slash_due:
            parts.append('/')
        text = f'({", ".join(parts)})'
        if self.return_annotation is not _empty:
            text += f' -> {_formatted(self.return_annotation)}'
        return text


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """Return the signature of a callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals,
                                   eval_str=eval_str)


for _thing in (_empty, _ParameterKind, Parameter, BoundArguments, Signature, signature):
    _thing.__module__ = 'inspect'
del _thing


# ---- finding signatures

_BUILTIN_TYPES = (types.BuiltinFunctionType, types.WrapperDescriptorType, types.MethodWrapperType,
                  types.MethodDescriptorType, types.ClassMethodDescriptorType)


def _is_functionlike(obj):
    # Functions compiled by other tools pass for functions if they have all that is needed.
    if not callable(obj) or isinstance(obj, type):
        return False
    defaults = getattr(obj, '__defaults__', _void)
    kwdefaults = getattr(obj, '__kwdefaults__', _void)
    return (isinstance(getattr(obj, '__code__', None), types.CodeType)
            and isinstance(getattr(obj, '__name__', None), str)
            and (defaults is None or isinstance(defaults, tuple))
            and (kwdefaults is None or isinstance(kwdefaults, dict))
            and isinstance(getattr(obj, '__annotations__', None), (dict, type(None))))


def _is_native(obj):
    return isinstance(obj, _BUILTIN_TYPES) or obj in (type, object)


def _user_method(cls, name):
    # The class's method, unless it is the interpreter's own.
    try:
        found = getattr(cls, name)
    except AttributeError:
        return None
    if isinstance(found, _BUILTIN_TYPES):
        return None
    return found


class _Finder:
    # One search, with the options it was asked for.
    def __init__(self, sigcls, follow_wrapped=True, globals=None, locals=None, eval_str=False, skip_bound=True):
        self.sigcls = sigcls
        self.follow_wrapped = follow_wrapped
        self.globals = globals
        self.locals = locals
        self.eval_str = eval_str
        self.skip_bound = skip_bound

    def find(self, obj):
        if not callable(obj):
            raise TypeError(f'{obj!r} is not a callable object')
        if isinstance(obj, types.MethodType):
            return self.bound(self.find(obj.__func__))
        if self.follow_wrapped:
            from inspect import unwrap
            obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or isinstance(f, types.MethodType))
            if isinstance(obj, types.MethodType):
                return self.find(obj)
        stated = getattr(obj, '__signature__', None)
        if stated is not None:
            return self.stated(obj, stated)

        import functools
        method = getattr(obj, '_partialmethod', None)
        if isinstance(method, functools.partialmethod):
            return self.partial_method(method)
        if isinstance(obj, types.FunctionType) or _is_functionlike(obj):
            return self.function(obj)
        if _is_native(obj):
            return self.native(obj)
        if isinstance(obj, functools.partial):
            return self.partial(self.find(obj.func), obj)
        if isinstance(obj, type):
            return self.of_class(obj)
        return self.instance(obj)

    def stated(self, obj, stated):
        sig = stated
        if not isinstance(sig, (Signature, str)) and callable(sig):
            sig = sig()
        if isinstance(sig, Signature):
            return sig
        if isinstance(sig, str):
            return self.from_text(obj, sig)
        raise TypeError(f'unexpected object {stated!r} in __signature__ attribute')

    def bound(self, sig):
        # What is left when self has been passed.
        if not self.skip_bound:
            return sig
        params = list(sig.parameters.values())
        if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
            raise ValueError('invalid method signature')
        if params[0].kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            del params[0]       # *args would take self in
        return sig.replace(parameters=params)

    def function(self, func):
        from inspect import get_annotations
        make = self.sigcls._parameter_cls
        code = func.__code__
        names = code.co_varnames
        count = code.co_argcount
        annotations = get_annotations(func, globals=self.globals, locals=self.locals, eval_str=self.eval_str)
        defaults = func.__defaults__ or ()
        kwdefaults = func.__kwdefaults__ or {}
        first_default = count - len(defaults)
        params = []
        for i in range(count):
            name = names[i]
            params.append(make(
                name, _POSITIONAL_ONLY if i < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD,
                annotation=annotations.get(name, _empty),
                default=defaults[i - first_default] if i >= first_default else _empty))
        index = count + code.co_kwonlyargcount
        if code.co_flags & _CO_VARARGS:
            name = names[index]
            params.append(make(name, _VAR_POSITIONAL, annotation=annotations.get(name, _empty)))
            index += 1
        for name in names[count:count + code.co_kwonlyargcount]:
            params.append(make(name, _KEYWORD_ONLY, annotation=annotations.get(name, _empty),
                               default=kwdefaults.get(name, _empty)))
        if code.co_flags & _CO_VARKEYWORDS:
            name = names[index]
            params.append(make(name, _VAR_KEYWORD, annotation=annotations.get(name, _empty)))
        return self.sigcls(params, return_annotation=annotations.get('return', _empty),
                           __validate_parameters__=isinstance(func, types.FunctionType) is False)

    def native(self, obj):
        text = getattr(obj, '__text_signature__', None)
        if not text:
            raise ValueError(f'no signature found for builtin {obj!r}')
        return self.from_text(obj, text)

    def from_text(self, obj, text):
        params = _parse_text(self.sigcls._parameter_cls, obj, text)
        # A native bound to an object has used up its first parameter ($self).
        if params and text.lstrip('(').startswith('$'):
            owner = getattr(obj, '__self__', None)
            if owner is not None and (self.skip_bound or isinstance(owner, types.ModuleType)):
                del params[0]
            else:
                params[0] = params[0].replace(kind=_POSITIONAL_ONLY)
        elif params and params[0].name == 'self' and self.skip_bound and getattr(obj, '__self__', None) is not None:
            del params[0]
        return self.sigcls(params)

    def partial_method(self, method):
        wrapped = self.find(method.func)
        sig = self.partial(wrapped, method, (None,))
        first = next(iter(wrapped.parameters.values()))
        if first.kind is _VAR_POSITIONAL:
            return sig          # takes self with the rest
        return sig.replace(parameters=(first, *sig.parameters.values()))

    def partial(self, wrapped, partial, before=()):
        args = before + (partial.args or ())
        keywords = partial.keywords or {}
        try:
            given = wrapped.bind_partial(*args, **keywords).arguments
        except TypeError as exc:
            raise ValueError(f'partial object {partial!r} has incorrect arguments') from exc
        kept = []
        moved = []              # keyword-only, since a parameter before them was given by keyword
        by_keyword = False
        for param in wrapped.parameters.values():
            if param.name in given:
                if param.kind is _POSITIONAL_ONLY:
                    continue
                if param.kind is _POSITIONAL_OR_KEYWORD:
                    if param.name not in keywords:
                        continue
                    by_keyword = True
                    param = param.replace(default=given[param.name])
                elif param.kind is _KEYWORD_ONLY:
                    param = param.replace(default=given[param.name])
            if not by_keyword:
                kept.append(param)
            elif param.kind is _POSITIONAL_OR_KEYWORD:
                moved.append(param.replace(kind=_KEYWORD_ONLY))
            elif param.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                moved.append(param)
        return wrapped.replace(parameters=kept + moved)

    def of_class(self, cls):
        call = _user_method(type(cls), '__call__')
        if call is not None:
            return self.bound(self.find(call))
        new = _user_method(cls, '__new__')
        init = _user_method(cls, '__init__')
        for base in cls.__mro__:
            if new is not None and '__new__' in base.__dict__:
                return self.bound(self.find(new))
            if init is not None and '__init__' in base.__dict__:
                return self.bound(self.find(init))
        for base in cls.__mro__[:-1]:
            text = getattr(base, '__text_signature__', None)
            if text:
                return self.from_text(cls, text)
        if type not in cls.__mro__ and cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
            return self.sigcls()
        raise ValueError(f'no signature found for builtin type {cls!r}')

    def instance(self, obj):
        call = _user_method(type(obj), '__call__')
        if call is None:
            raise ValueError(f'callable {obj!r} is not supported by signature')
        return self.bound(self.find(call))


# ---- the text signatures of natives

def _split_top(text, separator):
    # Split at separators outside brackets and strings.
    parts = []
    depth = 0
    quote = ''
    start = 0
    i = 0
    while i < len(text):
        ch = text[i]
        if quote:
            if ch == '\\':
                i += 1
            elif ch == quote:
                quote = ''
        elif ch in '"\'':
            quote = ch
        elif ch in '([{':
            depth += 1
        elif ch in ')]}':
            depth -= 1
        elif ch == separator and not depth:
            parts.append(text[start:i])
            start = i + 1
        i += 1
    parts.append(text[start:])
    return parts


def _parse_text(make, obj, text):
    invalid = ValueError(f'{obj!r} builtin has invalid signature')
    end = text.rfind(')')
    if not text.startswith('(') or end < 0:
        raise invalid
    params = []
    kind = _POSITIONAL_OR_KEYWORD
    for part in _split_top(text[1:end], ','):
        part = part.strip()
        if not part:
            continue
        if part == '/':
            params = [p.replace(kind=_POSITIONAL_ONLY) for p in params]
            continue
        if part == '*':
            kind = _KEYWORD_ONLY
            continue
        name, _, default = (piece.strip() for piece in (part.partition('=') if '=' in part else (part, '', '')))
        name = name.partition(':')[0].strip().lstrip('$')
        if name.startswith('**'):
            params.append(_make(make, name[2:], _VAR_KEYWORD, invalid))
        elif name.startswith('*'):
            params.append(_make(make, name[1:], _VAR_POSITIONAL, invalid))
            kind = _KEYWORD_ONLY
        else:
            param = _make(make, name, kind, invalid)
            if default:
                value = _default_value(obj, default, invalid)
                param = param.replace(default=value)
            params.append(param)
    return params


def _make(make, name, kind, invalid):
    try:
        return make(name, kind)
    except (ValueError, IndexError):
        raise invalid from None


def _default_value(obj, text, invalid):
    import sys
    owner = getattr(obj, '__objclass__', obj)
    module = sys.modules.get(getattr(owner, '__module__', None) or 'builtins')
    if owner is not obj:
        text = text.replace(f'{owner.__module__}.', '')     # CPython knows the loaded modules by name
    try:
        return eval(text, dict(vars(module)) if module is not None else {})
    except Exception:
        raise invalid from None
