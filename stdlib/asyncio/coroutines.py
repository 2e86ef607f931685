"""Telling coroutines from other things, by the shape of the object, without importing inspect or collections.abc."""

__all__ = ('iscoroutinefunction', 'iscoroutine')

_CO_COROUTINE = 0x80

# Set as func._is_coroutine to have a plain function pass for a coroutine function.
_is_coroutine = object()


async def _sample():
    pass

_coro = _sample()
_CoroutineType = type(_coro)
_coro.close()
del _coro, _sample


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


def iscoroutinefunction(func):
    """True for functions defined with `async def`, and for methods and partial objects of them."""
    target = func
    while True:
        inner = getattr(target, '__func__', None)
        if inner is None:
            # functools.partial is known by its three attributes, so that functools need not be loaded.
            inner = getattr(target, 'func', None)
            if inner is None or not (hasattr(target, 'args') and hasattr(target, 'keywords')):
                break
        target = inner
    code = getattr(target, '__code__', None)
    if code is not None and code.co_flags & _CO_COROUTINE:
        return True
    if hasattr(target, '_is_coroutine_mark') and not isinstance(target, type):
        return True
    return getattr(func, '_is_coroutine', None) is _is_coroutine
