"""Archives for shutil: registries of formats, packing a folder, unpacking. The formats need tarfile and zipfile when they are used."""
import os
import shutil

_COMPRESSIONS = {'gztar': ('gz', "gzip'ed tar-file", 'zlib', ['.tar.gz', '.tgz']), 'tar': ('', 'uncompressed tar file', None, ['.tar']),
                 'bztar': ('bz2', "bzip2'ed tar-file", 'bz2', ['.tar.bz2', '.tbz2']),
                 'xztar': ('xz', "xz'ed tar-file", 'lzma', ['.tar.xz', '.txz'])}


def _has(module):
    if module is None:
        return True
    try:
        __import__(module)
    except ImportError:
        return False
    return True


def _make_tar(base_name, base_dir, compression='', root_dir=None, dry_run=0, logger=None, **kwargs):
    import tarfile
    name = base_name + '.tar' + (compression and '.' + compression)
    if logger is not None:
        logger.info('Creating tar archive')
    if not dry_run:
        with tarfile.open(name, f'w|{compression}') as tar:
            tar.add(os.path.join(root_dir or '', base_dir), base_dir)
    return os.path.abspath(name) if root_dir is not None else name


def _make_zip(base_name, base_dir, dry_run=0, logger=None, root_dir=None, **kwargs):
    import zipfile
    name = base_name + '.zip'
    if logger is not None:
        logger.info("creating '%s' and adding '%s' to it", name, base_dir)
    if not dry_run:
        with zipfile.ZipFile(name, 'w', compression=zipfile.ZIP_DEFLATED) as archive:
            top = os.path.join(root_dir or '', base_dir)
            for folder, folders, files in os.walk(top):
                for each in sorted(folders) + files:
                    path = os.path.join(folder, each)
                    if os.path.isdir(path) or os.path.isfile(path):
                        archive.write(path, os.path.normpath(os.path.join(base_dir, os.path.relpath(path, top))))
    return os.path.abspath(name) if root_dir is not None else name


def _unpack_tar(filename, extract_dir, *, filter=None):
    import tarfile
    try:
        archive = tarfile.open(filename)
    except tarfile.TarError:
        raise shutil.ReadError("%s is not a compressed or uncompressed tar file" % filename)
    with archive:
        archive.extractall(extract_dir, filter=filter)


def _unpack_zip(filename, extract_dir):
    import zipfile
    if not zipfile.is_zipfile(filename):
        raise shutil.ReadError("%s is not a zip file" % filename)
    with zipfile.ZipFile(filename) as archive:
        for info in archive.infolist():
            if info.filename.startswith('/') or '..' in info.filename:
                continue
            archive.extract(info, extract_dir)


_packers = {name: (_make_tar, [('compression', row[0])], row[1]) for name, row in _COMPRESSIONS.items() if _has(row[2])}
_unpackers = {name: (row[3], _unpack_tar, [], row[1]) for name, row in _COMPRESSIONS.items() if _has(row[2])}
_packers['zip'] = (_make_zip, [], 'ZIP file')
_unpackers['zip'] = (['.zip'], _unpack_zip, [], 'ZIP file')


def get_archive_formats():
    """(name, description) of the formats that make_archive() knows, sorted."""
    return sorted((name, row[2]) for name, row in _packers.items())


def register_archive_format(name, function, extra_args=None, description=''):
    """Add a format for make_archive()."""
    extra_args = [] if extra_args is None else extra_args
    if not callable(function):
        raise TypeError('The %s object is not callable' % function)
    if not isinstance(extra_args, (tuple, list)):
        raise TypeError('extra_args needs to be a sequence')
    for each in extra_args:
        if not isinstance(each, (tuple, list)) or len(each) != 2:
            raise TypeError('extra_args elements are : (arg_name, value)')
    _packers[name] = (function, extra_args, description)


def unregister_archive_format(name):
    """Take a format away."""
    del _packers[name]


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None, logger=None):
    """Pack base_dir, as seen from root_dir, into base_name plus the format's extension: the archive's path."""
    try:
        function, extra, _ = _packers[format]
    except KeyError:
        raise ValueError("unknown archive format '%s'" % format) from None
    base_name = os.fspath(base_name)
    kwargs = {'dry_run': dry_run, 'logger': logger, **dict(extra)}
    if root_dir is not None:
        kwargs['root_dir'] = os.fspath(root_dir)
        base_name = os.path.abspath(base_name)
    return function(base_name, os.curdir if base_dir is None else base_dir, **kwargs)


def get_unpack_formats():
    """(name, extensions, description) of the formats that unpack_archive() knows, sorted."""
    return sorted((name, row[0], row[3]) for name, row in _unpackers.items())


def register_unpack_format(name, extensions, function, extra_args=None, description=''):
    """Add a format for unpack_archive()."""
    taken = {extension: other for other, row in _unpackers.items() for extension in row[0]}
    for extension in extensions:
        if extension in taken:
            raise shutil.RegistryError('%s is already registered for "%s"' % (extension, taken[extension]))
    if not callable(function):
        raise TypeError('The registered function must be a callable')
    _unpackers[name] = (extensions, function, [] if extra_args is None else extra_args, description)


def unregister_unpack_format(name):
    """Take a format away."""
    del _unpackers[name]


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):
    """Unpack an archive into a folder; the format is told by the extension unless given."""
    extract_dir = os.fspath(os.getcwd() if extract_dir is None else extract_dir)
    filename = os.fspath(filename)
    if format is None:
        for name, row in _unpackers.items():
            if any(filename.endswith(extension) for extension in row[0]):
                format = name
                break
        else:
            raise shutil.ReadError("Unknown archive format '{0}'".format(filename))
    elif format not in _unpackers:
        raise ValueError("Unknown unpack format '{0}'".format(format)) from None
    _, function, extra, _ = _unpackers[format]
    kwargs = dict(extra)
    if filter is not None:
        kwargs['filter'] = filter
    function(filename, extract_dir, **kwargs)
