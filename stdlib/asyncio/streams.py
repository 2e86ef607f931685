"""Streams: coroutines to read and write connections with, on top of transports and a protocol.

A StreamReader's buffer is native (_asyncio._StreamReader): its _try_ methods give bytes, or None when more must come first.
"""

__all__ = ('StreamReader', 'StreamWriter', 'StreamReaderProtocol', 'open_connection', 'start_server',
           'open_unix_connection', 'start_unix_server')

import _asyncio
from _collections import deque

from . import coroutines
from . import events
from . import exceptions
from . import protocols
from .log import logger
from .tasks import sleep

_DEFAULT_LIMIT = 2 ** 16


async def _connect(connect, limit, loop, *args, **kwargs):
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await connect(lambda: protocol, *args, **kwargs)
    return reader, StreamWriter(transport, protocol, reader, loop)


def _protocol_factory(client_connected_cb, limit, loop):
    def factory():
        return StreamReaderProtocol(StreamReader(limit=limit, loop=loop), client_connected_cb, loop=loop)
    return factory


async def open_connection(host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Connect as loop.create_connection does; the result is (reader, writer)."""
    loop = events.get_running_loop()
    return await _connect(loop.create_connection, limit, loop, host, port, **kwds)


async def start_server(client_connected_cb, host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Listen as loop.create_server does, and call client_connected_cb(reader, writer) for each connection.

    If the callback is a coroutine function it runs as a task.
    """
    loop = events.get_running_loop()
    return await loop.create_server(_protocol_factory(client_connected_cb, limit, loop), host, port, **kwds)


async def open_unix_connection(path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """open_connection for a Unix socket."""
    loop = events.get_running_loop()
    return await _connect(loop.create_unix_connection, limit, loop, path, **kwds)


async def start_unix_server(client_connected_cb, path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """start_server for a Unix socket."""
    loop = events.get_running_loop()
    return await loop.create_unix_server(_protocol_factory(client_connected_cb, limit, loop), path, **kwds)


class FlowControlMixin(protocols.Protocol):
    """Keeps the futures of those who wait in drain() while the transport's buffer is too full."""

    def __init__(self, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._paused = False
        self._drain_waiters = deque()
        self._connection_lost = False

    def pause_writing(self):
        assert not self._paused
        self._paused = True
        if self._loop.get_debug():
            logger.debug('%r pauses writing', self)

    def resume_writing(self):
        assert self._paused
        self._paused = False
        if self._loop.get_debug():
            logger.debug('%r resumes writing', self)
        for waiter in self._drain_waiters:
            if not waiter.done():
                waiter.set_result(None)

    def connection_lost(self, exc):
        self._connection_lost = True
        if not self._paused:
            return
        for waiter in self._drain_waiters:
            if not waiter.done():
                if exc is None:
                    waiter.set_result(None)
                else:
                    waiter.set_exception(exc)

    async def _drain_helper(self):
        if self._connection_lost:
            raise ConnectionResetError('Connection lost')
        if not self._paused:
            return
        waiter = self._loop.create_future()
        self._drain_waiters.append(waiter)
        try:
            await waiter
        finally:
            self._drain_waiters.remove(waiter)

    def _get_close_waiter(self, stream):
        raise NotImplementedError


class StreamReaderProtocol(_asyncio._StreamProtocol, FlowControlMixin, protocols.Protocol):
    """Feeds a StreamReader with what a transport receives.

    The loop holds the transport, the transport this, and this the reader: so a task that waits for data is held by what
    is going to wake it.
    """

    _source_traceback = None
    _reject_connection = False

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop=loop)
        self._stream_reader = stream_reader
        if stream_reader is not None:
            self._source_traceback = stream_reader._source_traceback
        self._stream_writer = None
        self._task = None
        self._transport = None
        self._client_connected_cb = client_connected_cb
        self._over_ssl = False
        self._closed = self._loop.create_future()

    def _replace_writer(self, writer):
        transport = writer.transport
        self._stream_writer = writer
        self._transport = transport
        self._over_ssl = transport.get_extra_info('sslcontext') is not None

    def connection_made(self, transport):
        if self._reject_connection:
            report = {'message': 'An open stream was garbage collected prior to establishing network connection; '
                                 'call "stream.close()" explicitly.'}
            if self._source_traceback:
                report['source_traceback'] = self._source_traceback
            self._loop.call_exception_handler(report)
            transport.abort()
            return
        self._transport = transport
        reader = self._stream_reader
        if reader is not None:
            reader.set_transport(transport)
        self._over_ssl = transport.get_extra_info('sslcontext') is not None
        if self._client_connected_cb is None:
            return
        self._stream_writer = StreamWriter(transport, self, reader, self._loop)
        result = self._client_connected_cb(reader, self._stream_writer)
        if coroutines.iscoroutine(result):
            def report_failure(task):
                if task.cancelled():
                    transport.close()
                    return
                exc = task.exception()
                if exc is not None:
                    self._loop.call_exception_handler({
                        'message': 'Unhandled exception in client_connected_cb',
                        'exception': exc,
                        'transport': transport,
                    })
                    transport.close()

            report_failure.__qualname__ = 'StreamReaderProtocol.connection_made.<locals>.callback'
            self._task = self._loop.create_task(result)
            self._task.add_done_callback(report_failure)

    def connection_lost(self, exc):
        reader = self._stream_reader
        if reader is not None:
            if exc is None:
                reader.feed_eof()
            else:
                reader.set_exception(exc)
        closed = self._closed
        if not closed.done():
            if exc is None:
                closed.set_result(None)
            else:
                closed.set_exception(exc)
                # Nobody has to call wait_closed().
                closed.exception()
        super().connection_lost(exc)
        self._stream_reader = None
        self._stream_writer = None
        self._task = None
        self._transport = None

    def eof_received(self):
        reader = self._stream_reader
        if reader is not None:
            reader.feed_eof()
        # TLS has no half-open connections.
        return not self._over_ssl

    def _get_close_waiter(self, stream):
        return self._closed


class StreamWriter:
    """Writes to a connection. write() never waits; drain() does, while the other side is slow."""

    def __init__(self, transport, protocol, reader, loop):
        self._transport = transport
        self._protocol = protocol
        assert reader is None or isinstance(reader, StreamReader)
        self._reader = reader
        self._loop = loop

    def __repr__(self):
        info = [type(self).__name__, f'transport={self._transport!r}']
        if self._reader is not None:
            info.append(f'reader={self._reader!r}')
        return f"<{' '.join(info)}>"

    @property
    def transport(self):
        return self._transport

    def write(self, data):
        self._transport.write(data)

    def writelines(self, data):
        self._transport.writelines(data)

    def write_eof(self):
        return self._transport.write_eof()

    def can_write_eof(self):
        return self._transport.can_write_eof()

    def close(self):
        return self._transport.close()

    def is_closing(self):
        return self._transport.is_closing()

    async def wait_closed(self):
        """Wait until the connection is closed; raises what it was lost by."""
        await self._protocol._get_close_waiter(self)

    def get_extra_info(self, name, default=None):
        return self._transport.get_extra_info(name, default)

    async def drain(self):
        """Wait until it makes sense to write more."""
        reader = self._reader
        if reader is not None:
            exc = reader.exception()
            if exc is not None:
                raise exc
        if self._transport.is_closing():
            # Lets connection_lost() be called, so that a loop of write() and drain() comes to see the error.
            await sleep(0)
        protocol = self._protocol
        # Nearly always there is nothing to wait for.
        if type(protocol) is not StreamReaderProtocol or protocol._paused or protocol._connection_lost:
            await protocol._drain_helper()

    async def start_tls(self, sslcontext, *, server_hostname=None, ssl_handshake_timeout=None,
                        ssl_shutdown_timeout=None):
        """Go on encrypted."""
        protocol = self._protocol
        server_side = protocol._client_connected_cb is not None
        await self.drain()
        self._transport = await self._loop.start_tls(
            self._transport, protocol, sslcontext, server_side=server_side, server_hostname=server_hostname,
            ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
        protocol._replace_writer(self)

    def __del__(self):
        transport = getattr(self, '_transport', None)
        if transport is None or transport.is_closing():
            return
        import warnings
        if self._loop.is_closed():
            warnings.warn('loop is closed', ResourceWarning)
        else:
            self.close()
            warnings.warn(f'unclosed {self!r}', ResourceWarning)


class StreamReader(_asyncio._StreamReader):
    """Reads a connection. One coroutine at a time may wait in it.

    `limit` is how long a line may be; when twice as much is unread, the transport stops receiving.
    """

    _source_traceback = None

    def __init__(self, limit=_DEFAULT_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError('Limit cannot be <= 0')
        self._limit = limit
        self._loop = loop = events.get_event_loop() if loop is None else loop
        if loop.get_debug():
            import sys
            import traceback
            self._source_traceback = traceback.extract_stack(sys._getframe(1), limit=10)

    def __repr__(self):
        info = ['StreamReader']
        if self._length:
            info.append(f'{self._length} bytes')
        if self._eof:
            info.append('eof')
        if self._limit != _DEFAULT_LIMIT:
            info.append(f'limit={self._limit}')
        if self._waiter:
            info.append(f'waiter={self._waiter!r}')
        if self._exception:
            info.append(f'exception={self._exception!r}')
        if self._transport:
            info.append(f'transport={self._transport!r}')
        if self._paused:
            info.append('paused')
        return f"<{' '.join(info)}>"

    async def _wait_for_data(self, func_name):
        """Wait until there is more to read, or the end."""
        waiter = self._begin_wait(func_name)
        try:
            await waiter
        finally:
            self._waiter = None

    async def readline(self):
        """A line with its newline; what is left at the end of the stream; b'' after that.

        ValueError: no newline within the limit. The line is dropped if its end has been seen, else the buffer is.
        """
        try:
            line = self._try_until(b'\n', False)
            while line is None:
                waiter = self._begin_wait('readuntil')
                try:
                    await waiter
                finally:
                    self._waiter = None
                line = self._try_until(b'\n', True)
            return line
        except exceptions.IncompleteReadError as exc:
            return exc.partial
        except exceptions.LimitOverrunError as exc:
            self._drop_line(exc.consumed)
            raise ValueError(exc.args[0])

    async def readuntil(self, separator=b'\n'):
        """Everything up to and with the separator.

        IncompleteReadError at the end of the stream, with what there was; LimitOverrunError if it would be longer than
        the limit, and then all stays in the buffer.
        """
        data = self._try_until(separator, False)
        while data is None:
            await self._wait_for_data('readuntil')
            data = self._try_until(separator, True)
        return data

    async def read(self, n=-1):
        """At most n bytes, as soon as there are any; b'' at the end of the stream. Without n: all up to the end."""
        if n < 0:
            blocks = []
            while block := await self.read(self._limit):
                blocks.append(block)
            return b''.join(blocks)
        data = self._try_read(n)
        if data is None:
            # As _wait_for_data, of which there is none in between.
            waiter = self._begin_wait('read')
            try:
                await waiter
            finally:
                self._waiter = None
            data = self._take(n)
        return data

    async def readexactly(self, n):
        """Exactly n bytes. IncompleteReadError, with what there was, if the stream ends before."""
        data = self._try_exactly(n)
        while data is None:
            await self._wait_for_data('readexactly')
            data = self._try_exactly(n)
        return data

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if line == b'':
            raise StopAsyncIteration
        return line
