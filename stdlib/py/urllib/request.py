"""Opening of URLs: http, https, file and data, with redirections, proxies and authentication.

An opener is a list of handlers. Opening goes through three steps, for each of which the handlers are asked in order by
methods named after the scheme: http_request prepares, http_open opens, http_response looks at the answer. Errors go to
http_error_404 and the like, then to http_error_default.
"""

import base64
import bisect
import contextlib
import email
import http.client
import io
import os
import re
import socket
import string
import sys
import tempfile
import time
import warnings

from urllib.error import URLError, HTTPError, ContentTooShortError
from urllib.parse import (urlparse, urlsplit, urljoin, unwrap, quote, unquote, _splittype, _splithost, _splitport, _splituser,
                          _splitpasswd, _splitattr, _splittag, unquote_to_bytes, urlunparse)
from urllib.response import addinfourl, addclosehook

__all__ = ['Request', 'OpenerDirector', 'BaseHandler', 'HTTPDefaultErrorHandler', 'HTTPRedirectHandler', 'HTTPCookieProcessor',
           'ProxyHandler', 'HTTPPasswordMgr', 'HTTPPasswordMgrWithDefaultRealm', 'HTTPPasswordMgrWithPriorAuth',
           'AbstractBasicAuthHandler', 'HTTPBasicAuthHandler', 'ProxyBasicAuthHandler', 'HTTPHandler', 'FileHandler',
           'UnknownHandler', 'HTTPErrorProcessor', 'DataHandler', 'urlopen', 'install_opener', 'build_opener', 'pathname2url',
           'url2pathname', 'getproxies', 'urlretrieve', 'urlcleanup', 'HTTPSHandler', 'AbstractDigestAuthHandler', 'HTTPDigestAuthHandler',
           'ProxyDigestAuthHandler']

__version__ = '%d.%d' % sys.version_info[:2]

_opener = None
_url_tempfiles = []


def localhost():
    """The address of the name localhost."""
    return socket.gethostbyname('localhost')


def thishost():
    """The addresses of this machine's name."""
    try:
        return tuple(socket.gethostbyname_ex(socket.gethostname())[2])
    except socket.gaierror:
        return tuple(socket.gethostbyname_ex('localhost')[2])


def noheaders():
    """A message without headers."""
    return email.message_from_string("")


def urlopen(url, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, *, context=None):
    """Open a URL or a Request. With data (bytes, a file, an iterable) an HTTP request is a POST. For HTTP the result is an
    http.client.HTTPResponse; for all schemes it has read(), url, headers and status, and works in `with`."""
    global _opener
    if context:
        opener = build_opener(HTTPSHandler(context=context))
    elif _opener is None:
        _opener = opener = build_opener()
    else:
        opener = _opener
    return opener.open(url, data, timeout)


def install_opener(opener):
    """Make an opener the one that urlopen uses."""
    global _opener
    _opener = opener


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Copy what is at a URL to a file, a temporary one by default. The result is (filename, headers). reporthook is called with
    the number of blocks, the size of a block and the size of all."""
    scheme, path = _splittype(url)
    with contextlib.closing(urlopen(url, data)) as source:
        headers = source.info()
        if scheme == 'file' and not filename:
            return os.path.normpath(path), headers
        if filename:
            target = open(filename, 'wb')
        else:
            target = tempfile.NamedTemporaryFile(delete=False)
            filename = target.name
            _url_tempfiles.append(filename)
        with target:
            block = 1024 * 8
            size = int(headers['Content-Length']) if 'content-length' in headers else -1
            read = number = 0
            if reporthook:
                reporthook(number, block, size)
            while data := source.read(block):
                read += len(data)
                target.write(data)
                number += 1
                if reporthook:
                    reporthook(number, block, size)
    if size >= 0 and read < size:
        raise ContentTooShortError('retrieval incomplete: got only %i out of %i bytes' % (read, size), (filename, headers))
    return filename, headers


def urlcleanup():
    """Remove the temporary files of urlretrieve."""
    global _opener
    for name in _url_tempfiles:
        try:
            os.unlink(name)
        except OSError:
            pass
    del _url_tempfiles[:]
    _opener = None


def parse_http_list(s):
    """The parts of a header's list: commas separate, but not within quotes."""
    parts, part, quoted, escaped = [], [], False, False
    for c in s:
        if escaped:
            escaped = False
        elif quoted and c == '\\':
            escaped = True
            continue
        elif c == '"':
            quoted = not quoted
        elif c == ',' and not quoted:
            parts.append(''.join(part))
            part = []
            continue
        part.append(c)
    if part:
        parts.append(''.join(part))
    return [part.strip() for part in parts]


