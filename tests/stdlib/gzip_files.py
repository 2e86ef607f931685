# Gzip files: writing, reading, seeking, text mode, several members, headers, what is refused.
import gzip
import io
import os
import struct
import tempfile
import zlib


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


folder = tempfile.mkdtemp()
path = os.path.join(folder, "notes.txt.gz")
text = b"".join(b"line %d of the text\n" % i for i in range(2000))

with gzip.GzipFile(path, "wb", mtime=12345) as f:
    print(f.write(text), f.tell(), f.mode, f.closed, f.readable(), f.writable(), f.seekable(), os.path.basename(f.name))
    show(f.read)
    show(f.peek, 3)
    f.flush()
    show(f.seek, 2)
    print(f.seek(len(text) + 5), f.tell())
print(f.closed)
show(f.write, b"x")
show(f.read)
raw = open(path, "rb").read()
print(raw[:22], struct.unpack("<II", raw[-8:]) == (zlib.crc32(text + bytes(5)), len(text) + 5))
with gzip.open(path) as f:
    print(f.read(20), f.tell(), f.readline(), f.seek(100), f.read(9), f.peek(5)[:5], f.read1(7), f.seek(-3, 1), f.read(3))
    print(f.seek(-30, 2), f.read(), f.read(), f.mtime, f.readable(), f.writable())
    f.rewind()
    print(next(f), next(iter(f)), len(f.readlines()))
    show(f.write, b"x")
    buffer = bytearray(10)
    f.seek(0)
    print(f.readinto(buffer), buffer, f.mode)
with gzip.open(path, "ab") as f:
    f.write(b"more")
print(gzip.open(path).read()[-9:])
with gzip.open(path, "wt", encoding="utf-8", newline="\n") as f:
    f.write("h\xe9llo\nw\xf6rld\n")
with gzip.open(path, "rt", encoding="utf-8") as f:
    print(ascii(list(f)))
show(gzip.open, path, "rbt")
show(gzip.open, path, "rb", encoding="utf-8")
show(gzip.open, path, "rb", newline="")
show(gzip.open, 3)
show(gzip.GzipFile, path, "rt")
show(gzip.GzipFile, path, "z")

memory = io.BytesIO()
with gzip.GzipFile(fileobj=memory, mode="w", compresslevel=1, mtime=0) as f:
    f.write(memoryview(text))
    f.write(bytearray(b"end"))
print(memory.closed, memory.getvalue()[:10], f.fileobj)
memory.seek(0)
with gzip.GzipFile(fileobj=memory) as f:
    print(f.read() == text + b"end", repr(f.name))

print(gzip.compress(b"abc", mtime=0).hex(), gzip.compress(b"abc", 1, mtime=77).hex(), gzip.compress(b"", 5, mtime=1).hex())
one = gzip.compress(b"one", mtime=0)
two = gzip.compress(b"two", mtime=0)
for data in (one, one + two, one + bytes(20) + two + bytes(3), b"", one[:-1], one[:12], one[:5], b"\x1f\x8b", b"PK\3\4", b"\x1f\x8b\x07" + one[3:],
             one[:-8] + bytes(8), one[:-4] + bytes(4), one + b"garbage", one + b"\x1f\x8b\x08", one[:10] + b"\xff" + one[11:]):
    show(gzip.decompress, data)
    show(gzip.GzipFile(fileobj=io.BytesIO(data)).read)
full = b"\x1f\x8b\x08\x1e" + bytes(4) + b"\0\xff" + b"\4\0xtra" + b"name\0" + b"comment\0" + b"\x12\x34" + one[10:]
show(gzip.decompress, full)
show(gzip.GzipFile(fileobj=io.BytesIO(full)).read)

bomb = gzip.compress(bytes(50_000_000), mtime=0)
f = gzip.GzipFile(fileobj=io.BytesIO(bomb))
print(len(bomb) < 60_000, len(f.read(1000)), f.tell(), len(f.read1(500)))
print(issubclass(gzip.BadGzipFile, OSError), gzip.__all__)
