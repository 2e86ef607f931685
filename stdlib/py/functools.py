"""Tools that work on functions: wrappers, caches, partial application, dispatch on the type.

reduce, partial, cmp_to_key and the cache itself are native. Everything that is not needed to decorate a function
is imported on first use, since nearly every program loads this module.
"""
from _functools import reduce, partial, cmp_to_key, _lru_cache_wrapper

GenericAlias = type(list[int])

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES',
           'total_ordering', 'cache', 'cmp_to_key', 'lru_cache', 'reduce',
           'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod',
           'cached_property']

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__',
                       '__annotations__', '__type_params__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make a wrapper function look like the function it wraps; returns the wrapper."""
    for attr in assigned:
        try:
            value = getattr(wrapped, attr)
        except AttributeError:
            continue
        setattr(wrapper, attr, value)
    for attr in updated:
        getattr(wrapper, attr).update(getattr(wrapped, attr, {}))
    # last, since the update above may have copied the wrapped function's own mark
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator that applies update_wrapper() to the function below it."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# ---- total_ordering

def _from_other(root_class, root, name, negate, when_equal):
    # `name` worked out from `root`. The result is root's answer (negated or not), corrected for equal
    # operands: when_equal 'or' adds them, 'and' takes them out, None leaves them.
    def method(self, other):
        answer = getattr(type(self), root)(self, other)
        if answer is NotImplemented:
            return answer
        if negate:
            answer = not answer
        if when_equal == 'or':
            return answer or self == other
        if when_equal == 'and':
            return answer and self != other
        return answer
    method.__name__ = name
    method.__module__, method.__qualname__ = root_class.__module__, f'{root_class.__qualname__}.{name}'
    method.__doc__ = getattr(int, name).__doc__
    return method


_ORDER_RULES = {
    '__lt__': (('__gt__', True, 'and'), ('__le__', False, 'or'), ('__ge__', True, None)),
    '__le__': (('__ge__', True, 'or'), ('__lt__', False, 'and'), ('__gt__', True, None)),
    '__gt__': (('__lt__', True, 'and'), ('__ge__', False, 'or'), ('__le__', True, None)),
    '__ge__': (('__le__', True, 'or'), ('__gt__', False, 'and'), ('__lt__', True, None)),
}


def total_ordering(cls):
    """Class decorator: from __eq__ and one of the order methods make the other three."""
    roots = {op for op in _ORDER_RULES if getattr(cls, op, None) is not getattr(object, op, None)}
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(roots)       # __lt__, then __le__, __gt__, __ge__
    for name, negate, when_equal in _ORDER_RULES[root]:
        if name not in roots:
            setattr(cls, name, _from_other(cls, root, name, negate, when_equal))
    return cls


# ---- partialmethod

