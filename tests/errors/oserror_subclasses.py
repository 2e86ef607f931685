class B(Exception): pass
class E(B, OSError): pass
class F(E):
    def __init__(self, k, o):
        self.k = k
        super().__init__(o.errno, o.strerror)
        self.args = k, o
e = F(('h', 1), OSError(2, 'nope'))
print(e.strerror, e.errno, e.args, str(e), e.filename)
e = OSError(5, 'x', 'file'); e.args = (1, 2, 3); print(e.errno, e.strerror, e.filename, e)
e = OSError('just'); e.args = (1, 2); print(e.errno, e.strerror, e)
class G(OSError):
    def __init__(self, a, b, c): super().__init__(b, c)
g = G(1, 2, 'three'); print(g.errno, g.strerror, g.args, g)
class H(OSError):
    def __new__(cls, *a): return super().__new__(cls, *a)
    def __init__(self, a, b, c): super().__init__(b, c)
try:
    g = H(1, 2, 'three'); print(g.errno, g.strerror, g.args, g)
except Exception as ex: print(repr(ex))
class I(OSError):
    def __init__(self, key, o): self.x = 1; super().__init__(o.errno, o.strerror)
g = I('k', OSError(7, 'seven')); print(g.errno, g.strerror, g.args, g)
for cls in (UnicodeDecodeError,):
    u = cls('utf8', b'abc', 0, 1, 'r'); u.args = (1,); print(u, u.encoding)
s = SyntaxError('m', ('f', 1, 2, 't')); s.args = ('z',); print(s.msg, s.filename, s)
k = StopIteration(5); k.args = (6,); print(k.value)
k = SystemExit(5); k.args = (6,); print(k.code)
i = ImportError('a', name='n'); i.args = ('b',); print(i.msg, i)
