"""Mocks made to measure: create_autospec, seal, PropertyMock, mock_open. Public name: unittest.mock."""

import inspect
import io
from types import FunctionType, MethodType

from . import mock as _mock
from ._mock_calls import DEFAULT
from .mock import (AsyncMock, AsyncMockMixin, InvalidSpecError, MagicMock, Mock, NonCallableMagicMock, _SpecState, _callable, _check_sig,
                   _get_signature_object, _is_async_func, _is_instance_mock, _is_magic)

_FORWARDED = ('assert_called_with', 'assert_called_once_with', 'assert_has_calls', 'assert_any_call', 'assert_called', 'assert_not_called',
              'assert_called_once', 'reset_mock', 'configure_mock', 'attach_mock')
_FORWARDED_ASYNC = ('assert_awaited', 'assert_awaited_once', 'assert_awaited_with', 'assert_awaited_once_with', 'assert_any_await',
                    'assert_has_awaits', 'assert_not_awaited')


def _function_like(mock, original, sig, is_async):
    # A real function with the signature of the original one, whose calls go to the mock.
    if is_async:
        async def funcopy(*args, **kwargs):
            sig.bind(*args, **kwargs)
            return await mock(*args, **kwargs)
    else:
        def funcopy(*args, **kwargs):
            sig.bind(*args, **kwargs)
            return mock(*args, **kwargs)
    for name in ('__name__', '__qualname__', '__module__', '__defaults__', '__kwdefaults__', '__text_signature__'):
        try:
            setattr(funcopy, name, getattr(original, name))
        except (AttributeError, TypeError):
            pass
    name = getattr(original, '__name__', 'funcopy')
    funcopy.__name__ = name if name.isidentifier() else 'funcopy'
    funcopy.__signature__ = sig
    funcopy.mock = mock
    funcopy.called = False
    funcopy.call_count = 0
    funcopy.call_args = None
    funcopy.call_args_list = _mock._CallList()
    funcopy.method_calls = _mock._CallList()
    funcopy.mock_calls = _mock._CallList()
    funcopy.return_value = mock.return_value
    funcopy.side_effect = mock.side_effect
    funcopy._mock_children = mock._mock_children
    for name in _FORWARDED + (_FORWARDED_ASYNC if is_async else ()):
        setattr(funcopy, name, getattr(mock, name))
    if is_async:
        funcopy.await_count = 0
        funcopy.await_args = None
        funcopy.await_args_list = _mock._CallList()

    def reset_mock():
        funcopy.method_calls = _mock._CallList()
        funcopy.mock_calls = _mock._CallList()
        mock.reset_mock()
        ret = funcopy.return_value
        if _is_instance_mock(ret) and ret is not mock:
            ret.reset_mock()
    funcopy.reset_mock = reset_mock
    mock._mock_delegate = funcopy
    return funcopy


