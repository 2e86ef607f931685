"""Cookies on the client's side: a jar that takes them from responses and adds them to requests of urllib.request.

Netscape's cookies are handled, which is what servers send; Set-Cookie2 is ignored. Jars can be kept in files of Mozilla's form.
"""

__all__ = ['Cookie', 'CookieJar', 'CookiePolicy', 'DefaultCookiePolicy', 'FileCookieJar', 'LWPCookieJar', 'LoadError',
           'MozillaCookieJar']

import copy
import email.utils
import os
import re
import threading
import time
import urllib.parse
import urllib.request

MISSING_FILENAME_TEXT = 'a filename was not supplied (nor was the CookieJar instance initialised with one)'
NETSCAPE_MAGIC_RGX = re.compile('#( Netscape)? HTTP Cookie File')
_ip_address = re.compile(r'\.\d+$')
_path_safe = "%/;:@&=+$,!~*'()"


def time2isoz(t=None):
    """A time as '1994-11-24 08:49:37Z'."""
    return time.strftime('%Y-%m-%d %H:%M:%SZ', time.gmtime(time.time() if t is None else t))


def time2netscape(t=None):
    """A time as 'Thu, 24-Nov-1994 08:49:37 GMT'."""
    parts = time.gmtime(time.time() if t is None else t)
    return '%s, %02d-%s-%04d %02d:%02d:%02d GMT' % (
        email.utils._DAYS[parts[6]], parts[2], email.utils._MONTHS[parts[1] - 1], parts[0], parts[3], parts[4], parts[5])


def http2time(text):
    """The seconds since 1970 of a date in one of the forms that servers use, None if it cannot be read."""
    text = re.sub(r'^(\w+),?\s+', '', text.strip())
    text = re.sub(r'^(\d+)[- ](\w{3})[- ](\d+)', r'\1 \2 \3', text)
    parsed = email.utils.parsedate_tz(text)
    if parsed is None:
        return None
    try:
        return email.utils.mktime_tz(parsed)
    except (ValueError, OverflowError):
        return None


def request_host(request):
    """The host of a request, in lower case, without its port."""
    return urllib.request.request_host(request)


def eff_request_host(request):
    """The host, and the host with .local behind it if it has no dot."""
    host = effective = request_host(request)
    if '.' not in host and not _ip_address.search(host):
        effective = host + '.local'
    return host, effective


def request_path(request):
    """The path of a request."""
    path = urllib.parse.urlsplit(request.get_full_url()).path
    path = urllib.parse.quote(path, _path_safe)
    return path if path.startswith('/') else '/' + path


def request_port(request):
    """The port of a request, as text."""
    _, colon, port = request.host.rpartition(':')
    return port if colon and port.isdigit() else '80'


def is_HDN(text):
    """Is it the name of a host, and no address?"""
    return not (_ip_address.search(text) or text == '' or text[0] == '.' or text[-1] == '.')


def user_domain_match(A, B):
    """For lists of domains: does A lie in B, which may begin with a dot?"""
    A, B = A.lower(), B.lower()
    if not (is_HDN(A) and is_HDN(B.lstrip('.'))):
        return A == B
    return A.endswith(B) if B.startswith('.') else A == B


