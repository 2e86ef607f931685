"""What mocks remember: sentinels, ANY, calls that compare with each other and with plain tuples, and lists of them."""

from pprint import pformat


class _SentinelObject(object):
    "An object that is only itself, with a name for its repr."

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return 'sentinel.%s' % self.name

    def __reduce__(self):
        return 'sentinel.%s' % self.name


class _Sentinel(object):
    """Each attribute is a unique object of that name."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError  # so that help(unittest.mock) works
        return self._sentinels.setdefault(name, _SentinelObject(name))

    def __reduce__(self):
        return 'sentinel'


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT


class _ANY(object):
    "Equals whatever it is compared with."

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _ANY()


def _format_call_signature(name, args, kwargs):
    parts = [repr(arg) for arg in args]
    parts.extend('%s=%r' % item for item in kwargs.items())
    return '%s(%s)' % (name, ', '.join(parts))


def _read(value):
    # (name, args, kwargs) of a call or of a tuple with some of the three; None where the text does not fit.
    name, args, kwargs = '', (), {}
    n = len(value)
    if n == 3:
        return tuple(value)
    if n == 2:
        first, second = value
        if isinstance(first, str):
            if isinstance(second, tuple):
                return first, second, kwargs
            return first, args, second
        return name, first, second
    if n == 1:
        value, = value
        if isinstance(value, str):
            return value, args, kwargs
        if isinstance(value, tuple):
            return name, value, kwargs
        return name, args, value
    return name, args, kwargs


class _Call(tuple):
    """A call: (name, args, kwargs), or (args, kwargs) for `two`. Missing parts count as empty when two are compared."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        own, args, kwargs = _read(value)
        if len(value) == 3 or own:
            name = own
        if two:
            return tuple.__new__(cls, (args, kwargs))
        return tuple.__new__(cls, (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        try:
            len_other = len(other)
        except TypeError:
            return NotImplemented
        if len_other > 3:
            return False
        if len(self) == 2:
            name, (args, kwargs) = '', self
        else:
            name, args, kwargs = self
        mine, theirs = getattr(self, '_mock_parent', None), getattr(other, '_mock_parent', None)
        if mine and theirs and mine != theirs:
            return False
        other_name = ''
        if len_other == 0:
            other_args, other_kwargs = (), {}
        elif len_other == 3:
            other_name, other_args, other_kwargs = other
        elif len_other == 1:
            other_name, other_args, other_kwargs = _read(other)
        else:
            first, second = other
            if isinstance(first, str):
                other_name, other_args, other_kwargs = _read(other)
            else:
                other_args, other_kwargs = first, second
        if name and other_name != name:
            return False
        return (other_args, other_kwargs) == (args, kwargs)

    __ne__ = object.__ne__

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + '()', parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name='%s.%s' % (self._mock_name, attr), parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in tuple.__dict__:
            raise AttributeError
        return tuple.__getattribute__(self, attr)

    def _get_call_arguments(self):
        return tuple(self) if len(self) == 2 else tuple(self)[1:]

    @property
    def args(self):
        return self._get_call_arguments()[0]

    @property
    def kwargs(self):
        return self._get_call_arguments()[1]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name
            if not name:
                return 'call'
            return ('call%s' if name.startswith('()') else 'call.%s') % name
        if len(self) == 2:
            name, (args, kwargs) = 'call', self
        else:
            name, args, kwargs = self
            if not name:
                name = 'call'
            elif not name.startswith('()'):
                name = 'call.%s' % name
            else:
                name = 'call%s' % name
        return _format_call_signature(name, args, kwargs)

    def call_list(self):
        """A list of the calls that make up a chain such as call.a(1).b()."""
        vals = []
        thing = self
        while thing is not None:
            if thing._mock_from_kall:
                vals.append(thing)
            thing = thing._mock_parent
        return _CallList(reversed(vals))


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        n = len(value)
        return n <= len(self) and any(self[i:i + n] == value for i in range(len(self) - n + 1))

    def __repr__(self):
        return pformat(list(self))
