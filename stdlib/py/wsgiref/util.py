"""Questions about WSGI environments, and an answer made of a file."""
import posixpath

__all__ = ['FileWrapper', 'guess_scheme', 'application_uri', 'request_uri', 'shift_path_info', 'setup_testing_defaults', 'is_hop_by_hop']

_HOP_BY_HOP = frozenset(('connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailers', 'transfer-encoding', 'upgrade'))


class FileWrapper:
    """A file as blocks."""

    def __init__(self, filelike, blksize=8192):
        self.filelike, self.blksize = filelike, blksize
        if hasattr(filelike, 'close'):
            self.close = filelike.close

    def __iter__(self):
        return self

    def __next__(self):
        data = self.filelike.read(self.blksize)
        if not data:
            raise StopIteration
        return data


def guess_scheme(environ):
    """'https' or 'http'."""
    return 'https' if environ.get('HTTPS') in ('yes', 'on', '1') else 'http'


def application_uri(environ):
    """The address of the application, without what is behind its root."""
    from urllib.parse import quote
    scheme = environ['wsgi.url_scheme']
    host = environ.get('HTTP_HOST')
    if not host:
        host = environ['SERVER_NAME']
        if environ['SERVER_PORT'] != ('443' if scheme == 'https' else '80'):
            host += ':' + environ['SERVER_PORT']
    return f'{scheme}://{host}' + quote(environ.get('SCRIPT_NAME') or '/', encoding='latin1')


def request_uri(environ, include_query=True):
    """The whole address of the request."""
    from urllib.parse import quote
    path = quote(environ.get('PATH_INFO', ''), safe='/;=,', encoding='latin1')
    uri = application_uri(environ) + (path if environ.get('SCRIPT_NAME') else path[1:])
    query = environ.get('QUERY_STRING')
    return uri + '?' + query if include_query and query else uri


def shift_path_info(environ):
    """Moves the first name of PATH_INFO to SCRIPT_NAME and returns it; None if there is no more."""
    path = environ.get('PATH_INFO', '')
    if not path:
        return None
    first, *rest = path.split('/')
    rest = [part for part in rest[:-1] if part and part != '.'] + rest[-1:]
    name = rest[0] if rest else ''
    script = posixpath.normpath(environ.get('SCRIPT_NAME', '') + '/' + name)
    if script.endswith('/'):
        script = script[:-1]
    if not name and not script.endswith('/'):
        script += '/'
    environ['SCRIPT_NAME'] = script
    environ['PATH_INFO'] = '/'.join([first, *rest[1:]]) if rest else first
    return None if name == '.' else name


def setup_testing_defaults(environ):
    """Fills an environment with what a request of a test needs."""
    from io import BytesIO, StringIO
    for key, value in (('SERVER_NAME', '127.0.0.1'), ('SERVER_PROTOCOL', 'HTTP/1.0'), ('HTTP_HOST', environ.get('SERVER_NAME', '127.0.0.1')),
                       ('REQUEST_METHOD', 'GET')):
        environ.setdefault(key, value)
    if 'SCRIPT_NAME' not in environ and 'PATH_INFO' not in environ:
        environ.update(SCRIPT_NAME='', PATH_INFO='/')
    for key, value in (('wsgi.version', (1, 0)), ('wsgi.run_once', 0), ('wsgi.multithread', 0), ('wsgi.multiprocess', 0),
                       ('wsgi.input', BytesIO()), ('wsgi.errors', StringIO()), ('wsgi.url_scheme', guess_scheme(environ))):
        environ.setdefault(key, value)
    environ.setdefault('SERVER_PORT', '80' if environ['wsgi.url_scheme'] == 'http' else '443')


def is_hop_by_hop(header_name):
    """Is the header between two neighbours only?"""
    return header_name.lower() in _HOP_BY_HOP
