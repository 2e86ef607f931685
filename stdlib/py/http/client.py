"""HTTP/1.1 from the client's side.

A connection goes through states: idle, a request is begun (putrequest), its headers are sent (endheaders), the response is
awaited (getresponse) and then being read. A new request may begin once the response was read or closed.
"""

import collections.abc
import email.message
import email.parser
import errno
import http
import io
import re
import socket
import sys
from urllib.parse import urlsplit

__all__ = ['HTTPResponse', 'HTTPConnection', 'HTTPException', 'NotConnected', 'UnknownProtocol', 'UnknownTransferEncoding',
           'UnimplementedFileMode', 'IncompleteRead', 'InvalidURL', 'ImproperConnectionState', 'CannotSendRequest',
           'CannotSendHeader', 'ResponseNotReady', 'BadStatusLine', 'LineTooLong', 'RemoteDisconnected', 'error', 'responses',
           'HTTPSConnection']

HTTP_PORT = 80
HTTPS_PORT = 443
_UNKNOWN = 'UNKNOWN'
_CS_IDLE = 'Idle'
_CS_REQ_STARTED = 'Request-started'
_CS_REQ_SENT = 'Request-sent'

globals().update(http.HTTPStatus.__members__)
responses = {status: status.phrase for status in http.HTTPStatus.__members__.values()}

_MAXLINE = 65536
_MAXHEADERS = 100

_legal_name = re.compile(rb'[^:\s][^:\r\n]*').fullmatch
_illegal_value = re.compile(rb'\n(?![ \t])|\r(?![ \t\n])').search
_bad_in_url = re.compile('[\x00-\x20\x7f]')
_bad_in_method = re.compile('[\x00-\x1f]')
_METHODS_EXPECTING_BODY = {'PATCH', 'POST', 'PUT'}


# Errors.

class HTTPException(Exception): pass
class NotConnected(HTTPException): pass
class InvalidURL(HTTPException): pass


class UnknownProtocol(HTTPException):
    def __init__(self, version):
        self.args = version,
        self.version = version


class UnknownTransferEncoding(HTTPException): pass
class UnimplementedFileMode(HTTPException): pass


class IncompleteRead(HTTPException):
    def __init__(self, partial, expected=None):
        self.args = partial,
        self.partial = partial
        self.expected = expected

    def __repr__(self):
        expected = '' if self.expected is None else ', %i more expected' % self.expected
        return '%s(%i bytes read%s)' % (self.__class__.__name__, len(self.partial), expected)

    __str__ = object.__str__


class ImproperConnectionState(HTTPException): pass
class CannotSendRequest(ImproperConnectionState): pass
class CannotSendHeader(ImproperConnectionState): pass
class ResponseNotReady(ImproperConnectionState): pass


class BadStatusLine(HTTPException):
    def __init__(self, line):
        if not line:
            line = repr(line)
        self.args = line,
        self.line = line


class LineTooLong(HTTPException):
    def __init__(self, line_type):
        HTTPException.__init__(self, 'got more than %d bytes when reading %s' % (_MAXLINE, line_type))


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    def __init__(self, *pos, **kw):
        BadStatusLine.__init__(self, '')
        ConnectionResetError.__init__(self, *pos, **kw)
        self.args = pos


error = HTTPException


# Headers.

class HTTPMessage(email.message.Message):
    """The headers of a response."""

    def getallmatchingheaders(self, name):
        """The lines of all headers of a name."""
        name = name.lower() + ':'
        lines = []
        matching = False
        for line in self.keys():
            if line[:len(name)].lower() == name:
                matching = True
            elif not line[:1].isspace():
                matching = False
            if matching:
                lines.append(line)
        return lines


def _read_headers(fp):
    lines = []
    while True:
        line = fp.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise LineTooLong('header line')
        lines.append(line)
        if len(lines) > _MAXHEADERS:
            raise HTTPException('got more than %d headers' % _MAXHEADERS)
        if line in (b'\r\n', b'\n', b''):
            return lines


