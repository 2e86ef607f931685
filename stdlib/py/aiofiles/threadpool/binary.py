"""Wrappers of binary files, buffered and not."""

from ..base import AsyncBase, AsyncIndirectBase
from .utils import delegate_to_executor, proxy_method_directly, proxy_property_directly

__all__ = ['AsyncBufferedIOBase', 'AsyncBufferedReader', 'AsyncFileIO', 'AsyncIndirectBufferedIOBase', 'AsyncIndirectBufferedReader',
           'AsyncIndirectFileIO']


@delegate_to_executor('close', 'flush', 'isatty', 'read', 'read1', 'readinto', 'readline', 'readlines', 'seek', 'seekable', 'tell', 'truncate',
                      'writable', 'write', 'writelines')
@proxy_method_directly('detach', 'fileno', 'readable')
@proxy_property_directly('closed', 'raw', 'name', 'mode')
class AsyncBufferedIOBase(AsyncBase):
    """A buffered file with coroutines for methods."""


@delegate_to_executor('peek')
class AsyncBufferedReader(AsyncBufferedIOBase):
    """The same with what only readers have."""


@delegate_to_executor('close', 'flush', 'isatty', 'read', 'readall', 'readinto', 'readline', 'readlines', 'seek', 'seekable', 'tell', 'truncate',
                      'writable', 'write', 'writelines')
@proxy_method_directly('fileno', 'readable')
@proxy_property_directly('closed', 'name', 'mode')
class AsyncFileIO(AsyncBase):
    """An unbuffered file with coroutines for methods."""


class AsyncIndirectBufferedIOBase(AsyncIndirectBase, AsyncBufferedIOBase):
    """A buffered stream that may be replaced."""


class AsyncIndirectBufferedReader(AsyncIndirectBase, AsyncBufferedReader):
    """A stream for reading that may be replaced."""


class AsyncIndirectFileIO(AsyncIndirectBase, AsyncFileIO):
    """An unbuffered stream that may be replaced."""
