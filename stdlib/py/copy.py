"""Shallow and deep copies of any object.

Containers and immutable types are handled directly; other objects say how by `__copy__`, `__deepcopy__` or the
reduction protocol that pickling uses.
"""
from copyreg import dispatch_table

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    pass


error = Error

_atomic_types = frozenset((
    type(None), int, float, bool, complex, bytes, str, type, range, slice, property,
    type(...), type(NotImplemented), type(len), type(lambda: 0), type((lambda: 0).__code__)))


_copiers = {list: list.copy, dict: dict.copy, set: set.copy, bytearray: bytearray.copy}


def _is_atomic(cls):
    if cls in _atomic_types or issubclass(cls, type):
        return True
    return cls.__module__ in ('weakref', '_weakref') and cls.__name__ in ('ReferenceType', 'ref')


def copy(x):
    """Return a new object with the same parts; immutable objects are returned themselves."""
    cls = type(x)
    copier = _copiers.get(cls)
    if copier is not None:
        return copier(x)
    if _is_atomic(cls) or cls is tuple or cls is frozenset:
        return x
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    rv = _reduced(x, cls)
    if isinstance(rv, str):
        return x
    return _reconstruct(x, None, *rv)


def _reduced(x, cls):
    reductor = dispatch_table.get(cls)
    if reductor is not None:
        return reductor(x)
    reductor = getattr(x, "__reduce_ex__", None)
    if reductor is not None:
        return reductor(4)
    reductor = getattr(x, "__reduce__", None)
    if reductor is not None:
        return reductor()
    raise Error("un(deep)copyable object of type %s" % cls)


def deepcopy(x, memo=None, _nil=[]):
    """Return a new object with deep copies of the parts; `memo` maps ids to the copies made so far."""
    cls = type(x)
    if cls in _atomic_types:
        return x
    if memo is None:
        memo = {}
    done = memo.get(id(x), _nil)
    if done is not _nil:
        return done
    copier = _deep_copiers.get(cls)
    if copier is not None:
        y = copier(x, memo)
    elif _is_atomic(cls):
        return x
    elif hasattr(x, "__deepcopy__"):
        y = x.__deepcopy__(memo)
    else:
        rv = _reduced(x, cls)
        y = x if isinstance(rv, str) else _reconstruct(x, memo, *rv)
    if y is not x:
        memo[id(x)] = y
        _keep_alive(x, memo)
    return y


def _keep_alive(x, memo):
    # While x lives its id cannot be given to another object. The list's own key cannot clash with an id.
    memo.setdefault(id(memo), []).append(x)


def _deepcopy_list(x, memo):
    y = []
    memo[id(x)] = y
    for item in x:
        y.append(deepcopy(item, memo))
    return y


def _deepcopy_tuple(x, memo):
    y = [deepcopy(item, memo) for item in x]
    done = memo.get(id(x))
    if done is not None:        # it holds itself, through something mutable
        return done
    for old, new in zip(x, y):
        if old is not new:
            return tuple(y)
    return x


def _deepcopy_dict(x, memo):
    y = {}
    memo[id(x)] = y
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


class _Bound:
    def method(self):
        pass


_deep_copiers = {list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict,
                 type(_Bound().method): _deepcopy_method}
del _Bound


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None, *, deepcopy=deepcopy):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, '__setstate__'):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            if slots is not None:
                for key, value in slots.items():
                    setattr(y, key, value)
    if listiter is not None:
        for item in listiter:
            y.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key = deepcopy(key, memo)
                value = deepcopy(value, memo)
            y[key] = value
    return y
