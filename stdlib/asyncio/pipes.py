"""Transports of pipes, terminals and other descriptors that are not known to be sockets."""

__all__ = ()

import errno
import os
import stat

from _asyncio import _set_result_unless_cancelled

from . import constants
from . import transports
from .log import logger


def _warn_unclosed(transport):
    import warnings
    warnings.warn(f'unclosed transport {transport!r}', ResourceWarning, source=transport)


def _report(transport, exc, message, quiet):
    """Tell the exception handler of an error; a quiet one is only for the log of debug mode."""
    if quiet:
        if transport._loop.get_debug():
            logger.debug('%r: %s', transport, message, exc_info=True)
        return
    transport._loop.call_exception_handler({
        'message': message,
        'exception': exc,
        'transport': transport,
        'protocol': transport._protocol,
    })


class _PipeTransport:
    """What the two transports share: the pipe, and the end of it."""

    __module__ = 'asyncio.unix_events'

    # Looked at by __del__ even if __init__ fails.
    _pipe = None

    def _take(self, loop, pipe, protocol, message, allowed):
        """Check the kind of the descriptor and make it non-blocking."""
        self._extra['pipe'] = pipe
        self._loop = loop
        self._fileno = pipe.fileno()
        mode = os.fstat(self._fileno).st_mode
        if not any(test(mode) for test in allowed):
            self._fileno = None
            self._protocol = None
            raise ValueError(message)
        self._pipe = pipe
        self._protocol = protocol
        self._closing = False
        self._watching = False
        os.set_blocking(self._fileno, False)
        return mode

    def __del__(self):
        if self._pipe is not None:
            _warn_unclosed(self)
            self._pipe.close()

    def _watch(self, callback):
        self._watching = True
        self._loop._add_reader(self._fileno, callback)

    def _unwatch(self):
        if self._watching:
            self._watching = False
            self._loop._remove_reader(self._fileno)

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._pipe.close()
            self._pipe = None
            self._protocol = None
            self._loop = None

    def _state(self, polling):
        info = [type(self).__name__]
        if self._pipe is None:
            info.append('closed')
        elif self._closing:
            info.append('closing')
        info.append(f'fd={self._fileno}')
        if self._pipe is None:
            info.append('closed')
        elif self._loop.is_closed():
            info.append('open')
        else:
            info.append('polling' if polling else 'idle')
        return info


class _UnixReadPipeTransport(_PipeTransport, transports.ReadTransport):
    """Reads a pipe, a socket or a terminal."""

    __module__ = 'asyncio.unix_events'

    max_size = 256 * 1024

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__(extra)
        self._paused = False
        self._take(loop, pipe, protocol, 'Pipe transport is for pipes/sockets only.',
                   (stat.S_ISFIFO, stat.S_ISSOCK, stat.S_ISCHR))
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._add_reader)
        if waiter is not None:
            loop.call_soon(_set_result_unless_cancelled, waiter, None)

    def __repr__(self):
        return f"<{' '.join(self._state(self._watching))}>"

    def _add_reader(self):
        if self.is_reading():
            self._watch(self._read_ready)

    def is_reading(self):
        return not self._paused and not self._closing

    def _read_ready(self):
        try:
            data = os.read(self._fileno, self.max_size)
        except (BlockingIOError, InterruptedError):
            return
        except OSError as exc:
            self._fatal_error(exc, 'Fatal read error on pipe transport')
            return
        if data:
            self._protocol.data_received(data)
            return
        if self._loop.get_debug():
            logger.info('%r was closed by peer', self)
        self._closing = True
        self._unwatch()
        self._loop.call_soon(self._protocol.eof_received)
        self._loop.call_soon(self._call_connection_lost, None)

    def pause_reading(self):
        if not self.is_reading():
            return
        self._paused = True
        self._unwatch()
        if self._loop.get_debug():
            logger.debug('%r pauses reading', self)

    def resume_reading(self):
        if self._closing or not self._paused:
            return
        self._paused = False
        self._watch(self._read_ready)
        if self._loop.get_debug():
            logger.debug('%r resumes reading', self)

    def close(self):
        if not self._closing:
            self._close(None)

    def _fatal_error(self, exc, message='Fatal error on pipe transport'):
        # A terminal whose other side is gone reads as EIO.
        _report(self, exc, message, isinstance(exc, OSError) and exc.errno == errno.EIO)
        self._close(exc)

    def _close(self, exc):
        self._closing = True
        self._unwatch()
        self._loop.call_soon(self._call_connection_lost, exc)


