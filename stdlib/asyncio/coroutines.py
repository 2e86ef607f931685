"""Telling coroutines from other things, by the shape of the object, without importing inspect or collections.abc."""

__all__ = ('iscoroutinefunction', 'iscoroutine')

import sys

_CO_COROUTINE = 0x80

# Set as func._is_coroutine to have a plain function pass for a coroutine function.
_is_coroutine = object()


class _Sample:
    async def method(self):
        pass


_method = _Sample().method
_coro = _method()
_MethodType = type(_method)
_FunctionType = type(_Sample.method)
_CoroutineType = type(_coro)
_coro.close()
del _coro, _method, _Sample


def _has_methods(cls, *names):
    """True if every name is defined along the class's MRO, and not disabled by a None."""
    for name in names:
        if getattr(cls, name, None) is None:
            return False
    return True


def iscoroutine(obj):
    """True for coroutine objects and for anything else with the methods of one."""
    cls = type(obj)
    return cls is _CoroutineType or _has_methods(cls, '__await__', 'send', 'throw', 'close')


def _unwrap(func):
    """The function inside bound methods and functools.partial objects."""
    # Who has not loaded functools has no partial objects.
    functools = sys.modules.get('functools')
    wrappers = _MethodType if functools is None else (_MethodType, functools.partial)
    while isinstance(func, wrappers):
        func = func.__func__ if isinstance(func, _MethodType) else func.func
    return func


def iscoroutinefunction(func):
    """True for functions defined with `async def`, for methods and partial objects of them, and for what is marked as such."""
    target = _unwrap(func)
    if isinstance(target, _FunctionType) and target.__code__.co_flags & _CO_COROUTINE:
        return True
    inspect = sys.modules.get('inspect')
    mark = getattr(inspect, '_is_coroutine_marker', None)
    if mark is not None and getattr(target, '_is_coroutine_marker', None) is mark:
        return True
    return getattr(func, '_is_coroutine', None) is _is_coroutine
