"""Sockets: connections and datagrams over IP and within the machine.

The work is done by the native class _socket.socket. Here it gets enumerations for its numbers, file objects, duplicates
and the functions that put together several of its calls.
"""

import _socket
from _socket import *

import io
import os
import sys
from enum import IntEnum, IntFlag

import selectors

__all__ = ['fromfd', 'getfqdn', 'create_connection', 'create_server', 'has_dualstack_ipv6', 'AddressFamily', 'SocketKind']
__all__ += [name for name in dir(_socket) if not name.startswith('_')]
__all__ += ['send_fds', 'recv_fds']

# What _socket spells in capitals becomes members of these.
IntEnum._convert_('AddressFamily', __name__, lambda name: name.isupper() and name.startswith('AF_'), source=_socket)
IntEnum._convert_('SocketKind', __name__, lambda name: name.isupper() and name.startswith('SOCK_'), source=_socket)
IntFlag._convert_('MsgFlag', __name__, lambda name: name.isupper() and name.startswith('MSG_'), source=_socket)
IntFlag._convert_('AddressInfo', __name__, lambda name: name.isupper() and name.startswith('AI_'), source=_socket)

EBADF = 9
EAGAIN = EWOULDBLOCK = 11
_blocking_errnos = {EAGAIN, EWOULDBLOCK}
_LOCALHOST = '127.0.0.1'
_LOCALHOST_V6 = '::1'
_GLOBAL_DEFAULT_TIMEOUT = object()


def _member(number, kind):
    """The member of an enumeration for a number, or the number."""
    try:
        return kind(number)
    except ValueError:
        return number


class _GiveupOnSendfile(Exception):
    """The kernel cannot send this file by itself."""


