"""TLS: contexts that hold settings, sockets that are encrypted, and the protocol without a socket.

The protocol is OpenSSL's, behind the native module _ssl, which is loaded with this one. A client context verifies the other side unless it
is told not to.
"""

import _ssl
import _socket
import os
import socket as _sockets
import sys
import warnings
from collections import namedtuple
from enum import Enum as _Enum, IntEnum as _IntEnum, IntFlag as _IntFlag
from socket import SOCK_STREAM, SO_TYPE, SOL_SOCKET, create_connection, socket, _GLOBAL_DEFAULT_TIMEOUT

import base64
import errno

from _ssl import (
    HAS_ALPN, HAS_ECDH, HAS_NPN, HAS_SNI, HAS_SSLv2, HAS_SSLv3, HAS_TLSv1, HAS_TLSv1_1, HAS_TLSv1_2, HAS_TLSv1_3, MemoryBIO, OPENSSL_VERSION,
    OPENSSL_VERSION_INFO, OPENSSL_VERSION_NUMBER, RAND_add, RAND_bytes, RAND_status, SSLCertVerificationError, SSLEOFError, SSLError, SSLSession,
    SSLSyscallError, SSLWantReadError, SSLWantWriteError, SSLZeroReturnError, _DEFAULT_CIPHERS, _OPENSSL_API_VERSION, _SSLContext)
from _ssl import nid2obj as _nid2obj, txt2obj as _txt2obj

# The numbers of _ssl become members of these, and names of this module.
_IntEnum._convert_('_SSLMethod', __name__, lambda name: name.startswith('PROTOCOL_') and name != 'PROTOCOL_SSLv23', source=_ssl)
_IntFlag._convert_('Options', __name__, lambda name: name.startswith('OP_'), source=_ssl)
_IntEnum._convert_('AlertDescription', __name__, lambda name: name.startswith('ALERT_DESCRIPTION_'), source=_ssl)
_IntEnum._convert_('SSLErrorNumber', __name__, lambda name: name.startswith('SSL_ERROR_'), source=_ssl)
_IntFlag._convert_('VerifyFlags', __name__, lambda name: name.startswith('VERIFY_'), source=_ssl)
_IntEnum._convert_('VerifyMode', __name__, lambda name: name.startswith('CERT_'), source=_ssl)

PROTOCOL_SSLv23 = _SSLMethod.PROTOCOL_SSLv23 = _SSLMethod.PROTOCOL_TLS
_PROTOCOL_NAMES = {value: name for name, value in _SSLMethod.__members__.items()}
_SSLv2_IF_EXISTS = getattr(_SSLMethod, 'PROTOCOL_SSLv2', None)

HAS_NEVER_CHECK_COMMON_NAME = True
CHANNEL_BINDING_TYPES = ['tls-unique']
PEM_HEADER = '-----BEGIN CERTIFICATE-----'
PEM_FOOTER = '-----END CERTIFICATE-----'
CertificateError = SSLCertVerificationError
socket_error = OSError

_RESTRICTED_SERVER_CIPHERS = _DEFAULT_CIPHERS


class TLSVersion(_IntEnum):
    MINIMUM_SUPPORTED = _ssl.PROTO_MINIMUM_SUPPORTED
    SSLv3 = _ssl.PROTO_SSLv3
    TLSv1 = _ssl.PROTO_TLSv1
    TLSv1_1 = _ssl.PROTO_TLSv1_1
    TLSv1_2 = _ssl.PROTO_TLSv1_2
    TLSv1_3 = _ssl.PROTO_TLSv1_3
    MAXIMUM_SUPPORTED = _ssl.PROTO_MAXIMUM_SUPPORTED


class _TLSContentType(_IntEnum):
    """Kinds of records."""
    CHANGE_CIPHER_SPEC = 20
    ALERT = 21
    HANDSHAKE = 22
    APPLICATION_DATA = 23
    HEADER = 0x100
    INNER_CONTENT_TYPE = 0x101


