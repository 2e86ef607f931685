"""Transports of sockets, and how a listening socket's connections are taken in.

The stream transport reads and writes in C: _asyncio._SelectorSocketTransport. What is here is done once per connection,
and the datagram transport.
"""

__all__ = ('BaseSelectorEventLoop',)

import errno

import _asyncio

from . import constants
from . import transports
from . import trsock
from .base_events import BaseEventLoop as BaseSelectorEventLoop
from .log import logger


def _describe_socket(sock, extra):
    """The transport's extra info: what the caller knows already, the socket and its two addresses."""
    extra = {} if extra is None else extra
    extra['socket'] = trsock.TransportSocket(sock)
    try:
        extra['sockname'] = sock.getsockname()
    except OSError:
        extra['sockname'] = None
    if 'peername' not in extra:
        try:
            extra['peername'] = sock.getpeername()
        except OSError:
            extra['peername'] = None
    return extra


def _set_nodelay(sock):
    """Small writes go out at once, not when the peer has acknowledged the one before."""
    import socket
    if (sock.family in (socket.AF_INET, socket.AF_INET6) and sock.type == socket.SOCK_STREAM
            and sock.proto == socket.IPPROTO_TCP):
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _warn_unclosed(transport):
    import warnings
    warnings.warn(f'unclosed transport {transport!r}', ResourceWarning, source=transport)


class _SelectorSocketTransport(_asyncio._SelectorSocketTransport, transports.Transport):
    """The transport of stream sockets, TCP and Unix."""

    _start_tls_compatible = True
    _sendfile_compatible = constants._SendfileMode.TRY_NATIVE
    max_size = 256 * 1024

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        extra = _describe_socket(sock, extra)
        _set_nodelay(sock)
        super().__init__(loop, sock, protocol, waiter, extra, server)

    def __del__(self):
        sock = self._sock
        if sock is not None:
            _warn_unclosed(self)
            sock.close()


class _SelectorDatagramTransport(transports._FlowControlMixin, transports.DatagramTransport):
    """The transport of datagram sockets."""

    max_size = 256 * 1024

    # Looked at by __del__ even if __init__ fails.
    _sock = None

    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        super().__init__(_describe_socket(sock, extra), loop)
        self._sock = sock
        self._sock_fd = sock.fileno()
        self._protocol = protocol
        self._address = address
        # Datagrams that the socket did not take: (data, address).
        self._buffer = []
        self._buffer_size = 0
        self._conn_lost = 0
        self._closing = False
        self._paused = False
        self._reading = False
        self._writing = False
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._add_reader)
        if waiter is not None:
            loop.call_soon(_asyncio._set_result_unless_cancelled, waiter, None)

    def __repr__(self):
        info = [type(self).__name__]
        if self._sock is None:
            info.append('closed')
        elif self._closing:
            info.append('closing')
        info.append(f'fd={self._sock_fd}')
        if self._loop is not None and not self._loop.is_closed():
            info.append('read=polling' if self._reading else 'read=idle')
            info.append(f"write=<{'polling' if self._writing else 'idle'}, bufsize={self._buffer_size}>")
        return f"<{' '.join(info)}>"

    def __del__(self):
        if self._sock is not None:
            _warn_unclosed(self)
            self._sock.close()

    def _add_reader(self):
        if self.is_reading():
            self._reading = True
            self._loop._add_reader(self._sock_fd, self._read_ready)

    def _remove_reader(self):
        if self._reading:
            self._reading = False
            self._loop._remove_reader(self._sock_fd)

    def _remove_writer(self):
        if self._writing:
            self._writing = False
            self._loop._remove_writer(self._sock_fd)

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self._closing and not self._paused

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._remove_reader()

    def resume_reading(self):
        if self._paused and not self._closing:
            self._paused = False
            self._add_reader()

    def get_write_buffer_size(self):
        return self._buffer_size

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            data, addr = self._sock.recvfrom(self.max_size)
        except (BlockingIOError, InterruptedError):
            pass
        except OSError as exc:
            self._protocol.error_received(exc)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal read error on datagram transport')
        else:
            self._protocol.datagram_received(data, addr)

    def _send(self, data, addr):
        if self._extra['peername']:
            self._sock.send(data)
        else:
            self._sock.sendto(data, addr)

    def sendto(self, data, addr=None):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data argument must be a bytes-like object, not {type(data).__name__!r}')
        if not data:
            return
        if self._address:
            if addr not in (None, self._address):
                raise ValueError(f'Invalid address: must be None or {self._address}')
            addr = self._address
        if self._conn_lost and self._address:
            if self._conn_lost >= constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES:
                logger.warning('socket.send() raised exception.')
            self._conn_lost += 1
            return
        if not self._buffer:
            try:
                self._send(data, addr)
                return
            except (BlockingIOError, InterruptedError):
                self._writing = True
                self._loop._add_writer(self._sock_fd, self._sendto_ready)
            except OSError as exc:
                self._protocol.error_received(exc)
                return
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as exc:
                self._fatal_error(exc, 'Fatal write error on datagram transport')
                return
        self._buffer.append((bytes(data), addr))
        self._buffer_size += len(data)
        self._maybe_pause_protocol()

    def _sendto_ready(self):
        sent = 0
        try:
            for data, addr in self._buffer:
                try:
                    self._send(data, addr)
                except (BlockingIOError, InterruptedError):
                    break
                except OSError as exc:
                    sent += 1
                    self._buffer_size -= len(data)
                    self._protocol.error_received(exc)
                    return
                except (SystemExit, KeyboardInterrupt):
                    raise
                except BaseException as exc:
                    self._fatal_error(exc, 'Fatal write error on datagram transport')
                    return
                sent += 1
                self._buffer_size -= len(data)
        finally:
            del self._buffer[:sent]
        self._maybe_resume_protocol()
        if not self._buffer:
            self._remove_writer()
            if self._closing:
                self._call_connection_lost(None)

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._remove_reader()
        if not self._buffer:
            self._conn_lost += 1
            self._remove_writer()
            self._loop.call_soon(self._call_connection_lost, None)

    def abort(self):
        self._force_close(None)

    def _fatal_error(self, exc, message='Fatal error on transport'):
        if isinstance(exc, OSError):
            if self._loop.get_debug():
                logger.debug('%r: %s', self, message, exc_info=True)
        else:
            self._loop.call_exception_handler({
                'message': message,
                'exception': exc,
                'transport': self,
                'protocol': self._protocol,
            })
        self._force_close(exc)

    def _force_close(self, exc):
        if self._conn_lost:
            return
        self._buffer.clear()
        self._buffer_size = 0
        self._remove_writer()
        self._remove_reader()
        self._closing = True
        self._conn_lost += 1
        self._loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._sock.close()
            self._sock = None
            self._protocol = None
            self._loop = None


