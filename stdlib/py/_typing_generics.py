"""What brackets make of hints: aliases such as List[int]; generic classes and protocols.

An alias keeps `__origin__`, `__args__` and the type variables in them, and fills these in when it gets brackets itself.
"""
import collections.abc
import types
from abc import ABCMeta
from types import GenericAlias

import _typing_forms as _forms
from _typing_forms import (
    ParamSpec, TypeVar, TypeVarTuple, Union, Unpack, _Final, _SpecialForm, _caller_module, _check_count,
    _collect_parameters, _is_param_expr, _is_unpacked_typevartuple, _tp_cache, _type_check, _type_convert, _type_repr)

# Reprs and pickles show the public module.
__name__ = 'typing'


# ---- aliases: what brackets give

class _BaseGenericAlias(_Final, _root=True):
    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin
        self.__slots__ = None

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; "
                            f"use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:       # slots, or an object that refuses
            pass
        return result

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        out = []
        if self.__origin__ not in bases:
            out.append(self.__origin__)
        index = bases.index(self)
        if not any(isinstance(b, _BaseGenericAlias) or issubclass(b, Generic) for b in bases[index + 1:]
                   if isinstance(b, (_BaseGenericAlias, type))):
            out.append(Generic)
        return tuple(out)

    def __getattr__(self, attr):
        if attr in {'__origin__', '__args__'}:
            return super().__getattr__(attr)
        if '__origin__' in self.__dict__ and not (attr.startswith('__') and attr.endswith('__')):
            return getattr(self.__origin__, attr)
        if attr in ('__name__', '__qualname__'):
            return self._name or self.__origin__.__name__
        raise AttributeError(attr)

    def __setattr__(self, attr, val):
        if (attr.startswith('__') and attr.endswith('__')) or attr in {'_name', '_inst', '_nparams'}:
            super().__setattr__(attr, val)
        else:
            setattr(self.__origin__, attr, val)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __dir__(self):
        return sorted({*super().__dir__(), *(a for a in dir(self.__origin__) if not a.startswith('__'))})


class _GenericAlias(_BaseGenericAlias, _root=True):
    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        if not isinstance(args, tuple):
            args = (args,)
        self.__args__ = args
        self.__parameters__ = _collect_parameters(args)
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    @_tp_cache
    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if not isinstance(args, tuple):
            args = (args,)
        args = _unpack_args(_type_convert(p) for p in args)
        return self.copy_with(_substitute(self, self.__args__, args))

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _type_repr(self.__origin__)
        args = ", ".join([_type_repr(a) for a in self.__args__]) if self.__args__ else "()"
        return f'{name}[{args}]'

    def __reduce__(self):
        import operator
        origin = _public(self._name) if self._name else self.__origin__
        args = self.__args__
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        return operator.getitem, (origin, args)

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if isinstance(origin, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:          # List[int] and the like stand for list
            return super().__mro_entries__(bases)
        # Generic is a base only once, and not beside Protocol
        if origin is Generic and (Protocol in bases or any(
                isinstance(base, _BaseGenericAlias) and base is not self for base in bases[bases.index(self) + 1:])):
            return ()
        return (origin,)

    def __iter__(self):
        yield Unpack[self]


def _unpack_args(args):
    out = []
    for arg in args:
        inner = getattr(arg, '__typing_unpacked_tuple_args__', None) if not isinstance(arg, type) else None
        if inner is not None and not (inner and inner[-1] is ...):
            out.extend(inner)
        else:
            out.append(arg)
    return tuple(out)


def _substitute(alias, old_args, args):
    params = alias.__parameters__
    for param in params:
        prepare = getattr(param, '__typing_prepare_subst__', None)
        if prepare is not None:
            args = prepare(alias, args)
    _check_count(alias, args, len(params))
    new = dict(zip(params, args))
    return tuple(_filled_in(alias, old_args, new))


def _filled_in(alias, old_args, new):
    out = []
    for old in old_args:
        if isinstance(old, type):
            out.append(old)
            continue
        subst = getattr(old, '__typing_subst__', None)
        if subst is not None:
            made = subst(new[old])
        elif isinstance(old, tuple):
            made = tuple(_filled_in(alias, old, new))
        else:
            inner = getattr(old, '__parameters__', ())
            if not inner:
                made = old
            else:
                inner_args = []
                for param in inner:
                    if isinstance(param, TypeVarTuple):
                        inner_args.extend(new[param])
                    else:
                        inner_args.append(new[param])
                made = old[tuple(inner_args)]
        if alias.__origin__ is collections.abc.Callable and isinstance(made, tuple):
            out.extend(made)    # the flat parameters of a callable
        elif _is_unpacked_typevartuple(old):
            out.extend(made)
        else:
            out.append(made)
    return out


class _SpecialGenericAlias(_BaseGenericAlias, _root=True):
    # List, Dict and so on: the typing names of classes.
    __iter__ = None

    def __init__(self, origin, nparams, *, inst=True, name=None):
        if name is None:
            name = origin.__name__
        super().__init__(origin, inst=inst, name=name)
        self._nparams = nparams
        if origin.__module__ == 'builtins':
            self.__doc__ = f'{origin.__qualname__}, with types of its contents.'
        else:
            self.__doc__ = f'{origin.__module__}.{origin.__qualname__}, with types of its contents.'

    @_tp_cache
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_type_check(p, "Parameters to generic types must be types.") for p in params)
        _check_count(self, params, self._nparams)
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return 'typing.' + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)

    def __reduce__(self):
        return self._name

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


