"""Messages: a list of headers, looked up without regard to case, and a payload that is text or a list of messages."""

__all__ = ['Message', 'EmailMessage']

import base64
import binascii
import re

from email import utils
from email.charset import Charset

SEMISPACE = '; '

_specials = re.compile(r'[ \(\)<>@,;:\\"/\[\]\?=]')


def _formatparam(param, value=None, quote=True):
    """name=value as a parameter is written."""
    if value is None or not len(value):
        return param
    if isinstance(value, tuple):
        param += '*'
        value = utils.encode_rfc2231(value[2], value[0], value[1])
        return '%s=%s' % (param, value)
    try:
        value.encode('ascii')
    except UnicodeEncodeError:
        return '%s*=%s' % (param, utils.encode_rfc2231(value, 'utf-8', ''))
    if quote or _specials.search(value):
        return '%s="%s"' % (param, utils.quote(value))
    return '%s=%s' % (param, value)


def _split_parameters(text):
    """The parts between semicolons outside quotes."""
    parts = re.findall(r'((?:[^;"]|"(?:\\.|[^"\\])*"?)*)(?:;|$)', text)
    result = []
    for part in parts[:-1] if len(parts) > 1 and not parts[-1] else parts:
        name, equals, value = part.partition('=')
        result.append(name.strip().lower() + '=' + value.strip() if equals else part.strip())
    return result


def _unquotevalue(value):
    if isinstance(value, tuple):
        return value[0], value[1], utils.unquote(value[2])
    return utils.unquote(value)


