"""Sending mail: a client for SMTP and ESMTP (RFC 5321), with TLS and logging in.

SMTP(host, port).send_message(message) is enough in most cases; the methods that carry commands' names send one command each and return the pair of
the answer's code and its text.
"""

import base64
import copy
import email.generator
import email.message
import email.policy
import email.utils
import hmac
import io
import re
import socket

__all__ = ["SMTPException", "SMTPNotSupportedError", "SMTPServerDisconnected", "SMTPResponseException", "SMTPSenderRefused", "SMTPRecipientsRefused",
           "SMTPDataError", "SMTPConnectError", "SMTPHeloError", "SMTPAuthenticationError", "quoteaddr", "quotedata", "SMTP", "SMTP_SSL", "LMTP"]

SMTP_PORT = 25
SMTP_SSL_PORT = 465
LMTP_PORT = 2003
CRLF = "\r\n"
bCRLF = b"\r\n"
_MAXLINE = 8192
_MAXCHALLENGE = 5
OLDSTYLE_AUTH = re.compile(r"auth=(.*)", re.I)


class SMTPException(OSError):
    """What all exceptions of this module derive from."""


class SMTPNotSupportedError(SMTPException):
    """The server cannot do what was asked for."""


class SMTPServerDisconnected(SMTPException):
    """There is no connection, or the server has ended it."""


class SMTPResponseException(SMTPException):
    """The server answered with an error: smtp_code and smtp_error."""

    def __init__(self, code, msg):
        self.smtp_code = code
        self.smtp_error = msg
        self.args = (code, msg)


class SMTPSenderRefused(SMTPResponseException):
    """The sender's address was refused."""

    def __init__(self, code, msg, sender):
        self.smtp_code = code
        self.smtp_error = msg
        self.sender = sender
        self.args = (code, msg, sender)


class SMTPRecipientsRefused(SMTPException):
    """All recipients were refused: `recipients` has the answer for each."""

    def __init__(self, recipients):
        self.recipients = recipients
        self.args = (recipients,)


class SMTPDataError(SMTPResponseException):
    """The server did not take the message."""


class SMTPConnectError(SMTPResponseException):
    """The server did not greet."""


class SMTPHeloError(SMTPResponseException):
    """The server did not answer a greeting as it should."""


class SMTPAuthenticationError(SMTPResponseException):
    """Logging in failed."""


def quoteaddr(addrstring):
    """An address in angle brackets, whatever stands around it."""
    name, address = email.utils.parseaddr(addrstring)
    if (name, address) == ('', ''):
        return addrstring if addrstring.strip().startswith('<') else "<%s>" % addrstring
    return "<%s>" % address


def _bare_address(addrstring):
    name, address = email.utils.parseaddr(addrstring)
    return addrstring if (name, address) == ('', '') else address


def quotedata(data):
    """Text as DATA carries it: lines end in CR LF, and a point at a line's start is doubled."""
    return re.sub(r'(?m)^\.', '..', re.sub(r'(?:\r\n|\n|\r(?!\n))', CRLF, data))


def _quote_bytes(data):
    return re.sub(br'(?m)^\.', b'..', data)