class socket(_socket.socket):
    """One end of a connection, or what connections or datagrams arrive at.

    Without arguments it is for TCP over IPv4. With fileno it takes over a descriptor and finds out what that is.
    """

    __slots__ = ['_io_refs', '_closed']

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        if fileno is None:
            if family == -1:
                family = AF_INET
            if type == -1:
                type = SOCK_STREAM
            if proto == -1:
                proto = 0
        _socket.socket.__init__(self, family, type, proto, fileno)
        self._io_refs = 0
        self._closed = False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._closed:
            self.close()

    def __repr__(self):
        cls = self.__class__
        parts = [f'<{cls.__module__}.{cls.__qualname__}{" [closed]" if getattr(self, "_closed", False) else ""}'
                 f' fd={self.fileno()}, family={self.family!s}, type={self.type!s}, proto={self.proto}']
        if not self._closed:
            for title, method in (('laddr', self.getsockname), ('raddr', self.getpeername)):
                try:
                    address = method()
                except (error, AttributeError):
                    continue
                if address:
                    parts.append(f'{title}={address}')
        return ', '.join(parts) + '>'

    def __getstate__(self):
        raise TypeError(f'cannot pickle {self.__class__.__name__!r} object')

    def dup(self):
        """A second socket for the same connection. It is not inherited by other programs."""
        copy = self.__class__(self.family, self.type, self.proto, fileno=dup(self.fileno()))
        copy.settimeout(self.gettimeout())
        return copy

    def accept(self):
        """Wait for a connection: a new socket for it and the client's address."""
        fd, address = self._accept()
        connection = socket(self.family, self.type, self.proto, fileno=fd)
        # One that was accepted waits, unless there is a default limit or the listening one never waits.
        if getdefaulttimeout() is None and self.gettimeout():
            connection.setblocking(True)
        return connection, address

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
        """A file object over the connection, as open() would make it with these arguments. It and the socket are closed each by
        themselves."""
        if not set(mode) <= {'r', 'w', 'b'}:
            raise ValueError('invalid mode %r (only r, w, b allowed)' % (mode,))
        writing = 'w' in mode
        reading = 'r' in mode or not writing
        binary = 'b' in mode
        raw = SocketIO(self, 'r' * reading + 'w' * writing)
        self._io_refs += 1
        if buffering is None or buffering < 0:
            buffering = io.DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if not binary:
                raise ValueError('unbuffered streams must be binary')
            return raw
        if reading and writing:
            buffer = io.BufferedRWPair(raw, raw, buffering)
        elif reading:
            buffer = io.BufferedReader(raw, buffering)
        else:
            buffer = io.BufferedWriter(raw, buffering)
        if binary:
            return buffer
        text = io.TextIOWrapper(buffer, io.text_encoding(encoding), errors, newline)
        text.mode = mode
        return text

    def sendfile(self, file, offset=0, count=None):
        """Send a file opened in binary mode, from offset, up to count bytes or its end. The result is the number of bytes
        sent; the file then stands behind them."""
        try:
            return self._sendfile_use_sendfile(file, offset, count)
        except _GiveupOnSendfile:
            return self._sendfile_use_send(file, offset, count)

    def _sendfile_use_sendfile(self, file, offset=0, count=None):
        self._check_sendfile_params(file, offset, count)
        sockno = self.fileno()
        try:
            fileno = file.fileno()
        except (AttributeError, io.UnsupportedOperation) as failure:
            raise _GiveupOnSendfile(failure)
        try:
            size = os.fstat(fileno).st_size
        except OSError as failure:
            raise _GiveupOnSendfile(failure)
        if not size:
            return 0
        limit = self.gettimeout()
        if limit == 0:
            raise ValueError('non-blocking sockets are not supported')
        block = min(count or size, 2 ** 30)
        sent = 0
        with selectors.PollSelector() as selector:
            selector.register(sockno, selectors.EVENT_WRITE)
            try:
                while True:
                    if limit and not selector.select(limit):
                        raise TimeoutError('timed out')
                    if count:
                        block = min(count - sent, block)
                        if block <= 0:
                            break
                    try:
                        n = os.sendfile(sockno, fileno, offset, block)
                    except BlockingIOError:
                        if not limit:
                            selector.select()
                        continue
                    except OSError as failure:
                        if sent == 0:
                            raise _GiveupOnSendfile(failure)
                        raise failure from None
                    if n == 0:
                        break
                    offset += n
                    sent += n
                return sent
            finally:
                if sent and hasattr(file, 'seek'):
                    file.seek(offset)

    def _sendfile_use_send(self, file, offset=0, count=None):
        self._check_sendfile_params(file, offset, count)
        if self.gettimeout() == 0:
            raise ValueError('non-blocking sockets are not supported')
        if offset:
            file.seek(offset)
        block = min(count, 8192) if count else 8192
        sent = 0
        try:
            while True:
                if count:
                    block = min(count - sent, block)
                    if block <= 0:
                        break
                data = memoryview(file.read(block))
                if not data:
                    break
                while data:
                    try:
                        n = self.send(data)
                    except BlockingIOError:
                        continue
                    sent += n
                    data = data[n:]
            return sent
        finally:
            if sent and hasattr(file, 'seek'):
                file.seek(offset + sent)

    def _check_sendfile_params(self, file, offset, count):
        if 'b' not in getattr(file, 'mode', 'b'):
            raise ValueError('file should be opened in binary mode')
        if not self.type & SOCK_STREAM:
            raise ValueError('only SOCK_STREAM type sockets are supported')
        if count is None or isinstance(count, int) and count > 0:
            return
        kind = ValueError if isinstance(count, int) else TypeError
        raise kind(f'count must be a positive integer (got {count!r})')

    def _decref_socketios(self):
        if self._io_refs > 0:
            self._io_refs -= 1
        if self._closed:
            self.close()

    def _real_close(self):
        _socket.socket.close(self)

    def close(self):
        """Close the socket. Its descriptor stays open while files made of it are."""
        self._closed = True
        if self._io_refs <= 0:
            self._real_close()

    def detach(self):
        """Give up the descriptor, which is the result; the object counts as closed."""
        self._closed = True
        return super().detach()

    @property
    def family(self):
        """The address family: a member of AddressFamily if it has a name there."""
        return _member(super().family, AddressFamily)

    @property
    def type(self):
        """The kind of socket: a member of SocketKind if it has a name there."""
        return _member(super().type, SocketKind)

    def get_inheritable(self):
        """Do programs that this one starts get the descriptor?"""
        return os.get_inheritable(self.fileno())

    def set_inheritable(self, inheritable):
        """Say whether programs that this one starts get the descriptor."""
        os.set_inheritable(self.fileno(), inheritable)


def fromfd(fd, family, type, proto=0):
    """A socket for a copy of a descriptor, which stays open."""
    return socket(family, type, proto, dup(fd))


_FD_SIZE = 4


def send_fds(sock, buffers, fds, flags=0, address=None):
    """Send bytes and, along with them, descriptors to another process over a unix socket."""
    packed = b''.join([fd.to_bytes(_FD_SIZE, sys.byteorder) for fd in fds])
    return sock.sendmsg(buffers, [(SOL_SOCKET, SCM_RIGHTS, packed)])


def recv_fds(sock, bufsize, maxfds, flags=0):
    """Receive what send_fds sent: (data, list of descriptors, msg_flags, address)."""
    fds = []
    data, ancillary, flags, address = sock.recvmsg(bufsize, CMSG_LEN(maxfds * _FD_SIZE))
    for level, kind, packed in ancillary:
        if level == SOL_SOCKET and kind == SCM_RIGHTS:
            fds += [int.from_bytes(packed[i:i + _FD_SIZE], sys.byteorder)
                    for i in range(0, len(packed) - _FD_SIZE + 1, _FD_SIZE)]
    return data, fds, flags, address


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    """Two sockets connected with each other, of the unix family by default."""
    if family is None:
        family = AF_UNIX
    a, b = _socket.socketpair(family, type, proto)
    return (socket(family, type, proto, a.detach()), socket(family, type, proto, b.detach()))


