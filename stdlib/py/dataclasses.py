"""Classes whose methods follow from their annotated fields.

The methods are compiled from generated text, so that they have real parameters and cost no more than
handwritten ones. The text only names values; the values themselves (defaults, annotations) are passed in as
free variables.
"""
import sys
import types

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING',
           'fields', 'asdict', 'astuple', 'make_dataclass', 'replace', 'is_dataclass']

GenericAlias = types.GenericAlias


class FrozenInstanceError(AttributeError):
    pass


def _recursive_repr(user_function):
    running = set()

    def wrapper(self):
        key = id(self)
        if key in running:
            return '...'
        running.add(key)
        try:
            return user_function(self)
        finally:
            running.discard(key)
    wrapper.__name__ = user_function.__name__
    wrapper.__doc__ = user_function.__doc__
    wrapper.__module__ = user_function.__module__
    wrapper.__qualname__ = user_function.__qualname__
    wrapper.__wrapped__ = user_function
    return wrapper


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()

_EMPTY_METADATA = types.MappingProxyType({})


class _FIELD_BASE:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE('_FIELD')
_FIELD_CLASSVAR = _FIELD_BASE('_FIELD_CLASSVAR')
_FIELD_INITVAR = _FIELD_BASE('_FIELD_INITVAR')

_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_POST_INIT_NAME = '__post_init__'