class _TLSAlertType(_IntEnum):
    """Kinds of alerts (RFC 8446, section 6)."""
    CLOSE_NOTIFY = 0
    UNEXPECTED_MESSAGE = 10
    BAD_RECORD_MAC = 20
    DECRYPTION_FAILED = 21
    RECORD_OVERFLOW = 22
    DECOMPRESSION_FAILURE = 30
    HANDSHAKE_FAILURE = 40
    NO_CERTIFICATE = 41
    BAD_CERTIFICATE = 42
    UNSUPPORTED_CERTIFICATE = 43
    CERTIFICATE_REVOKED = 44
    CERTIFICATE_EXPIRED = 45
    CERTIFICATE_UNKNOWN = 46
    ILLEGAL_PARAMETER = 47
    UNKNOWN_CA = 48
    ACCESS_DENIED = 49
    DECODE_ERROR = 50
    DECRYPT_ERROR = 51
    EXPORT_RESTRICTION = 60
    PROTOCOL_VERSION = 70
    INSUFFICIENT_SECURITY = 71
    INTERNAL_ERROR = 80
    INAPPROPRIATE_FALLBACK = 86
    USER_CANCELED = 90
    NO_RENEGOTIATION = 100
    MISSING_EXTENSION = 109
    UNSUPPORTED_EXTENSION = 110
    CERTIFICATE_UNOBTAINABLE = 111
    UNRECOGNIZED_NAME = 112
    BAD_CERTIFICATE_STATUS_RESPONSE = 113
    BAD_CERTIFICATE_HASH_VALUE = 114
    UNKNOWN_PSK_IDENTITY = 115
    CERTIFICATE_REQUIRED = 116
    NO_APPLICATION_PROTOCOL = 120


class _TLSMessageType(_IntEnum):
    """Kinds of messages of a handshake (RFC 8446, section B.3)."""
    HELLO_REQUEST = 0
    CLIENT_HELLO = 1
    SERVER_HELLO = 2
    HELLO_VERIFY_REQUEST = 3
    NEWSESSION_TICKET = 4
    END_OF_EARLY_DATA = 5
    HELLO_RETRY_REQUEST = 6
    ENCRYPTED_EXTENSIONS = 8
    CERTIFICATE = 11
    SERVER_KEY_EXCHANGE = 12
    CERTIFICATE_REQUEST = 13
    SERVER_DONE = 14
    CERTIFICATE_VERIFY = 15
    CLIENT_KEY_EXCHANGE = 16
    FINISHED = 20
    CERTIFICATE_URL = 21
    CERTIFICATE_STATUS = 22
    SUPPLEMENTAL_DATA = 23
    KEY_UPDATE = 24
    NEXT_PROTO = 67
    MESSAGE_HASH = 254
    CHANGE_CIPHER_SPEC = 0x0101


DefaultVerifyPaths = namedtuple('DefaultVerifyPaths',
                                'cafile capath openssl_cafile_env openssl_cafile openssl_capath_env openssl_capath')


def get_default_verify_paths():
    """Where authorities are looked for: the places that exist, and what the environment and OpenSSL name."""
    file_env, file, folder_env, folder = names = _ssl.get_default_verify_paths()
    cafile = os.environ.get(file_env, file)
    capath = os.environ.get(folder_env, folder)
    return DefaultVerifyPaths(cafile if os.path.isfile(cafile) else None, capath if os.path.isdir(capath) else None, *names)


class _ASN1Object(namedtuple('_ASN1Object', 'nid shortname longname oid')):
    """A thing that has a number in ASN.1."""
    __slots__ = ()

    def __new__(cls, oid):
        return super().__new__(cls, *_txt2obj(oid, name=False))

    @classmethod
    def fromnid(cls, nid):
        """The object of OpenSSL's own number."""
        return super().__new__(cls, *_nid2obj(nid))

    @classmethod
    def fromname(cls, name):
        """The object of a short or long name, or a dotted number."""
        return super().__new__(cls, *_txt2obj(name, name=True))


class Purpose(_ASN1Object, _Enum):
    """What a certificate is to be good for."""
    SERVER_AUTH = '1.3.6.1.5.5.7.3.1'
    CLIENT_AUTH = '1.3.6.1.5.5.7.3.2'


