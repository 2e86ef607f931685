"""collections.OrderedDict: a dict (which keeps insertion order itself) with an order that counts in comparisons and can be changed.

An iterator of dict's own notices when the order changes under it (vm/types/dict_views.c); moving keys and taking the first one are
native, since they work on the table.
"""
# like native code
import _collections_abc
from _collections import _odict_move, _odict_pop_first


class _OrderedKeysView(_collections_abc.KeysView):
    def __iter__(self):
        return iter(self._mapping)

    def __reversed__(self):
        return reversed(self._mapping)

    def __repr__(self):
        return f'odict_keys({list(self)!r})'


class _OrderedValuesView(_collections_abc.ValuesView):
    def __iter__(self):
        return iter(dict.values(self._mapping))

    def __reversed__(self):
        return reversed(dict.values(self._mapping))

    def __repr__(self):
        return _guarded(self, lambda: f'odict_values({list(self)!r})')


class _OrderedItemsView(_collections_abc.ItemsView):
    def __contains__(self, item):
        return item in dict.items(self._mapping)

    def __iter__(self):
        return iter(dict.items(self._mapping))

    def __reversed__(self):
        return reversed(dict.items(self._mapping))

    def __repr__(self):
        return _guarded(self, lambda: f'odict_items({list(self)!r})')


for _view, _name in ((_OrderedKeysView, 'odict_keys'), (_OrderedValuesView, 'odict_values'),
                     (_OrderedItemsView, 'odict_items')):
    _view.__name__ = _view.__qualname__ = _name
    _view.__module__ = 'builtins'
del _view, _name

_missing = object()


def _pair(item):
    pair = tuple(item)
    if len(pair) < 2:
        raise ValueError(f'need more than {len(pair)} value{"" if len(pair) == 1 else "s"} to unpack')
    if len(pair) > 2:
        raise ValueError('too many values to unpack (expected 2)')
    return pair


class OrderedDict(dict):
    'A dict whose order counts in comparisons and can be rearranged.'
    __module__ = 'collections'

    def __init__(self, /, *args, **kwds):
        if len(args) > 1:
            raise TypeError(f'expected at most 1 arguments, got {len(args)}')
        OrderedDict.update(self, *args, **kwds)

    def update(self, other=(), /, **kwds):
        '''Set items from a mapping or an iterable of pairs, then from the keywords.'''
        if type(self).__setitem__ is dict.__setitem__:
            if not isinstance(other, dict) and not hasattr(other, 'keys'):
                other = map(_pair, other)
            dict.update(self, other, **kwds)
        else:
            _collections_abc.MutableMapping.update(self, other, **kwds)

    def keys(self):
        '''A set-like view of the keys.'''
        return _OrderedKeysView(self)

    def values(self):
        '''A view of the values.'''
        return _OrderedValuesView(self)

    def items(self):
        '''A set-like view of the (key, value) pairs.'''
        return _OrderedItemsView(self)

    def pop(self, key, default=_missing):
        '''Take a key out and return its value, or the default if given.'''
        return dict.pop(self, key) if default is _missing else dict.pop(self, key, default)

    def popitem(self, /, last=True):
        '''Take the last pair out and return it, or the first one if last is false.'''
        if not self:
            raise KeyError('dictionary is empty')
        return dict.popitem(self) if last else _odict_pop_first(self)

    def setdefault(self, /, key, default=None):
        '''The value of the key, which is set to the default first if it is missing.'''
        if key in self:
            return self[key]
        self[key] = default
        return default

    def move_to_end(self, /, key, last=True):
        '''Move a key to the end, or to the start if last is false; KeyError if it is missing.'''
        if not _odict_move(self, key, True if last else False):
            raise KeyError(key)

    def copy(self):
        '''A shallow copy.'''
        return self.__class__(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        '''An ordered dictionary with these keys, all set to the value.'''
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and all(a == b for a, b in zip(self, other))
        return dict.__eq__(self, other)

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = None

    def __repr__(self):
        if not self:
            return f'{self.__class__.__name__}()'
        return _guarded(self, lambda: f'{self.__class__.__name__}({dict(self.items())!r})')

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.__class__(self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.__class__(other)
        new.update(self)
        return new

    def __reduce__(self):
        return self.__class__, (), self.__getstate__(), None, iter(self.items())


_repr_running = set()


def _guarded(obj, text):
    # text() unless it is being made already, further up on this thread's stack
    running = _repr_running
    mark = id(obj), _get_ident()
    if mark in running:
        return '...'
    running.add(mark)
    try:
        return text()
    finally:
        running.discard(mark)


def _get_ident():
    from _thread import get_ident
    return get_ident()
