"""The transport of a child process, with a transport of its own for each of its pipes; loaded when the first child is started."""

__all__ = ()

import os
import subprocess
import warnings
from _collections import deque
from _signal import SIGKILL, SIGTERM

from . import events
from . import protocols
from . import transports
from .log import logger


class BaseSubprocessTransport(transports.SubprocessTransport):
    """A child process from its start until it has ended and its pipes are closed.

    Nothing is told to the protocol before connection_made(): until the pipes are connected, calls are put aside.
    """

    # Looked at by __del__ even if __init__ fails.
    _closed = True

    def __init__(self, loop, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter=None, extra=None, **kwargs):
        super().__init__(extra)
        self._closed = False
        self._protocol = protocol
        self._loop = loop
        self._proc = None
        self._pid = None
        self._returncode = None
        self._exit_waiters = []
        self._pending_calls = deque()
        self._pipes = {fd: None for fd, stream in enumerate((stdin, stdout, stderr)) if stream == subprocess.PIPE}
        self._finished = False
        try:
            self._start(args=args, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr, bufsize=bufsize, **kwargs)
        except:
            self.close()
            raise
        self._pid = self._proc.pid
        self._extra['subprocess'] = self._proc
        if loop.get_debug():
            logger.debug('process %r created: pid %s', args if isinstance(args, (bytes, str)) else args[0], self._pid)
        loop.create_task(self._connect_pipes(waiter))

    def _start(self, args, shell, stdin, stdout, stderr, bufsize, **kwargs):
        raise NotImplementedError

    def __repr__(self):
        info = [type(self).__name__]
        if self._closed:
            info.append('closed')
        if self._pid is not None:
            info.append(f'pid={self._pid}')
        if self._returncode is not None:
            info.append(f'returncode={self._returncode}')
        elif self._pid is not None:
            info.append('running')
        else:
            info.append('not started')
        stdin, stdout, stderr = map(self._pipes.get, range(3))
        if stdin is not None:
            info.append(f'stdin={stdin.pipe}')
        if stdout is not None and stderr is stdout:
            info.append(f'stdout=stderr={stdout.pipe}')
        else:
            if stdout is not None:
                info.append(f'stdout={stdout.pipe}')
            if stderr is not None:
                info.append(f'stderr={stderr.pipe}')
        return f"<{' '.join(info)}>"

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closed

    def close(self):
        if self._closed:
            return
        self._closed = True
        for proto in self._pipes.values():
            if proto is not None:
                proto.pipe.close()
        if self._proc is None or self._returncode is not None:
            return
        if self._loop.get_debug():
            logger.warning('Close running child process: kill %r', self)
        try:
            os.kill(self._proc.pid, SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass

    def __del__(self, _warn=warnings.warn):
        if not self._closed:
            _warn(f'unclosed transport {self!r}', ResourceWarning, source=self)
            self.close()

    def get_pid(self):
        return self._pid

    def get_returncode(self):
        return self._returncode

    def get_pipe_transport(self, fd):
        if fd in self._pipes:
            return self._pipes[fd].pipe

    def _running(self):
        if self._proc is None:
            raise ProcessLookupError()
        return self._proc

    def send_signal(self, signal):
        pid = self._running().pid
        if self._returncode is None:
            # By number: Popen's own method would take the status of one that has ended from under the watcher's nose.
            try:
                os.kill(pid, signal)
            except ProcessLookupError:
                pass  # the watcher has its status, which is on its way here

    def terminate(self):
        self.send_signal(SIGTERM)

    def kill(self):
        self.send_signal(SIGKILL)

    async def _connect_pipes(self, waiter):
        try:
            proc = self._proc
            loop = self._loop
            if proc.stdin is not None:
                _, self._pipes[0] = await loop.connect_write_pipe(lambda: WriteSubprocessPipeProto(self, 0), proc.stdin)
            if proc.stdout is not None:
                _, self._pipes[1] = await loop.connect_read_pipe(lambda: ReadSubprocessPipeProto(self, 1), proc.stdout)
            if proc.stderr is not None:
                _, self._pipes[2] = await loop.connect_read_pipe(lambda: ReadSubprocessPipeProto(self, 2), proc.stderr)
            loop.call_soon(self._protocol.connection_made, self)
            for callback, data in self._pending_calls:
                loop.call_soon(callback, *data)
            self._pending_calls = None
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if waiter is not None and not waiter.cancelled():
                waiter.set_exception(exc)
        else:
            if waiter is not None and not waiter.cancelled():
                waiter.set_result(None)

    def _call(self, callback, *data):
        if self._pending_calls is None:
            self._loop.call_soon(callback, *data)
        else:
            self._pending_calls.append((callback, data))

    def _pipe_connection_lost(self, fd, exc):
        self._call(self._protocol.pipe_connection_lost, fd, exc)
        self._try_finish()

    def _pipe_data_received(self, fd, data):
        self._call(self._protocol.pipe_data_received, fd, data)

    def _process_exited(self, returncode):
        assert returncode is not None, returncode
        assert self._returncode is None, self._returncode
        if self._loop.get_debug():
            logger.info('%r exited with return code %r', self, returncode)
        self._returncode = returncode
        # The watcher has waited for the child, not the Popen object.
        if self._proc.returncode is None:
            self._proc.returncode = returncode
        self._call(self._protocol.process_exited)
        self._try_finish()

    async def _wait(self):
        """Wait until the child has ended and its pipes are closed; the result is the return code."""
        if self._returncode is not None:
            return self._returncode
        waiter = self._loop.create_future()
        self._exit_waiters.append(waiter)
        return await waiter

    def _try_finish(self):
        assert not self._finished
        if self._returncode is None:
            return
        if all(pipe is not None and pipe.disconnected for pipe in self._pipes.values()):
            self._finished = True
            self._call(self._call_connection_lost, None)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            for waiter in self._exit_waiters:
                if not waiter.cancelled():
                    waiter.set_result(self._returncode)
            self._exit_waiters = None
            self._loop = None
            self._proc = None
            self._protocol = None


class _UnixSubprocessTransport(BaseSubprocessTransport):

    __module__ = 'asyncio.unix_events'

    def _start(self, args, shell, stdin, stdout, stderr, bufsize, **kwargs):
        self._proc = subprocess.Popen(args, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr,
                                      universal_newlines=False, bufsize=bufsize, **kwargs)


class WriteSubprocessPipeProto(protocols.BaseProtocol):
    """The protocol of the child's standard input."""

    def __init__(self, proc, fd):
        self.proc = proc
        self.fd = fd
        self.pipe = None
        self.disconnected = False

    def connection_made(self, transport):
        self.pipe = transport

    def __repr__(self):
        return f'<{type(self).__name__} fd={self.fd} pipe={self.pipe!r}>'

    def connection_lost(self, exc):
        self.disconnected = True
        self.proc._pipe_connection_lost(self.fd, exc)
        self.proc = None

    def pause_writing(self):
        self.proc._protocol.pause_writing()

    def resume_writing(self):
        self.proc._protocol.resume_writing()


class ReadSubprocessPipeProto(WriteSubprocessPipeProto, protocols.Protocol):
    """The protocol of the child's standard output or errors."""

    def data_received(self, data):
        self.proc._pipe_data_received(self.fd, data)


# The loop's methods.


def _check(universal_newlines, shell, shell_wanted, options):
    if universal_newlines:
        raise ValueError('universal_newlines must be False')
    if bool(shell) is not shell_wanted:
        raise ValueError(f'shell must be {shell_wanted}')
    if options.pop('bufsize') != 0:
        raise ValueError('bufsize must be 0')
    if options.pop('text'):
        raise ValueError('text must be False')
    if options.pop('encoding') is not None:
        raise ValueError('encoding must be None')
    if options.pop('errors') is not None:
        raise ValueError('errors must be None')


def _log_subprocess(message, stdin, stdout, stderr):
    info = [message]
    if stdin is not None:
        info.append(f'stdin={_stream_name(stdin)}')
    if stdout is not None and stderr == subprocess.STDOUT:
        info.append(f'stdout=stderr={_stream_name(stdout)}')
    else:
        if stdout is not None:
            info.append(f'stdout={_stream_name(stdout)}')
        if stderr is not None:
            info.append(f'stderr={_stream_name(stderr)}')
    logger.debug(' '.join(info))


def _stream_name(fd):
    return {subprocess.PIPE: '<pipe>', subprocess.STDOUT: '<stdout>'}.get(fd, repr(fd))


async def subprocess_shell(loop, protocol_factory, cmd, stdin, stdout, stderr, universal_newlines, shell, options):
    if not isinstance(cmd, (bytes, str)):
        raise ValueError('cmd must be a string')
    _check(universal_newlines, shell, True, options)
    return await _start(loop, protocol_factory, f'run shell command {cmd!r}', cmd, True, stdin, stdout, stderr, options)


async def subprocess_exec(loop, protocol_factory, program, args, stdin, stdout, stderr, universal_newlines, shell,
                          options):
    _check(universal_newlines, shell, False, options)
    return await _start(loop, protocol_factory, f'execute program {program!r}', (program,) + args, False, stdin, stdout,
                        stderr, options)


async def _start(loop, protocol_factory, message, args, shell, stdin, stdout, stderr, options):
    protocol = protocol_factory()
    debug = loop.get_debug()
    if debug:
        _log_subprocess(message, stdin, stdout, stderr)
    transport = await loop._make_subprocess_transport(protocol, args, shell, stdin, stdout, stderr, 0, **options)
    if debug:
        logger.info('%s: %r', message, transport)
    return transport, protocol


async def make_transport(loop, protocol, args, shell, stdin, stdout, stderr, bufsize, extra=None, **kwargs):
    """Start a child and have the policy's watcher look after it."""
    with warnings.catch_warnings():
        warnings.simplefilter('ignore', DeprecationWarning)
        watcher = events.get_child_watcher()
    with watcher:
        if not watcher.is_active():
            raise RuntimeError('asyncio.get_child_watcher() is not activated, subprocess support is not installed.')
        waiter = loop.create_future()
        transport = _UnixSubprocessTransport(loop, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter=waiter,
                                             extra=extra, **kwargs)
        watcher.add_child_handler(transport.get_pid(), loop._child_watcher_callback, transport)
        try:
            await waiter
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException:
            transport.close()
            await transport._wait()
            raise
    return transport