def _as_member(kind, value):
    try:
        return kind(value)
    except ValueError:
        return value


def _encode_hostname(hostname):
    if hostname is None:
        return None
    if isinstance(hostname, str):
        return hostname if hostname.isascii() and not hostname.startswith('.') and hostname else hostname.encode('idna').decode('ascii')
    return hostname.decode('ascii')


class SSLContext(_SSLContext):
    """Settings for connections: certificates, what is verified, versions and ciphers."""

    sslsocket_class = None
    sslobject_class = None

    def __new__(cls, protocol=None, *args, **kwargs):
        if protocol is None:
            warnings.warn('ssl.SSLContext() without protocol argument is deprecated.', category=DeprecationWarning, stacklevel=2)
            protocol = PROTOCOL_TLS
        return _SSLContext.__new__(cls, protocol)

    def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True, server_hostname=None,
                    session=None):
        """An encrypted socket that takes over the connection of another."""
        return self.sslsocket_class._create(
            sock=sock, server_side=server_side, do_handshake_on_connect=do_handshake_on_connect,
            suppress_ragged_eofs=suppress_ragged_eofs, server_hostname=server_hostname, context=self, session=session)

    def wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
        """The protocol between two MemoryBIOs."""
        return self.sslobject_class._create(
            incoming, outgoing, server_side=server_side, server_hostname=_encode_hostname(server_hostname), session=session,
            context=self)

    def set_alpn_protocols(self, alpn_protocols):
        """Name the protocols to offer or to choose from, the preferred ones first."""
        packed = bytearray()
        for name in alpn_protocols:
            name = bytes(name, 'ascii')
            if not 0 < len(name) <= 255:
                raise SSLError('ALPN protocols must be 1 to 255 in length')
            packed.append(len(name))
            packed += name
        self._set_alpn_protocols(packed)

    def set_npn_protocols(self, npn_protocols):
        """Without effect: NPN is no more."""
        warnings.warn('ssl NPN is deprecated, use ALPN instead', DeprecationWarning, stacklevel=2)

    def set_servername_callback(self, server_name_callback):
        """Have a function called with the connection, the name a client asks for, and the context."""
        if server_name_callback is None:
            self.sni_callback = None
            return
        if not callable(server_name_callback):
            raise TypeError('not a callable object')

        def shim(connection, name, context):
            return server_name_callback(connection, _encode_hostname(name), context)

        self.sni_callback = shim

    def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
        """Trust the authorities that the system trusts."""
        if not isinstance(purpose, _ASN1Object):
            raise TypeError(purpose)
        self.set_default_verify_paths()

    @property
    def minimum_version(self):
        return TLSVersion(super().minimum_version)

    @minimum_version.setter
    def minimum_version(self, value):
        if value == TLSVersion.SSLv3:
            self.options &= ~Options.OP_NO_SSLv3
        _SSLContext.minimum_version.__set__(self, value)

    @property
    def maximum_version(self):
        return TLSVersion(super().maximum_version)

    @maximum_version.setter
    def maximum_version(self, value):
        _SSLContext.maximum_version.__set__(self, value)

    @property
    def options(self):
        return Options(super().options)

    @options.setter
    def options(self, value):
        _SSLContext.options.__set__(self, value)

    @property
    def hostname_checks_common_name(self):
        """Is a certificate without alternative names matched by its common name?"""
        return not self._host_flags & _ssl.HOSTFLAG_NEVER_CHECK_SUBJECT

    @hostname_checks_common_name.setter
    def hostname_checks_common_name(self, value):
        if value:
            self._host_flags &= ~_ssl.HOSTFLAG_NEVER_CHECK_SUBJECT
        else:
            self._host_flags |= _ssl.HOSTFLAG_NEVER_CHECK_SUBJECT

    @property
    def _msg_callback(self):
        """A function that is shown every message of the protocol, for tests and for looking into connections."""
        shim = super()._msg_callback
        return None if shim is None else shim.user_function

    @_msg_callback.setter
    def _msg_callback(self, callback):
        if callback is None:
            _SSLContext._msg_callback.__set__(self, None)
            return
        if not hasattr(callback, '__call__'):
            raise TypeError(f'{callback} is not callable.')

        def shim(connection, direction, version, content_type, message_type, data):
            version = _as_member(TLSVersion, version)
            content_type = _as_member(_TLSContentType, content_type)
            kinds = {_TLSContentType.HEADER: _TLSContentType, _TLSContentType.ALERT: _TLSAlertType}
            message_type = _as_member(kinds.get(content_type, _TLSMessageType), message_type)
            return callback(connection, direction, version, content_type, message_type, data)

        shim.user_function = callback
        _SSLContext._msg_callback.__set__(self, shim)

    @property
    def protocol(self):
        return _SSLMethod(super().protocol)

    @property
    def verify_flags(self):
        return VerifyFlags(super().verify_flags)

    @verify_flags.setter
    def verify_flags(self, value):
        _SSLContext.verify_flags.__set__(self, value)

    @property
    def verify_mode(self):
        return _as_member(VerifyMode, super().verify_mode)

    @verify_mode.setter
    def verify_mode(self, value):
        _SSLContext.verify_mode.__set__(self, value)


