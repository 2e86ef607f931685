"""Policies of the newer kind, for EmailMessage: headers are unfolded text, some may stand only once."""

__all__ = ['Compat32', 'compat32', 'Policy', 'EmailPolicy', 'default', 'strict', 'SMTP', 'SMTPUTF8', 'HTTP']

import re

from email._policybase import Compat32, Policy, compat32

_ONCE = frozenset(['date', 'subject', 'from', 'sender', 'reply-to', 'to', 'cc', 'bcc', 'message-id', 'mime-version',
                   'content-type', 'content-disposition', 'content-transfer-encoding', 'orig-date'])
_line_end = re.compile(r'\n|\r\n?')


def _message():
    from email.message import EmailMessage
    return EmailMessage


class EmailPolicy(Policy):
    """Decodes headers when they are read and encodes them when they are written."""

    refold_source = 'long'

    @property
    def message_factory(self):
        return _message()

    def header_max_count(self, name):
        return 1 if name.lower() in _ONCE else None

    def header_store_parse(self, name, value):
        if not isinstance(value, str):
            import datetime
            from email import utils
            if isinstance(value, datetime.datetime):
                value = utils.format_datetime(value)
            elif isinstance(value, (list, tuple)):
                value = ', '.join(map(str, value))
            else:
                value = str(value)
        if _line_end.search(value):
            raise ValueError('Header values may not contain linefeed or carriage return characters')
        return name, value

    def header_fetch_parse(self, name, value):
        if not isinstance(value, str):
            return value
        value = ''.join(_line_end.split(value))
        if '=?' in value:
            from email.header import decode_header
            value = ''.join([part if isinstance(part, str) else part.decode(charset or 'ascii', 'replace')
                             for part, charset in decode_header(value)])
        return value


default = EmailPolicy()
strict = default.clone(raise_on_defect=True)
SMTP = default.clone(linesep='\r\n')
HTTP = default.clone(linesep='\r\n', max_line_length=None)
SMTPUTF8 = SMTP.clone(utf8=True)
