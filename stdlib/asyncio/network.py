"""The loop's methods that make connections, servers and endpoints; loaded when the first of them is called.

Each function here stands behind the method of the same name of base_events.BaseEventLoop.
"""

__all__ = ()

import errno
import os
import socket
import stat

from . import exceptions
from . import protocols
from . import staggered
from . import tasks
from .log import logger
from .servers import Server


# Addresses.

def _as_port(port):
    """The number of a port given as number, None or digits; None for the name of a service."""
    if port is None or port == '' or port == b'':
        return 0
    try:
        return int(port)
    except (TypeError, ValueError):
        return None


def ipaddr_info(host, port, family, type, proto, flowinfo=0, scopeid=0):
    """What getaddrinfo would say of a numeric address and port; None if it has to be asked."""
    if proto not in (0, socket.IPPROTO_TCP, socket.IPPROTO_UDP) or host is None:
        return None
    if type == socket.SOCK_STREAM:
        proto = socket.IPPROTO_TCP
    elif type == socket.SOCK_DGRAM:
        proto = socket.IPPROTO_UDP
    else:
        return None
    port = _as_port(port)
    if port is None:
        return None
    if isinstance(host, bytes):
        host = host.decode('idna')
    # inet_pton does not know zones.
    if '%' in host:
        return None
    for candidate in (socket.AF_INET, socket.AF_INET6) if family == socket.AF_UNSPEC else (family,):
        try:
            socket.inet_pton(candidate, host)
        except OSError:
            continue
        address = (host, port, flowinfo, scopeid) if candidate == socket.AF_INET6 else (host, port)
        return candidate, type, proto, '', address
    return None


async def ensure_resolved(loop, address, *, family=0, type=socket.SOCK_STREAM, proto=0, flags=0):
    """The list that getaddrinfo gives, without asking when the address is numeric."""
    host, port = address[:2]
    info = ipaddr_info(host, port, family, type, proto, *address[2:])
    if info is not None:
        return [info]
    return await loop.getaddrinfo(host, port, family=family, type=type, proto=proto, flags=flags)


def interleave_addresses(infos, first_family_count=1):
    """Reorder by family: some of the first family, then one of each in turn."""
    by_family = {}
    for info in infos:
        by_family.setdefault(info[0], []).append(info)
    queues = list(by_family.values())
    ordered = []
    if first_family_count > 1:
        ordered += queues[0][:first_family_count - 1]
        del queues[0][:first_family_count - 1]
    for place in range(max(map(len, queues))):
        ordered += [queue[place] for queue in queues if place < len(queue)]
    return ordered


def _check_ssl_arguments(ssl, handshake_timeout, shutdown_timeout, server_hostname=None):
    if server_hostname is not None and not ssl:
        raise ValueError('server_hostname is only meaningful with ssl')
    if handshake_timeout is not None and not ssl:
        raise ValueError('ssl_handshake_timeout is only meaningful with ssl')
    if shutdown_timeout is not None and not ssl:
        raise ValueError('ssl_shutdown_timeout is only meaningful with ssl')


def _check_ssl_socket(sock):
    import sys
    ssl = sys.modules.get('ssl')
    if ssl is not None and isinstance(sock, ssl.SSLSocket):
        raise TypeError('Socket cannot be of type SSLSocket')


def _set_reuseport(sock):
    if not hasattr(socket, 'SO_REUSEPORT'):
        raise ValueError('reuse_port not supported by socket module')
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    except OSError:
        raise ValueError('reuse_port not supported by socket module, SO_REUSEPORT defined but not implemented.')


# Connecting.

def _bind_local(sock, family, local_infos, failures):
    """Bind to the first local address of the family that works; otherwise raise the last failure."""
    for local_family, _, _, _, address in local_infos:
        if local_family != family:
            continue
        try:
            sock.bind(address)
            return
        except OSError as exc:
            text = f'error while attempting to bind on address {address!r}: {exc.strerror.lower()}'
            failures.append(OSError(exc.errno, text))
    if failures:
        raise failures.pop()
    raise OSError(f'no matching local address with family={family!r} found')