class Message:
    """A message. Like a dictionary of its headers, but in order, with repeated names, and None for what is missing."""

    def __init__(self, policy=None):
        if policy is None:
            from email._policybase import compat32 as policy
        self.policy = policy
        self._headers = []
        self._unixfrom = None
        self._payload = None
        self._charset = None
        self.preamble = self.epilogue = None
        self.defects = []
        self._default_type = 'text/plain'

    def __str__(self):
        return self.as_string()

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        """The message as text."""
        import io
        from email.generator import Generator
        policy = self.policy if policy is None else policy
        out = io.StringIO()
        Generator(out, mangle_from_=False, maxheaderlen=maxheaderlen, policy=policy).flatten(self, unixfrom=unixfrom)
        return out.getvalue()

    def __bytes__(self):
        return self.as_bytes()

    def as_bytes(self, unixfrom=False, policy=None):
        """The message as bytes."""
        import io
        from email.generator import BytesGenerator
        out = io.BytesIO()
        BytesGenerator(out, mangle_from_=False, policy=self.policy if policy is None else policy).flatten(self, unixfrom=unixfrom)
        return out.getvalue()

    def is_multipart(self):
        """Is the payload a list?"""
        return isinstance(self._payload, list)

    def set_unixfrom(self, unixfrom):
        self._unixfrom = unixfrom

    def get_unixfrom(self):
        return self._unixfrom

    # The payload.

    def attach(self, payload):
        """Add a message to the payload, which becomes a list."""
        if self._payload is None:
            self._payload = [payload]
        else:
            try:
                self._payload.append(payload)
            except AttributeError:
                raise TypeError('Attach is not valid on a message with a non-multipart payload')

    def get_payload(self, i=None, decode=False):
        """The payload, or its i-th part. With decode, the bytes that the transfer encoding stands for; None for lists."""
        if self.is_multipart():
            if decode:
                return None
            return self._payload if i is None else self._payload[i]
        if i is not None and not isinstance(self._payload, list):
            raise TypeError('Expected list, got %s' % type(self._payload))
        payload = self._payload
        encoding = str(self.get('content-transfer-encoding', '')).strip().lower()
        if not isinstance(payload, str):
            return payload
        try:
            data = payload.encode('ascii', 'surrogateescape')
            if not decode:
                if not payload.isascii():
                    try:
                        payload = data.decode(self.get_content_charset('ascii'), 'replace')
                    except LookupError:
                        payload = data.decode('ascii', 'replace')
                return payload
        except UnicodeEncodeError:
            if not decode:
                return payload
            data = payload.encode('raw-unicode-escape')
        if encoding == 'quoted-printable':
            return _from_quoted_printable(data)
        if encoding == 'base64':
            return self._from_base64(data)
        if encoding in ('x-uuencode', 'uuencode', 'uue', 'x-uue'):
            try:
                return _from_uu(data)
            except ValueError:
                return data
        return data

    def _from_base64(self, data):
        """The bytes that the data stand for, or the data if they stand for none."""
        from email import errors
        data = b''.join(data.splitlines())
        missing = -len(data) % 4
        attempts = ((b'===='[:missing], True, [errors.InvalidBase64PaddingDefect] if missing else []),
                    (b'', False, [errors.InvalidBase64CharactersDefect]),
                    (b'==', False, [errors.InvalidBase64CharactersDefect, errors.InvalidBase64PaddingDefect]))
        for padding, validate, defects in attempts:
            try:
                found = base64.b64decode(data + padding, validate=validate)
            except binascii.Error:
                continue
            break
        else:
            found, defects = data, [errors.InvalidBase64LengthDefect]
        for defect in defects:
            self.policy.handle_defect(self, defect())
        return found

    def set_payload(self, payload, charset=None):
        """Set the payload, text or a list."""
        if hasattr(payload, 'encode') and charset is not None:
            if not isinstance(charset, Charset):
                charset = Charset(charset)
            payload = payload.encode(charset.output_charset, 'surrogateescape')
        self._payload = payload.decode('ascii', 'surrogateescape') if hasattr(payload, 'decode') else payload
        if charset is not None:
            self.set_charset(charset)

    def set_charset(self, charset):
        """Set the character set of the payload, with the headers that belong to it; None takes it away."""
        if charset is None:
            self.del_param('charset')
            self._charset = None
            return
        if not isinstance(charset, Charset):
            charset = Charset(charset)
        self._charset = charset
        if 'MIME-Version' not in self:
            self.add_header('MIME-Version', '1.0')
        if 'Content-Type' not in self:
            self.add_header('Content-Type', 'text/plain', charset=charset.get_output_charset())
        else:
            self.set_param('charset', charset.get_output_charset())
        if charset != charset.get_output_charset():
            self._payload = charset.body_encode(self._payload)
        if 'Content-Transfer-Encoding' not in self:
            encoding = charset.get_body_encoding()
            try:
                encoding(self)
            except TypeError:
                payload = self._payload
                if payload:
                    try:
                        payload = payload.encode('ascii', 'surrogateescape')
                    except UnicodeError:
                        payload = payload.encode(charset.output_charset)
                self._payload = charset.body_encode(payload)
                self.add_header('Content-Transfer-Encoding', encoding)

    def get_charset(self):
        return self._charset

    # The headers as a mapping.

    def __len__(self):
        return len(self._headers)

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, val):
        """Add a header; those of the same name stay."""
        most = self.policy.header_max_count(name)
        if most:
            if sum(k.lower() == name.lower() for k, _ in self._headers) >= most:
                raise ValueError('There may be at most {} {} headers in a message'.format(most, name))
        self._headers.append(self.policy.header_store_parse(name, val))

    def __delitem__(self, name):
        name = name.lower()
        self._headers = [(k, v) for k, v in self._headers if k.lower() != name]

    def __contains__(self, name):
        name = name.lower()
        return any(k.lower() == name for k, _ in self._headers)

    def __iter__(self):
        for name, _ in self._headers:
            yield name

    def keys(self):
        return [k for k, _ in self._headers]

    def values(self):
        return [self.policy.header_fetch_parse(k, v) for k, v in self._headers]

    def items(self):
        return [(k, self.policy.header_fetch_parse(k, v)) for k, v in self._headers]

    def get(self, name, failobj=None):
        """The value of the first header of a name."""
        name = name.lower()
        for k, v in self._headers:
            if k.lower() == name:
                return self.policy.header_fetch_parse(k, v)
        return failobj

    def set_raw(self, name, value):
        """Add a header as a parser finds it."""
        self._headers.append((name, value))

    def raw_items(self):
        return iter(self._headers.copy())

    def get_all(self, name, failobj=None):
        """The values of all headers of a name."""
        name = name.lower()
        return [self.policy.header_fetch_parse(k, v) for k, v in self._headers if k.lower() == name] or failobj

    def add_header(self, _name, _value, **_params):
        """Add a header with parameters; underscores in their names become dashes, None means a name alone."""
        parts = []
        for k, v in _params.items():
            k = k.replace('_', '-')
            parts.append(k if v is None else _formatparam(k, v))
        if _value is not None:
            parts.insert(0, _value)
        self[_name] = '; '.join(parts)

    def replace_header(self, _name, _value):
        """Change the first header of a name. KeyError if there is none."""
        for i, (k, v) in enumerate(self._headers):
            if k.lower() == _name.lower():
                self._headers[i] = self.policy.header_store_parse(k, _value)
                return
        raise KeyError(_name)

    # What Content-Type says.

    def get_content_type(self):
        """The type, in lower case; what is missing or wrong is text/plain."""
        value = self.get('content-type')
        if value is None:
            return self.get_default_type()
        kind = str(value).partition(';')[0].strip().lower()
        return kind if kind.count('/') == 1 else 'text/plain'

    def get_content_maintype(self):
        return self.get_content_type().split('/')[0]

    def get_content_subtype(self):
        return self.get_content_type().split('/')[1]

    def get_default_type(self):
        return self._default_type

    def set_default_type(self, ctype):
        self._default_type = ctype

    def _get_params_preserve(self, failobj, header):
        value = self.get(header, None)
        if value is None:
            return failobj
        params = []
        for part in _split_parameters(str(value)):
            name, equals, rest = part.partition('=')
            params.append((name.strip(), rest.strip() if equals else ''))
        return utils.decode_params(params)

    def get_params(self, failobj=None, header='content-type', unquote=True):
        """The parameters of a header: a list of pairs, of which the first is the value itself."""
        params = self._get_params_preserve(None, header)
        if params is None:
            return failobj
        return [(k, _unquotevalue(v)) for k, v in params] if unquote else params

    def get_param(self, param, failobj=None, header='content-type', unquote=True):
        """A parameter of a header."""
        if header not in self:
            return failobj
        for k, v in self._get_params_preserve(failobj, header):
            if k.lower() == param.lower():
                return _unquotevalue(v) if unquote else v
        return failobj

    def set_param(self, param, value, header='Content-Type', requote=True, charset=None, language='', replace=False):
        """Set a parameter of a header."""
        if not isinstance(value, tuple) and charset:
            value = (charset, language, value)
        if header not in self and header.lower() == 'content-type':
            text = 'text/plain'
        else:
            text = self.get(header)
        if not self.get_param(param, header=header):
            text = '; '.join([text, _formatparam(param, value, requote)]) if text else _formatparam(param, value, requote)
        else:
            parts = []
            for name, old in self.get_params(header=header, unquote=requote):
                new = _formatparam(param, value, requote) if name.lower() == param.lower() else _formatparam(name, old, requote)
                parts.append(new)
            text = '; '.join(parts)
        if text != self.get(header):
            if replace:
                self.replace_header(header, text)
            else:
                del self[header]
                self[header] = text

    def del_param(self, param, header='content-type', requote=True):
        """Take a parameter away."""
        if header not in self:
            return
        parts = [_formatparam(k, v, requote) for k, v in self.get_params(header=header, unquote=requote) if k.lower() != param.lower()]
        text = '; '.join(parts)
        if text != self.get(header):
            del self[header]
            self[header] = text

    def set_type(self, type, header='Content-Type', requote=True):
        """Set the type and keep the parameters."""
        if type.count('/') != 1:
            raise ValueError
        if header.lower() == 'content-type':
            del self['mime-version']
            self['MIME-Version'] = '1.0'
        kept = self.get_params(header=header, unquote=requote)[1:] if header in self else ()
        del self[header]
        self[header] = type
        for name, value in kept:
            self.set_param(name, value, header, requote)

    def get_filename(self, failobj=None):
        """The filename of an attachment."""
        missing = object()
        for parameter, header in (('filename', 'content-disposition'), ('name', 'content-type')):
            name = self.get_param(parameter, missing, header)
            if name is not missing:
                return utils.collapse_rfc2231_value(name).strip()
        return failobj

    def get_boundary(self, failobj=None):
        """The boundary between the parts."""
        missing = object()
        boundary = self.get_param('boundary', missing)
        if boundary is missing:
            return failobj
        return utils.collapse_rfc2231_value(boundary).rstrip()

    def set_boundary(self, boundary):
        """Set the boundary, in place."""
        from email import errors
        params = self._get_params_preserve(None, 'content-type')
        if params is None:
            raise errors.HeaderParseError('No Content-Type header found')
        new = [(k, '"%s"' % boundary) if k.lower() == 'boundary' else (k, v) for k, v in params]
        if new == params and not any(k.lower() == 'boundary' for k, _ in params):
            new.append(('boundary', '"%s"' % boundary))
        text = '; '.join(k if v == '' else '%s=%s' % (k, v) for k, v in new)
        self.replace_header('content-type', text)

    def get_content_charset(self, failobj=None):
        """The character set, in lower case."""
        missing = object()
        charset = self.get_param('charset', missing)
        if charset is missing:
            return failobj
        if isinstance(charset, tuple):
            charset = utils.collapse_rfc2231_value(charset)
        try:
            charset.encode('us-ascii')
        except UnicodeError:
            return failobj
        return charset.lower()

    def get_charsets(self, failobj=None):
        """The character sets of the message and its parts."""
        return [part.get_content_charset(failobj) for part in self.walk()]

    def get_content_disposition(self):
        """'inline', 'attachment' or None."""
        value = self.get('content-disposition')
        return None if value is None else str(value).partition(';')[0].strip().lower()

    def walk(self):
        """The message and all messages in it, depth first."""
        yield self
        if self.is_multipart():
            for part in self._payload:
                yield from part.walk()