# Listening sockets.

# accept() fails with these while the process or the system has no room; trying again at once would only fail again.
_NO_ROOM = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)


def start_accepting(loop, protocol_factory, sock, sslcontext, server, backlog, handshake_timeout, shutdown_timeout):
    """Take in connections of a listening socket whenever there are any."""
    loop._add_reader(sock.fileno(), loop._accept_connection, protocol_factory, sock, sslcontext, server, backlog,
                     handshake_timeout, shutdown_timeout)


def accept_connections(loop, protocol_factory, sock, sslcontext, server, backlog, handshake_timeout, shutdown_timeout):
    """Take in at most `backlog` connections: that many may have come in one turn."""
    for _ in range(backlog):
        try:
            conn, addr = sock.accept()
            if loop.get_debug():
                logger.debug('%r got a new connection from %r: %r', server, addr, conn)
            conn.setblocking(False)
        except (BlockingIOError, InterruptedError, ConnectionAbortedError):
            return
        except OSError as exc:
            if exc.errno not in _NO_ROOM:
                raise
            loop.call_exception_handler({
                'message': 'socket.accept() out of system resource',
                'exception': exc,
                'socket': trsock.TransportSocket(sock),
            })
            loop._remove_reader(sock.fileno())
            loop.call_later(constants.ACCEPT_RETRY_DELAY, loop._start_serving, protocol_factory, sock, sslcontext,
                            server, backlog, handshake_timeout, shutdown_timeout)
            return
        loop.create_task(_welcome(loop, protocol_factory, conn, {'peername': addr}, sslcontext, server,
                                  handshake_timeout, shutdown_timeout))


async def _welcome(loop, protocol_factory, conn, extra, sslcontext, server, handshake_timeout, shutdown_timeout):
    """Give one accepted connection its protocol and its transport."""
    protocol = transport = None
    try:
        protocol = protocol_factory()
        waiter = loop.create_future()
        if sslcontext:
            transport = loop._make_ssl_transport(
                conn, protocol, sslcontext, waiter=waiter, server_side=True, extra=extra, server=server,
                ssl_handshake_timeout=handshake_timeout, ssl_shutdown_timeout=shutdown_timeout)
        else:
            transport = loop._make_socket_transport(conn, protocol, waiter=waiter, extra=extra, server=server)
        try:
            await waiter
        except BaseException:
            transport.close()
            raise
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as exc:
        if transport is None:
            conn.close()
        if loop.get_debug():
            report = {'message': 'Error on transport creation for incoming connection', 'exception': exc}
            if protocol is not None:
                report['protocol'] = protocol
            if transport is not None:
                report['transport'] = transport
            loop.call_exception_handler(report)