def _trust(context, purpose, cafile, capath, cadata):
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    elif context.verify_mode != CERT_NONE:
        context.load_default_certs(purpose)


def _log_keys(context):
    keylog = os.environ.get('SSLKEYLOGFILE')
    if keylog and not sys.flags.ignore_environment:
        context.keylog_filename = keylog


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    """A context with settings that are good today. For clients it verifies, against the system's authorities or those given."""
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)
    if purpose == Purpose.SERVER_AUTH:
        context = SSLContext(PROTOCOL_TLS_CLIENT)
        context.verify_mode = CERT_REQUIRED
        context.check_hostname = True
    elif purpose == Purpose.CLIENT_AUTH:
        context = SSLContext(PROTOCOL_TLS_SERVER)
    else:
        raise ValueError(purpose)
    _trust(context, purpose, cafile, capath, cadata)
    _log_keys(context)
    return context


def _create_unverified_context(protocol=None, *, cert_reqs=CERT_NONE, check_hostname=False, purpose=Purpose.SERVER_AUTH, certfile=None,
                               keyfile=None, cafile=None, capath=None, cadata=None):
    """A context that verifies only what it is told to."""
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)
    if purpose == Purpose.SERVER_AUTH:
        if protocol is None:
            protocol = PROTOCOL_TLS_CLIENT
    elif purpose == Purpose.CLIENT_AUTH:
        if protocol is None:
            protocol = PROTOCOL_TLS_SERVER
    else:
        raise ValueError(purpose)
    context = SSLContext(protocol)
    context.check_hostname = check_hostname
    if cert_reqs is not None:
        context.verify_mode = cert_reqs
    if check_hostname:
        context.check_hostname = True
    if keyfile and not certfile:
        raise ValueError('certfile must be specified')
    if certfile or keyfile:
        context.load_cert_chain(certfile, keyfile)
    _trust(context, purpose, cafile, capath, cadata)
    _log_keys(context)
    return context


_create_default_https_context = create_default_context
_create_stdlib_context = _create_unverified_context


