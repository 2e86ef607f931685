"""The Python half of the event loop: error reports, closing of generators, the default executor.

Running, timers, callbacks and tasks are native, in _asyncio.EventLoop, which reaches the methods here by attribute lookup.
"""

__all__ = ('BaseEventLoop',)

import _asyncio

from . import coroutines
from . import events
from . import tasks
from .log import logger


def _context_of(report):
    """The contextvars context of the task, future or handle that a report is about, or None."""
    for key in ('task', 'future', 'handle'):
        subject = report.get(key)
        if subject is not None:
            getter = getattr(subject, 'get_context', None)
            return None if getter is None else getter()
    return None


def _run_until_complete_cb(fut):
    _asyncio._stop_for(fut)


class BaseEventLoop(_asyncio.EventLoop, events.AbstractEventLoop):
    """The event loop of this interpreter."""

    _run_until_complete_cb = staticmethod(_run_until_complete_cb)
    _exception_handler = None
    _default_executor = None
    _executor_closed = False

    def __repr__(self):
        return (f'<{type(self).__name__} running={self.is_running()} '
                f'closed={self.is_closed()} debug={self.get_debug()}>')

    def close(self):
        """Throw away what is scheduled, and let go of the default executor without waiting for its threads."""
        if self.get_debug() and not self.is_running() and not self.is_closed():
            logger.debug('Close %r', self)
        super().close()
        self._executor_closed = True
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    def __del__(self):
        if not self.is_closed():
            import warnings
            warnings.warn(f'unclosed event loop {self!r}', ResourceWarning, source=self)
            if not self.is_running():
                self.close()

    def _as_future(self, awaitable):
        return tasks.ensure_future(awaitable, loop=self)

    # Error reports.

    def get_exception_handler(self):
        """The handler set by set_exception_handler, or None."""
        return self._exception_handler

    def set_exception_handler(self, handler):
        """From now on errors nobody can catch go to handler(loop, context); None brings back the default."""
        if handler is not None and not callable(handler):
            raise TypeError(f'A callable object or None is expected, got {handler!r}')
        self._exception_handler = handler

    def default_exception_handler(self, context):
        """Write the message, then a `key: value` line for each other entry, then the traceback of the exception."""
        if 'source_traceback' not in context:
            # In debug mode: where the callback comes from that is running.
            made_at = getattr(self._current_handle, '_source_traceback', None)
            if made_at:
                context['handle_traceback'] = made_at
        lines = [context.get('message') or 'Unhandled exception in event loop']
        for key in sorted(context):
            if key in ('source_traceback', 'handle_traceback'):
                import traceback
                what = 'Object' if key == 'source_traceback' else 'Handle'
                made_at = ''.join(traceback.format_list(context[key])).rstrip()
                lines.append(f'{key}: {what} created at (most recent call last):\n{made_at}')
            elif key != 'message' and key != 'exception':
                lines.append(f'{key}: {context[key]!r}')
        exc = context.get('exception')
        logger.error('\n'.join(lines), exc_info=False if exc is None else (type(exc), exc, exc.__traceback__))

    def call_exception_handler(self, context):
        """Hand a report to the handler in force. Only SystemExit and KeyboardInterrupt come out of a handler."""
        handler = self._exception_handler
        if handler is None:
            self._report(context, 'Exception in default exception handler')
            return
        try:
            run_in = _context_of(context)
            if run_in is None:
                handler(self, context)
            else:
                run_in.run(handler, self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            report = {'message': 'Unhandled error in exception handler', 'exception': exc, 'context': context}
            self._report(report, 'Exception in default exception handler while handling an unexpected error '
                                 'in custom exception handler')

    def _report(self, context, on_failure):
        """Call the default handler, which a subclass may have replaced; if it fails, say so and go on."""
        try:
            self.default_exception_handler(context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException:
            logger.error(on_failure, exc_info=True)

    def _slow_callback(self, subject, seconds):
        # What ran is a task, or a handle; that of a task's step is shown as the task.
        if isinstance(subject, events.Handle):
            owner = getattr(subject._callback, '__self__', None)
            if isinstance(owner, tasks.Task):
                subject = owner
        logger.warning('Executing %r took %.3f seconds', subject, seconds)

    # Sockets and names: selector_sockets.py, which is loaded when it is needed.

    async def sock_recv(self, sock, n):
        """Receive up to n bytes from a non-blocking socket."""
        from . import selector_sockets
        return await selector_sockets.sock_recv(self, sock, n)

    async def sock_recv_into(self, sock, buf):
        """Receive into a buffer; the result is the number of bytes."""
        from . import selector_sockets
        return await selector_sockets.sock_recv_into(self, sock, buf)

    async def sock_recvfrom(self, sock, bufsize):
        """Receive a datagram of up to bufsize bytes; the result is (data, address)."""
        from . import selector_sockets
        return await selector_sockets.sock_recvfrom(self, sock, bufsize)

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        """Receive a datagram into a buffer; the result is (number of bytes, address)."""
        from . import selector_sockets
        return await selector_sockets.sock_recvfrom_into(self, sock, buf, nbytes)

    async def sock_sendall(self, sock, data):
        """Send all of data."""
        from . import selector_sockets
        return await selector_sockets.sock_sendall(self, sock, data)

    async def sock_sendto(self, sock, data, address):
        """Send a datagram to an address; the result is the number of bytes."""
        from . import selector_sockets
        return await selector_sockets.sock_sendto(self, sock, data, address)

    async def sock_connect(self, sock, address):
        """Connect to an address; a host's name is looked up."""
        from . import selector_sockets
        return await selector_sockets.sock_connect(self, sock, address)

    async def sock_accept(self, sock):
        """Wait for a connection; the result is (socket, address)."""
        from . import selector_sockets
        return await selector_sockets.sock_accept(self, sock)

    async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=True):
        """Send a file's bytes; the result is their number."""
        from . import selector_sockets
        return await selector_sockets.sock_sendfile(self, sock, file, offset, count, fallback)

    async def _sock_sendfile_native(self, sock, file, offset, count):
        from . import selector_sockets
        return await selector_sockets.sendfile_by_system(self, sock, file, offset, count)

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        """socket.getaddrinfo() in the default executor."""
        from . import selector_sockets
        return await selector_sockets.getaddrinfo(self, host, port, family, type, proto, flags)

    async def getnameinfo(self, sockaddr, flags=0):
        """socket.getnameinfo() in the default executor."""
        from . import selector_sockets
        return await selector_sockets.getnameinfo(self, sockaddr, flags)

    # Asynchronous generators.

    async def shutdown_asyncgens(self):
        """Close every asynchronous generator that was begun in this loop and not finished."""
        agens = self._take_asyncgens()
        if not agens:
            return
        results = await tasks.gather(*[agen.aclose() for agen in agens], return_exceptions=True)
        for agen, result in zip(agens, results):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    'message': f'an error occurred during closing of asynchronous generator {agen!r}',
                    'exception': result,
                    'asyncgen': agen,
                })

    # The default executor.

    def set_default_executor(self, executor):
        """Have run_in_executor(None, ...) use this thread pool."""
        from concurrent.futures import ThreadPoolExecutor
        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError('executor must be ThreadPoolExecutor instance')
        self._default_executor = executor

    def run_in_executor(self, executor, func, *args):
        """Call func(*args) in a thread of the executor; the result is a future of this loop."""
        if self.is_closed():
            raise RuntimeError('Event loop is closed')
        if self.get_debug():
            if coroutines.iscoroutine(func) or coroutines.iscoroutinefunction(func):
                raise TypeError('coroutines cannot be used with run_in_executor()')
            if not callable(func):
                raise TypeError(f'a callable object was expected by run_in_executor(), got {func!r}')
        if executor is None:
            if self._executor_closed:
                raise RuntimeError('Executor shutdown has been called')
            executor = self._default_executor
            if executor is None:
                from concurrent.futures import ThreadPoolExecutor
                executor = self._default_executor = ThreadPoolExecutor(thread_name_prefix='asyncio')
        from .futures import wrap_future
        return wrap_future(executor.submit(func, *args), loop=self)

    async def shutdown_default_executor(self, timeout=None):
        """Let the default executor finish, for at most timeout seconds, and refuse it new work."""
        self._executor_closed = True
        executor = self._default_executor
        if executor is None:
            return
        import threading
        finished = self.create_future()

        def settle(exc):
            if exc is None:
                finished.set_result(None)
            else:
                finished.set_exception(exc)

        def join_workers():
            failure = None
            try:
                executor.shutdown(wait=True)
            except Exception as exc:
                failure = exc
            if not self.is_closed():
                self.call_soon_threadsafe(settle, failure)

        joiner = threading.Thread(target=join_workers)
        joiner.start()
        try:
            await finished
        finally:
            joiner.join(timeout)
        if joiner.is_alive():
            import warnings
            warnings.warn(f'The executor did not finishing joining its threads within {timeout} seconds.',
                          RuntimeWarning, stacklevel=2)
            executor.shutdown(wait=False)

    # Connections, servers, endpoints and pipes: network.py, which is loaded when it is needed.

    async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0,
                                sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None,
                                ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None,
                                all_errors=False):
        """Connect to a stream server; the result is (transport, protocol)."""
        from . import network
        return await network.create_connection(
            self, protocol_factory, host, port, ssl, family, proto, flags, sock, local_addr, server_hostname,
            ssl_handshake_timeout, ssl_shutdown_timeout, happy_eyeballs_delay, interleave, all_errors)

    async def create_server(self, protocol_factory, host=None, port=None, *, family=0, flags=1, sock=None,
                            backlog=100, ssl=None, reuse_address=None, reuse_port=None, ssl_handshake_timeout=None,
                            ssl_shutdown_timeout=None, start_serving=True):
        """Listen on one or more addresses; the result is a Server."""
        from . import network
        return await network.create_server(
            self, protocol_factory, host, port, family, flags, sock, backlog, ssl, reuse_address, reuse_port,
            ssl_handshake_timeout, ssl_shutdown_timeout, start_serving)

    async def create_unix_connection(self, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None,
                                     ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        """Connect to a Unix socket."""
        from . import network
        return await network.create_unix_connection(
            self, protocol_factory, path, ssl, sock, server_hostname, ssl_handshake_timeout, ssl_shutdown_timeout)

    async def create_unix_server(self, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,
                                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True):
        """Listen on a Unix socket."""
        from . import network
        return await network.create_unix_server(
            self, protocol_factory, path, sock, backlog, ssl, ssl_handshake_timeout, ssl_shutdown_timeout,
            start_serving)

    async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,
                                      ssl_shutdown_timeout=None):
        """Make (transport, protocol) of a connection accepted elsewhere."""
        from . import network
        return await network.connect_accepted_socket(
            self, protocol_factory, sock, ssl, ssl_handshake_timeout, ssl_shutdown_timeout)

    async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0,
                                       flags=0, reuse_port=None, allow_broadcast=None, sock=None):
        """Make a datagram socket; the result is (transport, protocol)."""
        from . import network
        return await network.create_datagram_endpoint(
            self, protocol_factory, local_addr, remote_addr, family, proto, flags, reuse_port, allow_broadcast, sock)

    async def connect_read_pipe(self, protocol_factory, pipe):
        """Read a pipe; the result is (transport, protocol)."""
        from . import network
        return await network.connect_read_pipe(self, protocol_factory, pipe)

    async def connect_write_pipe(self, protocol_factory, pipe):
        """Write to a pipe; the result is (transport, protocol)."""
        from . import network
        return await network.connect_write_pipe(self, protocol_factory, pipe)

    async def start_tls(self, transport, protocol, sslcontext, *, server_side=False, server_hostname=None,
                        ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        """Begin TLS on a connection; the result is the transport to use from now on."""
        from . import network
        return await network.start_tls(
            self, transport, protocol, sslcontext, server_side, server_hostname, ssl_handshake_timeout,
            ssl_shutdown_timeout)

    async def sendfile(self, transport, file, offset=0, count=None, *, fallback=True):
        """Send a file's bytes through a transport; the result is their number."""
        from . import network
        return await network.sendfile(self, transport, file, offset, count, fallback)

    # Child processes: base_subprocess.py, which is loaded when the first one is started.

    async def subprocess_shell(self, protocol_factory, cmd, *, stdin=-1, stdout=-1, stderr=-1, universal_newlines=False,
                               shell=True, bufsize=0, encoding=None, errors=None, text=None, **kwargs):
        """Run a shell command; the result is (transport, protocol)."""
        from . import base_subprocess
        kwargs.update(bufsize=bufsize, encoding=encoding, errors=errors, text=text)
        return await base_subprocess.subprocess_shell(
            self, protocol_factory, cmd, stdin, stdout, stderr, universal_newlines, shell, kwargs)

    async def subprocess_exec(self, protocol_factory, program, *args, stdin=-1, stdout=-1, stderr=-1,
                              universal_newlines=False, shell=False, bufsize=0, encoding=None, errors=None, text=None,
                              **kwargs):
        """Run a program; the result is (transport, protocol)."""
        from . import base_subprocess
        kwargs.update(bufsize=bufsize, encoding=encoding, errors=errors, text=text)
        return await base_subprocess.subprocess_exec(
            self, protocol_factory, program, args, stdin, stdout, stderr, universal_newlines, shell, kwargs)

    async def _make_subprocess_transport(self, protocol, args, shell, stdin, stdout, stderr, bufsize, extra=None,
                                         **kwargs):
        from . import base_subprocess
        return await base_subprocess.make_transport(
            self, protocol, args, shell, stdin, stdout, stderr, bufsize, extra, **kwargs)

    def _child_watcher_callback(self, pid, returncode, transport):
        self.call_soon_threadsafe(transport._process_exited, returncode)

    async def _sendfile_native(self, transp, file, offset, count):
        from . import network
        return await network.sendfile_native(self, transp, file, offset, count)

    # What network.py, Server and the streams are built from. Subclasses replace these.

    async def _ensure_resolved(self, address, *, family=0, type=1, proto=0, flags=0, loop):
        from . import network
        return await network.ensure_resolved(loop, address, family=family, type=type, proto=proto, flags=flags)

    async def _create_connection_transport(self, sock, protocol_factory, ssl, server_hostname, server_side=False,
                                           ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        from . import network
        return await network.connect_transport(
            self, sock, protocol_factory, ssl, server_hostname, server_side, ssl_handshake_timeout,
            ssl_shutdown_timeout)

    def _make_socket_transport(self, sock, protocol, waiter=None, *, extra=None, server=None):
        from .selector_events import _SelectorSocketTransport
        return _SelectorSocketTransport(self, sock, protocol, waiter, extra, server)

    def _make_ssl_transport(self, rawsock, protocol, sslcontext, waiter=None, *, server_side=False,
                            server_hostname=None, extra=None, server=None, ssl_handshake_timeout=None,
                            ssl_shutdown_timeout=None):
        from . import selector_events
        from . import sslproto
        layer = sslproto.SSLProtocol(
            self, protocol, sslcontext, waiter, server_side, server_hostname,
            ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
        selector_events._SelectorSocketTransport(self, rawsock, layer, extra=extra, server=server)
        return layer._app_transport

    def _make_datagram_transport(self, sock, protocol, address=None, waiter=None, extra=None):
        from .selector_events import _SelectorDatagramTransport
        return _SelectorDatagramTransport(self, sock, protocol, address, waiter, extra)

    def _make_read_pipe_transport(self, pipe, protocol, waiter=None, extra=None):
        from .pipes import _UnixReadPipeTransport
        return _UnixReadPipeTransport(self, pipe, protocol, waiter, extra)

    def _make_write_pipe_transport(self, pipe, protocol, waiter=None, extra=None):
        from .pipes import _UnixWritePipeTransport
        return _UnixWritePipeTransport(self, pipe, protocol, waiter, extra)

    def _start_serving(self, protocol_factory, sock, sslcontext=None, server=None, backlog=100,
                       ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        from .selector_events import start_accepting
        # Closed while it waited for descriptors.
        if sock.fileno() != -1:
            start_accepting(self, protocol_factory, sock, sslcontext, server, backlog, ssl_handshake_timeout,
                            ssl_shutdown_timeout)

    def _accept_connection(self, protocol_factory, sock, sslcontext=None, server=None, backlog=100,
                           ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        from .selector_events import accept_connections
        accept_connections(self, protocol_factory, sock, sslcontext, server, backlog, ssl_handshake_timeout,
                           ssl_shutdown_timeout)

    def _stop_serving(self, sock):
        self._remove_reader(sock.fileno())
        sock.close()


def __getattr__(name):
    if name == 'Server':
        from .servers import Server
        return Server
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
