"""The special forms and the type variables of typing, and the checks that all hints go through.

What brackets make of them is in `_typing_generics`. The two need each other: that module imports this one and
puts the names that are missing here (BACK_REFERENCES) in place.
"""
import sys
import types
import functools
from _imp import like_native
from types import GenericAlias

# Reprs and pickles show the public module.
__name__ = 'typing'

BACK_REFERENCES = ('_GenericAlias', '_UnionGenericAlias', '_LiteralGenericAlias', '_ConcatenateGenericAlias',
                   '_UnpackGenericAlias', 'Generic', 'Protocol')


# ---- showing and checking

def _type_repr(obj):
    if isinstance(obj, type) and not isinstance(obj, GenericAlias):
        if obj.__module__ == 'builtins':
            return obj.__qualname__
        return f'{obj.__module__}.{obj.__qualname__}'
    if obj is ...:
        return '...'
    if isinstance(obj, types.FunctionType):
        return obj.__name__
    if isinstance(obj, tuple):
        return '[' + ', '.join(map(_type_repr, obj)) + ']'
    return repr(obj)


def _type_convert(arg, module=None, *, allow_special_forms=False):
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """Return the hint in its proper form; TypeError if it cannot be one."""
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms)
    invalid = (Generic, Protocol) if allow_special_forms else (Generic, Protocol, ClassVar) + (
        (Final,) if is_argument else ())
    if isinstance(arg, _GenericAlias) and arg.__origin__ in invalid:
        raise TypeError(f"{arg} is not valid as type argument")
    if arg in (Any, LiteralString, NoReturn, Never, Self, TypeAlias):
        return arg
    if allow_special_forms and arg in (ClassVar, Final):
        return arg
    if isinstance(arg, _SpecialForm) or arg in (Generic, Protocol):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _is_param_expr(arg):
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


def _is_unpacked(arg):
    return isinstance(arg, _UnpackGenericAlias) or (isinstance(arg, GenericAlias) and arg.__unpacked__)


def _is_unpacked_typevartuple(arg):
    return (not isinstance(arg, type)) and getattr(arg, '__typing_is_unpacked_typevartuple__', False)


def _collect_parameters(args):
    # The type variables in the arguments, each once, in order.
    found = {}
    for arg in args:
        if isinstance(arg, type):
            pass
        elif isinstance(arg, (tuple, list)):
            for param in _collect_parameters(arg):
                found[param] = None
        elif hasattr(arg, '__typing_subst__'):
            found[arg] = None
        else:
            for param in getattr(arg, '__parameters__', ()):
                found[param] = None
    return tuple(found)


def _check_count(cls, args, expected):
    if len(args) != expected:
        raise TypeError(f"Too {'many' if len(args) > expected else 'few'} arguments for {cls};"
                        f" actual {len(args)}, expected {expected}")


def _deduplicate(params):
    out = []
    for p in params:
        if p not in out:
            out.append(p)
    return out


def _tp_cache(func=None, /, *, typed=False):
    # Hints made twice are the same object, if their arguments can be hashed.
    def decorator(func):
        cached = functools.lru_cache(typed=typed)(func)

        @functools.wraps(func)
        def inner(*args, **kwds):
            try:
                return cached(*args, **kwds)
            except TypeError:
                return func(*args, **kwds)
        return inner
    return decorator if func is None else decorator(func)


class _Final:
    __slots__ = ('__weakref__',)

    def __init_subclass__(cls, /, *args, **kwds):
        if '_root' not in kwds:
            raise TypeError("Cannot subclass special typing classes")


class _OrSupport:
    # X | Y for what is no class.
    __slots__ = ()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


# ---- special forms