def _from_quoted_printable(data):
    lines = []
    for line in data.splitlines(keepends=True):
        body = line.rstrip(b'\r\n')
        end = line[len(body):]
        body = body.rstrip(b' \t')
        if body.endswith(b'='):
            body, end = body[:-1], b''
        lines.append(re.sub(rb'=([0-9a-fA-F]{2})', lambda m: bytes([int(m[1], 16)]), body) + end)
    return b''.join(lines)


def _from_uu(data):
    """The bytes between a line `begin MODE NAME` and a line `end`. ValueError if there are no such lines."""
    lines = iter(data.splitlines())
    for line in lines:
        if re.match(rb'begin [0-7]+( |$)', line):
            break
    else:
        raise ValueError('no line begins the data')
    parts = []
    for line in lines:
        if not line:
            raise ValueError('the data ends early')
        if line.strip(b' \t\r\n\f') == b'end':
            break
        try:
            parts.append(binascii.a2b_uu(line))
        except binascii.Error:
            # some encoders write more than the first byte says
            parts.append(binascii.a2b_uu(line[:((line[0] - 32 & 63) * 4 + 5) // 3]))
    return b''.join(parts)


class MIMEPart(Message):
    """A message or a part of one, with methods for its content."""

    def __init__(self, policy=None):
        if policy is None:
            from email.policy import default as policy
        super().__init__(policy)

    def as_string(self, unixfrom=False, maxheaderlen=None, policy=None):
        """The message as text."""
        policy = self.policy if policy is None else policy
        return super().as_string(unixfrom, policy.max_line_length if maxheaderlen is None else maxheaderlen, policy)

    def __str__(self):
        return self.as_string(policy=self.policy.clone(utf8=True))

    def is_attachment(self):
        """Is the disposition 'attachment'?"""
        found = self.get('content-disposition')
        return False if found is None else found.content_disposition == 'attachment'

    def _root(self):
        """The part of a multipart/related that refers to the others."""
        start = self.get_param('start')
        if start:
            for part in self.iter_parts():
                if part['content-id'] == start:
                    return part
        return self._payload[0] if self._payload else None

    def _find_body(self, preferencelist):
        if self.is_attachment():
            return
        main, sub = self.get_content_type().split('/')
        if main == 'text':
            if sub in preferencelist:
                yield preferencelist.index(sub), self
            return
        if main != 'multipart' or not self.is_multipart():
            return
        if sub != 'related':
            for part in self._payload:
                yield from part._find_body(preferencelist)
            return
        if 'related' in preferencelist:
            yield preferencelist.index('related'), self
        root = self._root()
        if root is not None:
            yield from root._find_body(preferencelist)

    def get_body(self, preferencelist=('related', 'html', 'plain')):
        """The part that is the body, None if there is none."""
        best = None
        for rank, part in self._find_body(preferencelist):
            if best is None or rank < best[0]:
                best = rank, part
            if rank == 0:
                break
        return best and best[1]

    def iter_attachments(self):
        """The parts that are not the body."""
        main, sub = self.get_content_type().split('/')
        if main != 'multipart' or sub == 'alternative' or not isinstance(self._payload, list):
            return
        parts = list(self._payload)
        if sub == 'related' and parts:
            root = self._root()
            yield from [part for part in parts if part is not root]
            return
        seen = []
        for part in parts:
            main, sub = part.get_content_type().split('/')
            if ((main, sub) in {('text', 'plain'), ('text', 'html'), ('multipart', 'related'), ('multipart', 'alternative')}
                    and not part.is_attachment() and sub not in seen):
                seen.append(sub)
                continue
            yield part

    def iter_parts(self):
        """The parts."""
        if self.is_multipart():
            yield from self._payload

    def get_content(self, *args, content_manager=None, **kw):
        """What the message holds, as the content manager reads it: text, bytes, or a message."""
        manager = self.policy.content_manager if content_manager is None else content_manager
        return manager.get_content(self, *args, **kw)

    def set_content(self, *args, content_manager=None, **kw):
        """Set the content: text, bytes of a maintype and a subtype, or a message."""
        manager = self.policy.content_manager if content_manager is None else content_manager
        manager.set_content(self, *args, **kw)

    def _make_multipart(self, subtype, disallowed, boundary):
        if self.get_content_maintype() == 'multipart':
            if self.get_content_subtype() in disallowed + (subtype,):
                raise ValueError('Cannot convert {} to {}'.format(self.get_content_subtype(), subtype))
        kept, moved = [], []
        for name, value in self._headers:
            (moved if name.lower().startswith('content-') else kept).append((name, value))
        if moved:
            part = type(self)(policy=self.policy)
            part._headers = moved
            part._payload = self._payload
            self._payload = [part]
        else:
            self._payload = []
        self._headers = kept
        self['Content-Type'] = 'multipart/' + subtype
        if boundary is not None:
            self.set_param('boundary', boundary)

    def make_related(self, boundary=None):
        self._make_multipart('related', ('alternative', 'mixed'), boundary)

    def make_alternative(self, boundary=None):
        self._make_multipart('alternative', ('mixed',), boundary)

    def make_mixed(self, boundary=None):
        self._make_multipart('mixed', (), boundary)

    def _add_multipart(self, subtype, args, kw, disposition=None):
        if self.get_content_maintype() != 'multipart' or self.get_content_subtype() != subtype:
            getattr(self, 'make_' + subtype)()
        part = type(self)(policy=self.policy)
        part.set_content(*args, **kw)
        if disposition and 'content-disposition' not in part:
            part['Content-Disposition'] = disposition
        self.attach(part)

    def add_related(self, *args, **kw):
        """Add a part that the body refers to."""
        self._add_multipart('related', args, kw, 'inline')

    def add_alternative(self, *args, **kw):
        """Add another form of the body."""
        self._add_multipart('alternative', args, kw)

    def add_attachment(self, *args, **kw):
        """Add an attachment."""
        self._add_multipart('mixed', args, kw, 'attachment')

    def clear(self):
        """Take away headers and content."""
        self._headers = []
        self._payload = None

    def clear_content(self):
        """Take away the content with its headers."""
        self._headers = [(k, v) for k, v in self._headers if not k.lower().startswith('content-')]
        self._payload = None




class EmailMessage(MIMEPart):
    """A message to send."""

    def set_content(self, *args, **kw):
        super().set_content(*args, **kw)
        if 'MIME-Version' not in self:
            self['MIME-Version'] = '1.0'
