"""The loop's methods that work on a socket without a transport, and names looked up without blocking; loaded when the
first of them is called.

A call is tried at once and, when the socket has nothing for it, again each time the loop finds the socket ready. Each
function here stands behind the method of the same name of base_events.BaseEventLoop.
"""

__all__ = ()

import errno
import os
import socket

from . import exceptions
from .log import logger

# Bytes at a time when a file is sent without the system's help.
_READ_SIZE = 1024 * 256


def _check(loop, sock):
    """A TLS socket is refused, in debug mode also one that blocks."""
    if hasattr(sock, '_sslobj'):
        raise TypeError('Socket cannot be of type SSLSocket')
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError('the socket must be non-blocking')


async def _when_ready(loop, sock, writing, attempt, *args):
    """Call attempt(*args) whenever sock is ready until it does not say that it would block; its result."""
    fd = sock.fileno()
    future = loop.create_future()

    def ready():
        if future.done():
            return
        try:
            result = attempt(*args)
        except (BlockingIOError, InterruptedError):
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            future.set_exception(exc)
        else:
            future.set_result(result)

    # A later call for the same descriptor and direction takes the place of this one, which must not remove it then.
    waits = loop.__dict__.setdefault('_socket_waits', {})
    waits[fd, writing] = future
    (loop.add_writer if writing else loop.add_reader)(fd, ready)
    try:
        return await future
    finally:
        if waits.get((fd, writing)) is future:
            del waits[fd, writing]
            (loop.remove_writer if writing else loop.remove_reader)(fd)


async def _call(loop, sock, writing, attempt, *args):
    _check(loop, sock)
    try:
        return attempt(*args)
    except (BlockingIOError, InterruptedError):
        return await _when_ready(loop, sock, writing, attempt, *args)


async def _method(loop, sock, writing, name, *args):
    # Looked up each time: a test's stand-in of a socket may get another in between.
    return await _call(loop, sock, writing, lambda: getattr(sock, name)(*args))


async def sock_recv(loop, sock, n):
    return await _method(loop, sock, False, 'recv', n)


async def sock_recv_into(loop, sock, buf):
    return await _method(loop, sock, False, 'recv_into', buf)


async def sock_recvfrom(loop, sock, bufsize):
    return await _method(loop, sock, False, 'recvfrom', bufsize)


async def sock_recvfrom_into(loop, sock, buf, nbytes):
    return await _method(loop, sock, False, 'recvfrom_into', buf, nbytes or len(buf))


async def sock_sendto(loop, sock, data, address):
    return await _method(loop, sock, True, 'sendto', data, address)


async def sock_sendall(loop, sock, data):
    _check(loop, sock)
    try:
        done = sock.send(data)
    except (BlockingIOError, InterruptedError):
        done = 0
    if done == len(data):
        return
    rest = memoryview(data)[done:]

    def send_rest():
        nonlocal rest
        rest = rest[sock.send(rest):]
        if rest:
            raise BlockingIOError

    await _when_ready(loop, sock, True, send_rest)


async def sock_connect(loop, sock, address):
    _check(loop, sock)
    if sock.family == socket.AF_INET or sock.family == socket.AF_INET6:
        resolved = await loop._ensure_resolved(address, family=sock.family, type=sock.type, proto=sock.proto, loop=loop)
        address = resolved[0][4]
    try:
        sock.connect(address)
    except (BlockingIOError, InterruptedError):
        pass
    else:
        return

    def find_out():
        failure = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if failure:
            raise OSError(failure, f'Connect call failed {address}')

    await _when_ready(loop, sock, True, find_out)


async def sock_accept(loop, sock):
    def accept():
        connection, address = sock.accept()
        connection.setblocking(False)
        return connection, address

    return await _call(loop, sock, False, accept)


# Files.

