"""How contents become payloads and payloads contents: by content type when they are read, by Python type when they are set."""

import binascii

import email.message
from email import quoprimime
from email.charset import ALIASES


class ContentManager:
    """Two tables of handlers."""

    def __init__(self):
        self.get_handlers = {}
        self.set_handlers = {}

    def add_get_handler(self, key, handler):
        """The handler that reads a content type, a main type, or '' for any."""
        self.get_handlers[key] = handler

    def get_content(self, msg, *args, **kw):
        """The content of a message."""
        kind = msg.get_content_type()
        for key in (kind, msg.get_content_maintype(), ''):
            if key in self.get_handlers:
                return self.get_handlers[key](msg, *args, **kw)
        raise KeyError(kind)

    def add_set_handler(self, typekey, handler):
        """The handler that sets an object of a type, which may be given by name; None for any."""
        self.set_handlers[typekey] = handler

    def set_content(self, msg, obj, *args, **kw):
        """Make an object the content of a message."""
        if msg.get_content_maintype() == 'multipart':
            raise TypeError('set_content not valid on multipart')
        handler = self._handler_for(obj)
        msg.clear_content()
        handler(msg, obj, *args, **kw)

    def _handler_for(self, obj):
        first = None
        for kind in type(obj).__mro__:
            module = getattr(kind, '__module__', '')
            path = module + '.' + kind.__qualname__ if module else kind.__qualname__
            first = first or path
            for key in (kind, path, kind.__qualname__, kind.__name__):
                if key in self.set_handlers:
                    return self.set_handlers[key]
        if None in self.set_handlers:
            return self.set_handlers[None]
        raise KeyError(first)


raw_data_manager = ContentManager()


# What is read.

def get_text_content(msg, errors='replace'):
    """The text, decoded by the charset that the message names."""
    return msg.get_payload(decode=True).decode(msg.get_param('charset', 'ASCII'), errors=errors)


def get_non_text_content(msg):
    """The bytes."""
    return msg.get_payload(decode=True)


def get_message_content(msg):
    """The message inside."""
    return msg.get_payload(0)


def get_and_fixup_unknown_message_content(msg):
    """The bytes of the message inside, of a subtype that is not known."""
    return bytes(msg.get_payload(0))


raw_data_manager.add_get_handler('text', get_text_content)
for _kind in 'audio image video application'.split():
    raw_data_manager.add_get_handler(_kind, get_non_text_content)
for _kind in 'rfc822 external-body'.split():
    raw_data_manager.add_get_handler('message/' + _kind, get_message_content)
raw_data_manager.add_get_handler('message', get_and_fixup_unknown_message_content)
del _kind


# What is set.

def _begin(msg, maintype, subtype, headers):
    """The content type and the headers that the caller wants."""
    msg['Content-Type'] = maintype + '/' + subtype
    if not headers:
        return
    if not hasattr(headers[0], 'name'):
        policy = msg.policy
        headers = [policy.header_factory(*policy.header_source_parse([header])) for header in headers]
    for header in headers:
        if header.defects:
            raise ValueError('Invalid header: {}'.format(header.fold(policy=msg.policy))) from header.defects[0]
        msg[header.name] = header


def _finish(msg, disposition, filename, cid, params):
    """What else the headers say about a content."""
    if disposition is None and filename is not None:
        disposition = 'attachment'
    if disposition is not None:
        msg['Content-Disposition'] = disposition
    if filename is not None:
        msg.set_param('filename', filename, header='Content-Disposition', replace=True)
    if cid is not None:
        msg['Content-ID'] = cid
    for name, value in (params or {}).items():
        msg.set_param(name, value)


def _base64_lines(data, width):
    step = width // 4 * 3
    return ''.join(binascii.b2a_base64(data[at:at + step]).decode('ascii') for at in range(0, len(data), step))


def _encode_text(text, charset, cte, policy):
    """A transfer encoding, the shortest that the policy allows if none is asked for, and the text in it."""
    lines = text.encode(charset).splitlines()
    end = policy.linesep.encode('ascii')

    def joined(end, some=None):
        return end.join(lines[:some]) + end

    if cte is None:
        if max(map(len, lines), default=0) <= policy.max_line_length:
            try:
                return '7bit', joined(b'\n').decode('ascii')
            except UnicodeDecodeError:
                pass
            if policy.cte_type == '8bit':
                return '8bit', joined(b'\n').decode('ascii', 'surrogateescape')
        sample = joined(end, 10)
        quopri = quoprimime.body_encode(sample.decode('latin-1'), policy.max_line_length)
        if len(quopri) > len(binascii.b2a_base64(sample)):
            cte = 'base64'
        else:
            cte = 'quoted-printable'
            if len(lines) <= 10:
                return cte, quopri
    if cte == '7bit':
        return cte, joined(b'\n').decode('ascii')
    if cte == '8bit':
        return cte, joined(b'\n').decode('ascii', 'surrogateescape')
    if cte == 'quoted-printable':
        return cte, quoprimime.body_encode(joined(b'\n').decode('latin-1'), policy.max_line_length)
    if cte == 'base64':
        return cte, _base64_lines(joined(end), policy.max_line_length)
    raise ValueError('Unknown content transfer encoding {}'.format(cte))


def set_text_content(msg, string, subtype='plain', charset='utf-8', cte=None, disposition=None, filename=None, cid=None, params=None, headers=None):
    """A text."""
    _begin(msg, 'text', subtype, headers)
    cte, payload = _encode_text(string, charset, cte, msg.policy)
    msg.set_payload(payload)
    msg.set_param('charset', ALIASES.get(charset, charset), replace=True)
    msg['Content-Transfer-Encoding'] = cte
    _finish(msg, disposition, filename, cid, params)


def set_message_content(msg, message, subtype='rfc822', cte=None, disposition=None, filename=None, cid=None, params=None, headers=None):
    """A message inside this one."""
    if subtype == 'partial':
        raise ValueError('message/partial is not supported for Message objects')
    allowed = {'rfc822': (None, '7bit', '8bit', 'binary'), 'external-body': (None, '7bit')}.get(subtype)
    if allowed and cte not in allowed:
        raise ValueError('message/{} parts do not support cte={}'.format(subtype, cte))
    if subtype == 'rfc822':
        cte = '8bit' if cte is None else cte
    elif cte is None or subtype == 'external-body':
        cte = '7bit'
    _begin(msg, 'message', subtype, headers)
    msg.set_payload([message])
    msg['Content-Transfer-Encoding'] = cte
    _finish(msg, disposition, filename, cid, params)


def set_bytes_content(msg, data, maintype, subtype, cte='base64', disposition=None, filename=None, cid=None, params=None, headers=None):
    """Bytes of a type that the caller names."""
    _begin(msg, maintype, subtype, headers)
    if cte == 'base64':
        data = _base64_lines(data, msg.policy.max_line_length)
    elif cte == 'quoted-printable':
        data = binascii.b2a_qp(data, istext=False, header=False, quotetabs=True).decode('ascii')
    elif cte == '7bit':
        data = data.decode('ascii')
    elif cte in ('8bit', 'binary'):
        data = data.decode('ascii', 'surrogateescape')
    msg.set_payload(data)
    msg['Content-Transfer-Encoding'] = cte
    _finish(msg, disposition, filename, cid, params)


raw_data_manager.add_set_handler(str, set_text_content)
raw_data_manager.add_set_handler(email.message.Message, set_message_content)
for _kind in bytes, bytearray, memoryview:
    raw_data_manager.add_set_handler(_kind, set_bytes_content)
del _kind