class Cookie:
    """A cookie with all that belongs to it."""

    def __init__(self, version, name, value, port, port_specified, domain, domain_specified, domain_initial_dot, path,
                 path_specified, secure, expires, discard, comment, comment_url, rest, rfc2109=False):
        if version is not None:
            version = int(version)
        if expires is not None:
            expires = int(float(expires))
        if port is None and port_specified is True:
            raise ValueError('if port is None, port_specified must be false')
        self.version = version
        self.name = name
        self.value = value
        self.port = port
        self.port_specified = port_specified
        self.domain = domain.lower()
        self.domain_specified = domain_specified
        self.domain_initial_dot = domain_initial_dot
        self.path = path
        self.path_specified = path_specified
        self.secure = secure
        self.expires = expires
        self.discard = discard
        self.comment = comment
        self.comment_url = comment_url
        self.rfc2109 = rfc2109
        self._rest = copy.copy(rest)

    def has_nonstandard_attr(self, name):
        return name in self._rest

    def get_nonstandard_attr(self, name, default=None):
        return self._rest.get(name, default)

    def set_nonstandard_attr(self, name, value):
        self._rest[name] = value

    def is_expired(self, now=None):
        """Is its time over?"""
        if now is None:
            now = time.time()
        return self.expires is not None and self.expires <= now

    def __str__(self):
        port = '' if self.port is None else ':' + self.port
        text = self.name if self.value is None else '%s=%s' % (self.name, self.value)
        return '<Cookie %s for %s>' % (text, self.domain + port + self.path)

    def __repr__(self):
        names = ('version', 'name', 'value', 'port', 'port_specified', 'domain', 'domain_specified', 'domain_initial_dot', 'path',
                 'path_specified', 'secure', 'expires', 'discard', 'comment', 'comment_url')
        shown = ['%s=%s' % (name, repr(getattr(self, name))) for name in names]
        shown.append('rest=%s' % repr(self._rest))
        shown.append('rfc2109=%s' % repr(self.rfc2109))
        return '%s(%s)' % (self.__class__.__name__, ', '.join(shown))


class CookiePolicy:
    """Says which cookies are taken and which are sent back."""

    def set_ok(self, cookie, request):
        raise NotImplementedError()

    def return_ok(self, cookie, request):
        raise NotImplementedError()

    def domain_return_ok(self, domain, request):
        return True

    def path_return_ok(self, path, request):
        return True


class DefaultCookiePolicy(CookiePolicy):
    """The rules that browsers had: a cookie goes back to the host or the domain that it is from, and below its path."""

    DomainStrictNoDots = 1
    DomainStrictNonDomain = 2
    DomainRFC2965Match = 4
    DomainLiberal = 0
    DomainStrict = DomainStrictNoDots | DomainStrictNonDomain

    def __init__(self, blocked_domains=None, allowed_domains=None, netscape=True, rfc2965=False, rfc2109_as_netscape=None,
                 hide_cookie2=False, strict_domain=False, strict_rfc2965_unverifiable=True, strict_ns_unverifiable=False,
                 strict_ns_domain=DomainLiberal, strict_ns_set_initial_dollar=False, strict_ns_set_path=False,
                 secure_protocols=('https', 'wss')):
        self.netscape = netscape
        self.rfc2965 = rfc2965
        self.rfc2109_as_netscape = rfc2109_as_netscape
        self.hide_cookie2 = hide_cookie2
        self.strict_domain = strict_domain
        self.strict_rfc2965_unverifiable = strict_rfc2965_unverifiable
        self.strict_ns_unverifiable = strict_ns_unverifiable
        self.strict_ns_domain = strict_ns_domain
        self.strict_ns_set_initial_dollar = strict_ns_set_initial_dollar
        self.strict_ns_set_path = strict_ns_set_path
        self.secure_protocols = secure_protocols
        self._blocked_domains = tuple(blocked_domains) if blocked_domains is not None else ()
        self._allowed_domains = tuple(allowed_domains) if allowed_domains is not None else None

    def blocked_domains(self):
        return self._blocked_domains

    def set_blocked_domains(self, blocked_domains):
        self._blocked_domains = tuple(blocked_domains)

    def is_blocked(self, domain):
        return any(user_domain_match(domain, blocked) for blocked in self._blocked_domains)

    def allowed_domains(self):
        return self._allowed_domains

    def set_allowed_domains(self, allowed_domains):
        self._allowed_domains = tuple(allowed_domains) if allowed_domains is not None else None

    def is_not_allowed(self, domain):
        return self._allowed_domains is not None and not any(user_domain_match(domain, a) for a in self._allowed_domains)

    def set_ok(self, cookie, request):
        if not self.netscape or self.is_blocked(cookie.domain) or self.is_not_allowed(cookie.domain):
            return False
        if self.strict_ns_set_initial_dollar and cookie.name.startswith('$'):
            return False
        if cookie.path_specified and self.strict_ns_set_path and not self.path_return_ok(cookie.path, request):
            return False
        if cookie.domain_specified:
            host, effective = eff_request_host(request)
            bare = cookie.domain.lstrip('.')
            if '.' not in bare and bare != 'local':
                return False
            if not (effective.endswith(bare) and ('.' + effective).endswith('.' + bare)):
                return False
            if self.strict_ns_domain & self.DomainStrictNoDots and '.' in host[:-len(cookie.domain)]:
                return False
        if cookie.port_specified:
            ports = cookie.port.split(',')
            if not any(port == request_port(request) for port in ports):
                return False
        return True

    def return_ok(self, cookie, request):
        if cookie.secure and request.type not in self.secure_protocols:
            return False
        if cookie.is_expired(self._now):
            return False
        if cookie.port and request_port(request) not in cookie.port.split(','):
            return False
        host, effective = eff_request_host(request)
        if not self.netscape:
            return False
        domain = cookie.domain
        if self.strict_ns_domain & self.DomainStrictNonDomain and not cookie.domain_specified and domain != effective:
            return False
        dotted = domain if not domain or domain.startswith('.') else '.' + domain
        return ('.' + effective).endswith(dotted)

    def domain_return_ok(self, domain, request):
        host, effective = eff_request_host(request)
        host, effective = '.' + host.lstrip('.'), '.' + effective.lstrip('.')
        dotted = domain if not domain or domain.startswith('.') else '.' + domain
        if not (host.endswith(dotted) or effective.endswith(dotted)):
            return False
        return not (self.is_blocked(domain) or self.is_not_allowed(domain))

    def path_return_ok(self, path, request):
        wanted = request_path(request)
        return wanted == path or wanted.startswith(path) and (path.endswith('/') or wanted[len(path):len(path) + 1] == '/')


