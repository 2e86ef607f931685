"""Waiting for several file objects at once, whatever the system offers for it: epoll, poll or select.

A selector keeps what is registered by descriptor; get_map() shows that by file object.
"""

from abc import ABCMeta, abstractmethod
from collections import namedtuple
from collections.abc import Mapping
import math
import select
import sys

EVENT_READ = 1 << 0
EVENT_WRITE = 1 << 1
_BOTH = EVENT_READ | EVENT_WRITE


def _fileobj_to_fd(fileobj):
    """The descriptor of a file object, or an int itself."""
    fd = fileobj
    if not isinstance(fileobj, int):
        try:
            fd = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f'Invalid file object: {fileobj!r}') from None
    if fd >= 0:
        return fd
    raise ValueError(f'Invalid file descriptor: {fd}')


SelectorKey = namedtuple('SelectorKey', ['fileobj', 'fd', 'events', 'data'])
SelectorKey.__doc__ = """A registration: a file object, its descriptor, the events that are waited for, and data of whoever registered it.
"""
SelectorKey.fileobj.__doc__ = 'What was registered: an object with fileno(), or a descriptor.'
SelectorKey.fd.__doc__ = 'Its descriptor.'
SelectorKey.events.__doc__ = 'The sum of EVENT_READ and EVENT_WRITE that is waited for.'
SelectorKey.data.__doc__ = 'Whatever register() was given for it.'


class _SelectorMapping(Mapping):
    """The registrations of a selector by file object."""

    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._fd_to_key)

    def get(self, fileobj, default=None):
        return self._selector._fd_to_key.get(self._selector._fileobj_lookup(fileobj), default)

    def __getitem__(self, fileobj):
        key = self.get(fileobj)
        if key is None:
            raise KeyError('{!r} is not registered'.format(fileobj)) from None
        return key

    def __iter__(self):
        return iter(self._selector._fd_to_key)


class BaseSelector(metaclass=ABCMeta):
    """What a selector must have. register() names a file object and events to wait for, select() waits."""

    @abstractmethod
    def register(self, fileobj, events, data=None):
        """Wait for events of fileobj from now on; returns the SelectorKey. ValueError for wrong arguments, KeyError if it is registered."""
        raise NotImplementedError

    @abstractmethod
    def unregister(self, fileobj):
        """Wait for fileobj no longer; returns its SelectorKey. KeyError if it is not registered."""
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        """Change the events and the data of fileobj."""
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    @abstractmethod
    def select(self, timeout=None):
        """Wait until something is ready, at most timeout seconds if that is above 0, not at all if it is 0 or less. A list of
        pairs (key, events)."""
        raise NotImplementedError

    def close(self):
        """Give back what the selector needs of the system."""

    def get_key(self, fileobj):
        """The SelectorKey of fileobj; KeyError if it is not registered."""
        mapping = self.get_map()
        if mapping is None:
            raise RuntimeError('Selector is closed')
        try:
            return mapping[fileobj]
        except KeyError:
            raise KeyError('{!r} is not registered'.format(fileobj)) from None

    @abstractmethod
    def get_map(self):
        """A mapping of file objects to their SelectorKeys; None when closed."""
        raise NotImplementedError

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class _BaseSelectorImpl(BaseSelector):
    """The registrations, without the waiting."""

    def __init__(self):
        self._fd_to_key = {}
        self._map = _SelectorMapping(self)

    def _fileobj_lookup(self, fileobj):
        """The descriptor of a file object, also of one that was closed after it was registered."""
        try:
            return _fileobj_to_fd(fileobj)
        except ValueError:
            for key in self._fd_to_key.values():
                if key.fileobj is fileobj:
                    return key.fd
            raise

    def register(self, fileobj, events, data=None):
        if not events or events & ~_BOTH:
            raise ValueError('Invalid events: {!r}'.format(events))
        key = SelectorKey(fileobj, self._fileobj_lookup(fileobj), events, data)
        if key.fd in self._fd_to_key:
            raise KeyError('{!r} (FD {}) is already registered'.format(fileobj, key.fd))
        self._fd_to_key[key.fd] = key
        return key

    def unregister(self, fileobj):
        try:
            return self._fd_to_key.pop(self._fileobj_lookup(fileobj))
        except KeyError:
            raise KeyError('{!r} is not registered'.format(fileobj)) from None

    def modify(self, fileobj, events, data=None):
        try:
            key = self._fd_to_key[self._fileobj_lookup(fileobj)]
        except KeyError:
            raise KeyError('{!r} is not registered'.format(fileobj)) from None
        if events != key.events:
            self.unregister(fileobj)
            return self.register(fileobj, events, data)
        if data != key.data:
            key = self._fd_to_key[key.fd] = key._replace(data=data)
        return key

    def close(self):
        self._fd_to_key.clear()
        self._map = None

    def get_map(self):
        return self._map

    def _found(self, pairs):
        """(key, events) for those (fd, events) that are registered, without events that nobody waits for."""
        found = []
        for fd, events in pairs:
            key = self._fd_to_key.get(fd)
            if key:
                found.append((key, events & key.events))
        return found


