"""Class decorators that give a wrapper the methods and properties of the file beneath it."""


def _method(name):
    async def method(self, *args, **kwargs):
        return await self._run(getattr(self._file, name), *args, **kwargs)
    method.__name__ = method.__qualname__ = name
    method.__doc__ = f'{name}() of the file, in a thread.'
    return method


def _direct_method(name):
    def method(self, *args, **kwargs):
        return getattr(self._file, name)(*args, **kwargs)
    method.__name__ = method.__qualname__ = name
    return method


def _adding(make, names):
    def add(cls):
        for name in names:
            setattr(cls, name, make(name))
        return cls
    return add


def delegate_to_executor(*attrs):
    """These methods become coroutines that run in a thread."""
    return _adding(_method, attrs)


def proxy_method_directly(*attrs):
    """These methods never wait and are called as they are."""
    return _adding(_direct_method, attrs)


def proxy_property_directly(*attrs):
    """These attributes are the file's."""
    return _adding(lambda name: property(lambda self: getattr(self._file, name)), attrs)


cond_delegate_to_executor = delegate_to_executor