def _split_header(text):
    """A Set-Cookie header as (name, value, attributes)."""
    first, *rest = text.split(';')
    name, equals, value = first.strip().partition('=')
    if not equals:
        name, value = name, None
    attributes = {}
    for part in rest:
        key, has_value, val = part.strip().partition('=')
        if key:
            attributes.setdefault(key.strip().lower(), val.strip().strip('"') if has_value else None)
    return name.strip(), value.strip() if value is not None else None, attributes


class CookieJar:
    """Cookies by domain, path and name."""

    def __init__(self, policy=None):
        if policy is None:
            policy = DefaultCookiePolicy()
        self._policy = policy
        self._cookies_lock = threading.RLock()
        self._cookies = {}

    def set_policy(self, policy):
        self._policy = policy

    def _cookies_for_request(self, request):
        found = []
        for domain, paths in self._cookies.items():
            if not self._policy.domain_return_ok(domain, request):
                continue
            for path, cookies in paths.items():
                if self._policy.path_return_ok(path, request):
                    found += [c for c in cookies.values() if self._policy.return_ok(c, request)]
        return found

    def add_cookie_header(self, request):
        """Add the header Cookie to a request."""
        with self._cookies_lock:
            self._policy._now = self._now = int(time.time())
            cookies = self._cookies_for_request(request)
            cookies.sort(key=lambda c: len(c.path), reverse=True)
            if cookies and not request.has_header('Cookie'):
                request.add_unredirected_header('Cookie', '; '.join(
                    [c.name if c.value is None else '%s=%s' % (c.name, c.value) for c in cookies]))
        self.clear_expired_cookies()

    def make_cookies(self, response, request):
        """The cookies of a response."""
        now = self._policy._now = self._now = int(time.time())
        cookies = []
        for header in response.info().get_all('Set-Cookie', []):
            name, value, attributes = _split_header(header)
            if not name and value is None:
                continue
            domain = attributes.get('domain')
            domain_specified = bool(domain)
            initial_dot = False
            if domain_specified:
                domain = domain.lower()
                initial_dot = domain.startswith('.')
                if not initial_dot:
                    domain = '.' + domain
            else:
                domain = eff_request_host(request)[1]
            path = attributes.get('path')
            path_specified = bool(path)
            if path_specified:
                path = urllib.parse.quote(path, _path_safe)
            else:
                path = request_path(request)
                path = path[:path.rfind('/')] or '/'
            expires = None
            max_age = attributes.get('max-age')
            if max_age is not None and re.fullmatch(r'-?\d+', max_age):
                expires = now + int(max_age)
            elif attributes.get('expires'):
                expires = http2time(attributes['expires'])
            discard = expires is None
            if expires is not None and expires <= now:
                try:
                    self.clear(domain, path, name)
                except KeyError:
                    pass
                continue
            rest = {key.title() if key != 'httponly' else 'HttpOnly': val for key, val in attributes.items()
                    if key not in ('domain', 'path', 'expires', 'max-age', 'secure', 'version', 'port', 'discard', 'comment')}
            cookies.append(Cookie(0, name, value, None, False, domain, domain_specified, initial_dot, path, path_specified,
                                  'secure' in attributes, expires, discard, None, None, rest))
        return cookies

    def extract_cookies(self, response, request):
        """Take the cookies of a response."""
        with self._cookies_lock:
            for cookie in self.make_cookies(response, request):
                if self._policy.set_ok(cookie, request):
                    self.set_cookie(cookie)

    def set_cookie_if_ok(self, cookie, request):
        """Take a cookie if the policy lets it in."""
        with self._cookies_lock:
            self._policy._now = self._now = int(time.time())
            if self._policy.set_ok(cookie, request):
                self.set_cookie(cookie)

    def set_cookie(self, cookie):
        """Take a cookie."""
        with self._cookies_lock:
            self._cookies.setdefault(cookie.domain, {}).setdefault(cookie.path, {})[cookie.name] = cookie

    def clear(self, domain=None, path=None, name=None):
        """Drop all cookies, or those of a domain, of a path, or one. KeyError if there is none."""
        if name is not None and (domain is None or path is None):
            raise ValueError('domain and path must be given to remove a cookie by name')
        if path is not None and domain is None:
            raise ValueError('domain must be given to remove cookies by path')
        if name is not None:
            del self._cookies[domain][path][name]
        elif path is not None:
            del self._cookies[domain][path]
        elif domain is not None:
            del self._cookies[domain]
        else:
            self._cookies = {}

    def clear_session_cookies(self):
        """Drop what is not to be kept."""
        with self._cookies_lock:
            for cookie in self:
                if cookie.discard:
                    self.clear(cookie.domain, cookie.path, cookie.name)

    def clear_expired_cookies(self):
        """Drop what is over."""
        with self._cookies_lock:
            now = time.time()
            for cookie in self:
                if cookie.is_expired(now):
                    self.clear(cookie.domain, cookie.path, cookie.name)

    def __iter__(self):
        return iter([cookie for paths in self._cookies.values() for cookies in paths.values() for cookie in cookies.values()])

    def __len__(self):
        return sum(1 for _ in self)

    def __repr__(self):
        return '<%s[%s]>' % (self.__class__.__name__, ', '.join(map(repr, self)))

    def __str__(self):
        return '<%s[%s]>' % (self.__class__.__name__, ', '.join(map(str, self)))


