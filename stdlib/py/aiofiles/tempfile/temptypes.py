"""What the functions of aiofiles.tempfile give, where it is not a file's common wrapper."""

from ..base import AsyncBase
from ..threadpool.utils import delegate_to_executor, proxy_property_directly

__all__ = ['AsyncSpooledTemporaryFile', 'AsyncTemporaryDirectory']


@delegate_to_executor('fileno', 'rollover', 'close', 'flush', 'isatty', 'read', 'readline', 'readlines', 'seek', 'tell', 'truncate', 'write',
                      'writelines')
@proxy_property_directly('closed', 'encoding', 'mode', 'name', 'newlines')
class AsyncSpooledTemporaryFile(AsyncBase):
    """A file that is in memory until it has grown."""


class AsyncTemporaryDirectory:
    """Entered with `async with`, it gives the folder's name; at the end the folder is removed."""

    def __init__(self, file, loop, executor):
        self._file = file
        self._loop = loop
        self._executor = executor
        self.name = file.name

    def __repr__(self):
        return f'<AsyncTemporaryDirectory {self.name!r}>'

    async def cleanup(self):
        """Remove the folder with all that is in it."""
        await self._loop.run_in_executor(self._executor, self._file.cleanup)

    close = cleanup

    async def __aenter__(self):
        return self.name

    async def __aexit__(self, exc_type, exc, tb):
        await self.cleanup()