def parse_keqv_list(l):
    """A dict of a list of key=value texts; quotes around values are dropped."""
    pairs = (item.split('=', 1) for item in l)
    return {key: value[1:-1] if value[:1] == value[-1:] == '"' else value for key, value in pairs}


def request_host(request):
    """The host of a request, without its port."""
    host = urlparse(request.full_url)[1]
    if host == '':
        host = request.get_header('Host', '')
    return re.sub(r':\d+$', '', host, flags=re.ASCII).lower()


class Request:
    """A request: a URL, data, headers, a method."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.headers = {}
        self.unredirected_hdrs = {}
        self._data = None
        self.data = data
        self._tunnel_host = None
        for key, value in headers.items():
            self.add_header(key, value)
        if origin_req_host is None:
            origin_req_host = request_host(self)
        self.origin_req_host = origin_req_host
        self.unverifiable = unverifiable
        if method:
            self.method = method

    @property
    def full_url(self):
        return '{}#{}'.format(self._full_url, self.fragment) if self.fragment else self._full_url

    @full_url.setter
    def full_url(self, url):
        self._full_url = unwrap(url)
        self._full_url, self.fragment = _splittag(self._full_url)
        self._parse()

    @full_url.deleter
    def full_url(self):
        self._full_url = None
        self.fragment = None
        self.selector = ''

    @property
    def data(self):
        return self._data

    @data.setter
    def data(self, data):
        if data != self._data:
            self._data = data
            # the length of other data is no longer right
            if self.has_header('Content-length'):
                self.remove_header('Content-length')

    @data.deleter
    def data(self):
        self.data = None

    def _parse(self):
        self.type, rest = _splittype(self._full_url)
        if self.type is None:
            raise ValueError('unknown url type: %r' % self.full_url)
        self.host, self.selector = _splithost(rest)
        if self.host:
            self.host = unquote(self.host)

    def get_method(self):
        """The method: what was given, else POST with data and GET without."""
        return getattr(self, 'method', 'POST' if self.data is not None else 'GET')

    def get_full_url(self):
        return self.full_url

    def set_proxy(self, host, type):
        """Send the request to a proxy."""
        if self.type == 'https' and not self._tunnel_host:
            self._tunnel_host = self.host
        else:
            self.type = type
            self.selector = self.full_url
        self.host = host

    def has_proxy(self):
        return self.selector == self.full_url

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        """A header that is not sent again after a redirection."""
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def remove_header(self, header_name):
        self.headers.pop(header_name, None)
        self.unredirected_hdrs.pop(header_name, None)

    def header_items(self):
        return list({**self.unredirected_hdrs, **self.headers}.items())


class OpenerDirector:
    """Handlers by what they do."""

    def __init__(self):
        self.addheaders = [('User-agent', 'Python-urllib/%s' % __version__)]
        self.handlers = []
        self.handle_open = {}
        self.handle_error = {}
        self.process_response = {}
        self.process_request = {}

    def add_handler(self, handler):
        """Take a handler in, for all that its methods' names say."""
        if not hasattr(handler, 'add_parent'):
            raise TypeError('expected BaseHandler instance, got %r' % type(handler))
        added = False
        for name in dir(handler):
            if name in ('redirect_request', 'do_open', 'proxy_open'):
                continue
            protocol, _, condition = name.partition('_')
            if not condition:
                continue
            if condition.startswith('error'):
                kind = condition[6:]
                if kind.isdigit():
                    kind = int(kind)
                table = self.handle_error.setdefault(protocol, {})
            elif condition in ('open', 'response', 'request'):
                kind = protocol
                table = {'open': self.handle_open, 'response': self.process_response, 'request': self.process_request}[condition]
            else:
                continue
            handlers = table.setdefault(kind, [])
            if handlers:
                bisect.insort(handlers, handler)
            else:
                handlers.append(handler)
            added = True
        if added:
            bisect.insort(self.handlers, handler)
            handler.add_parent(self)

    def close(self):
        pass

    def _call_chain(self, chain, kind, name, *args):
        for handler in chain.get(kind, ()):
            result = getattr(handler, name)(*args)
            if result is not None:
                return result

    def open(self, fullurl, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        """Open a URL or a Request."""
        if isinstance(fullurl, str):
            request = Request(fullurl, data)
        else:
            request = fullurl
            if data is not None:
                request.data = data
        request.timeout = timeout
        protocol = request.type
        for processor in self.process_request.get(protocol, []):
            request = getattr(processor, protocol + '_request')(request)
        response = self._open(request, data)
        for processor in self.process_response.get(protocol, []):
            response = getattr(processor, protocol + '_response')(request, response)
        return response

    def _open(self, request, data=None):
        result = self._call_chain(self.handle_open, 'default', 'default_open', request)
        if result:
            return result
        result = self._call_chain(self.handle_open, request.type, request.type + '_open', request)
        if result:
            return result
        return self._call_chain(self.handle_open, 'unknown', 'unknown_open', request)

    def error(self, proto, *args):
        """Ask the handlers of errors."""
        if proto in ('http', 'https'):
            table = self.handle_error['http']
            kind = args[2]
            name = 'http_error_%s' % kind
            result = self._call_chain(table, kind, name, *args)
            if result:
                return result
            return self._call_chain(table, 'default', 'http_error_default', *args)
        return self._call_chain(self.handle_error, proto, proto + '_error', *args)


def build_opener(*handlers):
    """An opener with the usual handlers and those given, classes or instances, which take the place of usual ones that they
    derive from."""
    opener = OpenerDirector()
    usual = [ProxyHandler, UnknownHandler, HTTPHandler, HTTPDefaultErrorHandler, HTTPRedirectHandler, FileHandler,
             HTTPErrorProcessor, DataHandler, HTTPSHandler]
    for cls in usual:
        replaced = any(issubclass(h, cls) if isinstance(h, type) else isinstance(h, cls) for h in handlers)
        if not replaced:
            opener.add_handler(cls())
    for handler in handlers:
        opener.add_handler(handler() if isinstance(handler, type) else handler)
    return opener


class BaseHandler:
    """The base of handlers. Those with a lower handler_order come first."""

    handler_order = 500

    def add_parent(self, parent):
        self.parent = parent

    def close(self):
        pass

    def __lt__(self, other):
        if not hasattr(other, 'handler_order'):
            return True
        return self.handler_order < other.handler_order


class HTTPErrorProcessor(BaseHandler):
    """Sends answers other than 2xx to the handlers of errors."""

    handler_order = 1000

    def http_response(self, request, response):
        code, message, headers = response.code, response.msg, response.info()
        if not 200 <= code < 300:
            response = self.parent.error('http', request, response, code, message, headers)
        return response

    https_response = http_response


class HTTPDefaultErrorHandler(BaseHandler):
    """Raises HTTPError."""

    def http_error_default(self, req, fp, code, msg, hdrs):
        raise HTTPError(req.full_url, code, msg, hdrs, fp)


class HTTPRedirectHandler(BaseHandler):
    """Follows redirections."""

    max_repeats = 4         # to the same URL
    max_redirections = 10   # to different ones
    inf_msg = 'The HTTP server returned a redirect error that would lead to an infinite loop.\nThe last 30x error message was:\n'

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        """The request to send instead; None leaves it to other handlers."""
        method = req.get_method()
        if not (code in (301, 302, 303, 307, 308) and method in ('GET', 'HEAD') or code in (301, 302, 303) and method == 'POST'):
            raise HTTPError(req.full_url, code, msg, headers, fp)
        dropped = ('content-length', 'content-type')
        kept = {k: v for k, v in req.headers.items() if k.lower() not in dropped}
        return Request(newurl.replace(' ', '%20'), method='HEAD' if method == 'HEAD' else 'GET', headers=kept,
                       origin_req_host=req.origin_req_host, unverifiable=True)

    def http_error_302(self, req, fp, code, msg, headers):
        if 'location' in headers:
            url = headers['location']
        elif 'uri' in headers:
            url = headers['uri']
        else:
            return
        parts = urlparse(url)
        if parts.scheme not in ('http', 'https', 'ftp', ''):
            raise HTTPError(url, code, "%s - Redirection to url '%s' is not allowed" % (msg, url), headers, fp)
        if not parts.path and parts.netloc:
            parts = list(parts)
            parts[2] = '/'
        url = urljoin(req.full_url, quote(urlunparse(parts), encoding='iso-8859-1', safe=string.punctuation))
        new = self.redirect_request(req, fp, code, msg, headers, url)
        if new is None:
            return
        visited = new.redirect_dict = req.redirect_dict = getattr(req, 'redirect_dict', {})
        if visited.get(url, 0) >= self.max_repeats or len(visited) >= self.max_redirections:
            raise HTTPError(req.full_url, code, self.inf_msg + msg, headers, fp)
        visited[url] = visited.get(url, 0) + 1
        fp.read()
        fp.close()
        return self.parent.open(new, timeout=req.timeout)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


# Proxies.

def getproxies_environment():
    """The proxies that variables such as http_proxy name, by scheme."""
    found = {}
    for lower_only in (False, True):
        for name, value in os.environ.items():
            if len(name) > 5 and name[-6] == '_' and name[-5:].lower() == 'proxy':
                scheme = name[:-6].lower()
                if not lower_only:
                    if value:
                        found[scheme] = value
                elif name[-6:] == '_proxy':
                    if value:
                        found[scheme] = value
                    else:
                        found.pop(scheme, None)
    # A web server puts a header's text into HTTP_PROXY.
    if 'REQUEST_METHOD' in os.environ:
        found.pop('http', None)
    return found


getproxies = getproxies_environment


def proxy_bypass_environment(host, proxies=None):
    """Does no_proxy say that a host is asked directly?"""
    if proxies is None:
        proxies = getproxies_environment()
    exceptions = proxies.get('no')
    if not exceptions:
        return False
    if exceptions == '*':
        return True
    host = host.lower()
    bare = _splitport(host)[0]
    for name in exceptions.split(','):
        name = name.strip()
        if name:
            name = name.lstrip('.').lower()
            if bare == name or host == name or bare.endswith('.' + name) or host.endswith('.' + name):
                return True
    return False


proxy_bypass = proxy_bypass_environment


def _parse_proxy(proxy):
    """'scheme://user:password@host:port/' -> scheme, user, password, host:port"""
    scheme, rest = _splittype(proxy)
    if not rest.startswith('/'):
        scheme, authority = None, proxy
    else:
        if not rest.startswith('//'):
            raise ValueError('proxy URL with no authority: %r' % proxy)
        end = rest.find('/', rest.rfind('@') if '@' in rest else 2)
        authority = rest[2:end if end >= 0 else None]
    userinfo, host = _splituser(authority)
    user, password = _splitpasswd(userinfo) if userinfo is not None else (None, None)
    return scheme, user, password, host


class ProxyHandler(BaseHandler):
    """Sends requests to proxies, by default those of the environment."""

    handler_order = 100

    def __init__(self, proxies=None):
        if proxies is None:
            proxies = getproxies()
        assert hasattr(proxies, 'keys'), 'proxies must be a mapping'
        self.proxies = proxies
        for scheme, url in proxies.items():
            scheme = scheme.lower()
            setattr(self, '%s_open' % scheme, lambda r, proxy=url, type=scheme: self.proxy_open(r, proxy, type))

    def proxy_open(self, req, proxy, type):
        original = req.type
        scheme, user, password, host = _parse_proxy(proxy)
        if scheme is None:
            scheme = original
        if req.host and proxy_bypass(req.host):
            return None
        if user and password:
            secret = '%s:%s' % (unquote(user), unquote(password))
            req.add_header('Proxy-authorization', 'Basic ' + base64.b64encode(secret.encode()).decode('ascii'))
        req.set_proxy(unquote(host), scheme)
        if original == scheme or original == 'https':
            return None     # the handler of the scheme goes on
        return self.parent.open(req, timeout=req.timeout)


# Authentication.

class HTTPPasswordMgr:
    """Users and passwords by realm and URL."""

    def __init__(self):
        self.passwd = {}

    def add_password(self, realm, uri, user, passwd):
        if isinstance(uri, str):
            uri = [uri]
        domain = self.passwd.setdefault(realm, {})
        for with_port in (True, False):
            domain[tuple(self.reduce_uri(u, with_port) for u in uri)] = (user, passwd)

    def find_user_password(self, realm, authuri):
        for with_port in (True, False):
            wanted = self.reduce_uri(authuri, with_port)
            for uris, secret in self.passwd.get(realm, {}).items():
                if any(self.is_suburi(uri, wanted) for uri in uris):
                    return secret
        return None, None

    def reduce_uri(self, uri, default_port=True):
        parts = urlsplit(uri)
        if parts[1]:
            scheme, authority, path = parts[0], parts[1], parts[2] or '/'
        else:
            scheme, authority, path = None, uri, '/'
        host, port = _splitport(authority)
        if default_port and port is None and scheme is not None:
            usual = {'http': 80, 'https': 443}.get(scheme)
            if usual is not None:
                authority = '%s:%d' % (host, usual)
        return authority, path

    def is_suburi(self, base, test):
        if base == test:
            return True
        if base[0] != test[0]:
            return False
        prefix = base[1]
        if prefix[-1:] != '/':
            prefix += '/'
        return test[1].startswith(prefix)


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
    """Realm None stands for any."""

    def find_user_password(self, realm, authuri):
        user, password = HTTPPasswordMgr.find_user_password(self, realm, authuri)
        if user is not None:
            return user, password
        return HTTPPasswordMgr.find_user_password(self, None, authuri)


class HTTPPasswordMgrWithPriorAuth(HTTPPasswordMgrWithDefaultRealm):
    """Knows URLs to which the password is sent before the server asks."""

    def __init__(self):
        self.authenticated = {}
        super().__init__()

    def add_password(self, realm, uri, user, passwd, is_authenticated=False):
        self.update_authenticated(uri, is_authenticated)
        if realm is not None:
            super().add_password(None, uri, user, passwd)
        super().add_password(realm, uri, user, passwd)

    def update_authenticated(self, uri, is_authenticated=False):
        for u in [uri] if isinstance(uri, str) else uri:
            for with_port in (True, False):
                self.authenticated[self.reduce_uri(u, with_port)] = is_authenticated

    def is_authenticated(self, authuri):
        for with_port in (True, False):
            wanted = self.reduce_uri(authuri, with_port)
            for uri in self.authenticated:
                if self.is_suburi(uri, wanted):
                    return self.authenticated[uri]


class AbstractBasicAuthHandler:
    """Answers demands for basic authentication."""

    _challenge = re.compile('(?:^|,)[ \t]*([^ \t,]+)[ \t]+realm=(["\']?)([^"\']*)\\2', re.I)

    def __init__(self, password_mgr=None):
        if password_mgr is None:
            password_mgr = HTTPPasswordMgr()
        self.passwd = password_mgr
        self.add_password = self.passwd.add_password

    def http_error_auth_reqed(self, authreq, host, req, headers):
        challenges = headers.get_all(authreq)
        if not challenges:
            return
        unsupported = None
        for challenge in challenges:
            for scheme, _, realm in self._challenge.findall(challenge):
                if scheme.lower() == 'basic':
                    return self.retry_http_basic_auth(host, req, realm)
                unsupported = scheme
        if unsupported is not None:
            raise ValueError('AbstractBasicAuthHandler does not support the following scheme: %r' % (unsupported,))

    def retry_http_basic_auth(self, host, req, realm):
        user, password = self.passwd.find_user_password(realm, host)
        if password is None:
            return None
        value = 'Basic ' + base64.b64encode(f'{user}:{password}'.encode()).decode('ascii')
        if req.get_header(self.auth_header, None) == value:
            return None
        req.add_unredirected_header(self.auth_header, value)
        return self.parent.open(req, timeout=req.timeout)

    def http_request(self, req):
        if hasattr(self.passwd, 'is_authenticated') and self.passwd.is_authenticated(req.full_url):
            if not req.has_header('Authorization'):
                user, password = self.passwd.find_user_password(None, req.full_url)
                secret = base64.standard_b64encode(f'{user}:{password}'.encode()).decode()
                req.add_unredirected_header('Authorization', 'Basic ' + secret.strip())
        return req

    def http_response(self, req, response):
        if hasattr(self.passwd, 'is_authenticated'):
            self.passwd.update_authenticated(req.full_url, 200 <= response.code < 300)
        return response

    https_request = http_request
    https_response = http_response


class HTTPBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    auth_header = 'Authorization'

    def http_error_401(self, req, fp, code, msg, headers):
        return self.http_error_auth_reqed('www-authenticate', req.full_url, req, headers)


class ProxyBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    auth_header = 'Proxy-authorization'

    def http_error_407(self, req, fp, code, msg, headers):
        return self.http_error_auth_reqed('proxy-authenticate', req.host, req, headers)


class HTTPCookieProcessor(BaseHandler):
    """Lets a cookie jar see requests and responses."""

    def __init__(self, cookiejar=None):
        if cookiejar is None:
            import http.cookiejar
            cookiejar = http.cookiejar.CookieJar()
        self.cookiejar = cookiejar

    def http_request(self, request):
        self.cookiejar.add_cookie_header(request)
        return request

    def http_response(self, request, response):
        self.cookiejar.extract_cookies(response, request)
        return response

    https_request = http_request
    https_response = http_response


# HTTP.

class AbstractHTTPHandler(BaseHandler):
    """What http and https have in common."""

    def __init__(self, debuglevel=None):
        self._debuglevel = debuglevel if debuglevel is not None else http.client.HTTPConnection.debuglevel

    def set_http_debuglevel(self, level):
        self._debuglevel = level

    def do_request_(self, request):
        host = request.host
        if not host:
            raise URLError('no host given')
        if request.data is not None:
            data = request.data
            if isinstance(data, str):
                raise TypeError('POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.')
            if not request.has_header('Content-type'):
                request.add_unredirected_header('Content-type', 'application/x-www-form-urlencoded')
            if not request.has_header('Content-length') and not request.has_header('Transfer-encoding'):
                length = http.client.HTTPConnection._get_content_length(data, request.get_method())
                if length is not None:
                    request.add_unredirected_header('Content-length', str(length))
                else:
                    request.add_unredirected_header('Transfer-encoding', 'chunked')
        target = host
        if request.has_proxy():
            target = _splithost(_splittype(request.selector)[1])[0]
        if not request.has_header('Host'):
            request.add_unredirected_header('Host', target)
        for name, value in self.parent.addheaders:
            name = name.capitalize()
            if not request.has_header(name):
                request.add_unredirected_header(name, value)
        return request

    def do_open(self, http_class, req, **http_conn_args):
        """Send the request over a new connection; the response is the result."""
        if not req.host:
            raise URLError('no host given')
        connection = http_class(req.host, timeout=req.timeout, **http_conn_args)
        connection.set_debuglevel(self._debuglevel)
        headers = dict(req.unredirected_hdrs)
        headers.update({k: v for k, v in req.headers.items() if k not in headers})
        headers['Connection'] = 'close'
        headers = {name.title(): value for name, value in headers.items()}
        if req._tunnel_host:
            tunnel = {}
            if 'Proxy-Authorization' in headers:
                tunnel['Proxy-Authorization'] = headers.pop('Proxy-Authorization')
            connection.set_tunnel(req._tunnel_host, headers=tunnel)
        try:
            try:
                connection.request(req.get_method(), req.selector, req.data, headers,
                                   encode_chunked=req.has_header('Transfer-encoding'))
            except OSError as failure:
                raise URLError(failure)
            response = connection.getresponse()
        except:
            connection.close()
            raise
        # The response goes on reading from the socket, which nobody else needs.
        if connection.sock:
            connection.sock.close()
            connection.sock = None
        response.url = req.get_full_url()
        response.msg = response.reason
        return response


class HTTPHandler(AbstractHTTPHandler):
    def http_open(self, req):
        return self.do_open(http.client.HTTPConnection, req)

    http_request = AbstractHTTPHandler.do_request_


class HTTPSHandler(AbstractHTTPHandler):
    def __init__(self, debuglevel=None, context=None, check_hostname=None):
        super().__init__(debuglevel)
        self._context = context

    def https_open(self, req):
        return self.do_open(http.client.HTTPSConnection, req, context=self._context)

    https_request = AbstractHTTPHandler.do_request_


class UnknownHandler(BaseHandler):
    def unknown_open(self, req):
        raise URLError('unknown url type: %s' % req.type)


# Files and data.

def url2pathname(pathname):
    """The path of a file: URL as the system has it."""
    return unquote(pathname)


def pathname2url(pathname):
    """A path as it stands in a file: URL."""
    return quote(pathname)


class FileHandler(BaseHandler):
    """Opens files of this machine."""

    names = None

    def file_open(self, req):
        url = req.selector
        if url[:2] == '//' and url[2:3] != '/' and (req.host and req.host != 'localhost'):
            if req.host not in self.get_names():
                raise URLError('file:// scheme is supported only on localhost')
        return self.open_local_file(req)

    def get_names(self):
        """The addresses of this machine."""
        if FileHandler.names is None:
            try:
                FileHandler.names = tuple(socket.gethostbyname_ex('localhost')[2] + socket.gethostbyname_ex(socket.gethostname())[2])
            except socket.gaierror:
                FileHandler.names = (socket.gethostbyname('localhost'),)
        return FileHandler.names

    def open_local_file(self, req):
        import email.utils
        import mimetypes
        host = req.host
        path = url2pathname(req.selector)
        try:
            info = os.stat(path)
            modified = email.utils.formatdate(info.st_mtime, usegmt=True)
            kind = mimetypes.guess_type(path)[0]
            headers = email.message_from_string('Content-type: %s\nContent-length: %d\nLast-modified: %s\n'
                                                % (kind or 'text/plain', info.st_size, modified))
            if host:
                host, port = _splitport(host)
            if not host or (not port and _is_local(host, self.get_names)):
                return addinfourl(open(path, 'rb'), headers, 'file://' + (host or '') + req.selector)
        except OSError as failure:
            raise URLError(failure)
        raise URLError('file not on local host')


def _is_local(host, names):
    if host == 'localhost':
        return True
    try:
        return socket.gethostbyname(host) in names()
    except OSError:
        return False


class DataHandler(BaseHandler):
    """data: URLs (RFC 2397)."""

    def data_open(self, req):
        scheme, data = req.full_url.split(':', 1)
        kind, data = data.split(',', 1)
        data = unquote_to_bytes(data)
        if kind.endswith(';base64'):
            data = base64.decodebytes(data)
            kind = kind[:-7]
        if not kind:
            kind = 'text/plain;charset=US-ASCII'
        headers = email.message_from_string('Content-type: %s\nContent-length: %d\n' % (kind, len(data)))
        return addinfourl(io.BytesIO(data), headers, req.full_url)


from urllib._digest_auth import AbstractDigestAuthHandler, HTTPDigestAuthHandler, ProxyDigestAuthHandler
