"""Types of files by their names."""

import os
import posixpath
import urllib.parse

__all__ = ['knownfiles', 'inited', 'MimeTypes', 'guess_type', 'guess_all_extensions', 'guess_extension', 'add_type', 'init',
           'read_mime_types', 'suffix_map', 'encodings_map', 'types_map', 'common_types']

knownfiles = ['/etc/mime.types', '/etc/httpd/mime.types', '/etc/httpd/conf/mime.types', '/etc/apache/mime.types',
              '/etc/apache2/mime.types', '/usr/local/etc/httpd/conf/mime.types', '/usr/local/lib/netscape/mime.types',
              '/usr/local/etc/httpd/conf/mime.types', '/usr/local/etc/mime.types']
inited = False
_db = None

suffix_map = {'.svgz': '.svg.gz', '.tgz': '.tar.gz', '.taz': '.tar.gz', '.tz': '.tar.gz', '.tbz2': '.tar.bz2', '.txz': '.tar.xz'}
encodings_map = {'.gz': 'gzip', '.Z': 'compress', '.bz2': 'bzip2', '.xz': 'xz', '.br': 'br'}
types_map = {
    '.js': 'text/javascript', '.mjs': 'text/javascript', '.json': 'application/json',
    '.webmanifest': 'application/manifest+json', '.doc': 'application/msword', '.dot': 'application/msword',
    '.wiz': 'application/msword', '.nq': 'application/n-quads', '.nt': 'application/n-triples',
    '.bin': 'application/octet-stream', '.a': 'application/octet-stream', '.dll': 'application/octet-stream',
    '.exe': 'application/octet-stream', '.o': 'application/octet-stream', '.obj': 'application/octet-stream',
    '.so': 'application/octet-stream', '.oda': 'application/oda', '.pdf': 'application/pdf',
    '.p7c': 'application/pkcs7-mime', '.ps': 'application/postscript', '.ai': 'application/postscript',
    '.eps': 'application/postscript', '.trig': 'application/trig', '.m3u': 'application/vnd.apple.mpegurl',
    '.m3u8': 'application/vnd.apple.mpegurl', '.xls': 'application/vnd.ms-excel', '.xlb': 'application/vnd.ms-excel',
    '.ppt': 'application/vnd.ms-powerpoint', '.pot': 'application/vnd.ms-powerpoint',
    '.ppa': 'application/vnd.ms-powerpoint', '.pps': 'application/vnd.ms-powerpoint',
    '.pwz': 'application/vnd.ms-powerpoint', '.wasm': 'application/wasm', '.bcpio': 'application/x-bcpio',
    '.cpio': 'application/x-cpio', '.csh': 'application/x-csh', '.dvi': 'application/x-dvi',
    '.gtar': 'application/x-gtar', '.hdf': 'application/x-hdf', '.h5': 'application/x-hdf5',
    '.latex': 'application/x-latex', '.mif': 'application/x-mif', '.cdf': 'application/x-netcdf',
    '.nc': 'application/x-netcdf', '.p12': 'application/x-pkcs12', '.pfx': 'application/x-pkcs12',
    '.ram': 'application/x-pn-realaudio', '.pyc': 'application/x-python-code', '.pyo': 'application/x-python-code',
    '.sh': 'application/x-sh', '.shar': 'application/x-shar', '.swf': 'application/x-shockwave-flash',
    '.sv4cpio': 'application/x-sv4cpio', '.sv4crc': 'application/x-sv4crc', '.tar': 'application/x-tar',
    '.tcl': 'application/x-tcl', '.tex': 'application/x-tex', '.texi': 'application/x-texinfo',
    '.texinfo': 'application/x-texinfo', '.roff': 'application/x-troff', '.t': 'application/x-troff',
    '.tr': 'application/x-troff', '.man': 'application/x-troff-man', '.me': 'application/x-troff-me',
    '.ms': 'application/x-troff-ms', '.ustar': 'application/x-ustar', '.src': 'application/x-wais-source',
    '.xsl': 'application/xml', '.rdf': 'application/xml', '.wsdl': 'application/xml', '.xpdl': 'application/xml',
    '.zip': 'application/zip', '.3gp': 'audio/3gpp', '.3gpp': 'audio/3gpp', '.3g2': 'audio/3gpp2',
    '.3gpp2': 'audio/3gpp2', '.aac': 'audio/aac', '.adts': 'audio/aac', '.loas': 'audio/aac', '.ass': 'audio/aac',
    '.au': 'audio/basic', '.snd': 'audio/basic', '.mp3': 'audio/mpeg', '.mp2': 'audio/mpeg', '.opus': 'audio/opus',
    '.aif': 'audio/x-aiff', '.aifc': 'audio/x-aiff', '.aiff': 'audio/x-aiff', '.ra': 'audio/x-pn-realaudio',
    '.wav': 'audio/x-wav', '.avif': 'image/avif', '.bmp': 'image/bmp', '.gif': 'image/gif', '.ief': 'image/ief',
    '.jpg': 'image/jpeg', '.jpe': 'image/jpeg', '.jpeg': 'image/jpeg', '.heic': 'image/heic', '.heif': 'image/heif',
    '.png': 'image/png', '.svg': 'image/svg+xml', '.tiff': 'image/tiff', '.tif': 'image/tiff',
    '.ico': 'image/vnd.microsoft.icon', '.ras': 'image/x-cmu-raster', '.pnm': 'image/x-portable-anymap',
    '.pbm': 'image/x-portable-bitmap', '.pgm': 'image/x-portable-graymap', '.ppm': 'image/x-portable-pixmap',
    '.rgb': 'image/x-rgb', '.xbm': 'image/x-xbitmap', '.xpm': 'image/x-xpixmap', '.xwd': 'image/x-xwindowdump',
    '.eml': 'message/rfc822', '.mht': 'message/rfc822', '.mhtml': 'message/rfc822', '.nws': 'message/rfc822',
    '.css': 'text/css', '.csv': 'text/csv', '.html': 'text/html', '.htm': 'text/html', '.n3': 'text/n3',
    '.txt': 'text/plain', '.bat': 'text/plain', '.c': 'text/plain', '.h': 'text/plain', '.ksh': 'text/plain',
    '.pl': 'text/plain', '.srt': 'text/plain', '.rtx': 'text/richtext', '.tsv': 'text/tab-separated-values',
    '.vtt': 'text/vtt', '.py': 'text/x-python', '.etx': 'text/x-setext', '.sgm': 'text/x-sgml',
    '.sgml': 'text/x-sgml', '.vcf': 'text/x-vcard', '.xml': 'text/xml', '.mp4': 'video/mp4', '.mpeg': 'video/mpeg',
    '.m1v': 'video/mpeg', '.mpa': 'video/mpeg', '.mpe': 'video/mpeg', '.mpg': 'video/mpeg', '.mov': 'video/quicktime',
    '.qt': 'video/quicktime', '.webm': 'video/webm', '.avi': 'video/x-msvideo', '.movie': 'video/x-sgi-movie',
}
common_types = {
    '.rtf': 'application/rtf', '.midi': 'audio/midi', '.mid': 'audio/midi', '.jpg': 'image/jpg',
    '.pict': 'image/pict', '.pct': 'image/pict', '.pic': 'image/pict', '.webp': 'image/webp', '.xul': 'text/xul',
}