class SocketIO(io.RawIOBase):
    """The raw stream under what socket.makefile() gives."""

    def __init__(self, sock, mode):
        if mode not in ('r', 'w', 'rw', 'rb', 'wb', 'rwb'):
            raise ValueError('invalid mode: %r' % mode)
        io.RawIOBase.__init__(self)
        self._sock = sock
        if 'b' not in mode:
            mode += 'b'
        self._mode = mode
        self._reading = 'r' in mode
        self._writing = 'w' in mode
        self._timeout_occurred = False

    def readinto(self, b):
        """Receive at most len(b) bytes into b. The count, 0 at the end, None if nothing is there and the socket does not wait."""
        self._checkClosed()
        self._checkReadable()
        if self._timeout_occurred:
            raise OSError('cannot read from timed out object')
        try:
            return self._sock.recv_into(b)
        except timeout:
            self._timeout_occurred = True
            raise
        except BlockingIOError:
            return None

    def write(self, b):
        """Send bytes of b. The count; None if the socket does not wait and takes none."""
        self._checkClosed()
        self._checkWritable()
        try:
            return self._sock.send(b)
        except BlockingIOError:
            return None

    def readable(self):
        """Was it opened for reading?"""
        if self.closed:
            raise ValueError('I/O operation on closed socket.')
        return self._reading

    def writable(self):
        """Was it opened for writing?"""
        if self.closed:
            raise ValueError('I/O operation on closed socket.')
        return self._writing

    def seekable(self):
        """Never."""
        if self.closed:
            raise ValueError('I/O operation on closed socket.')
        return super().seekable()

    def fileno(self):
        """The descriptor of the socket."""
        self._checkClosed()
        return self._sock.fileno()

    @property
    def name(self):
        if self.closed:
            return -1
        return self.fileno()

    @property
    def mode(self):
        return self._mode

    def close(self):
        """Close the stream, and the socket if it was closed before."""
        if self.closed:
            return
        io.RawIOBase.close(self)
        self._sock._decref_socketios()
        self._sock = None


def getfqdn(name=''):
    """The full name of a host, of this one by default: the first of its names that has a dot."""
    name = name.strip()
    if not name or name in ('0.0.0.0', '::'):
        name = gethostname()
    try:
        official, aliases, _ = gethostbyaddr(name)
    except error:
        return name
    for candidate in (official, *aliases):
        if '.' in candidate:
            return candidate
    return official


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    """Connect to a pair (host, port), trying each of the host's addresses in turn. timeout is for each attempt and stays set.
    If none succeeds the last error is raised, or with all_errors a group of all."""
    host, port = address
    failures = []
    for family, kind, proto, _, target in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, kind, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(target)
            failures.clear()
            return sock
        except error as failure:
            if not all_errors:
                failures.clear()
            failures.append(failure)
            if sock is not None:
                sock.close()
    if not failures:
        raise error('getaddrinfo returns an empty list')
    try:
        if all_errors:
            raise ExceptionGroup('create_connection failed', failures)
        raise failures[0]
    finally:
        failures.clear()


def has_dualstack_ipv6():
    """Can one socket listen on IPv4 and IPv6?"""
    if not has_ipv6:
        return False
    try:
        with socket(AF_INET6, SOCK_STREAM) as probe:
            probe.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0)
            return True
    except error:
        return False


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """A TCP socket that listens on a pair (host, port). With dualstack_ipv6 it takes connections of both versions of IP."""
    if reuse_port and not hasattr(_socket, 'SO_REUSEPORT'):
        raise ValueError('SO_REUSEPORT not supported on this platform')
    if dualstack_ipv6:
        if not has_dualstack_ipv6():
            raise ValueError('dualstack_ipv6 not supported on this platform')
        if family != AF_INET6:
            raise ValueError('dualstack_ipv6 requires AF_INET6 family')
    sock = socket(family, SOCK_STREAM)
    try:
        try:
            sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        except error:
            pass
        if reuse_port:
            sock.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        if family == AF_INET6:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0 if dualstack_ipv6 else 1)
        try:
            sock.bind(address)
        except error as failure:
            raise error(failure.errno, '%s (while attempting to bind on address %r)' % (failure.strerror, address)) from None
        if backlog is None:
            sock.listen()
        else:
            sock.listen(backlog)
        return sock
    except error:
        sock.close()
        raise


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """What can be connected to under a host and a port or service: a list of (family, type, proto, canonname, address).
    The other arguments narrow it down."""
    return [(_member(family, AddressFamily), _member(kind, SocketKind), proto, canonical, address)
            for family, kind, proto, canonical, address in _socket.getaddrinfo(host, port, family, type, proto, flags)]
