# io: StringIO and BytesIO, TextIOWrapper over bytes.
import io
s = io.StringIO("line1\nline2\nline3")
print(s.read(3), s.tell(), repr(s.readline()), s.readlines(), s.read(), s.seek(0), list(s), s.getvalue(), s.seek(2), s.read(2),
    s.seekable(), s.readable(), s.writable(), s.closed)
s = io.StringIO()
print(s.write("hello"), s.write(" é日"), s.getvalue(), s.tell(), s.seek(1), s.write("E"), s.getvalue(), s.truncate(3), s.getvalue(),
    s.seek(10), s.write("x"), repr(s.getvalue()), s.seek(0, 2), s.writelines(["a", "b"]), repr(s.getvalue()[-3:]))
b = io.BytesIO(b"abc\ndef\n")
print(b.read(2), b.readline(), b.read(), b.read(), b.seek(-4, 2), b.readlines(), b.getvalue(), b.seek(0), b.write(b"XY"), b.getvalue(),
    b.tell(), b.truncate(), b.getvalue(), b.getbuffer()[0], b.seek(0), b.read1(1), b.seek(5), b.write(b"!"), b.getvalue())
a = bytearray(3); b.seek(0)
print(b.readinto(a), a, [l for l in io.BytesIO(b"1\n2\n")], io.StringIO("a\r\nb\rc").readlines(),
    io.StringIO("a\r\nb\rc", newline=None).readlines(), io.StringIO("a\r\nb", newline="").readlines(),
    repr(io.StringIO(initial_value="q").read()))
with io.StringIO() as f: print("ctx", file=f); v = f.getvalue()
print(repr(v), f.closed)
for g in (lambda: f.read(), lambda: f.getvalue(), lambda: io.StringIO(5), lambda: io.StringIO().write(b"a"), lambda: io.BytesIO("a"),
        lambda: io.BytesIO().write("a"), lambda: io.StringIO("a").seek(-1), lambda: io.StringIO("a").seek(1, 1),
        lambda: io.BytesIO().seek(-1), lambda: io.StringIO().fileno(), lambda: io.StringIO("a").read("x"), lambda: io.BytesIO(b"a").nope,
        lambda: io.StringIO().truncate(-1), lambda: io.StringIO().seek(0, 5), lambda: io.BytesIO(b"abc").seek(-2, 1)):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
t = io.TextIOWrapper(io.BytesIO("é1\nzwei\n".encode()), encoding="utf-8")
print(t.readline(), t.read(), t.buffer.getvalue() if hasattr(t.buffer, "getvalue") else "", t.encoding)
w = io.TextIOWrapper(io.BytesIO(), encoding="latin-1"); w.write("é\n"); w.flush(); print(w.buffer.getvalue())
print(io.SEEK_SET, io.SEEK_END, io.DEFAULT_BUFFER_SIZE > 0, isinstance(s, io.IOBase), isinstance(s, io.TextIOBase),
    isinstance(b, io.BufferedIOBase), issubclass(io.UnsupportedOperation, (OSError, ValueError)),
    io.UnsupportedOperation.__mro__[1].__name__, io.open is open)
class Up(io.StringIO):
    def write(self, x): return super().write(x.upper())
u = Up(); print("shout", file=u, end=""); print(u.getvalue())
