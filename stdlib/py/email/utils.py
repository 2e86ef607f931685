"""Small things around messages: addresses, dates, message ids, parameters in other character sets."""

__all__ = ['collapse_rfc2231_value', 'decode_params', 'decode_rfc2231', 'encode_rfc2231', 'formataddr', 'formatdate',
           'format_datetime', 'getaddresses', 'make_msgid', 'mktime_tz', 'parseaddr', 'parsedate', 'parsedate_tz',
           'parsedate_to_datetime', 'unquote', 'localtime']

import datetime
import re
import time

COMMASPACE = ', '
EMPTYSTRING = ''
UEMPTYSTRING = ''
CRLF = '\r\n'
TICK = "'"

_SPECIALS = re.compile(r'[][\\()<>@,:;".]')
_TO_ESCAPE = re.compile(r'[\\"]')
_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
_MONTH_NAMES = [name.lower() for name in _MONTHS] + ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august',
                                                     'september', 'october', 'november', 'december']
_DAY_NAMES = [name.lower() for name in _DAYS]
_ZONES = {'UT': 0, 'UTC': 0, 'GMT': 0, 'Z': 0, 'AST': -400, 'ADT': -300, 'EST': -500, 'EDT': -400, 'CST': -600,
          'CDT': -500, 'MST': -700, 'MDT': -600, 'PST': -800, 'PDT': -700}


# Addresses.

def quote(str):
    """A text for inside a quoted string: backslashes before backslashes and quotes."""
    return str.replace('\\', '\\\\').replace('"', '\\"')


def unquote(str):
    """The text without its quotes or angle brackets."""
    if len(str) > 1:
        if str.startswith('"') and str.endswith('"'):
            return str[1:-1].replace('\\\\', '\\').replace('\\"', '"')
        if str.startswith('<') and str.endswith('>'):
            return str[1:-1]
    return str


def formataddr(pair, charset='utf-8'):
    """The opposite of parseaddr: 'name <address>' or the address alone."""
    name, address = pair
    address.encode('ascii')
    if not name:
        return address
    try:
        name.encode('ascii')
    except UnicodeEncodeError:
        if isinstance(charset, str):
            from email.charset import Charset
            charset = Charset(charset)
        return '%s <%s>' % (charset.header_encode(name), address)
    quotes = '"' if _SPECIALS.search(name) else ''
    return '%s%s%s <%s>' % (quotes, _TO_ESCAPE.sub(r'\\\g<0>', name), quotes, address)


class _AddressReader:
    """Reads a list of addresses (RFC 5322, with what is obsolete): self.text from self.at on."""

    def __init__(self, text):
        self.text = text
        self.at = 0
        self.comments = []

    def skip(self):
        """Over white space and comments."""
        while self.at < len(self.text):
            c = self.text[self.at]
            if c == '(':
                self.comments.append(self.comment())
            elif c in ' \t\r\n':
                self.at += 1
            else:
                break

    def comment(self):
        depth = 0
        words = []
        while self.at < len(self.text):
            c = self.text[self.at]
            self.at += 1
            if c == '\\' and self.at < len(self.text):
                words.append(self.text[self.at])
                self.at += 1
                continue
            if c == '(':
                depth += 1
                if depth == 1:
                    continue
            elif c == ')':
                depth -= 1
                if depth == 0:
                    break
            words.append(c)
        return ''.join(words)

    def quoted(self):
        words = []
        self.at += 1
        while self.at < len(self.text):
            c = self.text[self.at]
            self.at += 1
            if c == '"':
                break
            if c == '\\' and self.at < len(self.text):
                c = self.text[self.at]
                self.at += 1
            words.append(c)
        return ''.join(words)

    def atom(self, stops):
        start = self.at
        while self.at < len(self.text) and self.text[self.at] not in stops:
            self.at += 1
        return self.text[start:self.at]

    def phrase(self):
        """Words up to a special character; self.raw has them as an address needs them."""
        words = []
        self.raw = []
        while True:
            self.skip()
            if self.at >= len(self.text):
                break
            c = self.text[self.at]
            if c == '"':
                words.append(self.quoted())
                self.raw.append('"%s"' % quote(words[-1]))
            elif c in '<>@,:;':
                break
            elif c in '[]\\)':
                self.at += 1
            else:
                words.append(self.atom('()<>@,:;"[]\\ \t\r\n'))
                self.raw.append(words[-1])
        return words

    def spec(self, first):
        """local@domain after the words that were read already."""
        local = ' '.join(first)
        self.skip()
        if self.at >= len(self.text) or self.text[self.at] != '@':
            return local
        self.at += 1
        domain = []
        while True:
            self.skip()
            if self.at >= len(self.text):
                break
            c = self.text[self.at]
            if c == '[':
                end = self.text.find(']', self.at)
                end = len(self.text) if end < 0 else end + 1
                domain.append(self.text[self.at:end])
                self.at = end
            elif c == '@':
                return ''
            elif c in '<>,:;")\\]':
                break
            else:
                domain.append(self.atom('()<>@,:;"[]\\ \t\r\n'))
        return local + '@' + ''.join(domain) if domain else ''

    def address(self):
        """The addresses of one item: a mailbox, or a group with several."""
        self.comments = []
        words = self.phrase()
        following = self.text[self.at:self.at + 1]
        if following == '<':
            self.at += 1
            self.skip()
            inner = self.phrase()
            while self.text[self.at:self.at + 1] in ('@', ':') and not inner and self.text[self.at:self.at + 1]:
                # an old route: <@relay:user@host>
                end = self.text.find(':', self.at)
                if end < 0:
                    break
                self.at = end + 1
                inner = self.phrase()
            address = self.spec(self.raw)
            end = self.text.find('>', self.at)
            self.at = len(self.text) if end < 0 else end + 1
            self.skip()
            name = ' '.join(words)
            if self.comments:
                name += (' (' if name else '(') + ' '.join(self.comments) + ')'
            return [(name, address)]
        if following == '@':
            address = self.spec(self.raw)
            self.skip()
            return [(' '.join(self.comments), address)]
        if following == ':':
            self.at += 1
            members = []
            while True:
                self.skip()
                c = self.text[self.at:self.at + 1]
                if c in ('', ';'):
                    self.at += 1
                    break
                if c == ',':
                    self.at += 1
                    continue
                before = self.at
                members += self.address()
                if self.at == before:
                    self.at += 1
            return members
        if words:
            return [(' '.join(self.comments), words[0])]
        return []

    def addresses(self):
        found = []
        while True:
            self.skip()
            if self.at >= len(self.text):
                return found
            if self.text[self.at] == ',':
                self.at += 1
                continue
            before = self.at
            pairs = self.address()
            found += pairs or [('', '')]
            if self.at == before:
                self.at += 1


