"""Source lines by file name and number, kept in memory. Made for tracebacks: a line that cannot be had is ''.

`cache` maps a file name to (size, mtime, lines, full name), or to a 1-tuple with a function that will fetch the text
from a module's loader when somebody asks.
"""

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def clearcache():
    """Forget all lines."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """Return a line with its newline, or '' if there is none. Never raises."""
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ''


def getlines(filename, module_globals=None):
    """Return all lines of a file, [] if it cannot be read."""
    if filename in cache:
        entry = cache[filename]
        if len(entry) != 1:
            return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def checkcache(filename=None):
    """Forget the file (or all files) that changed on disk since it was read."""
    for name in list(cache) if filename is None else [filename]:
        entry = cache.get(name)
        if entry is None or len(entry) == 1:
            continue
        size, mtime, _, fullname = entry
        if mtime is None:       # not from a file
            continue
        try:
            now = _stat(fullname)
        except (OSError, ValueError):
            cache.pop(name, None)
            continue
        if size != now.st_size or mtime != now.st_mtime:
            cache.pop(name, None)


def updatecache(filename, module_globals=None):
    """Read the file again and return its lines, [] if it cannot be read."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        del cache[filename]
    if not filename or (filename.startswith('<') and filename.endswith('>')):
        if not _is_pending(filename):
            return []
    fullname = filename
    stat = None
    try:
        stat = _stat(fullname)
    except (OSError, ValueError):
        if lazycache(filename, module_globals) or _is_pending(filename):
            try:
                text = cache[filename][0]()
            except (ImportError, OSError):
                pass
            else:
                if text is None:
                    return []
                lines = [line + '\n' for line in text.splitlines()]
                cache[filename] = (len(text), None, lines, fullname)
                return lines
        if filename.startswith('/'):
            return []
        stat, fullname = _search_path(filename)
        if stat is None:
            return []
    try:
        lines = _read_lines(fullname)
    except (OSError, UnicodeDecodeError, SyntaxError, LookupError):
        return []
    if lines and not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    cache[filename] = stat.st_size, stat.st_mtime, lines, fullname
    return lines


def lazycache(filename, module_globals):
    """Note the loader that can give the file's text later; False if there is none."""
    if filename in cache:
        return _is_pending(filename)
    if not filename or (filename.startswith('<') and filename.endswith('>')):
        return False
    if module_globals and '__name__' in module_globals:
        spec = module_globals.get('__spec__')
        name = getattr(spec, 'name', None) or module_globals['__name__']
        loader = getattr(spec, 'loader', None)
        if loader is None:
            loader = module_globals.get('__loader__')
        get_source = getattr(loader, 'get_source', None)
        if name and get_source:
            cache[filename] = (lambda: get_source(name),)
            return True
    return False


def _is_pending(filename):
    return len(cache.get(filename, ())) == 1


def _stat(path):
    from posix import stat
    return stat(path)


def _search_path(filename):
    # A relative name may be relative to a place on sys.path.
    import sys
    for folder in sys.path:
        if not isinstance(folder, str):
            continue
        fullname = f'{folder}/{filename}' if folder else filename
        try:
            return _stat(fullname), fullname
        except (OSError, ValueError):
            pass
    return None, None


def _read_lines(path):
    with open(path, 'rb') as file:
        data = file.read()
    if data.startswith(b'\xef\xbb\xbf'):
        data = data[3:]
    text = data.decode(_declared_encoding(data))
    if '\r' in text:
        text = text.replace('\r\n', '\n').replace('\r', '\n')
    # no splitlines(): a form feed, say, ends no source line
    lines = text.split('\n')
    last = lines.pop()
    lines = [line + '\n' for line in lines]
    if last:
        lines.append(last)
    return lines


def _declared_encoding(data):
    # The name after "coding:" or "coding=" in a comment on one of the first two lines.
    for line in data.split(b'\n', 2)[:2]:
        line = line.strip()
        if not line.startswith(b'#'):
            if line:
                break
            continue
        at = line.find(b'coding')
        while at >= 0:
            rest = line[at + 6:]
            if rest[:1] in (b':', b'='):
                name = bytearray()
                for byte in rest[1:].lstrip(b' \t'):
                    if chr(byte).isalnum() or byte in b'-_.':
                        name.append(byte)
                    else:
                        break
                if name:
                    return name.decode('ascii')
            at = line.find(b'coding', at + 1)
    return 'utf-8'
