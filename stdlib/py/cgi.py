"""What CGI programs need: the fields of a form, from an environment and a stream, and the parameters of headers."""

import html
import os
import sys
import tempfile
import urllib.parse
import warnings
from collections.abc import Mapping
from email.message import Message
from email.parser import FeedParser
from io import BytesIO, StringIO, TextIOWrapper

warnings._deprecated(__name__, remove=(3, 13))

__all__ = ['MiniFieldStorage', 'FieldStorage', 'parse', 'parse_multipart', 'parse_header', 'test', 'print_exception', 'print_environ', 'print_form',
           'print_directory', 'print_arguments', 'print_environ_usage']

maxlen = 0                      # of the body of a request, if not 0


def parse(fp=None, environ=os.environ, keep_blank_values=0, strict_parsing=0, separator='&'):
    """The fields of a request as a dict of lists."""
    fp = sys.stdin if fp is None else fp
    encoding = getattr(fp, 'encoding', 'latin-1')
    fp = fp.buffer if isinstance(fp, TextIOWrapper) else fp
    environ.setdefault('REQUEST_METHOD', 'GET')
    if environ['REQUEST_METHOD'] == 'POST':
        kind, parameters = parse_header(environ['CONTENT_TYPE'])
        if kind == 'multipart/form-data':
            return parse_multipart(fp, parameters, separator=separator)
        query = ''
        if kind == 'application/x-www-form-urlencoded':
            length = int(environ['CONTENT_LENGTH'])
            if maxlen and length > maxlen:
                raise ValueError('Maximum content length exceeded')
            query = fp.read(length).decode(encoding)
        parts = [query, environ.get('QUERY_STRING', ''), sys.argv[1] if sys.argv[1:] and 'QUERY_STRING' not in environ else '']
        query = '&'.join(filter(None, parts))
    elif 'QUERY_STRING' in environ:
        query = environ['QUERY_STRING']
    else:
        query = environ['QUERY_STRING'] = sys.argv[1] if sys.argv[1:] else ''
    return urllib.parse.parse_qs(query, keep_blank_values, strict_parsing, encoding=encoding, separator=separator)


def parse_multipart(fp, pdict, encoding='utf-8', errors='replace', separator='&'):
    """The fields of a multipart body as a dict of lists: texts, or bytes for files."""
    boundary = pdict['boundary']
    boundary = boundary if isinstance(boundary, str) else boundary.decode('ascii')
    headers = Message()
    headers.set_type(f'multipart/form-data; boundary={boundary}')
    if 'CONTENT-LENGTH' in pdict:
        length = pdict['CONTENT-LENGTH']
        headers['Content-Length'] = length if isinstance(length, str) else length.decode('ascii')
    form = FieldStorage(fp, headers=headers, encoding=encoding, errors=errors, environ={'REQUEST_METHOD': 'POST'}, separator=separator)
    return {key: form.getlist(key) for key in form}


def _parameters(text):
    # The pieces between semicolons that are not in quotes.
    while text[:1] == ';':
        text = text[1:]
        end = text.find(';')
        while end > 0 and (text.count('"', 0, end) - text.count('\\"', 0, end)) % 2:
            end = text.find(';', end + 1)
        end = len(text) if end < 0 else end
        yield text[:end].strip()
        text = text[end:]


def parse_header(line):
    """The value of a header, and a dict of its parameters."""
    value, *pieces = _parameters(';' + line)
    parameters = {}
    for piece in pieces:
        name, mark, text = piece.partition('=')
        if mark:
            text = text.strip()
            if len(text) >= 2 and text[0] == text[-1] == '"':
                text = text[1:-1].replace('\\\\', '\\').replace('\\"', '"')
            parameters[name.strip().lower()] = text
    return value, parameters


def valid_boundary(s):
    """Can the text, or the bytes, be a boundary?"""
    import re
    pattern = '^[ -~]{0,200}[!-~]$'
    return re.match(pattern.encode() if isinstance(s, bytes) else pattern, s)