class SelectSelector(_BaseSelectorImpl):
    """Waits by select()."""

    def __init__(self):
        super().__init__()
        self._readers = set()
        self._writers = set()

    def register(self, fileobj, events, data=None):
        key = super().register(fileobj, events, data)
        if events & EVENT_READ:
            self._readers.add(key.fd)
        if events & EVENT_WRITE:
            self._writers.add(key.fd)
        return key

    def unregister(self, fileobj):
        key = super().unregister(fileobj)
        self._readers.discard(key.fd)
        self._writers.discard(key.fd)
        return key

    def select(self, timeout=None):
        if timeout is not None:
            timeout = max(timeout, 0)
        try:
            readable, writable, _ = select.select(self._readers, self._writers, [], timeout)
        except InterruptedError:
            return []
        readable, writable = frozenset(readable), frozenset(writable)
        return self._found((fd, (EVENT_READ if fd in readable else 0) | (EVENT_WRITE if fd in writable else 0))
                           for fd in readable | writable)


class _PollLikeSelector(_BaseSelectorImpl):
    """What poll and epoll have in common. Subclasses name the class of the system's selector and its two bits."""

    _selector_cls = None
    _EVENT_READ = None
    _EVENT_WRITE = None

    def __init__(self):
        super().__init__()
        self._selector = self._selector_cls()

    def _bits(self, events):
        return (self._EVENT_READ if events & EVENT_READ else 0) | (self._EVENT_WRITE if events & EVENT_WRITE else 0)

    def register(self, fileobj, events, data=None):
        key = super().register(fileobj, events, data)
        try:
            self._selector.register(key.fd, self._bits(events))
        except:
            super().unregister(fileobj)
            raise
        return key

    def unregister(self, fileobj):
        key = super().unregister(fileobj)
        try:
            self._selector.unregister(key.fd)
        except OSError:
            pass    # the descriptor was closed meanwhile
        return key

    def modify(self, fileobj, events, data=None):
        try:
            key = self._fd_to_key[self._fileobj_lookup(fileobj)]
        except KeyError:
            raise KeyError(f'{fileobj!r} is not registered') from None
        if events == key.events and data == key.data:
            return key
        if events != key.events:
            try:
                self._selector.modify(key.fd, self._bits(events))
            except:
                super().unregister(fileobj)
                raise
        key = self._fd_to_key[key.fd] = key._replace(events=events, data=data)
        return key

    def _poll(self, timeout):
        if timeout is None:
            pass
        elif timeout <= 0:
            timeout = 0
        else:
            timeout = math.ceil(timeout * 1e3)
        return self._selector.poll(timeout)

    def select(self, timeout=None):
        try:
            pairs = self._poll(timeout)
        except InterruptedError:
            return []
        # Errors and hang-ups count as both: whoever waits then finds out by trying.
        return self._found((fd, (EVENT_READ if bits & ~self._EVENT_WRITE else 0) | (EVENT_WRITE if bits & ~self._EVENT_READ else 0))
                           for fd, bits in pairs)


class PollSelector(_PollLikeSelector):
    """Waits by poll()."""

    _selector_cls = select.poll
    _EVENT_READ = select.POLLIN
    _EVENT_WRITE = select.POLLOUT


class EpollSelector(_PollLikeSelector):
    """Waits by Linux's epoll."""

    _selector_cls = select.epoll
    _EVENT_READ = select.EPOLLIN
    _EVENT_WRITE = select.EPOLLOUT

    def fileno(self):
        """The descriptor of the epoll object."""
        return self._selector.fileno()

    def _poll(self, timeout):
        if timeout is None:
            timeout = -1
        elif timeout <= 0:
            timeout = 0
        else:
            timeout = math.ceil(timeout * 1e3) * 1e-3
        return self._selector.poll(timeout, max(len(self._fd_to_key), 1))

    def close(self):
        self._selector.close()
        super().close()


DefaultSelector = EpollSelector
