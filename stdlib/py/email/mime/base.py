"""The base of the classes for MIME messages."""

__all__ = ['MIMEBase']

from email import message


class MIMEBase(message.Message):
    """A message with a type, parameters and a version of MIME."""

    def __init__(self, _maintype, _subtype, *, policy=None, **_params):
        message.Message.__init__(self, policy=policy)
        self.add_header('Content-Type', '%s/%s' % (_maintype, _subtype), **_params)
        self['MIME-Version'] = '1.0'