class InitVar:
    """Annotation for a field that is only passed through __init__ to __post_init__."""

    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not isinstance(self.type, GenericAlias):
            name = self.type.__name__
        else:
            name = repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known of one field. Made by field() and @dataclass only."""

    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare',
                 'metadata', 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else types.MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    @_recursive_repr
    def __repr__(self):
        names = ('name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare', 'metadata',
                 'kw_only')
        return f"Field({','.join(f'{n}={getattr(self, n)!r}' for n in names)},_field_type={self._field_type})"

    def __set_name__(self, owner, name):
        # a default that is a descriptor wants to know its name
        func = getattr(type(self.default), '__set_name__', None)
        if func:
            func(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots',
                 'weakref_slot')

    def __init__(self, **options):
        for name in self.__slots__:
            setattr(self, name, options[name])

    def __repr__(self):
        return f"_DataclassParams({','.join(f'{n}={getattr(self, n)!r}' for n in self.__slots__)})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True,
          hash=None, compare=True, metadata=None, kw_only=MISSING):
    """Describe a field in more detail than a default value can.

    `default_factory` is called for each object; init, repr, compare, hash say which methods use the field.
    """
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# ---- generated methods

def _create_fn(name, params, body, *, globals=None, locals=None, return_type=MISSING):
    locals = {} if locals is None else locals
    returns = ''
    if return_type is not MISSING:
        locals['__dataclass_return_type__'] = return_type
        returns = ' -> __dataclass_return_type__'
    lines = ''.join(f'\n  {line}' for line in body)
    text = f' def {name}({", ".join(params)}){returns}:{lines}'
    text = f'def __create_fn__({", ".join(locals)}):\n{text}\n return {name}'
    namespace = {}
    exec(text, globals, namespace)
    return namespace['__create_fn__'](**locals)


def _field_assign(frozen, name, value, self_name):
    if frozen:
        return f'__dataclass_builtins_object__.__setattr__({self_name},{name!r},{value})'
    return f'{self_name}.{name}={value}'


def _field_init(f, frozen, self_name, slots):
    # The line of __init__ that sets the field, None if there is nothing to do.
    default = f'__dataclass_dflt_{f.name}__'
    if f.default_factory is not MISSING:
        if f.init:
            value = f'{default}() if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}'
        else:
            value = f'{default}()'
    elif f.init:
        value = f.name
    elif slots and f.default is not MISSING:
        value = default         # the class attribute gives way to the slot
    else:
        return None
    if f._field_type is _FIELD_INITVAR:
        return None
    return _field_assign(frozen, f.name, value, self_name)


def _init_param(f):
    if f.default is MISSING and f.default_factory is MISSING:
        default = ''
    elif f.default is not MISSING:
        default = f'=__dataclass_dflt_{f.name}__'
    else:
        default = '=__dataclass_HAS_DEFAULT_FACTORY__'
    return f'{f.name}:__dataclass_type_{f.name}__{default}'


def _init_fn(fields, std_fields, kw_only_fields, frozen, has_post_init, self_name, globals, slots):
    seen_default = False
    for f in std_fields:
        if f.init:
            if not (f.default is MISSING and f.default_factory is MISSING):
                seen_default = True
            elif seen_default:
                raise TypeError(f'non-default argument {f.name!r} follows default argument')
    locals = {f'__dataclass_type_{f.name}__': f.type for f in fields}
    locals['__dataclass_HAS_DEFAULT_FACTORY__'] = _HAS_DEFAULT_FACTORY
    locals['__dataclass_builtins_object__'] = object
    body = []
    for f in fields:
        if f.default_factory is not MISSING:
            locals[f'__dataclass_dflt_{f.name}__'] = f.default_factory
        elif f.default is not MISSING:
            locals[f'__dataclass_dflt_{f.name}__'] = f.default
        line = _field_init(f, frozen, self_name, slots)
        if line:
            body.append(line)
    if has_post_init:
        passed = ','.join(f.name for f in fields if f._field_type is _FIELD_INITVAR)
        body.append(f'{self_name}.{_POST_INIT_NAME}({passed})')
    params = [self_name, *map(_init_param, std_fields)]
    if kw_only_fields:
        params += ['*', *map(_init_param, kw_only_fields)]
    return _create_fn('__init__', params, body or ['pass'], globals=globals, locals=locals, return_type=None)


def _repr_fn(fields, globals):
    inner = ', '.join(f'{f.name}={{self.{f.name}!r}}' for f in fields)
    return _recursive_repr(_create_fn('__repr__', ('self',),
                                      [f'return f"{{self.__class__.__qualname__}}({inner})"'], globals=globals))


def _frozen_fns(cls, fields, globals):
    locals = {'cls': cls, 'FrozenInstanceError': FrozenInstanceError}
    check = 'type(self) is cls'
    if fields:
        check += f' or name in {{{", ".join(repr(f.name) for f in fields)}}}'
    return (_create_fn('__setattr__', ('self', 'name', 'value'),
                       (f'if {check}:', ' raise FrozenInstanceError(f"cannot assign to field {name!r}")',
                        'super(cls, self).__setattr__(name, value)'), locals=dict(locals), globals=globals),
            _create_fn('__delattr__', ('self', 'name'),
                       (f'if {check}:', ' raise FrozenInstanceError(f"cannot delete field {name!r}")',
                        'super(cls, self).__delattr__(name)'), locals=dict(locals), globals=globals))


def _tuple_text(owner, fields):
    return f'({",".join(f"{owner}.{f.name}" for f in fields)},)' if fields else '()'


def _cmp_fn(name, op, fields, globals):
    mine, theirs = _tuple_text('self', fields), _tuple_text('other', fields)
    return _create_fn(name, ('self', 'other'),
                      ['if other.__class__ is self.__class__:', f' return {mine}{op}{theirs}',
                       'return NotImplemented'], globals=globals)


def _hash_fn(fields, globals):
    return _create_fn('__hash__', ('self',), [f'return hash({_tuple_text("self", fields)})'], globals=globals)


# ---- reading the class

def _annotation_names(annotation, cls, wanted_module, is_wanted):
    # Does a string annotation such as "ClassVar[int]" or "typing.ClassVar" mean the wanted thing?
    import re
    match = re.match(r'(?:\s*(\w+)\s*\.)?\s*(\w+)', annotation)
    if not match:
        return False
    module_name, name = match.groups()
    namespace = getattr(sys.modules.get(cls.__module__), '__dict__', {})
    if module_name:
        module = namespace.get(module_name)
        if module is not wanted_module:
            return False
        namespace = getattr(module, '__dict__', {})
    return is_wanted(namespace.get(name))


def _is_classvar(annotation):
    typing = sys.modules.get('typing')
    return typing is not None and (
        annotation is typing.ClassVar
        or (type(annotation) is typing._GenericAlias and annotation.__origin__ is typing.ClassVar))


def _is_initvar(annotation):
    return annotation is InitVar or type(annotation) is InitVar


def _get_field(cls, a_name, a_type, default_kw_only):
    default = getattr(cls, a_name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            default = MISSING   # a slot of the base, not a default
        f = field(default=default)
    f.name = a_name
    f.type = a_type
    f._field_type = _FIELD
    text = isinstance(f.type, str)
    typing = sys.modules.get('typing')
    if typing and (_is_classvar(a_type) or (text and _annotation_names(a_type, cls, typing, _is_classvar))):
        f._field_type = _FIELD_CLASSVAR
    if f._field_type is _FIELD and (
            _is_initvar(a_type)
            or (text and _annotation_names(a_type, cls, sys.modules[__name__], _is_initvar))):
        f._field_type = _FIELD_INITVAR
    if f._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR) and f.default_factory is not MISSING:
        raise TypeError(f'field {f.name} cannot have a default factory')
    if f._field_type in (_FIELD, _FIELD_INITVAR):
        if f.kw_only is MISSING:
            f.kw_only = default_kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f'field {f.name} is a ClassVar but specifies kw_only')
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(f.default)} for field {f.name} is not allowed: '
                         'use default_factory')
    return f


def _is_kw_only(cls, annotation):
    if annotation is KW_ONLY:
        return True
    return isinstance(annotation, str) and _annotation_names(annotation, cls, sys.modules[__name__],
                                                             lambda found: found is KW_ONLY)


def _set_new_attribute(cls, name, value):
    # True if the class has it already
    if name in cls.__dict__:
        return True
    if isinstance(value, types.FunctionType):
        value.__qualname__ = f"{cls.__qualname__}.{value.__name__}"
    setattr(cls, name, value)
    return False


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    module = sys.modules.get(cls.__module__)
    globals = module.__dict__ if module is not None else {}
    setattr(cls, _PARAMS, _DataclassParams(
        init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
        match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot))

    fields = {}
    any_frozen_base = False
    all_frozen_bases = None
    has_dataclass_bases = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None:
            has_dataclass_bases = True
            for f in base_fields.values():
                fields[f.name] = f
            frozen_base = getattr(base, _PARAMS).frozen
            all_frozen_bases = frozen_base if all_frozen_bases is None else all_frozen_bases and frozen_base
            any_frozen_base = any_frozen_base or frozen_base

    from inspect import get_annotations
    annotations = get_annotations(cls)
    own = []
    kw_only_seen = False
    for name, kind in annotations.items():
        if _is_kw_only(cls, kind):
            if kw_only_seen:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            kw_only_seen = True
            kw_only = True
        else:
            own.append(_get_field(cls, name, kind, kw_only))
    for f in own:
        fields[f.name] = f
        # the class attribute becomes the plain default, or goes
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if has_dataclass_bases:
        if any_frozen_base and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if all_frozen_bases is False and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    setattr(cls, _FIELDS, fields)

    class_hash = cls.__dict__.get('__hash__', MISSING)
    has_explicit_hash = not (class_hash is MISSING or (class_hash is None and '__eq__' in cls.__dict__))
    if order and not eq:
        raise ValueError('eq must be true if order is true')

    in_init = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    std_fields = tuple(f for f in in_init if f.init and not f.kw_only)
    kw_only_fields = tuple(f for f in in_init if f.init and f.kw_only)
    if init:
        _set_new_attribute(cls, '__init__', _init_fn(
            in_init, std_fields, kw_only_fields, frozen, hasattr(cls, _POST_INIT_NAME),
            '__dataclass_self__' if 'self' in fields else 'self', globals, slots))
    real = [f for f in fields.values() if f._field_type is _FIELD]
    if repr:
        _set_new_attribute(cls, '__repr__', _repr_fn([f for f in real if f.repr], globals))
    compared = [f for f in real if f.compare]
    if eq:
        _set_new_attribute(cls, '__eq__', _cmp_fn('__eq__', '==', compared, globals))
    if order:
        for name, op in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')):
            if _set_new_attribute(cls, name, _cmp_fn(name, op, compared, globals)):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. '
                                'Consider using functools.total_ordering')
    if frozen:
        for fn in _frozen_fns(cls, real, globals):
            if _set_new_attribute(cls, fn.__name__, fn):
                raise TypeError(f'Cannot overwrite attribute {fn.__name__} in class {cls.__name__}')

    if unsafe_hash or (eq and frozen):
        if unsafe_hash and has_explicit_hash:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        if not has_explicit_hash:
            hashed = [f for f in real if (f.compare if f.hash is None else f.hash)]
            cls.__hash__ = _hash_fn(hashed, globals)
            cls.__hash__.__qualname__ = f'{cls.__qualname__}.__hash__'
    elif eq and not has_explicit_hash:
        cls.__hash__ = None

    if not getattr(cls, '__doc__'):
        from inspect import signature
        try:
            text = str(signature(cls)).replace(' -> None', '')
        except (TypeError, ValueError):
            text = ''
        cls.__doc__ = cls.__name__ + text
    if match_args:
        _set_new_attribute(cls, '__match_args__', tuple(f.name for f in std_fields))
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    from abc import update_abstractmethods
    update_abstractmethods(cls)
    return cls


# ---- slots

def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _get_slots(cls):
    slots = cls.__dict__.get('__slots__')
    if slots is None:
        return []
    if isinstance(slots, str):
        return [slots]
    if not hasattr(slots, '__next__'):
        return list(slots)
    raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")


def _add_slots(cls, is_frozen, weakref_slot):
    # Slots can only be given to a class as it is made, so it is made again.
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    body = dict(cls.__dict__)
    field_names = tuple(f.name for f in fields(cls))
    inherited = set()
    for base in cls.__mro__[1:-1]:
        inherited.update(_get_slots(base))
    body['__slots__'] = tuple(
        name for name in (*field_names, *(('__weakref__',) if weakref_slot else ())) if name not in inherited)
    for name in field_names:
        body.pop(name, None)
    body.pop('__dict__', None)
    body.pop('__weakref__', None)
    qualname = getattr(cls, '__qualname__', None)
    made = type(cls)(cls.__name__, cls.__bases__, body)
    if qualname is not None:
        made.__qualname__ = qualname
    if is_frozen:
        if '__getstate__' not in body:
            made.__getstate__ = _dataclass_getstate
        if '__setstate__' not in body:
            made.__setstate__ = _dataclass_setstate
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False,
              unsafe_hash=False, frozen=False, match_args=True,
              kw_only=False, slots=False, weakref_slot=False):
    """Class decorator: adds the methods that follow from the annotated fields."""
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                              weakref_slot)
    return wrap if cls is None else wrap(cls)


# ---- functions on dataclasses

def fields(class_or_instance):
    """Return the Field objects of a dataclass or of one of its objects."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """True for dataclasses and their objects."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """Return the fields as a dict, recursively through dataclasses, lists, tuples and dicts."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _converted(obj, lambda o, inner: dict_factory([(f.name, inner(getattr(o, f.name))) for f in fields(o)]))


