# The classes of io: bases, ABCs, subclasses in Python, lay-outs.
import io, _io, abc, tempfile, os
for c in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase, io.FileIO, io.BytesIO, io.StringIO, io.TextIOWrapper, io.BufferedReader, io.BufferedWriter, io.BufferedRandom, io.BufferedRWPair, _io._IOBase, _io._RawIOBase, _io._BufferedIOBase, _io._TextIOBase, io.UnsupportedOperation):
    print(c, c.__mro__, c.__bases__, type(c), c.__module__)
print(issubclass(io.StringIO, io.TextIOBase), isinstance(io.BytesIO(), io.BufferedIOBase), issubclass(io.FileIO, io.IOBase), issubclass(io.StringIO, _io._TextIOBase))
class R(io.RawIOBase):
    def __init__(self, data): self.data, self.at = data, 0
    def readable(self): return True
    def readinto(self, b):
        n = min(len(b), len(self.data) - self.at); b[:n] = self.data[self.at:self.at + n]; self.at += n; return n
r = R(b'one\ntwo\nthree')
print(io.BufferedReader(r).readlines())
with R(b'x\ny\n') as r: print(list(r), r.closed, vars(r).keys())
print(r.closed)
class T(io.TextIOBase):
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s); return len(s)
    def writable(self): return True
t = T(); print('hello', 3, file=t); print(t.parts, t.encoding, t.errors, t.newlines, t.isatty())
class M(io.StringIO, abc.ABC): pass
class L(io.TextIOWrapper):
    def write(self, s): return super().write(s.upper())
b = io.BytesIO(); l = L(b, 'utf-8'); l.write('abc'); l.flush(); print(b.getvalue(), L.__mro__)
class B(io.BytesIO):
    def close(self): print('close'); super().close()
with B(b'abc') as x: print(x.read())
class Both(io.BytesIO, dict if 0 else object): extra = 1
print(Both(b'z').getvalue())
class Tee(io.IOBase):
    pass
try: Tee().read()
except Exception as e: print(type(e), e)
try: Tee().fileno()
except Exception as e: print(type(e), e)
try: Tee().seek(0)
except Exception as e: print(type(e), e)
class Mixed(io.RawIOBase, io.BufferedIOBase): pass
print(Mixed.__mro__)
try:
    class Bad(io.BytesIO, io.StringIO): pass
except TypeError as e: print(e)
try:
    class Bad(io.StringIO, io.TextIOBase): pass
    print(Bad.__mro__)
except TypeError as e: print(e)
try:
    class Bad(io.TextIOBase, io.StringIO): pass
    print(Bad.__mro__)
except TypeError as e: print(e)
try:
    class Bad(io.TextIOBase, io.BytesIO): pass
    print(Bad.__mro__)
except TypeError as e: print(e)
o = _io._IOBase(); print(o.closed, o.readable()); o.close(); print(o.closed); o.q = 3; print(o.__dict__)
class S(io.IOBase): __slots__ = ('a',)
s = S(); s.a = 3; print(s.a, hasattr(s, '__dict__'))
p = os.path.join(tempfile.mkdtemp(), 'f')
with open(p, 'w') as f:
    print(type(f).__mro__, isinstance(f, io.TextIOBase), f.write('a\nb\n'))
import weakref, copy, pickle
w = weakref.ref(f); print(w() is f)
for o in (io.StringIO('q'), io.BytesIO(b'q')): print(pickle.loads(pickle.dumps(o)).getvalue())