class _DeprecatedAlias(_SpecialGenericAlias, _root=True):
    # A name that will go: it warns wherever it does its work.
    def _warn(self):
        import warnings
        warnings.warn(f"{f'typing.{self._name}'!r} is deprecated and slated for removal in Python 3.14", DeprecationWarning, stacklevel=3)

    def __instancecheck__(self, obj):
        self._warn()
        return issubclass(type(obj), self.__origin__)

    def __subclasscheck__(self, cls):
        self._warn()
        return super().__subclasscheck__(cls)

    def __mro_entries__(self, bases):
        self._warn()
        return super().__mro_entries__(bases)


class _TupleType(_SpecialGenericAlias, _root=True):
    @_tp_cache
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if len(params) >= 2 and params[-1] is ...:
            msg = "Tuple[t, ...]: t must be a type."
            return self.copy_with((*(_type_check(p, msg) for p in params[:-1]), ...))
        return self.copy_with(tuple(_type_check(p, "Tuple[t0, t1, ...]: each t must be a type.")
                                    for p in params))


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        return self._made_of(tuple(args) if isinstance(args, list) else args, result)

    @_tp_cache
    def _made_of(self, args, result):
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if args is ...:
            return self.copy_with((..., result))
        if not isinstance(args, tuple):
            args = (args,)      # a ParamSpec, say
        return self.copy_with((*map(_type_convert, args), result))


class _CallableGenericAlias(_GenericAlias, _root=True):
    __iter__ = None

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_param_expr(args[0]):
            return super().__repr__()
        return f'typing.Callable[[{", ".join(map(_type_repr, args[:-1]))}], {_type_repr(args[-1])}]'

    def __reduce__(self):
        import operator
        args = self.__args__
        if not (len(args) == 2 and _is_param_expr(args[0])):
            args = list(args[:-1]), args[-1]
        return operator.getitem, (_public('Callable'), args)