class MiniFieldStorage:
    """A field that came in a query: a name and a text."""

    filename = list = type = file = disposition = None
    type_options, disposition_options, headers = {}, {}, {}

    def __init__(self, name, value):
        self.name, self.value = name, value

    def __repr__(self):
        return f'MiniFieldStorage({self.name!r}, {self.value!r})'


class FieldStorage:
    """A form, or one part of a multipart one. A form is a mapping of names to a field or a list of fields."""

    FieldStorageClass = None
    bufsize = 8 * 1024

    def __init__(self, fp=None, headers=None, outerboundary=b'', environ=os.environ, keep_blank_values=0, strict_parsing=0, limit=None,
                 encoding='utf-8', errors='replace', max_num_fields=None, separator='&'):
        method = environ.get('REQUEST_METHOD', 'GET').upper()
        self.keep_blank_values, self.strict_parsing = keep_blank_values, strict_parsing
        self.max_num_fields, self.separator = max_num_fields, separator
        self.qs_on_post = None
        if method in ('GET', 'HEAD'):
            query = environ.get('QUERY_STRING', sys.argv[1] if sys.argv[1:] else '')
            fp = BytesIO(query.encode(sys.getfilesystemencoding(), 'surrogateescape'))
            if headers is None:
                headers = {'content-type': 'application/x-www-form-urlencoded'}
        if headers is None:
            headers = {}
            if method == 'POST':
                headers['content-type'] = 'application/x-www-form-urlencoded'
            if 'CONTENT_TYPE' in environ:
                headers['content-type'] = environ['CONTENT_TYPE']
            if 'QUERY_STRING' in environ:
                self.qs_on_post = environ['QUERY_STRING']
            if 'CONTENT_LENGTH' in environ:
                headers['content-length'] = environ['CONTENT_LENGTH']
        elif not isinstance(headers, (Mapping, Message)):
            raise TypeError('headers must be mapping or an instance of email.message.Message')
        self.headers = headers
        fp = sys.stdin.buffer if fp is None else fp.buffer if isinstance(fp, TextIOWrapper) else fp
        if not (hasattr(fp, 'read') and hasattr(fp, 'readline')):
            raise TypeError('fp must be file pointer')
        self.fp, self.encoding, self.errors = fp, encoding, errors
        if not isinstance(outerboundary, bytes):
            raise TypeError('outerboundary must be bytes, not %s' % type(outerboundary).__name__)
        self.outerboundary = outerboundary
        self.bytes_read, self.limit = 0, limit
        self.disposition, self.disposition_options = parse_header(headers['content-disposition']) if 'content-disposition' in headers else ('', {})
        self.name, self.filename = self.disposition_options.get('name'), self.disposition_options.get('filename')
        self._binary_file = self.filename is not None
        if 'content-type' in headers:
            self.type, self.type_options = parse_header(headers['content-type'])
        else:
            self.type, self.type_options = ('text/plain' if outerboundary or method != 'POST' else 'application/x-www-form-urlencoded'), {}
        self.innerboundary = self.type_options.get('boundary', '').encode(encoding, errors)
        try:
            self.length = int(headers.get('content-length', -1) or -1)
        except ValueError:
            self.length = -1
        if maxlen and self.length > maxlen:
            raise ValueError('Maximum content length exceeded')
        if self.limit is None and self.length >= 0:
            self.limit = self.length
        self.list = self.file = None
        self.done = 0
        if self.type == 'application/x-www-form-urlencoded':
            self.list = self._query(self.fp.read(self.length))
            self._skip()
        elif self.type.startswith('multipart/'):
            self._read_parts(environ)
        else:
            self._read_single()

    def __del__(self):
        try:
            self.file.close()
        except AttributeError:
            pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if self.file is not None:
            self.file.close()

    def __repr__(self):
        return f'FieldStorage({self.name!r}, {self.filename!r}, {self.value!r})'

    def __getattr__(self, name):
        if name != 'value':
            raise AttributeError(name)
        if self.file:
            self.file.seek(0)
            value = self.file.read()
            self.file.seek(0)
            return value
        return self.list

    def _fields(self):
        if self.list is None:
            raise TypeError('not indexable')
        return self.list

    def __iter__(self):
        return iter(self.keys())

    def __getitem__(self, key):
        found = [field for field in self._fields() if field.name == key]
        if not found:
            raise KeyError(key)
        return found[0] if len(found) == 1 else found

    def getvalue(self, key, default=None):
        """The value of a name, or the list of its values."""
        if key not in self:
            return default
        found = self[key]
        return [field.value for field in found] if isinstance(found, list) else found.value

    def getfirst(self, key, default=None):
        """The first value of a name."""
        return next(iter(self.getlist(key)), default)

    def getlist(self, key):
        """All values of a name."""
        return [field.value for field in self._fields() if field.name == key]

    def keys(self):
        return list({field.name for field in self._fields()})

    def __contains__(self, key):
        return any(field.name == key for field in self._fields())

    def __len__(self):
        return len(self.keys())

    def __bool__(self):
        if self.list is None:
            raise TypeError('Cannot be converted to bool.')
        return bool(self.list)

    def _query(self, data):
        if not isinstance(data, bytes):
            raise ValueError('%s should return bytes, got %s' % (self.fp, type(data).__name__))
        text = data.decode(self.encoding, self.errors)
        if self.qs_on_post:
            text = '&'.join(filter(None, (text, self.qs_on_post)))
        return self._fields_of(text)

    def _fields_of(self, text):
        pairs = urllib.parse.parse_qsl(text, self.keep_blank_values, self.strict_parsing, encoding=self.encoding, errors=self.errors,
                                       max_num_fields=self.max_num_fields, separator=self.separator)
        return [MiniFieldStorage(key, value) for key, value in pairs]

    def _skip(self):
        if self.outerboundary:
            self._copy_lines(None)

    def _read_parts(self, environ):
        if not valid_boundary(self.innerboundary):
            raise ValueError('Invalid boundary in multipart form: %r' % (self.innerboundary,))
        self.list = self._fields_of(self.qs_on_post) if self.qs_on_post else []
        room = self.max_num_fields
        if room is not None:
            room -= len(self.list)
        line = self.fp.readline()
        if not isinstance(line, bytes):
            raise ValueError('%s should return bytes, got %s' % (self.fp, type(line).__name__))
        self.bytes_read += len(line)
        while line and line.strip() != b'--' + self.innerboundary:
            line = self.fp.readline()
            self.bytes_read += len(line)
        part_class = self.FieldStorageClass or self.__class__
        while True:
            parser = FeedParser()
            head = b''
            while (line := self.fp.readline()).strip():
                head += line
            head += line
            if not head:
                break
            self.bytes_read += len(head)
            parser.feed(head.decode(self.encoding, self.errors))
            headers = parser.close()
            headers.__delitem__('content-length')   # the boundary tells
            limit = None if self.limit is None else self.limit - self.bytes_read
            part = part_class(self.fp, headers, self.innerboundary, environ, self.keep_blank_values, self.strict_parsing, limit, self.encoding,
                              self.errors, room, self.separator)
            if room is not None:
                room -= 1 + (len(part.list) if part.list else 0)
                if room < 0:
                    raise ValueError('Max number of fields exceeded')
            self.bytes_read += part.bytes_read
            self.list.append(part)
            if part.done or self.bytes_read >= self.length > 0:
                break
        self._skip()

    def _read_single(self):
        if self.length >= 0:
            self.file = self.make_file()
            left = self.length
            while left > 0:
                data = self.fp.read(min(left, self.bufsize))
                if not isinstance(data, bytes):
                    raise ValueError('%s should return bytes, got %s' % (self.fp, type(data).__name__))
                self.bytes_read += len(data)
                if not data:
                    self.done = -1
                    break
                self.file.write(data if self._binary_file else data.decode(self.encoding, self.errors))
                left -= len(data)
            self._skip()
        else:
            data = []
            self._copy_lines(data.append)
            data = b''.join(data)
            if self._binary_file:
                self.file = self.make_file() if len(data) > 1000 else BytesIO()
                self.file.write(data)
            else:
                self.file = self.make_file() if len(data) > 1000 else StringIO()
                self.file.write(data.decode(self.encoding, self.errors))
        self.file.seek(0)

    def _copy_lines(self, keep):
        # Gives the lines to `keep`, up to the boundary of what this is a part of; the end of line in front of that is not kept.
        inner, last = (b'--' + self.outerboundary, b'--' + self.outerboundary + b'--') if self.outerboundary else (None, None)
        ending, whole, read = b'', True, 0
        while self.limit is None or 0 <= read < self.limit or not inner:
            line = self.fp.readline(1 << 16)
            self.bytes_read += len(line)
            read += len(line)
            if not line:
                self.done = -1
                return
            if inner and whole and line.startswith(b'--') and line.rstrip() in (inner, last):
                self.done = 1 if line.rstrip() == last else 0
                return
            line = ending + line
            if line.endswith(b'\r\n'):
                ending, whole = b'\r\n', True
            elif line.endswith(b'\n'):
                ending, whole = b'\n', True
            elif line.endswith(b'\r') and len(line) >= 1 << 16:
                ending, whole = b'\r', False
            else:
                ending, whole = b'', False
            if keep:
                keep(line[:len(line) - len(ending)])
            if not inner:
                if keep:
                    keep(ending)
                ending = b''

    def make_file(self):
        """A new temporary file for a long value: of bytes for files, of text for others."""
        if self._binary_file:
            return tempfile.TemporaryFile('wb+')
        return tempfile.TemporaryFile('w+', encoding=self.encoding, newline='\n')