async def connect_sock(loop, failures, info, local_infos=None):
    """A socket connected to one address. What fails is noted in a list of its own, appended to `failures`."""
    own_failures = []
    failures.append(own_failures)
    family, type, proto, _, address = info
    sock = None
    try:
        sock = socket.socket(family=family, type=type, proto=proto)
        sock.setblocking(False)
        if local_infos is not None:
            _bind_local(sock, family, local_infos, own_failures)
        await loop.sock_connect(sock, address)
        return sock
    except OSError as exc:
        own_failures.append(exc)
        if sock is not None:
            sock.close()
        raise
    except BaseException:
        if sock is not None:
            sock.close()
        raise


def _connect_error(failures, all_errors):
    """The one exception that says why no address could be connected to."""
    failures = [exc for group in failures for exc in group]
    if all_errors:
        return ExceptionGroup('create_connection failed', failures)
    texts = [str(exc) for exc in failures]
    if all(text == texts[0] for text in texts):
        return failures[0]
    return OSError(f"Multiple exceptions: {', '.join(texts)}")


async def _connect_any(loop, infos, local_infos, delay, all_errors):
    failures = []
    sock = None
    try:
        if delay is None:
            for info in infos:
                try:
                    sock = await connect_sock(loop, failures, info, local_infos)
                    break
                except OSError:
                    continue
        else:
            def attempt(info):
                return lambda: connect_sock(loop, failures, info, local_infos)

            sock, _, _ = await staggered.staggered_race(map(attempt, infos), delay, loop=loop)
        if sock is None:
            raise _connect_error(failures, all_errors)
        return sock
    finally:
        # The exceptions hold this frame by their tracebacks.
        failures = None


