"""Files with a URL and headers: what urllib.request opens when it is not HTTP."""

__all__ = ['addbase', 'addclosehook', 'addinfo', 'addinfourl']


class addbase:
    """Stands before a file object."""

    def __init__(self, fp):
        self._init_file(fp)

    def _init_file(self, fp):
        self.fp = self.file = fp
        self.name = '<urllib response>'

    def __getattr__(self, name):
        if name in ('file', 'fp'):
            raise AttributeError(name)
        return getattr(self.file, name)

    def __repr__(self):
        return '<%s at %r whose fp = %r>' % (self.__class__.__name__, id(self), self.file)

    def __iter__(self):
        return iter(self.file)

    def __next__(self):
        return next(self.file)

    def close(self):
        self.file.close()

    def __enter__(self):
        if self.file.closed:
            raise ValueError('I/O operation on closed file')
        return self

    def __exit__(self, type, value, traceback):
        self.close()


class addclosehook(addbase):
    """Calls a function when it is closed."""

    def __init__(self, fp, closehook, *hookargs):
        super().__init__(fp)
        self.closehook = closehook
        self.hookargs = hookargs

    def close(self):
        try:
            hook, args = self.closehook, self.hookargs
            if hook:
                self.closehook = self.hookargs = None
                hook(*args)
        finally:
            super().close()


class addinfo(addbase):
    """Has headers."""

    def __init__(self, fp, headers):
        super().__init__(fp)
        self.headers = headers

    def info(self):
        return self.headers


class addinfourl(addinfo):
    """Has headers, a URL and a status."""

    def __init__(self, fp, headers, url, code=None):
        self._init_response(fp, headers, url, code)

    def _init_response(self, fp, headers, url, code):
        self._init_file(fp)
        self.headers = headers
        self.url = url
        self.code = code

    @property
    def status(self):
        return self.code

    def getcode(self):
        return self.code

    def geturl(self):
        return self.url