def _must_skip(spec, entry, is_type):
    """Does the attribute's function get `self` when called through an instance?"""
    if not isinstance(spec, type):
        if entry in getattr(spec, '__dict__', {}):
            return False
        spec = spec.__class__
    found = next((vars(cls)[entry] for cls in spec.__mro__ if vars(cls).get(entry, DEFAULT) is not DEFAULT), DEFAULT)
    if found is DEFAULT or isinstance(found, FunctionType):
        return is_type
    return False


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock with the attributes of an object, each held to its counterpart, and with its signature."""
    from ._mock_patch import _check_spec_arg_typos
    if type(spec) in (list, tuple):
        spec = type(spec)  # a list of names is no spec here
    is_type = isinstance(spec, type)
    if _is_instance_mock(spec):
        raise InvalidSpecError(f'Cannot autospec a Mock object. [object={spec!r}]')
    is_async_func = _is_async_func(spec)
    options = {'spec_set': spec} if spec_set else {'spec': spec}
    if spec is None:
        options = {}
    if not unsafe:
        _check_spec_arg_typos(kwargs)
    _kwargs = options
    if options and instance:
        options['_spec_as_instance'] = True
    _name = kwargs.pop('name', _name)
    new_name = _name
    if _parent is None:
        new_name = ''
    is_function = isinstance(spec, (FunctionType, MethodType)) or inspect.isbuiltin(spec)
    if is_type and instance and not _instance_callable(spec):
        klass = NonCallableMagicMock
    elif inspect.isdatadescriptor(spec):
        _kwargs = {}
        klass = MagicMock
    elif is_async_func:
        if instance:
            raise RuntimeError("Instance can not be True when create_autospec is mocking an async function")
        klass = AsyncMock
    elif not _callable(spec):
        klass = NonCallableMagicMock
    else:
        klass = MagicMock
    _kwargs.update(kwargs)
    mock = klass(parent=_parent, _new_parent=_parent, _new_name=new_name, name=_name, **_kwargs)
    wrapped = mock
    if is_function:
        found = _get_signature_object(spec, instance, False)
        if found is not None:
            wrapped = _function_like(mock, spec, found[1], is_async_func)
            mock.__dict__['_spec_signature'] = found[1]
    else:
        _check_sig(spec, mock, is_type, instance)
    if _parent is not None and not instance:
        _parent._mock_children[_name] = wrapped
    if is_type and not instance and 'return_value' not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name='()', _parent=mock)
    for entry in dir(spec):
        if _is_magic(entry):
            continue  # these come from the class of the mock
        try:
            original = getattr(spec, entry)
        except AttributeError:
            continue
        child_options = {'spec_set': original} if spec_set else {'spec': original}
        if not isinstance(original, (FunctionType, MethodType)) and not inspect.isbuiltin(original):
            new = _SpecState(original, spec_set, mock, entry)
            mock._mock_children[entry] = new
        else:
            skipfirst = _must_skip(spec, entry, is_type)
            child_options['_eat_self'] = skipfirst
            child_class = AsyncMock if inspect.iscoroutinefunction(original) else MagicMock
            new = child_class(parent=mock, name=entry, _new_name=entry, _new_parent=mock, **child_options)
            mock._mock_children[entry] = new
            new.return_value = child_class()
            _check_sig(original, new, skipfirst=skipfirst)
        if wrapped is not mock and isinstance(wrapped, FunctionType):
            setattr(wrapped, entry, new)
    return wrapped


def _instance_callable(cls):
    return any('__call__' in base.__dict__ for base in cls.__mro__)


def seal(mock):
    """No attributes come up by themselves any more, in the mock and in all below it."""
    mock._mock_sealed = True
    for attr in dir(mock):
        try:
            child = getattr(mock, attr)
        except AttributeError:
            continue
        if not _is_instance_mock(child) or isinstance(child._mock_children.get(attr), _SpecState):
            continue
        if child._mock_new_parent is mock:
            seal(child)


class PropertyMock(Mock):
    """A mock to be put into a class as a property: it is called with nothing when it is read, with the value when it is set."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def mock_open(mock=None, read_data=''):
    """A mock of open(): its handles read the given data, str or bytes, and record what is written."""
    def fresh():
        return io.BytesIO(read_data) if isinstance(read_data, bytes) else io.StringIO(read_data, newline='\n')
    state = [fresh()]

    def method(name):
        def side_effect(*args, **kwargs):
            if getattr(handle, name).return_value is not DEFAULT_OF[name]:
                return getattr(handle, name).return_value
            return getattr(state[0], name)(*args, **kwargs)
        return side_effect

    def iterate():
        while True:
            line = state[0].readline()
            if not line:
                return
            yield line

    def next_line():
        line = handle.readline.side_effect()
        if not line:
            raise StopIteration
        return line

    if _mock.file_spec is None:
        _mock.file_spec = list(dict.fromkeys(dir(io.TextIOWrapper) + dir(io.BytesIO)))
        _mock.open_spec = list(dict.fromkeys(dir(io.open)))
    if mock is None:
        mock = MagicMock(name='open', spec=_mock.open_spec)
    handle = MagicMock(spec=_mock.file_spec)
    handle.__enter__.return_value = handle
    handle.__exit__.return_value = None
    DEFAULT_OF = {}
    for name in ('write', 'read', 'readline', 'readlines'):
        getattr(handle, name).return_value = DEFAULT_OF[name] = None
    for name in ('read', 'readline', 'readlines'):
        getattr(handle, name).side_effect = method(name)
    handle.__iter__.side_effect = iterate
    handle.__next__.side_effect = next_line

    def reset_data(*args, **kwargs):
        state[0] = fresh()
        return DEFAULT
    mock.side_effect = reset_data
    mock.return_value = handle
    return mock
