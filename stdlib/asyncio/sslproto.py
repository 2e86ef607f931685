"""TLS between a transport and a protocol.

SSLProtocol is a protocol to the transport below it, which carries ciphertext, and has a transport for the protocol above, which deals in plain
bytes. In between stands an ssl.SSLObject with two memory BIOs. Whatever happens, bytes from below, writes from above, a close, ends in _advance(),
which does what the phase of the connection allows and sends what came of it. The phases follow each other; any of them may be left for _OVER.
"""

import ssl
from _collections import deque

from . import constants
from . import exceptions
from . import protocols
from . import transports
from .log import logger

# _ENDING: what has come in is still handed up; _PARTING: only goodbyes count.
_NEW, _SHAKING, _OPEN, _ENDING, _PARTING, _OVER = range(6)

# The library has to wait, for the other side or for the buffer.
_Again = (ssl.SSLWantReadError, ssl.SSLWantWriteError, ssl.SSLSyscallError)

_READ_SIZE = 256 * 1024


def _limits(high, low, default):
    """Water marks in bytes; the default of the upper one is in KiB."""
    if high is None:
        high = default * 1024 if low is None else 4 * low
    if low is None:
        low = high // 4
    if not high >= low >= 0:
        raise ValueError('high (%r) must be >= low (%r) must be >= 0' % (high, low))
    return high, low


def _seconds(name, value, default):
    if value is None:
        return default
    if value <= 0:
        raise ValueError(f'{name} should be a positive number, got {value}')
    return value


def _default_context(server_side, server_hostname):
    """What ssl=True stands for."""
    if server_side:
        raise ValueError('Server side SSL needs a valid SSLContext')
    context = ssl.create_default_context()
    if not server_hostname:
        context.check_hostname = False
    return context


class _SSLProtocolTransport(transports.Transport):
    """What the protocol above writes to: a face of the layer, which does the work."""

    _start_tls_compatible = True
    _sendfile_compatible = constants._SendfileMode.FALLBACK

    def __init__(self, loop, layer):
        self._loop = loop
        self._ssl_protocol = layer
        self._closed = False

    def get_extra_info(self, name, default=None):
        """Of TLS: 'peercert', 'cipher', 'compression', 'sslcontext', 'ssl_object'; others are asked of the transport below."""
        return self._ssl_protocol._get_extra_info(name, default)

    def set_protocol(self, protocol):
        self._ssl_protocol._set_app_protocol(protocol)

    def get_protocol(self):
        return self._ssl_protocol._app_protocol

    def is_closing(self):
        return self._closed or self._ssl_protocol._is_closing()

    def close(self):
        """Send what was written and a goodbye, wait for the other side's, close."""
        if not self._closed:
            self._closed = True
            self._ssl_protocol._close()

    def abort(self):
        """Close at once."""
        self._force_close(None)

    def _force_close(self, exc):
        self._closed = True
        self._ssl_protocol._abort(exc)

    def __del__(self):
        if not self._closed:
            self._closed = True
            import warnings
            warnings.warn('unclosed transport <asyncio._SSLProtocolTransport object>', ResourceWarning)

    def is_reading(self):
        return not self._ssl_protocol._reading_paused

    def pause_reading(self):
        self._ssl_protocol._reading_paused = True

    def resume_reading(self):
        layer = self._ssl_protocol
        if layer._reading_paused:
            layer._reading_paused = False
            self._loop.call_soon(layer._resume_reading)

    def set_write_buffer_limits(self, high=None, low=None):
        self._ssl_protocol._set_write_limits(high, low)

    def get_write_buffer_limits(self):
        high, low = self._ssl_protocol._write_limits
        return low, high

    def get_write_buffer_size(self):
        return self._ssl_protocol._unsent()

    def set_read_buffer_limits(self, high=None, low=None):
        """How much ciphertext may wait before the transport below stops reading."""
        self._ssl_protocol._set_read_limits(high, low)

    def get_read_buffer_limits(self):
        high, low = self._ssl_protocol._read_limits
        return low, high

    def get_read_buffer_size(self):
        return self._ssl_protocol._incoming.pending

    @property
    def _protocol_paused(self):
        return self._ssl_protocol._protocol_paused

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data: expecting a bytes-like instance, got {type(data).__name__}')
        if data:
            self._ssl_protocol._write((data,))

    def writelines(self, list_of_data):
        self._ssl_protocol._write(list_of_data)

    def write_eof(self):
        """TLS connections are not half-closed."""
        raise NotImplementedError

    def can_write_eof(self):
        return False


