"""Cookies on the server's side: headers read and written (RFC 2109)."""

import re
import string
import types

__all__ = ['CookieError', 'BaseCookie', 'SimpleCookie']

_LEGAL = string.ascii_letters + string.digits + "!#$%&'*+-.^_`|~:"
_legal_key = re.compile('[%s]+' % re.escape(_LEGAL)).fullmatch
_WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
_MONTHS = [None, 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

# What stands in quotes is written with a backslash, or with one and three octal digits.
_ESCAPES = {n: '\\%03o' % n for n in set(range(256)) - set(map(ord, _LEGAL + ' ()/<=>?@[]{}'))}
_ESCAPES.update({ord('"'): '\\"', ord('\\'): '\\\\'})
_escaped = re.compile(r'\\(?:([0-3][0-7][0-7])|(.))')


class CookieError(Exception):
    """A cookie that cannot be."""


def _quote(text):
    if text is None or _legal_key(text):
        return text
    return '"' + text.translate(_ESCAPES) + '"'


def _unquote(text):
    if text is None or len(text) < 2 or text[0] != '"' or text[-1] != '"':
        return text
    return _escaped.sub(lambda found: chr(int(found[1], 8)) if found[1] else found[2], text[1:-1])


def _getdate(future=0):
    """A date some seconds from now."""
    import time
    year, month, day, hour, minute, second, weekday = time.gmtime(time.time() + future)[:7]
    return '%s, %02d %3s %4d %02d:%02d:%02d GMT' % (_WEEKDAYS[weekday], day, _MONTHS[month], year, hour, minute, second)


class Morsel(dict):
    """One cookie: key, value, coded_value, and its attributes as a dictionary."""

    _reserved = {'expires': 'expires', 'path': 'Path', 'comment': 'Comment', 'domain': 'Domain', 'max-age': 'Max-Age',
                 'secure': 'Secure', 'httponly': 'HttpOnly', 'version': 'Version', 'samesite': 'SameSite'}
    _flags = {'secure', 'httponly'}

    def __init__(self):
        self._key = self._value = self._coded_value = None
        for name in self._reserved:
            dict.__setitem__(self, name, '')

    key = property(lambda self: self._key)
    value = property(lambda self: self._value)
    coded_value = property(lambda self: self._coded_value)

    def __setitem__(self, K, V):
        K = K.lower()
        if K not in self._reserved:
            raise CookieError('Invalid attribute %r' % (K,))
        dict.__setitem__(self, K, V)

    def setdefault(self, key, val=None):
        key = key.lower()
        if key not in self._reserved:
            raise CookieError('Invalid attribute %r' % (key,))
        return dict.setdefault(self, key, val)

    def __eq__(self, morsel):
        if not isinstance(morsel, Morsel):
            return NotImplemented
        return (dict.__eq__(self, morsel) and self._value == morsel._value and self._key == morsel._key
                and self._coded_value == morsel._coded_value)

    __ne__ = object.__ne__

    def copy(self):
        other = Morsel()
        dict.update(other, self)
        other.__dict__.update(self.__dict__)
        return other

    def update(self, values):
        checked = {}
        for key, val in dict(values).items():
            key = key.lower()
            if key not in self._reserved:
                raise CookieError('Invalid attribute %r' % (key,))
            checked[key] = val
        dict.update(self, checked)

    def isReservedKey(self, K):
        """Is it the name of an attribute?"""
        return K.lower() in self._reserved

    def set(self, key, val, coded_val):
        """Set the key, the value and how it is written."""
        if key.lower() in self._reserved:
            raise CookieError('Attempt to set a reserved key %r' % (key,))
        if not _legal_key(key):
            raise CookieError('Illegal key %r' % (key,))
        self._key = key
        self._value = val
        self._coded_value = coded_val

    def __getstate__(self):
        return {'key': self._key, 'value': self._value, 'coded_value': self._coded_value}

    def __setstate__(self, state):
        self._key = state['key']
        self._value = state['value']
        self._coded_value = state['coded_value']

    def output(self, attrs=None, header='Set-Cookie:'):
        """The header."""
        return '%s %s' % (header, self.OutputString(attrs))

    __str__ = output

    def __repr__(self):
        return '<%s: %s>' % (self.__class__.__name__, self.OutputString())

    def js_output(self, attrs=None):
        """A script that sets the cookie."""
        return """
        <script type="text/javascript">
        <!-- begin hiding
        document.cookie = \"%s\";
        // end hiding -->
        </script>
        """ % self.OutputString(attrs).replace('"', r'\"')

    def OutputString(self, attrs=None):
        """The cookie without the header's name."""
        parts = ['%s=%s' % (self.key, self.coded_value)]
        if attrs is None:
            attrs = self._reserved
        for key, value in sorted(self.items()):
            if value == '' or key not in attrs:
                continue
            name = self._reserved[key]
            if key == 'expires' and isinstance(value, int):
                parts.append('%s=%s' % (name, _getdate(value)))
            elif key == 'max-age' and isinstance(value, int):
                parts.append('%s=%d' % (name, value))
            elif key == 'comment' and isinstance(value, str):
                parts.append('%s=%s' % (name, _quote(value)))
            elif key in self._flags:
                if value:
                    parts.append(name)
            else:
                parts.append('%s=%s' % (name, value))
        return '; '.join(parts)

    __class_getitem__ = classmethod(types.GenericAlias)


_KEY = r"\w\d!#%&'~_`><@,:/\$\*\+\-\.\^\|\)\(\?\}\{\="
_pattern = re.compile(
    r'\s*(?P<key>[' + _KEY + r']+?)'
    r'(\s*=\s*(?P<val>"(?:[^\\"]|\\.)*"|\w{3},\s[\w\d\s-]{9,11}\s[\d:]{8}\sGMT|[' + _KEY + r'\[\]]*))?'
    r'\s*(\s+|;|$)', re.ASCII)


class BaseCookie(dict):
    """A dictionary of Morsels. Subclasses say how values are written."""

    def value_decode(self, val):
        """The value and the text of a text that was received."""
        return val, val

    def value_encode(self, val):
        """The value and the text of a value to send."""
        text = str(val)
        return text, text

    def __init__(self, input=None):
        if input:
            self.load(input)

    def __set(self, key, real_value, coded_value):
        morsel = self.get(key, Morsel())
        morsel.set(key, real_value, coded_value)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
        else:
            self.__set(key, *self.value_encode(value))

    def output(self, attrs=None, header='Set-Cookie:', sep='\015\012'):
        """The headers, in order of their keys."""
        return sep.join([morsel.output(attrs, header) for _, morsel in sorted(self.items())])

    __str__ = output

    def __repr__(self):
        shown = ['%s=%s' % (key, repr(morsel.value)) for key, morsel in sorted(self.items())]
        return '<%s: %s>' % (self.__class__.__name__, ' '.join(shown))

    def js_output(self, attrs=None):
        """Scripts that set the cookies."""
        return ''.join([morsel.js_output(attrs) for _, morsel in sorted(self.items())])

    def load(self, rawdata):
        """Take cookies from the text of a header or from a mapping."""
        if isinstance(rawdata, str):
            self.__parse_string(rawdata)
        else:
            for key, value in rawdata.items():
                self[key] = value

    def __parse_string(self, text):
        i, n = 0, len(text)
        found = []
        seen = False
        while 0 <= i < n:
            match = _pattern.match(text, i)
            if not match:
                break
            key, value = match['key'], match['val']
            i = match.end(0)
            if key[0] == '$':
                if not seen:
                    continue        # about the header as a whole
                found.append((True, key[1:], value))
            elif key.lower() in Morsel._reserved:
                if not seen:
                    return          # invalid: nothing is taken
                if value is None:
                    if key.lower() not in Morsel._flags:
                        return
                    found.append((True, key, True))
                else:
                    found.append((True, key, _unquote(value)))
            elif value is not None:
                found.append((False, key, self.value_decode(value)))
                seen = True
            else:
                return
        morsel = None
        for is_attribute, key, value in found:
            if is_attribute:
                morsel[key] = value
            else:
                self.__set(key, *value)
                morsel = self[key]


class SimpleCookie(BaseCookie):
    """Values are str; what is not plain is quoted."""

    def value_decode(self, val):
        return _unquote(val), val

    def value_encode(self, val):
        text = str(val)
        return text, _quote(text)