class SSLObject:
    """The protocol without a socket: it reads and writes two MemoryBIOs, and never waits. SSLContext.wrap_bio makes it."""

    def __init__(self, *args, **kwargs):
        raise TypeError(f'{self.__class__.__name__} does not have a public constructor. Instances are returned by '
                        f'SSLContext.wrap_bio().')

    @classmethod
    def _create(cls, incoming, outgoing, server_side=False, server_hostname=None, session=None, context=None):
        self = cls.__new__(cls)
        self._sslobj = context._wrap_bio(incoming, outgoing, server_side=server_side, server_hostname=server_hostname, owner=self,
                                         session=session)
        return self

    @property
    def context(self):
        """The SSLContext in use."""
        return self._sslobj.context

    @context.setter
    def context(self, context):
        self._sslobj.context = context

    @property
    def session(self):
        """The session, which a later connection may take up again."""
        return self._sslobj.session

    @session.setter
    def session(self, session):
        self._sslobj.session = session

    @property
    def session_reused(self):
        """Was an earlier session taken up?"""
        return self._sslobj.session_reused

    @property
    def server_side(self):
        """Is this the server's end?"""
        return self._sslobj.server_side

    @property
    def server_hostname(self):
        """The name that the server is asked for and verified by, or None."""
        return self._sslobj.server_hostname

    def read(self, len=1024, buffer=None):
        """At most len bytes, or, with a buffer, the number of bytes put there. SSLWantReadError: more must come in first."""
        if buffer is not None:
            return self._sslobj.read(len, buffer)
        return self._sslobj.read(len)

    def write(self, data):
        """Encrypt data; the number of bytes taken."""
        return self._sslobj.write(data)

    def getpeercert(self, binary_form=False):
        """The other side's certificate: a dict, empty if it was not verified; in DER form; None if there was none."""
        return self._sslobj.getpeercert(binary_form)

    def selected_npn_protocol(self):
        """None: NPN is no more."""
        warnings.warn('ssl NPN is deprecated, use ALPN instead', DeprecationWarning, stacklevel=2)

    def selected_alpn_protocol(self):
        """The protocol that both sides agreed on, or None."""
        return self._sslobj.selected_alpn_protocol()

    def cipher(self):
        """(name, version of the protocol, bits of the secret), or None."""
        return self._sslobj.cipher()

    def shared_ciphers(self):
        """The ciphers of the client that the server has too; None for a client."""
        return self._sslobj.shared_ciphers()

    def compression(self):
        """The kind of compression, or None."""
        return self._sslobj.compression()

    def pending(self):
        """Bytes that can be read without anything coming in."""
        return self._sslobj.pending()

    def do_handshake(self):
        """Begin, or go on with, the handshake."""
        self._sslobj.do_handshake()

    def unwrap(self):
        """Begin, or go on with, the end of the connection."""
        return self._sslobj.shutdown()

    def get_channel_binding(self, cb_type='tls-unique'):
        """What ties authentication to this connection, or None."""
        return self._sslobj.get_channel_binding(cb_type)

    def version(self):
        """The version of the protocol, or None."""
        return self._sslobj.version()

    def verify_client_post_handshake(self):
        """Ask a client of TLS 1.3 for its certificate now."""
        return self._sslobj.verify_client_post_handshake()


def _documented(method):
    """Gives a method of SSLSocket the docstring that SSLObject's has."""
    method.__doc__ = getattr(SSLObject, method.__name__).__doc__
    return method


