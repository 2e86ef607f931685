"""Pictures."""

__all__ = ['MIMEImage']

from email import encoders
from email.mime.nonmultipart import MIMENonMultipart

_BEGINNINGS = ((b'\x89PNG\r\n\x1a\n', 'png'), (b'GIF87a', 'gif'), (b'GIF89a', 'gif'), (b'BM', 'bmp'), (b'MM', 'tiff'),
               (b'II', 'tiff'), (b'\xff\xd8\xff', 'jpeg'))


def _kind_of(data):
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    if data[6:10] in (b'JFIF', b'Exif'):
        return 'jpeg'
    if data.startswith(b'RIFF') and data[8:12] == b'WEBP':
        return 'webp'
    return None


class MIMEImage(MIMENonMultipart):
    """A message of type image. The subtype is found out if it is not given."""

    def __init__(self, _imagedata, _subtype=None, _encoder=encoders.encode_base64, *, policy=None, **_params):
        if _subtype is None:
            _subtype = _kind_of(_imagedata)
        if _subtype is None:
            raise TypeError('Could not guess image MIME subtype')
        MIMENonMultipart.__init__(self, 'image', _subtype, policy=policy, **_params)
        self.set_payload(_imagedata)
        _encoder(self)