class SMTP:
    """A connection to a mail server."""

    debuglevel = 0
    sock = None
    file = None
    helo_resp = None
    ehlo_msg = "ehlo"
    ehlo_resp = None
    does_esmtp = False
    default_port = SMTP_PORT

    def __init__(self, host='', port=0, local_hostname=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None):
        self._host = host
        self.timeout = timeout
        self.esmtp_features = {}
        self.command_encoding = 'ascii'
        self.source_address = source_address
        self._auth_challenge_count = 0
        if host:
            code, msg = self.connect(host, port)
            if code != 220:
                self.close()
                raise SMTPConnectError(code, msg)
        if local_hostname is not None:
            self.local_hostname = local_hostname
        else:
            name = socket.getfqdn()
            if '.' not in name:
                try:
                    name = '[%s]' % socket.gethostbyname(socket.gethostname())
                except socket.gaierror:
                    name = '[127.0.0.1]'
            self.local_hostname = name

    def __enter__(self):
        return self

    def __exit__(self, *args):
        try:
            code, message = self.docmd("QUIT")
            if code != 221:
                raise SMTPResponseException(code, message)
        except SMTPServerDisconnected:
            pass
        finally:
            self.close()

    def set_debuglevel(self, debuglevel):
        """1: print what goes to and fro on stderr; 2: with times."""
        self.debuglevel = debuglevel

    def _print_debug(self, *args):
        import sys
        if self.debuglevel > 1:
            import datetime
            print(datetime.datetime.now().time(), *args, file=sys.stderr)
        else:
            print(*args, file=sys.stderr)

    def _get_socket(self, host, port, timeout):
        if timeout is not None and not timeout:
            raise ValueError('Non-blocking socket (timeout=0) is not supported')
        if self.debuglevel > 0:
            self._print_debug('connect: to', (host, port), self.source_address)
        return socket.create_connection((host, port), timeout, self.source_address)

    def connect(self, host='localhost', port=0, source_address=None):
        """Connect to a server; a port may stand behind the host and a colon."""
        if source_address:
            self.source_address = source_address
        if not port and host.find(':') == host.rfind(':'):
            name, colon, number = host.rpartition(':')
            if colon:
                try:
                    host, port = name, int(number)
                except ValueError:
                    raise OSError("nonnumeric port")
        port = port or self.default_port
        self._host = host
        self.sock = self._get_socket(host, port, self.timeout)
        self.file = None
        code, msg = self.getreply()
        if self.debuglevel > 0:
            self._print_debug('connect:', repr(msg))
        return code, msg

    def send(self, s):
        """Send str or bytes."""
        if self.debuglevel > 0:
            self._print_debug('send:', repr(s))
        if not self.sock:
            raise SMTPServerDisconnected('please run connect() first')
        data = s.encode(self.command_encoding) if isinstance(s, str) else s
        try:
            self.sock.sendall(data)
        except OSError:
            self.close()
            raise SMTPServerDisconnected('Server not connected')

    def putcmd(self, cmd, args=""):
        """Send a command."""
        line = f'{cmd} {args}' if args else cmd
        if '\r' in line or '\n' in line:
            line = line.replace('\n', '\\n').replace('\r', '\\r')
            raise ValueError(f'command and arguments contain prohibited newline characters: {line}')
        self.send(f'{line}{CRLF}')

    def getreply(self):
        """Read an answer: its code, -1 if it has none, and its text."""
        lines = []
        if self.file is None:
            self.file = self.sock.makefile('rb')
        while True:
            try:
                line = self.file.readline(_MAXLINE + 1)
            except OSError as error:
                self.close()
                raise SMTPServerDisconnected("Connection unexpectedly closed: " + str(error))
            if not line:
                self.close()
                raise SMTPServerDisconnected("Connection unexpectedly closed")
            if self.debuglevel > 0:
                self._print_debug('reply:', repr(line))
            if len(line) > _MAXLINE:
                self.close()
                raise SMTPResponseException(500, "Line too long.")
            lines.append(line[4:].strip(b' \t\r\n'))
            try:
                code = int(line[:3])
            except ValueError:
                code = -1
                break
            if line[3:4] != b'-':
                break
        text = b'\n'.join(lines)
        if self.debuglevel > 0:
            self._print_debug('reply: retcode (%s); Msg: %a' % (code, text))
        return code, text

    def docmd(self, cmd, args=""):
        """Send a command and read the answer."""
        self.putcmd(cmd, args)
        return self.getreply()

    # ---- commands ----

    def helo(self, name=''):
        """HELO: say who calls."""
        self.putcmd("helo", name or self.local_hostname)
        code, msg = self.getreply()
        self.helo_resp = msg
        return code, msg

    def ehlo(self, name=''):
        """EHLO: say who calls, and learn what the server can do (esmtp_features)."""
        self.esmtp_features = {}
        self.putcmd(self.ehlo_msg, name or self.local_hostname)
        code, msg = self.getreply()
        if code == -1 and len(msg) == 0:
            self.close()
            raise SMTPServerDisconnected("Server not connected")
        self.ehlo_resp = msg
        if code != 250:
            return code, msg
        self.does_esmtp = True
        for line in self.ehlo_resp.decode("latin-1").split('\n')[1:]:
            if old := OLDSTYLE_AUTH.match(line):
                self.esmtp_features["auth"] = self.esmtp_features.get("auth", "") + " " + old[1]
                continue
            if match := re.match(r'([A-Za-z0-9][A-Za-z0-9\-]*) ?', line):
                feature = match[1].lower()
                rest = line[match.end():].strip()
                if feature == "auth":
                    rest = self.esmtp_features.get(feature, "") + " " + rest
                self.esmtp_features[feature] = rest
        return code, msg

    def has_extn(self, opt):
        """Can the server do it?"""
        return opt.lower() in self.esmtp_features

    def help(self, args=''):
        """HELP: the text of the answer."""
        self.putcmd("help", args)
        return self.getreply()[1]

    def rset(self):
        """RSET: begin anew."""
        self.command_encoding = 'ascii'
        return self.docmd("rset")

    def _rset(self):
        try:
            self.rset()
        except SMTPServerDisconnected:
            pass

    def noop(self):
        """NOOP: nothing."""
        return self.docmd("noop")

    def mail(self, sender, options=()):
        """MAIL: who sends a message."""
        words = ''
        if options and self.does_esmtp:
            if any(x.lower() == 'smtputf8' for x in options):
                if not self.has_extn('smtputf8'):
                    raise SMTPNotSupportedError('SMTPUTF8 not supported by server')
                self.command_encoding = 'utf-8'
            words = ' ' + ' '.join(options)
        self.putcmd("mail", "FROM:%s%s" % (quoteaddr(sender), words))
        return self.getreply()

    def rcpt(self, recip, options=()):
        """RCPT: one who is to get it."""
        words = ' ' + ' '.join(options) if options and self.does_esmtp else ''
        self.putcmd("rcpt", "TO:%s%s" % (quoteaddr(recip), words))
        return self.getreply()

    def data(self, msg):
        """DATA: the message, str with ASCII characters or bytes."""
        self.putcmd("data")
        code, reply = self.getreply()
        if self.debuglevel > 0:
            self._print_debug('data:', (code, reply))
        if code != 354:
            raise SMTPDataError(code, reply)
        if isinstance(msg, str):
            msg = re.sub(r'(?:\r\n|\n|\r(?!\n))', CRLF, msg).encode('ascii')
        text = _quote_bytes(msg)
        if not text.endswith(bCRLF):
            text += bCRLF
        self.send(text + b"." + bCRLF)
        code, reply = self.getreply()
        if self.debuglevel > 0:
            self._print_debug('data:', (code, reply))
        return code, reply

    def verify(self, address):
        """VRFY: is there such an address?"""
        self.putcmd("vrfy", _bare_address(address))
        return self.getreply()

    vrfy = verify

    def expn(self, address):
        """EXPN: who is on a list?"""
        self.putcmd("expn", _bare_address(address))
        return self.getreply()

    def ehlo_or_helo_if_needed(self):
        """Greet unless that has been done."""
        if self.helo_resp is None and self.ehlo_resp is None:
            if not 200 <= self.ehlo()[0] <= 299:
                code, reply = self.helo()
                if not 200 <= code <= 299:
                    raise SMTPHeloError(code, reply)

    # ---- logging in ----

    def auth(self, mechanism, authobject, *, initial_response_ok=True):
        """AUTH: authobject(challenge) gives the answer to each challenge; called without one, an answer in advance or None."""
        mechanism = mechanism.upper()
        first = authobject() if initial_response_ok else None
        if first is not None:
            response = base64.b64encode(first.encode('ascii')).decode('ascii')
            code, reply = self.docmd("AUTH", mechanism + " " + response)
            self._auth_challenge_count = 1
        else:
            code, reply = self.docmd("AUTH", mechanism)
            self._auth_challenge_count = 0
        while code == 334:
            self._auth_challenge_count += 1
            challenge = base64.decodebytes(reply)
            response = base64.b64encode(authobject(challenge).encode('ascii')).decode('ascii')
            code, reply = self.docmd(response)
            if self._auth_challenge_count > _MAXCHALLENGE:
                raise SMTPException("Server AUTH mechanism infinite loop. Last response: " + repr((code, reply)))
        if code in (235, 503):
            return code, reply
        raise SMTPAuthenticationError(code, reply)

    def auth_cram_md5(self, challenge=None):
        """For auth(): the password's digest of the challenge."""
        if challenge is None:
            return None
        return self.user + " " + hmac.HMAC(self.password.encode('ascii'), challenge, 'md5').hexdigest()

    def auth_plain(self, challenge=None):
        """For auth(): user and password in one."""
        return "\0%s\0%s" % (self.user, self.password)

    def auth_login(self, challenge=None):
        """For auth(): first the user, then the password."""
        return self.user if challenge is None or self._auth_challenge_count < 2 else self.password

    def login(self, user, password, *, initial_response_ok=True):
        """Log in, by the best of the ways that the server offers."""
        self.ehlo_or_helo_if_needed()
        if not self.has_extn("auth"):
            raise SMTPNotSupportedError("SMTP AUTH extension not supported by server.")
        offered = self.esmtp_features["auth"].split()
        usable = [name for name in ('CRAM-MD5', 'PLAIN', 'LOGIN') if name in offered]
        if not usable:
            raise SMTPException("No suitable authentication method found.")
        self.user, self.password = user, password
        failure = None
        for name in usable:
            try:
                code, reply = self.auth(name, getattr(self, 'auth_' + name.lower().replace('-', '_')), initial_response_ok=initial_response_ok)
                if code in (235, 503):
                    return code, reply
            except SMTPAuthenticationError as error:
                failure = error
        raise failure

    def starttls(self, *, context=None):
        """STARTTLS: encrypt the connection from here on."""
        self.ehlo_or_helo_if_needed()
        if not self.has_extn("starttls"):
            raise SMTPNotSupportedError("STARTTLS extension not supported by server.")
        code, reply = self.docmd("STARTTLS")
        if code != 220:
            raise SMTPResponseException(code, reply)
        import ssl
        context = context or ssl._create_stdlib_context()
        self.sock = context.wrap_socket(self.sock, server_hostname=self._host)
        self.file = None
        self.helo_resp = self.ehlo_resp = None      # what was learnt in the open does not count
        self.esmtp_features = {}
        self.does_esmtp = False
        return code, reply

    # ---- whole messages ----

    def sendmail(self, from_addr, to_addrs, msg, mail_options=(), rcpt_options=()):
        """Send a message, str or bytes. The result is a dict with the answers for those recipients that were refused."""
        self.ehlo_or_helo_if_needed()
        options = []
        if isinstance(msg, str):
            msg = re.sub(r'(?:\r\n|\n|\r(?!\n))', CRLF, msg).encode('ascii')
        if self.does_esmtp:
            if self.has_extn('size'):
                options.append("size=%d" % len(msg))
            options.extend(mail_options)
        code, reply = self.mail(from_addr, options)
        if code != 250:
            self.close() if code == 421 else self._rset()
            raise SMTPSenderRefused(code, reply, from_addr)
        refused = {}
        if isinstance(to_addrs, str):
            to_addrs = [to_addrs]
        for each in to_addrs:
            code, reply = self.rcpt(each, rcpt_options)
            if code not in (250, 251):
                refused[each] = code, reply
            if code == 421:
                self.close()
                raise SMTPRecipientsRefused(refused)
        if len(refused) == len(to_addrs):
            self._rset()
            raise SMTPRecipientsRefused(refused)
        code, reply = self.data(msg)
        if code != 250:
            self.close() if code == 421 else self._rset()
            raise SMTPDataError(code, reply)
        return refused

    def send_message(self, msg, from_addr=None, to_addrs=None, mail_options=(), rcpt_options=()):
        """Send an email.message.Message, by default from and to those whom its headers name. Bcc is not sent along."""
        self.ehlo_or_helo_if_needed()
        resent = msg.get_all('Resent-Date')
        if resent is None:
            prefix = ''
        elif len(resent) == 1:
            prefix = 'Resent-'
        else:
            raise ValueError("message has more than one 'Resent-' header block")
        if from_addr is None:
            from_addr = msg[prefix + 'Sender'] if (prefix + 'Sender') in msg else msg[prefix + 'From']
            from_addr = email.utils.getaddresses([from_addr])[0][1]
        if to_addrs is None:
            fields = [field for field in (msg[prefix + 'To'], msg[prefix + 'Bcc'], msg[prefix + 'Cc']) if field is not None]
            to_addrs = [address for _, address in email.utils.getaddresses(fields)]
        copied = copy.copy(msg)
        del copied['Bcc']
        del copied['Resent-Bcc']
        international = False
        try:
            ''.join([from_addr, *to_addrs]).encode('ascii')
        except UnicodeEncodeError:
            if not self.has_extn('smtputf8'):
                raise SMTPNotSupportedError("One or more source or delivery addresses require internationalized email support, but the server "
                                            "does not advertise the required SMTPUTF8 capability")
            international = True
        with io.BytesIO() as out:
            if international:
                generator = email.generator.BytesGenerator(out, policy=msg.policy.clone(utf8=True))
                mail_options = (*mail_options, 'SMTPUTF8', 'BODY=8BITMIME')
            else:
                generator = email.generator.BytesGenerator(out)
            generator.flatten(copied, linesep='\r\n')
            data = out.getvalue()
        return self.sendmail(from_addr, to_addrs, data, mail_options, rcpt_options)

    def close(self):
        """Hang up; the object can connect again."""
        try:
            file, self.file = self.file, None
            if file:
                file.close()
        finally:
            sock, self.sock = self.sock, None
            if sock:
                sock.close()

    def quit(self):
        """QUIT: end the session."""
        answer = self.docmd("quit")
        self.ehlo_resp = self.helo_resp = None
        self.esmtp_features = {}
        self.does_esmtp = False
        self.close()
        return answer