def print_exception(type=None, value=None, tb=None, limit=None):
    """The current exception as HTML."""
    import traceback
    if type is None:
        type, value, tb = sys.exc_info()
    lines = traceback.format_tb(tb, limit) + traceback.format_exception_only(type, value)
    print('\n<H3>Traceback (most recent call last):</H3>')
    print('<PRE>%s<B>%s</B></PRE>' % (html.escape(''.join(lines[:-1])), html.escape(lines[-1])))


def _print_list(title, pairs):
    print(f'\n<H3>{title}</H3>\n<DL>')
    for key, value in pairs:
        print('<DT>', html.escape(key), '<DD>', html.escape(value))
    print('</DL>\n')


def print_environ(environ=os.environ):
    """The environment as HTML."""
    _print_list('Shell Environment:', sorted(environ.items()))


def print_form(form):
    """The fields of a form as HTML."""
    keys = sorted(form.keys())
    print('\n<H3>Form Contents:</H3>' + ('' if keys else '\n<P>No form fields.') + '\n<DL>')
    for key in keys:
        value = form[key]
        print('<DT>' + html.escape(key) + ': <i>' + html.escape(repr(type(value))) + '</i>\n<DD>' + html.escape(repr(value)))
    print('</DL>\n')


def print_directory():
    """The working folder as HTML."""
    print('\n<H3>Current Working Directory:</H3>\n' + html.escape(os.getcwd()) + '\n')


def print_arguments():
    """The command line as HTML."""
    print('\n<H3>Command Line Arguments:</H3>\n\n' + str(sys.argv) + '\n')


def print_environ_usage():
    """The variables that a CGI program may find, as HTML."""
    names = ('AUTH_TYPE CONTENT_LENGTH CONTENT_TYPE GATEWAY_INTERFACE PATH_INFO PATH_TRANSLATED QUERY_STRING REMOTE_ADDR REMOTE_HOST REMOTE_IDENT '
             'REMOTE_USER REQUEST_METHOD SCRIPT_NAME SERVER_NAME SERVER_PORT SERVER_PROTOCOL SERVER_SOFTWARE')
    print('\n<H3>These environment variables could have been set:</H3>\n<UL>\n' + '\n'.join('<LI>' + name for name in names.split()) + '\n</UL>\n')


def test(environ=os.environ):
    """A CGI program that shows what it was asked."""
    print('Content-type: text/html\n')
    try:
        form = FieldStorage()
        print_directory()
        print_arguments()
        print_form(form)
        print_environ(environ)
        print_environ_usage()
    except Exception:
        print_exception()


if __name__ == '__main__':
    test()