class SSLProtocol(protocols.BufferedProtocol):
    """The layer. The one who makes it gives it to a transport, and hands `_app_transport` to the user."""

    def __init__(self, loop, app_protocol, sslcontext, waiter, server_side=False, server_hostname=None, call_connection_made=True,
                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        self._handshake_limit = _seconds('ssl_handshake_timeout', ssl_handshake_timeout, constants.SSL_HANDSHAKE_TIMEOUT)
        self._shutdown_limit = _seconds('ssl_shutdown_timeout', ssl_shutdown_timeout, constants.SSL_SHUTDOWN_TIMEOUT)
        self._sslcontext = sslcontext or _default_context(server_side, server_hostname)
        self._loop = loop
        self._server_side = server_side
        self._server_hostname = None if server_side else server_hostname or None
        self._waiter = waiter
        self._timer = None
        self._phase = _NEW
        self._extra = {'sslcontext': self._sslcontext}
        self._transport = None
        self._incoming = ssl.MemoryBIO()
        self._outgoing = ssl.MemoryBIO()
        self._sslobj = self._sslcontext.wrap_bio(self._incoming, self._outgoing, self._server_side, self._server_hostname)
        self._space = None
        # Plain bytes that are not encrypted yet.
        self._backlog = deque()
        self._backlog_size = 0
        # What the protocol above has been told.
        self._made = not call_connection_made
        self._told_eof = False
        # The transport below has come to its end of input.
        self._input_over = False
        # Flow control: up to whom by whom.
        self._reading_paused = False
        self._transport_paused = False
        self._writing_paused = False
        self._protocol_paused = False
        self._lost_writes = 0
        self._write_limits = _limits(None, None, constants.FLOW_CONTROL_HIGH_WATER_SSL_WRITE)
        self._read_limits = _limits(None, None, constants.FLOW_CONTROL_HIGH_WATER_SSL_READ)
        self._set_app_protocol(app_protocol)
        self._app_transport = _SSLProtocolTransport(loop, self)

    def _set_app_protocol(self, protocol):
        self._app_protocol = protocol
        self._buffered = isinstance(protocol, protocols.BufferedProtocol)

    def _get_extra_info(self, name, default=None):
        if name in self._extra:
            return self._extra[name]
        if self._transport is None:
            return default
        return self._transport.get_extra_info(name, default)

    def _is_closing(self):
        return self._transport is not None and self._transport.is_closing()

    # From the transport below.

    def connection_made(self, transport):
        self._transport = transport
        loop = self._loop
        if loop.get_debug():
            logger.debug('%r starts SSL handshake', self)
            self._started = loop.time()
        self._phase = _SHAKING
        self._timer = loop.call_later(self._handshake_limit, self._handshake_late)
        self._advance()

    def connection_lost(self, exc):
        shaking = self._phase == _SHAKING
        self._phase = _OVER
        self._stop_timer()
        self._drop_unsent()
        self._lost_writes += 1
        self._transport = None
        if self._app_transport is not None:
            self._app_transport._closed = True
        if self._made and not shaking:
            self._loop.call_soon(self._app_protocol.connection_lost, exc)
        self._made = False
        self._app_transport = None
        self._app_protocol = None
        self._wake(exc)

    def get_buffer(self, sizehint):
        if self._space is None:
            self._space = memoryview(bytearray(_READ_SIZE))
        return self._space

    def buffer_updated(self, nbytes):
        self._incoming.write(self._space[:nbytes])
        self._advance()

    def eof_received(self):
        if self._loop.get_debug():
            logger.debug('%r received EOF', self)
        self._input_over = True
        if self._phase == _SHAKING:
            self._handshake_failed(ConnectionResetError())
        elif self._phase == _OPEN:
            # The end without a goodbye. What came before it is still to be read, which a protocol that has paused does later.
            self._phase = _ENDING
            self._advance()
            return self._reading_paused
        else:
            self._advance()

    def pause_writing(self):
        self._writing_paused = True

    def resume_writing(self):
        self._writing_paused = False
        self._send()

    # All that goes on.

    def _advance(self):
        """Do what can be done now."""
        if self._phase == _SHAKING and not self._shake():
            return
        if self._phase in (_OPEN, _ENDING):
            try:
                if not self._reading_paused:
                    self._deliver()
                if self._phase in (_OPEN, _ENDING):
                    self._encrypt()
                    self._send()
                    self._throttle()
            except Exception as exc:
                self._fail(exc, 'Fatal error on SSL protocol')
                return
            # Without a goodbye to answer there is time until a paused protocol has read everything.
            if self._phase == _ENDING and not (self._input_over and self._reading_paused):
                self._phase = _PARTING
        if self._phase == _PARTING:
            self._say_goodbye()

    def _shake(self):
        try:
            self._sslobj.do_handshake()
            # A client's certificate may have been refused by now, which shows here.
            peercert = self._sslobj.getpeercert()
        except _Again:
            self._send()
            return False
        except ssl.SSLError as exc:
            self._handshake_failed(exc)
            return False
        self._stop_timer()
        self._phase = _OPEN
        sslobj = self._sslobj
        if self._loop.get_debug():
            logger.debug('%r: SSL handshake took %.1f ms', self, (self._loop.time() - self._started) * 1e3)
        self._extra.update(peercert=peercert, cipher=sslobj.cipher(), compression=sslobj.compression(), ssl_object=sslobj)
        if not self._made:
            self._made = True
            self._app_protocol.connection_made(self._app_transport)
        self._wake()
        return True

    def _handshake_failed(self, exc):
        self._stop_timer()
        self._phase = _OVER
        if isinstance(exc, ssl.CertificateError):
            self._fail(exc, 'SSL handshake failed on verifying the certificate')
        else:
            self._fail(exc, 'SSL handshake failed')
        self._wake(exc)

    def _handshake_late(self):
        if self._phase == _SHAKING:
            self._fail(ConnectionAbortedError(
                f'SSL handshake is taking longer than {self._handshake_limit} seconds: aborting the connection'))

    def _deliver(self):
        """Hand plain bytes up, and the end if the other side has said goodbye."""
        ended = self._deliver_into_buffer() if self._buffered else self._deliver_piece()
        if ended:
            self._tell_eof()
            self._begin_ending()

    def _deliver_piece(self):
        pieces = []
        read = self._sslobj.read
        ended = False
        try:
            while piece := read(_READ_SIZE):
                pieces.append(piece)
            ended = True
        except _Again:
            pass
        finally:
            if pieces:
                self._app_protocol.data_received(b''.join(pieces) if len(pieces) > 1 else pieces[0])
        return ended

    def _deliver_into_buffer(self):
        protocol = self._app_protocol
        while not self._reading_paused:
            buffer = memoryview(protocol.get_buffer(self._incoming.pending))
            room = len(buffer)
            if not room:
                raise RuntimeError('get_buffer() returned an empty buffer')
            filled = 0
            ended = waiting = False
            try:
                while filled < room and not ended:
                    count = self._sslobj.read(room - filled, buffer[filled:])
                    filled += count
                    ended = not count
            except _Again:
                waiting = True
            if filled:
                protocol.buffer_updated(filled)
            if ended or waiting:
                return ended
        return False

    def _encrypt(self):
        backlog = self._backlog
        write = self._sslobj.write
        try:
            while backlog:
                data = backlog[0]
                taken = write(data)
                self._backlog_size -= taken
                if taken < len(data):
                    backlog[0] = memoryview(data)[taken:]
                else:
                    del backlog[0]
        except _Again:
            pass

    def _send(self):
        """Give the transport what has been encrypted, unless it has too much already, and tell the protocol how full we are."""
        if not self._writing_paused and self._transport is not None:
            data = self._outgoing.read()
            if data:
                self._transport.write(data)
        high, low = self._write_limits
        if self._protocol_paused:
            if self._unsent() <= low:
                self._protocol_paused = False
                self._tell('resume_writing')
        elif self._unsent() >= high:
            self._protocol_paused = True
            self._tell('pause_writing')

    def _throttle(self):
        """Keep the transport from reading more than is taken from us."""
        size = self._incoming.pending
        high, low = self._read_limits
        if self._transport_paused:
            if size <= low:
                self._transport_paused = False
                self._transport.resume_reading()
        elif size >= high:
            self._transport_paused = True
            self._transport.pause_reading()

    # From the protocol above.

    def _write(self, pieces):
        if self._phase >= _ENDING:
            if self._lost_writes >= constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES:
                logger.warning('SSL connection is closed')
            self._lost_writes += 1
            return
        for data in pieces:
            if isinstance(data, memoryview):
                data = data.cast('B') if data.contiguous else bytes(data)
            if len(data):
                self._backlog.append(data)
                self._backlog_size += len(data)
        if self._phase == _OPEN:
            try:
                self._encrypt()
                self._send()
            except Exception as exc:
                self._fail(exc, 'Fatal error on SSL protocol')

    def _unsent(self):
        return self._backlog_size + self._outgoing.pending

    def _drop_unsent(self):
        self._backlog.clear()
        self._backlog_size = 0
        self._outgoing.read()

    def _resume_reading(self):
        if self._phase >= _OPEN:
            self._advance()

    def _set_write_limits(self, high, low):
        self._write_limits = _limits(high, low, constants.FLOW_CONTROL_HIGH_WATER_SSL_WRITE)
        self._send()

    def _set_read_limits(self, high, low):
        self._read_limits = _limits(high, low, constants.FLOW_CONTROL_HIGH_WATER_SSL_READ)
        if self._transport is not None:
            self._throttle()

    def _tell(self, method):
        try:
            getattr(self._app_protocol, method)()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._loop.call_exception_handler({
                'message': f'protocol.{method}() failed',
                'exception': exc,
                'transport': self._app_transport,
                'protocol': self,
            })

    def _tell_eof(self):
        if not self._made or self._told_eof:
            return
        self._told_eof = True
        try:
            if self._app_protocol.eof_received():
                logger.warning('returning true from eof_received() has no effect when using ssl')
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fail(exc, 'Error calling eof_received()')

    # The end.

    def _close(self):
        if self._phase == _SHAKING or self._phase == _NEW:
            self._abort(None)
        elif self._phase == _OPEN:
            self._begin_ending()
            self._advance()

    def _begin_ending(self):
        if self._phase == _OPEN:
            self._app_transport._closed = True
            self._phase = _ENDING
            self._timer = self._loop.call_later(self._shutdown_limit, self._ending_late)

    def _ending_late(self):
        if self._phase in (_ENDING, _PARTING):
            self._transport._force_close(exceptions.TimeoutError('SSL shutdown timed out'))

    def _say_goodbye(self):
        try:
            if not self._input_over:
                self._sslobj.unwrap()
        except _Again:
            self._send()
            return
        except ssl.SSLError as exc:
            self._stop_timer()
            self._fail(exc)
            return
        self._send()
        self._tell_eof()
        self._stop_timer()
        self._phase = _OVER
        if self._transport is not None:
            self._loop.call_soon(self._transport.close)

    def _abort(self, exc):
        self._phase = _OVER
        if self._transport is not None:
            self._transport._force_close(exc)

    def _fail(self, exc, message='Fatal error on transport'):
        if self._transport is not None:
            self._transport._force_close(exc)
        if isinstance(exc, OSError):
            if self._loop.get_debug():
                logger.debug('%r: %s', self, message, exc_info=True)
        elif not isinstance(exc, exceptions.CancelledError):
            self._loop.call_exception_handler({
                'message': message,
                'exception': exc,
                'transport': self._transport,
                'protocol': self,
            })

    def _stop_timer(self):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _wake(self, exc=None):
        waiter = self._waiter
        self._waiter = None
        if waiter is None or waiter.done():
            return
        if exc is None:
            waiter.set_result(None)
        else:
            waiter.set_exception(exc)
