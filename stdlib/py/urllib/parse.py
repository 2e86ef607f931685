"""URLs taken apart, put together and joined (RFC 3986), and the codings of their parts.

Every function takes str or, if all its arguments are ASCII, bytes, and answers in kind.
"""

import functools
import math
import re
import types
import unicodedata
import warnings
from collections import namedtuple

__all__ = ['urlparse', 'urlunparse', 'urljoin', 'urldefrag', 'urlsplit', 'urlunsplit', 'urlencode', 'parse_qs',
           'parse_qsl', 'quote', 'quote_plus', 'quote_from_bytes', 'unquote', 'unquote_plus', 'unquote_to_bytes',
           'DefragResult', 'ParseResult', 'SplitResult', 'DefragResultBytes', 'ParseResultBytes', 'SplitResultBytes']

# Schemes by what their URLs have: a path that may be relative, a host, parameters.
uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms', 'prospero', 'rtsp',
                 'rtsps', 'rtspu', 'sftp', 'svn', 'svn+ssh', 'ws', 'wss']
uses_netloc = ['', 'ftp', 'http', 'gopher', 'nntp', 'telnet', 'imap', 'wais', 'file', 'mms', 'https', 'shttp', 'snews',
               'prospero', 'rtsp', 'rtsps', 'rtspu', 'rsync', 'svn', 'svn+ssh', 'sftp', 'nfs', 'git', 'git+ssh', 'ws',
               'wss', 'itms-services']
uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtsps', 'rtspu', 'sip', 'sips',
               'mms', 'sftp', 'tel']
non_hierarchical = ['gopher', 'hdl', 'mailto', 'news', 'telnet', 'wais', 'imap', 'snews', 'sip', 'sips']
uses_query = ['', 'http', 'wais', 'imap', 'https', 'shttp', 'mms', 'gopher', 'rtsp', 'rtsps', 'rtspu', 'sip', 'sips']
uses_fragment = ['', 'ftp', 'hdl', 'http', 'gopher', 'news', 'nntp', 'wais', 'https', 'shttp', 'snews', 'file', 'prospero']

scheme_chars = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.'

_CONTROL_AND_SPACE = ''.join(map(chr, range(33)))
_DROPPED = ['\t', '\r', '\n']


def clear_cache():
    """Forget the results of urlsplit that are kept."""
    urlsplit.cache_clear()


# Bytes are taken in as ASCII text, and given back as such.

def _same(result):
    return result


def _encoded(result):
    return result.encode('ascii', 'strict')


def _coerce_args(*args):
    """The arguments as str, then a function that turns the result back into their kind."""
    is_text = isinstance(args[0], str)
    for arg in args[1:]:
        if arg and isinstance(arg, str) != is_text:
            raise TypeError('Cannot mix str and non-str arguments')
    if is_text:
        return args + (_same,)
    return tuple([arg.decode('ascii', 'strict') if arg else '' for arg in args]) + (_encoded,)


class _ResultMixinStr:
    """A result made of str."""

    __slots__ = ()

    def encode(self, encoding='ascii', errors='strict'):
        return self._encoded_counterpart(*(part.encode(encoding, errors) for part in self))


class _ResultMixinBytes:
    """A result made of bytes."""

    __slots__ = ()

    def decode(self, encoding='ascii', errors='strict'):
        return self._decoded_counterpart(*(part.decode(encoding, errors) for part in self))


class _NetlocResultMixinBase:
    """What the network location is made of."""

    __slots__ = ()

    @property
    def username(self):
        return self._userinfo[0]

    @property
    def password(self):
        return self._userinfo[1]

    @property
    def hostname(self):
        name = self._hostinfo[0]
        if not name:
            return None
        # A zone behind % keeps its case.
        percent = '%' if isinstance(name, str) else b'%'
        name, percent, zone = name.partition(percent)
        return name.lower() + percent + zone

    @property
    def port(self):
        port = self._hostinfo[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f'Port could not be cast to integer value as {port!r}')
        port = int(port)
        if not 0 <= port <= 65535:
            raise ValueError('Port out of range 0-65535')
        return port

    __class_getitem__ = classmethod(types.GenericAlias)

    def _split_netloc(self, at, colon, opening, closing):
        userinfo, has_user, hostinfo = self.netloc.rpartition(at)
        user = password = None
        if has_user:
            user, has_password, password = userinfo.partition(colon)
            if not has_password:
                password = None
        _, has_bracket, bracketed = hostinfo.partition(opening)
        if has_bracket:
            host, _, port = bracketed.partition(closing)
            _, _, port = port.partition(colon)
        else:
            host, _, port = hostinfo.partition(colon)
        return user, password, host, port or None


