"""What pathlib.PureWindowsPath needs to know of Windows: separators, drives, joining."""

sep = '\\'
altsep = '/'

_DEVICES = frozenset(['CON', 'PRN', 'AUX', 'NUL', 'CONIN$', 'CONOUT$'] + [f'{word}{n}' for word in ('COM', 'LPT') for n in '123456789\xb9\xb2\xb3'])


def normcase(path):
    """The path in small letters with backslashes."""
    return path.replace('/', '\\').lower()


def splitroot(path):
    """(drive, root, rest) of a path: 'c:', '\\\\server\\share' or nothing; a backslash or nothing."""
    p = path.replace('/', '\\')
    if p[:1] == '\\':
        if p[1:2] != '\\':
            return '', path[:1], path[1:]
        start = 8 if p[:8].upper() == '\\\\?\\UNC\\' else 2
        host = p.find('\\', start)
        if host < 0:
            return path, '', ''
        share = p.find('\\', host + 1)
        if share < 0:
            return path, '', ''
        return path[:share], path[share:share + 1], path[share + 1:]
    if p[1:2] == ':':
        if p[2:3] == '\\':
            return path[:2], path[2:3], path[3:]
        return path[:2], '', path[2:]
    return '', '', path


def join(path, *paths):
    """Put components together: a root discards the path before it, a drive also the drive."""
    drive, root, rest = splitroot(path)
    for each in paths:
        d, r, p = splitroot(each)
        if r:
            drive, root, rest = d or drive, r, p
            continue
        if d and d != drive:
            if d.lower() != drive.lower():
                drive, root, rest = d, r, p
                continue
            drive = d
        if rest and rest[-1] not in '\\/':
            rest += '\\'
        rest += p
    if rest and not root and drive and drive[-1] not in ':\\/':
        return drive + '\\' + rest
    return drive + root + rest


def is_reserved_name(name):
    """Is it the name of a device, whatever its extension?"""
    return name.partition('.')[0].partition(':')[0].rstrip(' ').upper() in _DEVICES
