"""Connections: whole objects or messages over pipes and sockets; listeners and clients that know the same key; wait() for several at once."""

__all__ = ['Client', 'Listener', 'Pipe', 'wait']

import os
import socket
import tempfile
import time

from . import reduction
from . import util
from .context import AuthenticationError, BufferTooShort

_ForkingPickler = reduction.ForkingPickler

BUFSIZE = 8192
CONNECTION_TIMEOUT = 20.
default_family = 'AF_UNIX'
families = ['AF_INET', 'AF_UNIX']


def _init_timeout(timeout=CONNECTION_TIMEOUT):
    return time.monotonic() + timeout


def _check_timeout(t):
    return time.monotonic() > t


def arbitrary_address(family):
    """A free address of the family."""
    if family == 'AF_INET':
        return 'localhost', 0
    if family == 'AF_UNIX':
        return tempfile.mktemp(prefix='listener-', dir=util.get_temp_dir())
    raise ValueError('unrecognized family')


def address_type(address):
    """The family that an address is of."""
    if type(address) is tuple:
        return 'AF_INET'
    if type(address) is str:
        return 'AF_UNIX'
    raise TypeError('address type of %r unrecognized' % (address,))


class _ConnectionBase:
    _handle = None

    def __init__(self, handle, readable=True, writable=True):
        handle = handle.__index__()
        if handle < 0:
            raise ValueError('invalid handle')
        if not readable and not writable:
            raise ValueError('at least one of `readable` and `writable` must be True')
        self._handle = handle
        self._readable = readable
        self._writable = writable

    def __del__(self):
        if self._handle is not None:
            self._close()

    def _check_closed(self):
        if self._handle is None:
            raise OSError('handle is closed')

    def _check_readable(self):
        if not self._readable:
            raise OSError('connection is write-only')

    def _check_writable(self):
        if not self._writable:
            raise OSError('connection is read-only')

    def _bad_message_length(self):
        if self._writable:
            self._readable = False
        else:
            self.close()
        raise OSError('bad message length')

    @property
    def closed(self):
        """Whether close() was called."""
        return self._handle is None

    @property
    def readable(self):
        """Whether this end may receive."""
        return self._readable

    @property
    def writable(self):
        """Whether this end may send."""
        return self._writable

    def fileno(self):
        """The number of the descriptor below."""
        self._check_closed()
        return self._handle

    def close(self):
        """Give the descriptor back; nothing can be sent or received then."""
        if self._handle is not None:
            try:
                self._close()
            finally:
                self._handle = None

    def send_bytes(self, buf, offset=0, size=None):
        """Send one message of bytes, all of an object with a buffer or a part of it."""
        self._check_closed()
        self._check_writable()
        view = memoryview(buf)
        if view.itemsize > 1:
            view = view.cast('B')
        if offset < 0:
            raise ValueError('offset is negative')
        if offset > view.nbytes:
            raise ValueError('buffer length < offset')
        end = view.nbytes if size is None else offset + size
        if end < offset:
            raise ValueError('size is negative')
        if end > view.nbytes:
            raise ValueError('buffer length < offset + size')
        self._send_bytes(view[offset:end])

    def send(self, obj):
        """Send any object that can be pickled."""
        self._check_closed()
        self._check_writable()
        self._send_bytes(_ForkingPickler.dumps(obj))

    def recv_bytes(self, maxlength=None):
        """One message as bytes; EOFError when the other end is closed."""
        self._check_closed()
        self._check_readable()
        if maxlength is not None and maxlength < 0:
            raise ValueError('negative maxlength')
        buf = self._recv_bytes(maxlength)
        if buf is None:
            self._bad_message_length()
        return buf

    def recv_bytes_into(self, buf, offset=0):
        """Put one message into a buffer, from `offset` on: its length."""
        self._check_closed()
        self._check_readable()
        with memoryview(buf) as m:
            itemsize = m.itemsize
            bytesize = itemsize * len(m)
            if offset < 0:
                raise ValueError('negative offset')
            if offset > bytesize:
                raise ValueError('offset too large')
            result = self._recv_bytes()
            size = len(result)
            if bytesize < offset + size:
                raise BufferTooShort(result)
            m.cast('B')[offset:offset + size] = result
            return size

    def recv(self):
        """The object that the other end sent."""
        self._check_closed()
        self._check_readable()
        return _ForkingPickler.loads(self._recv_bytes())

    def poll(self, timeout=0.0):
        """Whether a message waits, or comes within the timeout."""
        self._check_closed()
        self._check_readable()
        return bool(wait([self], timeout))

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


class Connection(_ConnectionBase):
    """A connection over a descriptor: each message is its length in four bytes (or -1 and eight bytes) and its data."""

    def _close(self, _close=os.close):
        _close(self._handle)

    def _send(self, buf, write=os.write):
        while True:
            written = write(self._handle, buf)
            if written == len(buf):
                break
            buf = buf[written:]

    def _recv(self, size, read=os.read):
        handle = self._handle
        parts = []
        remaining = size
        while remaining > 0:
            chunk = read(handle, remaining if remaining < 1 << 20 else 1 << 20)
            if not chunk:
                if remaining == size:
                    raise EOFError
                raise OSError('got end of file during message')
            parts.append(chunk)
            remaining -= len(chunk)
        return b''.join(parts)

    def _send_bytes(self, buf):
        n = len(buf)
        if n > 0x7fffffff:
            self._send((-1).to_bytes(4, 'big', signed=True) + n.to_bytes(8, 'big'))
            self._send(buf)
            return
        header = n.to_bytes(4, 'big')
        if n > 16384:
            # no copy of large data; the writer of a short one must not be interrupted in between
            self._send(header)
            self._send(buf)
        else:
            self._send(header + bytes(buf))

    def _recv_bytes(self, maxsize=None):
        size = int.from_bytes(self._recv(4), 'big', signed=True)
        if size == -1:
            size = int.from_bytes(self._recv(8), 'big')
        if maxsize is not None and size > maxsize:
            return None
        return self._recv(size)

    def _poll(self, timeout):
        return bool(wait([self], timeout))