def getaddresses(fieldvalues):
    """The pairs (name, address) of all addresses in a list of header values."""
    return _AddressReader(', '.join(str(v) for v in fieldvalues)).addresses()


def parseaddr(addr):
    """The pair (name, address) of a header value; ('', '') if there is none."""
    found = _AddressReader(str(addr)).addresses()
    return found[0] if found else ('', '')


# Dates.

def _format_timetuple_and_zone(timetuple, zone):
    return '%s, %02d %s %04d %02d:%02d:%02d %s' % (
        _DAYS[timetuple[6]], timetuple[2], _MONTHS[timetuple[1] - 1], timetuple[0], timetuple[3], timetuple[4], timetuple[5], zone)


def formatdate(timeval=None, localtime=False, usegmt=False):
    """A time as a header has it: day of the week, date, time and offset; the present one by default."""
    moment = datetime.datetime.fromtimestamp(time.time() if timeval is None else timeval, datetime.timezone.utc)
    if localtime:
        return format_datetime(moment.astimezone(), False)
    return format_datetime(moment if usegmt else moment.replace(tzinfo=None), usegmt)


def format_datetime(dt, usegmt=False):
    """A datetime as headers have it. With usegmt, which needs UTC, the zone is written GMT."""
    if usegmt:
        if dt.tzinfo is None or dt.tzinfo != datetime.timezone.utc:
            raise ValueError('usegmt option requires a UTC datetime')
        zone = 'GMT'
    elif dt.tzinfo is None:
        zone = '-0000'
    else:
        zone = dt.strftime('%z')
    return _format_timetuple_and_zone(dt.timetuple(), zone)


def parsedate_tz(data):
    """A date as a tuple of ten: those of time.mktime, then the zone in seconds east of UTC, 0 if none was given. None if it
    cannot be read."""
    parsed = _parse_date(data)
    if parsed and parsed[9] is None:
        parsed = parsed[:9] + (0,)
    return parsed


def parsedate(data):
    """As parsedate_tz, without the zone."""
    parsed = _parse_date(data)
    return parsed[:9] if parsed else None