class SMTP_SSL(SMTP):
    """A connection that is encrypted from its beginning."""

    default_port = SMTP_SSL_PORT

    def __init__(self, host='', port=0, local_hostname=None, *, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, context=None):
        if context is None:
            import ssl
            context = ssl._create_stdlib_context()
        self.context = context
        SMTP.__init__(self, host, port, local_hostname, timeout, source_address)

    def _get_socket(self, host, port, timeout):
        return self.context.wrap_socket(super()._get_socket(host, port, timeout), server_hostname=self._host)


class LMTP(SMTP):
    """The local form of the protocol (RFC 2033); a host that begins with / is a unix socket."""

    ehlo_msg = "lhlo"

    def __init__(self, host='', port=LMTP_PORT, local_hostname=None, source_address=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        super().__init__(host, port, local_hostname=local_hostname, source_address=source_address, timeout=timeout)

    def connect(self, host='localhost', port=0, source_address=None):
        if host[0] != '/':
            return super().connect(host, port, source_address=source_address)
        if self.timeout is not None and not self.timeout:
            raise ValueError('Non-blocking socket (timeout=0) is not supported')
        try:
            self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            if self.timeout is not socket._GLOBAL_DEFAULT_TIMEOUT:
                self.sock.settimeout(self.timeout)
            self.file = None
            self.sock.connect(host)
        except OSError:
            if self.sock:
                self.sock.close()
            self.sock = None
            raise
        return self.getreply()