class _NetlocResultMixinStr(_NetlocResultMixinBase, _ResultMixinStr):
    __slots__ = ()

    @property
    def _userinfo(self):
        return self._split_netloc('@', ':', '[', ']')[:2]

    @property
    def _hostinfo(self):
        return self._split_netloc('@', ':', '[', ']')[2:]


class _NetlocResultMixinBytes(_NetlocResultMixinBase, _ResultMixinBytes):
    __slots__ = ()

    @property
    def _userinfo(self):
        return self._split_netloc(b'@', b':', b'[', b']')[:2]

    @property
    def _hostinfo(self):
        return self._split_netloc(b'@', b':', b'[', b']')[2:]


_DefragResultBase = namedtuple('_DefragResultBase', 'url fragment')
_SplitResultBase = namedtuple('_SplitResultBase', 'scheme netloc path query fragment')
_ParseResultBase = namedtuple('_ParseResultBase', 'scheme netloc path params query fragment')

class DefragResult(_DefragResultBase, _ResultMixinStr):
    """A URL and the fragment it had."""

    __slots__ = ()

    def geturl(self):
        return self.url + '#' + self.fragment if self.fragment else self.url


ResultBase = _NetlocResultMixinStr


class SplitResult(_SplitResultBase, _NetlocResultMixinStr):
    """A URL in five parts: scheme, netloc, path, query, fragment."""

    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_ParseResultBase, _NetlocResultMixinStr):
    """A URL in six parts: scheme, netloc, path, params, query, fragment."""

    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResultBytes(_DefragResultBase, _ResultMixinBytes):
    """A URL and the fragment it had, as bytes."""

    __slots__ = ()

    def geturl(self):
        return self.url + b'#' + self.fragment if self.fragment else self.url


class SplitResultBytes(_SplitResultBase, _NetlocResultMixinBytes):
    """The parts of a URL, as bytes."""

    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResultBytes(_ParseResultBase, _NetlocResultMixinBytes):
    """The parts of a URL with parameters, as bytes."""

    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


for _text, _bytes in ((DefragResult, DefragResultBytes), (SplitResult, SplitResultBytes), (ParseResult, ParseResultBytes)):
    _text._encoded_counterpart = _bytes
    _bytes._decoded_counterpart = _text
del _text, _bytes


# Taking apart.