_suffix_map_default, _encodings_map_default, _types_map_default, _common_types_default = (
    suffix_map.copy(), encodings_map.copy(), types_map.copy(), common_types.copy())


class MimeTypes:
    """A table of types: types_map[True] has the registered ones, types_map[False] others in common use."""

    def __init__(self, filenames=(), strict=True):
        if not inited:
            init()
        self.encodings_map = _encodings_map_default.copy()
        self.suffix_map = _suffix_map_default.copy()
        self.types_map = ({}, {})
        self.types_map_inv = ({}, {})
        for extension, kind in _types_map_default.items():
            self.add_type(kind, extension, True)
        for extension, kind in _common_types_default.items():
            self.add_type(kind, extension, False)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        """Say what type an extension has."""
        self.types_map[strict][ext] = type
        extensions = self.types_map_inv[strict].setdefault(type, [])
        if ext not in extensions:
            extensions.append(ext)

    def guess_type(self, url, strict=True):
        """The pair (type, encoding) for a path or URL, with None for what is not known."""
        url = os.fspath(url)
        scheme, rest = urllib.parse._splittype(url)
        if scheme and len(scheme) > 1:
            url = rest
        if scheme == 'data':
            comma = url.find(',')
            if comma < 0:
                return None, None
            semicolon = url.find(';', 0, comma)
            kind = url[:semicolon if semicolon >= 0 else comma]
            if '=' in kind or '/' not in kind:
                kind = 'text/plain'
            return kind, None
        base, extension = posixpath.splitext(url)
        while (lower := extension.lower()) in self.suffix_map:
            base, extension = posixpath.splitext(base + self.suffix_map[lower])
        encoding = None
        if extension in self.encodings_map:
            encoding = self.encodings_map[extension]
            base, extension = posixpath.splitext(base)
        extension = extension.lower()
        for table in (self.types_map[True],) if strict else (self.types_map[True], self.types_map[False]):
            if extension in table:
                return table[extension], encoding
        return None, encoding

    def guess_all_extensions(self, type, strict=True):
        """The extensions of a type."""
        type = type.lower()
        extensions = list(self.types_map_inv[True].get(type, []))
        if not strict:
            extensions += [e for e in self.types_map_inv[False].get(type, []) if e not in extensions]
        return extensions

    def guess_extension(self, type, strict=True):
        """An extension of a type, or None."""
        extensions = self.guess_all_extensions(type, strict)
        return extensions[0] if extensions else None

    def read(self, filename, strict=True):
        """Take in a file of types in Apache's form."""
        with open(filename, encoding='utf-8') as fp:
            self.readfp(fp, strict)

    def readfp(self, fp, strict=True):
        for line in fp:
            words = line.partition('#')[0].split()
            for extension in words[1:]:
                self.add_type(words[0], '.' + extension, strict)


def _database():
    if _db is None:
        init()
    return _db


def guess_type(url, strict=True):
    """The pair (type, encoding) for a path or URL."""
    return _database().guess_type(url, strict)


def guess_all_extensions(type, strict=True):
    """The extensions of a type."""
    return _database().guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    """An extension of a type, or None."""
    return _database().guess_extension(type, strict)


def add_type(type, ext, strict=True):
    """Say what type an extension has."""
    return _database().add_type(type, ext, strict)


def init(files=None):
    """Fill the tables, also from the system's files."""
    global inited, _db, suffix_map, encodings_map, types_map, common_types
    inited = True
    if files is None or _db is None:
        db = MimeTypes()
        files = knownfiles + list(files or ())
    else:
        db = _db
    for name in files:
        if os.path.isfile(name):
            db.read(name)
    encodings_map = db.encodings_map
    suffix_map = db.suffix_map
    types_map = db.types_map[True]
    common_types = db.types_map[False]
    _db = db


def read_mime_types(file):
    """The dictionary of extensions that a file has, None if it cannot be read."""
    try:
        f = open(file, encoding='utf-8')
    except OSError:
        return None
    with f:
        db = MimeTypes()
        db.readfp(f, True)
        return db.types_map[True]