class SSLSocket(socket):
    """An encrypted socket. SSLContext.wrap_socket makes it."""

    def __init__(self, *args, **kwargs):
        raise TypeError(f'{self.__class__.__name__} does not have a public constructor. Instances are returned by '
                        f'SSLContext.wrap_socket().')

    @classmethod
    def _create(cls, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True, server_hostname=None, context=None,
                session=None):
        if sock.getsockopt(SOL_SOCKET, SO_TYPE) != SOCK_STREAM:
            raise NotImplementedError('only stream sockets are supported')
        if server_side:
            if server_hostname:
                raise ValueError('server_hostname can only be specified in client mode')
            if session is not None:
                raise ValueError('session can only be specified in client mode')
        if context.check_hostname and not server_hostname:
            raise ValueError('check_hostname requires server_hostname')
        limit = sock.gettimeout()
        self = cls.__new__(cls)
        super(SSLSocket, self).__init__(family=sock.family, type=sock.type, proto=sock.proto, fileno=sock.fileno())
        sock.detach()
        try:
            self._context = context
            self._session = session
            self._closed = False
            self._sslobj = None
            self.server_side = server_side
            self.server_hostname = _encode_hostname(server_hostname)
            self.do_handshake_on_connect = do_handshake_on_connect
            self.suppress_ragged_eofs = suppress_ragged_eofs
            connected = self._is_connected()
            self.settimeout(limit)
            self._connected = connected
            if connected:
                self._sslobj = context._wrap_socket(self, server_side, self.server_hostname, owner=self, session=session)
                if do_handshake_on_connect:
                    if self.gettimeout() == 0.0:
                        raise ValueError('do_handshake_on_connect should not be specified for non-blocking sockets')
                    self.do_handshake()
        except BaseException:
            try:
                self.close()
            except OSError:
                pass
            raise
        return self

    def _is_connected(self):
        try:
            self.getpeername()
            return True
        except OSError as failure:
            if failure.errno != errno.ENOTCONN:
                raise
        # Data may still be there of a connection that has come and gone.
        blocking = self.getblocking()
        self.setblocking(False)
        try:
            left = self.recv(1)
        except OSError as failure:
            if failure.errno not in (errno.ENOTCONN, errno.EINVAL):
                raise
            left = b''
        finally:
            self.setblocking(blocking)
        if left:
            failure = SSLError(errno.ENOTCONN, 'Closed before TLS handshake with data in recv buffer.')
            failure.reason = 'Closed before TLS handshake with data in recv buffer.'
            failure.library = None
            raise failure
        return False

    @property
    def context(self):
        return self._context

    @context.setter
    def context(self, context):
        self._context = context
        self._sslobj.context = context

    @property
    def session(self):
        if self._sslobj is not None:
            return self._sslobj.session

    @session.setter
    def session(self, session):
        self._session = session
        if self._sslobj is not None:
            self._sslobj.session = session

    @property
    def session_reused(self):
        if self._sslobj is not None:
            return self._sslobj.session_reused

    def dup(self):
        raise NotImplementedError("Can't dup() %s instances" % self.__class__.__name__)

    def _checkClosed(self, msg=None):
        pass

    def _check_connected(self):
        if not self._connected:
            # Raises ENOTCONN if that is what it is.
            self.getpeername()

    def read(self, len=1024, buffer=None):
        """At most len bytes, or, with a buffer, the number of bytes put there; nothing at the end."""
        self._checkClosed()
        if self._sslobj is None:
            raise ValueError('Read on closed or unwrapped SSL socket.')
        try:
            if buffer is not None:
                return self._sslobj.read(len, buffer)
            return self._sslobj.read(len)
        except SSLError as failure:
            if failure.args[0] == SSL_ERROR_EOF and self.suppress_ragged_eofs:
                return b'' if buffer is None else 0
            raise

    def write(self, data):
        """Encrypt and send data; the number of bytes taken."""
        self._checkClosed()
        if self._sslobj is None:
            raise ValueError('Write on closed or unwrapped SSL socket.')
        return self._sslobj.write(data)

    @_documented
    def getpeercert(self, binary_form=False):
        self._checkClosed()
        self._check_connected()
        return self._sslobj.getpeercert(binary_form)

    @_documented
    def selected_npn_protocol(self):
        self._checkClosed()
        warnings.warn('ssl NPN is deprecated, use ALPN instead', DeprecationWarning, stacklevel=2)

    def _ask(self, name, *args):
        self._checkClosed()
        if self._sslobj is not None:
            return getattr(self._sslobj, name)(*args)

    @_documented
    def selected_alpn_protocol(self):
        return self._ask('selected_alpn_protocol')

    @_documented
    def cipher(self):
        return self._ask('cipher')

    @_documented
    def shared_ciphers(self):
        return self._ask('shared_ciphers')

    @_documented
    def compression(self):
        return self._ask('compression')

    @_documented
    def version(self):
        return self._ask('version')

    @_documented
    def pending(self):
        self._checkClosed()
        return 0 if self._sslobj is None else self._sslobj.pending()

    @_documented
    def get_channel_binding(self, cb_type='tls-unique'):
        if self._sslobj is not None:
            return self._sslobj.get_channel_binding(cb_type)
        if cb_type not in CHANNEL_BINDING_TYPES:
            raise ValueError('{0} channel binding type not implemented'.format(cb_type))

    def _no_flags(self, flags, name):
        if flags != 0:
            raise ValueError('non-zero flags not allowed in calls to %s() on %s' % (name, self.__class__))

    def send(self, data, flags=0):
        self._checkClosed()
        if self._sslobj is None:
            return super().send(data, flags)
        self._no_flags(flags, 'send')
        return self._sslobj.write(data)

    def sendto(self, data, flags_or_addr, addr=None):
        self._checkClosed()
        if self._sslobj is not None:
            raise ValueError('sendto not allowed on instances of %s' % self.__class__)
        if addr is None:
            return super().sendto(data, flags_or_addr)
        return super().sendto(data, flags_or_addr, addr)

    def sendmsg(self, *args, **kwargs):
        raise NotImplementedError('sendmsg not allowed on instances of %s' % self.__class__)

    def sendall(self, data, flags=0):
        self._checkClosed()
        if self._sslobj is None:
            return super().sendall(data, flags)
        self._no_flags(flags, 'sendall')
        with memoryview(data) as view, view.cast('B') as left:
            sent = 0
            while sent < len(left):
                sent += self.send(left[sent:])

    def sendfile(self, file, offset=0, count=None):
        """Send a file, or a part of it."""
        if self._sslobj is None:
            return super().sendfile(file, offset, count)
        return self._sendfile_use_send(file, offset, count)

    def recv(self, buflen=1024, flags=0):
        self._checkClosed()
        if self._sslobj is None:
            return super().recv(buflen, flags)
        self._no_flags(flags, 'recv')
        return self.read(buflen)

    def recv_into(self, buffer, nbytes=None, flags=0):
        self._checkClosed()
        if nbytes is None:
            if buffer is not None:
                with memoryview(buffer) as view:
                    nbytes = view.nbytes
                if not nbytes:
                    nbytes = 1024
            else:
                nbytes = 1024
        if self._sslobj is None:
            return super().recv_into(buffer, nbytes, flags)
        self._no_flags(flags, 'recv_into')
        return self.read(nbytes, buffer)

    def recvfrom(self, buflen=1024, flags=0):
        self._checkClosed()
        if self._sslobj is not None:
            raise ValueError('recvfrom not allowed on instances of %s' % self.__class__)
        return super().recvfrom(buflen, flags)

    def recvfrom_into(self, buffer, nbytes=None, flags=0):
        self._checkClosed()
        if self._sslobj is not None:
            raise ValueError('recvfrom_into not allowed on instances of %s' % self.__class__)
        return super().recvfrom_into(buffer, nbytes, flags)

    def recvmsg(self, *args, **kwargs):
        raise NotImplementedError('recvmsg not allowed on instances of %s' % self.__class__)

    def recvmsg_into(self, *args, **kwargs):
        raise NotImplementedError('recvmsg_into not allowed on instances of %s' % self.__class__)

    def shutdown(self, how):
        self._checkClosed()
        self._sslobj = None
        super().shutdown(how)

    def unwrap(self):
        """End TLS in good order; the result is the socket, for what comes after."""
        if self._sslobj is None:
            raise ValueError('No SSL wrapper around ' + str(self))
        bare = self._sslobj.shutdown()
        self._sslobj = None
        return bare

    @_documented
    def verify_client_post_handshake(self):
        if self._sslobj is None:
            raise ValueError('No SSL wrapper around ' + str(self))
        return self._sslobj.verify_client_post_handshake()

    def _real_close(self):
        self._sslobj = None
        super()._real_close()

    def do_handshake(self, block=False):
        """Shake hands. With block it waits, even if the socket does not."""
        self._check_connected()
        limit = self.gettimeout()
        try:
            if limit == 0.0 and block:
                self.settimeout(None)
            self._sslobj.do_handshake()
        finally:
            self.settimeout(limit)

    def _real_connect(self, address, connect_ex):
        if self.server_side:
            raise ValueError("can't connect in server-side mode")
        if self._connected or self._sslobj is not None:
            raise ValueError('attempt to connect already-connected SSLSocket!')
        self._sslobj = self._context._wrap_socket(self, False, self.server_hostname, owner=self, session=self._session)
        try:
            if connect_ex:
                result = super().connect_ex(address)
            else:
                result = None
                super().connect(address)
            if not result:
                self._connected = True
                if self.do_handshake_on_connect:
                    self.do_handshake()
            return result
        except (OSError, ValueError):
            self._sslobj = None
            raise

    def connect(self, addr):
        """Connect and, unless that was turned off, shake hands."""
        self._real_connect(addr, False)

    def connect_ex(self, addr):
        """As connect, with an errno as the result."""
        return self._real_connect(addr, True)

    def accept(self):
        """Wait for a connection: an encrypted socket for it and the client's address."""
        fresh, address = super().accept()
        fresh = self.context.wrap_socket(fresh, do_handshake_on_connect=self.do_handshake_on_connect,
                                         suppress_ragged_eofs=self.suppress_ragged_eofs, server_side=True)
        return fresh, address


