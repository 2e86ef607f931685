"""Wrappers of text files."""

from ..base import AsyncBase, AsyncIndirectBase
from .utils import delegate_to_executor, proxy_method_directly, proxy_property_directly

__all__ = ['AsyncTextIOWrapper', 'AsyncTextIndirectIOWrapper']


@delegate_to_executor('close', 'flush', 'isatty', 'read', 'readable', 'readline', 'readlines', 'seek', 'seekable', 'tell', 'truncate', 'write',
                      'writable', 'writelines')
@proxy_method_directly('detach', 'fileno')
@proxy_property_directly('buffer', 'closed', 'encoding', 'errors', 'line_buffering', 'newlines', 'name', 'mode')
class AsyncTextIOWrapper(AsyncBase):
    """A text file with coroutines for methods."""


class AsyncTextIndirectIOWrapper(AsyncIndirectBase, AsyncTextIOWrapper):
    """The same of a stream that may be replaced."""