def _check_sendfile(sock, file, offset, count):
    if 'b' not in getattr(file, 'mode', 'b'):
        raise ValueError('file should be opened in binary mode')
    if not sock.type == socket.SOCK_STREAM:
        raise ValueError('only SOCK_STREAM type sockets are supported')
    if count is not None:
        if not isinstance(count, int):
            raise TypeError(f'count must be a positive integer (got {count!r})')
        if count <= 0:
            raise ValueError(f'count must be a positive integer (got {count!r})')
    if not isinstance(offset, int):
        raise TypeError(f'offset must be a non-negative integer (got {offset!r})')
    if offset < 0:
        raise ValueError(f'offset must be a non-negative integer (got {offset!r})')


async def sock_sendfile(loop, sock, file, offset, count, fallback):
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError('the socket must be non-blocking')
    _check(loop, sock)
    _check_sendfile(sock, file, offset, count)
    try:
        return await loop._sock_sendfile_native(sock, file, offset, count)
    except exceptions.SendfileNotAvailableError:
        if not fallback:
            raise
    return await sendfile_by_reading(loop, sock, file, offset, count)


async def sendfile_by_system(loop, sock, file, offset, count):
    """The kernel moves the bytes. Raises SendfileNotAvailableError if it cannot."""
    try:
        fileno = file.fileno()
        size = os.fstat(fileno).st_size
    except (AttributeError, OSError):
        raise exceptions.SendfileNotAvailableError('not a regular file')
    left = count if count else size
    if not left:
        return 0
    sent = 0

    def send_some():
        nonlocal offset, sent
        try:
            n = os.sendfile(sock.fileno(), fileno, offset, min(left - sent, 2 ** 30))
        except (BlockingIOError, InterruptedError):
            raise
        except OSError as exc:
            if sent == 0:
                if exc.errno == errno.ENOTCONN:
                    raise ConnectionError('socket is not connected', errno.ENOTCONN) from exc
                raise exceptions.SendfileNotAvailableError('os.sendfile call failed') from exc
            raise
        offset += n
        sent += n
        if n and sent < left:
            raise BlockingIOError

    try:
        await _call(loop, sock, True, send_some)
    finally:
        if sent:
            os.lseek(fileno, offset, os.SEEK_SET)
    return sent


async def sendfile_by_reading(loop, sock, file, offset, count):
    """The file is read in the executor, piece by piece."""
    if offset:
        file.seek(offset)
    size = min(count, _READ_SIZE) if count else _READ_SIZE
    buffer = memoryview(bytearray(size))
    sent = 0
    try:
        while True:
            if count:
                size = min(count - sent, size)
                if size <= 0:
                    break
            read = await loop.run_in_executor(None, file.readinto, buffer[:size])
            if not read:
                break
            await loop.sock_sendall(sock, buffer[:read])
            sent += read
        return sent
    finally:
        if sent and hasattr(file, 'seek'):
            file.seek(offset + sent)


# Names.

def _getaddrinfo_timed(loop, host, port, family, type, proto, flags):
    """getaddrinfo with a word in the log about how long it took."""
    parts = [f'{host}:{port!r}']
    for title, value in (('family', family), ('type', type), ('proto', proto), ('flags', flags)):
        if value:
            parts.append(f'{title}={value!r}')
    text = ', '.join(parts)
    logger.debug('Get address info %s', text)
    before = loop.time()
    infos = socket.getaddrinfo(host, port, family, type, proto, flags)
    took = loop.time() - before
    text = f'Getting address info {text} took {took * 1e3:.3f}ms: {infos!r}'
    if took >= loop.slow_callback_duration:
        logger.info(text)
    else:
        logger.debug(text)
    return infos


async def getaddrinfo(loop, host, port, family, type, proto, flags):
    if loop.get_debug():
        return await loop.run_in_executor(None, _getaddrinfo_timed, loop, host, port, family, type, proto, flags)
    return await loop.run_in_executor(None, socket.getaddrinfo, host, port, family, type, proto, flags)


async def getnameinfo(loop, sockaddr, flags):
    return await loop.run_in_executor(None, socket.getnameinfo, sockaddr, flags)
