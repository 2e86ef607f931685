# bz2: objects, files, several streams, errors, bounded output.
import bz2
import io
import os
import tempfile


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


text = b"".join(b"line %d of the text\n" % i for i in range(500))
packed = bz2.compress(text)
print(len(packed), packed[:12], bz2.decompress(packed) == text, bz2.compress(b"").hex(), bz2.compress(b"abc", 1).hex())
for data in (packed + packed, packed + b"junk", packed[:-1], b"", b"junk", "text", packed[:30] + b"\0\0" + packed[32:]):
    try:
        print(len(bz2.decompress(data)))
    except Exception as error:
        print(type(error).__name__, error)
show(bz2.compress, b"a", 0)
show(bz2.compress, b"a", 10)
show(bz2.compress, "a")
c = bz2.BZ2Compressor()
pieces = c.compress(b"abc") + c.compress(b"def") + c.flush()
print(pieces.hex())
show(c.flush)
show(c.compress, b"x")
d = bz2.BZ2Decompressor()
print(d.eof, d.needs_input, d.unused_data)
print(d.decompress(packed + b"tail", 20), d.eof, d.needs_input, d.unused_data, len(d.decompress(b"")), d.eof, d.needs_input, d.unused_data)
show(d.decompress, b"")
d = bz2.BZ2Decompressor()
out = b"".join(d.decompress(packed[i:i + 7]) for i in range(0, len(packed), 7))
print(out == text, d.eof)
bomb = bz2.compress(bytes(20_000_000))
d = bz2.BZ2Decompressor()
print(len(bomb), len(d.decompress(bomb, max_length=1000)), d.needs_input, len(d.decompress(b"", 5)))

folder = tempfile.mkdtemp()
path = os.path.join(folder, "a.bz2")
with bz2.BZ2File(path, "w") as f:
    print(f.write(text), f.tell(), f.readable(), f.writable(), f.seekable(), f.closed)
    f.writelines([b"a\n", b"b\n"])
    show(f.read)
    show(f.seek, 0)
print(f.closed)
show(f.read)
show(f.fileno)
with bz2.open(path) as f:
    print(f.read(10), f.tell(), f.seek(40), f.readline(), f.peek()[:4], f.read1(5), f.seek(-4, 2), f.readlines(), f.read(), f.seekable())
    f.seek(0)
    print(next(f), f.readline(3), f.readinto(bytearray(5)), len(list(f)))
    show(f.write, b"x")
    show(f.readline, "x")
with bz2.open(path, "ab") as f:
    f.write(b"again")
with bz2.open(path, "rt", encoding="ascii") as f:
    print(f.read()[-10:])
with bz2.open(io.BytesIO(packed)) as f:
    print(f.read() == text)
f = bz2.BZ2File(io.BytesIO(packed[:-20]))
show(f.read)
show(bz2.BZ2File(io.BytesIO(b"")).read)
show(bz2.BZ2File(io.BytesIO(packed + b"garbage")).read, 5)
show(bz2.open, path, "z")
show(bz2.open, path, "rbt")
show(bz2.open, path, "rb", errors="x")
show(bz2.BZ2File, 3)
show(bz2.BZ2File, path, compresslevel=0)
print(bz2.__all__)