SSLContext.sslsocket_class = SSLSocket
SSLContext.sslobject_class = SSLObject


# Certificates as text.

def cert_time_to_seconds(cert_time):
    """The time of a certificate's notBefore or notAfter, such as 'Jan  5 09:34:43 2018 GMT', as seconds since 1970."""
    from datetime import date
    from time import strptime
    months = ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
    rest = ' %d %H:%M:%S %Y GMT'
    try:
        month = months.index(cert_time[:3].title()) + 1
    except ValueError:
        raise ValueError('time data %r does not match format "%%b%s"' % (cert_time, rest))
    moment = strptime(cert_time[3:], rest)
    days = date(moment[0], month, moment[2]).toordinal() - date(1970, 1, 1).toordinal()
    return ((days * 24 + moment[3]) * 60 + moment[4]) * 60 + moment[5]


def DER_cert_to_PEM_cert(der_cert_bytes):
    """A certificate in PEM form, from DER."""
    text = str(base64.standard_b64encode(der_cert_bytes), 'ASCII', 'strict')
    lines = [text[i:i + 64] for i in range(0, len(text), 64)]
    return '\n'.join([PEM_HEADER, *lines, PEM_FOOTER]) + '\n'


def PEM_cert_to_DER_cert(pem_cert_string):
    """A certificate in DER form, from PEM."""
    if not pem_cert_string.startswith(PEM_HEADER):
        raise ValueError('Invalid PEM encoding; must start with %s' % PEM_HEADER)
    if not pem_cert_string.strip().endswith(PEM_FOOTER):
        raise ValueError('Invalid PEM encoding; must end with %s' % PEM_FOOTER)
    body = pem_cert_string.strip()[len(PEM_HEADER):-len(PEM_FOOTER)]
    return base64.decodebytes(body.encode('ASCII', 'strict'))