class _SpecialForm(_OrSupport, _Final, _root=True):
    # A name with a meaning of its own, such as Union; some take arguments in brackets.
    __slots__ = ('_name', '__doc__', '_getitem')
    __iter__ = None

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, item):
        if item in {'__name__', '__qualname__'}:
            return self._name
        raise AttributeError(item)

    @property
    def __module__(self):
        return 'typing'

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    @_tp_cache
    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """A hint for what may be anything."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


def _plain_form(name, doc):
    def form(self, parameters):
        raise TypeError(f"{self} is not subscriptable")
    form.__name__ = name
    form.__doc__ = doc
    return _SpecialForm(form)


NoReturn = _plain_form('NoReturn', "The result of a function that never returns.")
Never = _plain_form('Never', "The type without any value.")
Self = _plain_form('Self', "The class that the method is called on.")
LiteralString = _plain_form('LiteralString', "Text that comes from the program itself.")
TypeAlias = _plain_form('TypeAlias', "Marks an assignment as a type alias.")


@_SpecialForm
def ClassVar(self, parameters):
    """Marks a variable of the class, not of its objects."""
    item = _type_check(parameters, f'{self} accepts only single type.')
    return _GenericAlias(self, (item,))


@_SpecialForm
def Final(self, parameters):
    """Marks a name that is not to be assigned again."""
    item = _type_check(parameters, f'{self} accepts only single type.')
    return _GenericAlias(self, (item,))


@_SpecialForm
@_tp_cache
def Union(self, parameters):
    """One of several types."""
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    parameters = tuple(_type_check(p, "Union[arg, ...]: each arg must be a type.") for p in parameters)
    hash(parameters)
    flat = []
    for p in parameters:
        if isinstance(p, (_UnionGenericAlias, types.UnionType)):
            flat.extend(p.__args__)
        else:
            flat.append(p)
    parameters = tuple(_deduplicate(flat))
    if len(parameters) == 1:
        return parameters[0]
    if len(parameters) == 2 and type(None) in parameters:
        return _UnionGenericAlias(self, parameters, name="Optional")
    return _UnionGenericAlias(self, parameters)


@_SpecialForm
def Optional(self, parameters):
    """The type or None."""
    arg = _type_check(parameters, f"{self} requires a single type.")
    return Union[arg, type(None)]


class _LiteralForm(_SpecialForm, _root=True):
    # Takes values instead of types.
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return self._getitem(self, *parameters)


@_LiteralForm
@_tp_cache(typed=True)
def Literal(self, *parameters):
    """One of the given values."""
    flat = []
    for p in parameters:
        if isinstance(p, _LiteralGenericAlias):
            flat.extend(p.__args__)
        else:
            flat.append(p)
    try:
        flat = [value for value, _ in dict.fromkeys((p, type(p)) for p in flat)]
    except TypeError:       # what has no hash is kept as it came
        pass
    return _LiteralGenericAlias(self, tuple(flat))


@_SpecialForm
@_tp_cache
def Concatenate(self, parameters):
    """Parameters in front of those of a ParamSpec."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    parameters = (*(_type_check(p, "Concatenate[arg, ...]: each arg must be a type.")
                    for p in parameters[:-1]), parameters[-1])
    return _ConcatenateGenericAlias(self, parameters)


@_SpecialForm
def TypeGuard(self, parameters):
    """The result of a function that tells whether its argument is of the type."""
    item = _type_check(parameters, f'{self} accepts only single type.')
    return _GenericAlias(self, (item,))


@_SpecialForm
def Required(self, parameters):
    """Marks a key that a TypedDict must have."""
    item = _type_check(parameters, f'{self._name} accepts only a single type.')
    return _GenericAlias(self, (item,))


@_SpecialForm
def NotRequired(self, parameters):
    """Marks a key that a TypedDict may lack."""
    item = _type_check(parameters, f'{self._name} accepts only a single type.')
    return _GenericAlias(self, (item,))


@_SpecialForm
def Unpack(self, parameters):
    """The types inside a tuple type or a TypeVarTuple, in place."""
    item = _type_check(parameters, f'{self} accepts only single type.')
    return _UnpackGenericAlias(origin=self, args=(item,))