def parse_headers(fp, _class=HTTPMessage):
    """The headers at the beginning of a binary file."""
    text = b''.join(_read_headers(fp)).decode('iso-8859-1')
    return email.parser.Parser(_class=_class).parsestr(text)


def _encode(data, name='data'):
    """ISO-8859-1, with an error that says what to do."""
    try:
        return data.encode('latin-1')
    except UnicodeEncodeError as failure:
        raise UnicodeEncodeError(
            failure.encoding, failure.object, failure.start, failure.end,
            "%s (%.20r) is not valid Latin-1. Use %s.encode('utf-8') if you want to send it encoded in UTF-8."
            % (name.title(), data[failure.start:failure.end], name)) from None


class HTTPResponse(io.BufferedIOBase):
    """A response, readable as a file."""

    def __init__(self, sock, debuglevel=0, method=None, url=None):
        self.fp = sock.makefile('rb')
        self.debuglevel = debuglevel
        self._method = method
        self.headers = self.msg = None
        self.version = _UNKNOWN     # 10 or 11
        self.status = _UNKNOWN
        self.reason = _UNKNOWN
        self.chunked = _UNKNOWN
        self.chunk_left = _UNKNOWN  # bytes left in the chunk; None before its size is read
        self.length = _UNKNOWN      # bytes left; None until the connection ends
        self.will_close = _UNKNOWN

    def _read_status(self):
        line = str(self.fp.readline(_MAXLINE + 1), 'iso-8859-1')
        if len(line) > _MAXLINE:
            raise LineTooLong('status line')
        if self.debuglevel > 0:
            print('reply:', repr(line))
        if not line:
            raise RemoteDisconnected('Remote end closed connection without response')
        words = line.split(None, 2)
        version, status, reason = (words + ['', '', ''])[:3]
        if not version.startswith('HTTP/'):
            self._close_conn()
            raise BadStatusLine(line)
        try:
            status = int(status)
            if not 100 <= status <= 999:
                raise BadStatusLine(line)
        except ValueError:
            raise BadStatusLine(line)
        return version, status, reason

    def begin(self):
        """Read the status and the headers."""
        if self.headers is not None:
            return
        while True:
            version, status, reason = self._read_status()
            if status != http.HTTPStatus.CONTINUE:
                break
            skipped = _read_headers(self.fp)
            if self.debuglevel > 0:
                print('headers:', skipped)
        self.code = self.status = status
        self.reason = reason.strip()
        if version in ('HTTP/1.0', 'HTTP/0.9'):
            self.version = 10
        elif version.startswith('HTTP/1.'):
            self.version = 11
        else:
            raise UnknownProtocol(version)
        self.headers = self.msg = parse_headers(self.fp)
        if self.debuglevel > 0:
            for name, value in self.headers.items():
                print('header:', name + ':', value)
        encoding = self.headers.get('transfer-encoding')
        if encoding and encoding.lower() == 'chunked':
            self.chunked = True
            self.chunk_left = None
        else:
            self.chunked = False
        self.will_close = self._check_close()
        self.length = None
        length = self.headers.get('content-length')
        if length and not self.chunked:
            try:
                self.length = int(length)
            except ValueError:
                self.length = None
            else:
                if self.length < 0:
                    self.length = None
        if (status in (http.HTTPStatus.NO_CONTENT, http.HTTPStatus.NOT_MODIFIED) or 100 <= status < 200
                or self._method == 'HEAD'):
            self.length = 0
        if not self.will_close and not self.chunked and self.length is None:
            self.will_close = True

    def _check_close(self):
        connection = self.headers.get('connection')
        if self.version == 11:
            return bool(connection and 'close' in connection.lower())
        if self.headers.get('keep-alive'):
            return False
        if connection and 'keep-alive' in connection.lower():
            return False
        proxy = self.headers.get('proxy-connection')
        return not (proxy and 'keep-alive' in proxy.lower())

    def _close_conn(self):
        fp = self.fp
        self.fp = None
        fp.close()

    def close(self):
        try:
            super().close()
        finally:
            if self.fp:
                self._close_conn()

    def flush(self):
        super().flush()
        if self.fp:
            self.fp.flush()

    def readable(self):
        return True

    def isclosed(self):
        """Was all of it read, or the response closed?"""
        return self.fp is None

    def read(self, amt=None):
        """The body, or up to amt bytes of it."""
        if self.fp is None:
            return b''
        if self._method == 'HEAD':
            self._close_conn()
            return b''
        if self.chunked:
            return self._read_chunked(amt)
        if amt is not None:
            if self.length is not None and amt > self.length:
                amt = self.length
            data = self.fp.read(amt)
            if not data and amt:
                self._close_conn()
            elif self.length is not None:
                self.length -= len(data)
                if not self.length:
                    self._close_conn()
            return data
        if self.length is None:
            data = self.fp.read()
        else:
            try:
                data = self._safe_read(self.length)
            except IncompleteRead:
                self._close_conn()
                raise
            self.length = 0
        self._close_conn()
        return data

    def readinto(self, b):
        """Read into a buffer; the result is the number of bytes."""
        if self.fp is None:
            return 0
        if self._method == 'HEAD':
            self._close_conn()
            return 0
        if self.chunked:
            data = self._read_chunked(len(b))
            b[:len(data)] = data
            return len(data)
        if self.length is not None and len(b) > self.length:
            b = memoryview(b)[:self.length]
        n = self.fp.readinto(b)
        if not n and b:
            self._close_conn()
        elif self.length is not None:
            self.length -= n
            if not self.length:
                self._close_conn()
        return n

    def _read_chunk_size(self):
        line = self.fp.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise LineTooLong('chunk size')
        line = line.partition(b';')[0]
        try:
            return int(line, 16)
        except ValueError:
            self._close_conn()
            raise

    def _read_trailer(self):
        while True:
            line = self.fp.readline(_MAXLINE + 1)
            if len(line) > _MAXLINE:
                raise LineTooLong('trailer line')
            if not line or line in (b'\r\n', b'\n', b''):
                break

    def _next_chunk(self):
        """The bytes left in the chunk, of the next one if it is at its end; None at the end of the body."""
        left = self.chunk_left
        if not left:
            if left is not None:
                self._safe_read(2)      # the line end behind the chunk
            try:
                left = self._read_chunk_size()
            except ValueError:
                raise IncompleteRead(b'')
            if left == 0:
                self._read_trailer()
                self._close_conn()
                left = None
            self.chunk_left = left
        return left

    def _read_chunked(self, amt=None):
        assert self.chunked != _UNKNOWN
        if amt is not None and amt < 0:
            amt = None
        parts = []
        try:
            while (left := self._next_chunk()) is not None:
                if amt is not None and amt <= left:
                    parts.append(self._safe_read(amt))
                    self.chunk_left = left - amt
                    break
                parts.append(self._safe_read(left))
                if amt is not None:
                    amt -= left
                self.chunk_left = 0
            return b''.join(parts)
        except IncompleteRead as failure:
            raise IncompleteRead(b''.join(parts)) from failure

    def _safe_read(self, amt):
        data = self.fp.read(amt)
        if len(data) < amt:
            raise IncompleteRead(data, amt - len(data))
        return data

    def read1(self, n=-1):
        """Read with at most one read of the connection."""
        if self.fp is None or self._method == 'HEAD':
            return b''
        if self.chunked:
            left = self._next_chunk()
            if left is None or n == 0:
                return b''
            if not 0 <= n <= left:
                n = left
            data = self.fp.read1(n)
            self.chunk_left -= len(data)
            if not data:
                raise IncompleteRead(b'')
            return data
        if self.length is not None and (n < 0 or n > self.length):
            n = self.length
        data = self.fp.read1(n)
        if not data and n:
            self._close_conn()
        elif self.length is not None:
            self.length -= len(data)
        return data

    def peek(self, n=-1):
        """Bytes that come next, without taking them."""
        if self.fp is None or self._method == 'HEAD':
            return b''
        if self.chunked:
            try:
                left = self._next_chunk()
            except IncompleteRead:
                return b''
            return b'' if left is None else self.fp.peek(left)[:left]
        return self.fp.peek(n)

    def readline(self, limit=-1):
        if self.fp is None or self._method == 'HEAD':
            return b''
        if self.chunked:
            return super().readline(limit)
        if self.length is not None and (limit < 0 or limit > self.length):
            limit = self.length
        line = self.fp.readline(limit)
        if not line and limit:
            self._close_conn()
        elif self.length is not None:
            self.length -= len(line)
        return line

    def fileno(self):
        return self.fp.fileno()

    def getheader(self, name, default=None):
        """The value of a header, several of its name joined by commas."""
        if self.headers is None:
            raise ResponseNotReady()
        values = self.headers.get_all(name) or default
        if isinstance(values, str) or not hasattr(values, '__iter__'):
            return values
        return ', '.join(values)

    def getheaders(self):
        """The headers as a list of pairs."""
        if self.headers is None:
            raise ResponseNotReady()
        return list(self.headers.items())

    def __iter__(self):
        return self

    # For those who take it for what urlopen gives.

    def info(self):
        """The headers."""
        return self.headers

    def geturl(self):
        """The URL, when it was opened by urllib.request."""
        return self.url

    def getcode(self):
        """The status."""
        return self.status