def astuple(obj, *, tuple_factory=tuple):
    """Return the fields' values as a tuple, recursively through dataclasses, lists, tuples and dicts."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _converted(obj, lambda o, inner: tuple_factory([inner(getattr(o, f.name)) for f in fields(o)]))


_ATOMIC = frozenset((type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented),
                     types.CodeType, types.BuiltinFunctionType, types.FunctionType, type, range, property))


def _converted(obj, convert):
    def inner(value):
        kind = type(value)
        if kind in _ATOMIC:
            return value
        if hasattr(kind, _FIELDS):
            return convert(value, inner)
        if isinstance(value, tuple) and hasattr(value, '_fields'):
            return kind(*map(inner, value))     # a named tuple
        if isinstance(value, (list, tuple)):
            return kind(map(inner, value))
        if isinstance(value, dict):
            pairs = ((inner(k), inner(v)) for k, v in value.items())
            if hasattr(kind, 'default_factory'):
                made = kind(value.default_factory)
                for key, item in pairs:
                    made[key] = item
                return made
            return kind(pairs)
        from copy import deepcopy
        return deepcopy(value)

    return inner(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False,
                   weakref_slot=False, module=None):
    """Make a dataclass from a list of names, (name, type) or (name, type, field) entries."""
    from keyword import iskeyword
    namespace = {} if namespace is None else namespace
    seen = set()
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, 'typing.Any'
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, defaults[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in seen:
            raise TypeError(f'Field name duplicated: {name!r}')
        seen.add(name)
        annotations[name] = kind

    def exec_body(ns):
        ns.update(namespace)
        ns.update(defaults)
        ns['__annotations__'] = annotations

    cls = types.new_class(cls_name, bases, {}, exec_body)
    if module is None:
        try:
            module = sys._getframe(1).f_globals.get('__name__', '__main__')
        except (AttributeError, ValueError):
            pass
    if module is not None:
        cls.__module__ = module
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """Return a copy of an object with some fields changed."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f'field {f.name} is declared with init=False, '
                                 'it cannot be specified with replace()')
        elif f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
