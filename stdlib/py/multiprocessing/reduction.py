"""Pickling for other processes: reducers of their own, and descriptors that are handed to a child."""

import copyreg
import io
import os
import pickle
import socket

from . import context

__all__ = ['send_handle', 'recv_handle', 'ForkingPickler', 'register', 'dump', 'DupFd', 'sendfds', 'recvfds']

HAVE_SEND_HANDLE = True


class ForkingPickler(pickle.Pickler):
    """A Pickler that knows the reducers registered here beside copyreg's."""

    _extra_reducers = {}
    _copyreg_dispatch = copyreg.dispatch_table

    def __init__(self, *args):
        super().__init__(*args)
        self.dispatch_table = {**self._copyreg_dispatch, **self._extra_reducers}

    @classmethod
    def register(cls, type, reduce):
        """Say how objects of a type become (function, arguments) in messages between processes."""
        cls._extra_reducers[type] = reduce

    @classmethod
    def dumps(cls, obj, protocol=None):
        buf = io.BytesIO()
        cls(buf, protocol).dump(obj)
        return buf.getbuffer()

    loads = staticmethod(pickle.loads)


register = ForkingPickler.register


def dump(obj, file, protocol=None):
    """pickle.dump() with the ways that ForkingPickler knows."""
    ForkingPickler(file, protocol).dump(obj)


def sendfds(sock, fds):
    """Send descriptors over a Unix socket."""
    import struct
    msg = bytes([len(fds) % 256])
    sock.sendmsg([msg], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, struct.pack(f'{len(fds)}i', *fds))])


def recvfds(sock, size):
    """Receive so many descriptors from a Unix socket."""
    import struct
    bytes_size = 4 * size
    msg, ancdata, flags, addr = sock.recvmsg(1, socket.CMSG_SPACE(bytes_size))
    if not msg and not ancdata:
        raise EOFError
    if len(ancdata) != 1:
        raise RuntimeError('received %d items of ancdata' % len(ancdata))
    level, kind, data = ancdata[0]
    if level != socket.SOL_SOCKET or kind != socket.SCM_RIGHTS or len(data) % 4:
        raise ValueError('Invalid data received')
    fds = struct.unpack(f'{len(data) // 4}i', data)
    if len(fds) % 256 != msg[0]:
        raise AssertionError('Len is {0:n} but msg[0] is {1!r}'.format(len(fds), msg[0]))
    return list(fds)


def send_handle(conn, handle, destination_pid):
    """Give a descriptor to the process at the other end."""
    with socket.fromfd(conn.fileno(), socket.AF_UNIX, socket.SOCK_STREAM) as s:
        sendfds(s, [handle])


def recv_handle(conn):
    """The descriptor that the other end sent, as a number valid here."""
    with socket.fromfd(conn.fileno(), socket.AF_UNIX, socket.SOCK_STREAM) as s:
        return recvfds(s, 1)[0]


class _InheritedFd:
    # in a child of 'spawn', which was started with the descriptor open
    def __init__(self, fd):
        self.fd = fd

    def detach(self):
        return self.fd


def DupFd(fd):
    """A stand-in for a descriptor, which a child that is being started inherits; others come and get it."""
    popen = context.get_spawning_popen()
    if popen is None:
        from . import resource_sharer
        return resource_sharer.DupFd(fd)
    return getattr(popen, 'DupFd', _InheritedFd)(popen.duplicate_for_child(fd))


def _reduce_method(m):
    if m.__self__ is None:
        return getattr, (type(m), m.__func__.__name__)
    return getattr, (m.__self__, m.__func__.__name__)


class _C:
    def f(self):
        pass


register(type(_C().f), _reduce_method)


def _reduce_socket(s):
    return _rebuild_socket, (DupFd(s.fileno()), s.family, s.type, s.proto)


def _rebuild_socket(df, family, type, proto):
    return socket.socket(family, type, proto, fileno=df.detach())


register(socket.socket, _reduce_socket)