class ForwardRef(_Final, _root=True):
    """A hint written as a string, to be evaluated later."""

    __slots__ = ('__forward_arg__', '__forward_code__', '__forward_evaluated__', '__forward_value__',
                 '__forward_is_argument__', '__forward_is_class__', '__forward_module__')

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        text = f'({arg},)[0]' if arg[0] == '*' else arg
        try:
            code = compile(text, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_code__ = code
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, type_params=None, *, recursive_guard=frozenset()):
        if self.__forward_arg__ in recursive_guard:
            return self
        if not self.__forward_evaluated__ or localns is not globalns:
            if globalns is None and localns is None:
                globalns = localns = {}
            elif globalns is None:
                globalns = localns
            elif localns is None:
                localns = globalns
            if self.__forward_module__ is not None:
                globalns = getattr(sys.modules.get(self.__forward_module__, None), '__dict__', globalns)
            if type_params:
                localns = {**{p.__name__: p for p in type_params}, **localns}
            value = _type_check(eval(self.__forward_code__, globalns, localns),
                                "Forward references must evaluate to types.",
                                is_argument=self.__forward_is_argument__,
                                allow_special_forms=self.__forward_is_class__)
            self.__forward_value__ = _eval_type(value, globalns, localns, type_params,
                                                recursive_guard=recursive_guard | {self.__forward_arg__})
            self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return (self.__forward_arg__ == other.__forward_arg__
                    and self.__forward_value__ == other.__forward_value__)
        return (self.__forward_arg__ == other.__forward_arg__
                and self.__forward_module__ == other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = '' if self.__forward_module__ is None else f', module={self.__forward_module__!r}'
        return f'ForwardRef({self.__forward_arg__!r}{module})'


def _eval_type(t, globalns, localns, type_params=None, *, recursive_guard=frozenset()):
    if isinstance(t, ForwardRef):
        return t._evaluate(globalns, localns, type_params, recursive_guard=recursive_guard)
    if isinstance(t, (_GenericAlias, GenericAlias, types.UnionType)):
        if isinstance(t, GenericAlias):
            args = tuple(ForwardRef(arg) if isinstance(arg, str) else arg for arg in t.__args__)
            if t.__unpacked__:
                t = Unpack[GenericAlias(t.__origin__, args)]
            elif args != t.__args__:
                t = GenericAlias(t.__origin__, args)
        new = tuple(_eval_type(a, globalns, localns, type_params, recursive_guard=recursive_guard)
                    for a in t.__args__)
        if new == t.__args__:
            return t
        if isinstance(t, GenericAlias):
            return GenericAlias(t.__origin__, new)
        if isinstance(t, types.UnionType):
            import operator
            return functools.reduce(operator.or_, new)
        return t.copy_with(new)
    return t


# ---- type variables

class _TypeParameter(_OrSupport):
    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __init_subclass__(cls, /, _root=False):
        if not _root:
            raise TypeError(f"type 'typing.{cls.__mro__[1].__name__}' is not an acceptable base type")

    def __reduce__(self):
        return self.__name__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _caller_module(depth, default=None):
    try:
        return sys._getframe(depth + 1).f_globals.get('__name__') or default
    except (AttributeError, ValueError):
        return default


class _Variance:
    # Flags and repr that TypeVar and ParamSpec share.
    def _set_variance(self, covariant, contravariant, infer_variance):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if infer_variance and (covariant or contravariant):
            raise ValueError("Variance cannot be specified with infer_variance.")
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        sign = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return sign + self.__name__


def _check_name(parameter, name):
    if not isinstance(name, str):
        kind = 'None' if name is None else type(name).__name__
        raise TypeError(f"{type(parameter).__name__.lower()}() argument 'name' must be str, not {kind}")


@like_native
class TypeVar(_Variance, _TypeParameter, _root=True):
    """A type variable. Bound and constraints given by PEP 695 syntax are evaluated when asked for."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False,
                 infer_variance=False):
        _check_name(self, name)
        self.__name__ = name
        self._set_variance(covariant, contravariant, infer_variance)
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        self._constraints = tuple(_type_check(t, "TypeVar(name, constraint, ...): constraints must be types.")
                                  for t in constraints)
        self._bound = None if bound is None else _type_check(bound, "Bound must be a type.")
        self._evaluate_bound = self._evaluate_constraints = None
        module = _caller_module(1)
        if module != 'typing':
            self.__module__ = module

    @property
    def __bound__(self):
        if self._evaluate_bound is not None:
            evaluate, self._evaluate_bound = self._evaluate_bound, None
            try:
                self._bound = evaluate()
            except BaseException:
                self._evaluate_bound = evaluate
                raise
        return self._bound

    @property
    def __constraints__(self):
        if self._evaluate_constraints is not None:
            evaluate, self._evaluate_constraints = self._evaluate_constraints, None
            try:
                self._constraints = tuple(evaluate())
            except BaseException:
                self._evaluate_constraints = evaluate
                raise
        return self._constraints

    def __typing_subst__(self, arg):
        arg = _type_check(arg, "Parameters to generic types must be types.", is_argument=True)
        if _is_unpacked(arg):
            raise TypeError(f"{arg} is not valid as type argument")
        return arg


class _ParamSpecPart:
    __slots__ = ('__weakref__', '__origin__')

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __init_subclass__(cls, /, _root=False):
        if not _root:
            raise TypeError(f"type 'typing.{cls.__mro__[1].__name__}' is not an acceptable base type")


@like_native
class ParamSpecArgs(_ParamSpecPart, _root=True):
    """The positional parameters of a ParamSpec: P.args."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if isinstance(other, ParamSpecArgs) else NotImplemented

    __hash__ = object.__hash__


@like_native
class ParamSpecKwargs(_ParamSpecPart, _root=True):
    """The keyword parameters of a ParamSpec: P.kwargs."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if isinstance(other, ParamSpecKwargs) else NotImplemented

    __hash__ = object.__hash__


@like_native
class ParamSpec(_Variance, _TypeParameter, _root=True):
    """A variable for the parameters of a callable."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False):
        _check_name(self, name)
        self.__name__ = name
        self._set_variance(covariant, contravariant, infer_variance)
        self.__bound__ = None if bound is None else _type_check(bound, "Bound must be a type.")
        module = _caller_module(1)
        if module != 'typing':
            self.__module__ = module

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple(_type_check(a, "Expected a type.") for a in arg)
        if not _is_param_expr(arg):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
        return arg

    def __typing_prepare_subst__(self, alias, args):
        params = alias.__parameters__
        index = params.index(self)
        if index >= len(args):
            raise TypeError(f"Too few arguments for {alias}")
        if len(params) == 1 and not _is_param_expr(args[0]):
            return (args,)
        if isinstance(args[index], list):
            args = (*args[:index], tuple(args[index]), *args[index + 1:])
        return args


@like_native
class TypeVarTuple(_TypeParameter, _root=True):
    """A variable for any number of types."""

    def __init__(self, name):
        _check_name(self, name)
        self.__name__ = name
        module = _caller_module(1)
        if module != 'typing':
            self.__module__ = module

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args):
        params = alias.__parameters__
        index = params.index(self)
        before, after = index, len(params) - index - 1
        if sum(isinstance(param, TypeVarTuple) for param in params) > 1:
            raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
        # a *tuple[X, ...] among the arguments stands for as many X as the parameters around this one need
        endless = [(place, arg.__typing_unpacked_tuple_args__[0]) for place, arg in enumerate(args)
                   if not isinstance(arg, type) and len(inner := getattr(arg, '__typing_unpacked_tuple_args__', None) or ()) == 2
                   and inner[1] is ...]
        if len(endless) > 1:
            raise TypeError("More than one unpacked arbitrary-length tuple argument")
        head, tail, filler = before, after, None
        if endless:
            place, filler = endless[0]
            head, tail = min(head, place), min(tail, len(args) - place - 1)
        elif len(args) < before + after:
            raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, "
                            f"expected at least {len(params) - 1}")
        end = len(args) - tail
        return (*args[:head], *[filler] * (before - head), tuple(args[head:end]), *[filler] * (after - tail), *args[end:])


@like_native
class TypeAliasType:
    """What a `type` statement makes; the value is evaluated when asked for."""

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__type_params__ = type_params
        self.__module__ = _caller_module(1)
        self._value = value
        self._evaluate = None

    @property
    def __value__(self):
        if self._evaluate is not None:
            self._value = self._evaluate()
            self._evaluate = None
        return self._value

    @property
    def __parameters__(self):
        out = []
        for param in self.__type_params__:
            if isinstance(param, TypeVarTuple):
                out.extend(param)
            else:
                out.append(param)
        return tuple(out)

    def __getitem__(self, args):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return GenericAlias(self, args)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return self.__name__