def urlparse(url, scheme='', allow_fragments=True):
    """The six parts of <scheme>://<netloc>/<path>;<params>?<query>#<fragment>, a ParseResult. Nothing is decoded."""
    url, scheme, back = _coerce_args(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ''
    if scheme in uses_params and ';' in path:
        path, params = _splitparams(path)
    return back(ParseResult(scheme, netloc, path, params, query, fragment))


def _splitparams(path):
    """A path without the parameters of its last segment, and these."""
    at = path.find(';', path.rfind('/') + 1 if '/' in path else 0)
    return (path, '') if at < 0 else (path[:at], path[at + 1:])


def _splitnetloc(url, start=0):
    """Up to the first of /?#, and the rest."""
    end = min([at for at in (url.find(c, start) for c in '/?#') if at >= 0], default=len(url))
    return url[start:end], url[end:]


def _checknetloc(netloc):
    """Letters that a normal form turns into separators could fool whoever reads the URL."""
    if not netloc or netloc.isascii():
        return
    plain = netloc
    for c in '@:#?':
        plain = plain.replace(c, '')
    normal = unicodedata.normalize('NFKC', plain)
    if plain == normal:
        return
    for c in '/?#@:':
        if c in normal:
            raise ValueError("netloc '" + netloc + "' contains invalid " + 'characters under NFKC normalization')


def _check_bracketed_host(host):
    """What stands between brackets is an IPv6 address or one of a kind to come."""
    if host.startswith('v'):
        if not re.match(r'\Av[a-fA-F0-9]+\..+\Z', host):
            raise ValueError('IPvFuture address is invalid')
    else:
        import ipaddress
        if isinstance(ipaddress.ip_address(host), ipaddress.IPv4Address):
            raise ValueError('An IPv4 address cannot be in brackets')


@functools.lru_cache(typed=True)
def urlsplit(url, scheme='', allow_fragments=True):
    """The five parts of <scheme>://<netloc>/<path>?<query>#<fragment>, a SplitResult. Nothing is decoded."""
    url, scheme, back = _coerce_args(url, scheme)
    url = url.lstrip(_CONTROL_AND_SPACE)
    scheme = scheme.strip(_CONTROL_AND_SPACE)
    for c in _DROPPED:
        url = url.replace(c, '')
        scheme = scheme.replace(c, '')
    allow_fragments = bool(allow_fragments)
    netloc = query = fragment = ''
    colon = url.find(':')
    if colon > 0 and url[0].isascii() and url[0].isalpha() and all(c in scheme_chars for c in url[:colon]):
        scheme, url = url[:colon].lower(), url[colon + 1:]
    if url[:2] == '//':
        netloc, url = _splitnetloc(url, 2)
        if ('[' in netloc) != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')
        if '[' in netloc:
            _check_bracketed_host(netloc.partition('[')[2].partition(']')[0])
    if allow_fragments and '#' in url:
        url, fragment = url.split('#', 1)
    if '?' in url:
        url, query = url.split('?', 1)
    _checknetloc(netloc)
    return back(SplitResult(scheme, netloc, url, query, fragment))


# Putting together.

def urlunparse(components):
    """The URL of six parts. It may differ from the one they came from in empty queries and the like."""
    scheme, netloc, url, params, query, fragment, back = _coerce_args(*components)
    if params:
        url = f'{url};{params}'
    return back(urlunsplit((scheme, netloc, url, query, fragment)))


def urlunsplit(components):
    """The URL of five parts."""
    scheme, netloc, url, query, fragment, back = _coerce_args(*components)
    if netloc or (scheme and scheme in uses_netloc and url[:2] != '//'):
        if url and url[:1] != '/':
            url = '/' + url
        url = '//' + netloc + url
    if scheme:
        url = scheme + ':' + url
    if query:
        url = url + '?' + query
    if fragment:
        url = url + '#' + fragment
    return back(url)


def urljoin(base, url, allow_fragments=True):
    """What a possibly relative URL found in the document at base means."""
    if not base:
        return url
    if not url:
        return base
    base, url, back = _coerce_args(base, url)
    base_scheme, base_netloc, base_path, base_params, base_query, base_fragment = urlparse(base, '', allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, base_scheme, allow_fragments)
    if scheme != base_scheme or scheme not in uses_relative:
        return back(url)
    if scheme in uses_netloc:
        if netloc:
            return back(urlunparse((scheme, netloc, path, params, query, fragment)))
        netloc = base_netloc
    if not path and not params:
        path = base_path
        params = base_params
        if not query:
            query = base_query
        return back(urlunparse((scheme, netloc, path, params, query, fragment)))

    base_parts = base_path.split('/')
    if base_parts[-1] != '':
        del base_parts[-1]      # the document itself; a folder stays
    if path[:1] == '/':
        segments = path.split('/')
    else:
        segments = base_parts + path.split('/')
        # empty segments in the middle say nothing
        segments[1:-1] = filter(None, segments[1:-1])
    resolved = []
    for segment in segments:
        if segment == '..':
            if resolved:
                resolved.pop()
        elif segment != '.':
            resolved.append(segment)
    if segments[-1] in ('.', '..'):
        resolved.append('')
    return back(urlunparse((scheme, netloc, '/'.join(resolved) or '/', params, query, fragment)))


def urldefrag(url):
    """A URL without its fragment, and the fragment: a DefragResult."""
    url, back = _coerce_args(url)
    if '#' in url:
        scheme, netloc, path, params, query, fragment = urlparse(url)
        without = urlunparse((scheme, netloc, path, params, query, ''))
    else:
        without = url
        fragment = ''
    return back(DefragResult(without, fragment))


# Codings.

_HEX = '0123456789ABCDEFabcdef'
_BYTE_OF = {(a + b).encode(): bytes.fromhex(a + b) for a in _HEX for b in _HEX}


def unquote_to_bytes(string):
    """The bytes with each %xx replaced by the byte that it names; a str is UTF-8 first."""
    return bytes(_unquoted(string))


def _unquoted(string):
    if not string:
        string.split        # an error for what is no text
        return b''
    if isinstance(string, str):
        string = string.encode('utf-8')
    parts = string.split(b'%')
    if len(parts) == 1:
        return string
    result = bytearray(parts[0])
    for part in parts[1:]:
        byte = _BYTE_OF.get(part[:2])
        if byte is None:
            result += b'%' + part
        else:
            result += byte + part[2:]
    return result


_ascii_runs = re.compile('([\x00-\x7f]+)')


def unquote(string, encoding='utf-8', errors='replace'):
    """The text with runs of %xx replaced by the characters that their bytes are in an encoding."""
    if isinstance(string, bytes):
        return _unquoted(string).decode(encoding, errors)
    if '%' not in string:
        string.split
        return string
    if encoding is None:
        encoding = 'utf-8'
    if errors is None:
        errors = 'replace'
    pieces = _ascii_runs.split(string)
    for i in range(1, len(pieces), 2):
        pieces[i] = _unquoted(pieces[i]).decode(encoding, errors)
    return ''.join(pieces)


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None,
             separator='&'):
    """A query as a dictionary of names to lists of values. Values that are blank are left out unless
    keep_blank_values; strict_parsing makes other errors ValueErrors."""
    result = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding=encoding, errors=errors,
                                 max_num_fields=max_num_fields, separator=separator):
        result.setdefault(name, []).append(value)
    return result


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None,
              separator='&'):
    """A query as a list of pairs (name, value), as parse_qs."""
    qs, back = _coerce_args(qs)
    separator, _ = _coerce_args(separator)
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError('Separator must be of type string or bytes.')
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator) if qs else False:
        raise ValueError('Max number of fields exceeded')
    pairs = []
    for field in qs.split(separator) if qs else ():
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition('=')
        if not equals:
            if strict_parsing:
                raise ValueError('bad query field: %r' % (field,))
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            name, value = [unquote(part.replace('+', ' '), encoding=encoding, errors=errors) for part in (name, value)]
            pairs.append((back(name), back(value)))
    return pairs


