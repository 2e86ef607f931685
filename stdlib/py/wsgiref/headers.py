"""The headers of an answer as a mapping that ignores case and keeps order."""

__all__ = ['Headers']


def _with_parameters(value, parameters):
    parts = [] if value is None else [value]
    for name, text in parameters.items():
        name = name.replace('_', '-')
        if text:
            text = text.replace('\\', '\\\\').replace('"', r'\"')
            parts.append(f'{name}="{text}"')
        else:
            parts.append(name)
    return '; '.join(parts)


class Headers:
    """A mapping over a list of (name, value), which may hold a name several times."""

    def __init__(self, headers=None):
        headers = [] if headers is None else headers
        if type(headers) is not list:
            raise TypeError('Headers must be a list of name/value tuples')
        self._headers = headers
        if __debug__:
            for name, value in headers:
                self._convert_string_type(name)
                self._convert_string_type(value)

    def _convert_string_type(self, value):
        if type(value) is str:
            return value
        raise AssertionError(f'Header names/values must be of type str (got {value!r})')

    def __len__(self):
        return len(self._headers)

    def __setitem__(self, name, value):
        del self[name]
        self._headers.append((self._convert_string_type(name), self._convert_string_type(value)))

    def __delitem__(self, name):
        name = self._convert_string_type(name.lower())
        self._headers[:] = [pair for pair in self._headers if pair[0].lower() != name]

    def __getitem__(self, name):
        return self.get(name)

    def __contains__(self, name):
        return self.get(name) is not None

    def get_all(self, name):
        """Every value of a name, in order."""
        name = self._convert_string_type(name.lower())
        return [value for key, value in self._headers if key.lower() == name]

    def get(self, name, default=None):
        """The first value of a name."""
        return next(iter(self.get_all(name)), default)

    def keys(self):
        return [key for key, _ in self._headers]

    def values(self):
        return [value for _, value in self._headers]

    def items(self):
        return self._headers[:]

    def __repr__(self):
        return f'{self.__class__.__name__}({self._headers!r})'

    def __str__(self):
        return '\r\n'.join([f'{name}: {value}' for name, value in self._headers] + ['', ''])

    def __bytes__(self):
        return str(self).encode('iso-8859-1')

    def setdefault(self, name, value):
        """The first value of a name, which is given one if it has none."""
        found = self.get(name)
        if found is None:
            self._headers.append((self._convert_string_type(name), self._convert_string_type(value)))
            return value
        return found

    def add_header(self, _name, _value, **_params):
        """Adds a header beside others of its name, with parameters, whose underscores are written as dashes."""
        if _value is not None:
            _value = self._convert_string_type(_value)
        parameters = {key: value if value is None else self._convert_string_type(value) for key, value in _params.items()}
        self._headers.append((self._convert_string_type(_name), _with_parameters(_value, parameters)))