async def connect_transport(loop, sock, protocol_factory, ssl, server_hostname, server_side=False,
                            ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    """(transport, protocol) around a connected socket."""
    sock.setblocking(False)
    protocol = protocol_factory()
    waiter = loop.create_future()
    if ssl:
        context = None if isinstance(ssl, bool) else ssl
        transport = loop._make_ssl_transport(
            sock, protocol, context, waiter, server_side=server_side, server_hostname=server_hostname,
            ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
    else:
        transport = loop._make_socket_transport(sock, protocol, waiter)
    try:
        await waiter
    except BaseException:
        transport.close()
        raise
    return transport, protocol


async def create_connection(loop, protocol_factory, host, port, ssl, family, proto, flags, sock, local_addr,
                            server_hostname, ssl_handshake_timeout, ssl_shutdown_timeout, happy_eyeballs_delay,
                            interleave, all_errors):
    if server_hostname is not None and not ssl:
        raise ValueError('server_hostname is only meaningful with ssl')
    if server_hostname is None and ssl:
        if not host:
            raise ValueError('You must set server_hostname when using ssl without a host')
        server_hostname = host
    _check_ssl_arguments(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
    if sock is not None:
        _check_ssl_socket(sock)
    if happy_eyeballs_delay is not None and interleave is None:
        interleave = 1
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError('host/port and sock can not be specified at the same time')
        infos = await loop._ensure_resolved((host, port), family=family, type=socket.SOCK_STREAM, proto=proto,
                                            flags=flags, loop=loop)
        if not infos:
            raise OSError('getaddrinfo() returned empty list')
        local_infos = None
        if local_addr is not None:
            local_infos = await loop._ensure_resolved(local_addr, family=family, type=socket.SOCK_STREAM, proto=proto,
                                                      flags=flags, loop=loop)
            if not local_infos:
                raise OSError('getaddrinfo() returned empty list')
        if interleave:
            infos = interleave_addresses(infos, interleave)
        sock = await _connect_any(loop, infos, local_infos, happy_eyeballs_delay, all_errors)
    elif sock is None:
        raise ValueError('host and port was not specified and no sock specified')
    elif sock.type != socket.SOCK_STREAM:
        raise ValueError(f'A Stream Socket was expected, got {sock!r}')
    transport, protocol = await loop._create_connection_transport(
        sock, protocol_factory, ssl, server_hostname, ssl_handshake_timeout=ssl_handshake_timeout,
        ssl_shutdown_timeout=ssl_shutdown_timeout)
    if loop.get_debug():
        logger.debug('%r connected to %s:%r: (%r, %r)', transport.get_extra_info('socket'), host, port, transport,
                     protocol)
    return transport, protocol


async def connect_accepted_socket(loop, protocol_factory, sock, ssl, ssl_handshake_timeout, ssl_shutdown_timeout):
    if sock.type != socket.SOCK_STREAM:
        raise ValueError(f'A Stream Socket was expected, got {sock!r}')
    _check_ssl_arguments(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
    _check_ssl_socket(sock)
    transport, protocol = await loop._create_connection_transport(
        sock, protocol_factory, ssl, '', server_side=True, ssl_handshake_timeout=ssl_handshake_timeout,
        ssl_shutdown_timeout=ssl_shutdown_timeout)
    if loop.get_debug():
        logger.debug('%r handled: (%r, %r)', transport.get_extra_info('socket'), transport, protocol)
    return transport, protocol


# Serving.

async def _resolve_for_server(loop, host, port, family, flags):
    infos = await loop._ensure_resolved((host, port), family=family, type=socket.SOCK_STREAM, flags=flags, loop=loop)
    if not infos:
        raise OSError(f'getaddrinfo({host!r}) returned empty list')
    return infos


def _bind_all(infos, sockets, reuse_address, reuse_port, debug):
    """A bound socket for each address, appended to `sockets`."""
    for family, type, proto, _, address in infos:
        try:
            sock = socket.socket(family, type, proto)
        except PermissionError:
            raise
        except OSError:
            # A family that the system does not have.
            if debug:
                logger.warning('create_server() failed to create socket.socket(%r, %r, %r)', family, type, proto,
                               exc_info=True)
            continue
        sockets.append(sock)
        if reuse_address:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
        if reuse_port:
            _set_reuseport(sock)
        # The IPv4 address has a socket of its own.
        if family == socket.AF_INET6:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, True)
        try:
            sock.bind(address)
        except OSError as exc:
            text = f'error while attempting to bind on address {address!r}: {exc.strerror.lower()}'
            raise OSError(exc.errno, text) from None


async def _serve(loop, sockets, protocol_factory, ssl, backlog, handshake_timeout, shutdown_timeout, start_serving):
    for sock in sockets:
        sock.setblocking(False)
    server = Server(loop, sockets, protocol_factory, ssl, backlog, handshake_timeout, shutdown_timeout)
    if start_serving:
        server._start_serving()
        await tasks.sleep(0)
    return server


async def create_server(loop, protocol_factory, host, port, family, flags, sock, backlog, ssl, reuse_address,
                        reuse_port, ssl_handshake_timeout, ssl_shutdown_timeout, start_serving):
    if isinstance(ssl, bool):
        raise TypeError('ssl argument must be an SSLContext or None')
    _check_ssl_arguments(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
    if sock is not None:
        _check_ssl_socket(sock)
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError('host/port and sock can not be specified at the same time')
        if host == '':
            hosts = [None]
        elif isinstance(host, str) or not hasattr(host, '__iter__'):
            hosts = [host]
        else:
            hosts = host
        found = await tasks.gather(*[_resolve_for_server(loop, host, port, family, flags) for host in hosts])
        # Each address once, whatever names it came under.
        infos = dict.fromkeys(info for infos in found for info in infos)
        sockets = []
        try:
            _bind_all(infos, sockets, reuse_address is None or reuse_address, reuse_port, loop.get_debug())
        except BaseException:
            for sock in sockets:
                sock.close()
            raise
    elif sock is None:
        raise ValueError('Neither host/port nor sock were specified')
    elif sock.type != socket.SOCK_STREAM:
        raise ValueError(f'A Stream Socket was expected, got {sock!r}')
    else:
        sockets = [sock]
    server = await _serve(loop, sockets, protocol_factory, ssl, backlog, ssl_handshake_timeout, ssl_shutdown_timeout,
                          start_serving)
    if loop.get_debug():
        logger.info('%r is serving', server)
    return server


# Unix sockets.

def _remove_stale(path):
    """Take away what an earlier server left at a path."""
    if path[0] in (0, '\x00'):
        return
    try:
        if stat.S_ISSOCK(os.stat(path).st_mode):
            os.remove(path)
    except FileNotFoundError:
        pass
    except OSError as exc:
        logger.error('Unable to check or remove stale UNIX socket %r: %r', path, exc)


def _check_unix_socket(sock):
    if sock.family != socket.AF_UNIX or sock.type != socket.SOCK_STREAM:
        raise ValueError(f'A UNIX Domain Stream Socket was expected, got {sock!r}')


async def create_unix_connection(loop, protocol_factory, path, ssl, sock, server_hostname, ssl_handshake_timeout,
                                 ssl_shutdown_timeout):
    assert server_hostname is None or isinstance(server_hostname, str)
    if ssl and server_hostname is None:
        raise ValueError('you have to pass server_hostname when using ssl')
    _check_ssl_arguments(ssl, ssl_handshake_timeout, ssl_shutdown_timeout, server_hostname)
    if path is not None:
        if sock is not None:
            raise ValueError('path and sock can not be specified at the same time')
        path = os.fspath(path)
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0)
        try:
            sock.setblocking(False)
            await loop.sock_connect(sock, path)
        except BaseException:
            sock.close()
            raise
    else:
        if sock is None:
            raise ValueError('no path and sock were specified')
        _check_unix_socket(sock)
        sock.setblocking(False)
    return await loop._create_connection_transport(
        sock, protocol_factory, ssl, server_hostname, ssl_handshake_timeout=ssl_handshake_timeout,
        ssl_shutdown_timeout=ssl_shutdown_timeout)


async def create_unix_server(loop, protocol_factory, path, sock, backlog, ssl, ssl_handshake_timeout,
                             ssl_shutdown_timeout, start_serving):
    if isinstance(ssl, bool):
        raise TypeError('ssl argument must be an SSLContext or None')
    _check_ssl_arguments(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
    if path is not None:
        if sock is not None:
            raise ValueError('path and sock can not be specified at the same time')
        path = os.fspath(path)
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            _remove_stale(path)
            sock.bind(path)
        except BaseException as exc:
            sock.close()
            if isinstance(exc, OSError) and exc.errno == errno.EADDRINUSE:
                raise OSError(errno.EADDRINUSE, f'Address {path!r} is already in use') from None
            raise
    else:
        if sock is None:
            raise ValueError('path was not specified, and no sock specified')
        _check_unix_socket(sock)
    return await _serve(loop, [sock], protocol_factory, ssl, backlog, ssl_handshake_timeout, ssl_shutdown_timeout,
                        start_serving)


# Datagrams.

def _check_no_modifiers(sock, **modifiers):
    if sock.type != socket.SOCK_DGRAM:
        raise ValueError(f'A UDP Socket was expected, got {sock!r}')
    if any(modifiers.values()):
        problems = ', '.join(f'{name}={value}' for name, value in modifiers.items() if value)
        raise ValueError(f'socket modifier keyword arguments can not be used when sock is specified. ({problems})')


async def _datagram_addresses(loop, local_addr, remote_addr, family, proto, flags):
    """Pairs ((family, proto), (local address, remote address)) to try in turn."""
    if not (local_addr or remote_addr):
        if family == 0:
            raise ValueError('unexpected address family')
        return [((family, proto), (None, None))]
    if family == socket.AF_UNIX:
        for addr in (local_addr, remote_addr):
            if addr is not None and not isinstance(addr, str):
                raise TypeError('string is expected')
        if local_addr:
            _remove_stale(local_addr)
        return [((family, proto), (local_addr, remote_addr))]
    found = {}
    for place, addr in enumerate((local_addr, remote_addr)):
        if addr is None:
            continue
        if not (isinstance(addr, tuple) and len(addr) == 2):
            raise TypeError('2-tuple is expected')
        infos = await loop._ensure_resolved(addr, family=family, type=socket.SOCK_DGRAM, proto=proto, flags=flags,
                                            loop=loop)
        if not infos:
            raise OSError('getaddrinfo() returned empty list')
        for its_family, _, its_proto, _, address in infos:
            found.setdefault((its_family, its_proto), [None, None])[place] = address
    pairs = [(key, pair) for key, pair in found.items()
             if not ((local_addr and pair[0] is None) or (remote_addr and pair[1] is None))]
    if not pairs:
        raise ValueError('can not get address information')
    return pairs


async def _open_datagram(loop, pairs, local_addr, remote_addr, reuse_port, allow_broadcast):
    """A bound and connected socket, and the address of the peer."""
    failures = []
    for (family, proto), (local, remote) in pairs:
        sock = None
        try:
            sock = socket.socket(family=family, type=socket.SOCK_DGRAM, proto=proto)
            if reuse_port:
                _set_reuseport(sock)
            if allow_broadcast:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            sock.setblocking(False)
            if local_addr:
                sock.bind(local)
            if not remote_addr:
                return sock, None
            if not allow_broadcast:
                await loop.sock_connect(sock, remote)
            return sock, remote
        except BaseException as exc:
            if sock is not None:
                sock.close()
            if not isinstance(exc, OSError):
                raise
            failures.append(exc)
    raise failures[0]


async def create_datagram_endpoint(loop, protocol_factory, local_addr, remote_addr, family, proto, flags, reuse_port,
                                   allow_broadcast, sock):
    if sock is not None:
        _check_no_modifiers(sock, local_addr=local_addr, remote_addr=remote_addr, family=family, proto=proto,
                            flags=flags, reuse_port=reuse_port, allow_broadcast=allow_broadcast)
        sock.setblocking(False)
        peer = None
    else:
        pairs = await _datagram_addresses(loop, local_addr, remote_addr, family, proto, flags)
        sock, peer = await _open_datagram(loop, pairs, local_addr, remote_addr, reuse_port, allow_broadcast)
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = loop._make_datagram_transport(sock, protocol, peer, waiter)
    if loop.get_debug():
        if local_addr:
            logger.info('Datagram endpoint local_addr=%r remote_addr=%r created: (%r, %r)', local_addr, remote_addr,
                        transport, protocol)
        else:
            logger.debug('Datagram endpoint remote_addr=%r created: (%r, %r)', remote_addr, transport, protocol)
    try:
        await waiter
    except BaseException:
        transport.close()
        raise
    return transport, protocol


# Pipes.

async def _connect_pipe(loop, make, protocol_factory, pipe):
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = make(pipe, protocol, waiter)
    try:
        await waiter
    except BaseException:
        transport.close()
        raise
    return transport, protocol


async def connect_read_pipe(loop, protocol_factory, pipe):
    transport, protocol = await _connect_pipe(loop, loop._make_read_pipe_transport, protocol_factory, pipe)
    if loop.get_debug():
        logger.debug('Read pipe %r connected: (%r, %r)', pipe.fileno(), transport, protocol)
    return transport, protocol


async def connect_write_pipe(loop, protocol_factory, pipe):
    transport, protocol = await _connect_pipe(loop, loop._make_write_pipe_transport, protocol_factory, pipe)
    if loop.get_debug():
        logger.debug('Write pipe %r connected: (%r, %r)', pipe.fileno(), transport, protocol)
    return transport, protocol


# TLS on an existing connection.

async def start_tls(loop, transport, protocol, sslcontext, server_side, server_hostname, ssl_handshake_timeout,
                    ssl_shutdown_timeout):
    import ssl
    from . import sslproto
    if not isinstance(sslcontext, ssl.SSLContext):
        raise TypeError(f'sslcontext is expected to be an instance of ssl.SSLContext, got {sslcontext!r}')
    if not getattr(transport, '_start_tls_compatible', False):
        raise TypeError(f'transport {transport!r} is not supported by start_tls()')
    waiter = loop.create_future()
    ssl_protocol = sslproto.SSLProtocol(
        loop, protocol, sslcontext, waiter, server_side, server_hostname,
        ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout,
        call_connection_made=False)
    # No data before the new protocol's connection_made.
    transport.pause_reading()
    transport.set_protocol(ssl_protocol)
    made = loop.call_soon(ssl_protocol.connection_made, transport)
    resumed = loop.call_soon(transport.resume_reading)
    try:
        await waiter
    except BaseException:
        transport.close()
        made.cancel()
        resumed.cancel()
        raise
    return ssl_protocol._app_transport


# Files.

class _SendfileProtocol(protocols.Protocol):
    """Stands in for a transport's protocol while a file is copied through it, to obey its flow control."""

    def __init__(self, transport):
        self._transport = transport
        self._proto = transport.get_protocol()
        self._was_reading = transport.is_reading()
        self._was_paused = transport._protocol_paused
        transport.pause_reading()
        transport.set_protocol(self)
        self._writable = transport._loop.create_future() if self._was_paused else None

    async def drain(self):
        if self._transport.is_closing():
            raise ConnectionError('Connection closed by peer')
        if self._writable is not None:
            await self._writable

    def connection_made(self, transport):
        raise RuntimeError('Invalid state: connection should have been established already.')

    def connection_lost(self, exc):
        if self._writable is not None:
            self._writable.set_exception(ConnectionError('Connection is closed by peer') if exc is None else exc)
        self._proto.connection_lost(exc)

    def pause_writing(self):
        if self._writable is None:
            self._writable = self._transport._loop.create_future()

    def resume_writing(self):
        if self._writable is not None:
            self._writable.set_result(False)
            self._writable = None

    def data_received(self, data):
        raise RuntimeError('Invalid state: reading should be paused')

    def eof_received(self):
        raise RuntimeError('Invalid state: reading should be paused')

    async def restore(self):
        self._transport.set_protocol(self._proto)
        if self._was_reading:
            self._transport.resume_reading()
        if self._writable is not None:
            # Nobody waits for it any more.
            self._writable.cancel()
        if self._was_paused:
            self._proto.resume_writing()


async def sendfile(loop, transport, file, offset, count, fallback):
    if transport.is_closing():
        raise RuntimeError('Transport is closing')
    mode = getattr(transport, '_sendfile_compatible', 'UNSUPPORTED')
    if mode == 'UNSUPPORTED':
        raise RuntimeError(f'sendfile is not supported for transport {transport!r}')
    if mode == 'TRY_NATIVE':
        try:
            return await loop._sendfile_native(transport, file, offset, count)
        except exceptions.SendfileNotAvailableError:
            if not fallback:
                raise
    if not fallback:
        raise RuntimeError(f'fallback is disabled and native sendfile is not supported for transport {transport!r}')
    return await _sendfile_fallback(loop, transport, file, offset, count)


async def sendfile_native(loop, transport, file, offset, count):
    """By the system's sendfile(), when what is buffered has gone out."""
    was_reading = transport.is_reading()
    transport.pause_reading()
    await transport._make_empty_waiter()
    try:
        return await loop.sock_sendfile(transport._sock, file, offset, count, fallback=False)
    finally:
        transport._reset_empty_waiter()
        if was_reading:
            transport.resume_reading()


async def _sendfile_fallback(loop, transport, file, offset, count):
    if offset:
        file.seek(offset)
    size = min(count, 16384) if count else 16384
    buffer = bytearray(size)
    total = 0
    protocol = _SendfileProtocol(transport)
    try:
        while True:
            if count:
                size = min(count - total, size)
                if size <= 0:
                    return total
            view = memoryview(buffer)[:size]
            read = await loop.run_in_executor(None, file.readinto, view)
            if not read:
                return total
            await protocol.drain()
            transport.write(view[:read])
            total += read
    finally:
        if total > 0 and hasattr(file, 'seek'):
            file.seek(offset + total)
        await protocol.restore()