def unquote_plus(string, encoding='utf-8', errors='replace'):
    """As unquote, and + is a space, as in queries."""
    return unquote(string.replace('+', ' '), encoding, errors)


_ALWAYS_SAFE = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')
_ALWAYS_SAFE_BYTES = bytes(_ALWAYS_SAFE)


class _Quoter(dict):
    """What a byte is written as, worked out when it is first met."""

    def __init__(self, safe):
        self.safe = _ALWAYS_SAFE.union(safe)

    def __repr__(self):
        return f'<Quoter {dict(self)!r}>'

    def __missing__(self, byte):
        text = self[byte] = chr(byte) if byte in self.safe else '%{:02X}'.format(byte)
        return text


@functools.lru_cache
def _quoter(safe):
    return _Quoter(safe).__getitem__


def quote(string, safe='/', encoding=None, errors=None):
    """The text with what does not belong into a part of a URL written as %xx. Letters, digits and _.-~
    stay, and the characters in safe.
    """
    if not isinstance(string, str):
        if encoding is not None:
            raise TypeError("quote() doesn't support 'encoding' for bytes")
        if errors is not None:
            raise TypeError("quote() doesn't support 'errors' for bytes")
        return quote_from_bytes(string, safe)
    if not string:
        return string
    raw = string.encode('utf-8' if encoding is None else encoding, 'strict' if errors is None else errors)
    return quote_from_bytes(raw, safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    """As quote, but spaces become +, as in queries, and / is quoted."""
    if (isinstance(string, str) and ' ' not in string) or (isinstance(string, bytes) and b' ' not in string):
        return quote(string, safe, encoding, errors)
    space = ' ' if isinstance(safe, str) else b' '
    return quote(string, safe + space, encoding, errors).replace(' ', '+')


def quote_from_bytes(bs, safe='/'):
    """As quote, for bytes: quote_from_bytes(b'abc def\\x3f') -> 'abc%20def%3f'."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    if not bs:
        return ''
    if isinstance(safe, str):
        safe = safe.encode('ascii', 'ignore')
    else:
        safe = bytes([c for c in safe if c < 128])
    if not bs.rstrip(_ALWAYS_SAFE_BYTES + safe):
        return bs.decode()
    return ''.join(map(_quoter(safe), bs))


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    """A mapping or a sequence of pairs as the query of a URL. With doseq, values that are sequences give a field for each
    of their items."""
    if hasattr(query, 'items'):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError as failure:
            raise TypeError('not a valid non-string sequence or mapping object') from failure

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(value if isinstance(value, str) else str(value), safe, encoding, errors)

    fields = []
    for name, value in query:
        name = quoted(name)
        if doseq and not isinstance(value, (str, bytes)):
            try:
                len(value)
            except TypeError:
                fields.append(name + '=' + quoted(value))
            else:
                for item in value:
                    fields.append(name + '=' + quoted(item))
        else:
            fields.append(name + '=' + quoted(value))
    return '&'.join(fields)


# What other modules of the package use.

def unwrap(url):
    """'<URL:type://host/path>' without what is around the URL."""
    url = str(url).strip()
    if url[:1] == '<' and url[-1:] == '>':
        url = url[1:-1].strip()
    if url[:4] == 'URL:':
        url = url[4:].strip()
    return url


def _to_bytes(url):
    if isinstance(url, str):
        try:
            url = url.encode('ASCII').decode()
        except UnicodeError:
            raise UnicodeError('URL ' + repr(url) + ' contains non-ASCII characters')
    return url


def _splittype(url):
    """'type:opaque' -> 'type', 'opaque'"""
    found = re.match('([^/:]+):(.*)', url, re.DOTALL)
    return (found[1].lower(), found[2]) if found else (None, url)


def _splithost(url):
    """The authority behind two slashes, and the rest; None if there is none."""
    found = re.match('//([^/#?]*)(.*)', url, re.DOTALL)
    if not found:
        return None, url
    host, path = found.groups()
    return host, '/' + path if path and path[0] != '/' else path


def _splituser(host):
    """What stands before the last '@', and the rest."""
    user, at, host = host.rpartition('@')
    return (user if at else None), host


def _splitpasswd(user):
    """What stands before and behind the first ':', None for no password."""
    user, colon, password = user.partition(':')
    return user, (password if colon else None)


def _splitport(host):
    """The host, and the digits behind its last ':' or None."""
    found = re.fullmatch('(.*):([0-9]*)', host, re.DOTALL)
    if found:
        return found[1], found[2] or None
    return host, None


def _splitattr(url):
    """'/path;attr1=value1' -> '/path', ['attr1=value1']"""
    words = url.split(';')
    return words[0], words[1:]


def _splittag(url):
    """What stands before and behind the last '#'."""
    path, sharp, tag = url.rpartition('#')
    return (path, tag) if sharp else (url, None)


def _splitquery(url):
    """What stands before and behind the last '?'."""
    path, mark, query = url.rpartition('?')
    return (path, query) if mark else (url, None)


def _splitnport(host, defport=-1):
    """'host:port' -> 'host', port as a number; defport if there is none, None if it is no number"""
    name, colon, port = host.rpartition(':')
    if not colon:
        return host, defport
    if not port:
        return name, defport
    return name, int(port) if port.isdigit() and port.isascii() else None


def _splitvalue(attr):
    """What stands before and behind the first '='."""
    name, equals, value = attr.partition('=')
    return name, (value if equals else None)


# Some of these had public names once.
_DEPRECATED = {'splittype': 'urlparse', 'splithost': 'urlparse', 'splituser': 'urlparse', 'splitpasswd': 'urlparse',
               'splitport': 'urlparse', 'splitnport': 'urlparse', 'splitquery': 'urlparse', 'splittag': 'urlparse',
               'splitattr': 'urlparse', 'splitvalue': 'parse_qsl', 'to_bytes': None}


def __getattr__(name):
    if name == 'Quoter':
        warnings.warn('Deprecated in 3.11. urllib.parse.Quoter will be removed in Python 3.14. It was not intended to be a '
                      'public API.', DeprecationWarning, stacklevel=2)
        return _Quoter
    if name not in _DEPRECATED:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    instead = _DEPRECATED[name]
    text = f'urllib.parse.{name}() is deprecated as of 3.8' + (f', use urllib.parse.{instead}() instead' if instead else '')

    def deprecated(*args, **kwargs):
        warnings.warn(text, DeprecationWarning, stacklevel=2)
        return globals()['_' + name](*args, **kwargs)

    deprecated.__name__ = deprecated.__qualname__ = name
    return deprecated
