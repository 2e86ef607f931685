"""Sounds."""

__all__ = ['MIMEAudio']

from email import encoders
from email.mime.nonmultipart import MIMENonMultipart


def _kind_of(data):
    if data.startswith(b'RIFF') and data[8:12] == b'WAVE':
        return 'x-wav'
    if data.startswith(b'FORM') and data[8:12] in (b'AIFF', b'AIFC'):
        return 'x-aiff'
    if data.startswith(b'.snd'):
        return 'basic'
    return None


class MIMEAudio(MIMENonMultipart):
    """A message of type audio. The subtype is found out if it is not given."""

    def __init__(self, _audiodata, _subtype=None, _encoder=encoders.encode_base64, *, policy=None, **_params):
        if _subtype is None:
            _subtype = _kind_of(_audiodata)
        if _subtype is None:
            raise TypeError('Could not find audio MIME subtype')
        MIMENonMultipart.__init__(self, 'audio', _subtype, policy=policy, **_params)
        self.set_payload(_audiodata)
        _encoder(self)
