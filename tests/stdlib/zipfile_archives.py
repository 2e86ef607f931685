# Archives: writing, reading, all methods, members as files, folders, appending, paths, damage.
import io
import os
import tempfile
import zipfile


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


folder = tempfile.mkdtemp()
os.chdir(folder)
text = b"".join(b"line %d\n" % i for i in range(3000))
with open("one.txt", "wb") as f:
    f.write(text)
os.utime("one.txt", (1_600_000_000, 1_600_000_000))
os.makedirs("sub/deep")
with zipfile.ZipFile("a.zip", "w") as z:
    for name, kind, level in (("stored", zipfile.ZIP_STORED, None), ("deflated", zipfile.ZIP_DEFLATED, 9), ("bzip2", zipfile.ZIP_BZIP2, None),
                              ("lzma", zipfile.ZIP_LZMA, None)):
        info = zipfile.ZipInfo(name + ".txt", (2020, 2, 29, 12, 30, 14))
        z.writestr(info, text, kind, level)
    z.write("one.txt", compress_type=zipfile.ZIP_DEFLATED)
    z.write("one.txt", "sub/other.txt")
    z.mkdir("made")
    with z.open("streamed.txt", "w") as f:
        f.write(b"part one ")
        f.write(b"part two")
        show(z.open, "x", "w")
        show(z.read, "one.txt")
    z.writestr(zipfile.ZipInfo("h\xe9\u4e2d.txt"), "text \xe9")
    z.comment = b"the comment"
    print(z.mode, z.filename, z.namelist()[-1] == "h\xe9\u4e2d.txt", z.compression)
with zipfile.ZipFile("a.zip") as z:
    for info in z.infolist():
        print(ascii(info.filename), info.compress_type, info.file_size, info.is_dir(), info.CRC, ascii(z.read(info))[:40], z.read(info.filename) == text)
    print(z.comment, z.testzip(), z.getinfo("deflated.txt").date_time, z.getinfo("lzma.txt"), z.getinfo("made/"), z.getinfo("streamed.txt").compress_size)
    z.printdir(io.StringIO())
    for name in ("stored.txt", "deflated.txt", "bzip2.txt", "lzma.txt"):
        with z.open(name) as f:
            print(f.read(8), f.readline(), f.tell(), f.peek(5)[:5], f.read1(4), f.seek(100), f.read(9), f.seek(-8, 2), f.read(), f.seek(5), f.read(3), f.readable(),
                  f.seekable(), f.name, len(f.readlines()))
    with io.TextIOWrapper(z.open("one.txt")) as f:
        print(next(f), sum(1 for _ in f))
    show(z.getinfo, "none")
    show(z.read, "none")
    show(z.open, "one.txt", "x")
    show(z.writestr, "a", b"b")
    print(os.path.relpath(z.extract("sub/other.txt", "out")), sorted(os.listdir("out/sub")))
    z.extractall("all")
    print(sorted(ascii(n) for n in os.listdir("all")), open("all/bzip2.txt", "rb").read() == text, z.fp is not None)
show(z.read, "one.txt")
print(repr(z), z.fp)
with zipfile.ZipFile("a.zip", "a") as z:
    z.writestr("added.txt", "more")
with zipfile.ZipFile("a.zip") as z:
    print(z.read("added.txt"), len(z.namelist()), z.comment, z.testzip())
buffer = io.BytesIO(b"prefix")
buffer.seek(6)
with zipfile.ZipFile(buffer, "a") as z:
    z.writestr("../../evil.txt", "x")
    z.writestr("/abs.txt", "y")
data = buffer.getvalue()
print(data[:6], zipfile.is_zipfile(io.BytesIO(data)), zipfile.is_zipfile(io.BytesIO(b"no")), zipfile.is_zipfile("a.zip"), zipfile.is_zipfile("one.txt"),
      zipfile.is_zipfile("missing"))
with zipfile.ZipFile(io.BytesIO(data)) as z:
    print(z.namelist(), [os.path.relpath(z.extract(name, "safe"), "safe") for name in z.namelist()])


class Pipe(io.RawIOBase):
    """An output without a place."""
    def __init__(self):
        self.data = b""

    def writable(self):
        return True

    def write(self, data):
        self.data += bytes(data)
        return len(data)


pipe = Pipe()
with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("p.txt", text)
with zipfile.ZipFile(io.BytesIO(pipe.data)) as z:
    print(z.read("p.txt") == text, z.getinfo("p.txt").flag_bits)
path = zipfile.Path("a.zip")
print(sorted(p.name for p in path.iterdir())[:4], (path / "sub").is_dir(), (path / "sub" / "other.txt").read_bytes() == text, (path / "none").exists(),
      (path / "streamed.txt").read_text(), (path / "sub/other.txt").parent.at, (path / "one.txt").suffix, (path / "one.txt").stem)
raw = open("a.zip", "rb").read()
for damaged in (raw[:-30], b"", b"PK\5\6" + bytes(18), raw[:40] + b"\0" * 20 + raw[60:], raw[:100] + b"XXXX" + raw[104:]):
    try:
        with zipfile.ZipFile(io.BytesIO(damaged)) as z:
            print(len(z.namelist()), z.testzip())
            z.read("stored.txt")
    except Exception as error:
        print(type(error).__name__, error)
bomb = io.BytesIO()
with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("zeros", bytes(30_000_000))
with zipfile.ZipFile(bomb) as z, z.open("zeros") as f:
    print(len(bomb.getvalue()) < 40_000, len(f.read(1000)), f.tell())
show(zipfile.ZipFile, "a.zip", "q")
show(zipfile.ZipFile, "a.zip", "r", 77)
show(zipfile.ZipFile, "missing.zip")
show(zipfile.ZipFile, "one.txt")
show(zipfile.ZipFile, "a.zip", "x")
show(zipfile.ZipInfo, "a", (1979, 1, 1, 0, 0, 0))
print(zipfile.ZipInfo("x"), zipfile.ZipInfo.from_file("one.txt").filename, zipfile.ZipInfo.from_file("sub").filename, zipfile.BadZipFile is zipfile.error)