class _UnixWritePipeTransport(_PipeTransport, transports._FlowControlMixin, transports.WriteTransport):
    """Writes to a pipe, a socket or a terminal; a pipe's reading end is watched for its closing."""

    __module__ = 'asyncio.unix_events'

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__(extra, loop)
        self._buffer = bytearray()
        self._conn_lost = 0
        self._writing = False
        mode = self._take(loop, pipe, protocol, 'Pipe transport is only for pipes, sockets and character devices',
                          (stat.S_ISCHR, stat.S_ISFIFO, stat.S_ISSOCK))
        loop.call_soon(protocol.connection_made, self)
        if not stat.S_ISCHR(mode):
            loop.call_soon(self._watch, self._read_ready)
        if waiter is not None:
            loop.call_soon(_set_result_unless_cancelled, waiter, None)

    def __repr__(self):
        info = self._state(self._writing)
        if info[-1] in ('polling', 'idle'):
            info.append(f'bufsize={self.get_write_buffer_size()}')
        return f"<{' '.join(info)}>"

    def _watch(self, callback):
        # Everything may be over before the first turn.
        if not self._closing:
            super()._watch(callback)

    def _stop_writing(self):
        if self._writing:
            self._writing = False
            self._loop._remove_writer(self._fileno)

    def get_write_buffer_size(self):
        return len(self._buffer)

    def _read_ready(self):
        # Readable means: the other end is closed.
        if self._loop.get_debug():
            logger.info('%r was closed by peer', self)
        self._close(BrokenPipeError() if self._buffer else None)

    def write(self, data):
        assert isinstance(data, (bytes, bytearray, memoryview)), repr(data)
        if not data:
            return
        if self._conn_lost or self._closing:
            if self._conn_lost >= constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES:
                logger.warning('pipe closed by peer or os.write(pipe, data) raised exception.')
            self._conn_lost += 1
            return
        if not self._buffer:
            try:
                n = os.write(self._fileno, data)
            except (BlockingIOError, InterruptedError):
                n = 0
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as exc:
                self._conn_lost += 1
                self._fatal_error(exc, 'Fatal write error on pipe transport')
                return
            if n == len(data):
                return
            data = memoryview(data)[n:]
            self._writing = True
            self._loop._add_writer(self._fileno, self._write_ready)
        self._buffer += data
        self._maybe_pause_protocol()

    def _write_ready(self):
        try:
            n = os.write(self._fileno, self._buffer)
        except (BlockingIOError, InterruptedError):
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._buffer.clear()
            self._conn_lost += 1
            self._stop_writing()
            self._fatal_error(exc, 'Fatal write error on pipe transport')
            return
        del self._buffer[:n]
        if self._buffer:
            return
        self._stop_writing()
        self._maybe_resume_protocol()
        if self._closing:
            self._unwatch()
            self._call_connection_lost(None)

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._closing:
            return
        assert self._pipe
        self._closing = True
        if not self._buffer:
            self._unwatch()
            self._loop.call_soon(self._call_connection_lost, None)

    def close(self):
        if self._pipe is not None and not self._closing:
            self.write_eof()

    def abort(self):
        self._close(None)

    def _fatal_error(self, exc, message='Fatal error on pipe transport'):
        _report(self, exc, message, isinstance(exc, OSError))
        self._close(exc)

    def _close(self, exc=None):
        self._closing = True
        self._stop_writing()
        self._buffer.clear()
        self._unwatch()
        self._loop.call_soon(self._call_connection_lost, exc)