class partialmethod:
    """Partial application for methods: a descriptor that binds self first, then the frozen arguments."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("{!r} is not callable or a descriptor".format(func))
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        cls = self.__class__
        args = ', '.join(map(repr, self.args))
        keywords = ', '.join(f'{k}={v!r}' for k, v in self.keywords.items())
        return f'{cls.__module__}.{cls.__qualname__}({self.func}, {args}, {keywords})'

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        bind = getattr(self.func, '__get__', None)
        if bind is not None:
            bound = bind(obj, cls)
            if bound is not self.func:
                # the descriptor did the binding: classmethods, staticmethods and the like
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    __class_getitem__ = classmethod(GenericAlias)


# ---- caches

_cache_info_type = None


def _CacheInfo(hits, misses, maxsize, currsize):
    # The named tuple of cache_info(), made when somebody asks.
    global _cache_info_type
    if _cache_info_type is None:
        from collections import namedtuple
        _cache_info_type = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'], module='functools')
    return _cache_info_type(hits, misses, maxsize, currsize)


def lru_cache(maxsize=128, typed=False):
    """Decorator that remembers the results of up to `maxsize` calls, the latest used (None: of all).

    With `typed`, 3 and 3.0 are different arguments. The wrapper offers cache_info(), cache_clear(),
    cache_parameters() and __wrapped__.
    """
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)     # written without parentheses
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(user_function):
        return _cached(user_function, maxsize, typed)

    return decorating_function


def _cached(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    'Decorator that remembers the results of all calls.'
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property computed once per instance and then kept in the instance's __dict__."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = getattr(func, '__module__', None)

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError(
                "Cannot use cached_property instance without calling __set_name__ on it.")
        kind = type(instance).__name__
        try:
            store = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {kind!r} instance to cache {name!r} property.") from None
        if name in store:
            return store[name]
        value = self.func(instance)
        try:
            store[name] = value
        except TypeError:
            raise TypeError(
                f"The '__dict__' attribute on {kind!r} instance "
                f"does not support item assignment for caching {name!r} property.") from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


# ---- singledispatch

def _c3_merge(sequences):
    # One order that keeps those of all sequences: the C3 merge.
    result = []
    sequences = [list(each) for each in sequences if each]
    while sequences:
        head = next((each[0] for each in sequences if not any(each[0] in other[1:] for other in sequences)), None)
        if head is None:
            raise RuntimeError('Inconsistent hierarchy')
        result.append(head)
        for each in sequences:
            if each[0] == head:
                del each[0]
        sequences = [each for each in sequences if each]
    return result


def _c3_mro(cls, abcs=None):
    # cls.__mro__ with abstract classes in it to which cls belongs without inheriting from them. They go in front of the
    # bases that are not abstract, at the class that brings them in.
    bases = cls.__bases__
    split = max((i for i, base in enumerate(bases, 1) if hasattr(base, '__abstractmethods__')), default=0)
    abcs = list(abcs or ())
    new = [each for each in abcs if issubclass(cls, each) and not any(issubclass(base, each) for base in bases)]
    abcs = [each for each in abcs if each not in new]
    groups = list(bases[:split]), new, list(bases[split:])
    orders = [_c3_mro(base, abcs) for group in groups for base in group]
    return _c3_merge([[cls], *orders, *groups])


def _compose_mro(cls, types):
    # The order in which implementations for types are looked for.
    own = set(cls.__mro__)
    types = [each for each in types
             if each not in own and hasattr(each, '__mro__') and not isinstance(each, GenericAlias) and issubclass(cls, each)]
    types = [each for each in types if not any(each is not other and each in other.__mro__ for other in types)]
    wanted = set(types)
    abcs = []
    for each in types:
        # a subclass that cls belongs to as well brings the order of its own bases
        orders = [[base for base in sub.__mro__ if base in wanted]
                  for sub in each.__subclasses__() if sub not in own and issubclass(cls, sub)]
        for order in sorted(orders, key=len, reverse=True) or [[each]]:
            abcs.extend(base for base in order if base not in abcs)
    return _c3_mro(cls, abcs)


def _find_impl(cls, registry):
    # The implementation registered for the first class of the order; another one that is no nearer makes it ambiguous.
    order = iter(_compose_mro(cls, registry))
    match = next((each for each in order if each in registry), None)
    rival = next(order, None)
    if (rival in registry and rival not in cls.__mro__ and match not in cls.__mro__ and not issubclass(match, rival)):
        raise RuntimeError("Ambiguous dispatch: {} or {}".format(match, rival))
    return registry.get(match)


def _is_union(cls):
    if isinstance(cls, type(int | str)):
        return True
    return type(cls).__module__ == 'typing' and type(cls).__name__ == '_UnionGenericAlias'


def _is_dispatch_type(cls):
    if isinstance(cls, type) and not isinstance(cls, GenericAlias):
        return True
    return _is_union(cls) and all(isinstance(arg, type) and not isinstance(arg, GenericAlias)
                                  for arg in cls.__args__)


def singledispatch(func):
    """Make a generic function: further implementations are registered for the first argument's type.

    `@f.register` takes the type from the annotation, `@f.register(cls)` takes it as given;
    `f.dispatch(cls)` answers which implementation would run, `f.registry` lists all.
    """
    from types import MappingProxyType
    from abc import get_cache_token
    registry = {}
    dispatch_cache = {}
    cache_token = None
    funcname = getattr(func, '__name__', 'singledispatch function')

    def dispatch(cls):
        nonlocal cache_token
        if cache_token is not None:
            current = get_cache_token()
            if cache_token != current:
                dispatch_cache.clear()
                cache_token = current
        try:
            return dispatch_cache[cls]
        except (KeyError, TypeError):
            pass
        impl = registry[cls] if cls in registry else _find_impl(cls, registry)
        dispatch_cache[cls] = impl
        return impl

    def register(cls, func=None):
        nonlocal cache_token
        if _is_dispatch_type(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(
                    f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            if not getattr(cls, '__annotations__', {}):
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    f"Use either `@register(some_class)` or plain `@register` "
                    f"on an annotated function.")
            func = cls
            from typing import get_type_hints
            argname, cls = next(iter(get_type_hints(func).items()))
            if not _is_dispatch_type(cls):
                if _is_union(cls):
                    raise TypeError(
                        f"Invalid annotation for {argname!r}. {cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} is not a class.")
        for one in cls.__args__ if _is_union(cls) else (cls,):
            registry[one] = func
            if cache_token is None and hasattr(one, '__abstractmethods__'):
                cache_token = get_cache_token()
        dispatch_cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{funcname} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = dispatch_cache.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """singledispatch for methods: goes by the first argument after self or cls."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Like the generic function's register(), with (self, value, ...) methods."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            found = self.dispatcher.dispatch(args[0].__class__)
            return found.__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