class _UnionGenericAlias(_GenericAlias, _root=True):
    __iter__ = None

    def copy_with(self, params):
        return Union[params]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, types.UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2:
            if args[0] is type(None):
                return f'typing.Optional[{_type_repr(args[1])}]'
            if args[1] is type(None):
                return f'typing.Optional[{_type_repr(args[0])}]'
        return f'typing.Union[{", ".join(map(_type_repr, args))}]'

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)

    def __reduce__(self):
        import operator
        return operator.getitem, (Union, self.__args__)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def _pairs(self):
        return {(p, type(p)) for p in self.__args__}

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return self._pairs() == other._pairs()

    def __hash__(self):
        return hash(frozenset(self._pairs()))


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        if isinstance(params[-1], (list, tuple)):
            return (*params[:-1], *params[-1])
        if isinstance(params[-1], _ConcatenateGenericAlias):
            params = (*params[:-1], *params[-1].__args__)
        return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        return f'typing.Unpack[{_type_repr(self.__args__[0])}]'

    def __getitem__(self, args):
        if self.__typing_is_unpacked_typevartuple__:
            return args
        return super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        if isinstance(arg, (_GenericAlias, GenericAlias)) and arg.__origin__ is tuple:
            return arg.__args__
        return None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class _AnnotatedAlias(_GenericAlias, _root=True):
    """Annotated[type, metadata...]: the type with something attached to it."""

    __iter__ = None

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, name='Annotated')
        self.__metadata__ = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        return f'typing.Annotated[{_type_repr(self.__origin__)}, {", ".join(map(repr, self.__metadata__))}]'

    def __reduce__(self):
        import operator
        return operator.getitem, (Annotated, (self.__origin__,) + self.__metadata__)

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class Annotated:
    """A type with metadata: Annotated[int, 'anything', ...]."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError("Annotated[...] should be used with at least two arguments "
                            "(a type and an annotation).")
        if _is_unpacked_typevartuple(params[0]):
            raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
        return cls._made_of(*params)

    @classmethod
    @_tp_cache(typed=True)
    def _made_of(cls, origin, *metadata):
        origin = _type_check(origin, "Annotated[t, ...]: t must be a type.", allow_special_forms=True)
        return _AnnotatedAlias(origin, metadata)

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f"Cannot subclass {cls.__module__}.Annotated")


# ---- generic classes

class Generic:
    """Base of generic classes: class Box(Generic[T]), or class Box[T]."""

    __slots__ = ()
    _is_protocol = False

    @_tp_cache
    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_type_convert(p) for p in params)
        if cls in (Generic, Protocol):
            if not params:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            if not all(isinstance(p, (TypeVar, ParamSpec)) or _is_unpacked_typevartuple(p)
                       for p in params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables "
                                "or parameter specification variables.")
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _GenericAlias(cls, params)
        own = getattr(cls, '__parameters__', ())
        for param in own:
            prepare = getattr(param, '__typing_prepare_subst__', None)
            if prepare is not None:
                params = prepare(cls, params)
        if not own:
            raise TypeError(f"{cls} is not a generic class")
        _check_count(cls, params, len(own))
        args = []
        for param, arg in zip(own, params):
            if isinstance(param, TypeVarTuple):
                args.extend(arg)
            else:
                args.append(arg)
        return _GenericAlias(cls, tuple(args))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__')
        if bases is not None:
            error = Generic in bases
        else:
            error = Generic in cls.__bases__ and cls.__name__ != 'Protocol' and type(cls).__name__ != '_TypedDictMeta'
        if error:
            raise TypeError("Cannot inherit from plain Generic")
        params = ()
        if bases is not None:
            params = _collect_parameters(bases)
            listed = None
            for base in bases:
                if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                    if listed is not None:
                        raise TypeError("Cannot inherit from Generic[...] multiple times.")
                    listed = base.__parameters__
            if listed is not None:
                missing = [p for p in params if p not in listed]
                if missing:
                    raise TypeError(f"Some type variables ({', '.join(map(str, missing))}) are not listed in "
                                    f"Generic[{', '.join(map(str, listed))}]")
                params = listed
        cls.__parameters__ = tuple(params)


# ---- protocols

_EXCLUDED_ATTRIBUTES = frozenset((
    '__parameters__', '__orig_bases__', '__orig_class__', '_is_protocol', '_is_runtime_protocol',
    '__protocol_attrs__', '__callable_proto_members_only__', '__type_params__', '__abstractmethods__',
    '__annotations__', '__dict__', '__doc__', '__init__', '__module__', '__new__', '__slots__',
    '__subclasshook__', '__weakref__', '__class_getitem__', '__match_args__', '_abc_impl',
    '__static_attributes__', '__firstlineno__'))


def _get_protocol_attrs(cls):
    attrs = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in {'Protocol', 'Generic'}:
            continue
        for name in (*base.__dict__, *getattr(base, '__annotations__', {})):
            if not name.startswith('_abc_') and name not in _EXCLUDED_ATTRIBUTES:
                attrs.add(name)
    return attrs


def _no_init_or_replace_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    if cls.__init__ is _no_init_or_replace_init:
        # a class that implements a protocol finds the constructor behind it
        behind = (base.__dict__.get('__init__', _no_init_or_replace_init) for base in cls.__mro__)
        cls.__init__ = next((init for init in behind if init is not _no_init_or_replace_init), object.__init__)
        cls.__init__(self, *args, **kwargs)


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if name != "Protocol" and Protocol in bases:
            for base in bases:
                if not (base in {object, Generic} or base.__name__ in _PROTO_BASES.get(base.__module__, ())
                        or (issubclass(base, Generic) and getattr(base, "_is_protocol", False))):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        if getattr(cls, "_is_protocol", False):
            cls.__protocol_attrs__ = _get_protocol_attrs(cls)
            cls.__callable_proto_members_only__ = all(
                callable(getattr(cls, attr, None)) for attr in cls.__protocol_attrs__)

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, '_is_protocol', False) and not _asked_by_abc():
            problem = None
            if not isinstance(other, type):
                problem = 'issubclass() arg 1 must be a class'
            elif not cls.__callable_proto_members_only__ and cls.__dict__.get("__subclasshook__") is _proto_hook:
                problem = "Protocols with non-method members don't support issubclass()"
            elif not getattr(cls, '_is_runtime_protocol', False):
                problem = "Instance and class checks can only be used with @runtime_checkable protocols"
            if problem is not None:
                raise TypeError(problem)
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, '_is_runtime_protocol', False) and not _asked_by_abc():
            raise TypeError("Instance and class checks can only be used with"
                            " @runtime_checkable protocols")
        if super().__instancecheck__(instance):
            return True
        from inspect import getattr_static
        for attr in cls.__protocol_attrs__:
            try:
                value = getattr_static(instance, attr)
            except AttributeError:
                break
            if value is None and callable(getattr(cls, attr, None)):
                break
        else:
            return True
        return False


_PROTO_BASES = {
    'collections.abc': ('Callable', 'Awaitable', 'Iterable', 'Iterator', 'AsyncIterable', 'AsyncIterator',
                        'Hashable', 'Sized', 'Container', 'Collection', 'Reversible', 'Buffer'),
    'contextlib': ('AbstractContextManager', 'AbstractAsyncContextManager'),
}


def _asked_by_abc():
    # ABCMeta asks on behalf of others, also protocols that are not for run time.
    return _caller_module(2) in ('abc', 'functools', None)


@classmethod
def _proto_hook(cls, other):
    if cls.__dict__.get('_is_protocol', False) and all(_provides(other, attr) for attr in cls.__protocol_attrs__):
        return True
    return NotImplemented


def _provides(cls, attr):
    """Whether a class has a member that a protocol asks for: None takes it back, and among protocols an annotation is enough."""
    for base in cls.__mro__:
        members = base.__dict__
        if attr in members:
            return members[attr] is not None
        annotations = getattr(base, '__annotations__', {})
        if (isinstance(annotations, collections.abc.Mapping) and attr in annotations
                and issubclass(cls, Generic) and getattr(cls, '_is_protocol', False)):
            return True
    return False


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of protocols: classes that describe what members others have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = _proto_hook
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init_or_replace_init


def runtime_checkable(cls):
    """Class decorator: isinstance() and issubclass() with the protocol look for its members."""
    if not issubclass(cls, Generic) or not getattr(cls, '_is_protocol', False):
        raise TypeError('@runtime_checkable can be only applied to protocol classes,'
                        ' got %r' % cls)
    cls._is_runtime_protocol = True
    return cls


def _public(name):
    import typing
    return getattr(typing, name)


for _name in _forms.BACK_REFERENCES:
    setattr(_forms, _name, globals()[_name])
del _name