def _reduce_connection(conn):
    return _rebuild_connection, (reduction.DupFd(conn.fileno()), conn.readable, conn.writable)


def _rebuild_connection(df, readable, writable):
    return Connection(df.detach(), readable, writable)


reduction.register(Connection, _reduce_connection)


def Pipe(duplex=True):
    """Two connected ends: both ways, or, without duplex, one that receives and one that sends."""
    if duplex:
        s1, s2 = socket.socketpair()
        s1.setblocking(True)
        s2.setblocking(True)
        return Connection(s1.detach()), Connection(s2.detach())
    fd1, fd2 = os.pipe()
    return Connection(fd1, writable=False), Connection(fd2, readable=False)


class SocketListener:
    """A socket that is bound and listens."""

    def __init__(self, address, family, backlog=1):
        self._socket = socket.socket(getattr(socket, family))
        try:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._socket.setblocking(True)
            self._socket.bind(address)
            self._socket.listen(backlog)
            self._address = self._socket.getsockname()
        except OSError:
            self._socket.close()
            raise
        self._family = family
        self._last_accepted = None
        if family == 'AF_UNIX' and address[:1] != '\0':
            self._unlink = util.Finalize(self, os.unlink, args=(address,), exitpriority=0)
        else:
            self._unlink = None

    def accept(self):
        s, self._last_accepted = self._socket.accept()
        s.setblocking(True)
        return Connection(s.detach())

    def close(self):
        try:
            self._socket.close()
        finally:
            unlink = self._unlink
            if unlink is not None:
                self._unlink = None
                unlink()


def SocketClient(address):
    """A connection to the socket at an address."""
    with socket.socket(getattr(socket, address_type(address))) as s:
        s.setblocking(True)
        s.connect(address)
        return Connection(s.detach())


class Listener:
    """Accepts connections at an address, from those who know the key if there is one."""

    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        family = family or (address and address_type(address)) or default_family
        address = address or arbitrary_address(family)
        if family not in families:
            raise ValueError('Family %s is not recognized.' % family)
        self._listener = SocketListener(address, family, backlog)
        if authkey is not None and not isinstance(authkey, bytes):
            raise TypeError('authkey should be a byte string')
        self._authkey = authkey

    def accept(self):
        """The next connection."""
        if self._listener is None:
            raise OSError('listener is closed')
        c = self._listener.accept()
        if self._authkey is not None:
            deliver_challenge(c, self._authkey)
            answer_challenge(c, self._authkey)
        return c

    def close(self):
        """Stop listening; further clients are refused."""
        listener = self._listener
        if listener is not None:
            self._listener = None
            listener.close()

    @property
    def address(self):
        return self._listener._address

    @property
    def last_accepted(self):
        return self._listener._last_accepted

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def Client(address, family=None, authkey=None):
    """Connect to a Listener by its address; with `authkey` both sides prove that they know it."""
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError('authkey should be a byte string')
    c = SocketClient(address)
    if authkey is not None:
        answer_challenge(c, authkey)
        deliver_challenge(c, authkey)
    return c


MESSAGE_LENGTH = 40
_CHALLENGE = b'#CHALLENGE#'
_WELCOME = b'#WELCOME#'
_FAILURE = b'#FAILURE#'


def _digest(authkey, message):
    import hmac
    return b'{sha256}' + hmac.new(authkey, message, 'sha256').digest()


def deliver_challenge(connection, authkey):
    """Have the other side prove that it knows the key."""
    if not isinstance(authkey, bytes):
        raise ValueError('Authkey must be bytes, not {0!s}'.format(type(authkey)))
    import hmac
    message = b'{sha256}' + os.urandom(MESSAGE_LENGTH)
    connection.send_bytes(_CHALLENGE + message)
    response = connection.recv_bytes(256)
    if not hmac.compare_digest(_digest(authkey, message), response):
        connection.send_bytes(_FAILURE)
        raise AuthenticationError('digest received was wrong')
    connection.send_bytes(_WELCOME)


def answer_challenge(connection, authkey):
    """Prove to the other side that we know the key."""
    if not isinstance(authkey, bytes):
        raise ValueError('Authkey must be bytes, not {0!s}'.format(type(authkey)))
    message = connection.recv_bytes(256)
    if not message.startswith(_CHALLENGE):
        raise AuthenticationError(f'Protocol error, expected challenge: {message=}')
    connection.send_bytes(_digest(authkey, message[len(_CHALLENGE):]))
    response = connection.recv_bytes(256)
    if response != _WELCOME:
        raise AuthenticationError('digest sent was rejected')


def wait(object_list, timeout=None):
    """Those of some connections, sockets and process sentinels that are ready, waiting for the first of them at most `timeout` seconds."""
    import selectors
    with selectors.PollSelector() as selector:
        for obj in object_list:
            selector.register(obj, selectors.EVENT_READ)
        deadline = None if timeout is None else time.monotonic() + timeout
        while True:
            ready = selector.select(timeout)
            if ready:
                return [key.fileobj for key, events in ready]
            if timeout is not None:
                timeout = deadline - time.monotonic()
                if timeout < 0:
                    return []
