"""Policies of the newer kind, for EmailMessage: headers are decoded texts that know what they mean, some may stand only once."""

__all__ = ['Compat32', 'compat32', 'Policy', 'EmailPolicy', 'default', 'strict', 'SMTP', 'HTTP']

import re
import sys

from email._policybase import Compat32, Policy, compat32
from email._header_parts import has_surrogates
from email.contentmanager import raw_data_manager
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage

_line_end = re.compile(r'\n|\r\n?')


class EmailPolicy(Policy):
    """Decodes headers when they are read and encodes them when they are written."""

    message_factory = EmailMessage
    utf8 = False
    refold_source = 'long'
    header_factory = HeaderRegistry()
    content_manager = raw_data_manager

    def __init__(self, **kw):
        if 'header_factory' not in kw:
            object.__setattr__(self, 'header_factory', HeaderRegistry())
        super().__init__(**kw)

    def header_max_count(self, name):
        """What the header's kind says."""
        return self.header_factory[name].max_count

    def header_source_parse(self, sourcelines):
        """The name and the value of a header's lines."""
        name, value = sourcelines[0].split(':', 1)
        value = ''.join([value, *sourcelines[1:]]).lstrip(' \t\r\n')
        return name, value.rstrip('\r\n')

    def header_store_parse(self, name, value):
        """A header object as it is, anything else made into one."""
        if hasattr(value, 'name') and value.name.lower() == name.lower():
            return name, value
        if isinstance(value, str) and len(value.splitlines()) > 1:
            raise ValueError('Header values may not contain linefeed or carriage return characters')
        return name, self.header_factory(name, value)

    def header_fetch_parse(self, name, value):
        """A header object."""
        if hasattr(value, 'name'):
            return value
        return self.header_factory(name, ''.join(_line_end.split(value)))

    def fold(self, name, value):
        """The lines of a header as text."""
        return self._fold(name, value, refold_binary=True)

    def fold_binary(self, name, value):
        """The lines of a header as bytes."""
        folded = self._fold(name, value, refold_binary=self.cte_type == '7bit')
        return folded.encode('utf8' if self.utf8 else 'ascii', 'surrogateescape')

    def _fold(self, name, value, refold_binary=False):
        if hasattr(value, 'name'):
            return value.fold(policy=self)
        limit = self.max_line_length or sys.maxsize
        lines = _line_end.split(value)
        if lines and not lines[-1] and len(lines) > 1:
            lines.pop()
        refold = self.refold_source == 'all' or self.refold_source == 'long' and (
            len(lines[0]) + len(name) + 2 > limit or any(len(line) > limit for line in lines[1:]))
        if not refold and refold_binary and has_surrogates(value):
            refold = True
        if refold:
            return self.header_factory(name, ''.join(lines)).fold(policy=self)
        return name + ': ' + self.linesep.join(lines) + self.linesep


default = EmailPolicy()
object.__delattr__(default, 'header_factory')     # the class has it
strict = default.clone(raise_on_defect=True)
SMTP = default.clone(linesep='\r\n')
HTTP = default.clone(linesep='\r\n', max_line_length=None)
SMTPUTF8 = SMTP.clone(utf8=True)