def get_server_certificate(addr, ssl_version=PROTOCOL_TLS_CLIENT, ca_certs=None, timeout=_GLOBAL_DEFAULT_TIMEOUT):
    """The certificate, in PEM form, of the server at (host, port). It is verified only against ca_certs."""
    host, port = addr
    context = _create_stdlib_context(ssl_version, cert_reqs=CERT_REQUIRED if ca_certs is not None else CERT_NONE, cafile=ca_certs)
    with create_connection(addr, timeout=timeout) as sock:
        with context.wrap_socket(sock, server_hostname=host) as connection:
            return DER_cert_to_PEM_cert(connection.getpeercert(True))


def get_protocol_name(protocol_code):
    """The name of a PROTOCOL_ number."""
    return _PROTOCOL_NAMES.get(protocol_code, '<unknown>')


def _inet_paton(ipname):
    """An address in packed form; ValueError if it is none."""
    try:
        packed = _sockets.inet_aton(ipname)
        # inet_aton takes shorter forms too.
        if _sockets.inet_ntoa(packed) == ipname:
            return packed
        raise ValueError('{!r} is not a quad-dotted IPv4 address.'.format(ipname))
    except OSError:
        pass
    try:
        return _sockets.inet_pton(_sockets.AF_INET6, ipname)
    except OSError:
        raise ValueError('{!r} is neither an IPv4 nor an IP6 address.'.format(ipname))