class LoadError(OSError):
    """A file of cookies cannot be read."""


class FileCookieJar(CookieJar):
    """A jar that can be kept in a file."""

    def __init__(self, filename=None, delayload=False, policy=None):
        CookieJar.__init__(self, policy)
        self.filename = os.fspath(filename) if filename is not None else None
        self.delayload = bool(delayload)

    def _file(self, filename):
        if filename is None:
            filename = self.filename
        if filename is None:
            raise ValueError(MISSING_FILENAME_TEXT)
        return filename

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        raise NotImplementedError()

    def load(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Add the cookies in a file."""
        filename = self._file(filename)
        with open(filename) as f:
            self._really_load(f, filename, ignore_discard, ignore_expires)

    def revert(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Have the cookies of a file instead of what there is; if it cannot be read, nothing changes."""
        filename = self._file(filename)
        with self._cookies_lock:
            old = copy.deepcopy(self._cookies)
            self._cookies = {}
            try:
                self.load(filename, ignore_discard, ignore_expires)
            except OSError:
                self._cookies = old
                raise

    def _to_save(self, ignore_discard, ignore_expires):
        now = time.time()
        for cookie in self:
            if (ignore_discard or not cookie.discard) and (ignore_expires or not cookie.is_expired(now)):
                yield cookie


class MozillaCookieJar(FileCookieJar):
    """A jar in the form of Mozilla's and curl's cookies.txt."""

    def _really_load(self, f, filename, ignore_discard, ignore_expires):
        now = time.time()
        if not NETSCAPE_MAGIC_RGX.match(f.readline()):
            raise LoadError('%r does not look like a Netscape format cookies file' % filename)
        for line in f:
            rest = {}
            if line.startswith('#HttpOnly_'):
                rest['HTTPOnly'] = ''
                line = line[len('#HttpOnly_'):]
            line = line.removesuffix('\n')
            if line.strip().startswith(('#', '$')) or not line.strip():
                continue
            try:
                domain, specified, path, secure, expires, name, value = line.split('\t')
            except ValueError:
                raise LoadError('invalid Netscape format cookies file %r: %r' % (filename, line))
            if name == '':
                name, value = value, None
            discard = expires == ''
            cookie = Cookie(0, name, value, None, False, domain, specified == 'TRUE', domain.startswith('.'), path, False,
                            secure == 'TRUE', expires or None, discard, None, None, rest)
            if (ignore_discard or not cookie.discard) and (ignore_expires or not cookie.is_expired(now)):
                self.set_cookie(cookie)

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Write the cookies to a file."""
        with open(self._file(filename), 'w') as f:
            f.write('# Netscape HTTP Cookie File\n# http://curl.haxx.se/rfc/cookie_spec.html\n# This is a generated file!  Do not edit.\n\n')
            for cookie in self._to_save(ignore_discard, ignore_expires):
                name, value = ('', cookie.name) if cookie.value is None else (cookie.name, cookie.value)
                prefix = '#HttpOnly_' if cookie.has_nonstandard_attr('HTTPOnly') else ''
                f.write(prefix + '\t'.join([
                    cookie.domain, str(cookie.domain.startswith('.')).upper(), cookie.path, str(bool(cookie.secure)).upper(),
                    '' if cookie.expires is None else str(cookie.expires), name, value]) + '\n')


class LWPCookieJar(FileCookieJar):
    """A jar in the form of libwww-perl's files."""

    def as_lwp_str(self, ignore_discard=True, ignore_expires=True):
        lines = []
        for c in self._to_save(ignore_discard, ignore_expires):
            parts = ['%s="%s"' % (c.name, c.value), 'path="%s"' % c.path, 'domain="%s"' % c.domain]
            parts += [name for name, on in (('path_spec', c.path_specified), ('domain_dot', c.domain_initial_dot),
                                            ('secure', c.secure)) if on]
            if c.expires:
                parts.append('expires="%s"' % time2isoz(c.expires))
            if c.discard:
                parts.append('discard')
            parts.append('version="%s"' % c.version)
            lines.append('Set-Cookie3: ' + '; '.join(parts))
        return '\n'.join(lines + [''])

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Write the cookies to a file."""
        with open(self._file(filename), 'w') as f:
            f.write('#LWP-Cookies-2.0\n' + self.as_lwp_str(ignore_discard, ignore_expires))

    def _really_load(self, f, filename, ignore_discard, ignore_expires):
        now = time.time()
        if not f.readline().startswith('#LWP-Cookies-'):
            raise LoadError('%r does not look like a Set-Cookie3 (LWP) format file' % filename)
        for line in f:
            if not line.startswith('Set-Cookie3:'):
                continue
            name, value, attributes = _split_header(line[len('Set-Cookie3:'):])
            expires = attributes.get('expires')
            if expires:
                year, month, day, hour, minute, second = map(int, re.findall(r'\d+', expires)[:6])
                expires = email.utils.mktime_tz((year, month, day, hour, minute, second, 0, 1, -1, 0))
            domain = attributes['domain']
            cookie = Cookie(attributes.get('version'), name, value.strip('"') if value else value, attributes.get('port'), False, domain,
                            domain.startswith('.'), 'domain_dot' in attributes, attributes['path'], 'path_spec' in attributes,
                            'secure' in attributes, expires, 'discard' in attributes, None, None, {})
            if (ignore_discard or not cookie.discard) and (ignore_expires or not cookie.is_expired(now)):
                self.set_cookie(cookie)
