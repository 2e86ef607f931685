"""Functions to call at the program's end, last registered first. The interpreter calls _run_exitfuncs()."""

_functions = []


def register(func, /, *args, **kwargs):
    """Have func(*args, **kwargs) called at the end; returns func, so it works as a decorator."""
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _functions.append((func, args, kwargs))
    return func


def unregister(func, /):
    """Forget all registrations of a function."""
    _functions[:] = [entry for entry in _functions if not entry[0] == func]


def _clear():
    _functions.clear()


def _ncallbacks():
    return len(_functions)


def _run_exitfuncs():
    # An exception is reported and does not keep the others from being called.
    while _functions:
        func, args, kwargs = _functions.pop()
        try:
            func(*args, **kwargs)
        except BaseException as exc:
            import sys
            if isinstance(exc, SystemExit):
                continue
            print(f'Exception ignored in atexit callback: {func!r}', file=sys.stderr)
            sys.excepthook(type(exc), exc, exc.__traceback__)