def _parse_date(data):
    if not data:
        return None
    words = data.split()
    if not words:
        return None
    if words[0].endswith(',') or words[0].lower() in _DAY_NAMES:
        del words[0]
    else:
        comma = words[0].rfind(',')
        if comma >= 0:
            words[0] = words[0][comma + 1:]
    if len(words) == 3:     # the day with hyphens: 01-Mar-2024
        parts = words[0].split('-')
        if len(parts) == 3:
            words = parts + words[1:]
    if len(words) == 4:
        plus = words[3].find('+')
        if plus == -1:
            plus = words[3].find('-')
        if plus > 0:
            words[3:] = [words[3][:plus], words[3][plus:]]
        else:
            words.append('')
    if len(words) < 5:
        return None
    day, month, year, clock, zone = words[:5]
    if not (day and month and year):
        return None
    month = month.lower()
    if month not in _MONTH_NAMES:
        day, month = month, day.lower()
        if month not in _MONTH_NAMES:
            return None
    month = _MONTH_NAMES.index(month) + 1
    if month > 12:
        month -= 12
    day = day.removesuffix(',')
    if year.find(':') > 0:
        year, clock = clock, year
    year = year.removesuffix(',')
    if not year:
        return None
    if not year[0].isdigit():
        year, zone = zone, year
    clock = clock.removesuffix(',').split(':')
    if len(clock) == 1 and '.' in clock[0]:
        clock = clock[0].split('.')
    if not 2 <= len(clock) <= 3:
        return None
    try:
        year, day = int(year), int(day)
        hour, minute, second = [int(part) for part in clock + ['0'] * (3 - len(clock))]
    except ValueError:
        return None
    if year < 100:
        year += 1900 if year > 68 else 2000
    zone = zone.upper()
    offset = _ZONES.get(zone)
    if offset is None:
        try:
            offset = int(zone)
        except ValueError:
            pass
        if offset == 0 and zone.startswith('-'):
            offset = None
    if offset:
        sign = -1 if offset < 0 else 1
        offset = abs(offset)
        offset = sign * (offset // 100 * 3600 + offset % 100 * 60)
    return (year, month, day, hour, minute, second, 0, 1, -1, offset)


def mktime_tz(data):
    """The seconds since 1970 of what parsedate_tz gives."""
    if data[9] is None:
        return time.mktime(data[:8] + (-1,))
    moment = datetime.datetime(*data[:6], tzinfo=datetime.timezone.utc)
    return int(moment.timestamp()) - data[9]


def parsedate_to_datetime(data):
    """A date as a datetime, aware if it has a zone other than -0000. ValueError if it cannot be read."""
    parsed = _parse_date(data)
    if parsed is None:
        raise ValueError('Invalid date value or format "%s"' % str(data))
    zone = parsed[9]
    if zone is None:
        return datetime.datetime(*parsed[:6])
    return datetime.datetime(*parsed[:6], tzinfo=datetime.timezone(datetime.timedelta(seconds=zone)))


def localtime(dt=None, isdst=None):
    """Now, or a datetime, in the local zone."""
    if isdst is not None:
        import warnings
        warnings.warn("The 'isdst' parameter to 'localtime' is deprecated and slated for removal in Python 3.14", DeprecationWarning, stacklevel=2)
    if dt is None:
        dt = datetime.datetime.now()
    return dt.astimezone()


def make_msgid(idstring=None, domain=None):
    """A Message-ID that no other message has: from the time, the process, random digits, `idstring` and the host's name."""
    import os
    import random
    import socket
    idstring = '.' + idstring if idstring is not None else ''
    if domain is None:
        domain = socket.getfqdn()
    return '<%d.%d.%d%s@%s>' % (int(time.time() * 100), os.getpid(), random.getrandbits(64), idstring, domain)


# Parameters in other character sets (RFC 2231).

def decode_rfc2231(s):
    """The parts of "charset'language'text": a list, with None for what is missing."""
    parts = s.split("'", 2)
    return (None, None, s) if len(parts) <= 2 else parts


def encode_rfc2231(s, charset=None, language=None):
    """A text as "charset'language'text"."""
    import urllib.parse
    s = urllib.parse.quote(s, safe='', encoding=charset or 'ascii')
    if charset is None and language is None:
        return s
    return "%s'%s'%s" % (charset, language or '', s)


_CONTINUED = re.compile(r'(?P<name>\w+)\*((?P<num>[0-9]+)\*?)?$', re.ASCII)


def decode_params(params):
    """Parameters of which some are continued or in another character set, put together."""
    import urllib.parse
    result = [params[0]]
    pieces = {}
    for name, value in params[1:]:
        encoded = name.endswith('*')
        value = unquote(value)
        found = _CONTINUED.match(name)
        if found:
            number = found['num']
            pieces.setdefault(found['name'], []).append((int(number) if number is not None else -1, value, encoded))
        else:
            result.append((name, '"%s"' % quote(value)))
    for name, parts in pieces.items():
        parts.sort()
        value = ''.join([urllib.parse.unquote(part, encoding='latin-1') if encoded else part for _, part, encoded in parts])
        if any(encoded for _, _, encoded in parts):
            charset, language, value = decode_rfc2231(value)
            result.append((name, (charset, language, '"%s"' % quote(value))))
        else:
            result.append((name, '"%s"' % quote(value)))
    return result


def collapse_rfc2231_value(value, errors='replace', fallback_charset='us-ascii'):
    """A parameter's value, which may be (charset, language, text), as text."""
    if not isinstance(value, tuple) or len(value) != 3:
        return unquote(value)
    charset, _, text = value
    try:
        return str(bytes(text, 'raw-unicode-escape'), fallback_charset if charset is None else charset, errors)
    except LookupError:
        return unquote(text)