class HTTPConnection:
    """A connection to a server, for one request after the other."""

    _http_vsn = 11
    _http_vsn_str = 'HTTP/1.1'
    response_class = HTTPResponse
    default_port = HTTP_PORT
    auto_open = 1
    debuglevel = 0

    @staticmethod
    def _is_textIO(stream):
        return isinstance(stream, io.TextIOBase)

    @staticmethod
    def _get_content_length(body, method):
        """The length that a body will have; None if that is not known, so that it is sent in chunks."""
        if body is None:
            return 0 if method.upper() in _METHODS_EXPECTING_BODY else None
        if hasattr(body, 'read'):
            return None
        try:
            return memoryview(body).nbytes
        except TypeError:
            pass
        return len(body) if isinstance(body, str) else None

    def __init__(self, host, port=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, blocksize=8192):
        self.timeout = timeout
        self.source_address = source_address
        self.blocksize = blocksize
        self.sock = None
        self._buffer = []
        self.__response = None
        self.__state = _CS_IDLE
        self._method = None
        self._tunnel_host = None
        self._tunnel_port = None
        self._tunnel_headers = {}
        self._raw_proxy_headers = None
        self.host, self.port = self._get_hostport(host, port)
        self._validate_host(self.host)
        self._create_connection = socket.create_connection

    def set_tunnel(self, host, port=None, headers=None):
        """Ask a proxy for a tunnel to a host with CONNECT."""
        if self.sock:
            raise RuntimeError("Can't set up tunnel for established connection")
        self._tunnel_host, self._tunnel_port = self._get_hostport(host, port)
        self._tunnel_headers = headers.copy() if headers else {}
        if not any(name.lower() == 'host' for name in self._tunnel_headers):
            self._tunnel_headers['Host'] = '%s:%d' % (self._tunnel_host.encode('idna').decode('ascii'), self._tunnel_port)

    def _get_hostport(self, host, port):
        if port is None:
            colon = host.rfind(':')
            if colon > host.rfind(']'):
                try:
                    port = int(host[colon + 1:])
                except ValueError:
                    if host[colon + 1:] != '':
                        raise InvalidURL("nonnumeric port: '%s'" % host[colon + 1:])
                    port = self.default_port
                host = host[:colon]
            else:
                port = self.default_port
        if host and host[0] == '[' and host[-1] == ']':
            host = host[1:-1]
        return host, port

    def set_debuglevel(self, level):
        self.debuglevel = level

    def _tunnel(self):
        host = self._tunnel_host.encode('idna').decode('ascii')
        if ':' in host:
            host = '[%s]' % host
        lines = ['CONNECT %s:%d %s\r\n' % (host, self._tunnel_port, self._http_vsn_str)]
        lines += ['%s: %s\r\n' % pair for pair in self._tunnel_headers.items()]
        self.send(''.join(lines + ['\r\n']).encode('latin-1'))
        response = self.response_class(self.sock, method=self._method)
        try:
            version, code, message = response._read_status()
            self._raw_proxy_headers = _read_headers(response.fp)
            if self.debuglevel > 0:
                for line in self._raw_proxy_headers:
                    print('header:', line.decode())
            if code != http.HTTPStatus.OK:
                self.close()
                raise OSError(f'Tunnel connection failed: {code} {message.strip()}')
        finally:
            response.close()

    def get_proxy_response_headers(self):
        """The headers of the proxy's answer to CONNECT."""
        if self._raw_proxy_headers is None:
            return None
        return parse_headers(io.BytesIO(b''.join(self._raw_proxy_headers)))

    def connect(self):
        """Connect. Requests do it by themselves."""
        self.sock = self._create_connection((self.host, self.port), self.timeout, self.source_address)
        try:
            self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError as failure:
            if failure.errno != errno.ENOPROTOOPT:
                raise
        if self._tunnel_host:
            self._tunnel()

    def close(self):
        """Close the connection, and the response that was not read."""
        sock, response = self.sock, self.__response
        self.__state = _CS_IDLE
        self.sock = self.__response = None
        try:
            if sock:
                sock.close()
        finally:
            if response:
                response.close()

    def send(self, data):
        """Send bytes, a file or an iterable of bytes."""
        if self.sock is None:
            if not self.auto_open:
                raise NotConnected()
            self.connect()
        if self.debuglevel > 0:
            print('send:', repr(data))
        if hasattr(data, 'read'):
            for block in self._read_readable(data):
                self.sock.sendall(block)
            return
        try:
            self.sock.sendall(data)
        except TypeError:
            if not isinstance(data, collections.abc.Iterable):
                raise TypeError('data should be a bytes-like object or an iterable, got %r' % type(data))
            for block in data:
                self.sock.sendall(block)

    def _read_readable(self, readable):
        text = self._is_textIO(readable)
        while data := readable.read(self.blocksize):
            yield data.encode('iso-8859-1') if text else data

    def _output(self, line):
        self._buffer.append(line)

    def _send_output(self, message_body=None, encode_chunked=False):
        self._buffer += [b'', b'']
        head = b'\r\n'.join(self._buffer)
        del self._buffer[:]
        self.send(head)
        if message_body is None:
            return
        if hasattr(message_body, 'read'):
            blocks = self._read_readable(message_body)
        else:
            try:
                memoryview(message_body)
            except TypeError:
                try:
                    blocks = iter(message_body)
                except TypeError:
                    raise TypeError('message_body should be a bytes-like object or an iterable, got %r' % type(message_body))
            else:
                blocks = (message_body,)
        for block in blocks:
            if not block:
                continue
            if encode_chunked and self._http_vsn == 11:
                block = f'{len(block):X}\r\n'.encode('ascii') + block + b'\r\n'
            self.send(block)
        if encode_chunked and self._http_vsn == 11:
            self.send(b'0\r\n\r\n')

    def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
        """Begin a request."""
        if self.__response and self.__response.isclosed():
            self.__response = None
        if self.__state == _CS_IDLE:
            self.__state = _CS_REQ_STARTED
        else:
            raise CannotSendRequest(self.__state)
        self._validate_method(method)
        self._method = method
        url = url or '/'
        self._validate_path(url)
        self._output(self._encode_request('%s %s %s' % (method, url, self._http_vsn_str)))
        if self._http_vsn != 11:
            return
        if not skip_host:
            location = urlsplit(url).netloc if url.startswith('http') else ''
            if location:
                try:
                    encoded = location.encode('ascii')
                except UnicodeEncodeError:
                    encoded = location.encode('idna')
                self.putheader('Host', encoded)
            else:
                host, port = (self._tunnel_host, self._tunnel_port) if self._tunnel_host else (self.host, self.port)
                try:
                    encoded = host.encode('ascii')
                except UnicodeEncodeError:
                    encoded = host.encode('idna')
                if ':' in host:
                    # the zone of an address is this machine's own affair
                    encoded = b'[' + encoded.partition(b'%')[0] + b']'
                if port == self.default_port:
                    self.putheader('Host', encoded)
                else:
                    self.putheader('Host', '%s:%s' % (encoded.decode('ascii'), port))
        if not skip_accept_encoding:
            self.putheader('Accept-Encoding', 'identity')

    def _encode_request(self, request):
        return request.encode('ascii')

    def _validate_method(self, method):
        found = _bad_in_method.search(method)
        if found:
            raise ValueError(f"method can't contain control characters. {method!r} (found at least {found.group()!r})")

    def _validate_path(self, url):
        found = _bad_in_url.search(url)
        if found:
            raise InvalidURL(f"URL can't contain control characters. {url!r} (found at least {found.group()!r})")

    def _validate_host(self, host):
        found = _bad_in_url.search(host)
        if found:
            raise InvalidURL(f"URL can't contain control characters. {host!r} (found at least {found.group()!r})")

    def putheader(self, header, *values):
        """Add a header to the request; several values become lines of it."""
        if self.__state != _CS_REQ_STARTED:
            raise CannotSendHeader()
        if hasattr(header, 'encode'):
            header = header.encode('ascii')
        if not _legal_name(header):
            raise ValueError('Invalid header name %r' % (header,))
        lines = []
        for value in values:
            if hasattr(value, 'encode'):
                value = value.encode('latin-1')
            elif isinstance(value, int):
                value = str(value).encode('ascii')
            if _illegal_value(value):
                raise ValueError('Invalid header value %r' % (value,))
            lines.append(value)
        self._output(header + b': ' + b'\r\n\t'.join(lines))

    def endheaders(self, message_body=None, *, encode_chunked=False):
        """Send the headers and a body."""
        if self.__state != _CS_REQ_STARTED:
            raise CannotSendHeader()
        self.__state = _CS_REQ_SENT
        self._send_output(message_body, encode_chunked=encode_chunked)

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        """Send a whole request."""
        self._send_request(method, url, body, headers, encode_chunked)

    def _send_request(self, method, url, body, headers, encode_chunked):
        names = frozenset(name.lower() for name in headers)
        skips = {}
        if 'host' in names:
            skips['skip_host'] = 1
        if 'accept-encoding' in names:
            skips['skip_accept_encoding'] = 1
        self.putrequest(method, url, **skips)
        if 'content-length' not in names:
            if 'transfer-encoding' not in names:
                encode_chunked = False
                length = self._get_content_length(body, method)
                if length is None:
                    if body is not None:
                        if self.debuglevel > 0:
                            print('Unable to determine size of %r' % body)
                        encode_chunked = True
                        self.putheader('Transfer-Encoding', 'chunked')
                else:
                    self.putheader('Content-Length', str(length))
        else:
            encode_chunked = False
        for name, value in headers.items():
            self.putheader(name, value)
        if isinstance(body, str):
            body = _encode(body, 'body')
        self.endheaders(body, encode_chunked=encode_chunked)

    def getresponse(self):
        """Wait for the response."""
        if self.__response and self.__response.isclosed():
            self.__response = None
        if self.__state != _CS_REQ_SENT or self.__response:
            raise ResponseNotReady(self.__state)
        debuglevel = (self.debuglevel,) if self.debuglevel > 0 else ()
        response = self.response_class(self.sock, *debuglevel, method=self._method)
        try:
            try:
                response.begin()
            except ConnectionError:
                self.close()
                raise
            assert response.will_close != _UNKNOWN
            self.__state = _CS_IDLE
            if not response.will_close:
                self.__response = response
            else:
                self.close()  # the response has a file of its own
        except:
            response.close()
            raise
        return response


class HTTPSConnection(HTTPConnection):
    """A connection with TLS, through the module ssl."""

    default_port = HTTPS_PORT

    def __init__(self, host, port=None, *, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, context=None,
                 blocksize=8192):
        super().__init__(host, port, timeout, source_address, blocksize=blocksize)
        if context is None:
            import ssl
            context = ssl._create_default_https_context()
            if self._http_vsn == 11:
                context.set_alpn_protocols(['http/1.1'])
        self._context = context

    def connect(self):
        super().connect()
        host = self._tunnel_host or self.host
        self.sock = self._context.wrap_socket(self.sock, server_hostname=host)
